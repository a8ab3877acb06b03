// Whoever chooses actions: a controller, a script or a policy. Drivers see what agents see, nothing
// more.
#pragma once

#include "core/base/view.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace paddock {

class Driver {
  public:
    virtual ~Driver() = default;
    // Chooses actions [N, K] for observations [N, D] of N agents at decision `step`.
    virtual void act(MatrixView<const float> observations, std::uint32_t step,
                     MatrixView<std::int32_t> actions) = 0;
};

// Names of the drivers that need no learning.
std::vector<std::string> builtinDriverNames();
// One of them, or null when there is none of this name for the scenario's kind.
//   any kind: random, each choice equally likely
//   intersection: full_speed, most throttle and steering toward the goal; cautious, the same but
//   slow
//     while a peer crosses within a metre ahead
//   racing: follow_the_gap, disparity_extender
std::unique_ptr<Driver> makeBuiltinDriver(const std::string &name, const Scenario &scenario,
                                          std::uint64_t seed);

} // namespace paddock

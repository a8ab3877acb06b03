// A learned policy as a driver.
#pragma once

#include "core/drivers/driver.h"
#include "core/learn/policy_shape.h"
#include "core/run/checkpoint.h"
#include "core/task/layout.h"

#include <memory>

namespace paddock {

class PpoLearner;

// Shape of the policy that a scenario needs.
PolicyShape policyShape(const Scenario &scenario, const TaskLayout &layout);

// Samples from the policy of a checkpoint (as it did while training), or takes its most probable
// action. Error when the weights do not fit the checkpoint's scenario.
Result<std::unique_ptr<Driver>> makePolicyDriver(const Checkpoint &checkpoint, bool greedy,
                                                 std::uint64_t seed);

// Who drives, by name: "policy" and "policy_greedy" take `policy`, an .onnx file, a run or a
// checkpoint; other names are built-in drivers. Error: unknown name, no such policy, or one that
// sees or chooses something else than the scenario offers.
Result<std::unique_ptr<Driver>> makeNamedDriver(const Scenario &scenario, const std::string &name,
                                                const std::filesystem::path &policy,
                                                std::uint64_t seed);

} // namespace paddock

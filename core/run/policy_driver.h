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

// Which agents a driver drives.
struct DriverPlaces {
    int familySize = 1; // of the scenario that is driven in: row % familySize is an agent's place
    int only = -1;      // the driver sees the rows of this place alone; -1: of all places
};

// Samples from the policies of a checkpoint (as they did while training), or takes their most
// probable actions. Where agents of
// a family have policies of their own, each place is driven by its own one. Error when the weights
// do not fit the checkpoint's scenario.
Result<std::unique_ptr<Driver>> makePolicyDriver(const Checkpoint &checkpoint, bool greedy,
                                                 std::uint64_t seed, const DriverPlaces &places);

// Who drives, by name: "policy" and "policy_greedy" take `policy`, an .onnx file, a run or a
// checkpoint; other names are built-in drivers. Error: unknown name, no such policy, or one that
// sees or chooses something else than the scenario offers. `place` in the family: the driver will
// be given the rows of that place alone; -1: rows of all places.
Result<std::unique_ptr<Driver>> makeNamedDriver(const Scenario &scenario, const std::string &name,
                                                const std::filesystem::path &policy,
                                                std::uint64_t seed, int place = -1);

} // namespace paddock

// Going on from a checkpoint in a run of its own: the new one begins with the weights, the step
// count and the schedules of the other, may differ in its parameters, and names where it is from.
#pragma once

#include "core/run/training_session.h"

namespace paddock {

// The document of a checkpoint, with the live parameters as they were then. `path` is a run
// directory (its latest checkpoint is meant) or a checkpoint.
Result<Scenario> checkpointScenario(const std::filesystem::path &path);

// A session in a new run directory, `options.runDir` or one below `options.runsFolder`, that goes
// on from the checkpoint `from`; notes.json of the new run names run and step. Error: `from` holds
// no sound checkpoint, or the scenario has agents, actions or networks of another shape.
Result<std::unique_ptr<TrainingSession>>
createFork(const Scenario &scenario, const std::filesystem::path &from, SessionOptions options);

} // namespace paddock

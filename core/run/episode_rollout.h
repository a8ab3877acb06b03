// Records what a driver does: one world of a scenario, from its seed on.
#pragma once

#include "core/drivers/driver.h"
#include "core/run/episode_recording.h"

#include <stop_token>

namespace paddock {

struct RolloutOptions {
    std::uint64_t seed = 1000;
    double seconds = 30; // of simulated time at most
    // 0: all of them; else it ends as soon as every agent of the world has ended so many.
    int episodes = 0;
    // Steps all worlds of the scenario and records this one, so that a world of an evaluation is
    // met again bit by bit. -1: the scenario is cut down to one world and one family first.
    int world = -1;
};

// Error: stopped, or options out of range.
Result<EpisodeRecording> recordRollout(const Scenario &scenario, Driver &driver,
                                       const RolloutOptions &options, const std::string &source,
                                       std::stop_token stop = {});
// The same with the policy of a run, checkpoint or .onnx file; `driver` is "policy" (as it drove
// while it learned), "policy_greedy", or the name of a built-in driver. For a scenario document
// (.json) only built-in ones drive.
Result<EpisodeRecording> recordRun(const std::filesystem::path &runOrDocument,
                                   const std::string &driver, const RolloutOptions &options,
                                   std::stop_token stop = {});

// The scenario that is trained in: of a document (.json), a run or a checkpoint.
Result<Scenario> scenarioOfRun(const std::filesystem::path &runOrDocument);
// One world with one family, in which nothing cuts episodes for the sake of learning.
Scenario aloneScenario(const Scenario &scenario);

} // namespace paddock

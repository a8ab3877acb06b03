// How well a driver does: fixed seeds, counted outcomes.
#pragma once

#include "core/base/result.h"
#include "core/drivers/driver.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace paddock {

struct EvaluationOptions {
    std::int64_t episodes = 200;
    std::uint64_t seed = 1000;     // apart from the seeds of training
    double xi = -1;                // degree of randomization, -1 = the document's
    std::string driver = "policy"; // or "policy_greedy", or a built-in driver's name
    std::filesystem::path policy;  // an .onnx file, run or checkpoint that drives in a document
    std::string preset;            // to judge in, instead of the document's; empty = as it is
    std::filesystem::path track;   // to race on instead; empty = as it is
    std::int64_t laps = 0;         // of an episode of a race, 0 = the document's
    bool alone = false;            // races: each family is its first racer alone
    bool grid = false;             // races begin at the start slots, whatever the document says
    // Who drives all places of a family but the first, in a race of two or more: a driver's name,
    // or an .onnx file, run or checkpoint whose policy drives. Empty: the driver that is judged.
    std::string opponent;
    // s of simulated traffic before episodes count. 0: each world starts with all agents at their
    // start lines at once, and the first episode of each agent counts, as in the published
    // evaluation. More: independent respawns have spread the agents over time, and the episodes
    // that begin from then on count.
    double settle = 0;
    int threads = 0;
};

struct EvaluationResult {
    std::int64_t episodes = 0;
    double successRate = 0;
    double collisionRate = 0;
    double meanReturn = 0;
    double meanLength = 0;
    std::map<std::string, std::int64_t> outcomes; // by cause; they add up to the episodes
    double meanDistance = 0;                      // m won along the way
    bool race = false;                            // the rest is of races only
    std::vector<int> laps;                        // completed, of each episode
    double meanLaps = 0;
    double bestLapTime = 0; // s, 0 = no lap
    double meanLapTime = 0; // s, 0 = no lap
    double cleanRate = 0;   // share of episodes without any contact
    double wallRate = 0;    // share that ended at a wall
    // Share of heats that the first place of the family has won; of one racer alone: that it has
    // finished.
    double winRate = 0;
    // Two racers or more: heats (see race_heats.h). Where nobody finished, nobody has won.
    std::int64_t heats = 0;
    std::vector<std::int64_t> wins;      // [A] by place in the family
    std::vector<std::int64_t> overtakes; // [A] cars that each place has passed, in all heats
    double meanGap = 0; // s between the first two, over heats in which two finished; 0 = none
};

// Lets `driver` drive every agent of the scenario until `episodes` episodes have been counted. Each
// agent contributes an equal share in order, so that short episodes (crashes) are not counted more
// often than long ones. Races of two or more are run in whole heats unless options.settle says
// otherwise: as many as hold `episodes` episodes, those of the first place alone when
// options.opponent drives the others (then `driver` must know: it drives all rows).
EvaluationResult evaluateDriver(const Scenario &scenario, Driver &driver,
                                const EvaluationOptions &options);

// The same for the policy of a run or checkpoint, or for a scenario document (.json) in which
// options.policy or a built-in driver drives. Error: no checkpoint, damaged files, unknown driver,
// a policy that sees or chooses something else, an opponent or a grid where there is none.
Result<EvaluationResult> evaluate(const std::filesystem::path &runOrCheckpoint,
                                  const EvaluationOptions &options);

} // namespace paddock

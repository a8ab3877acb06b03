// Carries out an evaluation plan: every driver in every scenario at every degree, `runs` times
// each.
//
// A run is one world in which all agents of a family start together; it ends when the episode of
// each has ended. Run i of a cell is world i of a batch with the plan's seed, so that run i of
// every driver meets the same starts, dynamics and noise, and a run is reproducible from (scenario,
// driver, degree, seed, i). Nothing depends on the number of threads.
#pragma once

#include "core/run/demonstration.h"
#include "core/run/evaluation_plan.h"
#include "core/scenario/scenario.h"
#include "core/sim/scene_snapshot.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace paddock {

// One run. The judged agents are all of the family, or its first one where the plan names an
// opponent. Numbers that a run does not have are NaN.
struct EvaluationRun {
    int run = 0;            // from 0
    std::uint64_t seed = 0; // of the cell
    // Every judged agent has reached its goal or driven its laps; with an opponent: it has won.
    bool success = false;
    std::string outcome = {}; // why it ended: of the first judged agent that failed, else "goal"
    double episodeReturn = 0; // mean over the judged agents
    double duration = 0;      // s, until the last judged agent's episode ended
    double distance = 0;      // m won along the way, mean over the judged agents
    double lapTime = 0;       // s, mean of all completed laps
    double bestLap = 0;       // s
    int laps = 0;             // completed by the judged agents
    int collisions = 0;       // judged agents whose episode a contact ended
    int agents = 1;           // judged
    int reached = 0;          // of them, at the goal or with their laps driven
};

struct EvaluationCell {
    int scenario = 0; // index in the plan, like driver
    int driver = 0;
    std::optional<double> degree;    // none: recorded laps, driven as they were
    bool complete = false;           // all runs are there; else there are none
    std::vector<EvaluationRun> runs; // in the order of their numbers
};

// A plan with everything that it names, checked.
struct EvaluationJob {
    EvaluationPlan plan;
    std::vector<std::string> driverNames;   // [drivers], each one once
    std::vector<std::string> scenarioNames; // [scenarios], each one once
    std::vector<Scenario> scenarios;        // [scenarios]
    std::vector<Demonstration> laps;        // [drivers], empty where the driver is none
    std::vector<EvaluationCell> cells;      // without runs, in the order of their results
    std::int64_t totalRuns() const;
};

// Opens what the plan names. Errors: all of planProblems(), files that cannot be read, drivers that
// cannot drive where they should. `open` stands for scenarios without a file.
Result<EvaluationJob> prepareEvaluation(const EvaluationPlan &plan, const std::string &source,
                                        const Scenario *open = nullptr);

struct EvaluationGrid {
    std::vector<EvaluationCell> cells; // as in the job
    std::vector<Problem> problems;     // why a cell is not complete, besides being stopped
    bool complete() const;
};

// What an evaluation tells while it is at work; called from its threads, one call at a time.
struct EvaluationWatch {
    std::function<void(std::int64_t runsDone)> progress = [](std::int64_t) {};
    std::function<void(std::size_t index, const EvaluationCell &)> cell = [](std::size_t,
                                                                             const auto &) {};
};

// `threads` 0 = one per core. Stopped, it leaves the cells that are under way without runs: their
// short ones alone would tell lies.
EvaluationGrid runEvaluation(const EvaluationJob &job, int threads, const std::stop_token &stop,
                             const EvaluationWatch &watch = {});

// A run once more, to be looked at.
struct EpisodeReplay {
    Scenario scenario;                 // one world of one family
    std::vector<SceneSnapshot> frames; // one a decision, the first before any
    double period = 0;                 // s between frames
    EvaluationRun run;
};

// Simulates run `run` of a cell again. Errors: no such run, laps without poses, stopped.
Result<EpisodeReplay> replayRun(const EvaluationJob &job, std::size_t cell, int run,
                                const std::stop_token &stop);

} // namespace paddock

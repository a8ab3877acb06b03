// One cell of an evaluation: a batch whose worlds are the cell's runs.
#pragma once

#include "core/run/evaluation_grid.h"

namespace paddock {

// One run that is wanted with its frames; then the others are not simulated to their ends.
struct CellCapture {
    int run = -1; // -1: of none
    std::vector<SceneSnapshot> frames;
};

// Simulates the runs of a cell. `onRun` is called as each ends. Error: the driver cannot be made,
// or stopped.
Result<std::vector<EvaluationRun>>
simulateCell(const EvaluationJob &job, const EvaluationCell &cell, int threads,
             const std::stop_token &stop, const std::function<void()> &onRun, CellCapture &capture);

// Laps as runs.
std::vector<EvaluationRun> runsOfLaps(const Demonstration &laps, const Scenario &scenario);

// The scenario of a cell as its batch simulates it, `runs` worlds of one family.
Scenario cellScenario(const EvaluationJob &job, const EvaluationCell &cell);

// Whether the driver of a cell can drive there.
Status checkCell(const EvaluationJob &job, const EvaluationCell &cell);

} // namespace paddock

// Judged runs as files for other programs.
#pragma once

#include "core/run/evaluation_grid.h"

#include <string>

namespace paddock {

// A row a run: names of driver and scenario, degree, run, seed, outcome and all key figures; a
// figure that a run does not have is empty.
std::string evaluationCsv(const EvaluationJob &job, const EvaluationGrid &grid);

// One JSON object: plan, cells with their figures, intervals and boxes, paired differences,
// problems.
std::string evaluationJson(const EvaluationJob &job, const EvaluationGrid &grid);

} // namespace paddock

// One HTML file about an evaluation: plan, drivers, key figures with intervals, box plots, paired
// differences, versions and seeds.
#pragma once

#include "core/run/evaluation_grid.h"

#include <string>

namespace paddock {

// `build` is buildInfoJson() of the program that judged.
std::string evaluationReport(const EvaluationJob &job, const EvaluationGrid &grid,
                             const std::string &build);

} // namespace paddock

// What a plot costs before anything is drawn: taking rows in, and choosing what a view shows.
#pragma once

#include "core/run/benchmark.h"

#include <functional>

namespace paddock {

// Rows plots/... for curves of a million samples.
void benchCurves(const BenchOptions &options, const std::function<void(const BenchRow &)> &print);

} // namespace paddock

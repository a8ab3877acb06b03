// What goes on beside learning: a run that is watched, its memory, recordings, evaluation.
#pragma once

#include "core/run/benchmark.h"

#include <functional>

namespace paddock {

// Rows watch/..., memory/..., record/... and evaluate/... on the crossing. Only rows whose name
// `options.filter` is part of are measured.
void benchWatching(const BenchOptions &options, const std::function<void(const BenchRow &)> &print);

} // namespace paddock

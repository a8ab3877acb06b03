// Scans per second of the range finder by method and track.
#pragma once

#include "core/run/benchmark.h"

#include <functional>

namespace paddock {

// Rows lidar/<method>/<track> for the tracks that ship, and with other cars about. Only rows whose
// name `options.filter` is part of are measured.
void benchLidar(const BenchOptions &options, const std::function<void(const BenchRow &)> &print);

} // namespace paddock

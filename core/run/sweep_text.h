// Values and seeds of a sweep as a person types them into one line.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace paddock {

// "0.001, 0.0003" are two values; "0.1 .. 0.9 / 5" five evenly spaced ones; "1e-4 .. 1e-2 log / 3"
// three, each the same multiple of the one before.
Result<std::vector<std::string>> parseSweepValues(const std::string &text);
// "1, 2, 5" and "1-5", also mixed; empty: none.
Result<std::vector<std::int64_t>> parseSweepSeeds(const std::string &text);

} // namespace paddock

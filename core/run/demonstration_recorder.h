// Demonstrations without a person: a driver races alone and its whole laps (or episodes that
// reached their goal) are kept, each as soon as it is done.
#pragma once

#include "core/base/result.h"
#include "core/drivers/driver.h"
#include "core/run/demonstration.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>

namespace paddock {

struct RecordingOptions {
    int laps = 5; // to keep
    std::uint64_t seed = 2000;
    int agent = 0;      // whose rows are kept; the others drive too, by the same driver
    int attempts = 200; // episodes at most, so that a driver that always crashes ends too
};

struct RecordingResult {
    int kept = 0;
    int discarded = 0; // ended otherwise
};

// Writes `path`, which must not exist. Error: the file, or too few laps in all attempts (what was
// kept stays).
Result<RecordingResult> recordDemonstration(const Scenario &scenario, Driver &driver,
                                            const RecordingOptions &options,
                                            const std::filesystem::path &path);

} // namespace paddock

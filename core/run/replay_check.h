// How well the simulated car does what a recorded one did: a demonstration is laid on the
// scenario's track and its decisions are driven again, open loop, a short window at a time.
#pragma once

#include "core/base/vec2.h"
#include "core/run/demonstration.h"
#include "core/scenario/scenario.h"

#include <optional>

namespace paddock {

struct ReplayOptions {
    double window = 1;         // s of each replay
    double spacing = 0.4;      // s between the starts of two
    std::optional<Pose> start; // where every episode begins; none: looked for on the track
};

struct ReplayResult {
    std::int64_t windows = 0;
    bool localised = false;       // poses come from scans, not from the file
    double matchMedianError = 0;  // m, of a range, at the poses of the recording
    double speedRmse = 0;         // m/s, over all steps of all replays
    double rangeMedianError = 0;  // m, of a range, along the replays
    double positionErrorEnd = 0;  // m, mean over the replays' ends, of the range finder
    double yawErrorEnd = 0;       // rad, likewise
    double yawMedianErrorEnd = 0; // rad
};

// `scenario` is a race whose observations and decisions are the demonstration's; its first vehicle
// drives. Where the file has poses they are taken, else every row is matched to the track's walls.
// Between the ends of a window the recorded way is the recorded speed along the recorded course: a
// corridor tells a scan little about how far along it is. Errors: not a race, other sizes or
// decisions, no whole window.
Result<ReplayResult> checkReplay(const Demonstration &demonstration, const Scenario &scenario,
                                 const ReplayOptions &options);

} // namespace paddock

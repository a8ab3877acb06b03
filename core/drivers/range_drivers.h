// Baselines that race by LIDAR alone: follow the gap and the disparity extender. They serve as
// yardsticks and as demonstrators that never tire.
#pragma once

#include "core/drivers/driver.h"
#include "core/scenario/racing_spec.h"

#include <span>

namespace paddock {

// A scan from the rightmost ray to the leftmost, evenly spaced.
struct RangeScan {
    std::span<const float> ranges; // m
    float rightmost = 0;           // rad, angle of the first ray, left positive
    float step = 0;                // rad between rays
    float angleOf(int ray) const { return rightmost + step * float(ray); }
};

// Where a controller wants to go.
struct Heading {
    float angle = 0; // rad, left positive
    float free = 0;  // m of free way in that direction
};

// Follow the gap (Sezer & Gokasan 2012) in the form used on F1TENTH cars: ranges capped at `reach`
// m, a bubble of `bubble` m around the nearest point closed, then the middle of the widest gap,
// pulled to its farthest point.
Heading followTheGap(const RangeScan &scan, float reach, float bubble);
// Disparity extender (Otterness, UNC 2019): where neighbouring ranges differ by more than
// `threshold` m the nearer one is extended by `halfWidth` m to the far side; then the farthest ray
// within 90 degrees.
Heading extendDisparities(const RangeScan &scan, float threshold, float halfWidth);

// A driver named "follow_the_gap" or "disparity_extender" for the actions of `spec`; null for other
// names.
std::unique_ptr<Driver> makeRangeDriver(const std::string &name, const RacingTaskSpec &spec,
                                        double steeringLimit);

} // namespace paddock

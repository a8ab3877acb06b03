// Where a car stood when it saw a scan: fits poses to recorded ranges on a known track.
#pragma once

#include "core/sim/lidar.h"

#include <span>
#include <vector>

namespace paddock {

// Keeps scratch: one thread at a time. The map must outlive it.
class ScanMatcher {
  public:
    explicit ScanMatcher(const LidarMap &map);

    // The pose of the rear axle near `guess` whose scan fits `ranges` (m, in the order of the map's
    // spec; the spec's range or more = nothing hit). Robust: rays that hit something unknown hardly
    // count. Stays at the guess, within `freedom` (m and rad, one standard deviation), where the
    // scan says nothing.
    Pose refine(Pose guess, std::span<const float> ranges, float freedom);

    // m, by how much a ray from `pose` is off, mean over all; misses count as the spec's range, and
    // no ray counts for more than half a metre.
    double misfit(Pose pose, std::span<const float> ranges);
    // Adds |error| (m) of each ray that hit something, in both scans.
    void errors(Pose pose, std::span<const float> ranges, std::vector<float> &out);

  private:
    const LidarMap &m_map;
    std::vector<float> m_here, m_moved[3]; // [rays] each
};

} // namespace paddock

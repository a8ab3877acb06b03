// The range finder's part of a racer's observation, in metres and angles whatever the layout.
#pragma once

#include "core/scenario/scenario.h"

#include <cstddef>
#include <vector>

namespace paddock {

struct LidarReading {
    std::vector<double> angles; // rad, left positive, 0 = ahead; one for each ray
    std::vector<double> ranges; // m; `reach` where nothing is hit
    double reach = 0;           // m
};

// Which columns of the observation hold ranges; none where the scenario is no race.
class LidarColumns {
  public:
    LidarColumns() = default;
    explicit LidarColumns(const Scenario &scenario);

    bool empty() const { return m_angles.empty(); }
    std::size_t rays() const { return m_angles.size(); }
    bool holds(std::size_t column) const { return column >= m_first && column < m_end; }
    // Empty where the observation is too short.
    LidarReading read(const std::vector<float> &observation) const;
    // A gradient by the observation's columns as one by the metres of each ray; empty where it is
    // too short.
    std::vector<double> perMetre(const std::vector<float> &gradient) const;

  private:
    std::vector<double> m_angles;       // rad, in the order of the observation
    std::size_t m_first = 0, m_end = 0; // columns
    bool m_shares = false;              // of the reach, each behind a miss flag, instead of metres
    double m_reach = 0;                 // m
};

} // namespace paddock

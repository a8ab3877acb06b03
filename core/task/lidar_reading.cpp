#include "core/task/lidar_reading.h"

#include "core/sim/lidar.h"

#include <algorithm>

namespace paddock {

// Paper: speed, then metres. Released: a miss flag and a share of the reach for each ray, then
// speed.
LidarColumns::LidarColumns(const Scenario &scenario) {
    if (scenario.kind != ScenarioKind::Racing)
        return;
    const LidarSensorSpec &sensor = scenario.racing.lidar;
    LidarSpec spec;
    spec.rays = int(sensor.rays);
    spec.fieldOfView = float(sensor.fieldOfView);
    m_shares = scenario.racing.layout == RangeLayout::Released;
    spec.order = m_shares ? RayOrder::MlAgents : RayOrder::Sweep;
    m_angles = rayAngles(spec);
    m_reach = sensor.range;
    m_first = m_shares ? 0 : 1;
    m_end = m_first + m_angles.size() * (m_shares ? 2 : 1);
}

LidarReading LidarColumns::read(const std::vector<float> &observation) const {
    if (empty() || observation.size() < m_end)
        return {};
    LidarReading out{m_angles, {}, m_reach};
    for (std::size_t ray = 0; ray < m_angles.size(); ++ray) {
        const double seen =
            m_shares ? observation[m_first + 2 * ray + 1] * m_reach : observation[m_first + ray];
        out.ranges.push_back(std::clamp(seen, 0.0, m_reach));
    }
    return out;
}

std::vector<double> LidarColumns::perMetre(const std::vector<float> &gradient) const {
    if (empty() || gradient.size() < m_end)
        return {};
    std::vector<double> out;
    for (std::size_t ray = 0; ray < m_angles.size(); ++ray)
        out.push_back(m_shares ? double(gradient[m_first + 2 * ray + 1]) / m_reach
                               : double(gradient[m_first + ray]));
    return out;
}

} // namespace paddock

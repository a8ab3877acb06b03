#include "core/sim/lidar.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace paddock {

std::vector<double> rayAngles(const LidarSpec &spec) {
    std::vector<double> angles;
    const double step = spec.rays > 1 ? double(spec.fieldOfView) / (spec.rays - 1) : 0;
    for (int i = 0; i < spec.rays; ++i)
        angles.push_back((i - (spec.rays - 1) / 2.0) * step);
    if (spec.order == RayOrder::MlAgents)
        std::stable_sort(angles.begin(), angles.end(), [step](double a, double b) {
            // Pairs at the same distance from the centre differ by rounding only.
            return std::abs(a) < std::abs(b) - step / 4;
        });
    return angles;
}

LidarMap::LidarMap(const LidarSpec &spec, const std::vector<std::vector<Vec2>> &walls,
                   RayMethod method)
    : m_spec(spec), m_walls(walls, method) {
    for (const double angle : rayAngles(spec))
        m_rays.push_back(
            {std::cos(angle + double(spec.mount.yaw)), std::sin(angle + double(spec.mount.yaw))});
}

void LidarMap::scan(Pose body, std::span<const OrientedBox> cars, std::span<float> ranges,
                    std::span<float> misses) const {
    assert(ranges.size() == m_rays.size());
    assert(misses.empty() || misses.size() == m_rays.size());
    const double c = std::cos(double(body.yaw)), s = std::sin(double(body.yaw));
    const Vec2 mount = m_spec.mount.position;
    const Vec2 origin{float(double(body.position.x) + c * mount.x - s * mount.y),
                      float(double(body.position.y) + s * mount.x + c * mount.y)};
    for (std::size_t i = 0; i < m_rays.size(); ++i) {
        const double dx = c * m_rays[i].x - s * m_rays[i].y;
        const double dy = s * m_rays[i].x + c * m_rays[i].y;
        double range = m_spec.range;
        for (const OrientedBox &car : cars)
            range = castBox(car, origin, dx, dy, range);
        range = m_walls.cast(origin, dx, dy, range);
        ranges[i] = float(range);
        if (!misses.empty())
            misses[i] = range >= double(m_spec.range) ? 1.0f : 0.0f;
    }
}

void LidarMap::addNoise(std::span<float> ranges, Rng &rng) const {
    const float deviation = std::sqrt(m_spec.noiseVariance);
    for (float &range : ranges) {
        const float noise = deviation * rng.normal();
        if (range < m_spec.range)
            range = std::clamp(range + noise, 0.0f, m_spec.range);
    }
}

double castBox(const OrientedBox &box, Vec2 origin, double dx, double dy, double limit) {
    const double cx = double(box.centre.x) - origin.x, cy = double(box.centre.y) - origin.y;
    const double radius = double(box.halfLength) + box.halfWidth;
    // Most boxes lie beside the ray, behind it or beyond what is already known.
    const double along = cx * dx + cy * dy;
    if (std::abs(cx * dy - cy * dx) > radius || along < -radius || along - radius > limit)
        return limit;
    const double c = std::cos(double(box.yaw)), s = std::sin(double(box.yaw));
    double from = 0, to = limit;
    const auto slab = [&](double o, double d, double half) {
        if (d == 0) {
            if (std::abs(o) > half)
                to = -1;
            return;
        }
        const double a = (-half - o) / d, b = (half - o) / d;
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
    };
    slab(-(c * cx + s * cy), c * dx + s * dy, box.halfLength);
    slab(-(c * cy - s * cx), c * dy - s * dx, box.halfWidth);
    return from <= to ? from : limit;
}

} // namespace paddock

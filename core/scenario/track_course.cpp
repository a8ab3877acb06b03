#include "core/scenario/track_course.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

// Segments looked at on each side of the hint before the search follows the line downhill.
constexpr std::size_t kWindow = 4;

} // namespace

TrackCourse::TrackCourse(const Track &track)
    : m_centre(track.centre), m_checkpoints(track.checkpoints) {
    double s = 0;
    m_s.reserve(m_centre.size() + 1);
    m_s.push_back(0);
    for (std::size_t i = 0; i < m_centre.size(); ++i) {
        const Vec2 a = m_centre[i], b = m_centre[(i + 1) % m_centre.size()];
        s += std::hypot(double(b.x) - a.x, double(b.y) - a.y);
        m_s.push_back(float(s));
    }
    m_length = float(s);
}

TrackCourse::Nearest TrackCourse::nearestOn(std::size_t segment, Vec2 point) const {
    const Vec2 a = m_centre[segment], b = m_centre[segment + 1 < m_centre.size() ? segment + 1 : 0];
    const Vec2 ab = b - a, ap = point - a;
    const float t = std::clamp(dot(ap, ab) / dot(ab, ab), 0.0f, 1.0f);
    const Vec2 away = ap - ab * t;
    return {dot(away, away), t};
}

TrackPlace TrackCourse::placeOn(std::size_t segment, Vec2 point) const {
    const Nearest nearest = nearestOn(segment, point);
    const Vec2 a = m_centre[segment], b = m_centre[segment + 1 < m_centre.size() ? segment + 1 : 0];
    TrackPlace place;
    place.segment = segment;
    place.s = m_s[segment] + nearest.t * (m_s[segment + 1] - m_s[segment]);
    if (place.s >= m_length)
        place.s = 0;
    place.offset = std::copysign(std::sqrt(nearest.distanceSquared), cross(b - a, point - a));
    return place;
}

TrackPlace TrackCourse::locate(Vec2 point) const {
    float best = std::numeric_limits<float>::max();
    std::size_t segment = 0;
    for (std::size_t i = 0; i < m_centre.size(); ++i)
        if (const float d = nearestOn(i, point).distanceSquared; d < best) {
            best = d;
            segment = i;
        }
    return placeOn(segment, point);
}

TrackPlace TrackCourse::locate(Vec2 point, std::size_t hint) const {
    const std::size_t n = m_centre.size();
    if (hint >= n)
        return locate(point);
    float best = nearestOn(hint, point).distanceSquared;
    std::size_t segment = hint;
    for (const std::size_t step : {std::size_t(1), n - 1}) {
        std::size_t at = hint;
        // On as long as the line comes nearer, and a few segments beyond the nearest.
        for (std::size_t walked = 0, patience = kWindow; walked < n && patience > 0; ++walked) {
            at = (at + step) % n;
            --patience;
            if (const float d = nearestOn(at, point).distanceSquared; d < best) {
                best = d;
                segment = at;
                patience = kWindow;
            }
        }
    }
    return placeOn(segment, point);
}

std::optional<float> TrackCourse::checkpointPlace(std::size_t index) const {
    const Vec2 right = m_checkpoints[index].right;
    const Vec2 across = m_checkpoints[index].left - right;
    for (std::size_t i = 0; i < m_centre.size(); ++i) {
        const Vec2 a = m_centre[i], b = m_centre[i + 1 < m_centre.size() ? i + 1 : 0];
        // How far behind the checkpoint both ends are.
        const float from = cross(across, a - right), to = cross(across, b - right);
        if (!(from >= 0 && to < 0))
            continue;
        const float t = from / (from - to);
        const float along = dot(a + (b - a) * t - right, across) / dot(across, across);
        if (along > 0 && along < 1)
            return std::min(m_s[i] + t * (m_s[i + 1] - m_s[i]), m_length);
    }
    return std::nullopt;
}

Pose TrackCourse::poseAt(float s) const {
    s = std::fmod(s, m_length);
    if (s < 0)
        s += m_length;
    const auto after = std::upper_bound(m_s.begin(), m_s.end(), s);
    const std::size_t last = m_centre.size() - 1;
    const std::size_t i =
        std::min(std::size_t(std::max<std::ptrdiff_t>(after - m_s.begin(), 1)) - 1, last);
    const Vec2 a = m_centre[i], b = m_centre[i < last ? i + 1 : 0];
    const float t = (s - m_s[i]) / (m_s[i + 1] - m_s[i]);
    return {a + (b - a) * t, std::atan2(b.y - a.y, b.x - a.x)};
}

float TrackCourse::distanceAhead(float from, float to) const {
    const float d = std::fmod(to - from, m_length);
    return d < 0 ? d + m_length : d;
}

float TrackCourse::signedDistance(float from, float to) const {
    return std::remainder(to - from, m_length);
}

} // namespace paddock

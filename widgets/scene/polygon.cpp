#include "widgets/scene/polygon.h"

#include "core/scenario/polyline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paddock {

bool contains(std::span<const Vec2> polygon, Vec2 p) {
    bool inside = false;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Vec2 a = polygon[i], b = polygon[(i + 1) % polygon.size()];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

namespace {

bool inTriangle(Vec2 p, Vec2 a, Vec2 b, Vec2 c) {
    return cross(b - a, p - a) >= 0 && cross(c - b, p - b) >= 0 && cross(a - c, p - c) >= 0;
}

bool isEar(std::span<const Vec2> polygon, const std::vector<std::uint32_t> &ring, std::size_t at) {
    const std::size_t n = ring.size();
    const Vec2 a = polygon[ring[(at + n - 1) % n]], b = polygon[ring[at]],
               c = polygon[ring[(at + 1) % n]];
    if (cross(b - a, c - b) <= 0)
        return false;
    return std::none_of(ring.begin(), ring.end(), [&](std::uint32_t i) {
        const Vec2 p = polygon[i];
        return !(p == a) && !(p == b) && !(p == c) && inTriangle(p, a, b, c);
    });
}

// How close to a sliver the corner is: the sine of its angle. Fat ears first make calmer triangles.
std::size_t bestEar(std::span<const Vec2> polygon, const std::vector<std::uint32_t> &ring) {
    std::size_t best = ring.size();
    float bestScore = -1;
    const std::size_t n = ring.size();
    for (std::size_t at = 0; at < n; ++at) {
        const Vec2 u = polygon[ring[at]] - polygon[ring[(at + n - 1) % n]];
        const Vec2 v = polygon[ring[(at + 1) % n]] - polygon[ring[at]];
        const float score = cross(u, v) / std::max(length(u) * length(v), 1e-12f);
        if (score > bestScore && isEar(polygon, ring, at)) {
            best = at;
            bestScore = score;
        }
    }
    return best;
}

// Points in a straight line add nothing to the area and would never be ears.
void dropStraightCorners(std::span<const Vec2> polygon, std::vector<std::uint32_t> &ring) {
    for (std::size_t at = 0; at < ring.size() && ring.size() > 3;) {
        const std::size_t n = ring.size();
        const Vec2 u = polygon[ring[at]] - polygon[ring[(at + n - 1) % n]];
        const Vec2 v = polygon[ring[(at + 1) % n]] - polygon[ring[at]];
        if (std::abs(cross(u, v)) <= 1e-7f * std::max(length(u) * length(v), 1e-12f))
            ring.erase(ring.begin() + std::ptrdiff_t(at));
        else
            ++at;
    }
}

} // namespace

std::vector<std::uint32_t> triangulate(std::span<const Vec2> polygon) {
    std::vector<std::uint32_t> triangles;
    if (polygon.size() < 3)
        return triangles;
    std::vector<std::uint32_t> ring(polygon.size());
    std::iota(ring.begin(), ring.end(), 0u);
    if (signedArea(polygon) < 0)
        std::reverse(ring.begin(), ring.end());
    dropStraightCorners(polygon, ring);
    while (ring.size() > 3) {
        const std::size_t n = ring.size(), at = bestEar(polygon, ring);
        if (at == n)
            break; // self-crossing input: what is left cannot be cut
        triangles.insert(triangles.end(), {ring[(at + n - 1) % n], ring[at], ring[(at + 1) % n]});
        ring.erase(ring.begin() + std::ptrdiff_t(at));
    }
    if (ring.size() == 3)
        triangles.insert(triangles.end(), ring.begin(), ring.end());
    return triangles;
}

std::vector<Vec2> roundedRectangle(Vec2 min, Vec2 max, float radius, int segments) {
    const Vec2 centres[4] = {{max.x - radius, max.y - radius},
                             {min.x + radius, max.y - radius},
                             {min.x + radius, min.y + radius},
                             {max.x - radius, min.y + radius}};
    std::vector<Vec2> points;
    points.reserve(std::size_t(4 * (segments + 1)));
    for (int corner = 0; corner < 4; ++corner)
        for (int i = 0; i <= segments; ++i) {
            const float angle = 0.5f * kPi * (float(corner) + float(i) / float(segments));
            points.push_back(centres[corner] + rotated({radius, 0}, angle));
        }
    return points;
}

namespace {

Vec2 leftNormal(Vec2 a, Vec2 b) {
    const Vec2 d = b - a;
    const float len = length(d);
    return len > 0 ? Vec2{-d.y / len, d.x / len} : Vec2{};
}

} // namespace

std::vector<Vec2> offsetPolyline(std::span<const Vec2> line, float distance, bool closed) {
    const std::size_t n = line.size();
    if (n < 2)
        return {line.begin(), line.end()};
    std::vector<Vec2> moved(n);
    for (std::size_t i = 0; i < n; ++i) {
        const bool first = i == 0 && !closed, last = i + 1 == n && !closed;
        const Vec2 before = leftNormal(line[(i + n - 1) % n], line[i]);
        const Vec2 after = leftNormal(line[i], line[(i + 1) % n]);
        Vec2 normal = first ? after : last ? before : before + after;
        const float scale = first || last ? 1.f : 2.f / std::max(dot(normal, normal), 0.5f);
        moved[i] = line[i] + normal * (distance * scale);
    }
    return moved;
}

} // namespace paddock

#include "core/scenario/polyline.h"

#include <algorithm>
#include <limits>

namespace paddock {

namespace {

constexpr std::size_t kMaxLoops = 400; // published circuits have a few dozen at most

double squaredToSegment(Vec2 p, Vec2 a, Vec2 b) {
    const double abx = double(b.x) - a.x, aby = double(b.y) - a.y;
    const double apx = double(p.x) - a.x, apy = double(p.y) - a.y;
    const double lengthSquared = abx * abx + aby * aby;
    const double t =
        lengthSquared > 0 ? std::clamp((apx * abx + apy * aby) / lengthSquared, 0.0, 1.0) : 0;
    const double dx = apx - t * abx, dy = apy - t * aby;
    return dx * dx + dy * dy;
}

double segmentLength(Vec2 a, Vec2 b) {
    return std::hypot(double(b.x) - a.x, double(b.y) - a.y);
}

// Keeps the points between `from` and `to` (indices modulo the size) that Douglas-Peucker needs.
void keepFarthest(std::span<const Vec2> line, std::size_t from, std::size_t to, double tolerance,
                  std::vector<bool> &keep) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{from, to}};
    const std::size_t n = line.size();
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        double worst = tolerance * tolerance;
        std::size_t split = a;
        for (std::size_t i = a + 1; i < b; ++i)
            if (const double d = squaredToSegment(line[i % n], line[a % n], line[b % n]);
                d > worst) {
                worst = d;
                split = i;
            }
        if (split == a)
            continue;
        keep[split % n] = true;
        open.push_back({a, split});
        open.push_back({split, b});
    }
}

} // namespace

double closedLength(std::span<const Vec2> line) {
    double sum = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        sum += segmentLength(line[i], line[(i + 1) % line.size()]);
    return sum;
}

double signedArea(std::span<const Vec2> line) {
    double twice = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Vec2 a = line[i], b = line[(i + 1) % line.size()];
        twice += double(a.x) * b.y - double(a.y) * b.x;
    }
    return twice / 2;
}

bool encloses(std::span<const Vec2> line, Vec2 point) {
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Vec2 a = line[i], b = line[(i + 1) % line.size()];
        if ((a.y > point.y) == (b.y > point.y))
            continue;
        const double x = a.x + (double(b.x) - a.x) * (double(point.y) - a.y) / (double(b.y) - a.y);
        inside ^= point.x < x;
    }
    return inside;
}

Vec2 tangentAt(std::span<const Vec2> line, std::size_t index) {
    const std::size_t n = line.size();
    const Vec2 before = line[(index + n - 1) % n], here = line[index],
               after = line[(index + 1) % n];
    // The mean of both directions, so that unequal spacing does not turn the normal.
    const auto unit = [](Vec2 v) { return v * (1 / std::max(length(v), 1e-12f)); };
    const Vec2 sum = unit(here - before) + unit(after - here);
    return length(sum) > 1e-3f ? unit(sum) : unit(after - here);
}

double distanceTo(std::span<const Vec2> line, Vec2 point) {
    double best = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < line.size(); ++i)
        best = std::min(best, squaredToSegment(point, line[i], line[(i + 1) % line.size()]));
    return std::sqrt(best);
}

std::optional<double> castRay(std::span<const Vec2> line, Vec2 origin, Vec2 direction) {
    double best = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Vec2 a = line[i], b = line[(i + 1) % line.size()];
        const double ex = double(b.x) - a.x, ey = double(b.y) - a.y;
        const double ax = double(a.x) - origin.x, ay = double(a.y) - origin.y;
        const double across = direction.x * ey - direction.y * ex;
        if (across == 0)
            continue;
        const double t = (ax * ey - ay * ex) / across;
        const double u = (ax * direction.y - ay * direction.x) / across;
        if (t >= 0 && u >= 0 && u <= 1)
            best = std::min(best, t);
    }
    return best < std::numeric_limits<double>::max() ? std::optional(best) : std::nullopt;
}

std::vector<Vec2> resampleClosed(std::span<const Vec2> line, std::size_t count) {
    std::vector<Vec2> points;
    points.reserve(count);
    const double step = closedLength(line) / double(count);
    double walked = 0; // arc length at line[i]
    for (std::size_t i = 0; i < line.size() && points.size() < count; ++i) {
        const Vec2 a = line[i], b = line[(i + 1) % line.size()];
        const double piece = segmentLength(a, b);
        for (double s = double(points.size()) * step; s < walked + piece && points.size() < count;
             s = double(points.size()) * step)
            points.push_back(a + (b - a) * float((s - walked) / piece));
        walked += piece;
    }
    return points;
}

std::vector<Vec2> smoothClosed(std::vector<Vec2> line, int rounds) {
    std::vector<Vec2> next(line.size());
    const std::size_t n = line.size();
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < n; ++i)
            next[i] = line[i] * 0.5f + (line[(i + n - 1) % n] + line[(i + 1) % n]) * 0.25f;
        line.swap(next);
    }
    return line;
}

std::vector<Vec2> simplifyClosed(std::span<const Vec2> line, double tolerance) {
    if (line.size() < 4)
        return {line.begin(), line.end()};
    // Two anchors that surely belong: an extreme point and the one farthest from it.
    const auto lower = [](Vec2 a, Vec2 b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
    const std::size_t first =
        std::size_t(std::min_element(line.begin(), line.end(), lower) - line.begin());
    std::size_t far = first;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (segmentLength(line[i], line[first]) > segmentLength(line[far], line[first]))
            far = i;
    std::vector<bool> keep(line.size(), false);
    keep[first] = keep[far] = true;
    const std::size_t second = far > first ? far : far + line.size();
    keepFarthest(line, first, second, tolerance, keep);
    keepFarthest(line, second, first + line.size(), tolerance, keep);
    std::vector<Vec2> points;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (keep[i])
            points.push_back(line[i]);
    return points;
}

bool removeLoops(std::vector<Vec2> &line, double maxShare) {
    const double whole = closedLength(line);
    const std::size_t maxLoops = std::min<std::size_t>(line.size(), kMaxLoops);
    for (std::size_t loop = 0; loop <= maxLoops; ++loop) {
        Crossing found;
        const CrossingState state = findSelfCrossing(line, found);
        if (state != CrossingState::Found)
            return state == CrossingState::None;
        const auto begin = line.begin() + std::ptrdiff_t(found.first) + 1;
        const auto end = line.begin() + std::ptrdiff_t(found.second) + 1;
        std::vector<Vec2> between(begin, end), around(end, line.end());
        around.insert(around.end(), line.begin(), begin);
        between.push_back(found.at);
        around.push_back(found.at);
        const double inner = closedLength(between), outer = closedLength(around);
        if (std::min(inner, outer) > maxShare * whole)
            return false;
        line = inner < outer ? std::move(around) : std::move(between);
        if (line.size() < 3)
            return false;
    }
    return false;
}

} // namespace paddock

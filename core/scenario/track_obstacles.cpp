#include "core/scenario/track_obstacles.h"

#include "core/scenario/polyline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

constexpr std::size_t kEnds = 48;   // places by which an edge is told
constexpr float kSquare = 0.0005f;  // m that corners of a rectangle may be off
constexpr double kFinest = 100'000; // per m: corners are kept to a hundredth of a millimetre

struct Box {
    Vec2 min, max;

    explicit Box(std::span<const Vec2> line) : min(line.front()), max(line.front()) {
        for (const Vec2 p : line) {
            min = {std::min(min.x, p.x), std::min(min.y, p.y)};
            max = {std::max(max.x, p.x), std::max(max.y, p.y)};
        }
    }
    bool meets(const Box &o, float reach) const {
        return min.x <= o.max.x + reach && o.min.x <= max.x + reach && min.y <= o.max.y + reach &&
               o.min.y <= max.y + reach;
    }
};

// Of the wall from all ends of one side's widths (+1 left); gives up beyond `best`.
double awayFrom(const TrackWall &wall, std::span<const Vec2> ends, double best) {
    double sum = 0;
    for (const Vec2 end : ends) {
        sum += distanceTo(wall.points, end);
        if (sum >= best)
            break;
    }
    return sum;
}

std::vector<Vec2> endsOf(const Track &track, float side) {
    const std::size_t n = track.centre.size(), count = std::min(n, kEnds);
    std::vector<Vec2> ends;
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t i = k * n / count;
        const Vec2 along = tangentAt(track.centre, i);
        const float width = side > 0 ? track.leftWidth[i] : track.rightWidth[i];
        ends.push_back(track.centre[i] + Vec2{-along.y, along.x} * (side * width));
    }
    return ends;
}

std::optional<std::size_t> edgeOf(const Track &track, float side) {
    const std::vector<Vec2> ends = endsOf(track, side);
    double best = std::numeric_limits<double>::infinity();
    std::optional<std::size_t> edge;
    for (std::size_t w = 0; w < track.walls.size(); ++w) {
        if (track.walls[w].points.size() < 3)
            continue;
        if (const double away = awayFrom(track.walls[w], ends, best); away < best) {
            best = away;
            edge = w;
        }
    }
    return edge;
}

float kept(float value) {
    const float fine = float(std::round(double(value) * kFinest) / kFinest);
    return std::clamp(fine, -kMaxTrackCoordinate, kMaxTrackCoordinate);
}

bool segmentsCross(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    const auto side = [](Vec2 p, Vec2 q, Vec2 r) {
        const double area =
            (double(q.x) - p.x) * (double(r.y) - p.y) - (double(q.y) - p.y) * (double(r.x) - p.x);
        return area > 0 ? 1 : area < 0 ? -1 : 0;
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

Vec2 nearestOn(Vec2 a, Vec2 b, Vec2 p) {
    const Vec2 ab = b - a;
    const float whole = dot(ab, ab);
    return a + ab * (whole > 0 ? std::clamp(dot(p - a, ab) / whole, 0.0f, 1.0f) : 0.0f);
}

// Segments that do not cross are nearest at an end of one of them.
LineGap gapOf(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    if (segmentsCross(a, b, c, d))
        return {0, nearestOn(c, d, (a + b) * 0.5f)};
    LineGap gap{std::numeric_limits<double>::infinity(), {}};
    const auto take = [&gap](Vec2 p, Vec2 q) {
        if (const double width = double(length(p - q)); width < gap.width)
            gap = {width, (p + q) * 0.5f};
    };
    take(a, nearestOn(c, d, a));
    take(b, nearestOn(c, d, b));
    take(c, nearestOn(a, b, c));
    take(d, nearestOn(a, b, d));
    return gap;
}

} // namespace

std::optional<TrackEdges> edgesOf(const Track &track) {
    const std::size_t n = track.centre.size();
    if (n < 3 || track.leftWidth.size() != n || track.rightWidth.size() != n)
        return std::nullopt;
    const auto left = edgeOf(track, 1), right = edgeOf(track, -1);
    if (!left || !right)
        return std::nullopt;
    return TrackEdges{*left, *right};
}

std::vector<std::size_t> obstaclesOf(const Track &track) {
    std::vector<std::size_t> obstacles;
    if (track.walls.size() > 1)
        if (const auto edges = edgesOf(track))
            for (std::size_t w = 0; w < track.walls.size(); ++w)
                if (!edges->has(w))
                    obstacles.push_back(w);
    return obstacles;
}

std::vector<TrackWall> edgeWalls(const Track &track) {
    const auto edges = track.walls.size() > 2 ? edgesOf(track) : std::nullopt;
    if (!edges)
        return track.walls;
    std::vector<TrackWall> walls{track.walls[edges->left]};
    if (edges->right != edges->left)
        walls.push_back(track.walls[edges->right]);
    return walls;
}

bool betweenEdges(std::span<const TrackWall> edges, Vec2 place) {
    int around = 0;
    for (const TrackWall &edge : edges)
        around += edge.points.size() >= 3 && encloses(edge.points, place) ? 1 : 0;
    return around == 1;
}

ObstacleShape shapeOf(const TrackWall &obstacle) {
    const std::vector<Vec2> &p = obstacle.points;
    ObstacleShape shape;
    if (p.empty())
        return shape;
    for (const Vec2 point : p)
        shape.pose.position = shape.pose.position + (point - p[0]) * (1 / float(p.size()));
    shape.pose.position = shape.pose.position + p[0];
    Vec2 along = p[1 % p.size()] - p[0];
    // Diagonals of a rectangle halve each other and are of one length.
    if (p.size() == 4 && length(p[0] - p[1] + p[2] - p[3]) < 2 * kSquare &&
        std::abs(length(p[2] - p[0]) - length(p[3] - p[1])) < 2 * kSquare) {
        along = along + (p[2] - p[3]);
        const Vec2 size{length(along) / 2, length((p[3] - p[0]) + (p[2] - p[1])) / 2};
        if (size.x > kSquare && size.y > kSquare)
            shape.size = size;
    }
    shape.pose.yaw = std::atan2(along.y, along.x);
    return shape;
}

TrackWall boxObstacle(Pose pose, Vec2 size, float height) {
    const Vec2 half = size * 0.5f;
    TrackWall wall{height, {{-half.x, -half.y}, {half.x, -half.y}, half, {-half.x, half.y}}};
    for (Vec2 &p : wall.points) {
        p = pose.toParent(p);
        p = {kept(p.x), kept(p.y)};
    }
    return wall;
}

bool overlap(std::span<const Vec2> a, std::span<const Vec2> b) {
    if (a.size() < 3 || b.size() < 3 || !Box(a).meets(Box(b), 0))
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            if (segmentsCross(a[i], a[(i + 1) % a.size()], b[j], b[(j + 1) % b.size()]))
                return true;
    return encloses(a, b[0]) || encloses(b, a[0]);
}

std::optional<LineGap> gapBetween(std::span<const Vec2> a, std::span<const Vec2> b, double reach) {
    if (a.empty() || b.empty())
        return std::nullopt;
    const Box near(a);
    std::optional<LineGap> gap;
    double best = reach;
    for (std::size_t j = 0; j < b.size(); ++j) {
        const std::array<Vec2, 2> piece{b[j], b[(j + 1) % b.size()]};
        if (!near.meets(Box(piece), float(best)))
            continue;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (const LineGap here = gapOf(a[i], a[(i + 1) % a.size()], piece[0], piece[1]);
                here.width < best) {
                best = here.width;
                gap = here;
            }
    }
    return gap;
}

} // namespace paddock

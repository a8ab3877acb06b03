#include "core/scenario/map_geometry.h"

#include "core/scenario/track.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <limits>

namespace paddock {

namespace {

constexpr int kArcSegments = 12;
constexpr float kVerge = 0.12f; // m of ground drawn around the legs

Vec2 legDirection(int leg) {
    constexpr Vec2 kOut[4] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    return kOut[leg & 3];
}

Vec2 leftOf(Vec2 v) {
    return {-v.y, v.x};
}

float sideSign(const IntersectionMap &map) {
    return map.trafficSide == TrafficSide::Left ? 1.0f : -1.0f;
}

// Half the road: the width of one carriageway.
float carriageway(const IntersectionMap &map) {
    return float(map.laneWidth) * float(map.lanesPerDirection);
}

// Kerb from leg `leg` to the next one counter-clockwise: straight, corner, straight.
std::vector<Vec2> cornerLine(const IntersectionMap &map, int leg) {
    const Vec2 out = legDirection(leg), left = leftOf(out);
    const float b = carriageway(map), r = float(map.cornerRadius), end = float(map.halfSize);
    std::vector<Vec2> line{out * end + left * b};
    for (int i = 0; i <= kArcSegments; ++i) {
        const float a = kPi / 2 * float(i) / kArcSegments;
        line.push_back(out * (b + r - r * std::sin(a)) + left * (b + r - r * std::cos(a)));
    }
    line.push_back(left * end + out * b);
    return line;
}

void paintLeg(const IntersectionMap &map, int leg, std::vector<PaintLine> &paint) {
    const Vec2 out = legDirection(leg), left = leftOf(out);
    const float b = carriageway(map), w = float(map.laneWidth);
    const float end = float(map.halfSize), mouth = b + float(map.cornerRadius);
    const float stop = mouth + 0.05f;
    paint.push_back({LineKind::CentreLine, {out * stop, out * end}, 0.016f});
    for (int lane = 1; lane < map.lanesPerDirection; ++lane)
        for (const float side : {-1.0f, 1.0f})
            paint.push_back({LineKind::LaneDivider,
                             {out * stop + left * (side * w * float(lane)),
                              out * end + left * (side * w * float(lane))},
                             0.010f});
    // Cars that come in on this leg head against `out`, so their side is mirrored.
    const float inbound = -sideSign(map);
    paint.push_back({LineKind::StopLine, {out * stop, out * stop + left * (inbound * b)}, 0.03f});
    const int stripes = int(2 * b / 0.06f);
    const float from = b + 0.25f * (mouth - b), to = b + 0.95f * (mouth - b);
    for (int i = 0; i < stripes; ++i) {
        const float at = -b + (float(i) + 0.5f) * (2 * b / float(stripes));
        paint.push_back(
            {LineKind::Crosswalk, {out * from + left * at, out * to + left * at}, 0.03f});
    }
}

std::vector<Vec2> routeCentre(Vec2 in, Vec2 out, float b, float offset, float end, Turn turn) {
    const Vec2 heading = in * -1.0f;
    const Vec2 inLine = leftOf(heading) * offset, outLine = leftOf(out) * offset;
    std::vector<Vec2> line{in * end + inLine};
    if (turn != Turn::Straight) {
        // A quarter circle about the box's corner joins the two carriageways.
        const Vec2 corner = in * b + out * b;
        const float side = turn == Turn::Left ? 1.0f : -1.0f;
        const Vec2 from = in * b + inLine - corner;
        for (int i = 0; i <= kArcSegments; ++i)
            line.push_back(corner + rotated(from, side * kPi / 2 * float(i) / kArcSegments));
    }
    line.push_back(out * end + outLine);
    return line;
}

// Twice the signed area, counter-clockwise positive.
float doubleArea(const std::vector<Vec2> &polygon) {
    float sum = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        sum += cross(polygon[i], polygon[(i + 1) % polygon.size()]);
    return sum;
}

std::vector<Vec2> oriented(std::vector<Vec2> polygon, bool counterClockwise) {
    if ((doubleArea(polygon) > 0) != counterClockwise)
        std::reverse(polygon.begin(), polygon.end());
    return polygon;
}

// Outer and inner outline joined where they are nearest to each other.
std::vector<Vec2> joined(const std::vector<Vec2> &outer, const std::vector<Vec2> &inner) {
    std::size_t a = 0, b = 0;
    float best = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < outer.size(); ++i)
        for (std::size_t j = 0; j < inner.size(); ++j)
            if (const float d = length(outer[i] - inner[j]); d < best) {
                best = d;
                a = i;
                b = j;
            }
    std::vector<Vec2> outline;
    for (std::size_t i = 0; i <= outer.size(); ++i)
        outline.push_back(outer[(a + i) % outer.size()]);
    for (std::size_t j = 0; j <= inner.size(); ++j)
        outline.push_back(inner[(b + j) % inner.size()]);
    return outline;
}

} // namespace

MapGeometry intersectionGeometry(const IntersectionMap &map) {
    MapGeometry geometry;
    const float reach = float(map.halfSize) + kVerge;
    geometry.min = {-reach, -reach};
    geometry.max = {reach, reach};
    for (int leg = 0; leg < 4; ++leg) {
        const std::vector<Vec2> kerb = cornerLine(map, leg);
        geometry.road.insert(geometry.road.end(), kerb.begin(), kerb.end());
        geometry.paint.push_back({LineKind::Kerb, kerb, 0.02f});
        paintLeg(map, leg, geometry.paint);
    }
    return geometry;
}

MapGeometry trackGeometry(const Track &track) {
    MapGeometry geometry;
    std::vector<std::vector<Vec2>> walls;
    for (const TrackWall &wall : edgeWalls(track))
        walls.push_back(wall.points);
    std::sort(walls.begin(), walls.end(), [](const auto &a, const auto &b) {
        return std::abs(doubleArea(a)) > std::abs(doubleArea(b));
    });
    if (walls.size() < 2)
        return geometry;
    geometry.road = joined(oriented(walls[0], true), oriented(walls[1], false));
    geometry.min = geometry.max = geometry.road.front();
    for (const Vec2 p : geometry.road) {
        geometry.min = {std::min(geometry.min.x, p.x), std::min(geometry.min.y, p.y)};
        geometry.max = {std::max(geometry.max.x, p.x), std::max(geometry.max.y, p.y)};
    }
    constexpr float kRaceVerge = 0.5f; // m
    geometry.min = geometry.min - Vec2{kRaceVerge, kRaceVerge};
    geometry.max = geometry.max + Vec2{kRaceVerge, kRaceVerge};
    const std::vector<std::size_t> obstacles = obstaclesOf(track);
    for (std::size_t w = 0; w < track.walls.size(); ++w) {
        const bool edge = !std::binary_search(obstacles.begin(), obstacles.end(), w);
        std::vector<Vec2> line = oriented(track.walls[w].points, true);
        line.push_back(line.front());
        geometry.paint.push_back({edge ? LineKind::Wall : LineKind::Obstacle, std::move(line),
                                  edge ? 0.06f : 0.02f, track.walls[w].height});
    }
    for (std::size_t i = 0; i < track.checkpoints.size(); ++i)
        geometry.paint.push_back({i == 0 ? LineKind::StopLine : LineKind::LaneDivider,
                                  {track.checkpoints[i].left, track.checkpoints[i].right},
                                  i == 0 ? 0.10f : 0.02f});
    return geometry;
}

MapGeometry sceneGeometry(const Scenario &scenario) {
    if (scenario.kind == ScenarioKind::Intersection)
        return intersectionGeometry(scenario.map);
    return scenario.track ? trackGeometry(*scenario.track) : MapGeometry{};
}

Route makeRoute(const IntersectionMap &map, const IntersectionTaskSpec &task, int leg, Turn turn,
                int lane) {
    const int exit = (leg + (turn == Turn::Straight ? 2 : turn == Turn::Left ? 3 : 1)) % 4;
    const Vec2 in = legDirection(leg), out = legDirection(exit), heading = in * -1.0f;
    const float w = float(map.laneWidth), side = sideSign(map), b = carriageway(map);
    Route route;
    route.leg = leg;
    route.lane = lane;
    route.turn = turn;
    route.start.position =
        in * float(task.startDistance) + leftOf(heading) * (side * (float(lane) + 0.5f) * w);
    route.start.yaw = std::atan2(heading.y, heading.x);
    for (int i = 0; i < map.lanesPerDirection; ++i)
        route.goals.push_back(out * float(task.goalDistance) +
                              leftOf(out) * (side * (float(i) + 0.5f) * w));
    route.goalMiddle = (route.goals.front() + route.goals.back()) * 0.5f;
    route.centre = routeCentre(in, out, b, side * b / 2, float(map.halfSize), turn);
    route.halfWidth = b / 2;
    return route;
}

float lateralOffset(const Route &route, Vec2 point) {
    float best = std::numeric_limits<float>::max(), offset = 0;
    for (std::size_t i = 0; i + 1 < route.centre.size(); ++i) {
        const Vec2 a = route.centre[i], ab = route.centre[i + 1] - a, ap = point - a;
        const float lengthSquared = dot(ab, ab);
        float t = dot(ap, ab) / lengthSquared;
        // The first and last piece go on beyond their ends: leaving lengthwise is no violation.
        if (i > 0)
            t = std::max(t, 0.0f);
        if (i + 2 < route.centre.size())
            t = std::min(t, 1.0f);
        const Vec2 away = ap - ab * t;
        const float distanceSquared = dot(away, away);
        if (distanceSquared < best) {
            best = distanceSquared;
            offset = std::copysign(std::sqrt(distanceSquared), cross(ab, ap));
        }
    }
    return offset;
}

} // namespace paddock

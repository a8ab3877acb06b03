// What stands on the road of a race. A track is closed walls; two of them are the edges of the
// road, every other one is an obstacle. To cars, their LIDAR and the document all walls are alike.
#pragma once

#include "core/scenario/track.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace paddock {

// Walls, by index. One wall alone is both.
struct TrackEdges {
    std::size_t left = 0, right = 0;

    bool has(std::size_t wall) const { return wall == left || wall == right; }
    bool operator==(const TrackEdges &) const = default;
};

// The edge of a side is the wall that the ends of that side's widths lie nearest to, in the mean of
// places all round the track: an obstacle is near to a few of them at most, wherever it is pushed,
// however large it is, and in whatever order the walls are. An edge need not follow the line
// closely, as traced ones and those moved by hand do not. nullopt: no line or no wall to tell by.
std::optional<TrackEdges> edgesOf(const Track &track);
// The walls that are no edges, in the order of the document. None where the edges are unknown.
std::vector<std::size_t> obstaclesOf(const Track &track);
// Copies of the edges alone; all walls where the edges are unknown.
std::vector<TrackWall> edgeWalls(const Track &track);

// Between two edges; what stands there is not asked.
bool betweenEdges(std::span<const TrackWall> edges, Vec2 place);

// Where an obstacle stands: its middle and the direction of its first side.
struct ObstacleShape {
    Pose pose;
    std::optional<Vec2> size; // m, along the heading and across; nullopt: it is no rectangle
};
ObstacleShape shapeOf(const TrackWall &obstacle);
TrackWall boxObstacle(Pose pose, Vec2 size, float height);

// Whether two closed lines share a place: they cross, or one lies within the other.
bool overlap(std::span<const Vec2> a, std::span<const Vec2> b);

// How near two closed lines come to each other, and the middle between them there.
struct LineGap {
    double width = 0; // m, 0 where they cross
    Vec2 at;
};
// nullopt: `reach` or farther. The first line should be the smaller one.
std::optional<LineGap> gapBetween(std::span<const Vec2> a, std::span<const Vec2> b, double reach);

} // namespace paddock

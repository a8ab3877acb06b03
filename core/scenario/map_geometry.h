// The crossing as lines and areas: what the task measures against and what the scene draws.
#pragma once

#include "core/base/vec2.h"
#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace paddock {

enum class LineKind { Kerb, LaneDivider, CentreLine, StopLine, Crosswalk, Wall, Obstacle };

struct PaintLine {
    LineKind kind;
    std::vector<Vec2> points; // m
    float width = 0.01f;      // m
    float height = 0;         // m, of a wall or an obstacle
};

struct MapGeometry {
    std::vector<Vec2> road; // outline of the carriageway, counter-clockwise, closed implicitly
    std::vector<PaintLine> paint;
    Vec2 min, max; // m, bounding box with the verge
};

MapGeometry intersectionGeometry(const IntersectionMap &map);
// The road between its two edges, as one outline with a seam; obstacles are outlines on it.
MapGeometry trackGeometry(const Track &track);
// That of the scenario's kind; empty for a race whose track is not loaded.
MapGeometry sceneGeometry(const Scenario &scenario);

enum class Turn { Straight, Left, Right };

// One way through the crossing, from the start of a leg to the goal on another, and the carriageway
// around it.
struct Route {
    int leg = 0;
    int lane = 0;
    Turn turn = Turn::Straight;
    Pose start; // nominal: middle of the lane, startDistance from the crossing's middle
    std::vector<Vec2> goals;  // one for each lane of the exit leg, inner first
    Vec2 goalMiddle;          // what is observed and rewarded
    std::vector<Vec2> centre; // of the carriageway, m
    float halfWidth = 0;      // of the carriageway, m
};

// `lane` counts from the inner lane, 0 .. lanesPerDirection - 1.
Route makeRoute(const IntersectionMap &map, const IntersectionTaskSpec &task, int leg, Turn turn,
                int lane = 0);

// Signed distance (m) from the middle of the route's carriageway to a point, left positive.
float lateralOffset(const Route &route, Vec2 point);

} // namespace paddock

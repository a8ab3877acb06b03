// How fast a car could get round a track if only its tyres, its top speed and the walls held it
// back: the yardstick that lap times are measured by. Quasi-steady: at each place the tyres bear
// the bend at the speed held there, and give and take speed in between; a point mass that knows the
// road.
#pragma once

#include "core/scenario/track.h"
#include "core/scenario/vehicle_spec.h"

#include <span>
#include <vector>

namespace paddock {

// What a car can do at most.
struct CarLimits {
    double topSpeed = 0;      // m/s, where the motor at full throttle balances the drag
    double lateral = 0;       // m/s^2, the tyres' most grip across
    double longitudinal = 0;  // m/s^2, and along; drag helps to brake and hinders to speed up
    double drag = 0;          // 1/s
    double turningRadius = 0; // m, of the rear axle at full lock
    double halfWidth = 0;     // m
};
CarLimits carLimits(const VehicleSpec &car);

// A lap along a closed line.
struct LineLap {
    double length = 0;         // m
    double time = 0;           // s, of a flying lap
    double minSpeed = 0;       // m/s
    double minRadius = 0;      // m, of the tightest bend; infinite where there is none
    std::vector<double> speed; // m/s at each point of the line
};
LineLap lapAlong(std::span<const Vec2> line, const CarLimits &limits);

// The line between the walls, `margin` m away from them, that is shortest (straightness 0), bends
// least (1), or in between. `count` points.
std::vector<Vec2> lineBetweenWalls(const Track &track, double margin, double straightness,
                                   std::size_t count);

struct LapFloor {
    LineLap centre;           // along the centre line
    LineLap shortest;         // along the shortest line
    LineLap fastest;          // along the fastest line found; one that the car can steer, if any
    std::vector<Vec2> line;   // that one, m
    double straightness = 0;  // by which it was found
    double shortestBound = 0; // s, the shortest line at top speed all the way; nobody gets near it
};
// For a car whose middle stays its half width away from the walls.
LapFloor lapFloor(const Track &track, const CarLimits &limits);

} // namespace paddock

// A scanning range finder on a car: the first wall or car along each of its rays.
#pragma once

#include "core/base/rng.h"
#include "core/base/vec2.h"
#include "core/sim/wall_rays.h"

#include <span>
#include <vector>

namespace paddock {

enum class RayOrder {
    Sweep,   // from the rightmost ray to the leftmost
    MlAgents // centre, first to the right, first to the left, second to the right, ...
};

// Defaults: 27 rays over 270 degrees to 10 m (the racing scene of the paper's release), mounted as
// on the F1TENTH of AutoDRIVE.
struct LidarSpec {
    int rays = 27;
    float fieldOfView = 4.712389f;     // rad, between the outermost rays
    float range = 10;                  // m
    Pose mount{{0.2733f, 0.0f}, 0.0f}; // in the body's frame
    float noiseVariance = 0;           // m^2
    RayOrder order = RayOrder::Sweep;
};

// The footprint of a car.
struct OrientedBox {
    Vec2 centre;          // m, world frame
    float yaw = 0;        // rad
    float halfLength = 0; // m
    float halfWidth = 0;  // m
};

// Angle (rad, left positive, 0 = along the mount) of each ray in the order of the spec.
std::vector<double> rayAngles(const LidarSpec &spec);

// One kind of range finder among the walls of one track. Constant once built; any number of threads
// may scan.
class LidarMap {
  public:
    // `walls` are closed polylines, m.
    LidarMap(const LidarSpec &spec, const std::vector<std::vector<Vec2>> &walls,
             RayMethod method = kFastestRays);

    const LidarSpec &spec() const { return m_spec; }
    int rays() const { return m_spec.rays; }

    // Writes the range (m) of each ray, spec().range where nothing is hit, in the order of the
    // spec; `body` is the car's rear axle, `cars` are those that it can see. Where `misses` is
    // given it becomes 1 for rays that hit nothing and 0 for others. Both spans have rays() items.
    // Allocates nothing; without noise.
    void scan(Pose body, std::span<const OrientedBox> cars, std::span<float> ranges,
              std::span<float> misses = {}) const;

    // Adds the spec's noise to what `scan` found; misses stay as they are, ranges stay within
    // 0 .. range. Draws one number per ray.
    void addNoise(std::span<float> ranges, Rng &rng) const;

  private:
    struct Direction {
        double x, y;
    };

    LidarSpec m_spec;
    WallRays m_walls;
    std::vector<Direction> m_rays; // in the body's frame; [rays]
};

// Distance from `origin` along the unit vector (dx, dy) to a box, `limit` when it is missed or
// farther; 0 from inside.
double castBox(const OrientedBox &box, Vec2 origin, double dx, double dy, double limit);

} // namespace paddock

// Box2D's own ray cast against the walls of a track. It is another way to the same ranges: the yard
// stick of the benchmark and an oracle of the tests; scans of cars use WallRays.
#pragma once

#include "core/base/vec2.h"

#include <memory>
#include <vector>

namespace paddock {

class Box2dRays {
  public:
    // `walls` are closed polylines, m.
    explicit Box2dRays(const std::vector<std::vector<Vec2>> &walls);
    ~Box2dRays();

    // Distance (m) from `origin` along the unit vector (dx, dy) to the first wall; `limit` when
    // there is none that near. In single precision.
    double cast(Vec2 origin, double dx, double dy, double limit) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paddock

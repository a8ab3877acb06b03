// A situation held still: what one agent would observe from another place while everybody else
// stays as they were. Keeps copies only, so any thread may ask while the world goes on.
#pragma once

#include "core/base/vec2.h"

#include <optional>
#include <span>

namespace paddock {

class Viewpoint {
  public:
    struct Bounds {
        Vec2 min, max; // m
    };
    virtual ~Viewpoint() = default;

    // Writes the observation [D] with the rear axle at `pose` and the speed that the agent has,
    // without noise.
    virtual void observe(Pose pose, std::span<float> row) const = 0;
    // A car with its rear axle at `point`, turned as the road goes there; nullopt off the road that
    // the agent may drive on.
    virtual std::optional<Pose> placeAt(Vec2 point) const = 0;
    virtual Bounds bounds() const = 0; // of that road
    virtual Pose pose() const = 0;     // where the agent is
};

} // namespace paddock

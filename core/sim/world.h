// One physics world: cars of one kind on a plane, and who touches whom. Owned by one batch slot,
// never shared.
#pragma once

#include "core/base/vec2.h"
#include "core/sim/isolation.h"
#include "core/sim/vehicle_dynamics.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace paddock {

// What touches an agent besides other agents.
inline constexpr int kTouchedNobody = -1;
inline constexpr int kTouchedWall = -2;

// What a world holds besides its cars.
struct WorldSetup {
    std::vector<std::vector<Vec2>> walls; // closed polylines, m
    Isolation isolation;
};

class World {
  public:
    World(const VehicleSpec &spec, int agents, WorldSetup setup = {});
    ~World();
    World(World &&) noexcept;
    World &operator=(World &&) noexcept;

    int agents() const;
    float tickLength() const; // s

    // Forgets all history: as if newly constructed (Box2D keeps hidden state that no copy can
    // restore).
    void rebuild();
    // Puts an agent somewhere at rest, wheels straight.
    void place(int agent, Pose rearAxle);
    // Puts an agent somewhere under way: `velocity` of the centre of mass in the body's frame,
    // wheels rolling and turned by `steer` (rad, left positive), body settled on its springs.
    void launch(int agent, Pose rearAxle, BodyVelocity velocity, float steer);
    void setDynamics(int agent, const DynamicsSample &sample);
    const DynamicsSample &dynamics(int agent) const;
    void setCommand(int agent, VehicleCommand command);
    VehicleCommand command(int agent) const;

    // One physics step: tyres and suspension of each car, then contacts and motion.
    void tick();
    // The agent that `agent` has touched first since its contacts were cleared, kTouchedWall or
    // kTouchedNobody.
    int touched(int agent) const;
    void clearContacts(int agent);

    Pose pose(int agent) const;             // of the rear axle's middle
    BodyVelocity velocity(int agent) const; // of the centre of mass, body frame
    float speed(int agent) const;           // m/s, forward, at the centre of mass
    const VehicleState &state(int agent) const;
    // Corners of the footprint in the world: front left, front right, rear right, rear left.
    void footprint(int agent, Vec2 corners[4]) const;

    // FNV-1a 64 over the bits of all that changes.
    std::uint64_t stateHash() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Box2D fills its contact registry at the first contact, without a lock: call once before worlds
// run on several threads. Cheap when called again.
void warmUpPhysics();

} // namespace paddock

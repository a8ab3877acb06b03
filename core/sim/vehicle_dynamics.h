// How one car moves: planar rigid body on four wheels, each with spin, load and two-piece tyre
// curves; the body heaves, rolls and pitches on four spring-dampers, which sets the loads. One
// model for Nigel and F1TENTH. Integration is implicit in the tyre forces (secant stiffness), so
// that it is stable at 1 to 5 ms and never adds energy: a tyre can stop a slip within a tick but
// not reverse it.
#pragma once

#include "core/base/vec2.h"
#include "core/scenario/vehicle_spec.h"

#include <array>

namespace paddock {

inline constexpr float kGravity = 9.81f; // m/s^2

// What domain randomization changes in one car; zeros and ones are the nominal car.
struct DynamicsSample {
    float friction = 1;            // factor on both tyre curves
    float comOffset = 0;           // m, forward
    float suspensionOffset = 0;    // N/m, each wheel
    float tireStiffnessOffset = 0; // N/rad, lateral stiffness of each tyre at its static load
    float delay = 0;               // s, of what others tell (used by the task)

    bool operator==(const DynamicsSample &) const = default;
};

struct VehicleCommand {
    float throttle = 0; // 0..1; 0 brakes all wheels
    float steer = 0;    // -1..1 of the steering limit, left positive
};

// Velocity of the centre of mass, in the body's frame.
struct BodyVelocity {
    float x = 0;   // m/s, forward
    float y = 0;   // m/s, left
    float yaw = 0; // rad/s, counter-clockwise
};

// Four values, one per wheel: front left, front right, rear left, rear right.
using PerWheel = std::array<float, 4>;

// Everything of a car that changes besides its place and velocity.
struct VehicleState {
    float steer = 0;                // rad, left positive
    float wheelAngle = 0;           // rad, rolled so far by the rear wheels, modulo 2 pi
    PerWheel spin{};                // rad/s
    PerWheel load{};                // N
    float heave = 0, heaveRate = 0; // m, m/s, up
    float roll = 0, rollRate = 0;   // rad, rad/s, left side up
    float pitch = 0, pitchRate = 0; // rad, rad/s, nose down
    bool braking = false;
};

// F(S)/S of a tyre curve for S >= 0: the secant slope. F is cubic from the origin, where it rises
// as steeply as the chord to the extremum, to the extremum (zero slope), cubic to the asymptote
// (zero slope at both ends), flat beyond. The rise is measured: 2,000 records of the published
// demonstration at full throttle with the wheels straight give F/F_e = 0.16, 0.34, 0.45, 0.60, 0.82
// at S/S_e = 0.15, 0.28, 0.37, 0.49, 0.71; s + s^2 - s^3 is 0.17, 0.34, 0.45, 0.61, 0.86.
struct TireSecant {
    explicit TireSecant(const TireCurve &curve);
    float slopeAt(float slip) const;
    float forceAt(float slip) const { return slip * slopeAt(slip); }
    float slopeAtOrigin() const { return m_s0; }

  private:
    float m_extremum, m_asymptote, m_fe, m_fa, m_s0;
};

class VehicleDynamics {
  public:
    VehicleDynamics(const VehicleSpec &spec, const DynamicsSample &sample);

    // At rest, wheels still, body settled on its springs.
    VehicleState restState() const;
    // One tick from `velocity`; returns the new velocity, in the body's frame at the start of the
    // tick.
    BodyVelocity step(VehicleState &state, BodyVelocity velocity, VehicleCommand command) const;

    Vec2 centreOfMass() const { return m_com; } // m, from the rear axle's middle
    float tick() const { return m_dt; }
    float planarMass() const { return m_mass; }
    float yawInertia() const { return m_inertia; }
    // J: motion in the plane and spin of the wheels.
    float kineticEnergy(const VehicleState &state, BodyVelocity velocity) const;

  private:
    struct WheelFrame { // direction of each wheel and the columns by which it moves with the body
        PerWheel cosine, sine;
    };
    WheelFrame wheelFrame(float steer) const;
    void steerWheels(VehicleState &state, float command) const;
    void updateLoads(VehicleState &state) const;
    // N, what tyre friction is a share of.
    float grippingLoad(const VehicleState &state, int wheel) const {
        const float load = state.load[std::size_t(wheel)];
        return load > 0 ? m_loadFloor[std::size_t(wheel)] + m_loadSlope * load : 0;
    }
    struct SpinSystem {       // the wheels' spins after a tick as linear functions of the patch
                              // velocities
        PerWheel stiffness;   // N s/m, of each tyre along its wheel
        PerWheel inertia;     // kg m^2, with what damping and tyre add in a tick
        PerWheel momentum;    // N m s, without the tyre's part
        float sharedDrag = 0; // of the mean spin behind an open differential
        float brake = 0;      // N m s
    };
    PerWheel alongStiffness(const VehicleState &state, const PerWheel &spin,
                            const PerWheel &along) const;
    SpinSystem spinSystem(const VehicleState &state, const PerWheel &stiffness,
                          float throttle) const;
    PerWheel solveSpin(const SpinSystem &system, const PerWheel &along) const;
    BodyVelocity solveBody(const VehicleState &state, BodyVelocity v, const WheelFrame &wheel,
                           const SpinSystem &spins, const PerWheel &guess, const PerWheel &along,
                           const PerWheel &across) const;
    void swayBody(VehicleState &state, float forceX, float forceY) const;

    TireSecant m_longitudinal, m_lateral;
    float m_dt;
    Vec2 m_com;
    PerWheel m_x, m_y; // m, wheels relative to the centre of mass
    bool m_openDifferential = false;
    PerWheel m_drivenShare;  // of the mean spin
    PerWheel m_driven;       // 1 where the motor turns the wheel
    PerWheel m_staticLoad;   // N
    PerWheel m_loadFloor;    // N, of the gripping load
    float m_loadSlope = 1;   // gripping load per load
    float m_mass, m_inertia; // kg, kg m^2 in the plane
    float m_weight;          // N
    float m_bodyMass, m_rollInertia, m_pitchInertia;
    float m_comHeight;
    float m_wheelbase, m_halfTrack, m_radius, m_wheelInertia;
    float m_torque, m_damping, m_steerLimit, m_steerStep;
    float m_stiffness, m_springDamping;
    float m_frictionX, m_frictionY;
    float m_keepLinear, m_keepAngular; // what drag leaves of a velocity in one tick
};

} // namespace paddock

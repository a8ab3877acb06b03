#include "core/sim/vehicle_dynamics.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

// Below this speed (m/s) slips are taken relative to it, so that they stay finite at standstill.
constexpr float kSlipSpeed = 0.05f;

// Times its load at rest a tyre grips at most; there floor and slope meet the load itself.
constexpr float kLoadCeiling = 3;

float square(float v) {
    return v * v;
}

// Solves A x = b for a symmetric positive definite 3 x 3 matrix given by its upper triangle
// {a00, a01, a02, a11, a12, a22}.
std::array<float, 3> solveSymmetric(const std::array<float, 6> &a, const std::array<float, 3> &b) {
    const float l10 = a[1] / a[0], l20 = a[2] / a[0];
    const float d1 = a[3] - l10 * a[1];
    const float e21 = a[4] - l20 * a[1];
    const float l21 = e21 / d1;
    const float d2 = a[5] - l20 * a[2] - l21 * e21;
    const float y1 = b[1] - l10 * b[0];
    const float y2 = b[2] - l20 * b[0] - l21 * y1;
    const float x2 = y2 / d2;
    const float x1 = y1 / d1 - l21 * x2;
    return {b[0] / a[0] - l10 * x1 - l20 * x2, x1, x2};
}

} // namespace

TireSecant::TireSecant(const TireCurve &curve)
    : m_extremum(float(curve.extremumSlip)), m_asymptote(float(curve.asymptoteSlip)),
      m_fe(float(curve.extremumForce)), m_fa(float(curve.asymptoteForce)),
      m_s0(float(curve.extremumForce / curve.extremumSlip)) {}

float TireSecant::slopeAt(float slip) const {
    const float s = slip / m_extremum;
    const float rising = m_s0 * (1 + s - s * s);
    const float u = std::clamp((slip - m_extremum) / (m_asymptote - m_extremum), 0.0f, 1.0f);
    const float falling = (m_fe + (m_fa - m_fe) * u * u * (3 - 2 * u)) / std::max(slip, m_extremum);
    return slip < m_extremum ? rising : falling;
}

VehicleDynamics::VehicleDynamics(const VehicleSpec &spec, const DynamicsSample &sample)
    : m_longitudinal(spec.longitudinalTire), m_lateral(spec.lateralTire), m_dt(float(spec.tick)),
      m_mass(float(spec.planarMass)), m_inertia(float(spec.yawInertia)),
      m_weight(float(spec.weightMass) * kGravity), m_bodyMass(float(spec.weightMass)),
      m_comHeight(float(spec.comHeight)), m_wheelbase(float(spec.wheelbase)),
      m_halfTrack(float(spec.trackWidth) / 2), m_radius(float(spec.wheelRadius)),
      m_torque(float(spec.motorTorque)), m_damping(float(spec.wheelDamping)),
      m_steerLimit(float(spec.steeringLimit)), m_steerStep(float(spec.steeringRate) * m_dt),
      m_springDamping(float(spec.suspensionDamping)) {
    m_wheelInertia = 0.5f * float(spec.wheelMass) * square(m_radius);
    m_com.x =
        std::clamp(float(spec.comX) + sample.comOffset, 0.05f * m_wheelbase, 0.95f * m_wheelbase);
    m_com.y = float(spec.comY);
    const float lengthSquared = square(float(spec.bodyFront + spec.bodyRear));
    const float widthSquared = square(float(spec.bodyWidth));
    const float heightSquared = square(float(spec.bodyHeight));
    m_rollInertia = m_bodyMass / 12 * (widthSquared + heightSquared);
    m_pitchInertia = m_bodyMass / 12 * (lengthSquared + heightSquared);
    m_stiffness = std::max(float(spec.suspensionStiffness) + sample.suspensionOffset, 1.0f);
    m_keepLinear = 1 - float(spec.linearDrag) * m_dt;
    m_keepAngular = 1 - float(spec.angularDrag) * m_dt;

    const bool all = spec.drivetrain == Drivetrain::AllWheels;
    m_driven = {all ? 1.0f : 0.0f, all ? 1.0f : 0.0f, 1, 1};
    for (int i = 0; i < 4; ++i)
        m_drivenShare[i] = m_driven[i] / (all ? 4 : 2);
    m_openDifferential = spec.openDifferential;
    for (int i = 0; i < 4; ++i) {
        const float alongAxle = i < 2 ? m_wheelbase : 0;
        m_x[i] = alongAxle - m_com.x;
        m_y[i] = (i % 2 == 0 ? m_halfTrack : -m_halfTrack) - m_com.y;
        // Lever rule along and across.
        const float axleShare = (i < 2 ? m_com.x : m_wheelbase - m_com.x) / m_wheelbase;
        const float sideShare = 0.5f + (i % 2 == 0 ? 1.0f : -1.0f) * m_com.y / (2 * m_halfTrack);
        m_staticLoad[i] = m_weight * axleShare * sideShare;
        m_loadFloor[i] =
            float(spec.tireLoadFloor) * (m_staticLoad[i] + float(spec.wheelMass) * kGravity);
    }
    m_loadSlope = 1 - float(spec.tireLoadFloor) / kLoadCeiling;
    m_frictionX = std::max(sample.friction, 0.05f);
    const float nominalStiffness = m_lateral.slopeAtOrigin() * m_weight / 4;
    const float stiffer = 1 + sample.tireStiffnessOffset / std::max(nominalStiffness, 1e-3f);
    m_frictionY = m_frictionX * std::max(stiffer, 0.05f);
}

VehicleState VehicleDynamics::restState() const {
    VehicleState state;
    state.load = m_staticLoad;
    return state;
}

VehicleDynamics::WheelFrame VehicleDynamics::wheelFrame(float steer) const {
    WheelFrame frame{{1, 1, 1, 1}, {0, 0, 0, 0}};
    if (steer == 0)
        return frame;
    // Ackermann: both front wheels turn about the same point on the rear axle's line.
    const float t = std::tan(steer), across = m_halfTrack * t;
    const float tangents[2] = {m_wheelbase * t / (m_wheelbase - across),
                               m_wheelbase * t / (m_wheelbase + across)};
    for (int i = 0; i < 2; ++i) {
        frame.cosine[i] = 1 / std::sqrt(1 + square(tangents[i]));
        frame.sine[i] = tangents[i] * frame.cosine[i];
    }
    return frame;
}

void VehicleDynamics::steerWheels(VehicleState &state, float command) const {
    const float target = std::clamp(command, -1.0f, 1.0f) * m_steerLimit;
    state.steer += std::clamp(target - state.steer, -m_steerStep, m_steerStep);
}

void VehicleDynamics::updateLoads(VehicleState &state) const {
    for (int i = 0; i < 4; ++i) {
        const float height = state.heave + state.roll * m_y[i] - state.pitch * m_x[i];
        const float rate = state.heaveRate + state.rollRate * m_y[i] - state.pitchRate * m_x[i];
        state.load[i] =
            std::max(m_staticLoad[i] - m_stiffness * height - m_springDamping * rate, 0.0f);
    }
}

// The tyres' secant stiffness along the wheels, N s/m, for the given spins.
PerWheel VehicleDynamics::alongStiffness(const VehicleState &state, const PerWheel &spin,
                                         const PerWheel &along) const {
    PerWheel k;
    for (int i = 0; i < 4; ++i) {
        // Relative to the faster of patch and tread, as PhysX does: the demonstration's grip peaks
        // at (r w - v) / v = 0.18, which is the curve's 0.15 of r w.
        const float reference =
            std::max({std::abs(along[i]), std::abs(m_radius * spin[i]), kSlipSpeed});
        const float slip = std::abs(m_radius * spin[i] - along[i]) / reference;
        k[i] = m_longitudinal.slopeAt(slip) * m_frictionX * grippingLoad(state, i) / reference;
    }
    return k;
}

// Implicit in spin: I (w' - w) = dt (tau - c w_m' - r K (r w' - v')). The motor's damping c acts on
// the mean spin w_m of the driven wheels behind an open differential, else on each wheel's own.
// Throttle 0 brakes every wheel with the motor's torque. What the wheels do is linear in the patch
// velocities v', which the body's equations need.
VehicleDynamics::SpinSystem VehicleDynamics::spinSystem(const VehicleState &state,
                                                        const PerWheel &stiffness,
                                                        float throttle) const {
    SpinSystem system;
    system.stiffness = stiffness;
    system.brake = throttle <= 0 ? m_dt * m_torque : 0;
    float mobility = 0;
    for (int i = 0; i < 4; ++i) {
        const float ownDamping = m_openDifferential ? 0 : m_damping * m_driven[i];
        system.inertia[i] = m_wheelInertia + m_dt * (ownDamping + stiffness[i] * square(m_radius));
        system.momentum[i] =
            m_wheelInertia * state.spin[i] + m_dt * throttle * m_torque * m_driven[i];
        mobility += m_drivenShare[i] / system.inertia[i];
    }
    const float drag = m_openDifferential ? m_dt * m_damping : 0;
    system.sharedDrag = drag / (1 + drag * mobility);
    return system;
}

PerWheel VehicleDynamics::solveSpin(const SpinSystem &system, const PerWheel &along) const {
    PerWheel pushed;
    float mean = 0;
    for (int i = 0; i < 4; ++i) {
        pushed[i] = system.momentum[i] + m_dt * m_radius * system.stiffness[i] * along[i];
        mean += m_drivenShare[i] * pushed[i] / system.inertia[i];
    }
    PerWheel spin;
    for (int i = 0; i < 4; ++i) {
        const float p = pushed[i] - system.sharedDrag * mean * m_driven[i];
        spin[i] = std::copysign(std::max(std::abs(p) - system.brake, 0.0f), p) / system.inertia[i];
    }
    return spin;
}

// Heave, roll and pitch under the wheel loads and the tyre forces that act at the ground.
void VehicleDynamics::swayBody(VehicleState &state, float forceX, float forceY) const {
    float lift = -m_weight, rollMoment = m_comHeight * forceY, pitchMoment = -m_comHeight * forceX;
    for (int i = 0; i < 4; ++i) {
        lift += state.load[i];
        rollMoment += m_y[i] * state.load[i];
        pitchMoment -= m_x[i] * state.load[i];
    }
    state.heaveRate += m_dt * lift / m_bodyMass;
    state.rollRate += m_dt * rollMoment / m_rollInertia;
    state.pitchRate += m_dt * pitchMoment / m_pitchInertia;
    state.heave += m_dt * state.heaveRate;
    state.roll += m_dt * state.rollRate;
    state.pitch += m_dt * state.pitchRate;
}

BodyVelocity VehicleDynamics::step(VehicleState &state, BodyVelocity v,
                                   VehicleCommand command) const {
    v.x *= m_keepLinear;
    v.y *= m_keepLinear;
    v.yaw *= m_keepAngular;
    steerWheels(state, command.steer);
    updateLoads(state);

    const WheelFrame wheel = wheelFrame(state.steer);
    PerWheel along, across; // velocity of each contact patch in its wheel's frame, m/s
    for (int i = 0; i < 4; ++i) {
        const float px = v.x - v.yaw * m_y[i], py = v.y + v.yaw * m_x[i];
        along[i] = wheel.cosine[i] * px + wheel.sine[i] * py;
        across[i] = -wheel.sine[i] * px + wheel.cosine[i] * py;
    }
    const float throttle = std::clamp(command.throttle, 0.0f, 1.0f);
    state.braking = throttle <= 0;
    // First the spins as if the body kept its velocity; twice, for a throttle step changes the
    // stiffness a lot. Then spins and body together, with the stiffness found there.
    PerWheel guess = state.spin;
    for (int pass = 0; pass < 2; ++pass)
        guess = solveSpin(spinSystem(state, alongStiffness(state, guess, along), throttle), along);
    const SpinSystem spins = spinSystem(state, alongStiffness(state, guess, along), throttle);
    const BodyVelocity moved = solveBody(state, v, wheel, spins, guess, along, across);
    swayBody(state, m_mass * (moved.x - v.x) / m_dt, m_mass * (moved.y - v.y) / m_dt);
    for (int i = 0; i < 4; ++i)
        along[i] = wheel.cosine[i] * (moved.x - moved.yaw * m_y[i]) +
                   wheel.sine[i] * (moved.y + moved.yaw * m_x[i]);
    state.spin = solveSpin(spins, along);
    const float rolled = state.wheelAngle + 0.5f * (state.spin[2] + state.spin[3]) * m_dt;
    state.wheelAngle = rolled > 2 * kPi ? rolled - 2 * kPi : rolled < 0 ? rolled + 2 * kPi : rolled;
    return moved;
}

// (M + dt sum K j j^T) v' = M v + dt sum K r w j, with j the row by which a wheel's patch moves
// with the body. Where a wheel turns freely its spin follows v', which takes K (r^2 dt K / inertia)
// off; the differential adds a rank one.
BodyVelocity VehicleDynamics::solveBody(const VehicleState &state, BodyVelocity v,
                                        const WheelFrame &wheel, const SpinSystem &spins,
                                        const PerWheel &guess, const PerWheel &along,
                                        const PerWheel &across) const {
    std::array<float, 6> a{m_mass, 0, 0, m_mass, 0, m_inertia};
    std::array<float, 3> b{m_mass * v.x, m_mass * v.y, m_inertia * v.yaw};
    std::array<float, 3> u{}; // sum over driven wheels of dt K r / inertia j
    float drivenMean = 0;
    const auto addOuter = [&a](float k, float x, float y, float yaw) {
        a[0] += k * x * x;
        a[1] += k * x * y;
        a[2] += k * x * yaw;
        a[3] += k * y * y;
        a[4] += k * y * yaw;
        a[5] += k * yaw * yaw;
    };
    for (int i = 0; i < 4; ++i) {
        const float c = wheel.cosine[i], s = wheel.sine[i];
        const float yawAlong = s * m_x[i] - c * m_y[i], yawAcross = c * m_x[i] + s * m_y[i];
        const float reference = std::max(std::abs(along[i]), kSlipSpeed);
        const float across0 = m_dt * grippingLoad(state, i) / reference * m_frictionY *
                              m_lateral.slopeAt(std::abs(across[i]) / reference);
        addOuter(across0, -s, c, yawAcross);

        const bool locked = spins.brake > 0 && guess[i] == 0;
        const float k = m_dt * spins.stiffness[i];
        const float lever = locked ? 0 : k * m_radius / spins.inertia[i];
        addOuter(k - lever * m_radius * k, c, s, yawAlong);
        const float momentum = spins.momentum[i] - std::copysign(spins.brake, guess[i]);
        const float push = lever * momentum, driven = lever * m_driven[i];
        b[0] += push * c;
        b[1] += push * s;
        b[2] += push * yawAlong;
        u[0] += driven * c;
        u[1] += driven * s;
        u[2] += driven * yawAlong;
        drivenMean += m_drivenShare[i] * momentum / spins.inertia[i];
    }
    const float share = m_drivenShare[3]; // the same for every driven wheel
    addOuter(spins.sharedDrag * share, u[0], u[1], u[2]);
    for (int i = 0; i < 3; ++i)
        b[i] -= spins.sharedDrag * drivenMean * u[i];
    const auto [x, y, yaw] = solveSymmetric(a, b);
    return {x, y, yaw};
}

float VehicleDynamics::kineticEnergy(const VehicleState &state, BodyVelocity v) const {
    float energy = 0.5f * (m_mass * (square(v.x) + square(v.y)) + m_inertia * square(v.yaw));
    for (const float spin : state.spin)
        energy += 0.5f * m_wheelInertia * square(spin);
    return energy;
}

} // namespace paddock

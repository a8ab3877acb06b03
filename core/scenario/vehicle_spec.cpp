#include "core/scenario/vehicle_spec.h"

#include <array>
#include <optional>

namespace paddock {

namespace {

constexpr std::array<const char *, 2> kModels{"nigel", "f1tenth"};
constexpr std::array<const char *, 2> kDrivetrains{"rear_wheels", "all_wheels"};

// Nigel, from its system identification and simulator tables. Where no table has the number:
// wheel damping makes motor torque end at the published 0.26 m/s (0.26 / 0.0325 = 8 rad/s);
// suspension is the published natural frequency 10 rad/s and damping ratio 0.8 on a quarter of the
// mass; the lateral extremum gives the identified cornering stiffness 22.48 N/rad on a quarter of
// the weight (slope at the origin F/S) and the identified friction 0.4; the sliding values are
// a guess.
VehicleSpec nigel() {
    return VehicleSpec{};
}

// F1TENTH, from the scene of the published training (motor torque 85.6 N m, wheel radius 0.058 m)
// and the simulator's tables. The springs carry the rigid body's 3.47 kg. What the tyres grip with
// follows PhysX: its default tyre load filter leaves 0.2308 of the load at rest (which counts the
// wheel's own 0.109 kg) and 1 - 0.2308 / 3 of the spring's force. Sliding straight ahead that is
// 0.464 * (0.2308 * 3.906 + 0.9231 * 3.47) g / 3.47 = 5.38 m/s^2, minus and plus the drag 0.273 v.
// The published demonstration, 2,300 records at full throttle with the wheels straight:
// 5.18, 5.04, 4.94, 4.63, 4.43 m/s^2 at 0.75, 1.25, 1.75, 2.75, 3.25 m/s, which is 5.38 - 0.273 v
// within 0.06; its sliding coefficient is 0.463, its greatest 0.716. Replaying it open loop for one
// second at a time ends 0.07 m and 0.05 rad away, on the same demonstration that the structure was
// chosen on. Numbers that the published tables give were not fitted.
VehicleSpec f1tenth() {
    VehicleSpec s;
    s.model = VehicleModel::F1tenth;
    s.name = "f1tenth";
    s.tick = 0.001;
    s.planarMass = 3.47;
    s.weightMass = 3.47;
    s.yawInertia = 0.0934; // box of 0.50 x 0.27 m
    s.comX = 0.15532;
    s.comHeight = 0.07234; // 0.01434 above the axle
    s.wheelbase = 0.3240;
    s.trackWidth = 0.2360;
    s.wheelRadius = 0.058;
    s.wheelMass = 0.109;
    s.bodyFront = 0.414; // wheelbase + front overhang
    s.bodyRear = 0.08;
    s.bodyWidth = 0.27;
    s.bodyHeight = 0.19;
    s.drivetrain = Drivetrain::AllWheels;
    s.openDifferential = false;
    s.motorTorque = 21.4; // 85.6 shared by four wheels
    s.wheelDamping = 0.25;
    s.steeringLimit = 0.5236;
    s.steeringRate = 3.2;
    s.suspensionStiffness = 500;
    s.suspensionDamping = 100;
    s.tireLoadFloor = 0.2308;
    s.longitudinalTire = {0.15, 0.72, 0.25, 0.464};
    s.lateralTire = {0.01, 1.0, 0.10, 0.5};
    s.linearDrag = 0.273;
    s.angularDrag = 0.1;
    return s;
}

} // namespace

VehicleSpec vehicleDefaults(VehicleModel model) {
    return model == VehicleModel::Nigel ? nigel() : f1tenth();
}

void TireCurve::visit(FieldVisitor &v) {
    v.number({.key = "extremum_slip",
              .symbol = "S_e",
              .min = 1e-3,
              .max = 5,
              .help = "Slip at which the tyre grips most"},
             extremumSlip);
    v.number({.key = "extremum_force",
              .symbol = "F_e",
              .min = 0,
              .max = 5,
              .help = "Friction coefficient at the extremum"},
             extremumForce);
    v.number({.key = "asymptote_slip",
              .symbol = "S_a",
              .min = 2e-3,
              .max = 10,
              .help = "Slip from which the tyre slides; beyond it the force stays flat"},
             asymptoteSlip);
    v.number({.key = "asymptote_force",
              .symbol = "F_a",
              .min = 0,
              .max = 5,
              .help = "Friction coefficient when sliding"},
             asymptoteForce);
}

void VehicleSpec::visit(FieldVisitor &v) {
    if (const auto named = v.peekText("model"); named) {
        for (std::size_t i = 0; i < kModels.size(); ++i)
            if (*named == kModels[i] && model != VehicleModel(i))
                *this = vehicleDefaults(VehicleModel(i));
    }
    v.choice({.key = "model", .help = "Whose published numbers are the defaults"}, model, kModels);
    v.text({.key = "name", .help = "By which agents refer to this vehicle"}, name);
    v.number({.key = "tick",
              .unit = "s",
              .min = 0.0005,
              .max = 0.01,
              .help =
                  "One physics step. Chosen by a convergence test: 5 ms for the Nigel, 1 ms for "
                  "the F1TENTH"},
             tick);
    v.number({.key = "planar_mass",
              .unit = "kg",
              .symbol = "M",
              .min = 0.1,
              .max = 100,
              .help = "Mass that the tyre forces accelerate in the plane"},
             planarMass);
    v.number({.key = "weight_mass",
              .unit = "kg",
              .min = 0.1,
              .max = 100,
              .help = "Mass that the four springs carry"},
             weightMass);
    v.number({.key = "yaw_inertia",
              .unit = "kg m^2",
              .symbol = "I_z",
              .min = 1e-4,
              .max = 100,
              .help = "About the centre of mass"},
             yawInertia);
    v.number({.key = "com_x",
              .unit = "m",
              .min = -1,
              .max = 1,
              .help = "Centre of mass ahead of the rear axle"},
             comX);
    v.number({.key = "com_y",
              .unit = "m",
              .min = -0.5,
              .max = 0.5,
              .help = "Centre of mass left of the middle"},
             comY);
    v.number({.key = "com_height",
              .unit = "m",
              .min = 0,
              .max = 1,
              .help = "Centre of mass above the ground"},
             comHeight);
    v.number({.key = "wheelbase",
              .unit = "m",
              .symbol = "l",
              .min = 0.05,
              .max = 5,
              .help = "Front to rear axle"},
             wheelbase);
    v.number({.key = "track_width",
              .unit = "m",
              .symbol = "w",
              .min = 0.03,
              .max = 3,
              .help = "Left to right wheel"},
             trackWidth);
    v.number({.key = "wheel_radius",
              .unit = "m",
              .symbol = "r",
              .min = 0.01,
              .max = 1,
              .help = "Rolling radius"},
             wheelRadius);
    v.number({.key = "wheel_mass",
              .unit = "kg",
              .symbol = "m_w",
              .min = 0.001,
              .max = 20,
              .help = "Each wheel; its spin inertia is m_w r^2 / 2"},
             wheelMass);
    v.number({.key = "body_front",
              .unit = "m",
              .min = 0.05,
              .max = 5,
              .help = "Footprint ahead of the rear axle"},
             bodyFront);
    v.number({.key = "body_rear",
              .unit = "m",
              .min = 0,
              .max = 5,
              .help = "Footprint behind the rear axle"},
             bodyRear);
    v.number({.key = "body_width", .unit = "m", .min = 0.03, .max = 3, .help = "Footprint across"},
             bodyWidth);
    v.number({.key = "body_height", .unit = "m", .min = 0.03, .max = 3, .help = "For drawing only"},
             bodyHeight);
    v.number({.key = "contact_inset",
              .unit = "m",
              .min = 0,
              .max = 1,
              .help = "What touches walls and cars is smaller than the footprint by this on each "
                      "side: wheels and bumpers that overhang a collider"},
             contactInset);
    v.choice({.key = "drivetrain", .help = "Which wheels the motor turns"}, drivetrain,
             kDrivetrains);
    v.boolean({.key = "open_differential",
               .help =
                   "true: the driven wheels share the motor through a differential, so that the "
                   "car turns freely; false: each wheel is held at the motor's speed"},
              openDifferential);
    v.number({.key = "motor_torque",
              .unit = "N m",
              .symbol = "tau",
              .min = 0,
              .max = 500,
              .help = "On each driven wheel at throttle 1; the brake torque of all wheels at "
                      "throttle 0"},
             motorTorque);
    v.number({.key = "wheel_damping",
              .unit = "N m s/rad",
              .min = 1e-4,
              .max = 10,
              .help = "With the motor torque it sets the wheel speed that a throttle asks for"},
             wheelDamping);
    v.number({.key = "steering_limit",
              .unit = "rad",
              .symbol = "delta_max",
              .min = 0.01,
              .max = 1.2,
              .help = "Largest steering angle to either side"},
             steeringLimit);
    v.number({.key = "steering_rate",
              .unit = "rad/s",
              .min = 0.01,
              .max = 100,
              .help = "How fast the steering turns"},
             steeringRate);
    v.number({.key = "suspension_stiffness",
              .unit = "N/m",
              .symbol = "K",
              .min = 1,
              .max = 1e5,
              .help = "Each wheel"},
             suspensionStiffness);
    v.number({.key = "suspension_damping",
              .unit = "N s/m",
              .symbol = "B",
              .min = 0,
              .max = 1e4,
              .help = "Each wheel"},
             suspensionDamping);
    v.number({.key = "tire_load_floor",
              .min = 0,
              .max = 0.9,
              .help = "Share of its load at rest, with the wheel's own weight, that a tyre grips "
                      "with however little it carries; the rest comes from what it carries, up to "
                      "three times the load at rest. PhysX: 0.2308; 0 = the load itself"},
             tireLoadFloor);
    v.group({.key = "longitudinal_tire",
             .help = "Friction curve along the wheel, slip (r w - v) / max(|v|, |r w|)"},
            longitudinalTire);
    v.group({.key = "lateral_tire", .help = "Friction curve across the wheel, slip v_y / |v_x|"},
            lateralTire);
    v.number({.key = "linear_drag",
              .unit = "1/s",
              .min = 0,
              .max = 10,
              .help = "Velocity lost per second and velocity"},
             linearDrag);
    v.number({.key = "angular_drag",
              .unit = "1/s",
              .min = 0,
              .max = 10,
              .help = "Yaw rate lost per second and yaw rate"},
             angularDrag);
}

} // namespace paddock

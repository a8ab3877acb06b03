// Parameters of one vehicle model; the same equations serve the Nigel (1:14) and the F1TENTH
// (1:10). Frame of the body: origin on the rear axle's middle, x forward, y left, z up.
#pragma once

#include "core/base/parameter.h"

#include <string>

namespace paddock {

enum class VehicleModel { Nigel, F1tenth };
enum class Drivetrain { RearWheels, AllWheels };

// Two-piece cubic friction curve F(S): (0,0) -> extremum -> asymptote, flat beyond. F is a friction
// coefficient (force over wheel load), S is the slip.
struct TireCurve {
    double extremumSlip = 0.2;
    double extremumForce = 0.4;
    double asymptoteSlip = 0.5;
    double asymptoteForce = 0.3;

    void visit(FieldVisitor &v);
};

struct VehicleSpec {
    VehicleModel model = VehicleModel::Nigel;
    std::string name = "nigel"; // by which agents refer to it

    double tick = 0.005;         // s, one physics step
    double planarMass = 2.68;    // kg, what tyre forces accelerate in the plane
    double weightMass = 2.68;    // kg, what the springs carry
    double yawInertia = 0.01944; // kg m^2, about the centre of mass
    double comX = 0.07929;       // m, centre of mass ahead of the rear axle
    double comY = 0;             // m, centre of mass left of the middle
    double comHeight = 0.0993;   // m
    double wheelbase = 0.14155;  // m
    double trackWidth = 0.14724; // m
    double wheelRadius = 0.0325; // m
    double wheelMass = 0.1;      // kg, each
    double bodyFront = 0.23;     // m, footprint ahead of the rear axle
    double bodyRear = 0.07;      // m, footprint behind the rear axle
    double bodyWidth = 0.175;    // m
    double bodyHeight = 0.2568;  // m, drawing only
    double contactInset = 0;     // m, how much smaller on each side the outline is that touches

    Drivetrain drivetrain = Drivetrain::RearWheels;
    bool openDifferential = true; // driven wheels share the motor's speed, not their own
    double motorTorque =
        2.352; // N m on each driven wheel at throttle 1; also the brake torque at throttle 0
    double wheelDamping = 0.294;      // N m s/rad
    double steeringLimit = 0.5236;    // rad
    double steeringRate = 5.5116;     // rad/s
    double suspensionStiffness = 67;  // N/m, each wheel
    double suspensionDamping = 10.72; // N s/m, each wheel
    double tireLoadFloor = 0;         // of the load at rest; see visit()
    TireCurve longitudinalTire;
    TireCurve lateralTire{0.117, 0.4, 0.35, 0.3};
    double linearDrag = 0;    // 1/s
    double angularDrag = 0.1; // 1/s

    void visit(FieldVisitor &v);
};

// The published numbers of a model, with the source of each in vehicle_spec.cpp.
VehicleSpec vehicleDefaults(VehicleModel model);

} // namespace paddock

// A car as triangles, shaped from the numbers of its model. Frame of the body: rear axle's middle
// on the ground, x forward, y left, z up.
#pragma once

#include "core/scenario/vehicle_spec.h"
#include "widgets/scene/mesh.h"

namespace paddock {

enum class CarDetail { Near, Far };

// Measures of the drawn car that other parts of the scene need, m.
struct CarShape {
    float front = 0, rear = 0; // from the rear axle to the bumpers, both positive
    float halfWidth = 0;
    float clearance = 0; // of the sill above the ground
    float shoulder = 0;  // height of the bonnet and the lower edge of the windows
    float roof = 0;
    float top = 0; // of everything; the lidar stands on the roof when the model is that tall
    float wheelRadius = 0, wheelWidth = 0;
    float wheelbase = 0, halfTrack = 0;

    float length() const { return front + rear; }
};

CarShape carShape(const VehicleSpec &spec);

// Wheels are modelled about their own middle (axle along y); the shader puts them at hubPosition().
Mesh buildCarMesh(const CarShape &shape, CarDetail detail);
QVector3D hubPosition(const CarShape &shape, CarPart wheel);

} // namespace paddock

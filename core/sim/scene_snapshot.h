// A copy of what can be seen of a batch at one moment. The simulation makes it, the window draws
// it.
#pragma once

#include "core/base/vec2.h"

#include <cstdint>
#include <vector>

namespace paddock {

struct AgentVisual {
    Pose pose;              // rear axle in the world's frame
    Vec2 goal;              // m, world frame
    float speed = 0;        // m/s, along the body
    float throttle = 0;     // commanded, 0..1
    float steerCommand = 0; // rad, left positive
    float steer = 0;        // rad, of the wheels now
    float wheelAngle = 0;   // rad, rolled so far, modulo 2 pi
    float roll = 0;         // rad, of the body on its springs
    float pitch = 0;        // rad
    float heave = 0;        // m
    bool braking = false;
    std::uint8_t outcome = 0; // Outcome of the episode that ended with this step, 0 while it runs
    Vec2 velocity;            // m/s, of the centre of mass, world's frame
    Pose end;                 // rear axle where that episode ended; `pose` is the new start by then
};

struct SceneSnapshot {
    std::uint64_t step = 0; // decisions since the start of the batch
    double simTime = 0;     // s
    int worlds = 0;
    int agentsPerWorld = 0;
    std::vector<AgentVisual>
        agents; // [worlds * agentsPerWorld], row = world * agentsPerWorld + agent
};

} // namespace paddock

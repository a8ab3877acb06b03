// Domain randomization as Table II: what each replica (world) and each step draws.
#pragma once

#include "core/base/rng.h"
#include "core/scenario/scenario.h"
#include "core/sim/vehicle_dynamics.h"

namespace paddock {

// The dynamics of one agent of world `world`. Friction and delay come from grids over the replicas,
// the same for all agents of the world; the grids are walked with different strides, so that the
// two do not rise together. The agent's own dynamics are drawn from their grids by (seed, world,
// agent). All are scaled by the degree.
DynamicsSample drawDynamics(const RandomizationSpec &spec, std::uint64_t seed, int world,
                            int agent);

// Standard deviations (degree times the root of the variance) of what is drawn each step.
struct NoiseScale {
    float position = 0; // m
    float yaw = 0;      // rad
    float speed = 0;    // m/s
    float range = 0;    // m, of the LIDAR
    float action = 0;   // normalised
    bool any() const { return position > 0 || yaw > 0 || speed > 0 || range > 0 || action > 0; }
};
NoiseScale noiseScale(const RandomizationSpec &spec);

} // namespace paddock

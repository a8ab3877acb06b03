// What a randomization will draw, for people to look at: samples of every row of Table II by the
// same functions that worlds use, and what the drawn cars do under the same commands.
#pragma once

#include "core/base/vec2.h"
#include "core/scenario/scenario.h"

#include <stop_token>
#include <string>
#include <vector>

namespace paddock {

struct RandomizationRow {
    std::string field;          // of the document, e.g. "randomization.friction_range"
    std::vector<float> samples; // in the unit of the quantity: a noise's own, not its variance's
    double nominal = 0;         // without randomization
};
// One sample for each of `count` worlds (dynamics) or steps (noise); in the order of the document.
std::vector<RandomizationRow> previewRandomization(const RandomizationSpec &spec,
                                                   std::uint64_t seed, int count);

// Where cars with drawn dynamics go from the same start under the same commands.
struct GhostDrives {
    std::vector<std::vector<Pose>> paths; // of the rear axle; [cars][points]
    double seconds = 0;
    double throttle = 0, steer = 0; // of the limits

    bool operator==(const GhostDrives &) const = default;
};
// On an empty plane; ends early, with fewer paths, when it is stopped.
GhostDrives driveGhosts(const Scenario &scenario, Pose start, const std::stop_token &stop);

} // namespace paddock

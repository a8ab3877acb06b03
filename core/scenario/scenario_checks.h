// What a person who draws a scenario should know about it, each with the item and the place that it
// is about: what makes it unsound, and what will only turn out on the track.
#pragma once

#include "core/base/result.h"
#include "core/base/vec2.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scene_item.h"

#include <array>
#include <optional>
#include <vector>

namespace paddock {

enum class CheckSeverity { Error, Warning };

struct SceneCheck {
    CheckSeverity severity = CheckSeverity::Error;
    SceneItem item;
    std::optional<Vec2> at; // m; nullopt: it has no place
    Problem problem;        // where: the item in words

    bool operator==(const SceneCheck &o) const {
        return severity == o.severity && item == o.item && at == o.at &&
               problem.text() == o.problem.text();
    }
};

// Errors first. Takes milliseconds for a drawn track, up to a second for the densest one that a
// document may hold.
std::vector<SceneCheck> checkScene(const Scenario &scenario);

// Corners of a car's footprint: front left, front right, rear right, rear left.
std::array<Vec2, 4> footprintAt(const VehicleSpec &car, Pose pose);
// Whether two footprints share a place.
bool footprintsOverlap(const std::array<Vec2, 4> &a, const std::array<Vec2, 4> &b);

namespace scene_checks {
// The two kinds' own checks.
void race(const Scenario &scenario, std::vector<SceneCheck> &found);
void obstacles(const Scenario &scenario, std::vector<SceneCheck> &found); // of a race
void crossing(const Scenario &scenario, std::vector<SceneCheck> &found);
} // namespace scene_checks

} // namespace paddock

// What the scene may draw over the worlds.
#pragma once

namespace paddock {

struct SceneOverlays {
    bool goals = true;
    bool trails = true;
    bool laneBounds = false;
    bool rays = true; // of the picked racer's LIDAR
    bool names = true;
    bool hud = true;
    bool operator==(const SceneOverlays &) const = default;
};

} // namespace paddock

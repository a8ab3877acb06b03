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
    bool checkpoints = true; // of the picked world's track
    bool contacts = true;    // short-lived marks where cars touched something
    bool velocity = false;   // arrows, of the cars of the picked world
    bool steering = false;   // of the picked car: commanded and applied
    bool operator==(const SceneOverlays &) const = default;
};

} // namespace paddock

// What of a scenario's scene a person can point at: items by kind and number.
#pragma once

namespace paddock {

enum class SceneItemKind {
    None,
    Document, // something without a place
    // A race.
    Control,
    LeftWidth, // at a control point
    RightWidth,
    WallPoint, // index: wall, part: point
    Checkpoint,
    CheckpointLeft,
    CheckpointRight,
    Start,
    StartYaw,
    Obstacle, // index: among the obstacles
    ObstacleYaw,
    // The intersection. index: leg
    LegEnd,
    LaneEdge,
    Corner,
    StartLine,
    GoalLine,
    GoalSize,
    Agent, // index: agent
};

struct SceneItem {
    SceneItemKind kind = SceneItemKind::None;
    int index = 0;
    int part = 0;

    bool operator==(const SceneItem &) const = default;
    explicit operator bool() const { return kind != SceneItemKind::None; }
};

} // namespace paddock

#include "core/scenario/polyline.h"
#include "core/scenario/scene_edit_parts.h"
#include "core/scenario/track.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_edit.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <cmath>

namespace paddock::scene_edit {

namespace {

constexpr float kYawHandle = 0.45f; // m ahead of the nose
constexpr float kWallSnap = 0.15f;  // m within which the end of a checkpoint goes to the wall

Vec2 leftOf(Vec2 v) {
    return {-v.y, v.x};
}
float rounded(float value) {
    return float(std::round(double(value) * 1e4) / 1e4);
}
Vec2 rounded(Vec2 v) {
    return {rounded(v.x), rounded(v.y)};
}

std::optional<std::uint32_t> vertexOf(const Track &track, int control) {
    const auto controls = controlsOf(track);
    if (control < 0 || std::size_t(control) >= controls.size())
        return std::nullopt;
    return controls[std::size_t(control)];
}

// Where a width ends: the side is +1 to the left.
Vec2 widthEnd(const Track &track, std::uint32_t vertex, float side) {
    const float width = side > 0 ? track.leftWidth[vertex] : track.rightWidth[vertex];
    return track.centre[vertex] + leftOf(tangentAt(track.centre, vertex)) * (side * width);
}

// The place of the nearest edge, if it is near.
Vec2 snappedToWall(const Track &track, Vec2 p) {
    Vec2 best = p;
    float distance = kWallSnap;
    for (const TrackWall &wall : edgeWalls(track))
        for (std::size_t i = 0; i < wall.points.size(); ++i) {
            const Vec2 a = wall.points[i], ab = wall.points[(i + 1) % wall.points.size()] - a;
            const float whole = dot(ab, ab);
            const float t = whole > 0 ? std::clamp(dot(p - a, ab) / whole, 0.0f, 1.0f) : 0;
            if (const float d = length(a + ab * t - p); d < distance) {
                distance = d;
                best = a + ab * t;
            }
        }
    return best;
}

void drag(Track &track, SceneItem item, Vec2 to, float nose, const DragOptions &options) {
    const auto index = std::size_t(item.index);
    switch (item.kind) {
    case SceneItemKind::Control:
        track = withControlMoved(track, index, to, options.reach);
        break;
    case SceneItemKind::LeftWidth:
    case SceneItemKind::RightWidth: {
        const std::uint32_t at = *vertexOf(track, item.index);
        const float side = item.kind == SceneItemKind::LeftWidth ? 1.0f : -1.0f;
        const float width =
            std::clamp(dot(to - track.centre[at], leftOf(tangentAt(track.centre, at)) * side),
                       0.01f, kMaxTrackWidth);
        track = withControlWidths(track, index, side > 0 ? width : track.leftWidth[at],
                                  side > 0 ? track.rightWidth[at] : width);
        break;
    }
    case SceneItemKind::WallPoint:
        track.walls[index].points[std::size_t(item.part)] = rounded(to);
        break;
    case SceneItemKind::Checkpoint:
        track.checkpoints[index] = checkpointAt(track, TrackCourse(track).locate(to).s);
        break;
    case SceneItemKind::CheckpointLeft:
        track.checkpoints[index].left = rounded(snappedToWall(track, to));
        break;
    case SceneItemKind::CheckpointRight:
        track.checkpoints[index].right = rounded(snappedToWall(track, to));
        break;
    case SceneItemKind::Start: {
        // The car keeps its angle to the line while it moves along it.
        StartSlot &slot = track.starts[index];
        const TrackCourse course(track);
        const TrackPlace place = course.locate(to);
        const float turned = slot.pose.yaw - course.poseAt(course.locate(slot.pose.position).s).yaw;
        slot.pose = {rounded(to), rounded(wrapAngle(course.poseAt(place.s).yaw + turned))};
        slot.side = place.offset >= 0 ? TrackSide::Left : TrackSide::Right;
        break;
    }
    case SceneItemKind::StartYaw: {
        StartSlot &slot = track.starts[index];
        const Vec2 ahead = to - slot.pose.position;
        if (length(ahead) > nose / 4)
            slot.pose.yaw = rounded(std::atan2(ahead.y, ahead.x));
        break;
    }
    case SceneItemKind::Obstacle:
    case SceneItemKind::ObstacleYaw:
        dragObstacle(track, item, to);
        break;
    default:
        break;
    }
}

} // namespace

std::optional<Vec2> racePlace(const Scenario &s, SceneItem item) {
    const Track &track = *s.track;
    const auto index = std::size_t(item.index);
    switch (item.kind) {
    case SceneItemKind::Control:
    case SceneItemKind::LeftWidth:
    case SceneItemKind::RightWidth: {
        const auto vertex = vertexOf(track, item.index);
        if (!vertex)
            return std::nullopt;
        return item.kind == SceneItemKind::Control
                   ? track.centre[*vertex]
                   : widthEnd(track, *vertex, item.kind == SceneItemKind::LeftWidth ? 1 : -1);
    }
    case SceneItemKind::WallPoint:
        if (item.index < 0 || index >= track.walls.size() || item.part < 0 ||
            std::size_t(item.part) >= track.walls[index].points.size())
            return std::nullopt;
        return track.walls[index].points[std::size_t(item.part)];
    case SceneItemKind::Checkpoint:
    case SceneItemKind::CheckpointLeft:
    case SceneItemKind::CheckpointRight: {
        if (item.index < 0 || index >= track.checkpoints.size())
            return std::nullopt;
        const TrackCheckpoint &line = track.checkpoints[index];
        return item.kind == SceneItemKind::Checkpoint       ? (line.left + line.right) * 0.5f
               : item.kind == SceneItemKind::CheckpointLeft ? line.left
                                                            : line.right;
    }
    case SceneItemKind::Start:
    case SceneItemKind::StartYaw: {
        if (item.index < 0 || index >= track.starts.size())
            return std::nullopt;
        const Pose pose = track.starts[index].pose;
        const float nose = float(s.agentVehicle().bodyFront);
        return item.kind == SceneItemKind::Start ? pose.position
                                                 : pose.toParent({nose + kYawHandle, 0});
    }
    case SceneItemKind::Obstacle:
    case SceneItemKind::ObstacleYaw:
        return obstaclePlace(track, item);
    default:
        return std::nullopt;
    }
}

std::vector<SceneHandle> raceHandles(const Scenario &s, SceneLayer layer, SceneItem selected) {
    const Track &track = *s.track;
    std::vector<SceneHandle> handles;
    const auto add = [&](SceneItemKind kind, std::size_t index, std::size_t part = 0) {
        const SceneItem item{kind, int(index), int(part)};
        if (const auto at = racePlace(s, item))
            handles.push_back({item, *at});
    };
    switch (layer) {
    case SceneLayer::Line: {
        const auto controls = controlsOf(track);
        for (std::size_t i = 0; i < controls.size(); ++i)
            handles.push_back({{SceneItemKind::Control, int(i)}, track.centre[controls[i]]});
        if (selected.kind == SceneItemKind::Control || selected.kind == SceneItemKind::LeftWidth ||
            selected.kind == SceneItemKind::RightWidth) {
            add(SceneItemKind::LeftWidth, std::size_t(selected.index));
            add(SceneItemKind::RightWidth, std::size_t(selected.index));
        }
        break;
    }
    case SceneLayer::Walls:
        for (std::size_t w = 0; w < track.walls.size(); ++w)
            for (std::size_t i = 0; i < track.walls[w].points.size(); ++i)
                add(SceneItemKind::WallPoint, w, i);
        break;
    case SceneLayer::Checkpoints:
        for (std::size_t i = 0; i < track.checkpoints.size(); ++i)
            for (const SceneItemKind kind :
                 {SceneItemKind::Checkpoint, SceneItemKind::CheckpointLeft,
                  SceneItemKind::CheckpointRight})
                add(kind, i);
        break;
    case SceneLayer::Starts:
        for (std::size_t i = 0; i < track.starts.size(); ++i) {
            add(SceneItemKind::Start, i);
            add(SceneItemKind::StartYaw, i);
        }
        break;
    case SceneLayer::Obstacles:
        addObstacleHandles(track, handles);
        break;
    }
    return handles;
}

Scenario raceDragged(const Scenario &s, SceneItem item, Vec2 to, const DragOptions &options) {
    if (!racePlace(s, item))
        return s;
    Track track = *s.track;
    drag(track, item, to, float(s.agentVehicle().bodyFront), options);
    Scenario next = s;
    if (track != *s.track)
        next.track = std::make_shared<const Track>(std::move(track));
    return next;
}

} // namespace paddock::scene_edit

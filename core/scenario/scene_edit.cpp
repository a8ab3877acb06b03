#include "core/scenario/scene_edit.h"

#include "core/base/text.h"
#include "core/scenario/map_geometry.h"
#include "core/scenario/polyline.h"
#include "core/scenario/scene_edit_parts.h"
#include "core/scenario/track.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_edit.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paddock {

namespace {

constexpr double kDegrees = 180 / 3.14159265358979323846;

bool racing(const Scenario &s) {
    return s.kind == ScenarioKind::Racing;
}
Scenario withTrack(const Scenario &s, Track track) {
    Scenario next = s;
    if (track != *s.track)
        next.track = std::make_shared<const Track>(std::move(track));
    return next;
}
template <class List>
bool has(const List &list, int index) {
    return index >= 0 && std::size_t(index) < list.size();
}

Inserted insertWallPoint(const Scenario &s, Vec2 at) {
    const Track &track = *s.track;
    std::size_t wall = 0, after = 0;
    double best = 1e30;
    for (std::size_t w = 0; w < track.walls.size(); ++w) {
        const std::vector<Vec2> &points = track.walls[w].points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::array<Vec2, 2> piece{points[i], points[(i + 1) % points.size()]};
            if (const double d = distanceTo(piece, at); d < best) {
                best = d;
                wall = w;
                after = i;
            }
        }
    }
    if (track.walls.empty())
        return {s, {}};
    Track next = track;
    std::vector<Vec2> &points = next.walls[wall].points;
    points.insert(points.begin() + std::ptrdiff_t(after + 1), at);
    return {withTrack(s, std::move(next)), {SceneItemKind::WallPoint, int(wall), int(after + 1)}};
}

Inserted insertCheckpoint(const Scenario &s, Vec2 at) {
    Track track = *s.track;
    if (track.checkpoints.size() >= kMaxCheckpoints)
        return {s, {}};
    const TrackCourse course(track);
    const float place = course.locate(at).s;
    const float first = track.checkpoints.empty() ? 0 : course.checkpointPlace(0).value_or(0.0f);
    std::size_t turn = track.checkpoints.size();
    for (std::size_t i = 1; i < track.checkpoints.size(); ++i)
        if (course.distanceAhead(first, course.checkpointPlace(i).value_or(first)) >
            course.distanceAhead(first, place)) {
            turn = i;
            break;
        }
    track.checkpoints.insert(track.checkpoints.begin() + std::ptrdiff_t(turn),
                             checkpointAt(track, place));
    return {withTrack(s, std::move(track)), {SceneItemKind::Checkpoint, int(turn)}};
}

Inserted insertStart(const Scenario &s, Vec2 at) {
    Track track = *s.track;
    if (track.starts.size() >= kMaxStarts)
        return {s, {}};
    const TrackCourse course(track);
    const TrackPlace place = course.locate(at);
    track.starts.push_back(
        {{at, course.poseAt(place.s).yaw}, place.offset >= 0 ? TrackSide::Left : TrackSide::Right});
    const int index = int(track.starts.size()) - 1;
    return {withTrack(s, std::move(track)), {SceneItemKind::Start, index}};
}

std::vector<ItemField> raceFields(const Track &track, SceneItem item) {
    const double far = double(kMaxTrackCoordinate);
    const auto place = [far](Vec2 p) {
        return std::vector<ItemField>{{"x", "m", p.x, -far, far}, {"y", "m", p.y, -far, far}};
    };
    std::vector<ItemField> fields;
    switch (item.kind) {
    case SceneItemKind::Control:
    case SceneItemKind::LeftWidth:
    case SceneItemKind::RightWidth: {
        const auto controls = controlsOf(track);
        if (!has(controls, item.index))
            return {};
        const std::uint32_t at = controls[std::size_t(item.index)];
        fields = place(track.centre[at]);
        fields.push_back({"left width", "m", track.leftWidth[at], 0.01, kMaxTrackWidth});
        fields.push_back({"right width", "m", track.rightWidth[at], 0.01, kMaxTrackWidth});
        return fields;
    }
    case SceneItemKind::WallPoint:
        if (!has(track.walls, item.index) ||
            !has(track.walls[std::size_t(item.index)].points, item.part))
            return {};
        fields = place(track.walls[std::size_t(item.index)].points[std::size_t(item.part)]);
        fields.push_back({"height", "m", track.walls[std::size_t(item.index)].height, 0.001, 100});
        return fields;
    case SceneItemKind::Checkpoint:
    case SceneItemKind::CheckpointLeft:
    case SceneItemKind::CheckpointRight: {
        if (!has(track.checkpoints, item.index))
            return {};
        const TrackCheckpoint &line = track.checkpoints[std::size_t(item.index)];
        return {{"left x", "m", line.left.x, -far, far},
                {"left y", "m", line.left.y, -far, far},
                {"right x", "m", line.right.x, -far, far},
                {"right y", "m", line.right.y, -far, far}};
    }
    case SceneItemKind::Start:
    case SceneItemKind::StartYaw:
        if (!has(track.starts, item.index))
            return {};
        fields = place(track.starts[std::size_t(item.index)].pose.position);
        fields.push_back(
            {"heading", "°", track.starts[std::size_t(item.index)].pose.yaw * kDegrees, -360, 360});
        return fields;
    case SceneItemKind::Obstacle:
    case SceneItemKind::ObstacleYaw:
        return scene_edit::obstacleFields(track, item.index);
    default:
        return {};
    }
}

// `v` holds all fields of the item, the new one among them.
Scenario withRaceFields(const Scenario &s, SceneItem item, std::size_t field,
                        const std::vector<ItemField> &v) {
    Track track = *s.track;
    const auto index = std::size_t(item.index);
    const auto point = [&v](std::size_t first) {
        return Vec2{float(v[first].value), float(v[first + 1].value)};
    };
    switch (item.kind) {
    case SceneItemKind::Control:
    case SceneItemKind::LeftWidth:
    case SceneItemKind::RightWidth:
        track = field < 2 ? withControlMoved(track, index, point(0))
                          : withControlWidths(track, index, float(v[2].value), float(v[3].value));
        break;
    case SceneItemKind::WallPoint:
        track.walls[index].points[std::size_t(item.part)] = point(0);
        track.walls[index].height = float(v[2].value);
        break;
    case SceneItemKind::Checkpoint:
    case SceneItemKind::CheckpointLeft:
    case SceneItemKind::CheckpointRight:
        track.checkpoints[index] = {point(0), point(2)};
        break;
    case SceneItemKind::Start:
    case SceneItemKind::StartYaw:
        track.starts[index].pose.position = point(0);
        if (field == 2)
            track.starts[index].pose.yaw = wrapAngle(float(v[2].value / kDegrees));
        break;
    case SceneItemKind::Obstacle:
    case SceneItemKind::ObstacleYaw:
        scene_edit::setObstacleField(track, item.index, field, v[field].value);
        break;
    default:
        break;
    }
    return withTrack(s, std::move(track));
}

} // namespace

std::vector<SceneHandle> sceneHandles(const Scenario &s, SceneLayer layer, SceneItem selected) {
    if (racing(s))
        return s.track ? scene_edit::raceHandles(s, layer, selected) : std::vector<SceneHandle>{};
    return scene_edit::crossingHandles(s, selected);
}

std::optional<Vec2> itemPlace(const Scenario &s, SceneItem item) {
    if (racing(s))
        return s.track ? scene_edit::racePlace(s, item) : std::nullopt;
    return scene_edit::crossingPlace(s, item);
}

std::string itemName(const Scenario &s, SceneItem item) {
    static const char *const kLegs[] = {"east", "north", "west", "south"};
    const std::string number = " " + std::to_string(item.index + 1);
    const std::string leg = std::string(kLegs[item.index & 3]) + " leg";
    switch (item.kind) {
    case SceneItemKind::None:
    case SceneItemKind::Document:
        return s.name;
    case SceneItemKind::Control:
        return "Control point" + number;
    case SceneItemKind::LeftWidth:
        return "Width left of control point" + number;
    case SceneItemKind::RightWidth:
        return "Width right of control point" + number;
    case SceneItemKind::WallPoint:
        return "Wall" + number + ", point " + std::to_string(item.part + 1);
    case SceneItemKind::Checkpoint:
    case SceneItemKind::CheckpointLeft:
    case SceneItemKind::CheckpointRight:
        return item.index == 0 ? "Start and finish" : "Checkpoint" + number;
    case SceneItemKind::Start:
    case SceneItemKind::StartYaw:
        return "Start slot" + number;
    case SceneItemKind::Obstacle:
    case SceneItemKind::ObstacleYaw:
        return "Obstacle" + number;
    case SceneItemKind::LegEnd:
        return "End of the " + leg;
    case SceneItemKind::LaneEdge:
        return "Kerb of the " + leg;
    case SceneItemKind::Corner:
        return "Corner beside the " + leg;
    case SceneItemKind::StartLine:
        return "Starts on the " + leg;
    case SceneItemKind::GoalLine:
    case SceneItemKind::GoalSize:
        return "Goal on the " + leg;
    case SceneItemKind::Agent:
        return "Agent A" + std::to_string(item.index + 1);
    }
    return {};
}

Scenario dragged(const Scenario &s, SceneItem item, Vec2 to, const DragOptions &options) {
    if (!std::isfinite(to.x) || !std::isfinite(to.y))
        return s;
    if (!racing(s))
        return scene_edit::crossingDragged(s, item, to);
    const Vec2 near{std::clamp(to.x, -kMaxTrackCoordinate, kMaxTrackCoordinate),
                    std::clamp(to.y, -kMaxTrackCoordinate, kMaxTrackCoordinate)};
    return s.track ? scene_edit::raceDragged(s, item, near, options) : s;
}

Inserted inserted(const Scenario &s, SceneLayer layer, Vec2 at, SceneItem) {
    if (!racing(s) || !s.track)
        return {s, {}};
    switch (layer) {
    case SceneLayer::Line: {
        std::size_t control = 0;
        Track track = withControlInserted(*s.track, at, control);
        return {withTrack(s, std::move(track)), {SceneItemKind::Control, int(control)}};
    }
    case SceneLayer::Walls:
        return insertWallPoint(s, at);
    case SceneLayer::Checkpoints:
        return insertCheckpoint(s, at);
    case SceneLayer::Starts:
        return insertStart(s, at);
    case SceneLayer::Obstacles: {
        Track track = *s.track;
        const std::optional<int> obstacle = scene_edit::addObstacle(track, at);
        if (!obstacle)
            return {s, {}};
        return {withTrack(s, std::move(track)), {SceneItemKind::Obstacle, *obstacle}};
    }
    }
    return {s, {}};
}

Scenario removed(const Scenario &s, SceneItem item) {
    if (!racing(s) || !s.track)
        return s;
    Track track = *s.track;
    switch (item.kind) {
    case SceneItemKind::Control:
    case SceneItemKind::LeftWidth:
    case SceneItemKind::RightWidth:
        track = withControlRemoved(track, std::size_t(item.index));
        break;
    case SceneItemKind::WallPoint:
        if (has(track.walls, item.index)) {
            std::vector<Vec2> &points = track.walls[std::size_t(item.index)].points;
            if (has(points, item.part) && points.size() > 3)
                points.erase(points.begin() + item.part);
        }
        break;
    case SceneItemKind::Checkpoint:
    case SceneItemKind::CheckpointLeft:
    case SceneItemKind::CheckpointRight:
        if (has(track.checkpoints, item.index) && track.checkpoints.size() > kMinCheckpoints)
            track.checkpoints.erase(track.checkpoints.begin() + item.index);
        break;
    case SceneItemKind::Start:
    case SceneItemKind::StartYaw:
        if (has(track.starts, item.index) && track.starts.size() > 1)
            track.starts.erase(track.starts.begin() + item.index);
        break;
    case SceneItemKind::Obstacle:
    case SceneItemKind::ObstacleYaw:
        scene_edit::removeObstacle(track, item.index);
        break;
    default:
        break;
    }
    return withTrack(s, std::move(track));
}

std::vector<ItemField> itemFields(const Scenario &s, SceneItem item) {
    if (racing(s))
        return s.track ? raceFields(*s.track, item) : std::vector<ItemField>{};
    return scene_edit::crossingFields(s, item);
}

Result<Scenario> withItemField(const Scenario &s, SceneItem item, std::size_t field, double value) {
    std::vector<ItemField> fields = itemFields(s, item);
    if (field >= fields.size())
        return s;
    const ItemField &f = fields[field];
    if (!(value >= f.min && value <= f.max))
        return Error(Problem{itemName(s, item) + ", " + f.key, "is " + numberText(value),
                             numberText(f.min) + " to " + numberText(f.max) +
                                 (f.unit.empty() ? "" : " " + f.unit)});
    fields[field].value = value;
    return racing(s) ? withRaceFields(s, item, field, fields)
                     : scene_edit::withCrossingField(s, item, field, value);
}

std::vector<Pose> startPoses(const Scenario &s) {
    std::vector<Pose> poses;
    if (racing(s)) {
        if (s.track)
            for (const StartSlot &slot : s.track->starts)
                poses.push_back(slot.pose);
        return poses;
    }
    for (int i = 0; i < int(s.agents.count); ++i)
        for (const Route &route : agentRoutes(s, i)) {
            poses.push_back(route.start);
            break;
        }
    return poses;
}

Scenario startedFrom(const Scenario &s, int slot) {
    if (!racing(s) || !s.track || !has(s.track->starts, slot))
        return s;
    Scenario next = s;
    next.racing.startAnywhere = false;
    auto track = std::make_shared<Track>(*s.track);
    std::rotate(track->starts.begin(), track->starts.begin() + slot, track->starts.end());
    next.track = std::move(track);
    return next;
}

} // namespace paddock

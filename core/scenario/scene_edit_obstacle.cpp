#include "core/scenario/scene_edit_parts.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <cmath>

namespace paddock::scene_edit {

namespace {

constexpr Vec2 kNewSize{0.3f, 0.3f}; // m
constexpr float kNewHeight = 0.33f;  // m, as of the walls
constexpr float kYawHandle = 0.2f;   // m beyond the obstacle's reach ahead
constexpr double kDegrees = 180 / 3.14159265358979323846;
constexpr double kLeastSide = 0.01, kMostSide = 100; // m

std::optional<std::size_t> wallOf(const Track &track, int index) {
    const std::vector<std::size_t> walls = obstaclesOf(track);
    if (index < 0 || std::size_t(index) >= walls.size())
        return std::nullopt;
    return walls[std::size_t(index)];
}

double rounded(double value, double perUnit) {
    return std::round(value * perUnit) / perUnit;
}
float kept(float value) {
    return std::clamp(float(rounded(double(value), 1e5)), -kMaxTrackCoordinate,
                      kMaxTrackCoordinate);
}

// The obstacle at another pose and of the same shape.
TrackWall placedAt(const TrackWall &wall, const ObstacleShape &shape, Pose pose) {
    if (shape.size)
        return boxObstacle(pose, *shape.size, wall.height);
    TrackWall moved = wall;
    for (Vec2 &p : moved.points) {
        p = pose.toParent(shape.pose.toLocal(p));
        p = {kept(p.x), kept(p.y)};
    }
    return moved;
}

Vec2 yawHandleOf(const TrackWall &wall) {
    const ObstacleShape shape = shapeOf(wall);
    float ahead = 0;
    for (const Vec2 p : wall.points)
        ahead = std::max(ahead, shape.pose.toLocal(p).x);
    return shape.pose.toParent({ahead + kYawHandle, 0});
}

} // namespace

std::optional<Vec2> obstaclePlace(const Track &track, SceneItem item) {
    const auto at = wallOf(track, item.index);
    if (!at)
        return std::nullopt;
    const TrackWall &wall = track.walls[*at];
    return item.kind == SceneItemKind::Obstacle ? shapeOf(wall).pose.position : yawHandleOf(wall);
}

void addObstacleHandles(const Track &track, std::vector<SceneHandle> &handles) {
    const std::vector<std::size_t> walls = obstaclesOf(track);
    for (std::size_t i = 0; i < walls.size(); ++i) {
        const TrackWall &wall = track.walls[walls[i]];
        handles.push_back({{SceneItemKind::Obstacle, int(i)}, shapeOf(wall).pose.position});
        handles.push_back({{SceneItemKind::ObstacleYaw, int(i)}, yawHandleOf(wall)});
    }
}

// What is dropped where it was keeps its bits.
void dragObstacle(Track &track, SceneItem item, Vec2 to) {
    const auto at = wallOf(track, item.index);
    if (!at)
        return;
    TrackWall &wall = track.walls[*at];
    const ObstacleShape shape = shapeOf(wall);
    Pose pose = shape.pose;
    if (item.kind == SceneItemKind::Obstacle) {
        if (to == pose.position)
            return;
        pose.position = to;
    } else {
        const Vec2 ahead = to - pose.position;
        if (to == yawHandleOf(wall) || length(ahead) < kYawHandle / 4)
            return;
        pose.yaw = std::atan2(ahead.y, ahead.x);
    }
    wall = placedAt(wall, shape, pose);
}

std::optional<int> addObstacle(Track &track, Vec2 at) {
    std::size_t points = 4;
    for (const TrackWall &wall : track.walls)
        points += wall.points.size();
    if (track.walls.size() < 2 || track.walls.size() >= kMaxWalls || points > kMaxWallPoints ||
        !betweenEdges(edgeWalls(track), at))
        return std::nullopt;
    const TrackCourse course(track);
    track.walls.push_back(
        boxObstacle({at, course.poseAt(course.locate(at).s).yaw}, kNewSize, kNewHeight));
    return int(obstaclesOf(track).size()) - 1;
}

void removeObstacle(Track &track, int index) {
    if (const auto at = wallOf(track, index))
        track.walls.erase(track.walls.begin() + std::ptrdiff_t(*at));
}

// Rounded to what a person can mean: 0.1 mm and a hundredth of a degree.
std::vector<ItemField> obstacleFields(const Track &track, int index) {
    const auto at = wallOf(track, index);
    if (!at)
        return {};
    const TrackWall &wall = track.walls[*at];
    const ObstacleShape shape = shapeOf(wall);
    const double far = double(kMaxTrackCoordinate);
    const auto metres = [](float value) { return rounded(double(value), 1e4); };
    std::vector<ItemField> fields{{"x", "m", metres(shape.pose.position.x), -far, far},
                                  {"y", "m", metres(shape.pose.position.y), -far, far}};
    if (shape.size) {
        fields.push_back(
            {"heading", "°", rounded(double(shape.pose.yaw) * kDegrees, 100), -360, 360});
        fields.push_back({"length", "m", metres(shape.size->x), kLeastSide, kMostSide});
        fields.push_back({"width", "m", metres(shape.size->y), kLeastSide, kMostSide});
    }
    fields.push_back({"height", "m", metres(wall.height), 0.001, 100});
    return fields;
}

// The other values stay as they are, not as they are shown.
void setObstacleField(Track &track, int index, std::size_t field, double value) {
    const auto at = wallOf(track, index);
    if (!at)
        return;
    TrackWall &wall = track.walls[*at];
    const ObstacleShape shape = shapeOf(wall);
    if (field == (shape.size ? 5u : 2u)) {
        wall.height = float(value);
        return;
    }
    ObstacleShape next = shape;
    if (field == 0)
        next.pose.position.x = float(value);
    else if (field == 1)
        next.pose.position.y = float(value);
    else if (field == 2)
        next.pose.yaw = wrapAngle(float(value / kDegrees));
    else
        (field == 3 ? next.size->x : next.size->y) = float(value);
    wall = next.size ? boxObstacle(next.pose, *next.size, wall.height)
                     : placedAt(wall, shape, next.pose);
}

} // namespace paddock::scene_edit

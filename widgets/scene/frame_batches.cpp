#include "widgets/scene/frame_batches.h"

#include "core/task/lidar_reading.h"
#include "widgets/scene/color_mix.h"
#include "widgets/scene/polygon.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kNearCarPixels = 70;               // longer on the screen than this: the fine mesh
constexpr float kFreeWay = 3;                      // m ahead from which a ray tells of no trouble
constexpr float kLightShift[2] = {0.05f, -0.035f}; // of the soft shadow, in car lengths per roof

// Almost white, so that nobody takes it for a car that can be hit.
QColor ghostColor(const QColor &color) {
    constexpr float kOwn = 0.25f;
    return QColor::fromRgbF(1 - kOwn + kOwn * color.redF(), 1 - kOwn + kOwn * color.greenF(),
                            1 - kOwn + kOwn * color.blueF());
}

void setRgba(std::uint8_t (&rgba)[4], const QColor &color) {
    rgba[0] = std::uint8_t(color.red());
    rgba[1] = std::uint8_t(color.green());
    rgba[2] = std::uint8_t(color.blue());
    rgba[3] = std::uint8_t(color.alpha());
}

Decal decal(DecalKind kind, Vec2 at, float yaw, Vec2 half, float soft, const QColor &color) {
    Decal d{at.x, at.y, yaw, half.x, half.y, soft, {}, std::uint8_t(kind), {0, 0, 0}};
    setRgba(d.rgba, color);
    return d;
}

// Marks keep a width of some three pixels, within limits in metres.
float markWidth(const Camera &camera, QVector3D at, float least, float most) {
    return std::clamp(3 / camera.pixelsPerMetre(at), least, most);
}

// A tight dark patch where the car meets the ground and a wide soft one away from the light.
void addShadow(const CarShape &car, const Pose &pose, std::vector<Decal> &decals) {
    const Vec2 middle = pose.toParent({0.5f * (car.front - car.rear), 0});
    const Vec2 half{0.5f * car.length(), car.halfWidth};
    const Vec2 away = Vec2{kLightShift[0], kLightShift[1]} * (car.roof / 0.14f);
    decals.push_back(decal(DecalKind::Glow, middle + away, pose.yaw, half * 0.98f, 0.45f * car.roof,
                           QColor(0, 0, 0, 105)));
    decals.push_back(decal(DecalKind::Glow, middle, pose.yaw, half * 0.97f, 0.16f * car.roof,
                           QColor(0, 0, 0, 150)));
}

// Light of the brakes on the road behind the car.
void addBrakeGlow(const CarShape &car, const Pose &pose, std::vector<Decal> &decals) {
    const Vec2 behind = pose.toParent({-car.rear - 0.03f * car.length(), 0});
    decals.push_back(decal(DecalKind::Glow, behind, pose.yaw,
                           {0.11f * car.length(), 0.9f * car.halfWidth}, 0.13f * car.length(),
                           QColor(255, 46, 38, 120)));
}

CarInstance instanceOf(const AgentVisual &agent, const Pose &pose, const QColor &color) {
    CarInstance car{
        pose.position.x, pose.position.y, pose.yaw, agent.wheelAngle, agent.roll, agent.pitch,
        agent.heave,     agent.steer,     {},       agent.braking,    {0, 0, 0}};
    setRgba(car.rgba, color);
    return car;
}

} // namespace

void FrameBatches::build(const SceneFrame &frame) {
    m_tiles.clear();
    m_near.clear();
    m_far.clear();
    m_decals.clear();
    m_lines.clear();
    m_lineIndices.clear();
    addTiles(frame);
    if (!frame.scene)
        return;
    addPickedTile(frame);
    if (frame.overlays.laneBounds)
        addLaneBounds(frame);
    if (frame.overlays.rays)
        addRays(frame);
    for (int row = 0; row < int(frame.scene->agents.size()); ++row)
        addAgent(frame, row);
}

void FrameBatches::addTiles(const SceneFrame &frame) {
    const TileLayout &layout = frame.model.layout;
    const Vec2 middle = (layout.tileMin() + layout.tileMax()) * 0.5f;
    const float radius = 0.5f * length(layout.tileMax() - layout.tileMin());
    for (int world = 0; world < layout.worlds(); ++world) {
        const Vec2 origin = layout.origin(world), centre = origin + middle;
        if (frame.camera.sees({centre.x, centre.y, 0}, radius))
            m_tiles.push_back(origin);
    }
}

void FrameBatches::addAgent(const SceneFrame &frame, int row) {
    const CarShape &shape = frame.model.car;
    const AgentVisual &agent = frame.scene->agents[std::size_t(row)];
    const int perWorld = std::max(frame.scene->agentsPerWorld, 1);
    const Vec2 origin = frame.model.layout.origin(row / perWorld);
    const QColor own = agentColor(frame.model.colorOf(row));
    const QColor color = row == frame.ghost ? ghostColor(own) : own;
    if (frame.overlays.trails && row < frame.trails.rows())
        addTrail(frame, row, color);
    const bool racing = frame.model.scenario.kind == ScenarioKind::Racing;
    if (frame.overlays.goals && (!racing || row == frame.picked)) {
        const float radius = racing ? 0.3f : float(frame.model.scenario.task.goalTolerance);
        const bool isPicked = row == frame.picked;
        m_decals.push_back(decal(DecalKind::Ring, agent.goal + origin, 0, {radius, radius},
                                 isPicked ? 0.011f : 0.007f,
                                 withAlpha(color, isPicked ? 0.95f : 0.75f)));
    }
    const Pose pose{agent.pose.position + origin, agent.pose.yaw};
    const Vec2 middle = pose.toParent({0.5f * (shape.front - shape.rear), 0});
    const QVector3D centre(middle.x, middle.y, 0.5f * shape.roof);
    if (!frame.camera.sees(centre, 1.5f * shape.length()))
        return;
    addShadow(shape, pose, m_decals);
    if (agent.braking)
        addBrakeGlow(shape, pose, m_decals);
    if (frame.markPicked && row == frame.picked && row != frame.driver) {
        const float radius = 0.74f * shape.length();
        const float rim = markWidth(frame.camera, centre, 0.006f, 0.024f);
        m_decals.push_back(
            decal(DecalKind::Pick, middle, 0, {radius, radius}, 0.5f * rim, frame.theme.accent));
    }
    const bool isNear = frame.camera.pixelsPerMetre(centre) * shape.length() > kNearCarPixels;
    (isNear ? m_near : m_far).push_back(instanceOf(agent, pose, color));
}

void FrameBatches::addTrail(const SceneFrame &frame, int row, const QColor &color) {
    const int count = frame.trails.size(row);
    const Vec2 origin = frame.model.layout.origin(row / std::max(frame.scene->agentsPerWorld, 1));
    m_points.clear();
    for (int i = 0; i < count; ++i)
        m_points.push_back(frame.trails.point(row, i) + origin);
    const bool isPicked = row == frame.picked;
    appendRibbon(m_points, isPicked ? 0.028f : 0.020f, withAlpha(color, isPicked ? 0.9f : 0.65f),
                 false, 0, m_lines, m_lineIndices);
}

void FrameBatches::addLaneBounds(const SceneFrame &frame) {
    const int row = frame.picked, perWorld = std::max(frame.scene->agentsPerWorld, 1);
    if (row < 0 || row >= int(frame.scene->agents.size()))
        return;
    const Vec2 goal = frame.scene->agents[std::size_t(row)].goal;
    const auto route = routeOf(frame.model.scenario, row % perWorld, goal);
    if (!route)
        return;
    const Vec2 origin = frame.model.layout.origin(row / perWorld);
    for (const float side : {-1.f, 1.f}) {
        std::vector<Vec2> bound = offsetPolyline(route->centre, side * route->halfWidth, false);
        for (Vec2 &p : bound)
            p = p + origin;
        appendRibbon(bound, 0.022f, withAlpha(frame.theme.good, 0.9f), false, 1, m_lines,
                     m_lineIndices);
    }
}

// What the picked racer sees: near walls and cars in the colour of trouble, far ones in that of a
// free way, and thin lines where nothing is hit.
void FrameBatches::addRays(const SceneFrame &frame) {
    const int row = frame.picked, perWorld = std::max(frame.scene->agentsPerWorld, 1);
    if (!frame.detail || frame.detail->row != row || row < 0 ||
        row >= int(frame.scene->agents.size()))
        return;
    const Scenario &scenario = frame.model.scenario;
    const LidarReading reading = LidarColumns(scenario).read(frame.detail->observation);
    const Pose &body = frame.scene->agents[std::size_t(row)].pose;
    const Vec2 origin = frame.model.layout.origin(row / perWorld);
    const Vec2 from = body.toParent({float(scenario.racing.lidar.mountX), 0}) + origin;
    // From the driver's eye the road is seen almost edge on.
    const bool ownEyes = frame.driver == row;
    const float width =
        ownEyes ? 0.025f : markWidth(frame.camera, {from.x, from.y, 0}, 0.006f, 0.02f);
    for (std::size_t i = 0; i < reading.ranges.size(); ++i) {
        const float angle = body.yaw + float(reading.angles[i]), range = float(reading.ranges[i]);
        const bool hit = reading.ranges[i] < reading.reach;
        const Vec2 to = from + Vec2{std::cos(angle), std::sin(angle)} * range;
        const QColor color =
            mixed(frame.theme.bad, frame.theme.good, std::clamp(range / kFreeWay, 0.f, 1.f));
        m_points.assign({from, to});
        appendRibbon(m_points, hit ? 0.7f * width : 0.4f * width,
                     withAlpha(color, hit ? 0.6f : 0.25f), false, 1, m_lines, m_lineIndices);
        if (hit)
            m_decals.push_back(decal(DecalKind::Glow, to, angle, {1.2f * width, 1.2f * width},
                                     width, withAlpha(color, 0.9f)));
    }
}

void FrameBatches::addPickedTile(const SceneFrame &frame) {
    const TileLayout &layout = frame.model.layout;
    if (frame.picked < 0 || layout.worlds() < 2)
        return;
    const int world = frame.picked / std::max(frame.scene->agentsPerWorld, 1);
    constexpr float kOut = 0.055f;
    const Vec2 lo = layout.boundsMin(world) - Vec2{kOut, kOut};
    const Vec2 hi = layout.boundsMax(world) + Vec2{kOut, kOut};
    const std::vector<Vec2> outline = roundedRectangle(lo, hi, 0.12f, 6);
    const Vec2 middle = (lo + hi) * 0.5f;
    const float width = markWidth(frame.camera, {middle.x, middle.y, 0}, 0.008f, 0.05f);
    appendRibbon(outline, width, frame.theme.accent, true, 1, m_lines, m_lineIndices);
}

} // namespace paddock

#include "widgets/scene/frame_batches.h"

#include "widgets/scene/color_mix.h"
#include "widgets/scene/decals.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kNearCarPixels = 70;               // longer on the screen than this: the fine mesh
constexpr float kLightShift[2] = {0.05f, -0.035f}; // of the soft shadow, in car lengths per roof

// Almost white, so that nobody takes it for a car that can be hit.
QColor ghostColor(const QColor &color) {
    constexpr float kOwn = 0.25f;
    return QColor::fromRgbF(1 - kOwn + kOwn * color.redF(), 1 - kOwn + kOwn * color.greenF(),
                            1 - kOwn + kOwn * color.blueF());
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
    if (frame.overlays.checkpoints)
        addCheckpoints(frame);
    if (frame.overlays.rays)
        addRays(frame);
    if (frame.overlays.contacts)
        addContacts(frame);
    for (int row = 0; row < int(frame.scene->agents.size()); ++row)
        addAgent(frame, row);
    if (frame.overlays.steering)
        addSteering(frame);
    if (frame.overlays.velocity)
        addVelocity(frame);
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

} // namespace paddock

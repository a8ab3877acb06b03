// What is drawn over the worlds to explain them: trails, bounds, checkpoints, rays, contacts, and
// how the picked car moves and steers.
#include "core/scenario/track.h"
#include "core/sim/isolation.h"
#include "core/sim/lidar.h"
#include "core/task/lidar_reading.h"
#include "widgets/scene/color_mix.h"
#include "widgets/scene/decals.h"
#include "widgets/scene/polygon.h"

#include <cmath>

namespace paddock {

namespace {

// Okabe-Ito, so that kinds of hits can be told apart by everybody.
const QColor kWallHit(0xE6, 0x9F, 0x00), kCarHit(0xCC, 0x79, 0xA7);
constexpr float kHitTolerance = 0.05f;   // m, noise of the sensor and age of the picture
constexpr float kVelocitySeconds = 0.5f; // the arrow is what the car drives in this time
constexpr float kSteeringLengths = 2.5f; // car lengths ahead that steering is drawn for
constexpr int kArcPoints = 16;

// The cars that `row` can see, as boxes in its world's frame.
std::vector<OrientedBox> seenCars(const SceneFrame &frame, int row) {
    const Scenario &scenario = frame.model.scenario;
    const Isolation isolation(scenario.parallel.isolation, int(scenario.agents.count));
    const CarShape &car = frame.model.car;
    const int perWorld = std::max(frame.scene->agentsPerWorld, 1),
              first = row / perWorld * perWorld;
    std::vector<OrientedBox> boxes;
    for (int other = 0; other < perWorld; ++other) {
        const std::size_t index = std::size_t(first + other);
        if (index >= frame.scene->agents.size() || !isolation.perceives(row - first, other))
            continue;
        const Pose &pose = frame.scene->agents[index].pose;
        boxes.push_back({pose.toParent({0.5f * (car.front - car.rear), 0}), pose.yaw,
                         0.5f * car.length(), car.halfWidth});
    }
    return boxes;
}

bool meetsCar(const std::vector<OrientedBox> &cars, Vec2 from, float angle, double range) {
    const double limit = range + double(kHitTolerance);
    for (const OrientedBox &car : cars)
        if (castBox(car, from, std::cos(double(angle)), std::sin(double(angle)), limit) < limit)
            return true;
    return false;
}

// Largest of the rays' sensitivities; 0 without any.
double largest(const std::vector<double> &values) {
    double most = 0;
    for (const double value : values)
        most = std::max(most, std::abs(value));
    return most;
}

// The way of the rear axle with the front wheels at `steer`, `along` metres from the car's pose.
std::vector<Vec2> steeredWay(const Pose &pose, float steer, float wheelbase, float along) {
    std::vector<Vec2> points;
    const float curvature = std::tan(steer) / std::max(wheelbase, 1e-3f);
    for (int i = 0; i <= kArcPoints; ++i) {
        const float s = along * float(i) / kArcPoints, turned = curvature * s;
        const Vec2 local = std::abs(curvature) < 1e-4f
                               ? Vec2{s, 0.5f * curvature * s * s}
                               : Vec2{std::sin(turned), 1 - std::cos(turned)} * (1 / curvature);
        points.push_back(pose.toParent(local));
    }
    return points;
}

} // namespace

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

// Across the road of the picked world; the one that counts next stands out.
void FrameBatches::addCheckpoints(const SceneFrame &frame) {
    const Scenario &scenario = frame.model.scenario;
    if (scenario.kind != ScenarioKind::Racing || !scenario.track)
        return;
    const int perWorld = std::max(frame.scene->agentsPerWorld, 1);
    const int world = std::max(frame.picked, 0) / perWorld;
    const Vec2 origin = frame.model.layout.origin(world);
    const bool told = frame.detail && frame.detail->row == frame.picked;
    const int next =
        told && frame.detail->race.checkpoints > 0 ? frame.detail->race.nextCheckpoint : -1;
    const auto &checkpoints = scenario.track->checkpoints;
    for (std::size_t i = 0; i < checkpoints.size(); ++i) {
        const bool isNext = int(i) == next;
        m_points.assign({checkpoints[i].left + origin, checkpoints[i].right + origin});
        const QVector3D middle(m_points[0].x, m_points[0].y, 0);
        appendRibbon(m_points, markWidth(frame.camera, middle, 0.012f, 0.05f) * (isNext ? 1.5f : 1),
                     isNext ? withAlpha(frame.theme.good, 0.95f)
                            : withAlpha(frame.theme.paint, 0.28f),
                     false, 1, m_lines, m_lineIndices);
    }
}

// What the picked racer sees, coloured by what is hit; wider where the chosen action depends on it
// more.
void FrameBatches::addRays(const SceneFrame &frame) {
    const int row = frame.picked, perWorld = std::max(frame.scene->agentsPerWorld, 1);
    if (!frame.detail || frame.detail->row != row || row < 0 ||
        row >= int(frame.scene->agents.size()))
        return;
    const Scenario &scenario = frame.model.scenario;
    const LidarColumns columns(scenario);
    const LidarReading reading = columns.read(frame.detail->observation);
    const std::vector<double> sensitivity = columns.perMetre(frame.detail->sensitivity);
    const double most = largest(sensitivity);
    const Pose &body = frame.scene->agents[std::size_t(row)].pose;
    const Vec2 origin = frame.model.layout.origin(row / perWorld);
    const Vec2 sensor = body.toParent({float(scenario.racing.lidar.mountX), 0});
    const Vec2 from = sensor + origin;
    const std::vector<OrientedBox> cars = seenCars(frame, row);
    // From the driver's eye the road is seen almost edge on.
    const bool ownEyes = frame.driver == row;
    const float width =
        ownEyes ? 0.025f : markWidth(frame.camera, {from.x, from.y, 0}, 0.006f, 0.02f);
    for (std::size_t i = 0; i < reading.ranges.size(); ++i) {
        const float angle = body.yaw + float(reading.angles[i]), range = float(reading.ranges[i]);
        const bool hit = reading.ranges[i] < reading.reach;
        const bool car = hit && meetsCar(cars, sensor, angle, reading.ranges[i]);
        const Vec2 to = from + Vec2{std::cos(angle), std::sin(angle)} * range;
        const float weight = most > 0 ? float(std::abs(sensitivity[i]) / most) : 0.35f;
        const QColor color = car ? kCarHit : hit ? kWallHit : frame.theme.text;
        m_points.assign({from, to});
        appendRibbon(m_points, (hit ? 0.45f + 1.3f * weight : 0.4f) * width,
                     withAlpha(color, hit ? 0.45f + 0.45f * weight : 0.22f), false, 1, m_lines,
                     m_lineIndices);
        if (car)
            m_decals.push_back(decal(DecalKind::Ring, to, 0, {2.6f * width, 2.6f * width},
                                     0.5f * width, withAlpha(color, 0.95f)));
        else if (hit)
            m_decals.push_back(decal(DecalKind::Glow, to, angle, {1.2f * width, 1.2f * width},
                                     width, withAlpha(color, 0.9f)));
    }
}

void FrameBatches::addContacts(const SceneFrame &frame) {
    if (!frame.contacts)
        return;
    const float radius = 0.62f * frame.model.car.length();
    for (const ContactMark &mark : frame.contacts->all()) {
        const float left = 1 - float(mark.age) / float(ContactMarks::kLife);
        const Vec2 at = mark.at + frame.model.layout.origin(mark.world);
        const float rim = markWidth(frame.camera, {at.x, at.y, 0}, 0.008f, 0.03f);
        const float size = radius * (1.3f - 0.3f * left);
        m_decals.push_back(decal(DecalKind::Ring, at, 0, {size, size}, 0.6f * rim,
                                 withAlpha(frame.theme.bad, 0.95f * left)));
        // A cross within the ring: colour is not the only cue.
        for (const float side : {-1.f, 1.f}) {
            const Vec2 arm = Vec2{0.45f, 0.45f * side} * size;
            m_points.assign({at - arm, at + arm});
            appendRibbon(m_points, 1.2f * rim, withAlpha(frame.theme.bad, 0.95f * left), false, 1,
                         m_lines, m_lineIndices);
        }
    }
}

// Where the centre of mass goes: beside the car's nose when it slides.
void FrameBatches::addVelocity(const SceneFrame &frame) {
    const int perWorld = std::max(frame.scene->agentsPerWorld, 1);
    for (int row = 0; row < int(frame.scene->agents.size()); ++row) {
        if (frame.model.layout.worlds() > 1 && frame.picked >= 0 &&
            row / perWorld != frame.picked / perWorld)
            continue;
        const AgentVisual &agent = frame.scene->agents[std::size_t(row)];
        const float speed = length(agent.velocity);
        if (speed < 0.02f)
            continue;
        const CarShape &car = frame.model.car;
        const Vec2 from = agent.pose.toParent({0.5f * car.wheelbase, 0}) +
                          frame.model.layout.origin(row / perWorld);
        const Vec2 along = agent.velocity * (1 / speed);
        const Vec2 tip = from + agent.velocity * kVelocitySeconds;
        const float width = markWidth(frame.camera, {from.x, from.y, 0}, 0.010f, 0.04f);
        const QColor color = withAlpha(frame.theme.text, 0.9f);
        m_points.assign({from, tip});
        appendRibbon(m_points, width, color, false, 1, m_lines, m_lineIndices);
        m_points.assign({tip - rotated(along, 0.5f) * (4.5f * width), tip,
                         tip - rotated(along, -0.5f) * (4.5f * width)});
        appendRibbon(m_points, width, color, false, 1, m_lines, m_lineIndices);
    }
}

// The way that the commanded angle leads (broken) and the one that the wheels stand at (solid).
void FrameBatches::addSteering(const SceneFrame &frame) {
    const int row = frame.picked, perWorld = std::max(frame.scene->agentsPerWorld, 1);
    if (row < 0 || row >= int(frame.scene->agents.size()))
        return;
    const AgentVisual &agent = frame.scene->agents[std::size_t(row)];
    const CarShape &car = frame.model.car;
    const Pose pose{agent.pose.position + frame.model.layout.origin(row / perWorld),
                    agent.pose.yaw};
    const float along = kSteeringLengths * car.length();
    const float width =
        markWidth(frame.camera, {pose.position.x, pose.position.y, 0}, 0.010f, 0.035f);
    const std::vector<Vec2> applied = steeredWay(pose, agent.steer, car.wheelbase, along);
    appendRibbon(applied, width, withAlpha(frame.theme.accent, 0.9f), false, 1, m_lines,
                 m_lineIndices);
    const std::vector<Vec2> planned = steeredWay(pose, agent.steerCommand, car.wheelbase, along);
    for (std::size_t i = 0; i + 1 < planned.size(); i += 2) {
        m_points.assign({planned[i], planned[i + 1]});
        appendRibbon(m_points, width, withAlpha(frame.theme.text, 0.9f), false, 1, m_lines,
                     m_lineIndices);
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

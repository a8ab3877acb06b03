#include "widgets/scene/picking.h"

#include "widgets/scene/car_mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

constexpr float kNone = std::numeric_limits<float>::infinity();

// Narrows [enter, leave] to where `origin` + s `direction` lies between lo and hi.
void clip(float origin, float direction, float lo, float hi, float &enter, float &leave) {
    if (std::abs(direction) < 1e-9f) {
        if (origin < lo || origin > hi)
            leave = -kNone;
        return;
    }
    const float a = (lo - origin) / direction, b = (hi - origin) / direction;
    enter = std::max(enter, std::min(a, b));
    leave = std::min(leave, std::max(a, b));
}

// Distance along the ray to the car's box, infinity when it passes by.
float hitDistance(const Ray &ray, const Pose &car, const VehicleSpec &spec, float roof) {
    const Vec2 o = car.toLocal({ray.origin.x(), ray.origin.y()});
    const Vec2 d = rotated({ray.direction.x(), ray.direction.y()}, -car.yaw);
    float enter = 0, leave = kNone;
    clip(o.x, d.x, -float(spec.bodyRear), float(spec.bodyFront), enter, leave);
    clip(o.y, d.y, -0.5f * float(spec.bodyWidth), 0.5f * float(spec.bodyWidth), enter, leave);
    clip(ray.origin.z(), ray.direction.z(), 0, roof, enter, leave);
    return enter <= leave ? enter : kNone;
}

Pose inScene(const AgentVisual &agent, const TileLayout &layout, int world) {
    return {agent.pose.position + layout.origin(world), agent.pose.yaw};
}

int nearestInTile(const Camera &camera, Vec2 ground, const SceneSnapshot &scene,
                  const TileLayout &layout, const VehicleSpec &spec, float reachPixels) {
    const int world = layout.worldAt(ground);
    if (world < 0 || world >= scene.worlds)
        return -1;
    const float reach = std::max(float(spec.bodyFront + spec.bodyRear),
                                 reachPixels / camera.pixelsPerMetre({ground.x, ground.y, 0}));
    const float middle = 0.5f * float(spec.bodyFront - spec.bodyRear);
    int best = -1;
    float bestDistance = reach;
    for (int agent = 0; agent < scene.agentsPerWorld; ++agent) {
        const int row = world * scene.agentsPerWorld + agent;
        const Pose car = inScene(scene.agents[std::size_t(row)], layout, world);
        const float distance = length(car.toParent({middle, 0}) - ground);
        if (distance < bestDistance) {
            best = row;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace

int pickAgent(const Camera &camera, QPointF pixel, const SceneSnapshot &scene,
              const TileLayout &layout, const VehicleSpec &vehicle, float reachPixels) {
    const Ray ray = camera.rayThrough(pixel);
    const float roof = carShape(vehicle).roof;
    int best = -1;
    float bestDistance = kNone;
    for (int row = 0; row < int(scene.agents.size()); ++row) {
        const Pose car = inScene(scene.agents[std::size_t(row)], layout,
                                 row / std::max(scene.agentsPerWorld, 1));
        const float distance = hitDistance(ray, car, vehicle, roof);
        if (distance < bestDistance) {
            best = row;
            bestDistance = distance;
        }
    }
    if (best >= 0)
        return best;
    const auto ground = camera.groundAt(pixel);
    return ground ? nearestInTile(camera, *ground, scene, layout, vehicle, reachPixels) : -1;
}

} // namespace paddock

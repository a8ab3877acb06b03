#include "core/task/task.h"

#include "core/task/intersection_task.h"
#include "core/task/racing_task.h"

namespace paddock {

TaskLayout taskLayout(const Scenario &scenario) {
    return scenario.kind == ScenarioKind::Racing ? racingLayout(scenario)
                                                 : intersectionLayout(scenario);
}

std::vector<std::unique_ptr<Task>> makeTasks(const std::shared_ptr<const Scenario> &scenario,
                                             std::uint64_t seed) {
    std::vector<std::unique_ptr<Task>> tasks;
    std::shared_ptr<const RaceGround> ground;
    if (scenario->kind == ScenarioKind::Racing)
        ground = std::make_shared<const RaceGround>(*scenario);
    for (int world = 0; world < int(scenario->parallel.worlds); ++world)
        if (ground)
            tasks.push_back(std::make_unique<RacingTask>(scenario, seed, world, ground));
        else
            tasks.push_back(std::make_unique<IntersectionTask>(scenario, seed, world));
    return tasks;
}

AgentVisual carVisual(const World &world, int agent, const VehicleSpec &spec) {
    const VehicleState &state = world.state(agent);
    const VehicleCommand command = world.command(agent);
    AgentVisual v;
    v.pose = world.pose(agent);
    v.speed = world.speed(agent);
    const BodyVelocity velocity = world.velocity(agent);
    v.velocity = rotated({velocity.x, velocity.y}, v.pose.yaw);
    v.throttle = command.throttle;
    v.steerCommand = command.steer * float(spec.steeringLimit);
    v.steer = state.steer;
    v.wheelAngle = state.wheelAngle;
    v.roll = state.roll;
    v.pitch = state.pitch;
    v.heave = state.heave;
    v.braking = state.braking;
    return v;
}

} // namespace paddock

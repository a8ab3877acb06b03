#include "core/run/drive_ghost.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

// The choice of a row in a branch as a number; 0 where it is none of `choices`.
float chosen(const DemonstrationEpisode &lap, std::size_t row, std::size_t branch,
             const std::vector<double> &choices) {
    const std::size_t branches = lap.actions.size() / lap.rows();
    if (branch >= branches)
        return 0;
    const std::int32_t choice = lap.actions[row * branches + branch];
    const bool known = choice >= 0 && std::size_t(choice) < choices.size();
    return known ? float(choices[std::size_t(choice)]) : 0;
}

} // namespace

Result<GhostCar> GhostCar::create(const DemonstrationEpisode &lap, const Scenario &scenario) {
    const std::size_t rows = lap.rows();
    const bool finite = std::all_of(lap.poses.begin(), lap.poses.end(),
                                    [](float value) { return std::isfinite(value); });
    if (rows == 0 || lap.poses.size() != rows * 3 || !finite)
        return Error(Problem{"ghost", "has no poses", "a lap that was driven in the studio"});
    const bool racing = scenario.kind == ScenarioKind::Racing;
    const auto &throttles = racing ? scenario.racing.throttles : scenario.task.throttles;
    const auto &steers = racing ? scenario.racing.steers : scenario.task.steers;
    const VehicleSpec &car = scenario.agentVehicle();
    const float period = float(scenario.decisionPeriod());
    const float reach = float(car.steeringRate) * period; // rad a decision
    GhostCar ghost;
    for (std::size_t row = 0; row < rows; ++row) {
        const float *pose = lap.poses.data() + row * 3;
        AgentVisual v = row > 0 ? ghost.m_cars.back() : AgentVisual{};
        v.pose = {{pose[0], pose[1]}, pose[2]};
        v.goal = v.pose.position;
        if (row > 0) {
            const Vec2 moved = v.pose.position - ghost.m_cars.back().pose.position;
            const float forward =
                moved.x * std::cos(v.pose.yaw) + moved.y * std::sin(v.pose.yaw); // m
            v.speed = forward / period;
            v.wheelAngle = std::remainder(v.wheelAngle + forward / float(car.wheelRadius), 2 * kPi);
        }
        v.throttle = chosen(lap, row, 0, throttles);
        // The wheels follow what was commanded as fast as they can.
        v.steer += std::clamp(v.steerCommand - v.steer, -reach, reach);
        v.steerCommand = chosen(lap, row, 1, steers) * float(car.steeringLimit);
        ghost.m_cars.push_back(v);
    }
    return ghost;
}

AgentVisual GhostCar::at(std::size_t decisions) const {
    if (decisions < m_cars.size())
        return m_cars[decisions];
    AgentVisual last = m_cars.back();
    last.speed = last.throttle = 0;
    return last;
}

} // namespace paddock

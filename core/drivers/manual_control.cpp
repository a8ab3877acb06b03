#include "core/drivers/manual_control.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr double kBrakingDistance = 2.5; // m of free way at which full throttle is safe

std::int32_t nearest(const std::vector<double> &choices, double wanted) {
    const auto better = [wanted](double a, double b) {
        return std::abs(a - wanted) < std::abs(b - wanted);
    };
    return std::int32_t(std::min_element(choices.begin(), choices.end(), better) - choices.begin());
}

double heldIn(double value, double low, double high) {
    return std::isfinite(value) ? std::clamp(value, low, high) : 0;
}

} // namespace

ManualControl::ManualControl(const Scenario &scenario, ManualMode mode, const AssistSpec &assist)
    : m_mode(mode), m_assist(assist), m_race(scenario.racing),
      m_racing(scenario.kind == ScenarioKind::Racing),
      m_throttles(m_racing ? scenario.racing.throttles : scenario.task.throttles),
      m_steers(m_racing ? scenario.racing.steers : scenario.task.steers),
      m_steeringLimit(scenario.agentVehicle().steeringLimit),
      m_steeringRate(scenario.agentVehicle().steeringRate), m_period(scenario.decisionPeriod()) {}

void ManualControl::choose(const DriveInput &input, const ManualSight &sight,
                           std::span<std::int32_t> action) {
    double throttle = heldIn(input.throttle, 0, 1);
    if (m_assist.autoThrottle && m_racing)
        throttle = freeThrottle(sight.observation);
    action[0] = chooseThrottle(throttle);
    action[1] = chooseSteer(heldIn(input.steer, -1, 1), sight.steer);
}

// The choices at or below the cap; the least one where all are above it.
std::vector<double> ManualControl::allowedThrottles() const {
    std::vector<double> allowed;
    const double least = *std::min_element(m_throttles.begin(), m_throttles.end());
    for (const double throttle : m_throttles)
        if (throttle <= std::max(least, m_assist.speedCap))
            allowed.push_back(throttle);
    return allowed;
}

std::int32_t ManualControl::chooseThrottle(double wanted) {
    const std::vector<double> allowed = allowedThrottles();
    const auto [least, most] = std::minmax_element(allowed.begin(), allowed.end());
    wanted = std::clamp(wanted, *least, *most);
    // What one choice gives too little of, the next ones make up for.
    const bool continuous = m_mode == ManualMode::Continuous;
    const double aim = continuous ? wanted + m_owed : wanted;
    const double given = allowed[std::size_t(nearest(allowed, aim))];
    // A change of the cap may leave a debt that these choices cannot pay soon.
    m_owed = continuous ? std::clamp(aim - given, *least - *most, *most - *least) : 0;
    return std::int32_t(std::find(m_throttles.begin(), m_throttles.end(), given) -
                        m_throttles.begin());
}

std::int32_t ManualControl::chooseSteer(double wanted, float wheels) const {
    if (m_mode == ManualMode::Discrete)
        return nearest(m_steers, wanted);
    // The choice after which the wheels stand nearest to the angle asked for.
    const double angle = wanted * m_steeringLimit, reach = m_steeringRate * m_period;
    const auto miss = [&](double steer) {
        const double target = steer * m_steeringLimit;
        return std::abs(wheels + std::clamp(target - wheels, -reach, reach) - angle);
    };
    std::int32_t best = 0;
    for (std::size_t i = 1; i < m_steers.size(); ++i)
        if (miss(m_steers[i]) < miss(m_steers[std::size_t(best)]) - 1e-9)
            best = std::int32_t(i);
    return best;
}

// Full throttle while there is room to brake, less where a wall is near ahead.
double ManualControl::freeThrottle(std::span<const float> observation) const {
    const std::size_t rays = std::size_t(m_race.lidar.rays);
    float ahead = float(m_race.lidar.range);
    for (std::size_t i = 0; i < rays; ++i) {
        float range = 0, angle = 0;
        if (m_race.layout == RangeLayout::Paper) {
            range = observation[1 + i];
            angle = float(m_race.lidar.fieldOfView) *
                    (float(i) / float(std::max<std::size_t>(rays - 1, 1)) - 0.5f);
        } else {
            range = observation[2 * i + 1] * float(m_race.lidar.range);
            angle = float((i + 1) / 2) * float(m_race.lidar.fieldOfView) /
                    float(std::max<std::size_t>(rays - 1, 1));
        }
        if (std::abs(angle) < 0.2f)
            ahead = std::min(ahead, range);
    }
    return std::clamp(double(ahead) / kBrakingDistance, 0.2, 1.0);
}

} // namespace paddock

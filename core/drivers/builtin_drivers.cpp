#include "core/base/rng.h"
#include "core/drivers/driver.h"
#include "core/drivers/range_drivers.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

class RandomDriver : public Driver {
  public:
    RandomDriver(std::vector<std::uint32_t> choices, std::uint64_t seed)
        : m_choices(std::move(choices)), m_seed(seed) {}

    void act(MatrixView<const float> observations, std::uint32_t step,
             MatrixView<std::int32_t> actions) override {
        for (std::size_t row = 0; row < observations.rows; ++row) {
            Rng rng({m_seed, Purpose::ActionSample, std::uint32_t(row), 0, 0, step});
            for (std::size_t k = 0; k < m_choices.size(); ++k)
                actions(row, k) = std::int32_t(rng.below(m_choices[k]));
        }
    }

  private:
    std::vector<std::uint32_t> m_choices; // [K]
    std::uint64_t m_seed;
};

// Steers so that the goal comes dead ahead; works on observations in the body frame.
class GoalSeeker : public Driver {
  public:
    GoalSeeker(const IntersectionTaskSpec &task, bool cautious) : m_cautious(cautious) {
        const auto index = [](const std::vector<double> &values, double wanted) {
            const auto best =
                std::min_element(values.begin(), values.end(), [&](double a, double b) {
                    return std::abs(a - wanted) < std::abs(b - wanted);
                });
            return std::int32_t(best - values.begin());
        };
        m_fast = index(task.throttles, 1);
        m_slow = index(task.throttles, 0.5);
        m_left = index(task.steers, 1);
        m_straight = index(task.steers, 0);
        m_right = index(task.steers, -1);
    }

    void act(MatrixView<const float> observations, std::uint32_t,
             MatrixView<std::int32_t> actions) override {
        for (std::size_t row = 0; row < observations.rows; ++row) {
            const auto seen = observations.row(row);
            const float bearing = std::atan2(seen[1], seen[0]);
            constexpr float kDeadBand = 0.03f; // rad
            actions(row, 0) = m_cautious && isBlocked(seen) ? m_slow : m_fast;
            actions(row, 1) = bearing > kDeadBand    ? m_left
                              : bearing < -kDeadBand ? m_right
                                                     : m_straight;
        }
    }

  private:
    // A peer ahead and near, coming across.
    static bool isBlocked(std::span<const float> seen) {
        for (std::size_t i = 2; i + 3 < seen.size(); i += 4) {
            const bool ahead = seen[i] > 0 && seen[i] < 1.0f && std::abs(seen[i + 1]) < 0.8f;
            const bool crossing = std::abs(std::sin(seen[i + 2])) > 0.5f;
            // Who has the other on the right waits.
            if (ahead && crossing && seen[i + 1] < 0)
                return true;
        }
        return false;
    }

    bool m_cautious;
    std::int32_t m_fast, m_slow, m_left, m_straight, m_right;
};

} // namespace

std::vector<std::string> builtinDriverNames() {
    return {"random", "full_speed", "cautious", "follow_the_gap", "disparity_extender"};
}

std::unique_ptr<Driver> makeBuiltinDriver(const std::string &name, const Scenario &scenario,
                                          std::uint64_t seed) {
    const bool racing = scenario.kind == ScenarioKind::Racing;
    const IntersectionTaskSpec &task = scenario.task;
    const std::size_t throttles = racing ? scenario.racing.throttles.size() : task.throttles.size();
    const std::size_t steers = racing ? scenario.racing.steers.size() : task.steers.size();
    if (name == "random")
        return std::make_unique<RandomDriver>(
            std::vector{std::uint32_t(throttles), std::uint32_t(steers)}, seed);
    if (racing)
        return makeRangeDriver(name, scenario.racing, scenario.agentVehicle().steeringLimit);
    if (name == "full_speed" || name == "cautious")
        return std::make_unique<GoalSeeker>(task, name == "cautious");
    return nullptr;
}

} // namespace paddock

#include "widgets/drive/automatic_hands.h"

#include "core/drivers/driver.h"

#include <array>
#include <cstdint>
#include <memory>

namespace paddock {

namespace {

constexpr std::size_t kBranches = 2; // throttle and steering

struct Hands {
    std::shared_ptr<Driver> driver;
    std::vector<double> throttles, steers; // choices of the two branches
    DriveInput last;

    DriveInput operator()(const SessionSnapshot &snapshot) {
        const std::vector<float> &seen = snapshot.picked.observation;
        if (seen.empty())
            return last;
        std::array<std::int32_t, kBranches> action{};
        driver->act({seen.data(), 1, seen.size()}, std::uint32_t(snapshot.scene.step),
                    {action.data(), 1, kBranches});
        last.throttle = throttles[std::size_t(action[0])];
        last.steer = steers[std::size_t(action[1])];
        return last;
    }
};

} // namespace

std::function<DriveInput(const SessionSnapshot &)> automaticHands(const QString &driver,
                                                                  const Scenario &scenario) {
    Hands hands;
    hands.driver = makeBuiltinDriver(driver.toStdString(), scenario, 1);
    if (!hands.driver)
        return {};
    const bool race = scenario.kind == ScenarioKind::Racing;
    hands.throttles = race ? scenario.racing.throttles : scenario.task.throttles;
    hands.steers = race ? scenario.racing.steers : scenario.task.steers;
    return hands;
}

} // namespace paddock

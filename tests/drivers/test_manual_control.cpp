// From hands to choices: the nearest choice where the mode is discrete; where it is continuous the
// wheels and the mean throttle come to what was asked for.
#include "core/drivers/manual_control.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>

using namespace paddock;

namespace {

Scenario race() {
    return presetScenario("paper", ScenarioKind::Racing); // throttles 0.1 0.5 1, steers 1 0 -1
}

struct Hands {
    explicit Hands(ManualMode mode, const AssistSpec &assist = {}, const Scenario &s = race())
        : scenario(s), control(s, mode, assist) {}

    std::vector<std::int32_t> choose(const DriveInput &input, float wheels = 0) {
        std::vector<std::int32_t> action(2, -1);
        control.choose(input, {wheels, observation}, action);
        return action;
    }
    double throttle(double wanted) {
        return scenario.racing.throttles[std::size_t(choose({wanted, 0})[0])];
    }

    Scenario scenario;
    ManualControl control;
    std::vector<float> observation = std::vector<float>(28, 10.0f); // speed and free ranges
};

} // namespace

class TestManualControl : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // Halfway points between 0.1, 0.5 and 1 are 0.3 and 0.75; between 1, 0 and -1 they are +-0.5.
    void discreteTakesTheNearestChoice() {
        Hands hands(ManualMode::Discrete);
        const std::map<double, int> throttles{{0, 0},    {0.29, 0}, {0.31, 1}, {0.5, 1},
                                              {0.74, 1}, {0.76, 2}, {1, 2}};
        for (const auto &[wanted, choice] : throttles)
            QCOMPARE(hands.choose({wanted, 0})[0], choice);
        const std::map<double, int> steers{{-1, 2},   {-0.51, 2}, {-0.49, 1}, {0, 1},
                                           {0.49, 1}, {0.51, 0},  {1, 0}};
        for (const auto &[wanted, choice] : steers)
            QCOMPARE(hands.choose({0, wanted}, 0.3f)[1], choice); // wherever the wheels stand
    }

    // The wheels turn toward what is chosen at the car's steering rate.
    void continuousBringsTheWheelsWithinOneDecisionOfTheAngle() {
        Hands hands(ManualMode::Continuous);
        const VehicleSpec &car = hands.scenario.agentVehicle();
        const double reach = car.steeringRate * hands.scenario.decisionPeriod();
        const double tick = car.tick;
        const int ticks = int(std::lround(hands.scenario.decisionPeriod() / tick));
        for (double asked = -1; asked <= 1; asked += 0.05) {
            double wheels = 0, worst = 0;
            for (int decision = 0; decision < 200; ++decision) {
                const auto choice = hands.choose({0.5, asked}, float(wheels))[1];
                const double target =
                    hands.scenario.racing.steers[std::size_t(choice)] * car.steeringLimit;
                for (int i = 0; i < ticks; ++i)
                    wheels += std::clamp(target - wheels, -car.steeringRate * tick,
                                         car.steeringRate * tick);
                if (decision >= 100)
                    worst = std::max(worst, std::abs(wheels - asked * car.steeringLimit));
            }
            QVERIFY2(worst <= reach + 1e-6, qPrintable(QString("%1: %2").arg(asked).arg(worst)));
        }
    }

    void continuousKeepsTheMeanThrottle() {
        for (double asked = 0.1; asked <= 1; asked += 0.05) {
            Hands hands(ManualMode::Continuous);
            double sum = 0;
            for (int i = 0; i < 400; ++i)
                sum += hands.throttle(asked);
            // What is owed at the end is at most half of the widest gap, 0.25.
            QVERIFY2(std::abs(sum / 400 - asked) <= 0.25 / 400 + 1e-9,
                     qPrintable(QString("%1: %2").arg(asked).arg(sum / 400)));
        }
    }

    void whatCannotBeGivenIsNotMadeUpForLater() {
        Hands hands(ManualMode::Continuous);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(hands.throttle(0), 0.1); // the least there is
        QCOMPARE(hands.throttle(1), 1.0);
    }

    void theCapIsNeverExceeded() {
        for (const ManualMode mode : {ManualMode::Discrete, ManualMode::Continuous})
            for (double cap = 0.1; cap < 1; cap += 0.05) {
                Hands hands(mode, {cap, false});
                for (int i = 0; i < 200; ++i)
                    QVERIFY(hands.throttle(double(i % 11) / 10) <= cap);
            }
        Hands low(ManualMode::Discrete, {0.05, false});
        QCOMPARE(low.throttle(1), 0.1); // all choices are above: the least
    }

    void aCapThatIsLiftedLeavesNoDebt() {
        Hands hands(ManualMode::Continuous, {0.5, false});
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(hands.throttle(1), 0.5);
        hands.control.setAssist({});
        double sum = 0;
        for (int i = 0; i < 100; ++i)
            sum += hands.throttle(0.3);
        QVERIFY(std::abs(sum / 100 - 0.3) <= 0.01);
    }

    // A wall 0.5 m ahead leaves less than a wall 10 m ahead, whatever the hands say.
    void theProgramBrakesBeforeAWall() {
        Hands hands(ManualMode::Discrete, {1, true});
        QCOMPARE(hands.throttle(0), 1.0);
        hands.observation[1 + 13] = 0.5f; // the ray straight ahead
        QCOMPARE(hands.throttle(1), 0.1);
    }

    void inputsThatAreNoNumbersLetGo() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const ManualMode mode : {ManualMode::Discrete, ManualMode::Continuous}) {
            Hands hands(mode, {nan, false});
            QCOMPARE(hands.choose({nan, nan}), (std::vector<std::int32_t>{0, 1}));
            QCOMPARE(hands.choose({1e300, -1e300})[1], 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestManualControl)
#include "test_manual_control.moc"

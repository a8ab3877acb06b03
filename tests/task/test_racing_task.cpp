// Claims about the race: what the cars see, what they are paid, who touches whom, and that
// baselines get round.
#include "core/drivers/range_drivers.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track_builder.h"
#include "core/task/racing_task.h"
#include "core/task/world_batch.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <map>

using namespace paddock;

namespace {

std::shared_ptr<const Track> ring() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 180; ++i) {
        const float a = 2 * kPi * float(i) / 180;
        points.push_back({4 * std::cos(a), 3 * std::sin(a)});
        widths.push_back({0.9f, 0.9f});
    }
    const auto track = trackFromCenterline(points, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    return std::make_shared<const Track>(*track);
}

std::shared_ptr<const Scenario> race(const std::function<void(Scenario &)> &change = {}) {
    auto s = std::make_shared<Scenario>(presetScenario("paper", ScenarioKind::Racing));
    s->track = ring();
    s->trackFile = "ring.json";
    s->parallel.worlds = 2;
    s->racing.decisionPeriod = 0.05;
    if (change)
        change(*s);
    return s;
}

struct Drive {
    Drive(std::shared_ptr<const Scenario> scenario, const char *driver, int threads = 1)
        : pool(threads), batch(scenario, 5, pool), hand(makeBuiltinDriver(driver, *scenario, 3)),
          actions(std::size_t(batch.rows()) * 2) {}
    void step() {
        const std::size_t rows = std::size_t(batch.rows());
        hand->act(batch.observations(), std::uint32_t(batch.steps()), {actions.data(), rows, 2});
        batch.step({actions.data(), rows, 2});
        for (const FinishedEpisode &e : batch.finished())
            ++outcomes[outcomeName(e.outcome)];
    }
    const RacingTask &task(int world) const {
        return dynamic_cast<const RacingTask &>(batch.task(world));
    }
    WorkerPool pool;
    WorldBatch batch;
    std::unique_ptr<Driver> hand;
    std::vector<std::int32_t> actions;
    std::map<std::string, int> outcomes;
};

} // namespace

class TestRacingTask : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void layoutsHaveTheirPublishedSizes() {
        QCOMPARE(racingLayout(*race()).observationSize(), 28);
        const auto released = race([](Scenario &s) { s.racing.layout = RangeLayout::Released; });
        QCOMPARE(racingLayout(*released).observationSize(), 55);
        QCOMPARE(racingLayout(*race()).branches[0].options,
                 (std::vector<std::string>{"0.1", "0.5", "1"}));
    }

    // The same world seen in both layouts: ray k of the released order is ray 13 -+ of the sweep.
    void releasedOrderIsCentreRightLeft() {
        const Drive paper(race(), "random");
        const Drive released(race([](Scenario &s) { s.racing.layout = RangeLayout::Released; }),
                             "random");
        const auto a = paper.batch.observations(), b = released.batch.observations();
        const int sweep[5] = {13, 12, 14, 11, 15};
        for (std::size_t row = 0; row < a.rows; ++row)
            for (int k = 0; k < 5; ++k) {
                const float range = a(row, std::size_t(1 + sweep[k]));
                QVERIFY(std::abs(range - 10 * b(row, std::size_t(2 * k + 1))) < 1e-4f);
                QCOMPARE(b(row, std::size_t(2 * k)), range >= 10 ? 1.0f : 0.0f);
            }
    }

    void baselinesDriveTheirLaps() {
        for (const char *driver : {"follow_the_gap", "disparity_extender"}) {
            Drive drive(race([](Scenario &s) { s.racing.laps = 1; }), driver);
            for (int i = 0; i < 900; ++i)
                drive.step();
            QVERIFY2(drive.outcomes["goal"] >= 4, driver);
            QVERIFY2(drive.outcomes["wall"] <= 1, driver);
        }
    }

    void randomDrivingEndsAtTheWall() {
        Drive drive(race(), "random");
        for (int i = 0; i < 300; ++i)
            drive.step();
        QVERIFY(drive.outcomes["wall"] > 4);
        QCOMPARE(drive.outcomes["goal"], 0);
    }

    // Equation 3 is a list of cases of which one holds.
    void exactlyOneCaseOfEquationThreePays() {
        Drive drive(race(), "follow_the_gap");
        std::map<std::size_t, int> paid;
        for (int i = 0; i < 600; ++i) {
            drive.step();
            const auto terms = drive.batch.rewardTerms();
            for (std::size_t row = 0; row < terms.rows; ++row) {
                int nonZero = 0;
                for (std::size_t t = 0; t < terms.cols; ++t)
                    if (terms(row, t) != 0) {
                        ++nonZero;
                        ++paid[t];
                    }
                QVERIFY(nonZero <= 1);
            }
        }
        QVERIFY(paid[3] > 20);          // checkpoints
        QVERIFY(paid[1] > 0);           // a first lap is the best so far
        QVERIFY(paid[4] > paid[3] * 5); // speed
    }

    void collisionPenalisesBothCars() {
        // Side by side in one family, steering into each other.
        auto scenario = race([](Scenario &s) {
            s.parallel.worlds = 1;
            s.parallel.families = 1;
            s.racing.startAnywhere = false;
        });
        WorkerPool pool(1);
        WorldBatch batch(scenario, 1, pool);
        const std::vector<std::int32_t> actions{2, 1, 0, 1}; // the car behind at full speed
        bool met = false;
        for (int i = 0; i < 200 && !met; ++i) {
            batch.step({actions.data(), 2, 2});
            for (const FinishedEpisode &e : batch.finished())
                met = met || e.outcome >= std::uint8_t(Outcome::CollisionWith);
            if (met) {
                QCOMPARE(batch.finished().size(), std::size_t(2));
                QCOMPARE(batch.rewards()[0], -1.0f);
                QCOMPARE(batch.rewards()[1], -1.0f);
            }
            if (!batch.finished().empty())
                break;
        }
    }

    // Three families on one track: what a family does is to the last bit what it does alone.
    void familiesAreGhostsToEachOther() {
        const auto families = [](std::int64_t count) {
            return race([count](Scenario &s) {
                s.parallel.worlds = 1;
                s.parallel.families = count;
            });
        };
        Drive alone(families(1), "follow_the_gap"), together(families(3), "follow_the_gap");
        QCOMPARE(together.batch.rows(), 6);
        for (int i = 0; i < 600; ++i) {
            alone.step();
            together.step();
            for (int agent = 0; agent < 2; ++agent) {
                QVERIFY(alone.task(0).world().pose(agent) == together.task(0).world().pose(agent));
                QCOMPARE(alone.batch.rewards()[std::size_t(agent)],
                         together.batch.rewards()[std::size_t(agent)]);
            }
        }
    }

    void perceptionFollowsItsSwitchAlone() {
        // One car close behind another of another family.
        const auto seen = [](bool between) {
            auto scenario = race([&](Scenario &s) {
                s.parallel.worlds = 1;
                s.agents.count = 1;
                s.parallel.families = 2;
                s.racing.startAnywhere = false;
                s.parallel.isolation.perceiveBetween = between;
                s.parallel.isolation.collideBetween = true; // so that they start apart
            });
            WorkerPool pool(1);
            WorldBatch batch(scenario, 1, pool);
            float sum = 0;
            for (std::size_t row = 0; row < 2; ++row)
                for (std::size_t ray = 1; ray < 28; ++ray)
                    sum += batch.observations()(row, ray);
            return sum;
        };
        QVERIFY(seen(true) < seen(false) - 0.1f); // the other car hides what lies behind it
    }

    void threadsDoNotChangeOneBit() {
        std::uint64_t hash = 0;
        for (const int threads : {1, 2, 3}) {
            Drive drive(race([](Scenario &s) { s.randomization.degree = 1; }), "follow_the_gap",
                        threads);
            for (int i = 0; i < 200; ++i)
                drive.step();
            hash = hash ? hash : drive.batch.stateHash();
            QCOMPARE(drive.batch.stateHash(), hash);
        }
    }

    void raceDocumentsReadBackEqual() {
        const auto scenario = race();
        const auto back = readScenario(writeScenario(*scenario), "race.json");
        QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
        QVERIFY(back->kind == ScenarioKind::Racing);
        QVERIFY(differences(*scenario, *back).empty());
    }
};

QTEST_GUILESS_MAIN(TestRacingTask)
#include "test_racing_task.moc"

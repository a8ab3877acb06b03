// Claims about judging races: who wins a heat, who starts in front, and that all counts add up.
#include "core/drivers/split_driver.h"
#include "core/run/evaluation.h"
#include "core/run/race_heats.h"
#include "core/scenario/track_builder.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace paddock;

namespace {

std::shared_ptr<const Track> ring() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 180; ++i) {
        const float a = 2 * kPi * float(i) / 180;
        points.push_back({4 * std::cos(a), 3 * std::sin(a)});
        widths.push_back({1.2f, 1.2f});
    }
    const auto track = trackFromCenterline(points, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    return std::make_shared<const Track>(*track);
}

// Two racers, two worlds, one lap. The racers do not see or touch each other, so that who wins is
// known beforehand.
Scenario smallRace() {
    Scenario s = presetScenario("paper", ScenarioKind::Racing);
    s.track = ring();
    s.trackFile = "ring.json";
    s.parallel.worlds = 2;
    s.parallel.families = 1;
    s.parallel.isolation.collideWithin = false;
    s.parallel.isolation.perceiveWithin = false;
    s.racing.decisionPeriod = 0.02;
    s.racing.throttles = {0.2, 0.3, 0.5};
    s.racing.steers = {1, 0.75, 0.5, 0.25, 0, -0.25, -0.5, -0.75, -1};
    s.racing.laps = 1;
    return s;
}
constexpr int kCrawl = 0, kDrive = 1, kRace = 2; // throttles

// Keeps to the middle of the road by the ranges to the left and to the right; a blind one drives
// straight on into the wall.
class MiddleDriver : public Driver {
  public:
    explicit MiddleDriver(int throttle, bool blind = false)
        : m_throttle(throttle), m_blind(blind) {}
    void act(MatrixView<const float> observations, std::uint32_t,
             MatrixView<std::int32_t> actions) override {
        // 27 rays over 270 degrees follow the speed; 5 rays are about 52 degrees.
        constexpr std::size_t kAhead = 14, kAside = 5;
        for (std::size_t row = 0; row < observations.rows; ++row) {
            const auto seen = observations.row(row);
            const float leftward = seen[kAhead + kAside] - seen[kAhead - kAside];
            const float steer = m_blind ? 0 : std::clamp(0.8f * leftward, -1.0f, 1.0f);
            actions(row, 0) = m_throttle;
            actions(row, 1) = std::int32_t(std::lround(4 - 4 * steer));
        }
    }

  private:
    int m_throttle;
    bool m_blind;
};

std::unique_ptr<Driver> pair(std::unique_ptr<Driver> first, std::unique_ptr<Driver> second) {
    std::vector<std::unique_ptr<Driver>> drivers;
    drivers.push_back(std::move(first));
    drivers.push_back(std::move(second));
    return std::make_unique<SplitDriver>(std::move(drivers), 2);
}

EvaluationOptions grid(std::int64_t episodes) {
    EvaluationOptions options;
    options.episodes = episodes;
    options.grid = true;
    options.opponent = "by hand"; // only the first place is judged
    options.threads = 1;
    return options;
}

} // namespace

class TestRaceEvaluation : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // The faster car wins every heat from either slot, and where it started behind it has
    // overtaken once.
    void theFasterWinsAndOvertakesFromBehind() {
        const auto drivers =
            pair(std::make_unique<MiddleDriver>(kRace), std::make_unique<MiddleDriver>(kCrawl));
        const EvaluationResult result = evaluateDriver(smallRace(), *drivers, grid(8));
        QCOMPARE(result.heats, std::int64_t(8));
        QCOMPARE(result.episodes, std::int64_t(8));
        QCOMPARE(result.wins, (std::vector<std::int64_t>{8, 0}));
        QCOMPARE(result.winRate, 1.0);
        QCOMPARE(result.cleanRate, 1.0);
        // Pole alternates: from behind in half of the heats.
        QCOMPARE(result.overtakes, (std::vector<std::int64_t>{4, 0}));
        QVERIFY(result.meanGap > 0.5);
    }

    // The same two cars with places exchanged.
    void theSlowerLoses() {
        const auto drivers =
            pair(std::make_unique<MiddleDriver>(kCrawl), std::make_unique<MiddleDriver>(kRace));
        const EvaluationResult result = evaluateDriver(smallRace(), *drivers, grid(8));
        QCOMPARE(result.wins, (std::vector<std::int64_t>{0, 8}));
        QCOMPARE(result.winRate, 0.0);
        QCOMPARE(result.successRate, 1.0); // it has finished all the same
    }

    // A car that runs into the wall has lost although it was faster; the other wins by finishing.
    void whoCrashesLoses() {
        const auto drivers = pair(std::make_unique<MiddleDriver>(kRace, true),
                                  std::make_unique<MiddleDriver>(kCrawl));
        const EvaluationResult result = evaluateDriver(smallRace(), *drivers, grid(6));
        QCOMPARE(result.wins, (std::vector<std::int64_t>{0, 6}));
        QCOMPARE(result.wallRate, 1.0);
        QCOMPARE(result.cleanRate, 0.0);
        QCOMPARE(result.meanGap, 0.0);
        QCOMPARE(result.outcomes.at("wall"), std::int64_t(6));
    }

    void nobodyWinsWhereNobodyFinishes() {
        MiddleDriver blind(kRace, true);
        EvaluationOptions options = grid(6);
        options.opponent.clear(); // both are judged
        const EvaluationResult result = evaluateDriver(smallRace(), blind, options);
        QCOMPARE(result.heats, std::int64_t(3));
        QCOMPARE(result.episodes, std::int64_t(6));
        QCOMPARE(result.wins, (std::vector<std::int64_t>{0, 0}));
    }

    // Equal cars: each place has pole in half of the heats and wins about as often; whatever
    // happens, outcomes add up to the episodes and wins to at most the heats.
    void equalCarsShareTheWins() {
        MiddleDriver driver(kDrive);
        EvaluationOptions options = grid(16);
        options.opponent.clear();
        const EvaluationResult result = evaluateDriver(smallRace(), driver, options);
        QCOMPARE(result.heats, std::int64_t(8));
        std::int64_t outcomes = 0;
        for (const auto &[cause, count] : result.outcomes)
            outcomes += count;
        QCOMPARE(outcomes, result.episodes);
        QCOMPARE(std::ssize(result.laps), result.episodes);
        QCOMPARE(result.wins, (std::vector<std::int64_t>{4, 4}));
        QCOMPARE(result.overtakes, (std::vector<std::int64_t>{0, 0}));
    }

    // Who has finished or crashed leaves the track: the other one meets nobody any more.
    void theEndedLeaveTheTrack() {
        auto scenario = std::make_shared<Scenario>(smallRace());
        scenario->parallel.worlds = 1;
        scenario->racing.startAnywhere = false;
        scenario->racing.heats = true;
        WorkerPool pool(1);
        WorldBatch batch(scenario, 1, pool);
        HeatJudge judge(*scenario);
        const auto drivers = pair(std::make_unique<MiddleDriver>(kRace, true),
                                  std::make_unique<MiddleDriver>(kCrawl));
        std::vector<std::int32_t> actions(4);
        bool left = false;
        while (judge.finished().empty()) {
            drivers->act(batch.observations(), std::uint32_t(batch.steps()),
                         {actions.data(), 2, 2});
            batch.step({actions.data(), 2, 2});
            judge.follow(batch);
            const bool away = batch.task(0).world().pose(0).position.x > 50;
            QVERIFY(!left || away || !judge.finished().empty());
            left = away;
        }
        QVERIFY(left || batch.task(0).episode(0) == 1);
        QCOMPARE(batch.task(0).episode(0), std::int64_t(1)); // both have begun their second heat
        QCOMPARE(batch.task(0).episode(1), std::int64_t(1));
        QVERIFY(batch.task(0).world().pose(0).position.x < 50);
        QCOMPARE(judge.finished().front().winner, 1);
        // Waiting has not been counted as driving.
        QVERIFY(judge.finished().front().episodes[0].length < 200);
    }

    // A lap timed to the step has ended within it.
    void theRaceTimeIsFinerThanAStep() {
        Scenario coarse = smallRace(), fine = smallRace();
        coarse.racing.decisionPeriod = 0.02;
        fine.racing.decisionPeriod = 0.002;
        const auto gap = [](const Scenario &s) {
            const auto drivers =
                pair(std::make_unique<MiddleDriver>(kRace), std::make_unique<MiddleDriver>(kDrive));
            return evaluateDriver(s, *drivers, grid(4)).meanGap;
        };
        const double a = gap(coarse), b = gap(fine);
        QVERIFY2(std::abs(a - b) < 0.25, qPrintable(QString("%1 %2").arg(a).arg(b)));
    }

    void oneRacerWinsByFinishing() {
        Scenario alone = smallRace();
        alone.agents.count = 1;
        MiddleDriver driver(kDrive);
        EvaluationOptions options = grid(6);
        options.opponent.clear();
        const EvaluationResult result = evaluateDriver(alone, driver, options);
        QCOMPARE(result.heats, std::int64_t(0));
        QCOMPARE(result.winRate, result.successRate);
        QCOMPARE(result.winRate, 1.0);
        QVERIFY(result.meanLapTime >= result.bestLapTime && result.bestLapTime > 0);
    }

    // Longer races get more time, else a slow car could never finish them.
    void theTimeLimitGrowsWithTheLaps() {
        Scenario alone = smallRace();
        alone.agents.count = 1;
        alone.racing.timeLimit = 25; // a lap at 1.5 m/s takes about 15 s
        MiddleDriver driver(kDrive);
        EvaluationOptions options = grid(2);
        options.opponent.clear();
        options.laps = 3;
        QCOMPARE(evaluateDriver(alone, driver, options).successRate, 1.0);
    }

    // A published policy is judged by how far it gets, not by whom it meets.
    void aloneThereIsNobodyToTouch() {
        EvaluationOptions options;
        options.driver = "follow_the_gap";
        options.episodes = 4;
        options.laps = 1;
        options.alone = true;
        const auto result = evaluate(PADDOCK_SOURCE_DIR "/scenarios/racing.json", options);
        QVERIFY2(result.ok(), result.ok() ? "" : result.error().text().c_str());
        QCOMPARE(result->heats, std::int64_t(0));
        for (const auto &[outcome, count] : result->outcomes)
            QVERIFY2(!outcome.starts_with("collision"), outcome.c_str());
        const auto crossing = evaluate(PADDOCK_SOURCE_DIR "/scenarios/intersection.json", options);
        QVERIFY(!crossing.ok() && crossing.error().text().find("alone") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestRaceEvaluation)
#include "test_race_evaluation.moc"

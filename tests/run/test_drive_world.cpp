// A drive without its clock: what hands drive is what a driver with the same choices drives, laps
// end where they should, and what is recorded is whole.
#include "core/drivers/driver.h"
#include "core/run/demonstration_recorder.h"
#include "core/run/drive_world.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track_builder.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>

using namespace paddock;

namespace {

std::shared_ptr<const Track> ring() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 120; ++i) {
        const float a = 2 * kPi * float(i) / 120;
        points.push_back({3 * std::cos(a), 2.5f * std::sin(a)});
        widths.push_back({0.8f, 0.8f});
    }
    auto track = trackFromCenterline(points, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    return std::make_shared<const Track>(std::move(*track));
}

DriveSetup race() {
    DriveSetup setup;
    setup.scenario = presetScenario("paper", ScenarioKind::Racing);
    setup.scenario.track = ring();
    setup.scenario.trackFile = "ring.json";
    setup.scenario.agents.count = 1;
    setup.scenario.racing.decisionPeriod = 0.05;
    setup.scenario.racing.startAnywhere = false;
    return setup;
}

DriveSetup crossing() {
    DriveSetup setup;
    setup.scenario.task.decisionPeriod = 0.1;
    setup.scenario.task.startYaw = setup.scenario.task.startAcross = 0;
    return setup;
}

std::unique_ptr<DriveWorld> make(const DriveSetup &setup) {
    auto world = DriveWorld::create(setup);
    if (!world)
        qFatal("%s", world.error().text().c_str());
    return std::move(*world);
}

SessionSnapshot snapshotOf(const DriveWorld &world) {
    SessionSnapshot snapshot;
    world.snapshot(snapshot);
    return snapshot;
}

// Drives like a baseline, but through the hands.
class Hands {
  public:
    Hands(DriveWorld &world, const char *driver)
        : m_world(world), m_driver(makeBuiltinDriver(driver, world.scene(), 1)) {}

    DriveStep step() {
        const std::vector<float> seen = snapshotOf(m_world).picked.observation;
        std::int32_t action[2];
        m_driver->act({seen.data(), 1, seen.size()}, 0, {action, 1, 2});
        const Scenario &s = m_world.scene();
        const bool racing = s.kind == ScenarioKind::Racing;
        const auto &throttles = racing ? s.racing.throttles : s.task.throttles;
        const auto &steers = racing ? s.racing.steers : s.task.steers;
        return m_world.step({throttles[std::size_t(action[0])], steers[std::size_t(action[1])]});
    }
    DrivenLap lap() {
        for (int i = 0; i < 5000; ++i)
            if (DriveStep step = this->step(); step.lap)
                return *step.lap;
        qFatal("no lap in 5000 decisions");
    }

  private:
    DriveWorld &m_world;
    std::unique_ptr<Driver> m_driver;
};

constexpr const char *kDriver = "disparity_extender";

} // namespace

class TestDriveWorld : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void handsDriveTheLapThatADriverDrives() {
        const DriveSetup setup = race();
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.filePath("a.pdemo").toStdString());
        const auto driver = makeBuiltinDriver(kDriver, setup.scenario, 1);
        QVERIFY(recordDemonstration(setup.scenario, *driver, {1, setup.seed, 0, 1}, path).ok());
        const auto expected = readDemonstration(path)->demonstration.episodes.at(0);

        const auto world = make(setup);
        world->record();
        // Recording starts anew, with the next seed; a start slot is the same for each.
        const DrivenLap lap = Hands(*world, kDriver).lap();
        QCOMPARE(lap.verdict, LapVerdict::Clean);
        QVERIFY(lap.recorded);
        QCOMPARE(lap.episode.outcome, std::string("clean"));
        QCOMPARE(lap.episode.lapTime, expected.lapTime);
        QVERIFY(lap.episode.observations == expected.observations);
        QVERIFY(lap.episode.actions == expected.actions);
        QVERIFY(lap.episode.rewards == expected.rewards);
        QVERIFY(lap.episode.poses == expected.poses);
        QVERIFY(checkEpisode(lap.meta, lap.episode, "lap").empty());
        QCOMPARE(lap.meta.scenarioHash, demonstrationMeta(setup.scenario, 0).scenarioHash);
    }

    void theSameInputsGiveTheSameBits() {
        const auto drive = [](DriveWorld &world) {
            std::uint64_t hash = 0;
            for (int i = 0; i < 200; ++i) {
                if (i == 150)
                    world.restart();
                world.step({0.6, std::sin(0.05 * i)});
                hash = hash * 31 + world.stateHash();
            }
            return hash;
        };
        DriveSetup setup = race();
        setup.mode = ManualMode::Continuous;
        setup.opponent = OpponentKind::DisparityExtender;
        QCOMPARE(drive(*make(setup)), drive(*make(setup)));
    }

    void lapsRollOnAndKeepRowsOnlyWhileRecording() {
        DriveSetup setup = race();
        setup.lapsWanted = 2;
        const auto world = make(setup);
        Hands hands(*world, kDriver);
        const DrivenLap free = hands.lap();
        QVERIFY(!free.recorded);
        QCOMPARE(free.episode.rows(), std::size_t(0));
        QVERIFY(free.episode.lapTime > 0);
        world->record();
        const DrivenLap first = hands.lap();
        QVERIFY(first.recorded && world->recording());
        QCOMPARE(world->cleanLaps(), 1);
        // A flying lap has the rows of its time and not one more.
        const std::uint64_t before = world->decisions();
        const DrivenLap second = hands.lap();
        QVERIFY(second.recorded);
        QCOMPARE(second.episode.rows(), std::size_t(world->decisions() - before));
        QVERIFY(std::abs(double(second.episode.rows()) * 0.05 - second.episode.lapTime) < 1e-6);
        QCOMPARE(world->cleanLaps(), 2);
        QVERIFY(!world->recording()); // the wish is fulfilled
        QVERIFY(!hands.lap().recorded);
        QVERIFY(double(world->race().bestLapTime) <= second.episode.lapTime + 1e-6);
    }

    void aCrashClosesTheLapAndDoesNotCount() {
        const auto world = make(race());
        world->record();
        DriveStep step;
        std::size_t decisions = 0;
        while (!step.lap) {
            step = world->step({1, 0});
            ++decisions;
        }
        QCOMPARE(step.lap->verdict, LapVerdict::OffTrack);
        QVERIFY(step.ended && step.lap->recorded && !step.complete);
        QCOMPARE(step.lap->episode.rows(), decisions);
        QCOMPARE(step.lap->episode.lapTime, 0.0);
        QCOMPARE(world->collisions(), 1);
        QCOMPARE(world->cleanLaps(), 0);
        QVERIFY(world->recording());
        QCOMPARE(world->lapRows(), 0);
        QCOMPARE(snapshotOf(*world).picked.episodeStep, 0);
    }

    void aRestartDropsTheLapUnderWay() {
        const auto world = make(race());
        world->record();
        const Pose start = snapshotOf(*world).scene.agents[0].pose;
        for (int i = 0; i < 10; ++i)
            world->step({1, 0});
        QCOMPARE(world->lapRows(), 10);
        world->restart();
        QCOMPARE(world->lapRows(), 0);
        QVERIFY(world->recording());
        const SessionSnapshot now = snapshotOf(*world);
        QVERIFY(now.scene.agents[0].pose.position == start.position);
        QCOMPARE(now.scene.step, std::uint64_t(10)); // time goes on
        QCOMPARE(now.picked.episode, std::int64_t(2));
    }

    void stoppingTheRecordingKeepsTheCarWhereItIs() {
        const auto world = make(race());
        world->record();
        for (int i = 0; i < 10; ++i)
            world->step({1, 0});
        const std::uint64_t hash = world->stateHash();
        world->stopRecording();
        QCOMPARE(world->stateHash(), hash);
        QCOMPARE(world->lapRows(), 0);
        DriveStep step;
        while (!step.lap)
            step = world->step({1, 0});
        QVERIFY(!step.lap->recorded);
    }

    void theGhostDrivesItsLapWithEachLapOfThePerson() {
        DriveSetup setup = race();
        const auto first = make(setup);
        first->record();
        setup.ghost = Hands(*first, kDriver).lap().episode;
        setup.opponent = OpponentKind::Ghost;
        const auto world = make(setup);
        QCOMPARE(world->scene().agents.count, std::int64_t(2));
        const auto ghost = [&] {
            const SessionSnapshot snapshot = snapshotOf(*world);
            if (snapshot.scene.agentsPerWorld != 2 || snapshot.scene.agents.size() != 2)
                qFatal("no ghost");
            return snapshot.scene.agents[1];
        };
        const auto placed = [&](std::size_t row) {
            const float *pose = setup.ghost.poses.data() + row * 3;
            return ghost().pose.position == Vec2{pose[0], pose[1]} && ghost().pose.yaw == pose[2];
        };
        QVERIFY(placed(0));
        for (int i = 0; i < 10; ++i)
            world->step({0.1, 0});
        QVERIFY(placed(10));
        world->restart();
        QVERIFY(placed(0));
        // A ghost of three rows is soon through; a longer lap finds it at its end.
        setup.ghost.rewards.resize(3);
        setup.ghost.poses.resize(9);
        setup.ghost.actions.resize(6);
        const auto cut = make(setup);
        for (int i = 0; i < 8; ++i)
            cut->step({0.1, 0});
        QCOMPARE(snapshotOf(*cut).scene.agents[1].pose.yaw, setup.ghost.poses[8]);
        QCOMPARE(snapshotOf(*cut).scene.agents[1].speed, 0.0f);
    }

    void opponentsDriveAndThePersonKeepsTheirPlace() {
        DriveSetup setup = race();
        setup.scenario.agents.count = 2;
        setup.agent = 1;
        setup.opponent = OpponentKind::FollowTheGap;
        const auto world = make(setup);
        QCOMPARE(world->drivenRow(), 1);
        const SessionSnapshot before = snapshotOf(*world);
        for (int i = 0; i < 40; ++i)
            world->step({0, 0});
        const SessionSnapshot after = snapshotOf(*world);
        QCOMPARE(after.picked.row, 1);
        QVERIFY(after.picked.byHand);
        QVERIFY(after.picked.probabilities.empty());
        const auto moved = [&](std::size_t row) {
            return length(after.scene.agents[row].pose.position -
                          before.scene.agents[row].pose.position);
        };
        QVERIFY(moved(0) > 2 * moved(1));
    }

    void alonePeersAreGoneAndTheLegIsOnesOwn() {
        DriveSetup setup = crossing();
        setup.agent = 1; // of leg 1, north: starts above the middle
        const auto world = make(setup);
        QCOMPARE(world->scene().agents.count, std::int64_t(1));
        QCOMPARE(world->drivenRow(), 0);
        const Vec2 start = snapshotOf(*world).scene.agents[0].pose.position;
        QVERIFY(start.y > 0.8f && std::abs(start.x) < 0.6f);
    }

    void anEpisodeToTheGoalIsACleanLap() {
        DriveSetup setup = crossing();
        setup.lapsWanted = 1;
        const auto world = make(setup);
        world->record();
        Hands hands(*world, "full_speed");
        DriveStep step;
        for (int i = 0; i < 500 && !step.lap; ++i)
            step = hands.step();
        QVERIFY(step.lap && step.ended && step.complete);
        QCOMPARE(step.lap->verdict, LapVerdict::Clean);
        QCOMPARE(step.lap->episode.lapTime, 0.1 * double(step.lap->episode.rows()));
    }

    void wrongSetUpsAreRefusedWithWords() {
        const auto problems = [](DriveSetup setup) {
            const auto world = DriveWorld::create(std::move(setup));
            return world ? std::string() : world.error().text();
        };
        DriveSetup setup = race();
        setup.agent = 1;
        setup.lapsWanted = 0;
        setup.countdown = -1;
        QCOMPARE(problems(setup), std::string("agent is 2; expected 1 to 1\n"
                                              "countdown is -1; expected 0 to 60 s\n"
                                              "laps are 0; expected 1 or more"));
        setup = race();
        setup.opponent = OpponentKind::Ghost;
        QVERIFY(problems(setup).find("ghost has no poses") != std::string::npos);
        setup.opponent = OpponentKind::Policy;
        QVERIFY(problems(setup).find("policy is missing") != std::string::npos);
        setup.scenario.track.reset();
        QVERIFY(problems(setup).find("track") != std::string::npos);
        setup = crossing();
        setup.opponent = OpponentKind::FollowTheGap;
        QVERIFY(problems(setup).find("follow_the_gap") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDriveWorld)
#include "test_drive_world.moc"

// A drive on its own thread: what is commanded happens, and what is told holds.
#include "core/run/drive_session.h"
#include "core/scenario/track_builder.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace paddock;

namespace {

// A straight way over the crossing that takes a second or so.
DriveSetup crossing() {
    DriveSetup setup;
    IntersectionTaskSpec &task = setup.scenario.task;
    task.decisionPeriod = 0.1;
    task.startYaw = task.startAcross = task.startAlong = 0;
    task.startDistance = 0.6;
    task.goalDistance = 0.6;
    setup.countdown = 0.05;
    setup.lapsWanted = 1;
    return setup;
}

DriveSetup race() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 120; ++i) {
        const float a = 2 * kPi * float(i) / 120;
        points.push_back({3 * std::cos(a), 2.5f * std::sin(a)});
        widths.push_back({0.8f, 0.8f});
    }
    DriveSetup setup;
    setup.scenario = presetScenario("paper", ScenarioKind::Racing);
    setup.scenario.track = std::make_shared<const Track>(*trackFromCenterline(points, widths, {}));
    setup.scenario.trackFile = "ring.json";
    setup.countdown = 0.05;
    return setup;
}

std::unique_ptr<DriveSession> make(const DriveSetup &setup) {
    auto session = DriveSession::create(setup);
    if (!session)
        qFatal("%s", session.error().text().c_str());
    (*session)->post(DriveSpeed{4});
    return std::move(*session);
}

bool waitFor(const std::function<bool()> &condition) {
    return QTest::qWaitFor(condition, 20'000);
}

bool reaches(const DriveSession &session, DriveState state) {
    return waitFor([&] { return session.status().state == state; });
}

} // namespace

class TestDriveSession : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingMovesBeforeTheStart() {
        const auto session = make(race());
        QCOMPARE(session->status().state, DriveState::Created);
        QVERIFY(!session->takeSnapshot());
        QCOMPARE(session->info().observations.size(), std::size_t(28));
    }

    void aRecordingCountsDownRecordsAndDisarmsItself() {
        const auto session = make(crossing());
        session->setInput({1, 0});
        session->post(DrivePause{});
        session->post(DriveArm{true});
        session->start();
        QVERIFY(waitFor([&] { return session->status().armed; }));
        DriveStatus status = session->status();
        QCOMPARE(status.state, DriveState::Paused);
        QCOMPARE(status.countdown, 0.05); // waits for the resumption
        session->post(DriveResume{});
        std::vector<DrivenLap> laps;
        QVERIFY(waitFor([&] {
            for (DrivenLap &lap : session->takeLaps())
                laps.push_back(std::move(lap));
            return !laps.empty();
        }));
        QCOMPARE(laps[0].verdict, LapVerdict::Clean);
        QVERIFY(laps[0].recorded);
        QVERIFY(laps[0].episode.rows() > 3);
        // Not one decision before the recording began.
        QVERIFY(waitFor([&] { return !session->status().armed; }));
        QCOMPARE(session->status().cleanLaps, 1);
        std::vector<std::string> said;
        for (const SessionEvent &event : session->takeEvents())
            said.push_back(event.text);
        QVERIFY(said.size() >= 3);
        QCOMPARE(said.front(), std::string("recording"));
        QCOMPARE(said.back(), std::string("1 of 1 laps recorded"));
    }

    void theCountdownHoldsTheWorld() {
        DriveSetup setup = crossing();
        setup.countdown = 60; // longer than any test
        const auto session = make(setup);
        session->setInput({1, 0});
        session->post(DriveArm{true});
        session->start();
        QVERIFY(reaches(*session, DriveState::Countdown));
        QVERIFY(waitFor([&] { return session->status().countdown < 59.9; }));
        QCOMPARE(session->status().simSeconds, 0.0);
        session->post(DriveArm{false});
        QVERIFY(reaches(*session, DriveState::Driving));
        QVERIFY(waitFor([&] { return session->status().simSeconds > 0; }));
        QVERIFY(!session->status().armed);
    }

    // A restart while it is paused shows the start, with not a decision more.
    void aPauseHoldsTheWorld() {
        const auto session = make(race());
        session->setInput({0.5, 0});
        session->start();
        QVERIFY(waitFor([&] { return session->status().simSeconds > 0.1; }));
        session->post(DrivePause{});
        QVERIFY(reaches(*session, DriveState::Paused));
        const double before = session->status().simSeconds;
        (void)session->takeSnapshot();
        session->post(DriveRestart{});
        std::shared_ptr<const SessionSnapshot> snapshot;
        QVERIFY(waitFor([&] { return (snapshot = session->takeSnapshot()) != nullptr; }));
        QCOMPARE(snapshot->scene.simTime, before);
        QCOMPARE(snapshot->picked.episodeStep, 0);
        QCOMPARE(session->status().simSeconds, before);
        session->post(DriveResume{});
        QVERIFY(waitFor([&] { return session->status().simSeconds > before; }));
    }

    void aCrashClosesALapThatIsNotRecorded() {
        const auto session = make(race());
        session->setInput({1, 0});
        session->start();
        std::vector<DrivenLap> laps;
        QVERIFY(waitFor([&] {
            laps = session->takeLaps();
            return !laps.empty();
        }));
        QCOMPARE(laps[0].verdict, LapVerdict::OffTrack);
        QVERIFY(!laps[0].recorded);
        QCOMPARE(session->status().collisions, 1);
        // After the time to gather it goes on from the start.
        const double then = session->status().simSeconds;
        QVERIFY(waitFor([&] { return session->status().simSeconds > then; }));
    }

    void theNewestInputCountsAndIsExplained() {
        const auto session = make(race());
        session->setInput({1, -1});
        session->start();
        std::shared_ptr<const SessionSnapshot> snapshot;
        QVERIFY(waitFor([&] {
            const auto next = session->takeSnapshot();
            if (next && next->scene.step > 0)
                snapshot = next;
            return snapshot != nullptr;
        }));
        QCOMPARE(snapshot->picked.action, (std::vector<std::int32_t>{2, 2})); // full, right
        QVERIFY(snapshot->picked.byHand);
        QCOMPARE(snapshot->picked.observation.size(), std::size_t(28));
        QVERIFY(waitFor([&] { return session->status().appliedSteer < 0; }));
        QCOMPARE(session->status().appliedThrottle, 1.0f);
        QCOMPARE(session->status().input.steer, -1.0);
        session->post(DriveAssist{ManualMode::Discrete, {0.5, false}});
        QVERIFY(waitFor([&] { return session->status().appliedThrottle == 0.5f; }));
    }

    void aDriveEndsWhateverItWaitsFor() {
        for (const bool paused : {false, true}) {
            DriveSetup setup = race();
            setup.countdown = 60;
            auto session = make(setup);
            session->post(DriveArm{true});
            if (paused)
                session->post(DrivePause{});
            session->start();
            QVERIFY(reaches(*session, paused ? DriveState::Paused : DriveState::Countdown));
            session.reset(); // joins
        }
    }
};

QTEST_GUILESS_MAIN(TestDriveSession)
#include "test_drive_session.moc"

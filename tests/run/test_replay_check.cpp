// Replays of recordings: of our own car they must come out as they were, wherever its poses come
// from.
#include "core/drivers/driver.h"
#include "core/run/demonstration_recorder.h"
#include "core/run/policy_driver.h"
#include "core/run/replay_check.h"
#include "core/scenario/track.h"
#include "core/scenario/track_drawings.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;

class TestReplayCheck : public QObject {
    Q_OBJECT

    Scenario m_race;
    Demonstration m_laps;

  private Q_SLOTS:
    void initTestCase() {
        m_race = presetScenario("paper", ScenarioKind::Racing);
        m_race.agents.count = 1;
        m_race.parallel.families = 1;
        m_race.racing.laps = 1;
        m_race.track = std::make_shared<const Track>(*drawnTrack("oval"));
        const auto driver = makeNamedDriver(m_race, "follow_the_gap", {}, 1);
        QVERIFY(driver.ok());
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("own.pdemo").toStdString();
        RecordingOptions options;
        options.laps = 1;
        const auto recorded = recordDemonstration(m_race, **driver, options, file);
        QVERIFY2(recorded.ok(), recorded ? "" : recorded.error().text().c_str());
        m_laps = readDemonstration(file)->demonstration;
        QVERIFY(m_laps.rows() > 100);
    }

    // What is not recorded (springs, wheel spins) is guessed at each start: hence not quite zero.
    void ourOwnLapsComeOutAsTheyWere() {
        const auto result = checkReplay(m_laps, m_race, {});
        QVERIFY2(result.ok(), result ? "" : result.error().text().c_str());
        QVERIFY(result->windows > 5 && !result->localised);
        QVERIFY2(result->matchMedianError < 1e-4, qPrintable(text(*result)));
        QVERIFY2(result->speedRmse < 0.03 && result->yawErrorEnd < 0.03 &&
                     result->positionErrorEnd < 0.04 && result->rangeMedianError < 0.02,
                 qPrintable(text(*result)));
    }

    // The same laps without their poses: where the car was is found in its scans.
    void posesAreFoundInTheScans() {
        Demonstration blind = m_laps;
        for (DemonstrationEpisode &episode : blind.episodes)
            episode.poses.clear();
        const auto result = checkReplay(blind, m_race, {});
        QVERIFY2(result.ok(), result ? "" : result.error().text().c_str());
        QVERIFY(result->localised);
        QVERIFY2(result->matchMedianError < 0.01, qPrintable(text(*result)));
        QVERIFY2(result->speedRmse < 0.06 && result->yawErrorEnd < 0.06, qPrintable(text(*result)));
    }

    // A car that turns and grips otherwise does not repeat them.
    void anotherCarComesOutElsewhere() {
        Scenario other = m_race;
        other.vehicles.front().steeringRate = 0.5;
        const auto own = checkReplay(m_laps, m_race, {}), wrong = checkReplay(m_laps, other, {});
        QVERIFY(own.ok() && wrong.ok());
        QVERIFY2(wrong->yawErrorEnd > 3 * own->yawErrorEnd, qPrintable(text(*wrong)));
    }

    void whatDoesNotFitIsRefused() {
        Scenario other = m_race;
        other.racing.lidar.rays = 9;
        QVERIFY(!checkReplay(m_laps, other, {}).ok());
        QVERIFY(!checkReplay(m_laps, presetScenario("paper", ScenarioKind::Intersection), {}).ok());
        other = m_race;
        other.racing.steers = {1, -1};
        QVERIFY(!checkReplay(m_laps, other, {}).ok());
        ReplayOptions options;
        options.window = 59;
        QVERIFY(!checkReplay(m_laps, m_race, options).ok());
    }

  private:
    static QString text(const ReplayResult &r) {
        return QString("windows %1 match %2 speed %3 range %4 position %5 yaw %6")
            .arg(r.windows)
            .arg(r.matchMedianError)
            .arg(r.speedRmse)
            .arg(r.rangeMedianError)
            .arg(r.positionErrorEnd)
            .arg(r.yawErrorEnd);
    }
};

QTEST_GUILESS_MAIN(TestReplayCheck)
#include "test_replay_check.moc"

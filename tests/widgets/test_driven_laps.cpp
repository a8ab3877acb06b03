// Driven laps without the window: their file, looking at them again, the clock and the words over
// the scene.
#include "tests/support/race_scenario.h"
#include "widgets/drive/drive_hud.h"
#include "widgets/drive/lap_replay.h"
#include "widgets/drive/lap_shelf.h"
#include "widgets/drive/lap_timeline.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using paddock::test::raceOn;
using paddock::test::straightLap;

class TestDrivenLaps : public QObject {
    Q_OBJECT

    Scenario m_race;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LapShelf> m_shelf;

  private Q_SLOTS:
    void initTestCase() {
        m_race = raceOn("oval");
        QVERIFY(m_race.track);
    }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<LapShelf>(m_folder->path());
        m_shelf->setScenario(m_race, 0);
    }

    void aCollisionIsSetAsideUntilSomebodyKeepsIt() {
        QVERIFY(m_shelf->add(straightLap(m_race, 30, LapVerdict::Collision)));
        QVERIFY(m_shelf->laps().empty());
        QVERIFY(m_shelf->hasSetAside());
        m_shelf->keepSetAside();
        QCOMPARE(m_shelf->laps().size(), std::size_t(1));
        QVERIFY(!m_shelf->hasSetAside());
    }
    void noFileIsMadeBeforeThereIsALap() {
        QVERIFY(!QFileInfo::exists(m_shelf->file()));
        QVERIFY(m_shelf->add(straightLap(m_race, 30)));
        QVERIFY(QFileInfo::exists(m_shelf->file()));
    }
    void otherTrainingParametersKeepTheFile() {
        QVERIFY(m_shelf->add(straightLap(m_race, 30)));
        const QString file = m_shelf->file();
        Scenario other = m_race;
        other.training.learningRate *= 2;
        LapShelf next(m_folder->path());
        next.setScenario(other, 0);
        QCOMPARE(next.file(), file);
        QCOMPARE(next.laps().size(), std::size_t(1));
    }
    void theBestLapIsTheFastestCleanOne() {
        QVERIFY(!m_shelf->best());
        for (const int rows : {70, 50, 60})
            QVERIFY(m_shelf->add(straightLap(m_race, rows)));
        QVERIFY(m_shelf->add(straightLap(m_race, 20, LapVerdict::Time)));
        m_shelf->keepSetAside();
        QCOMPARE(m_shelf->best()->rows, std::size_t(50));
    }
    void thePartOfATimeLineHasTwoRowsAtLeast() {
        ThemeManager themes;
        LapTimeline line(themes);
        line.setRows(10);
        QVERIFY(line.whole());
        line.setPart(9, 3);
        QCOMPARE(line.first(), 8);
        QCOMPARE(line.last(), 10);
        QTest::keyClick(&line, Qt::Key_End);
        QCOMPARE(line.cursorRow(), 9);
    }
    void lapsOfAnotherKindGoToAnotherFile() {
        QVERIFY(m_shelf->add(straightLap(m_race, 40)));
        const QString file = m_shelf->file();
        Scenario fewerRays = m_race;
        fewerRays.racing.lidar.rays = 9;
        m_shelf->setScenario(fewerRays, 0);
        QVERIFY(m_shelf->file() != file);
        QVERIFY(m_shelf->laps().empty());
        QVERIFY(!m_shelf->choose(file).ok());
        m_shelf->setScenario(m_race, 0);
        QCOMPARE(m_shelf->file(), file);
        QCOMPARE(m_shelf->laps().size(), std::size_t(1));
    }
    void aReplayShowsThePosesOfTheLap() {
        LapReplay replay;
        std::shared_ptr<const SessionSnapshot> shown;
        connect(&replay, &LapReplay::snapshotReady, this,
                [&shown](std::shared_ptr<const SessionSnapshot> s) { shown = std::move(s); });
        replay.setLap(20, 0.02, [this] { return straightLap(m_race, 20).episode; });
        QVERIFY(!replay.shown());
        replay.seek(7);
        QVERIFY(shown && shown->scene.agents.size() == 1);
        QCOMPARE(shown->scene.agents.front().pose.position.x, 0.1f * 7);
        QVERIFY(std::abs(shown->scene.agents.front().speed - 5.0f) < 1e-3f); // 0.1 m in 0.02 s
        replay.step(-1);
        QCOMPARE(replay.row(), 6);
        replay.seek(1000);
        QCOMPARE(replay.row(), 19);
        replay.step(1);
        QCOMPARE(replay.row(), 19);
    }
    void theClockComparesWithTheBestLapAtEachCheckpoint() {
        LapClock clock;
        RaceStatus race;
        race.checkpoints = 3;
        // Laps of 3 s and 3.6 s: 0.2 s lost a third of a lap.
        const auto drive = [&](double third) {
            for (int i = 1; i <= 30; ++i) {
                race.lapTime = float(third * i / 10);
                race.nextCheckpoint = i / 10 % 3;
                if (i < 30)
                    clock.update(race);
            }
            ++race.laps;
            race.lastLapTime = float(third * 3);
            race.bestLapTime = race.bestLapTime > 0 ? std::min(race.bestLapTime, race.lastLapTime)
                                                    : race.lastLapTime;
            race.lapTime = 0;
            clock.update(race);
        };
        race.nextCheckpoint = 0;
        clock.update(race);
        drive(1.0);
        QVERIFY(!clock.delta().has_value());
        drive(1.2);
        QVERIFY(clock.delta().has_value());
        QVERIFY2(std::abs(*clock.delta() - 0.6) < 1e-4,
                 qPrintable(QString::number(*clock.delta())));
    }
    void theWordsOverTheSceneSayWhatIsAskedAndWhatIsDone() {
        SessionSnapshot snapshot;
        snapshot.scene.agents.resize(1);
        snapshot.scene.agents[0].speed = 1.5f;
        snapshot.picked.race.checkpoints = 12;
        snapshot.picked.race.nextCheckpoint = 3;
        snapshot.picked.race.wrongWay = true;
        DriveStatus status;
        status.input = {1.0, 0.5};
        status.appliedThrottle = 0.5f;
        status.armed = true;
        status.cleanLaps = 3;
        status.lapsWanted = 5;
        status.collisions = 2;
        const QString words =
            driveHudLines({snapshot, status, 0, "Keyboard drives A1", 0.4, 30, {}}).join("\n");
        for (const char *part : {"Keyboard drives A1", "1.50 m/s", "throttle 50 % (you 100 %)",
                                 "checkpoint 4 of 12", "WRONG WAY", "collisions 2", "3 of 5"})
            QVERIFY2(words.contains(part), qPrintable(QString(part) + " in\n" + words));
    }
};

QTEST_MAIN(TestDrivenLaps)
#include "test_driven_laps.moc"

// A robot looks back: it pauses a run, scrubs the past of the watched world, keeps an episode,
// opens it, compares two of them, and finds the run untouched.
#include "core/run/recording_events.h"
#include "tests/widgets/studio_test.h"

#include <QDir>

using namespace paddock;
using Phase = RunController::Phase;
using View = TimeTravel::View;

namespace {
constexpr int kPatience = 60'000; // ms, for a machine that is busy
} // namespace

class TestTimeTravel : public StudioTest {
    Q_OBJECT

    static Scenario smallScenario() {
        Scenario s = presetScenario(presetNames().front());
        s.parallel.worlds = 3;
        s.task.timeLimit = 1;
        s.training.horizon = 16;
        s.training.bufferSize = 192;
        s.training.batchSize = 64;
        s.training.hiddenUnits = 8;
        s.training.numLayers = 1;
        s.training.maxSteps = 100'000'000;
        return s;
    }
    TimeTravel &travel() { return m_window->train().travel(); }
    TimelineBar &bar() { return travel().strip().bar(); }
    StudioActions &actions() { return m_window->actions(); }
    std::int64_t steps() { return m_window->run().progress().steps; }

    void pauseAfter(std::int64_t wanted) {
        m_window->document().setScenario(smallScenario(), {});
        actions().start->trigger();
        m_window->scene().pick(5); // world 2, A2
        QTRY_VERIFY_WITH_TIMEOUT(steps() >= wanted, kPatience);
        actions().pause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Paused, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bar().frames() > 0, kPatience);
    }
    void end() {
        actions().stop->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
    }
    static EpisodeRecording driven(const std::string &name) {
        const Scenario scenario = smallScenario();
        const auto driver = makeBuiltinDriver(name, scenario, 1);
        RolloutOptions options;
        options.seconds = 2;
        return *recordRollout(scenario, *driver, options, name);
    }

  private Q_SLOTS:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void leftAndRightWalkThroughThePastAndLeaveTheRunAlone() {
        pauseAfter(1200);
        const std::int64_t before = steps();
        const int frames = bar().frames();
        actions().stepBack->trigger();
        QCOMPARE(travel().view(), View::Past);
        QCOMPARE(bar().cursorFrame(), frames - 2);
        actions().stepBack->trigger();
        QCOMPARE(bar().cursorFrame(), frames - 3);
        QVERIFY2(travel().strip().where().startsWith(u'−'), qPrintable(travel().strip().where()));
        actions().step->trigger();
        actions().step->trigger();
        QCOMPARE(bar().cursorFrame(), frames - 1);
        actions().step->trigger(); // behind the newest moment there is only what is live
        QCOMPARE(travel().view(), View::Live);
        QCOMPARE(steps(), before);
        actions().step->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(steps(), before + 12, kPatience);
        end();
    }
    void thePastIsThatOfTheWatchedWorld() {
        pauseAfter(1200);
        QCOMPARE(travel().past()->world, 1);
        QCOMPARE(travel().past()->picked, 1);
        QCOMPARE(travel().past()->source, m_window->run().info().runDir.filename().string());
        actions().stepBack->trigger();
        QCOMPARE(m_window->scene().pickedRow(), 1); // of the one world that is shown
        actions().goLive->trigger();
        QCOMPARE(m_window->scene().pickedRow(), 5);
        end();
    }
    void aClickOnAMarkShowsTheMomentBeforeTheEnd() {
        pauseAfter(3000); // a second and more: everybody's time has run out by then
        QVERIFY(!bar().marks().empty());
        const QPoint at(int(bar().xOf(bar().marks().front().event.frame)), 9);
        const TimelineBar::Mark mark = *bar().markAt(at);
        QTest::mouseClick(&bar(), Qt::LeftButton, {}, at);
        QCOMPARE(travel().view(), View::Past);
        QCOMPARE(bar().cursorFrame(), mark.event.lookAt());
        end();
    }
    void aTouchLooksBackWhileTheRunGoesOn() {
        m_window->document().setScenario(smallScenario(), {});
        actions().start->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(steps() > 600, kPatience);
        QTest::mouseClick(&bar(), Qt::LeftButton, {}, QPoint(bar().width() / 2, 20));
        QTRY_COMPARE_WITH_TIMEOUT(travel().view(), View::Past, kPatience);
        const std::int64_t then = steps();
        QTRY_VERIFY_WITH_TIMEOUT(steps() > then, kPatience);
        QCOMPARE(m_window->run().phase(), Phase::Running);
        end();
    }
    void anEpisodeIsKeptAndOpenedAgain() {
        pauseAfter(3000);
        QString file;
        connect(&travel(), &TimeTravel::kept, this, [&file](const QString &kept) { file = kept; });
        actions().keepEpisode->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!file.isEmpty(), kPatience);
        QVERIFY(QFileInfo(file).dir().dirName() == "recordings");
        travel().openFile(file);
        QTRY_COMPARE_WITH_TIMEOUT(travel().view(), View::Recording, kPatience);
        const EpisodeRecording &shown = *travel().player().first();
        QCOMPARE(episodesOf(shown, shown.picked).size(), std::size_t(1));
        QCOMPARE(bar().frames(), shown.frames.count());
        actions().playPast->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(bar().cursorFrame(), bar().frames() - 1, kPatience);
        QVERIFY(!travel().player().playing());
        end();
    }
    void anotherModeGivesTheSceneBack() {
        pauseAfter(1200);
        actions().stepBack->trigger();
        m_window->setMode(StudioMode::Drive);
        QCOMPARE(travel().view(), View::Live);
        QVERIFY(!travel().strip().isVisible());
        m_window->setMode(StudioMode::Train);
        QVERIFY(travel().strip().isVisible());
        end();
    }
    void twoWaysStandSideBySideWithThePlaceWhereTheyPart() {
        PolicyComparison comparison{driven("full_speed"), driven("random"), {}};
        comparison.partings = findPartings(comparison.first, comparison.second, {});
        const int parting = comparison.earliest()->frame();
        travel().openComparison(std::make_shared<const PolicyComparison>(comparison));
        QCOMPARE(travel().view(), View::Comparison);
        QCOMPARE(bar().cursorFrame(), parting);
        QCOMPARE(travel().player().snapshot()->scene.worlds, 2);
        QCOMPARE(travel().player().snapshot()->scene.agents.size(), std::size_t(8));
        m_window->scene().pick(6); // of the right one
        QCOMPARE(travel().player().snapshot()->picked.row, 6);
    }
    void aDamagedFileIsExplained() {
        QFile file(m_folder->filePath("bad.prec"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("PADREC01 and then nothing");
        file.close();
        travel().openFile(file.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QDialog *>(), kPatience);
        QCOMPARE(travel().view(), View::Live);
    }
};

QTEST_MAIN(TestTimeTravel)
#include "test_time_travel.moc"

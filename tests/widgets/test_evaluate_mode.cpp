// A robot judges two drivers in the window: it makes a plan, takes it back, carries it out, looks
// at a run again and writes the results.
#include "widgets/window/main_window.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using Phase = EvaluationController::Phase;

namespace {

constexpr int kPatience = 60'000; // ms, for a machine that is busy

} // namespace

class TestEvaluateMode : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ThemeManager m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    EvaluateMode &mode() { return m_window->evaluate(); }
    StudioActions &actions() { return m_window->actions(); }
    // The steps build upon each other; without the one before there is nothing to do.
    bool ready() { return m_window && !QTest::currentTestFailed(); }
    static QByteArray read(const QString &file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void waitUntilDone() {
        QTRY_COMPARE_WITH_TIMEOUT(mode().evaluation().phase(), Phase::Idle, kPatience);
    }

  private Q_SLOTS:
    void initTestCase() {
        m_themes.setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder.filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder.filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(m_themes, *m_settings, options);
        m_window->setUnattended(true);
        Scenario scenario = presetScenario("paper");
        scenario.task.timeLimit = 2;
        m_window->document().setScenario(scenario, {});
        m_window->resize(1500, 950);
        m_window->show();
        actions().modeAction(StudioMode::Evaluate)->trigger();
        QCOMPARE(actions().mode(), StudioMode::Evaluate);
    }

    void withoutAPlanThereIsAnExampleAndNothingToWrite() {
        QVERIFY(mode().results().exampleButton()->isVisible());
        QVERIFY(!actions().exportRuns->isEnabled() && !actions().runPlay->isEnabled());
        actions().evaluateStart->trigger(); // says why not, and stays
        QCOMPARE(mode().evaluation().phase(), Phase::Idle);
    }

    void everyChangeOfThePlanCanBeTakenBack() {
        QVERIFY(ready());
        const EvaluationPlan empty = mode().plan().plan();
        PlanPanel &panel = mode().panel();
        panel.addDriver({.driver = "full_speed"});
        panel.addDriver({.driver = "cautious"});
        panel.addDriver({.driver = "random"});
        panel.addScenario({});
        QTest::mouseClick(panel.degreeButtons()[2], Qt::LeftButton);
        QTest::mouseClick(panel.degreeButtons()[0], Qt::LeftButton);
        panel.runsBox()->setValue(7);
        panel.runsBox()->setValue(4); // joins the step before
        QTest::mouseClick(panel.removeButtons()[1], Qt::LeftButton);
        EvaluationPlan wanted = empty;
        wanted.drivers = {{.driver = "full_speed"}, {.driver = "random"}};
        wanted.scenarios = {PlanScenario{}};
        wanted.degrees = {0, 2};
        wanted.runs = 4;
        QCOMPARE(mode().plan().plan(), wanted);
        int steps = 0;
        for (; actions().planUndo->isEnabled(); ++steps)
            actions().planUndo->trigger();
        QCOMPARE(steps, 8);
        QCOMPARE(mode().plan().plan(), empty);
        while (actions().planRedo->isEnabled())
            actions().planRedo->trigger();
        QCOMPARE(mode().plan().plan(), wanted);
    }

    void aPlanIsKeptAsAFile() {
        QVERIFY(ready());
        const QString file = m_folder.filePath("plan.json");
        const EvaluationPlan plan = mode().plan().plan();
        QVERIFY(mode().plan().save(file).ok());
        QVERIFY(mode().plan().undoStack().isClean());
        QVERIFY(mode().plan().open(file).ok());
        QCOMPARE(mode().plan().plan(), plan);
        QVERIFY(!mode().plan().open(m_folder.filePath("missing.json")).ok());
        QCOMPARE(mode().plan().plan(), plan);
    }

    void aPlanIsCarriedOutWhileTheWindowGoesOn() {
        QVERIFY(ready());
        actions().evaluateStart->trigger();
        QVERIFY(mode().evaluation().active());
        QVERIFY(!mode().panel().addDriverButton()->isEnabled());
        waitUntilDone();
        ResultsView &results = mode().results();
        QCOMPARE(results.arenaBox()->count(), 2); // two degrees
        QCOMPARE(results.figures()->rowCount(), 2);
        QCOMPARE(results.figures()->item(0, 0)->text(), QString("full_speed"));
        QCOMPARE(results.figures()->item(1, 1)->text(), QString("4"));
        QVERIFY(results.differences()->rowCount() > 0);
        for (const KpiPlot *plot : results.plots())
            if (!kpiInfo(plot->kpi()).racing)
                QCOMPARE(plot->dots().size(), std::size_t(8));
        QVERIFY(mode().panel().addDriverButton()->isEnabled());
    }

    void everyRunIsOneClickFromItsReplay() {
        QVERIFY(ready());
        KpiPlot *plot = nullptr;
        for (KpiPlot *one : mode().results().plots())
            if (one->kpi() == Kpi::Return)
                plot = one;
        QVERIFY(plot);
        const KpiPlot::Dot dot = plot->dots().back();
        QSignalSpy ready(&mode().evaluation(), &EvaluationController::replayReady);
        QTest::mouseClick(plot, Qt::LeftButton, {}, dot.at.toPoint());
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, kPatience);
        ReplayPage &replay = mode().replay();
        QVERIFY(replay.isOpen() && replay.isVisible());
        const auto shown = ready[0][0].value<std::shared_ptr<const EpisodeReplay>>();
        const EvaluationRun &judged =
            mode().evaluation().grid().cells[dot.cell].runs[std::size_t(dot.run)];
        QCOMPARE(shown->run.episodeReturn, judged.episodeReturn);
        QCOMPARE(shown->run.episodeReturn, dot.value);
        QVERIFY(replay.playing());
        replay.open(shown, "again"); // a second one begins anew and plays, too
        QVERIFY(replay.playing() && replay.frame() == 0);
        actions().runPlay->trigger();
        QVERIFY(!replay.playing());
        replay.seek(3);
        actions().runForward->trigger();
        QCOMPARE(replay.frame(), 4);
        actions().runBack->trigger();
        actions().runBack->trigger();
        QCOMPARE(replay.frame(), 2);
        replay.seek(1'000'000);
        QCOMPARE(replay.frame(), replay.frames() - 1);
        actions().runClose->trigger();
        QVERIFY(!replay.isOpen() && mode().results().isVisible());
        QVERIFY(!actions().runForward->isEnabled());
    }

    void resultsAreWritten() {
        QVERIFY(ready());
        QVERIFY(mode().writeRuns(m_folder.filePath("o.csv")).ok());
        QVERIFY(mode().writeReport(m_folder.filePath("o.html")).ok());
        QCOMPARE(read(m_folder.filePath("o.csv")).count('\n'), 17); // 2 drivers, 2 degrees, 4 runs
        QVERIFY(read(m_folder.filePath("o.html")).contains("full_speed"));
        QVERIFY(!mode().writeRuns(m_folder.filePath("no/folder/o.csv")).ok());
    }

    void oneClickJudgesTheOpenDocument() {
        QVERIFY(ready());
        mode().example();
        waitUntilDone();
        QCOMPARE(mode().results().figures()->rowCount(), 2); // there is no run to judge
        QVERIFY(mode().evaluation().grid().complete());
        actions().planUndo->trigger();
        QCOMPARE(mode().plan().plan().runs, std::int64_t(4));
        QCOMPARE(mode().plan().plan().degrees.size(), std::size_t(2));
    }

    void cancellingIsNoError() {
        QVERIFY(ready());
        EvaluationPlan plan = mode().plan().plan();
        plan.runs = 1000;
        mode().plan().change("more", plan);
        QSignalSpy failed(&mode().evaluation(), &EvaluationController::failed);
        actions().evaluateStart->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(mode().evaluation().phase(), Phase::Running, kPatience);
        actions().evaluateStop->trigger();
        waitUntilDone();
        QCOMPARE(failed.size(), 0);
        QVERIFY(!mode().evaluation().grid().complete());
    }

    void cleanupTestCase() { m_window.reset(); }
};

QTEST_MAIN(TestEvaluateMode)
#include "test_evaluate_mode.moc"

// A robot at the run browser of the real window: it sorts, searches, tags, archives, deletes and
// takes back, opens, resumes and forks, as a person would; and meets folders that are gone.
#include "core/base/file_io.h"
#include "core/run/run_directory.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/runs/run_words.h"
#include "widgets/window/main_window.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using Phase = RunController::Phase;
namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 60'000; // ms, for a machine that is busy

Scenario smallScenario(std::int64_t steps) {
    Scenario s = presetScenario(presetNames().front());
    s.name = "small";
    s.parallel.worlds = 2;
    s.training.horizon = 16;
    s.training.bufferSize = 128;
    s.training.batchSize = 32;
    s.training.hiddenUnits = 8;
    s.training.numLayers = 1;
    s.training.maxSteps = steps;
    s.training.summaryFreq = 256;
    s.training.checkpointInterval = 512;
    return s;
}

} // namespace

class TestRunsRobot : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    fs::path root() const { return m_folder->filePath("runs").toStdString(); }
    RunPanel &panel() { return m_window->train().runs(); }
    RunStore &store() { return m_window->train().runStore(); }
    RunFilter &filter() { return panel().filter(); }

    void makeRun(const std::string &name, std::int64_t steps, double success) {
        Result<RunDirectory> run = RunDirectory::createAt(root() / name);
        if (!run || !run->writeScenario(writeScenario(smallScenario(2000))) ||
            !run->appendMetrics({steps, 0, {{tag::kSuccess, success}, {tag::kReward, success}}}) ||
            !run->appendEvent("step 0 info: finished"))
            qFatal("the run cannot be written");
    }
    void openWindow() {
        SessionOptions options;
        options.runsFolder = root();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_window->resize(1000, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->actions().showRuns->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(store().listed(), kPatience);
    }
    QStringList names() {
        QStringList all;
        for (int row = 0; row < filter().rowCount(); ++row)
            all << filter().index(row, RunTable::Name).data().toString();
        return all;
    }
    void select(const std::string &name) {
        panel().view().clearSelection();
        panel().view().select(root() / name);
        QCOMPARE(panel().view().selectedRuns().size(), std::size_t(1));
    }
    const RunNotes &notes(const std::string &name) { return store().find(root() / name)->notes; }
    // A real run of the window, to its end.
    RunSummary train() {
        m_window->document().setScenario(smallScenario(1024), {});
        m_window->actions().start->trigger();
        if (!QTest::qWaitFor([this] { return m_window->run().phase() == Phase::Ended; }, kPatience))
            qFatal("the run does not end");
        return readRunSummary(m_window->run().info().runDir);
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        makeRun("alpha", 3000, 0.5);
        makeRun("beta", 1000, 0.9);
        makeRun("gamma", 2000, 0.1);
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void anyColumnSorts() {
        openWindow();
        panel().view().sortByColumn(RunTable::Steps, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{"beta", "gamma", "alpha"}));
        panel().view().sortByColumn(RunTable::Success, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{"beta", "alpha", "gamma"}));
        panel().view().sortByColumn(RunTable::Name, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{"gamma", "beta", "alpha"}));
    }
    void whatHasNoValueComesLastEitherWay() {
        fs::remove(root() / "beta/metrics.jsonl");
        openWindow();
        panel().view().sortByColumn(RunTable::Success, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{"gamma", "alpha", "beta"}));
        panel().view().sortByColumn(RunTable::Success, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{"alpha", "gamma", "beta"}));
    }
    void chosenColumnsAndSortingAreRemembered() {
        openWindow();
        panel().view().setColumnShown(RunTable::Preset, true);
        panel().view().setColumnShown(RunTable::Note, false);
        panel().view().sortByColumn(RunTable::Name, Qt::AscendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(!m_settings->value("runs/columns_1").isNull(), kPatience);
        m_window.reset();
        openWindow();
        QVERIFY(!panel().view().isColumnHidden(RunTable::Preset));
        QVERIFY(panel().view().isColumnHidden(RunTable::Note));
        QCOMPARE(names(), (QStringList{"alpha", "beta", "gamma"}));
    }
    void wordsFilterTheList() {
        openWindow();
        QTest::keyClicks(&panel().search(), "BET");
        QCOMPARE(names(), QStringList{"beta"});
        panel().search().clear();
        QCOMPARE(filter().rowCount(), 3);
    }
    void tagsAreTypedInTheTableAndKept() {
        openWindow();
        const auto tag = [this](const QString &text) {
            for (int row = 0; row < filter().rowCount(); ++row)
                if (filter().index(row, RunTable::Name).data() == "beta")
                    filter().setData(filter().index(row, RunTable::Tags), text);
        };
        tag("best,  wide ,best");
        QTRY_COMPARE_WITH_TIMEOUT(tagText(readRunSummary(root() / "beta").notes),
                                  QString("best, wide"), kPatience);
        QTest::keyClicks(&panel().search(), "wide");
        QCOMPARE(names(), QStringList{"beta"});
        QTRY_VERIFY_WITH_TIMEOUT(store().canUndo(), kPatience);
        m_window->actions().undoRuns->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(notes("beta").tags.empty(), kPatience);
        QVERIFY(readRunSummary(root() / "beta").notes.tags.empty());
    }
    void archivedRunsLeaveTheListUntilTheyAreAskedFor() {
        openWindow();
        select("gamma");
        m_window->actions().archiveRuns->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(filter().rowCount(), 2, kPatience);
        m_window->actions().showArchived->setChecked(true);
        QCOMPARE(filter().rowCount(), 3);
        select("gamma");
        m_window->actions().archiveRuns->trigger(); // out again
        QTRY_VERIFY_WITH_TIMEOUT(!notes("gamma").archived, kPatience);
    }
    void aDeletedRunComesBackByUndo() {
        openWindow();
        select("alpha");
        QTest::keyClick(&panel().view(), Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(filter().rowCount(), 2, kPatience);
        QVERIFY(!fs::exists(root() / "alpha"));
        QVERIFY(panel().noticeText().contains("delete alpha"));
        m_window->actions().undoRuns->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(filter().rowCount(), 3, kPatience);
        QVERIFY(fs::exists(root() / "alpha/scenario.json"));
        QVERIFY(!m_window->actions().undoRuns->isEnabled());
    }
    void aFolderThatIsGoneIsSaidAndNothingElseIsLost() {
        openWindow();
        select("alpha");
        fs::remove_all(root() / "alpha");
        QSignalSpy problems(&m_window->train(), &ModePage::problem);
        m_window->actions().openRun->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, kPatience);
        m_window->actions().deleteRuns->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(filter().rowCount(), 2, kPatience);
        fs::remove_all(root());
        store().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(filter().rowCount(), 0, kPatience);
    }
    void aDamagedRunIsListedAndSaysSo() {
        QVERIFY(writeFileAtomic(root() / "beta/metrics.jsonl", "noise\nmore\n").ok());
        openWindow();
        QCOMPARE(filter().rowCount(), 3);
        QVERIFY(store().find(root() / "beta")->problem.find("metrics.jsonl") != std::string::npos);
        select("beta");
        m_window->actions().openRun->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->document().title(), QString("small"), kPatience);
    }
    void anOpenedRunBringsItsDocumentAndCurves() {
        openWindow();
        select("beta");
        m_window->actions().openRun->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->plots().plotOf(tag::kReward)->curve().empty(),
                                 kPatience);
        QCOMPARE(m_window->document().scenario().training.maxSteps, std::int64_t(2000));
        QVERIFY(m_window->document().file().isEmpty()); // saving leaves the run as it is
    }
    void aResumedRunGoesOnWithItsCurves() {
        openWindow();
        const RunSummary run = train();
        store().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(store().find(run.path), kPatience);
        panel().view().select(run.path);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->actions().resumeRun->isEnabled(), kPatience);
        m_window->actions().resumeRun->trigger();
        GoOnDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<GoOnDialog *>()), kPatience);
        dialog->steps().setText("12"); // long past
        QVERIFY(!dialog->problem().isEmpty());
        dialog->steps().setText("2048");
        QVERIFY(dialog->problem().isEmpty());
        std::vector<std::int64_t> steps;
        connect(&m_window->run(), &RunController::metricsReady, this,
                [&steps](const std::vector<MetricRow> &rows) {
                    for (const MetricRow &row : rows)
                        steps.push_back(row.step);
                });
        dialog->accept();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().progress().steps, std::int64_t(2048), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
        QVERIFY(fs::equivalent(m_window->run().info().runDir, run.path));
        QCOMPARE(steps.front(), std::int64_t(256)); // of its first life
        QCOMPARE(steps.size(), std::size_t(8));
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
    }
    void aForkIsARunOfItsOwn() {
        openWindow();
        const RunSummary run = train();
        QVERIFY(m_window->document().setField("training.learning_rate", "0.0002").ok());
        store().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(store().find(run.path), kPatience);
        panel().view().select(run.path);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->actions().forkRun->isEnabled(), kPatience);
        m_window->actions().forkRun->trigger();
        GoOnDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<GoOnDialog *>()), kPatience);
        dialog->checkpoints().setCurrentIndex(1); // the one before the last
        dialog->name().setText("careful");
        dialog->parameters().setCurrentIndex(1); // of the open document
        dialog->steps().setText("1536");
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->run().active(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
        const RunSummary fork = readRunSummary(m_window->run().info().runDir);
        QCOMPARE(fork.notes.parent, run.name);
        QCOMPARE(fork.notes.parentStep, std::int64_t(512));
        QCOMPARE(fork.steps, std::int64_t(1536));
        QCOMPARE(fork.scenario, std::string("careful"));
        QCOMPARE(m_window->run().info().runDir.parent_path(), root());
    }
    void aSweepTrainsInTheBackgroundAndJoinsTheList() {
        openWindow();
        m_window->document().setScenario(smallScenario(512), {});
        SweepPanel &sweep = m_window->train().sweepPanel();
        sweep.name().setText("rates");
        sweep.addAxis("training.learning_rate", "0.001, x");
        QVERIFY(!sweep.startButton().isEnabled()); // says what is wrong
        QVERIFY(!sweep.summary().isEmpty());
        sweep.addAxis("training.gamma", "0.9 .. 0.99 / 2");
        sweep.seeds().setText("1");
        for (QLineEdit *edit : sweep.findChildren<QLineEdit *>())
            if (edit->text() == "0.001, x")
                edit->setText("0.001");
        QVERIFY2(sweep.startButton().isEnabled(), qPrintable(sweep.summary()));
        sweep.startButton().click();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->train().sweep().progress().finished, 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->train().sweep().progress().ended, kPatience);
        QCOMPARE(sweep.queue().runs().rowCount(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(filter().rowCount(), 5, kPatience);
        QTest::keyClicks(&panel().search(), "rates");
        QCOMPARE(filter().rowCount(), 2);
    }
    void anEmptyFolderSaysHowToFillIt() {
        fs::remove_all(root());
        openWindow();
        QCOMPARE(filter().rowCount(), 0);
        QVERIFY(!m_window->actions().openRun->isEnabled());
        QVERIFY(!m_window->actions().deleteRuns->isEnabled());
    }
};

QTEST_MAIN(TestRunsRobot)
#include "test_runs_robot.moc"

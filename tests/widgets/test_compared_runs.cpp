// Claims about runs that are laid over each other: each is read from its folder, looks unlike the
// others, and seeds of one document become a mean in a band.
#include "core/run/run_directory.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/plots/plot_export.h"
#include "widgets/plots/plot_panel.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace paddock;

class TestComparedRuns : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<PlotPanel> m_panel;

    QString folder(const QString &name) const { return m_folder->filePath(name); }
    RunDirectory makeRun(const QString &name, int seed, double gamma = 0.9) {
        auto run = RunDirectory::createAt(folder(name).toStdString());
        const QString json =
            QString(R"({"name":"x","training":{"seed":%1,"gamma":%2}})").arg(seed).arg(gamma);
        if (!run || !run->writeScenario(json.toStdString()))
            qFatal("no run can be made");
        return std::move(*run);
    }
    static void add(RunDirectory &run, std::int64_t step, double reward, const char *name) {
        if (!run.appendMetrics({step, 0, {{name, reward}}}))
            qFatal("no row can be written");
    }
    void makeRuns(int count, const char *name = tag::kReward) {
        for (int seed = 1; seed <= count; ++seed) {
            RunDirectory run = makeRun(QString("run%1").arg(seed), seed);
            add(run, 1000, seed, name);
            add(run, 9000, seed + 1, name);
        }
    }
    void compare(int count) {
        std::vector<ComparedRun> runs;
        for (int i = 0; i < count; ++i)
            runs.push_back({folder(QString("run%1").arg(i + 1)), QString("run %1").arg(i + 1), i});
        m_panel->setCompared(runs);
        QTRY_COMPARE(m_panel->comparison().sets().size(),
                     std::size_t(m_panel->comparison().bands() ? 1 : count));
    }
    CurvePlot *rewardPlot() const {
        CurvePlot *plot = m_panel->plotOf(tag::kReward);
        plot->refresh();
        return plot;
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_panel = std::make_unique<PlotPanel>(*m_themes);
        m_panel->setSmoothing(0);
        m_panel->resize(1200, 320);
        m_panel->show();
    }
    void cleanup() {
        m_panel.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void eachRunHasALineAndALegend() {
        makeRuns(3);
        compare(3);
        CurvePlot *plot = rewardPlot();
        QCOMPARE(plot->compared().size(), std::size_t(3));
        QCOMPARE(plot->compared()[2]->line().back().raw, 4.0);
        QCOMPARE(m_panel->legend().entries().size(), std::size_t(3));
        QCOMPARE(m_panel->legend().entries()[1].name, QString("run 2"));
    }
    void runsLookUnlikeEachOther() {
        makeRuns(8);
        compare(8);
        const auto &lines = rewardPlot()->compared();
        for (const auto &a : lines)
            for (const auto &b : lines)
                if (a != b)
                    QVERIFY(a->color() != b->color() ||
                            endMark(a->identity().run + 1, Qt::red).shape() !=
                                endMark(b->identity().run + 1, Qt::red).shape());
    }
    void coloursOfRunsAreLegibleInBothThemes() {
        for (const Theme &theme : {darkTheme(), lightTheme()})
            for (int run = 0; run < 8; ++run) {
                QVERIFY(contrastRatio(runColor(run, theme), theme.panel) >= 3.0);
                QVERIFY(contrastRatio(runTextColor(run, theme), theme.panel) >= 4.5);
            }
    }
    void seedsBecomeAMeanInABand() {
        makeRuns(3);
        m_panel->setBands(true);
        compare(3);
        CurvePlot *plot = rewardPlot();
        QCOMPARE(plot->compared().size(), std::size_t(1));
        const LinePoint &last = plot->compared().front()->line().back();
        QCOMPARE(last.smooth, 3.0); // of 2, 3, 4
        QCOMPARE(last.low, 2.0);
        QCOMPARE(last.high, 4.0);
        QCOMPARE(m_panel->legend().entries().size(), std::size_t(1));
        QVERIFY(m_panel->legend().entries().front().name.contains("3 seeds"));
    }
    void bandsCanTellTheDeviation() {
        makeRuns(2);
        m_panel->setBands(true);
        m_panel->setSpread(BandSpread::Deviation);
        compare(2);
        const LinePoint &last = rewardPlot()->compared().front()->line().back();
        QCOMPARE(last.smooth, 2.5); // of 2 and 3
        QCOMPARE(last.high, 2.5 + std::sqrt(0.5));
    }
    void otherDocumentsStayOutOfTheBand() {
        makeRuns(2);
        {
            RunDirectory other = makeRun("run3", 1, 0.5);
            add(other, 1000, 7, tag::kReward);
        }
        m_panel->setBands(true);
        std::vector<ComparedRun> runs;
        for (int i = 1; i <= 3; ++i)
            runs.push_back({folder(QString("run%1").arg(i)), QString::number(i), i});
        m_panel->setCompared(runs);
        QTRY_COMPARE(m_panel->comparison().sets().size(), std::size_t(2));
        QTRY_COMPARE(m_panel->comparison().sets().front().runs.size(), std::size_t(2));
        QTRY_COMPARE(m_panel->comparison().sets().back().runs.size(), std::size_t(1));
    }
    void aGrowingRunIsFollowed() {
        RunDirectory run = makeRun("run1", 1);
        add(run, 1000, 1, tag::kReward);
        compare(1);
        QCOMPARE(rewardPlot()->compared().front()->line().size(), std::size_t(1));
        add(run, 2000, 5, tag::kReward);
        QTRY_COMPARE(rewardPlot()->compared().front()->line().size(), std::size_t(2));
    }
    void theWindowsOwnRunIsNotComparedWithItself() {
        makeRuns(2);
        compare(2);
        m_panel->setOwnFolder(folder("run1"));
        QCOMPARE(m_panel->comparison().sets().size(), std::size_t(1));
        m_panel->addRows({{1000, 0, {{tag::kReward, 0.5}}}});
        QCOMPARE(rewardPlot()->allSeries().size(), std::size_t(2));
        QCOMPARE(m_panel->legend().entries().front().name, QString("this run"));
    }
    void metricsOfOtherProblemsGetTheirPlots() {
        QVERIFY(!m_panel->plotOf(tag::kLapTime));
        makeRuns(1, tag::kLapTime);
        compare(1);
        QVERIFY(m_panel->plotOf(tag::kLapTime));
        m_panel->setCompared({});
        QVERIFY(!m_panel->plotOf(tag::kLapTime));
        QVERIFY(m_panel->legend().entries().empty());
    }
    void csvHasAColumnForEachRunAndFourForABand() {
        makeRuns(2);
        compare(2);
        const QByteArray each = plotCsv(*rewardPlot());
        QVERIFY(each.startsWith("step,run 1 Environment/Cumulative Reward,"));
        QVERIFY(each.contains("\n9000,2,2,3,3\n"));
        m_panel->setBands(true);
        QVERIFY(plotCsv(*rewardPlot()).contains("\n9000,2.5,2,3,2\n"));
    }
    void aFolderWithoutARunIsSaid() {
        m_panel->setCompared({{folder("nothing"), "nothing", 0}});
        QTRY_VERIFY(m_panel->comparison().problems().contains("nothing"));
    }
};

QTEST_MAIN(TestComparedRuns)
#include "test_compared_runs.moc"

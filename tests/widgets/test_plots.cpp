#include "widgets/plots/curve_plot.h"
#include "widgets/plots/plot_export.h"
#include "widgets/plots/plot_panel.h"
#include "widgets/plots/reference_chooser.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestPlots : public QObject {
    Q_OBJECT

    ThemeManager *m_themes = nullptr;
    PlotPanel *m_panel = nullptr;

    static MetricRow row(std::int64_t step, double reward, int group = 0) {
        return {step, 0.0, {{tag::kReward, reward}}, group, "racer_" + std::to_string(group + 1)};
    }
    static Scenario race() {
        Scenario out = presetScenario("paper", ScenarioKind::Racing);
        out.agents.count = 2;
        out.training.policies = PolicySharing::PerAgent;
        return out;
    }
    void beginRace() {
        m_panel->setScenario(race());
        m_panel->setSmoothing(0);
    }
    // A picture of the plot as it is drawn, without the words beside its lines.
    static QImage picture(CurvePlot &plot) {
        plot.refresh();
        plot.replot(QCustomPlot::rpImmediateRefresh);
        return plot.toPixmap(600, 300).toImage();
    }
    // Near to the colour: the edges of a line are blended with what is behind it.
    static int pixelsOf(const QImage &image, const QColor &color) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                count += std::abs(c.red() - color.red()) < 40 &&
                         std::abs(c.green() - color.green()) < 40 &&
                         std::abs(c.blue() - color.blue()) < 40;
            }
        return count;
    }
    bool shows(const char *tag) const { return m_panel->plotOf(tag) != nullptr; }
    static QString csvFile(const QTemporaryDir &folder, const QString &name) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("step,Environment/Cumulative Reward\n1000,1\n2000,2\n");
        return file.fileName();
    }

  private Q_SLOTS:
    void init() {
        m_themes = new ThemeManager;
        m_themes->setChoice(ThemeChoice::Dark);
        m_panel = new PlotPanel(*m_themes);
        m_panel->clearRun(10'000);
        m_panel->resize(1200, 320);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel));
    }
    void cleanup() {
        delete m_panel;
        delete m_themes;
    }

    void everyPromisedMetricHasAPlot() {
        for (const char *tag :
             {tag::kReward, tag::kSuccess, tag::kLength, tag::kEntropy, tag::kValueLoss,
              tag::kLearningRate, tag::kStepsPerSecond, tag::kApproxKl})
            QVERIFY2(m_panel->plotOf(tag), tag);
    }
    void everyPlotNamesItsAxes() {
        for (const CurvePlot *plot : m_panel->plots()) {
            QVERIFY(!plot->xAxis->label().isEmpty());
            QVERIFY(!plot->yAxis->label().isEmpty());
        }
    }
    void rowsReachTheirPlot() {
        m_panel->addRows({row(1000, 0.5), row(2000, 0.7)});
        QCOMPARE(m_panel->plotOf(tag::kReward)->curve().points().size(), std::size_t(2));
        QVERIFY(m_panel->plotOf(tag::kEntropy)->curve().empty());
    }
    void smoothingIsSaidInTheLabel() {
        m_panel->setSmoothing(0.75);
        QVERIFY(m_panel->plots().front()->smoothingNote().contains("0.75"));
    }
    void aChangeIsMarkedOnEveryPlot() {
        m_panel->addMark({5000, "α = 0.0001"});
        for (const CurvePlot *plot : m_panel->plots()) {
            QCOMPARE(plot->marks().size(), std::size_t(1));
            QCOMPARE(plot->marks().front().text, QString("α = 0.0001"));
        }
    }
    void changesInOneStepShareOneMark() {
        m_panel->addMark({5000, "α = 0.0001"});
        m_panel->addMark({5000, "ξ = 1"});
        const CurvePlot *plot = m_panel->plots().front();
        QCOMPARE(plot->marks().size(), std::size_t(1));
        QCOMPARE(plot->marks().front().text, QString("α = 0.0001, ξ = 1"));
    }
    void aNewRunForgetsCurvesAndMarks() {
        m_panel->addRows({row(1000, 0.5)});
        m_panel->addMark({500, "x"});
        m_panel->clearRun(1'000'000);
        QVERIFY(m_panel->plotOf(tag::kReward)->curve().empty());
        QVERIFY(m_panel->plotOf(tag::kReward)->marks().empty());
    }
    void theCursorIsSharedByAllPlots() {
        m_panel->addRows({{1000, 0, {{tag::kReward, 0.5}, {tag::kEntropy, 1.25}}}});
        for (CurvePlot *plot : m_panel->plots())
            plot->refresh();
        Q_EMIT m_panel->plotOf(tag::kReward)->cursorMoved(900);
        QVERIFY(m_panel->plotOf(tag::kEntropy)->readout().contains("1.25"));
        QVERIFY(m_panel->plotOf(tag::kEntropy)->readout().startsWith("1 k"));
    }
    void successIsShownInPercent() {
        m_panel->addRows({{1000, 0, {{tag::kSuccess, 0.5}}}});
        CurvePlot *plot = m_panel->plotOf(tag::kSuccess);
        plot->refresh();
        QCOMPARE(plot->series().front()->line().front().raw, 50.0);
    }
    void csvHasStepRawAndSmoothedValue() {
        m_panel->setSmoothing(0);
        m_panel->addRows({row(1000, 0.5)});
        m_panel->plotOf(tag::kReward)->refresh();
        const QList<QByteArray> lines =
            plotCsv(*m_panel->plotOf(tag::kReward)).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1], QByteArray("1000,0.5,0.5"));
    }
    void referenceCurvesAreNamedInTheLabel() {
        m_panel->setReferences({{"paper", {{tag::kReward, {{1.0, 2.0}, {3.0, 4.0}}}}}});
        QVERIFY(m_panel->plotOf(tag::kReward)->smoothingNote().contains("paper"));
        QVERIFY(!m_panel->plotOf(tag::kEntropy)->smoothingNote().contains("paper"));
    }

    // Groups
    void aGroupHasACurveInItsRacersColour() {
        beginRace();
        for (int group : {0, 1})
            m_panel->addRows({row(1000, group, group), row(9000, group, group)});
        const QImage image = picture(*m_panel->plotOf(tag::kReward));
        QVERIFY(pixelsOf(image, QColor(0xD5, 0x5E, 0x00)) > 200); // most of a line 500 px long
        QVERIFY(pixelsOf(image, QColor(0x00, 0x72, 0xB2)) > 200);
    }
    void racersKeepTheirColoursInBothThemes() {
        for (const Theme &theme : {darkTheme(), lightTheme()})
            for (int group : {0, 1})
                QCOMPARE(groupColor(group, false, theme), agentColor(group));
    }
    void coloursOfManyGroupsAreLegibleInBothThemes() {
        for (const Theme &theme : {darkTheme(), lightTheme()})
            for (int group = 0; group < 7; ++group) {
                QVERIFY(contrastRatio(groupColor(group, false, theme), theme.panel) >= 3.0);
                QVERIFY(contrastRatio(groupTextColor(group, false, theme), theme.panel) >= 4.5);
            }
    }
    void onePolicyHasTheAccentAndNeitherNameNorLegend() {
        m_panel->addRows({{1000, 0, {{tag::kReward, 0.5}}}, {9000, 0, {{tag::kReward, 0.5}}}});
        CurvePlot *plot = m_panel->plotOf(tag::kReward);
        QVERIFY(pixelsOf(picture(*plot), m_themes->theme().accent) > 200);
        QCOMPARE(plot->series().front()->label(), QString());
        QVERIFY(m_panel->legend().entries().empty());
    }
    void rowsOfAGroupReachNoOther() {
        beginRace();
        m_panel->addRows({row(1000, 0.5, 1), row(2000, 0.7, 1), row(1000, 0.1, 0)});
        const CurvePlot *plot = m_panel->plotOf(tag::kReward);
        QCOMPARE(plot->curve(0).points().size(), std::size_t(1));
        QCOMPARE(plot->curve(0).points()[0].mean, 0.1);
        QCOMPARE(plot->curve(1).points().size(), std::size_t(2));
        QCOMPARE(plot->curve(1).points()[1].mean, 0.7);
    }
    void aLineIsNamedAtItsEnd() {
        beginRace();
        m_panel->addRows({row(1000, 0.5, 0), row(1000, 0.7, 1)});
        CurvePlot *plot = m_panel->plotOf(tag::kReward);
        (void)picture(*plot);
        QCOMPARE(plot->series()[0]->label(), QString("racer 1"));
        QCOMPARE(plot->series()[1]->label(), QString("racer 2"));
    }
    void aLineThatIsNotInViewHasNoName() {
        beginRace();
        m_panel->addRows({row(1000, 0.5, 0), row(1000, 0.7, 1)});
        CurvePlot *plot = m_panel->plotOf(tag::kReward);
        Q_EMIT plot->stepRangeChosen(2000, 3000);
        (void)picture(*plot);
        QCOMPARE(plot->series()[0]->label(), QString());
    }
    void theCursorReadsEachGroup() {
        beginRace();
        m_panel->addRows({row(1000, 0.5, 0), row(1000, 0.7, 1), row(9000, 3, 0), row(9000, 4, 1)});
        CurvePlot *plot = m_panel->plotOf(tag::kReward);
        plot->refresh();
        plot->setCursor(1100);
        QCOMPARE(plot->readout(), QString("1 k: racer 1 0.5 (0.5), racer 2 0.7 (0.7)"));
        plot->clearCursor();
        QCOMPARE(plot->readout(), QString("racer 1 3, racer 2 4"));
    }
    void csvHasTheColumnsOfAllGroups() {
        beginRace();
        m_panel->addRows({row(1000, 0.5, 0), row(2000, 0.7, 1)});
        m_panel->plotOf(tag::kReward)->refresh();
        const QList<QByteArray> lines =
            plotCsv(*m_panel->plotOf(tag::kReward)).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains("racer 1 Environment/Cumulative Reward,"));
        QVERIFY(lines[0].contains("racer 2 Environment/Cumulative Reward (smoothed)"));
        QCOMPARE(lines[1], QByteArray("1000,0.5,0.5,,"));
        QCOMPARE(lines[2], QByteArray("2000,,,0.7,0.7"));
    }
    void throughputIsOfTheWholeRun() {
        beginRace();
        m_panel->addRows({{1000, 0, {{tag::kStepsPerSecond, 5e4}}}});
        const CurvePlot *plot = m_panel->plotOf(tag::kStepsPerSecond);
        QCOMPARE(plot->series().size(), std::size_t(1));
        QCOMPARE(plot->curve().points()[0].mean, 5e4);
    }
    void groupsThatNobodyAnnouncedStillHaveCurves() {
        m_panel->addRows({row(1000, 0.5, 0), row(1000, 0.7, 2)});
        QCOMPARE(m_panel->plotOf(tag::kReward)->curve(2).points()[0].mean, 0.7);
    }

    // Which plots
    void lapsHavePlotsOnlyInARace() {
        for (const char *tag : {tag::kLapTime, tag::kLaps, tag::kCollisionsPerLap})
            QVERIFY(!shows(tag));
        m_panel->setScenario(race());
        for (const char *tag : {tag::kLapTime, tag::kLaps, tag::kCollisionsPerLap})
            QVERIFY(shows(tag));
        QVERIFY(m_panel->plots().front()->spec().shows(tag::kReward));
    }
    void imitationHasPlotsOnlyWhereTheDocumentEnablesIt() {
        Scenario scenario;
        m_panel->setScenario(scenario);
        QVERIFY(!shows(tag::kCloningLoss) && !shows(tag::kGailLoss));
        scenario.training.cloning.enabled = true;
        m_panel->setScenario(scenario);
        QVERIFY(shows(tag::kCloningLoss));
        QVERIFY(!shows(tag::kGailLoss) && !shows(tag::kExtrinsicReward));
        scenario.training.gail.enabled = true;
        m_panel->setScenario(scenario);
        QVERIFY(shows(tag::kGailReward) && shows(tag::kGailLoss) && shows(tag::kExtrinsicReward));
        QVERIFY(!shows(tag::kCuriosityReward));
        scenario.training.curiosity.enabled = true;
        m_panel->setScenario(scenario);
        QVERIFY(shows(tag::kCuriosityReward));
    }
    void relatedMetricsShareAPlot() {
        Scenario scenario;
        scenario.training.gail.enabled = scenario.training.curiosity.enabled = true;
        m_panel->setScenario(scenario);
        QCOMPARE(m_panel->plotOf(tag::kGailPolicyEstimate),
                 m_panel->plotOf(tag::kGailExpertEstimate));
        QCOMPARE(m_panel->plotOf(tag::kCuriosityForwardLoss),
                 m_panel->plotOf(tag::kCuriosityInverseLoss));
        m_panel->addRows(
            {{1000, 0, {{tag::kGailPolicyEstimate, 0.25}, {tag::kGailExpertEstimate, 0.75}}}});
        const CurvePlot *plot = m_panel->plotOf(tag::kGailExpertEstimate);
        QCOMPARE(plot->curve(0, 0).points()[0].mean, 0.25);
        QCOMPARE(plot->curve(0, 1).points()[0].mean, 0.75);
    }
    void curvesThatAreShownSurviveAnotherDocument() {
        m_panel->addRows({{1000, 0, {{tag::kReward, 0.5}}}});
        m_panel->setScenario(race());
        QVERIFY(!shows(tag::kLapTime));
        QVERIFY(!m_panel->plotOf(tag::kReward)->curve().empty());
        m_panel->clearRun(1000);
        m_panel->setScenario(race());
        QVERIFY(shows(tag::kLapTime));
    }
    void manyPlotsAreHighEnoughToRead() {
        Scenario scenario = race();
        scenario.training.cloning.enabled = scenario.training.gail.enabled = true;
        scenario.training.curiosity.enabled = true;
        m_panel->setScenario(scenario);
        QVERIFY(m_panel->plots().size() > 16);
        m_panel->resize(1200, 320);
        QTRY_VERIFY(m_panel->plots().back()->height() >= 120);
        for (const CurvePlot *plot : m_panel->plots())
            QVERIFY(plot->height() >= 120 && plot->width() >= 200);
    }
    void aMillionPointsStayBounded() {
        CurvePlot plot(plotsOf({}).front(), darkTheme());
        for (int i = 1; i <= 1'000'000; ++i)
            plot.add({i, 0, {{tag::kReward, i % 7 * 1.0}}});
        QVERIFY(plot.curve().points().size() <= MetricCurve::kDefaultCapacity);
        QCOMPARE(plot.curve().points().back().step, 1e6);
    }

    // Reference curves
    void aReferenceOfAgentTwoGoesToTheSecondGroup() {
        const QTemporaryDir folder;
        const auto read = readReferences({csvFile(folder, "racing-10pair-agent1.csv"),
                                          csvFile(folder, "racing-10pair-agent2.csv")},
                                         {"racer 1", "racer 2"}, {});
        QCOMPARE(read.curves.size(), std::size_t(2));
        QCOMPARE(read.curves[1].group, 1);
        beginRace();
        m_panel->setReferences(read.curves);
        const auto &lines = m_panel->plotOf(tag::kReward)->references();
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0]->pen().color(), agentColor(0));
        QCOMPARE(lines[1]->pen().color(), agentColor(1));
    }
    void aReferenceIsDashedUnlikeTheRunAndEachOther() {
        beginRace();
        m_panel->setReferences(
            {{"a", {{tag::kReward, {{1.0, 2.0}}}}, 0}, {"b", {{tag::kReward, {{1.0, 2.0}}}}, 0}});
        const auto &lines = m_panel->plotOf(tag::kReward)->references();
        QVERIFY(lines[0]->pen().dashPattern() != lines[1]->pen().dashPattern());
        for (const QCPGraph *line : lines)
            for (int run : {0, 1})
                QVERIFY(line->pen().dashPattern() != runPen(Qt::red, run).dashPattern());
    }
    void aFileWhoseNameDoesNotSayIsAskedAbout() {
        const QTemporaryDir folder;
        const QStringList groups{"racer 1", "racer 2"};
        QStringList asked;
        const AskGroup second = [&](const QString &file, const QStringList &) {
            asked << file;
            return std::optional<int>(1);
        };
        const auto read = readReferences(
            {csvFile(folder, "mine.csv"), csvFile(folder, "agent1.csv")}, groups, second);
        QCOMPARE(asked, QStringList{"mine.csv"});
        QCOMPARE(read.curves[0].group, 1);
        QCOMPARE(read.curves[1].group, 0);
        asked.clear();
        (void)readReferences({csvFile(folder, "mine.csv")}, {""}, second);
        QVERIFY(asked.isEmpty()); // one policy: there is nothing to ask
    }
    void aFileThatCannotBeReadLeavesTheOthers() {
        const QTemporaryDir folder;
        const auto read =
            readReferences({"/nowhere/agent1.csv", csvFile(folder, "agent2.csv")}, {""}, {});
        QCOMPARE(read.curves.size(), std::size_t(1));
        QCOMPARE(read.problems.size(), std::size_t(1));
        QVERIFY(read.problems[0].text().find("/nowhere") != std::string::npos);
    }
    void referencesOutliveTheRun() {
        m_panel->setReferences({{"paper", {{tag::kLapTime, {{1.0, 2.0}, {3.0, 4.0}}}}}});
        m_panel->clearRun(1000);
        m_panel->setScenario(race());
        QCOMPARE(m_panel->plotOf(tag::kLapTime)->references().size(), std::size_t(1));
        QCOMPARE(m_panel->legend().entries().back().name, QString("paper"));
    }
};

QTEST_MAIN(TestPlots)
#include "test_plots.moc"

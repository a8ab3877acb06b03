#include "widgets/plots/plot_panel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestPlots : public QObject {
    Q_OBJECT

    ThemeManager *m_themes = nullptr;
    PlotPanel *m_panel = nullptr;

    static MetricRow row(std::int64_t step, double reward) {
        return {step, 0.0, {{tag::kReward, reward}}};
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
        QCOMPARE(m_panel->plotOf(tag::kSuccess)->curve().points().front().mean, 50.0);
    }
    void csvHasStepRawAndSmoothedValue() {
        m_panel->setSmoothing(0);
        m_panel->addRows({row(1000, 0.5)});
        const QList<QByteArray> lines = m_panel->plotOf(tag::kReward)->csv().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1], QByteArray("1000,0.5,0.5"));
    }
    void plotsAreWrittenInEachFormat() {
        QTemporaryDir folder;
        m_panel->addRows({row(1000, 0.5)});
        for (const char *extension : {"png", "pdf", "csv"}) {
            const QString file = folder.filePath(QString("plot.") + extension);
            QCOMPARE(writePlot(*m_panel->plots().front(), file), QString());
            QVERIFY(QFileInfo(file).size() > 0);
        }
    }
    void anImpossibleFileIsToldInWords() {
        QVERIFY(writePlot(*m_panel->plots().front(), "/nowhere/plot.csv").contains("/nowhere"));
    }
    void referenceCurvesAreNamedInTheLabel() {
        m_panel->setReference({"paper", {{tag::kReward, {{1.0, 2.0}, {3.0, 4.0}}}}});
        QVERIFY(m_panel->plotOf(tag::kReward)->smoothingNote().contains("paper"));
        QVERIFY(!m_panel->plotOf(tag::kEntropy)->smoothingNote().contains("paper"));
    }
};

QTEST_MAIN(TestPlots)
#include "test_plots.moc"

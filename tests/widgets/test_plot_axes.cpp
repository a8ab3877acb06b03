// Claims about what plots count, how they are kept, what stands on them and what leaves them as
// files.
#include "core/run/run_directory.h"
#include "core/run/timing_tag.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/plots/plot_export.h"
#include "widgets/plots/plot_hints.h"
#include "widgets/plots/plot_panel.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace paddock;

class TestPlotAxes : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<PlotPanel> m_panel;

    static MetricRow row(std::int64_t step, double seconds, double reward) {
        return {step, seconds, {{tag::kReward, reward}, {tag::kEpisodes, double(step) / 100}}};
    }
    CurvePlot *rewardPlot() const {
        CurvePlot *plot = m_panel->plotOf(tag::kReward);
        plot->refresh();
        return plot;
    }
    std::vector<double> positions() const {
        std::vector<double> out;
        for (const LinePoint &p : rewardPlot()->series().front()->line())
            out.push_back(p.x);
        return out;
    }
    QString file(const QString &name) const { return m_folder->filePath(name); }
    // Success falls while the return rises, from the middle of the run on.
    static std::vector<MetricRow> hackingRows() {
        std::vector<MetricRow> rows;
        for (int i = 0; i < 40; ++i) {
            const double wobble = i % 2 ? 0.02 : -0.02;
            rows.push_back({1000 * (i + 1),
                            double(i),
                            {{tag::kReward, (i < 20 ? 2 : 4) + wobble},
                             {tag::kSuccess, (i < 20 ? 0.6 : 0.3) + wobble}}});
        }
        return rows;
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_panel = std::make_unique<PlotPanel>(*m_themes);
        m_panel->setSmoothing(0);
        m_panel->clearRun(10'000);
        m_panel->resize(1200, 320);
        m_panel->show();
    }
    void cleanup() {
        m_panel.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void stepsTimeAndEpisodesCanBeCounted() {
        m_panel->addRows({row(1000, 2, 0.1), row(3000, 8, 0.2)});
        QCOMPARE(positions(), (std::vector<double>{1000, 3000}));
        m_panel->setAxis(PlotAxis::Relative);
        QCOMPARE(positions(), (std::vector<double>{2, 8}));
        QCOMPARE(rewardPlot()->xAxis->label().contains("time"), true);
        m_panel->setAxis(PlotAxis::Episodes);
        QCOMPARE(positions(), (std::vector<double>{10, 30}));
        m_panel->setAxis(PlotAxis::WallTime);
        QVERIFY(positions().front() > 1.6e9); // Unix seconds
        QCOMPARE(positions()[1] - positions()[0], 6.0);
    }
    void timeBetweenRowsIsReadAlongTheLine() {
        MetricCurve seconds;
        seconds.add(100, 10);
        seconds.add(200, 30);
        const StepClock clock{std::make_shared<const MetricCurve>(seconds), {}, 0};
        QCOMPARE(axisPosition(PlotAxis::Relative, clock, 150), 20.0);
        QCOMPARE(axisPosition(PlotAxis::Relative, clock, 50), 5.0); // from nothing at the start
        QCOMPARE(axisPosition(PlotAxis::Relative, clock, 900), 30.0);
        QVERIFY(!std::isfinite(axisPosition(PlotAxis::Episodes, clock, 150)));
    }
    void logarithmicAxesLeaveOutWhatTheyCannotShow() {
        m_panel->addRows({row(1000, 2, -1), row(2000, 8, 0.01), row(3000, 9, 10)});
        CurvePlot *plot = rewardPlot();
        m_panel->setLogValues(*plot, true);
        plot->prepareView();
        QCOMPARE(plot->yAxis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(plot->yAxis->range().lower > 0.001 && plot->yAxis->range().lower < 0.01);
        QVERIFY(plot->smoothingNote().contains("logarithmic"));
        m_panel->setLogSteps(true);
        QTRY_VERIFY(plot->xAxis->range().lower > 0);
        for (const CurvePlot *other : m_panel->plots())
            QCOMPARE(other->xAxis->scaleType(), QCPAxis::stLogarithmic);
    }
    void whatIsChosenIsKept() {
        Settings settings(file("s.ini"));
        m_panel->useSettings(settings);
        m_panel->setAxis(PlotAxis::Relative);
        m_panel->setLogValues(*m_panel->plotOf(tag::kValueLoss), true);
        PlotPanel other(*m_themes);
        other.useSettings(settings);
        QCOMPARE(other.bar().axis(), PlotAxis::Relative);
        QVERIFY(other.plotOf(tag::kValueLoss)->logValues());
        QVERIFY(!other.plotOf(tag::kReward)->logValues());
    }

    void aNoteStandsOnEveryPlotAndInTheRunsFolder() {
        m_panel->setOwnFolder(m_folder->path());
        m_panel->addRows({row(1000, 2, 1)});
        m_panel->addNote(800, "wider lanes");
        for (const CurvePlot *plot : m_panel->plots()) {
            QCOMPARE(plot->marks().size(), std::size_t(1));
            QCOMPARE(plot->marks().front().kind, MarkKind::Note);
        }
        const auto kept = loadAnnotations(m_folder->path().toStdString());
        QCOMPARE(*kept, (std::vector<RunAnnotation>{{800, "wider lanes"}}));
        m_panel->removeNote(800);
        QVERIFY(m_panel->plots().front()->marks().empty());
        QVERIFY(loadAnnotations(m_folder->path().toStdString())->empty());
    }
    void notesOfARunAreShownWithIt() {
        QVERIFY(saveAnnotations(m_folder->path().toStdString(), {{500, "earlier"}}).ok());
        m_panel->setCompared({{m_folder->path(), "run", 0}});
        QTRY_COMPARE(m_panel->plots().front()->marks().size(), std::size_t(1));
        QCOMPARE(m_panel->plots().front()->marks().front().text, QString("earlier"));
    }
    void aFileOfNotesThatCannotBeReadIsNotWrittenOver() {
        QFile broken(file("annotations.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("not ours");
        broken.close();
        QSignalSpy said(m_panel.get(), &PlotPanel::message);
        m_panel->setOwnFolder(m_folder->path());
        m_panel->addRows({row(1000, 2, 1)});
        m_panel->addNote(800, "x");
        QVERIFY(said.count() > 0);
        QVERIFY(broken.open(QIODevice::ReadOnly));
        QCOMPARE(broken.readAll(), QByteArray("not ours"));
    }

    void rewardWithoutTheTaskIsMarkedAndSaidOnce() {
        QSignalSpy said(m_panel.get(), &PlotPanel::hint);
        for (const MetricRow &r : hackingRows())
            m_panel->addRows({r});
        QCOMPARE(said.count(), 1);
        QVERIFY(said.front().front().toString().contains("the return rose by"));
        for (const char *tag : {tag::kReward, tag::kSuccess}) {
            QCOMPARE(m_panel->plotOf(tag)->marks().size(), std::size_t(1));
            QCOMPARE(m_panel->plotOf(tag)->marks().front().kind, MarkKind::Hint);
        }
        QVERIFY(m_panel->plotOf(tag::kEntropy)->marks().empty());
        m_panel->clearRun(1000);
        QVERIFY(m_panel->plotOf(tag::kReward)->marks().empty());
    }

    void plotsAreWrittenInEachFormat() {
        m_panel->addRows({row(1000, 2, 0.5), row(2000, 3, 0.7)});
        for (const char *extension : {"png", "pdf", "svg", "csv"})
            for (CurvePlot *plot : {static_cast<CurvePlot *>(nullptr), rewardPlot()}) {
                const QString name = file(QString("plots.") + extension);
                QCOMPARE(m_panel->savePlots(name, plot), QString());
                QFile written(name);
                QVERIFY(written.open(QIODevice::ReadOnly));
                const QByteArray bytes = written.readAll();
                const QByteArray start = QString(extension) == "png"   ? "\x89PNG"
                                         : QString(extension) == "pdf" ? "%PDF"
                                         : QString(extension) == "svg" ? "<?xml"
                                                                       : "step,";
                QVERIFY2(bytes.startsWith(start), extension);
            }
    }
    void picturesAreOnWhiteAndThePlotsKeepTheirColours() {
        m_panel->addRows({row(1000, 2, 0.5), row(2000, 3, 0.7)});
        QCOMPARE(m_panel->savePlots(file("all.png")), QString());
        const QImage picture(file("all.png"));
        QCOMPARE(picture.pixelColor(1, 1), lightTheme().panel);
        QVERIFY(picture.width() >= 4 * 320 * 2); // four columns, two pixels each
        const QImage now = m_panel->plots().front()->toPixmap(300, 200).toImage();
        QCOMPARE(now.pixelColor(1, 1), darkTheme().panel);
    }
    void theCsvOfAllPlotsHasTheColumnsOfEach() {
        m_panel->addRows({{1000, 0, {{tag::kReward, 0.5}, {tag::kEntropy, 1.5}}}});
        for (CurvePlot *plot : m_panel->plots())
            plot->refresh();
        const QByteArray csv = plotsCsv(m_panel->plots());
        QVERIFY(csv.contains("Environment/Cumulative Reward") && csv.contains("Policy/Entropy"));
        QCOMPARE(csv.count('\n'), 2);
    }
    void anImpossibleFileIsToldInWords() {
        QVERIFY(m_panel->savePlots("/nowhere/plot.csv").contains("/nowhere"));
    }
};

QTEST_MAIN(TestPlotAxes)
#include "test_plot_axes.moc"

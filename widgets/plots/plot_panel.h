// The learning curves of a run as small multiples with one smoothing, one cursor and one range of
// steps; each has a line for each group of agents.
#pragma once

#include "core/run/curve_line.h"
#include "core/run/metrics.h"
#include "core/run/reward_hint.h"
#include "core/run/run_annotations.h"
#include "core/scenario/scenario.h"
#include "widgets/document/settings.h"
#include "widgets/plots/comparison.h"
#include "widgets/plots/plot_bar.h"
#include "widgets/plots/plot_marks.h"
#include "widgets/plots/plot_spec.h"
#include "widgets/plots/reference_curves.h"
#include "widgets/theme/theme_manager.h"

#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace paddock {

class CurvePlot;

class PlotPanel : public QWidget {
    Q_OBJECT
  public:
    explicit PlotPanel(ThemeManager &themes, QWidget *parent = nullptr);

    void clearRun(std::int64_t maxSteps); // a new run begins
    // Decides which plots there are and whose lines they hold. Changes nothing while curves of a
    // run are shown: clearRun() first.
    void setScenario(const Scenario &scenario);
    void addRows(const std::vector<MetricRow> &rows);
    // Marks parameter changes on every curve; other events leave no mark.
    void addMark(const PlotMark &mark);
    // Replaces those that are shown. They stay when a new run begins.
    void setReferences(std::vector<ReferenceCurves> references);
    // Reads them from files; asks whose they are where a file's name does not say. Answers what
    // cannot be read.
    std::vector<Problem> openReferences(const QStringList &files);
    void clearReference();
    void setSmoothing(double weight);
    double smoothing() const { return m_bar->smoothing(); }

    // Other runs, read from their folders and followed while they grow, beside the window's own.
    // None: the window's own run alone.
    void setCompared(const std::vector<ComparedRun> &runs);
    const Comparison &comparison() const { return *m_comparison; }
    void setOwnFolder(const QString &folder); // of the window's own run
    void setBands(bool bands); // runs that differ by their seed: mean and band instead of each

    // What is chosen here is kept there, and was before.
    void useSettings(Settings &settings);
    void setAxis(PlotAxis axis);
    void setLogSteps(bool logarithmic); // the x axis of all plots
    void setLogValues(CurvePlot &plot, bool logarithmic);
    void setSpread(BandSpread spread); // of bands over seeds
    // A note of the person at a step of the run that is shown, kept in the run's directory.
    void addNote(std::int64_t step, const QString &text);
    void removeNote(std::int64_t step);
    const std::vector<RunAnnotation> &notes() const { return m_notes; }
    // One plot, null: all of them. The format follows the extension (png, pdf, svg, csv). Answers
    // what went wrong, empty when nothing did.
    QString savePlots(const QString &file, CurvePlot *plot = nullptr);
    void panTo(double lower, double upper) { chooseRange(lower, upper); }

    const std::vector<CurvePlot *> &plots() const { return m_plots; }
    CurvePlot *plotOf(const char *tag) const; // null when no plot shows it
    const PlotLegend &legend() const { return m_bar->legend(); }
    const PlotBar &bar() const { return *m_bar; }

  Q_SIGNALS:
    void smoothingChanged(double weight);
    void message(const QString &text); // outcome of an export, in words
    void hint(const QString &text);    // reward that may be earned without the task

  protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    void buildBar();
    bool rebuildPlots(); // true where there are others now
    void buildPlots(std::vector<PlotSpec> specs);
    CurvePlot *makePlot(PlotSpec spec);
    void setGroups(std::vector<QString> groups);
    void nameGroup(const MetricRow &row);
    void shareMargin();
    void showLegend();
    void arrange();
    void fitRows();
    bool hasCurves() const;
    bool comparing() const { return !m_comparison->sets().empty(); }
    void showCompared();
    void applyAxis();
    AxisExtent fullView() const; // of the x axis
    void keepClock(const MetricRow &row);
    StepClock ownClock() const;
    QString notedFolder() const; // of the run that notes belong to; empty: of none
    void readNotes();
    void showNotes();
    void keepNotes(std::vector<RunAnnotation> notes);
    const Theme &pictureTheme() const;
    void askNote(double x);
    void findHints();
    void findHintsIn(int group, const MetricCurve &reward, const MetricCurve *success,
                     const MetricCurve *length);
    void markHint(const RewardHint &hint);
    void wantRefresh();
    void refreshNext();
    void setCursor(double step);
    void clearCursor();
    void chooseRange(double lower, double upper);
    void resetRange();
    void showMenu(CurvePlot *plot, const QPoint &at);
    void addExports(QMenu &menu, CurvePlot *plot); // null: of all plots
    void exportPlots(CurvePlot *plot, const QString &extension);

    ThemeManager &m_themes;
    Scenario m_scenario; // whose plots are shown
    std::vector<CurvePlot *> m_plots;
    std::vector<QString> m_groups{QString()};
    std::vector<ReferenceCurves> m_references;
    QGridLayout *m_grid = nullptr;
    QScrollArea *m_scroll = nullptr;
    PlotBar *m_bar = nullptr;
    Comparison *m_comparison = nullptr;
    QTimer m_refresh;
    std::size_t m_next = 0; // plot whose turn it is
    int m_waiting = 0;      // plots that have not had their turn since the last change
    Settings *m_settings = nullptr;
    bool m_logSteps = false;
    BandSpread m_spread = BandSpread::Extremes;
    bool m_printTheme = true;                           // pictures have a white ground
    std::shared_ptr<MetricCurve> m_seconds, m_episodes; // of the own run
    std::int64_t m_started = 0;                         // Unix seconds
    std::vector<RunAnnotation> m_notes;                 // of the run in m_notesOf
    QString m_notesOf;
    std::vector<std::pair<int, RewardHint>> m_hints; // group and what was said of it
    std::size_t m_hintRows = 0;                      // rows that were looked at
    double m_maxStep = 1;                            // of the x axis, agent steps
    double m_lastStep = 1;                           // with which the run ends
    bool m_zoomed = false;
    int m_columns = 0;
};

} // namespace paddock

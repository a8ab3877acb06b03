// One small plot: for each group of agents the smoothed metric bold over its faint raw curve; marks
// of parameter changes, reference curves, a cursor.
#pragma once

#include "core/run/metrics.h"
#include "widgets/plots/comparison.h"
#include "widgets/plots/curve_series.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/plots/plot_header.h"
#include "widgets/plots/plot_library.h"
#include "widgets/plots/plot_marks.h"
#include "widgets/plots/plot_spec.h"
#include "widgets/plots/reference_curves.h"
#include "widgets/theme/theme.h"

#include <QString>

#include <limits>
#include <memory>
#include <vector>

namespace paddock {

class CurvePlot : public QCustomPlot {
    Q_OBJECT
  public:
    CurvePlot(PlotSpec spec, const Theme &theme, QWidget *parent = nullptr);
    ~CurvePlot() override;

    const PlotSpec &spec() const { return m_spec; }
    const MetricCurve &curve(int group = 0, int line = 0) const;
    // Of the window's own run: one for each line of each group; a group's lines are neighbours.
    const std::vector<std::unique_ptr<CurveSeries>> &series() const { return m_series; }
    const std::vector<std::unique_ptr<CurveSeries>> &compared() const { return m_compared; }
    std::vector<const CurveSeries *> allSeries() const; // that show something, at least one
    const std::vector<PlotMark> &marks() const { return m_marks.all(); }

    // One "" where all agents share a policy. Forgets the curves.
    void setGroups(const std::vector<QString> &names);
    // The row's values that this plot shows, for the row's group; drawn with the next refresh().
    void add(const MetricRow &row);
    void addMark(const PlotMark &mark);
    void clearMarks(MarkKind kind);
    const PlotMark *markNear(double pixelX) const { return m_marks.near(pixelX); } // null: none
    void clearRun();
    void setReferences(const std::vector<ReferenceCurves> &references);
    // Other runs over the window's own; drawn with the next refresh().
    void setCompared(const std::vector<ComparedSet> &sets);
    void setSpread(BandSpread spread);
    void setSmoothing(double weight);
    // What is counted along the x axis, when the own run's steps happened, and whether the axes are
    // logarithmic; drawn with the next refresh().
    void setAxis(PlotAxis axis, bool logarithmic);
    void setClock(const StepClock &clock);
    void setLogValues(bool logarithmic);
    bool logValues() const { return m_logY; }
    double stepAt(double x) const;            // of the nearest point; x on an axis of steps
    void setView(double lower, double upper); // of the x axis
    void setTheme(const Theme &theme);
    void setCursor(double x); // shared vertical line and readout
    void clearCursor();
    void refresh();     // queues a replot when something changed
    void prepareView(); // what a replot draws; it asks for that by itself
    // Between the axis and the right edge; all plots of a panel have the same, so that axes line
    // up.
    void setRightMargin(int pixels);
    int wantedRightMargin() const; // px, for the names at the ends of the lines

    QString readout() const { return m_readout; }
    QString smoothingNote() const;
    double smoothing() const { return m_smoothing; }
    const std::vector<QString> &groups() const { return m_groups; }
    const std::vector<QCPGraph *> &references() const { return m_referenceGraphs; }

  Q_SIGNALS:
    void cursorMoved(double x);
    void cursorLeft();
    void stepRangeChosen(double lower, double upper); // of the axis, by drag or wheel
    void stepRangeReset();                            // from the menu
    void noteWanted(double x);                        // by double click

  protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

  private:
    void buildAxes();
    void buildLayers();
    SeriesIdentity ownIdentity(std::size_t group, std::size_t line) const;
    void nameOwn();
    void fitValues();
    void placeEnds();
    void updateReadout();
    void placeNote();
    QString smoothingWords() const;
    void showOneReadout(const CurveSeries &only);
    void showReadouts(const std::vector<const CurveSeries *> &all);
    void placeMarks();
    void explain(const QPoint &at);
    QString card() const;
    bool hasCursor() const { return m_cursorX == m_cursorX; }
    void drawReferences();
    void styleAxis(QCPAxis *axis);
    int pointAt(const CurveSeries &series) const; // of its line that the readout tells of, -1: none

    PlotSpec m_spec;
    Theme m_theme;
    std::vector<QString> m_groups; // at least one
    std::vector<std::unique_ptr<CurveSeries>> m_series;
    std::vector<std::unique_ptr<CurveSeries>> m_compared;
    BandSpread m_spread = BandSpread::Extremes;
    PlotMarks m_marks{*this};
    StepClock m_clock; // of the own run
    PlotAxis m_axis = PlotAxis::Steps;
    bool m_logX = false, m_logY = false;
    std::vector<ReferenceCurves> m_references; // those that this plot shows
    std::vector<int> m_referenceIndex;         // of each, among all: their patterns
    QString m_readout;
    double m_smoothing = 0.6;
    double m_cursorX = std::numeric_limits<double>::quiet_NaN(); // nan: none
    bool m_dirty = true;                                         // the curves have changed
    bool m_viewDirty = true; // the curves or what is in view have changed

    std::unique_ptr<PlotHeader> m_header;
    std::vector<QCPGraph *> m_referenceGraphs;
    QCPItemStraightLine *m_cursor = nullptr;
};

} // namespace paddock

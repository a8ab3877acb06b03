// One line of a plot: a metric of one group, raw and smoothed, with a mark and a name at its end.
#pragma once

#include "widgets/plots/curve_style.h"
#include "widgets/plots/metric_curve.h"
#include "widgets/plots/plot_library.h"

#include <QString>

#include <vector>

namespace paddock {

// Whose line it is and what it is called.
struct SeriesIdentity {
    int group = 0;
    int line = 0;       // of the plot's lines
    bool alone = false; // the only group
    QString name;       // "racer 1", "expert 1"; empty for the only line of a plot
};

class CurveSeries {
  public:
    // Lives in `plot`, whose layers "below" and "above" frame the layer "main".
    CurveSeries(QCustomPlot &plot, SeriesIdentity identity, const Theme &theme);
    ~CurveSeries(); // takes its parts out of the plot
    CurveSeries(const CurveSeries &) = delete;
    CurveSeries &operator=(const CurveSeries &) = delete;

    const SeriesIdentity &identity() const { return m_identity; }
    const MetricCurve &curve() const { return m_curve; }
    MetricCurve &curve() { return m_curve; }
    const std::vector<double> &smoothed() const { return m_smoothed; }
    QColor color() const { return m_bold->pen().color(); }
    QColor textColor() const { return m_label->color(); }

    void setTheme(const Theme &theme);
    void rebuild(double smoothing); // from the curve
    // Adds the values in view to `range`; false where nothing is in view.
    bool addValues(QCPRange &range, const QCPRange &steps, bool already) const;

    // Where the smoothed curve leaves the steps in view; hides mark and name where it does not
    // show.
    bool findEnd(const QCPRange &steps);
    double endStep() const { return m_endStep; }
    double endValue() const { return m_endValue; }
    void placeLabel(const QPointF &at); // px, left middle of the name
    QString label() const { return m_label->visible() ? m_label->text() : QString(); }
    int labelWidth() const; // px, 0 for the only line

  private:
    QCPGraph *addGraph(const char *layer);

    QCustomPlot &m_plot;
    SeriesIdentity m_identity;
    MetricCurve m_curve;
    std::vector<double> m_smoothed; // one value per point
    double m_endStep = 0, m_endValue = 0;
    QCPGraph *m_low = nullptr; // extremes of merged samples
    QCPGraph *m_high = nullptr;
    QCPGraph *m_raw = nullptr;
    QCPGraph *m_bold = nullptr;
    QCPGraph *m_end = nullptr;
    QCPItemText *m_label = nullptr;
};

} // namespace paddock

// One line of a plot: a metric of one group, raw and smoothed, with a mark and a name at its end.
// It is the window's own run, a compared one, or the mean and band over several.
#pragma once

#include "core/run/curve_line.h"
#include "core/run/metric_curve.h"
#include "widgets/plots/curve_style.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/plots/plot_library.h"

#include <QString>

#include <memory>
#include <vector>

namespace paddock {

// Whose line it is and what it is called.
struct SeriesIdentity {
    int group = 0;
    int line = 0;         // of the plot's lines
    bool alone = false;   // the group does not decide the colour
    QString name = {};    // "racer 1", "expert 1"; empty for the only line of a plot
    int run = -1;         // identity of a compared run; -1: the window's own
    int pattern = 0;      // of its dashes
    bool crowded = false; // one of many: its raw curve is fainter, its name stands in the legend

    bool operator==(const SeriesIdentity &) const = default;
};

// How the lines of a plot are made from their metrics.
struct LineRules {
    double smoothing = 0;
    double scale = 1; // from the metric to the shown value
    BandSpread spread = BandSpread::Extremes;
    PlotAxis axis = PlotAxis::Steps;
    bool logX = false, logY = false; // what is not above zero is left out
};

class CurveSeries {
  public:
    using Curve = std::shared_ptr<const MetricCurve>;

    // Lives in `plot`, whose layers "below" and "above" frame the layer "main".
    CurveSeries(QCustomPlot &plot, SeriesIdentity identity, const Theme &theme);
    ~CurveSeries(); // takes its parts out of the plot
    CurveSeries(const CurveSeries &) = delete;
    CurveSeries &operator=(const CurveSeries &) = delete;

    const SeriesIdentity &identity() const { return m_identity; }
    void setIdentity(SeriesIdentity identity, const Theme &theme);
    const MetricCurve &curve() const { return m_curve; } // of the window's own run
    MetricCurve &curve() { return m_curve; }
    // Of compared runs; several are a band. A clock for each.
    void setSources(std::vector<Curve> sources, std::vector<StepClock> clocks);
    void setClock(const StepClock &clock) { m_clocks = {clock}; } // of the window's own run
    bool isBand() const { return m_sources.size() > 1; }
    bool empty() const { return m_line.empty(); }
    QColor color() const { return m_bold->pen().color(); }
    QColor textColor() const { return m_textColor; }

    void setTheme(const Theme &theme);
    void rebuild(const LineRules &rules);                         // from the curves
    const std::vector<LinePoint> &line() const { return m_line; } // all of it, scaled
    // Draws what is in view, about as many points as the view has pixels.
    void show(const QCPRange &view, int pixels);

    // Where the smoothed curve leaves the view; hides mark and name where it does not show.
    bool findEnd(const QCPRange &view);
    double endX() const { return m_endX; }
    double endValue() const { return m_endValue; }
    void placeLabel(const QPointF &at); // px, left middle of the name
    QString label() const { return m_label->visible() ? m_label->text() : QString(); }
    int labelWidth() const; // px, 0 where no name stands at the end

  private:
    void placeAlong(const LineRules &rules);
    QCPGraph *addGraph(const char *layer);
    bool named() const; // at its end
    int nameWidth() const;

    QCustomPlot &m_plot;
    SeriesIdentity m_identity;
    MetricCurve m_curve;
    std::vector<Curve> m_sources;
    std::vector<StepClock> m_clocks; // of each source
    std::vector<LinePoint> m_line;
    double m_floor = 0; // above zero: where the edges of a band end on a logarithmic axis
    bool m_logY = false;
    Theme m_theme;
    QColor m_textColor;
    double m_endX = 0, m_endValue = 0;
    QCPGraph *m_low = nullptr; // extremes of merged samples, or the edges of a band
    QCPGraph *m_high = nullptr;
    QCPGraph *m_raw = nullptr;
    QCPGraph *m_bold = nullptr;
    QCPGraph *m_end = nullptr;
    QCPItemText *m_label = nullptr;
};

} // namespace paddock

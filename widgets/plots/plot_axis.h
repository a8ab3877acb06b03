// What the plots count along their horizontal axis, and the tick labels for it.
#pragma once

#include "core/run/metric_curve.h"

#include <QSharedPointer>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

class QCPAxisTicker;

namespace paddock {

enum class PlotAxis { Steps, Relative, WallTime, Episodes };
inline constexpr PlotAxis kPlotAxes[] = {PlotAxis::Steps, PlotAxis::Relative, PlotAxis::WallTime,
                                         PlotAxis::Episodes};

QString axisTitle(PlotAxis axis);    // in the list of choices
QString axisLabel(PlotAxis axis);    // below the plots
const char *axisName(PlotAxis axis); // in the settings
PlotAxis axisFromName(const QString &name);

// When the steps of a run happened. A null curve: nobody wrote it down.
struct StepClock {
    std::shared_ptr<const MetricCurve> seconds, episodes;
    std::int64_t started = 0; // Unix seconds
};

// Where `step` of a run is drawn; nan where the run does not know. Between rows it is read along
// the straight line.
double axisPosition(PlotAxis axis, const StepClock &clock, double step);
// The mean over several runs, for a band.
double axisPosition(PlotAxis axis, const std::vector<StepClock> &clocks, double step);

QSharedPointer<QCPAxisTicker> axisTicker(PlotAxis axis, bool logarithmic);
QString axisText(PlotAxis axis, double x); // of one position, for readouts

} // namespace paddock

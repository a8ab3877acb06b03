// What a plot shows, as a file.
#pragma once

#include "widgets/plots/curve_plot.h"

#include <QByteArray>
#include <QString>

namespace paddock {

// All points in view: step, then for each line its raw and its smoothed value, under the metric's
// tag with the group before it where there are several; a compared run's name stands before its
// tag, and a band has mean, low, high and the number of runs. A line that has no point at a step
// leaves its cells empty. As of the last refresh().
QByteArray plotCsv(const CurvePlot &plot);

// The format follows the extension (png, pdf, csv). Answers what went wrong, empty when nothing
// did.
QString writePlot(CurvePlot &plot, const QString &file);

} // namespace paddock

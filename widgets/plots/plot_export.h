// What a plot shows, as a file.
#pragma once

#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <vector>

namespace paddock {

class CurvePlot;

// All points in view: step, then for each line its raw and its smoothed value, under the metric's
// tag with the group before it where there are several; a compared run's name stands before its
// tag, and a band has mean, low, high and the number of runs. A line that has no point at a step
// leaves its cells empty. As of the last refresh().
QByteArray plotsCsv(const std::vector<CurvePlot *> &plots);
inline QByteArray plotCsv(CurvePlot &plot) {
    return plotsCsv({&plot});
}

// The plots as they stand, in `columns`, in the colours of `theme`; then they are as before, in
// those of `shown`.
QImage plotPicture(const std::vector<CurvePlot *> &plots, const Theme &theme, const Theme &shown,
                   int columns = 1);

// The format follows the extension (png, pdf, svg, csv). Answers what went wrong, empty when
// nothing did.
QString writePlots(const std::vector<CurvePlot *> &plots, const QString &file, const Theme &theme,
                   const Theme &shown, int columns);

} // namespace paddock

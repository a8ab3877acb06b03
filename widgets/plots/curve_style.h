// How the lines of the plots look: colour says whose, the pattern and the mark at the end say it
// once more.
#pragma once

#include "widgets/plots/plot_library.h"
#include "widgets/theme/theme.h"

#include <QColor>
#include <QPen>

namespace paddock {

// `color`, or the nearest to it on the way to `ink` that has the contrast `least` to `ground`.
QColor legibleColor(const QColor &color, const QColor &ground, const QColor &ink, double least);

// Of the agents of a group; the accent where there is only one. Group -1 is nobody's: muted.
QColor groupColor(int group, bool alone, const Theme &theme);     // of a line
QColor groupTextColor(int group, bool alone, const Theme &theme); // of small words beside it

// Smoothed curves: solid, the second line of a plot in long dashes.
QPen runPen(const QColor &color, int line);
QPen rawPen(const QColor &color);
// Reference curves are thin and dotted, each of those that are shown with another pattern.
QPen referencePen(const QColor &color, int index);
// Stands at the end of a group's curves: disc, square, triangle, diamond, then again.
QCPScatterStyle endMark(int group, const QColor &color);

} // namespace paddock

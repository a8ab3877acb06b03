// How the lines of the plots look: colour says whose, the pattern and the mark at the end say it
// once more.
#pragma once

#include "widgets/theme/theme.h"

#include <QColor>
#include <QPen>

class QCPScatterStyle;

namespace paddock {

// `color`, or the nearest to it on the way to `ink` that has the contrast `least` to `ground`.
QColor legibleColor(const QColor &color, const QColor &ground, const QColor &ink, double least);

// Of the agents of a group; the accent where there is only one. Group -1 is nobody's: muted.
QColor groupColor(int group, bool alone, const Theme &theme);     // of a line
QColor groupTextColor(int group, bool alone, const Theme &theme); // of small words beside it
// Of a compared run, from 0; they come again after seven, with other marks.
QColor runColor(int identity, const Theme &theme);
QColor runTextColor(int identity, const Theme &theme);

// Smoothed curves: 0 is solid, 1 to 3 have dashes of their own.
QPen runPen(const QColor &color, int pattern);
QPen rawPen(const QColor &color);
// Reference curves are thin and dotted, each of those that are shown with another pattern.
QPen referencePen(const QColor &color, int index);
// Stands at the end of a group's or of a compared run's curves: disc, square, triangle, diamond,
// star, cross, then again.
QCPScatterStyle endMark(int identity, const QColor &color);

} // namespace paddock

// The way that a lap took, as a line drawing.
#pragma once

#include "core/base/vec2.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QString>

#include <vector>

namespace paddock {

struct LapPathLook {
    QColor line;        // of the part that counts
    QColor faint;       // of the rest
    double width = 1.5; // px
    double from = 0;    // the part that counts, 0..1 of the points
    double to = 1;
    double cursor = -1; // a dot there, 0..1; negative: none
    QColor dot;
};

// Fits the path into `box`, keeping its shape; north is up. Nothing without two points.
void drawLapPath(QPainter &painter, const std::vector<Vec2> &path, const QRectF &box,
                 const LapPathLook &look);

// "clean" as people read it, the icon that says it, its colour; for all verdicts and unknown ones.
QString verdictText(const std::string &verdict);
QString verdictIcon(const std::string &verdict);
QColor verdictColor(const std::string &verdict, const Theme &theme);

} // namespace paddock

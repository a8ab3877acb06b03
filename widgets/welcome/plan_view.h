// A scenario seen from straight above, as a small picture: road, paint, walls, cars at their
// starts.
#pragma once

#include "core/scenario/scenario.h"
#include "widgets/scene/scene_theme.h"

#include <QImage>
#include <QPainter>

namespace paddock {

// Fits all of the scenario into `box`, north up; the ground fills the rest of it. A race whose
// track is not loaded shows its ground alone.
void drawPlan(QPainter &painter, const Scenario &scenario, const QRectF &box,
              const SceneTheme &look);

// The same as a picture of its own. Any thread may ask.
QImage planPicture(const Scenario &scenario, QSize pixels, const SceneTheme &look);

} // namespace paddock

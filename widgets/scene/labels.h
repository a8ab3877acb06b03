// Words over the scene: names of agents, numbers of worlds, the HUD panel, hints. Drawn with
// QPainter.
#pragma once

#include "widgets/scene/frame_batches.h"

#include <QPainter>
#include <QStringList>

namespace paddock {

// "A1", "A2", ... within a world.
QString agentLabel(int agent);

// Enlarges all words over scenes, e.g. for a projector; 1 is how they are made.
void setLabelScale(double factor);

// Where the HUD's panel goes; empty without lines.
QRectF hudPanel(const QStringList &lines, QRectF picture);

// Numbers of the worlds at their tiles' corners (where tiles are large enough to hold them) and
// names of agents: of all worlds that are large on the screen, and of the picked one. Nothing is
// written under `panel`.
void drawNames(QPainter &painter, const SceneFrame &frame, QRectF picture, QRectF panel);

// Lines in a rounded translucent panel at the top left.
void drawHud(QPainter &painter, const QStringList &lines, const SceneTheme &theme, QRectF panel);

// The scale of a heat map, at the lower left.
void drawHeatLegend(QPainter &painter, const HeatLegend &legend, const SceneTheme &theme,
                    QRectF picture);

// Large words above the middle of the picture, and smaller ones below them; nothing without words.
void drawBanner(QPainter &painter, const QString &words, const QString &below,
                const SceneTheme &theme, QRectF picture);

// One calm sentence in the middle of an empty picture.
void drawHint(QPainter &painter, const QString &text, const SceneTheme &theme, QRectF picture);

} // namespace paddock

// The looks of the application in one place: colours, spacing, type. Nothing else names a colour of
// the window.
#pragma once

#include "widgets/scene/scene_theme.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace paddock {

struct Theme {
    bool dark = true;
    QColor surface; // behind everything
    QColor panel;   // docks, forms
    QColor raised;  // fields, buttons, headers
    QColor line;    // separators, borders
    QColor text;
    QColor muted; // units, captions, axes
    QColor accent;
    QColor onAccent; // text and ticks over accent
    QColor good;
    QColor warn;
    QColor bad;
};

const Theme &darkTheme();
const Theme &lightTheme();

// Spacing, px: multiples of 4.
namespace space {
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kHuge = 24;
} // namespace space

// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double contrastRatio(const QColor &a, const QColor &b);

QPalette themePalette(const Theme &theme);
QString themeStyleSheet(const Theme &theme);
SceneTheme sceneTheme(const Theme &theme);

// The system's typeface at a size step relative to the application's font.
QFont uiFont(int pointDelta = 0, bool bold = false);
// Monospace with tabular figures, for numbers.
QFont numberFont(int pointDelta = 0);

} // namespace paddock

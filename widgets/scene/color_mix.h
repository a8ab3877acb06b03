// Mixing of colours for the scene.
#pragma once

#include <QColor>

namespace paddock {

// `a` at t = 0, `b` at t = 1, straight in sRGB values.
inline QColor mixed(const QColor &a, const QColor &b, float t) {
    const auto between = [t](int x, int y) {
        return int(float(x) + (float(y) - float(x)) * t + 0.5f);
    };
    return QColor(between(a.red(), b.red()), between(a.green(), b.green()),
                  between(a.blue(), b.blue()), between(a.alpha(), b.alpha()));
}

inline QColor withAlpha(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}

} // namespace paddock

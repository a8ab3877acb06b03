#include "widgets/plots/curve_style.h"

#include "widgets/plots/plot_library.h"

#include <algorithm>
#include <array>

namespace paddock {

namespace {

constexpr double kLineContrast = 3.0; // WCAG 2.1, graphics
constexpr double kTextContrast = 4.5; // WCAG 2.1, small text
constexpr double kBoldWidth = 1.8;    // px
constexpr double kMarkSize = 6;       // px
constexpr float kRawAlpha = 0.35f;

QColor mix(const QColor &a, const QColor &b, float t) {
    return QColor::fromRgbF(a.redF() * (1 - t) + b.redF() * t,
                            a.greenF() * (1 - t) + b.greenF() * t,
                            a.blueF() * (1 - t) + b.blueF() * t);
}

QColor groupIdentity(int group, bool alone, const Theme &theme) {
    if (group < 0)
        return theme.muted;
    return alone ? theme.accent : agentColor(group);
}

// Yellow and the two blues come last: the window's own run has the accent, which is a blue.
QColor runIdentity(int identity) {
    static constexpr std::array kOrder{0, 2, 3, 4, 6, 1, 5};
    return agentColor(kOrder[std::size_t(std::max(0, identity)) % kOrder.size()]);
}

} // namespace

QColor legibleColor(const QColor &color, const QColor &ground, const QColor &ink, double least) {
    for (int i = 0; i <= 20; ++i) {
        const QColor mixed = i == 0 ? color : mix(color, ink, float(i) / 20);
        if (contrastRatio(mixed, ground) >= least)
            return mixed;
    }
    return ink;
}

QColor groupColor(int group, bool alone, const Theme &theme) {
    return legibleColor(groupIdentity(group, alone, theme), theme.panel, theme.text, kLineContrast);
}

QColor groupTextColor(int group, bool alone, const Theme &theme) {
    return legibleColor(groupIdentity(group, alone, theme), theme.panel, theme.text, kTextContrast);
}

QColor runColor(int identity, const Theme &theme) {
    return legibleColor(runIdentity(identity), theme.panel, theme.text, kLineContrast);
}

QColor runTextColor(int identity, const Theme &theme) {
    return legibleColor(runIdentity(identity), theme.panel, theme.text, kTextContrast);
}

QPen runPen(const QColor &color, int pattern) {
    static const std::array<QList<qreal>, 3> kDashes{QList<qreal>{6, 3}, {9, 3, 3, 3}, {3, 3}};
    QPen pen(color, kBoldWidth);
    pen.setJoinStyle(Qt::RoundJoin);
    if (pattern > 0)
        pen.setDashPattern(kDashes[std::size_t(pattern - 1) % kDashes.size()]);
    return pen;
}

QPen rawPen(const QColor &color) {
    QColor faint = color;
    faint.setAlphaF(kRawAlpha);
    return QPen(faint, 1);
}

QPen referencePen(const QColor &color, int index) {
    static const std::array<QList<qreal>, 4> kPatterns{
        QList<qreal>{1, 2}, {4, 2, 1, 2}, {1, 4}, {4, 2, 1, 2, 1, 2}};
    QPen pen(color, 1.2);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern(kPatterns[std::size_t(index) % kPatterns.size()]);
    return pen;
}

QCPScatterStyle endMark(int identity, const QColor &color) {
    static constexpr std::array kShapes{QCPScatterStyle::ssDisc,     QCPScatterStyle::ssSquare,
                                        QCPScatterStyle::ssTriangle, QCPScatterStyle::ssDiamond,
                                        QCPScatterStyle::ssStar,     QCPScatterStyle::ssCross};
    const auto shape = kShapes[std::size_t(std::max(0, identity)) % kShapes.size()];
    return QCPScatterStyle(shape, QPen(color, 1), QBrush(color), kMarkSize);
}

} // namespace paddock

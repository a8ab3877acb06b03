#include "widgets/scene/labels.h"

#include "widgets/scene/color_mix.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace paddock {

namespace {

constexpr float kNumberTilePixels = 90;  // width of a tile that has room for its number
constexpr float kNamesTilePixels = 330;  // width of a tile whose agents are named
constexpr float kPickedNamePixels = 160; // the same for the picked world
constexpr double kHudMargin = 12, kHudLineMargin = 8, kHudPadding = 10, kCorner = 8;

float tilePixels(const SceneFrame &frame, Vec2 origin) {
    const TileLayout &layout = frame.model.layout;
    return frame.camera.pixelsPerMetre({origin.x, origin.y, 0}) *
           (layout.tileMax().x - layout.tileMin().x);
}

double labelScale = 1;

QFont withPixels(QFont font, int pixels, bool isBold) {
    font.setPixelSize(int(pixels * labelScale));
    font.setBold(isBold);
    return font;
}

// Where the north-west corner of the tile is seen, if it looks like a top left corner.
std::optional<QPointF> numberCorner(const SceneFrame &frame, int world) {
    const Vec2 lo = frame.model.layout.boundsMin(world), hi = frame.model.layout.boundsMax(world);
    const auto corner = frame.camera.toScreen({lo.x + 0.10f, hi.y - 0.10f, 0});
    const auto across = frame.camera.toScreen({hi.x - 0.10f, hi.y - 0.10f, 0});
    const auto below = frame.camera.toScreen({lo.x + 0.10f, lo.y + 0.10f, 0});
    if (!corner || !across || !below || corner->x() > across->x() || corner->y() > below->y())
        return std::nullopt; // seen from behind: no corner is top left
    return corner;
}

void drawNumber(QPainter &painter, const SceneFrame &frame, int world, QRectF picture,
                QRectF panel) {
    const Vec2 origin = frame.model.layout.origin(world);
    const float pixels = tilePixels(frame, origin);
    const auto corner = numberCorner(frame, world);
    if (pixels < kNumberTilePixels || !corner || !picture.contains(*corner))
        return;
    const int size = std::clamp(int(pixels * 0.075f), 10, 16);
    painter.setFont(withPixels(QGuiApplication::font(), size, true));
    const int perWorld = std::max(frame.scene ? frame.scene->agentsPerWorld : 1, 1);
    const bool isPicked = frame.picked >= 0 && frame.picked / perWorld == world;
    painter.setPen(isPicked ? frame.theme.accent : withAlpha(frame.theme.text, 0.62f));
    const QString number = QString::number(world + 1);
    const QPointF at = *corner + QPointF(2, 0.85 * size + 1);
    const QSizeF room(painter.fontMetrics().horizontalAdvance(number) + 4, size + 4);
    if (!panel.intersects(QRectF(at - QPointF(2, size), room)))
        painter.drawText(at, number);
}

// Where the outline of the car is highest in the picture; nullopt when it is not all in front of
// the eye.
std::optional<QPointF> topOf(const Camera &camera, const CarShape &car, const Pose &pose) {
    const Vec2 middle = pose.toParent({0.5f * (car.front - car.rear), 0});
    auto top = camera.toScreen({middle.x, middle.y, car.top});
    for (const float x : {-car.rear, car.front})
        for (const float y : {-car.halfWidth, car.halfWidth}) {
            const Vec2 p = pose.toParent({x, y});
            const auto corner = camera.toScreen({p.x, p.y, car.shoulder});
            if (!corner || !top)
                return std::nullopt;
            top->setY(std::min(top->y(), corner->y()));
        }
    return top;
}

void drawAgentName(QPainter &painter, const SceneFrame &frame, int row, QRectF picture,
                   QRectF panel) {
    const int perWorld = frame.scene->agentsPerWorld;
    const AgentVisual &agent = frame.scene->agents[std::size_t(row)];
    const Pose pose{agent.pose.position + frame.model.layout.origin(row / perWorld),
                    agent.pose.yaw};
    const auto above =
        row == frame.driver ? std::nullopt : topOf(frame.camera, frame.model.car, pose);
    if (!above || !picture.contains(*above))
        return;
    const QString name = row == frame.ghost ? QCoreApplication::translate("SceneLabels", "ghost")
                                            : agentLabel(row % perWorld);
    const QFontMetricsF metrics = painter.fontMetrics();
    const QSizeF size(metrics.horizontalAdvance(name) + 12, metrics.height() + 2);
    const QRectF box(*above - QPointF(size.width() / 2, size.height() + 3), size);
    if (panel.intersects(box))
        return;
    const bool isPicked = row == frame.picked;
    painter.setPen(isPicked ? QPen(frame.theme.accent, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(withAlpha(frame.theme.panel, 0.84f));
    painter.drawRoundedRect(box, 5, 5);
    painter.fillRect(QRectF(box.left() + 5, box.bottom() - 3, box.width() - 10, 2),
                     agentColor(frame.model.colorOf(row)));
    painter.setPen(frame.theme.text);
    painter.drawText(box.adjusted(0, -1, 0, -1), Qt::AlignCenter, name);
}

} // namespace

QString agentLabel(int agent) {
    return QStringLiteral("A%1").arg(agent + 1);
}

void setLabelScale(double factor) {
    labelScale = factor;
}

void drawNames(QPainter &painter, const SceneFrame &frame, QRectF picture, QRectF panel) {
    const TileLayout &layout = frame.model.layout;
    if (layout.worlds() > 1 && frame.subjectWorld < 0)
        for (int world = 0; world < layout.worlds(); ++world)
            drawNumber(painter, frame, world, picture, panel);
    if (!frame.scene || frame.scene->agentsPerWorld <= 0)
        return;
    painter.setFont(withPixels(QGuiApplication::font(), 11, true));
    const int perWorld = frame.scene->agentsPerWorld;
    for (int world = 0; world < std::min(layout.worlds(), frame.scene->worlds); ++world) {
        const bool isPicked = frame.picked >= 0 && frame.picked / perWorld == world;
        const float pixels = tilePixels(frame, layout.origin(world));
        if (frame.subjectWorld >= 0 && frame.subjectWorld != world)
            continue;
        if (pixels < (isPicked ? kPickedNamePixels : kNamesTilePixels))
            continue;
        for (int agent = 0; agent < perWorld; ++agent)
            drawAgentName(painter, frame, world * perWorld + agent, picture, panel);
    }
}

namespace {

QFont hudFont() {
    return withPixels(QFontDatabase::systemFont(QFontDatabase::FixedFont), 12, false);
}

double hudLineHeight(const QFontMetricsF &metrics) {
    return std::ceil(metrics.height() * 1.25);
}

// A single line stands in the strip that the cameras leave free above the tiles.
double hudRise(const QStringList &lines) {
    return lines.size() > 1 ? kHudPadding - 2 : 4;
}

} // namespace

QRectF hudPanel(const QStringList &lines, QRectF picture) {
    if (lines.isEmpty())
        return {};
    const QFontMetricsF metrics(hudFont());
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, std::ceil(metrics.horizontalAdvance(line)));
    const double most = picture.width() - 2 * (kHudMargin + kHudPadding);
    return {picture.left() + kHudMargin,
            picture.top() + (lines.size() > 1 ? kHudMargin : kHudLineMargin),
            std::min(width, std::max(most, 0.0)) + 2 * kHudPadding,
            hudLineHeight(metrics) * double(lines.size()) + 2 * hudRise(lines)};
}

void drawHud(QPainter &painter, const QStringList &lines, const SceneTheme &theme, QRectF panel) {
    if (panel.isEmpty())
        return;
    painter.setFont(hudFont());
    const QFontMetricsF metrics(painter.font());
    painter.setPen(QPen(withAlpha(theme.text, 0.12f), 1));
    painter.setBrush(withAlpha(theme.panel, 0.86f));
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    painter.setPen(theme.text);
    QRectF line(panel.left() + kHudPadding, panel.top() + hudRise(lines),
                panel.width() - 2 * kHudPadding, hudLineHeight(metrics));
    for (const QString &text : lines) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, line.width() + 1));
        line.translate(0, line.height());
    }
}

namespace {

void drawScaleBar(QPainter &painter, const HeatLegend &legend, const SceneTheme &theme,
                  QRectF bar) {
    QLinearGradient scale(bar.topLeft(), bar.topRight());
    const double last = double(std::max<std::size_t>(legend.stops.size() - 1, 1));
    for (std::size_t i = 0; i < legend.stops.size(); ++i)
        scale.setColorAt(double(i) / last, legend.stops[i].color);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scale);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setPen(theme.text);
    for (std::size_t i = 0; i < legend.stops.size(); ++i) {
        const double x = bar.left() + bar.width() * double(i) / last;
        const QRectF cell(x - 40, bar.bottom() + 1, 80, 16);
        const bool first = i == 0, end = i + 1 == legend.stops.size();
        painter.drawText(first ? cell.translated(40, 0)
                         : end ? cell.translated(-40, 0)
                               : cell,
                         (first ? Qt::AlignLeft
                          : end ? Qt::AlignRight
                                : Qt::AlignHCenter) |
                             Qt::AlignVCenter,
                         legend.stops[i].label);
    }
}

void drawSwatches(QPainter &painter, const HeatLegend &legend, const SceneTheme &theme,
                  QRectF bar) {
    const double step = bar.width() / double(std::max<std::size_t>(legend.stops.size(), 1));
    for (std::size_t i = 0; i < legend.stops.size(); ++i) {
        const QRectF cell(bar.left() + step * double(i), bar.top(), step - 4, bar.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(legend.stops[i].color);
        painter.drawRoundedRect(cell, 2, 2);
        painter.setPen(theme.text);
        painter.drawText(QRectF(cell.left(), bar.bottom() + 1, step, 16),
                         Qt::AlignLeft | Qt::AlignVCenter, legend.stops[i].label);
    }
}

} // namespace

void drawHeatLegend(QPainter &painter, const HeatLegend &legend, const SceneTheme &theme,
                    QRectF picture) {
    constexpr double kBar = 12, kLine = 17;
    const QFont font = withPixels(QGuiApplication::font(), 11, false);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const double least = std::max(
        {260.0, metrics.horizontalAdvance(legend.title), metrics.horizontalAdvance(legend.note)});
    const double width = std::min(least, picture.width() - 2 * (kHudMargin + kHudPadding));
    const double height = 2 * kLine + kBar + 20 + 8;
    const QRectF panel(picture.left() + kHudMargin, picture.bottom() - kHudMargin - height,
                       width + 2 * kHudPadding, height);
    painter.setPen(QPen(withAlpha(theme.text, 0.12f), 1));
    painter.setBrush(withAlpha(theme.panel, 0.9f));
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    QRectF line(panel.left() + kHudPadding, panel.top() + 5, width, kLine);
    const auto say = [&](const QString &text, float alpha) {
        painter.setPen(withAlpha(theme.text, alpha));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, width + 1));
    };
    painter.setFont(withPixels(QGuiApplication::font(), 11, true));
    say(legend.title, 1);
    painter.setFont(font);
    const QRectF bar(line.left(), line.bottom() + 3, width, kBar);
    legend.continuous ? drawScaleBar(painter, legend, theme, bar)
                      : drawSwatches(painter, legend, theme, bar);
    line.moveTop(bar.bottom() + 18);
    say(legend.note, 0.7f);
}

void drawBanner(QPainter &painter, const QString &words, const QString &below,
                const SceneTheme &theme, QRectF picture) {
    if (words.isEmpty())
        return;
    const bool isNumber = words.size() <= 2;
    const QFont large = withPixels(QGuiApplication::font(), isNumber ? 96 : 28, true);
    const QFont small = withPixels(QGuiApplication::font(), 14, false);
    const QFontMetricsF largeSize(large), smallSize(small);
    const double most = std::max(picture.width() - 4 * kHudMargin, 0.0);
    const QRectF belowBox =
        below.isEmpty()
            ? QRectF()
            : smallSize.boundingRect(QRectF(0, 0, std::min(most - 2 * kHudPadding, 420.0), 400),
                                     Qt::AlignHCenter | Qt::TextWordWrap, below);
    const double width =
        std::min(most, std::max(largeSize.horizontalAdvance(words), belowBox.width()) + 48);
    const double height = largeSize.height() + belowBox.height() + (below.isEmpty() ? 16 : 28);
    const QRectF box(picture.center().x() - width / 2, picture.top() + picture.height() * 0.12,
                     width, height);
    painter.setPen(QPen(withAlpha(theme.text, 0.12f), 1));
    painter.setBrush(withAlpha(theme.panel, 0.86f));
    painter.drawRoundedRect(box, kCorner, kCorner);
    painter.setPen(theme.text);
    painter.setFont(large);
    painter.drawText(QRectF(box.left(), box.top() + 8, box.width(), largeSize.height()),
                     Qt::AlignCenter, words);
    painter.setFont(small);
    painter.setPen(withAlpha(theme.text, 0.75f));
    painter.drawText(box.adjusted(12, 12 + largeSize.height(), -12, -8),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, below);
}

void drawHint(QPainter &painter, const QString &text, const SceneTheme &theme, QRectF picture) {
    painter.setFont(withPixels(QGuiApplication::font(), 15, false));
    painter.setPen(withAlpha(theme.text, 0.70f));
    painter.drawText(picture.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace paddock

#include "widgets/welcome/plan_view.h"

#include "core/scenario/map_geometry.h"
#include "core/scenario/track.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr double kMargin = 0.05;   // of the box, on each side
constexpr double kLeastCar = 0.07; // of the box's height: cars of a wide map stay visible
constexpr double kDegrees = 180 / 3.14159265358979323846;

// Metres to pixels: one scale for both axes, middle upon middle, y up.
struct Fit {
    QPointF centre;
    Vec2 middle;
    double scale = 1; // px/m

    QPointF operator()(Vec2 p) const {
        return centre + QPointF(p.x - middle.x, middle.y - p.y) * scale;
    }
    QPolygonF operator()(const std::vector<Vec2> &points) const {
        QPolygonF out;
        for (const Vec2 &p : points)
            out << (*this)(p);
        return out;
    }
};

Fit fitInto(const MapGeometry &map, const QRectF &box) {
    const double wide = std::max<double>(map.max.x - map.min.x, 1e-3);
    const double high = std::max<double>(map.max.y - map.min.y, 1e-3);
    const double room = 1 - 2 * kMargin;
    return {box.center(), (map.min + map.max) * 0.5f,
            std::min(box.width() * room / wide, box.height() * room / high)};
}

QColor lineColor(LineKind kind, const SceneTheme &look) {
    const bool edge =
        kind == LineKind::Kerb || kind == LineKind::Wall || kind == LineKind::Obstacle;
    QColor color = edge ? look.kerb : look.paint;
    color.setAlphaF(edge ? 1.0 : kind == LineKind::LaneDivider ? 0.45 : 0.7);
    return color;
}

void drawRoad(QPainter &painter, const MapGeometry &map, const Fit &fit, const SceneTheme &look) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.road);
    painter.drawPolygon(fit(map.road), Qt::WindingFill);
    painter.setBrush(Qt::NoBrush);
    for (const PaintLine &line : map.paint) {
        const double least = line.kind == LineKind::Wall ? 1.4 : 0.7;
        QPen pen(lineColor(line.kind, look), std::max(least, line.width * fit.scale));
        pen.setCapStyle(Qt::FlatCap);
        if (line.kind == LineKind::LaneDivider)
            pen.setDashPattern({6, 5});
        painter.setPen(pen);
        if (line.kind == LineKind::Obstacle) {
            painter.setBrush(pen.color());
            painter.drawPolygon(fit(line.points));
            painter.setBrush(Qt::NoBrush);
            continue;
        }
        painter.drawPolyline(fit(line.points));
    }
}

void drawCar(QPainter &painter, const Pose &pose, const VehicleSpec &car, const QColor &color,
             const Fit &fit, double least) {
    const double metres = car.bodyFront + car.bodyRear;
    const double scale = std::max(fit.scale, least / std::max(metres, 1e-3));
    const double front = car.bodyFront * scale, rear = car.bodyRear * scale;
    const double wide = car.bodyWidth * scale, length = front + rear;
    painter.save();
    painter.translate(fit(pose.position));
    painter.rotate(-pose.yaw * kDegrees);
    painter.setPen(QPen(QColor(0, 0, 0, 110), 0.8));
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(-rear, -wide / 2, length, wide), wide / 4, wide / 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 120)); // windscreen
    painter.drawRect(QRectF(-rear + length * 0.56, -wide * 0.36, length * 0.16, wide * 0.72));
    painter.restore();
}

std::vector<Turn> turnsOf(const std::string &intention) {
    if (intention == "left")
        return {Turn::Left};
    if (intention == "right")
        return {Turn::Right};
    if (intention == "any")
        return {Turn::Straight, Turn::Left, Turn::Right};
    return {Turn::Straight};
}

QColor identity(int agent) {
    return agentColor(agent);
}

// Where each agent means to go, then the agents.
void drawCrossing(QPainter &painter, const Scenario &s, const Fit &fit, double least) {
    const AgentsSpec &agents = s.agents;
    if (agents.legs.empty() || agents.intentions.empty())
        return;
    std::vector<Pose> starts;
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < std::size_t(agents.count); ++i) {
        const int leg = int(agents.legs[i % agents.legs.size()]);
        const int lane = int(i / 4) % int(std::max<std::int64_t>(1, s.map.lanesPerDirection));
        QColor faint = identity(int(i));
        faint.setAlphaF(0.75);
        painter.setPen(QPen(faint, std::max(1.4, 0.022 * fit.scale), Qt::SolidLine, Qt::RoundCap));
        Pose start;
        for (Turn turn : turnsOf(agents.intentions[i % agents.intentions.size()])) {
            const Route route = makeRoute(s.map, s.task, leg, turn, lane);
            start = route.start;
            QPainterPath way(fit(start.position));
            const QPointF goal = fit(route.goalMiddle), middle = fit(Vec2{});
            const double bend = turn == Turn::Straight ? 0 : 1;
            const QPointF control = bend > 0 ? (fit(start.position) + goal) / 2 * 0.3 + middle * 0.7
                                             : (fit(start.position) + goal) / 2;
            way.quadTo(control, goal);
            painter.drawPath(way);
        }
        starts.push_back(start);
    }
    for (std::size_t i = 0; i < starts.size(); ++i)
        drawCar(painter, starts[i], s.agentVehicle(), identity(int(i)), fit, least);
}

void drawRace(QPainter &painter, const Scenario &s, const Fit &fit, const SceneTheme &look,
              double least) {
    if (!s.track)
        return;
    if (!s.track->checkpoints.empty()) {
        const TrackCheckpoint &line = s.track->checkpoints.front();
        painter.setPen(QPen(look.paint, 2));
        painter.drawLine(fit(line.left), fit(line.right));
    }
    const auto cars = std::min<std::size_t>(std::size_t(s.agents.count), s.track->starts.size());
    for (std::size_t i = cars; i-- > 0;)
        drawCar(painter, s.track->starts[i].pose, s.agentVehicle(), identity(int(i)), fit, least);
}

} // namespace

void drawPlan(QPainter &painter, const Scenario &scenario, const QRectF &box,
              const SceneTheme &look) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(box, Qt::IntersectClip);
    painter.fillRect(box, look.ground);
    const MapGeometry map = sceneGeometry(scenario);
    if (!map.road.empty() && !scenario.vehicles.empty()) {
        const Fit fit = fitInto(map, box);
        const double least = box.height() * kLeastCar;
        drawRoad(painter, map, fit, look);
        if (scenario.kind == ScenarioKind::Racing)
            drawRace(painter, scenario, fit, look, least);
        else
            drawCrossing(painter, scenario, fit, least);
    }
    painter.restore();
}

QImage planPicture(const Scenario &scenario, QSize pixels, const SceneTheme &look) {
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(look.ground);
    QPainter painter(&image);
    drawPlan(painter, scenario, QRectF(QPointF(), QSizeF(pixels)), look);
    return image;
}

} // namespace paddock

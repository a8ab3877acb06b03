#include "widgets/editor/plan_painter.h"

#include "core/scenario/map_geometry.h"
#include "core/scenario/scene_edit.h"
#include "core/scenario/track.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_obstacles.h"
#include "widgets/scene/color_mix.h"
#include "widgets/scene/polygon.h"
#include "widgets/theme/number_text.h"

namespace paddock {

namespace {

constexpr float kArrowGap = 2.5f; // m between arrows along the line

Vec2 leftOf(Vec2 v) {
    return {-v.y, v.x};
}

QPen flat(const QColor &color, double width) {
    return QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}

} // namespace

std::optional<PlanBox> planBox(const Scenario &scenario) {
    if (scenario.kind == ScenarioKind::Intersection) {
        const MapGeometry geometry = intersectionGeometry(scenario.map);
        return PlanBox{geometry.min, geometry.max};
    }
    if (!scenario.track || scenario.track->centre.empty())
        return std::nullopt;
    PlanBox box{scenario.track->centre.front(), scenario.track->centre.front()};
    const auto add = [&box](Vec2 p) {
        box.min = {std::min(box.min.x, p.x), std::min(box.min.y, p.y)};
        box.max = {std::max(box.max.x, p.x), std::max(box.max.y, p.y)};
    };
    for (const Vec2 p : scenario.track->centre)
        add(p);
    for (const TrackWall &wall : scenario.track->walls)
        for (const Vec2 p : wall.points)
            add(p);
    return box;
}

QPainterPath PlanPainter::path(std::span<const Vec2> line, bool closed) const {
    QPainterPath path;
    for (std::size_t i = 0; i < line.size(); ++i)
        i == 0 ? path.moveTo(m_t.toScreen(line[i])) : path.lineTo(m_t.toScreen(line[i]));
    if (closed && !line.empty())
        path.closeSubpath();
    return path;
}

void PlanPainter::polyline(std::span<const Vec2> line, const QPen &pen, bool closed) {
    m_p.setBrush(Qt::NoBrush);
    m_p.setPen(pen);
    m_p.drawPath(path(line, closed));
}

void PlanPainter::ground(QSizeF size) {
    m_p.fillRect(QRectF({}, size), m_scene.ground);
}

void PlanPainter::grid(QSizeF size, bool overRoad) {
    const double fine = m_t.gridStep(16), coarse = m_t.gridStep(80);
    const Vec2 low = m_t.toPlan({0, size.height()}), high = m_t.toPlan({size.width(), 0});
    m_p.setRenderHint(QPainter::Antialiasing, false);
    const auto lines = [&](double step, float alpha) {
        m_p.setPen(QPen(withAlpha(m_theme.text, alpha), 1));
        for (double x = std::ceil(low.x / step) * step; x <= high.x; x += step) {
            const double at = m_t.toScreen({float(x), 0}).x();
            m_p.drawLine(QPointF(at, 0), QPointF(at, size.height()));
        }
        for (double y = std::ceil(low.y / step) * step; y <= high.y; y += step) {
            const double at = m_t.toScreen({0, float(y)}).y();
            m_p.drawLine(QPointF(0, at), QPointF(size.width(), at));
        }
    };
    if (!overRoad)
        lines(fine, 0.035f);
    lines(coarse, overRoad ? 0.05f : 0.08f);
    m_p.setRenderHint(QPainter::Antialiasing, true);
}

void PlanPainter::scenario(const Scenario &scenario) {
    if (scenario.kind == ScenarioKind::Intersection) {
        crossing(scenario);
    } else if (scenario.track) {
        track(*scenario.track);
        if (!scenario.vehicles.empty())
            starts(scenario);
    }
}

void PlanPainter::track(const Track &track) {
    QPainterPath road;
    road.setFillRule(Qt::OddEvenFill);
    const std::vector<TrackWall> edges = edgeWalls(track);
    for (const TrackWall &wall : edges)
        road.addPath(path(wall.points, true));
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(withAlpha(Qt::black, m_theme.dark ? 0.30f : 0.14f));
    m_p.drawPath(road.translated(3, 4));
    m_p.setBrush(m_scene.road);
    m_p.drawPath(road);
    // A lighter strip along the walls, then the walls themselves.
    m_p.save();
    m_p.setClipPath(road);
    for (const TrackWall &wall : edges)
        polyline(wall.points, flat(mixed(m_scene.road, m_scene.paint, 0.13f), px(0.28, 6)), true);
    m_p.restore();
    checkpoints(track);
    arrows(track);
    for (const TrackWall &wall : edges) {
        polyline(wall.points, flat(mixed(m_scene.kerb, Qt::black, 0.55f), px(0.10, 4.5)), true);
        polyline(wall.points, flat(mixed(m_scene.kerb, Qt::white, 0.15f), px(0.055, 2.2)), true);
    }
    obstacles(track);
}

// Solid blocks, striped like barriers, so that they are told from the road by more than a colour.
void PlanPainter::obstacles(const Track &track) {
    for (const std::size_t w : obstaclesOf(track)) {
        const QPainterPath block = path(track.walls[w].points, true);
        m_p.setPen(Qt::NoPen);
        m_p.setBrush(withAlpha(Qt::black, 0.35f));
        m_p.drawPath(block.translated(2, 3));
        m_p.setBrush(mixed(m_scene.obstacle, m_scene.road, 0.15f));
        m_p.drawPath(block);
        m_p.setBrush(QBrush(withAlpha(Qt::black, 0.45f), Qt::BDiagPattern));
        m_p.drawPath(block);
        m_p.setBrush(Qt::NoBrush);
        m_p.setPen(QPen(mixed(m_scene.obstacle, Qt::black, 0.55f), px(0.02, 1.6)));
        m_p.drawPath(block);
    }
}

void PlanPainter::checkpoints(const Track &track) {
    for (std::size_t i = 0; i < track.checkpoints.size(); ++i) {
        const TrackCheckpoint &line = track.checkpoints[i];
        if (i == 0) {
            finishLine(line.left, line.right);
            continue;
        }
        QPen pen(withAlpha(m_scene.paint, 0.45f), px(0.02, 1.2));
        pen.setDashPattern({5, 4});
        polyline(std::array{line.left, line.right}, pen);
    }
}

// Two rows of squares across the track.
void PlanPainter::finishLine(Vec2 left, Vec2 right) {
    const Vec2 across = right - left;
    const float whole = length(across);
    if (whole <= 0)
        return;
    const Vec2 unit = across * (1 / whole), ahead = leftOf(unit);
    const float side = std::max(0.09f, float(3 / m_t.scale()));
    const int count = std::clamp(int(whole / side), 2, 200);
    const float cell = whole / float(count);
    m_p.setPen(Qt::NoPen);
    for (int i = 0; i < count; ++i)
        for (int row = 0; row < 2; ++row) {
            const Vec2 a = left + unit * (cell * float(i)) + ahead * (cell * float(row - 1));
            m_p.setBrush((i + row) % 2 ? QColor(0x16, 0x19, 0x1F) : QColor(0xF2, 0xF4, 0xF8));
            m_p.drawPath(path(
                std::array{a, a + unit * cell, a + unit * cell + ahead * cell, a + ahead * cell},
                true));
        }
}

void PlanPainter::arrows(const Track &track) {
    const TrackCourse course(track);
    if (!(course.length() > 0))
        return;
    const int count = std::clamp(int(course.length() / kArrowGap), 4, 400);
    QPen pen(withAlpha(m_scene.paint, 0.30f), px(0.03, 1.4));
    pen.setCapStyle(Qt::RoundCap);
    for (int i = 0; i < count; ++i) {
        const Pose pose = course.poseAt(course.length() * (float(i) + 0.5f) / float(count));
        const float size = std::clamp(track.minWidth() * 0.09f, 0.04f, 0.18f);
        polyline(
            std::array{pose.toParent({-size, size}), pose.position, pose.toParent({-size, -size})},
            pen);
    }
}

void PlanPainter::starts(const Scenario &scenario) {
    const std::vector<StartSlot> &slots = scenario.track->starts;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const bool used = std::int64_t(i) < scenario.agents.count;
        car(scenario.agentVehicle(), slots[i].pose,
            used ? agentColor(int(i)) : mixed(m_scene.kerb, m_scene.road, 0.35f), used ? 1 : 0.8);
    }
}

void PlanPainter::car(const VehicleSpec &spec, Pose pose, QColor color, double opacity) {
    const float front = float(spec.bodyFront), rear = -float(spec.bodyRear);
    const float half = float(spec.bodyWidth) / 2, wheel = float(spec.wheelRadius);
    const auto shape = [&](Vec2 min, Vec2 max, float radius) {
        std::vector<Vec2> outline = roundedRectangle(min, max, radius, 5);
        for (Vec2 &p : outline)
            p = pose.toParent(p);
        return path(outline, true);
    };
    m_p.save();
    m_p.setOpacity(m_p.opacity() * opacity);
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(withAlpha(Qt::black, 0.35f));
    m_p.drawPath(shape({rear, -half}, {front, half}, half * 0.4f).translated(1.5, 2));
    m_p.setBrush(QColor(0x14, 0x16, 0x1A));
    for (const float x : {0.0f, float(spec.wheelbase)})
        for (const float y : {-1.0f, 1.0f}) {
            const float middle = y * float(spec.trackWidth) / 2;
            m_p.drawPath(shape({x - wheel, middle - wheel * 0.45f},
                               {x + wheel, middle + wheel * 0.45f}, wheel * 0.15f));
        }
    m_p.setBrush(color);
    m_p.setPen(QPen(mixed(color, Qt::black, 0.4f), 1));
    const float body = half * 0.86f;
    m_p.drawPath(shape({rear, -body}, {front, body}, half * 0.45f));
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(mixed(color, Qt::black, 0.55f));
    const float whole = front - rear;
    m_p.drawPath(shape({rear + whole * 0.22f, -half * 0.6f}, {rear + whole * 0.66f, half * 0.6f},
                       half * 0.25f));
    m_p.setBrush(mixed(color, Qt::white, 0.75f));
    for (const float y : {-0.55f, 0.55f})
        m_p.drawPath(shape({front - whole * 0.06f, half * y - half * 0.14f},
                           {front, half * y + half * 0.14f}, half * 0.05f));
    m_p.restore();
}

void PlanPainter::crossing(const Scenario &scenario) {
    const MapGeometry geometry = intersectionGeometry(scenario.map);
    const QPainterPath road = path(geometry.road, true);
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(withAlpha(Qt::black, m_theme.dark ? 0.30f : 0.14f));
    m_p.drawPath(road.translated(3, 4));
    m_p.setBrush(m_scene.road);
    m_p.drawPath(road);
    for (const PaintLine &line : geometry.paint) {
        QPen pen = flat(withAlpha(m_scene.paint, 0.75f), px(double(line.width), 1.2));
        if (line.kind == LineKind::LaneDivider) {
            const double dash = 0.08 * m_t.scale() / pen.widthF();
            pen.setDashPattern({std::max(dash, 1.0), std::max(dash, 1.0)});
        }
        if (line.kind == LineKind::Crosswalk)
            pen.setColor(withAlpha(m_scene.paint, 0.4f));
        if (line.kind == LineKind::Kerb)
            pen = flat(m_scene.kerb, px(0.03, 2.5));
        polyline(line.points, pen);
    }
    goals(scenario);
    routes(scenario);
    const std::vector<Pose> poses = startPoses(scenario);
    for (std::size_t i = 0; i < poses.size() && !scenario.vehicles.empty(); ++i)
        car(scenario.agentVehicle(), poses[i], agentColor(int(i)));
}

void PlanPainter::goals(const Scenario &scenario) {
    for (int leg = 0; leg < 4; ++leg) {
        const Route route = makeRoute(scenario.map, scenario.task, leg, Turn::Straight);
        for (const Vec2 goal : route.goals) {
            const double radius = scenario.task.goalTolerance * m_t.scale();
            m_p.setPen(QPen(withAlpha(m_scene.good, 0.7f), 1.2, Qt::DashLine));
            m_p.setBrush(withAlpha(m_scene.good, 0.10f));
            m_p.drawEllipse(m_t.toScreen(goal), radius, radius);
        }
    }
}

// Each agent's ways from its lane: the carriageway's line, moved to where the agent starts.
void PlanPainter::routes(const Scenario &scenario) {
    for (int agent = 0; agent < int(scenario.agents.count); ++agent)
        for (const Route &route : agentRoutes(scenario, agent)) {
            const float aside = lateralOffset(route, route.start.position);
            std::vector<Vec2> line = offsetPolyline(route.centre, aside, false);
            if (line.size() < 2)
                continue;
            line.front() = route.start.position;
            line.back() = route.goals[std::min(std::size_t(route.lane), route.goals.size() - 1)];
            QPen pen(withAlpha(agentColor(agent), 0.85f), px(0.018, 2));
            pen.setCapStyle(Qt::RoundCap);
            polyline(line, pen);
            const Vec2 end = line.back(), back = end - line[line.size() - 2];
            const Pose tip{end, std::atan2(back.y, back.x)};
            polyline(std::array{tip.toParent({-0.06f, 0.04f}), end, tip.toParent({-0.06f, -0.04f})},
                     pen);
        }
}

void PlanPainter::label(QPointF at, const QString &text, const QColor &color, bool strong) {
    m_p.setFont(uiFont(strong ? 0 : -1, strong));
    const QRectF words = m_p.fontMetrics().boundingRect(text);
    QRectF box(0, 0, std::max(words.width() + 10, words.height() + 2), words.height() + 2);
    box.moveCenter(at);
    m_p.setPen(QPen(withAlpha(color, 0.9f), 1));
    m_p.setBrush(withAlpha(m_theme.panel, 0.92f));
    m_p.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    m_p.setPen(m_theme.text);
    m_p.drawText(box, Qt::AlignCenter, text);
}

void PlanPainter::rulers(QSizeF size, QPointF pointer) {
    const double step = m_t.gridStep(80);
    const int decimals = std::max(0, -int(std::floor(std::log10(step * 1.001))));
    m_p.setPen(Qt::NoPen);
    m_p.setBrush(m_theme.panel);
    m_p.drawRect(QRectF(0, 0, size.width(), kRuler));
    m_p.drawRect(QRectF(0, 0, kRuler, size.height()));
    m_p.setFont(numberFont(-3));
    m_p.setRenderHint(QPainter::Antialiasing, false);
    const Vec2 low = m_t.toPlan({0, size.height()}), high = m_t.toPlan({size.width(), 0});
    for (double x = std::ceil(low.x / step * 5) * step / 5; x <= high.x; x += step / 5) {
        const double at = m_t.toScreen({float(x), 0}).x();
        const bool whole = std::abs(x / step - std::round(x / step)) < 0.01;
        m_p.setPen(whole ? m_theme.muted : m_theme.line);
        m_p.drawLine(QPointF(at, kRuler - (whole ? 7 : 4)), QPointF(at, kRuler));
        if (whole && at > kRuler + 10)
            m_p.drawText(QRectF(at - 40, 0, 80, kRuler - 6), Qt::AlignCenter,
                         decimalText(x, decimals));
    }
    for (double y = std::ceil(low.y / step * 5) * step / 5; y <= high.y; y += step / 5) {
        const double at = m_t.toScreen({0, float(y)}).y();
        const bool whole = std::abs(y / step - std::round(y / step)) < 0.01;
        m_p.setPen(whole ? m_theme.muted : m_theme.line);
        m_p.drawLine(QPointF(kRuler - (whole ? 7 : 4), at), QPointF(kRuler, at));
        if (whole && at > kRuler + 10) {
            m_p.save();
            m_p.translate(kRuler / 2 - 2, at);
            m_p.rotate(-90);
            m_p.drawText(QRectF(-40, -8, 80, 14), Qt::AlignCenter, decimalText(y, decimals));
            m_p.restore();
        }
    }
    m_p.setPen(QPen(m_theme.accent, 1));
    m_p.drawLine(QPointF(pointer.x(), 0), QPointF(pointer.x(), kRuler));
    m_p.drawLine(QPointF(0, pointer.y()), QPointF(kRuler, pointer.y()));
    m_p.setPen(m_theme.line);
    m_p.drawLine(QPointF(0, kRuler), QPointF(size.width(), kRuler));
    m_p.drawLine(QPointF(kRuler, 0), QPointF(kRuler, size.height()));
    m_p.fillRect(QRectF(0, 0, kRuler, kRuler), m_theme.panel);
    m_p.setPen(m_theme.muted);
    m_p.drawText(QRectF(0, 0, kRuler, kRuler), Qt::AlignCenter, "m");
    m_p.setRenderHint(QPainter::Antialiasing, true);
}

void PlanPainter::scaleBar(QSizeF size) {
    const double step = m_t.gridStep(90), width = step * m_t.scale();
    const QPointF right(size.width() - 16, size.height() - 16), left = right - QPointF(width, 0);
    m_p.setPen(flat(m_theme.text, 2));
    m_p.drawPolyline(QPolygonF({left - QPointF(0, 5), left, right, right - QPointF(0, 5)}));
    m_p.setFont(numberFont(-1));
    const QString text = step < 1
                             ? QString("%1 cm").arg(decimalText(step * 100, step < 0.01 ? 1 : 0))
                             : QString("%1 m").arg(decimalText(step, 0));
    m_p.drawText(QRectF(left.x() - 40, left.y() - 24, width + 80, 16), Qt::AlignCenter, text);
}

} // namespace paddock

// How the canvas looks: the plan itself and what lies over it while one draws.
#include "core/scenario/track_edit.h"
#include "widgets/editor/plan_canvas.h"
#include "widgets/scene/color_mix.h"
#include "widgets/theme/number_text.h"

#include <cmath>

namespace paddock {

namespace {

constexpr double kHandle = 4.5; // px, radius

bool sameItem(SceneItem a, SceneItem b) {
    const auto group = [](SceneItemKind kind) {
        switch (kind) {
        case SceneItemKind::LeftWidth:
        case SceneItemKind::RightWidth:
            return SceneItemKind::Control;
        case SceneItemKind::CheckpointLeft:
        case SceneItemKind::CheckpointRight:
            return SceneItemKind::Checkpoint;
        case SceneItemKind::StartYaw:
            return SceneItemKind::Start;
        case SceneItemKind::ObstacleYaw:
            return SceneItemKind::Obstacle;
        case SceneItemKind::GoalSize:
            return SceneItemKind::GoalLine;
        default:
            return kind;
        }
    };
    return group(a.kind) == group(b.kind) && a.index == b.index && a.part == b.part;
}

} // namespace

void PlanCanvas::paintEvent(QPaintEvent *) {
    if (!m_framed)
        frameAll();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_themes.theme();
    PlanPainter plan(painter, m_transform, theme);
    plan.ground(size());
    plan.grid(size(), false);
    plan.scenario(m_editor.scenario());
    plan.grid(size(), true);
    paintGhosts(painter, plan);
    paintNumbers(plan);
    paintHandles(painter, plan);
    paintProblems(painter, plan);
    paintMeasure(painter, plan);
    plan.scaleBar(size());
    paintStatus(painter, plan);
    plan.rulers(size(), m_pointer);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(withAlpha(theme.accent, 0.5f), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void PlanCanvas::paintHandles(QPainter &painter, PlanPainter &plan) {
    const Scenario &scenario = m_editor.scenario();
    const Theme &theme = m_themes.theme();
    if (m_editor.racing() && scenario.track && m_editor.layer() == SceneLayer::Line) {
        QPen line(withAlpha(theme.accent, 0.85f), 1.6);
        line.setDashPattern({6, 4});
        plan.polyline(scenario.track->centre, line, true);
    }
    const std::vector<SceneHandle> handles =
        sceneHandles(scenario, m_editor.layer(), m_editor.selected());
    for (const SceneHandle &handle : handles)
        if (handle.item.kind == SceneItemKind::LeftWidth ||
            handle.item.kind == SceneItemKind::RightWidth)
            if (const auto middle =
                    itemPlace(scenario, {SceneItemKind::Control, handle.item.index}))
                plan.polyline(std::array{*middle, handle.at},
                              QPen(withAlpha(theme.warn, 0.9f), 1.4));
    // A block has no nose: a line leads to the handle that turns it.
    for (const SceneHandle &handle : handles)
        if (handle.item.kind == SceneItemKind::ObstacleYaw)
            if (const auto middle =
                    itemPlace(scenario, {SceneItemKind::Obstacle, handle.item.index}))
                plan.polyline(std::array{*middle, handle.at},
                              QPen(withAlpha(theme.accent, 0.9f), 1.4));
    for (const SceneHandle &handle : handles)
        paintHandle(painter, handle);
    const SceneItem named = m_editor.dragging() ? m_editor.selected() : m_hovered;
    if (const auto at = itemPlace(scenario, named); named && at)
        plan.label(m_transform.toScreen(*at) + QPointF(0, -24),
                   QString::fromStdString(itemName(scenario, named)), theme.accent);
}

void PlanCanvas::paintHandle(QPainter &painter, const SceneHandle &handle) {
    const Theme &theme = m_themes.theme();
    const bool selected = sameItem(handle.item, m_editor.selected());
    const bool hovered = handle.item == m_hovered;
    const QPointF at = m_transform.toScreen(handle.at);
    const double r = kHandle + (selected ? 1.5 : hovered ? 1 : 0);
    painter.setPen(QPen(selected ? theme.text : mixed(theme.accent, theme.surface, 0.5f), 1.4));
    painter.setBrush(selected || hovered ? theme.accent : theme.panel);
    switch (handle.item.kind) {
    case SceneItemKind::LeftWidth:
    case SceneItemKind::RightWidth:
    case SceneItemKind::LaneEdge:
    case SceneItemKind::GoalSize: {
        painter.setBrush(hovered ? theme.warn : mixed(theme.warn, theme.panel, 0.25f));
        const QPointF diamond[] = {at + QPointF(r + 1, 0), at + QPointF(0, r + 1),
                                   at - QPointF(r + 1, 0), at - QPointF(0, r + 1)};
        painter.drawPolygon(diamond, 4);
        break;
    }
    case SceneItemKind::Obstacle:
    case SceneItemKind::WallPoint:
    case SceneItemKind::LegEnd:
    case SceneItemKind::StartLine:
        painter.drawRect(QRectF(at.x() - r + 1, at.y() - r + 1, 2 * r - 2, 2 * r - 2));
        break;
    case SceneItemKind::Start:
    case SceneItemKind::Agent:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(selected ? theme.accent : withAlpha(theme.text, hovered ? 0.9f : 0.4f),
                            selected ? 2 : 1.2));
        painter.drawEllipse(at, r + 3, r + 3);
        break;
    case SceneItemKind::StartYaw:
    case SceneItemKind::ObstacleYaw:
        painter.drawEllipse(at, r - 1, r - 1);
        break;
    default:
        painter.drawEllipse(at, r, r);
    }
}

// Numbers beside the left ends of checkpoints, on start slots and agents.
void PlanCanvas::paintNumbers(PlanPainter &plan) {
    const Scenario &scenario = m_editor.scenario();
    const Theme &theme = m_themes.theme();
    const std::vector<Pose> poses = startPoses(scenario);
    const double room = m_transform.scale() * 0.35; // px; small pictures keep free of numbers
    QPointF last(-100, -100);
    if (m_editor.racing() && scenario.track)
        for (std::size_t i = 0; i < scenario.track->checkpoints.size() && room > 12; ++i) {
            const TrackCheckpoint &line = scenario.track->checkpoints[i];
            // Outside of the track's way round there is more room.
            const bool rightIsOut = scenario.track->counterClockwise();
            const QPointF end = m_transform.toScreen(rightIsOut ? line.right : line.left);
            const QPointF out = end - m_transform.toScreen(rightIsOut ? line.left : line.right);
            const double whole = std::hypot(out.x(), out.y());
            if (whole <= 0)
                continue;
            const QPointF at = end + out * (13 / whole);
            if (std::hypot(at.x() - last.x(), at.y() - last.y()) < 18)
                continue;
            last = at;
            plan.label(at, QString::number(i + 1), i == 0 ? theme.accent : theme.line, i == 0);
        }
    for (std::size_t i = 0; i < poses.size() && room > 12; ++i) {
        const bool used = std::int64_t(i) < scenario.agents.count;
        const float rear = float(scenario.agentVehicle().bodyRear) + 0.10f;
        plan.label(m_transform.toScreen(poses[i].toParent({-rear, 0})),
                   m_editor.racing() ? QString::number(i + 1) : QString("A%1").arg(i + 1),
                   used ? agentColor(int(i)) : theme.line);
    }
}

// A triangle with an exclamation mark over the place, red or amber: shape and colour.
void PlanCanvas::paintProblems(QPainter &painter, PlanPainter &) {
    const Theme &theme = m_themes.theme();
    for (auto check = m_editor.checks().rbegin(); check != m_editor.checks().rend(); ++check) {
        if (!check->at)
            continue;
        const QColor color = check->severity == CheckSeverity::Error ? theme.bad : theme.warn;
        const QPointF at = m_transform.toScreen(*check->at);
        painter.setPen(QPen(withAlpha(color, 0.9f), 2));
        painter.setBrush(withAlpha(color, 0.18f));
        painter.drawEllipse(at, 9, 9);
        const QPointF top = at - QPointF(0, 27);
        const QPointF triangle[] = {top, top + QPointF(10, 17), top + QPointF(-10, 17)};
        painter.setPen(QPen(theme.panel, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(color);
        painter.drawPolygon(triangle, 3);
        painter.setFont(uiFont(-1, true));
        painter.setPen(theme.dark ? theme.surface : Qt::white);
        painter.drawText(QRectF(top.x() - 10, top.y() + 3, 20, 14), Qt::AlignCenter, "!");
    }
}

void PlanCanvas::paintGhosts(QPainter &painter, PlanPainter &plan) {
    const GhostDrives &ghosts = m_editor.ghosts();
    const Theme &theme = m_themes.theme();
    for (const std::vector<Pose> &path : ghosts.paths) {
        std::vector<Vec2> line;
        for (const Pose &pose : path)
            line.push_back(pose.position);
        plan.polyline(line, QPen(withAlpha(theme.accent, 0.35f), 1.2));
        plan.car(m_editor.scenario().agentVehicle(), path.back(), theme.accent, 0.22);
    }
    if (!ghosts.paths.empty())
        plan.label(m_transform.toScreen(ghosts.paths.front().back().position) + QPointF(0, -30),
                   tr("%1 drawn cars after %2 s, throttle %3, steering %4")
                       .arg(ghosts.paths.size())
                       .arg(decimalText(ghosts.seconds, 1), percentText(ghosts.throttle),
                            percentText(ghosts.steer)),
                   theme.accent);
    painter.setOpacity(1);
}

void PlanCanvas::paintMeasure(QPainter &painter, PlanPainter &plan) {
    if (!m_from || !m_to)
        return;
    const Theme &theme = m_themes.theme();
    const Vec2 way = *m_to - *m_from;
    const QPointF a = m_transform.toScreen(*m_from), b = m_transform.toScreen(*m_to);
    painter.setPen(QPen(theme.warn, 1.8));
    painter.drawLine(a, b);
    painter.setBrush(theme.warn);
    painter.drawEllipse(a, 3, 3);
    painter.drawEllipse(b, 3, 3);
    const double degrees = std::atan2(double(way.y), double(way.x)) * 180 / double(kPi);
    plan.label((a + b) / 2 - QPointF(0, 16),
               tr("%1 m   Δx %2   Δy %3   %4°")
                   .arg(decimalText(double(length(way)), 3), decimalText(double(way.x), 3),
                        decimalText(double(way.y), 3), decimalText(degrees, 1)),
               theme.warn, true);
}

// Bottom left: where the pointer is and what a step of the grid is. Top: what cannot be edited.
void PlanCanvas::paintStatus(QPainter &painter, PlanPainter &plan) {
    const Theme &theme = m_themes.theme();
    const Vec2 at = pointerPlace();
    const double step = gridStep();
    const QString grid =
        m_snapping ? tr("snaps to %1 m").arg(valueText(step, 3)) : tr("no snapping");
    painter.setFont(numberFont(-1));
    const QString words =
        QString("x %1  y %2 m   %3")
            .arg(decimalText(double(at.x), 3), decimalText(double(at.y), 3), grid);
    const int width = painter.fontMetrics().horizontalAdvance(words) + 16;
    const QRectF box(PlanPainter::kRuler + 8, height() - 32, width, 22);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.panel, 0.85f));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(theme.muted);
    painter.drawText(box, Qt::AlignCenter, words);
    const QPointF middle(double(this->width()) / 2, PlanPainter::kRuler + 24);
    if (m_editor.locked())
        plan.label(middle, tr("A run is active: stop it to edit the scene"), theme.warn, true);
    else if (m_editor.racing() && !m_editor.scenario().track)
        plan.label(middle, tr("This race has no track yet: Scene > New track, or Import"),
                   theme.warn, true);
}

} // namespace paddock

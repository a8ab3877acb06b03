#include "widgets/editor/plan_canvas.h"

#include "core/scenario/polyline.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <cmath>

namespace paddock {

namespace {

constexpr double kGrab = 9;      // px around a handle
constexpr double kMargin = 56;   // px around what is framed
constexpr double kFirstMove = 3; // px before a press becomes a drag
constexpr double kNearLine = 24; // px

double away(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QString documentKey(const Scenario &scenario) {
    return QString::number(int(scenario.kind)) + QString::fromStdString(scenario.name) +
           (scenario.track ? QString::fromStdString(scenario.track->name) : QString());
}

} // namespace

PlanCanvas::PlanCanvas(SceneEditor &editor, ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_themes(themes) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 240);
    setAccessibleName(tr("Plan of the scene"));
    connect(&editor, &SceneEditor::changed, this, &PlanCanvas::followEditor);
    connect(&editor, &SceneEditor::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(&editor, &SceneEditor::layerChanged, this, qOverload<>(&QWidget::update));
    connect(&editor, &SceneEditor::checksChanged, this, qOverload<>(&QWidget::update));
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

// Another scene is framed anew; edits of one leave the view alone.
void PlanCanvas::followEditor() {
    if (m_framedFor != documentKey(m_editor.scenario()))
        m_framed = false;
    update();
}

void PlanCanvas::frameAll() {
    m_transform.setSize(size());
    if (const auto box = planBox(m_editor.scenario()))
        m_transform.frame(box->min, box->max, kMargin);
    m_framed = true;
    m_framedFor = documentKey(m_editor.scenario());
    update();
}

void PlanCanvas::showItem(SceneItem item, std::optional<Vec2> at) {
    m_editor.select(item);
    if (!at)
        at = itemPlace(m_editor.scenario(), item);
    if (at && !QRectF(rect()).adjusted(60, 60, -60, -60).contains(m_transform.toScreen(*at)))
        m_transform.centreOn(*at);
    update();
}

void PlanCanvas::setMeasuring(bool on) {
    m_measuring = on;
    m_from.reset();
    m_to.reset();
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

std::optional<double> PlanCanvas::measured() const {
    if (!m_from || !m_to)
        return std::nullopt;
    return double(length(*m_to - *m_from));
}

SceneItem PlanCanvas::itemAt(QPointF place) const {
    SceneItem best;
    double distance = kGrab;
    for (const SceneHandle &handle :
         sceneHandles(m_editor.scenario(), m_editor.layer(), m_editor.selected())) {
        const double d = away(m_transform.toScreen(handle.at), place);
        // What is selected, and then its own handles, come before what lies beneath.
        const double bonus = handle.item.index == m_editor.selected().index ? 1.5 : 0;
        if (d - bonus < distance) {
            distance = d - bonus;
            best = handle.item;
        }
    }
    return best;
}

Vec2 PlanCanvas::snapped(Vec2 place, Qt::KeyboardModifiers keys) const {
    const bool on = m_snapping != bool(keys & Qt::ControlModifier);
    if (!on)
        return place;
    const double step = gridStep();
    return {float(std::round(place.x / step) * step), float(std::round(place.y / step) * step)};
}

void PlanCanvas::mousePressEvent(QMouseEvent *event) {
    m_pointer = m_pressed = event->position();
    m_moved = m_grabbed = false;
    if (event->button() == Qt::LeftButton && m_measuring) {
        m_from = m_to = snapped(pointerPlace(), event->modifiers());
        return update();
    }
    const SceneItem item = itemAt(m_pointer);
    if (event->button() == Qt::LeftButton && item) {
        m_grabbed = true;
        m_editor.select(item);
        if (const auto at = itemPlace(m_editor.scenario(), item))
            m_grip = *at - pointerPlace();
        return;
    }
    if (event->button() == Qt::RightButton && item)
        return m_editor.select(item);
    if (event->button() != Qt::RightButton)
        m_panning = true;
}

void PlanCanvas::mouseMoveEvent(QMouseEvent *event) {
    const QPointF before = m_pointer;
    m_pointer = event->position();
    m_moved = m_moved || away(m_pointer, m_pressed) >= kFirstMove;
    if (m_measuring && (event->buttons() & Qt::LeftButton) && m_from) {
        m_to = snapped(pointerPlace(), event->modifiers());
    } else if (m_grabbed && m_moved) {
        if (!m_editor.dragging()) {
            m_editor.beginDrag(m_editor.selected());
            m_grabbed = m_editor.dragging();
        }
        m_editor.dragTo(snapped(pointerPlace() + m_grip, event->modifiers()));
    } else if (m_panning) {
        m_transform.pan(m_pointer - before);
        setCursor(Qt::ClosedHandCursor);
    } else if (!m_measuring) {
        m_hovered = itemAt(m_pointer);
        setCursor(m_hovered ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    update();
}

void PlanCanvas::mouseReleaseEvent(QMouseEvent *event) {
    if (m_editor.dragging())
        m_editor.endDrag();
    else if (m_panning && !m_moved && event->button() == Qt::LeftButton)
        m_editor.select({});
    m_panning = m_grabbed = false;
    setCursor(m_measuring ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

// Control points are added where the line is, not from far away.
bool PlanCanvas::nearLine() const {
    const auto &track = m_editor.scenario().track;
    return m_editor.layer() != SceneLayer::Line || !m_editor.racing() || !track ||
           distanceTo(track->centre, pointerPlace()) * m_transform.scale() < kNearLine;
}

void PlanCanvas::mouseDoubleClickEvent(QMouseEvent *event) {
    m_pointer = event->position();
    if (event->button() == Qt::LeftButton && !m_measuring && !itemAt(m_pointer) && nearLine())
        Q_EMIT insertWanted();
}

void PlanCanvas::contextMenuEvent(QContextMenuEvent *event) {
    if (event->reason() == QContextMenuEvent::Mouse)
        m_pointer = event->pos();
    Q_EMIT menuWanted(event->globalPos());
}

void PlanCanvas::wheelEvent(QWheelEvent *event) {
    m_transform.zoom(event->position(), std::pow(1.0015, event->angleDelta().y()));
    event->accept();
    update();
}

// The arrow keys belong to the selected item while there is one.
bool PlanCanvas::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool arrow = key >= Qt::Key_Left && key <= Qt::Key_Down;
        if (arrow ||
            (key == Qt::Key_Escape && (m_editor.dragging() || m_editor.selected() || m_from))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const SceneCheck *check = problemAt(help->pos()))
            QToolTip::showText(help->globalPos(), QString::fromStdString(check->problem.text()),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void PlanCanvas::keyPressEvent(QKeyEvent *event) {
    const float step = event->modifiers() & Qt::ShiftModifier ? 0.01f : float(gridStep());
    switch (event->key()) {
    case Qt::Key_Left:
        return m_editor.nudge({-step, 0});
    case Qt::Key_Right:
        return m_editor.nudge({step, 0});
    case Qt::Key_Up:
        return m_editor.nudge({0, step});
    case Qt::Key_Down:
        return m_editor.nudge({0, -step});
    case Qt::Key_Escape:
        if (m_editor.dragging()) {
            m_grabbed = false;
            return m_editor.cancelDrag();
        }
        m_from.reset();
        m_to.reset();
        m_editor.select({});
        return update();
    default:
        QWidget::keyPressEvent(event);
    }
}

void PlanCanvas::resizeEvent(QResizeEvent *) {
    m_transform.setSize(size());
    m_framed = false;
}

const SceneCheck *PlanCanvas::problemAt(QPointF place) const {
    for (const SceneCheck &check : m_editor.checks())
        if (check.at && away(m_transform.toScreen(*check.at) - QPointF(0, 16), place) < 12)
            return &check;
    return nullptr;
}

} // namespace paddock

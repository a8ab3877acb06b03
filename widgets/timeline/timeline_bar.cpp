#include "widgets/timeline/timeline_bar.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr double kSide = 8;   // px, beyond the ends
constexpr double kGroove = 4; // px, high
constexpr double kMark = 4;   // px, from a mark's middle to its edge
constexpr double kReach = 6;  // px, a mark may be missed by
constexpr double kLane = 11;  // px, from the line to a lane's middle

// Shapes tell the kinds apart where colours cannot.
void drawMark(QPainter &painter, EventKind kind, QPointF at, const QColor &colour) {
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
    case EventKind::Goal:
        painter.setBrush(colour);
        painter.drawEllipse(at, kMark, kMark);
        break;
    case EventKind::Collision:
        painter.drawLine(at + QPointF(-kMark, -kMark), at + QPointF(kMark, kMark));
        painter.drawLine(at + QPointF(-kMark, kMark), at + QPointF(kMark, -kMark));
        break;
    case EventKind::Wall:
    case EventKind::LaneBound:
        painter.drawPolygon(QPolygonF{at + QPointF(-kMark, kMark), at + QPointF(kMark, kMark),
                                      at + QPointF(0, -kMark)});
        break;
    case EventKind::Time:
        painter.drawEllipse(at, kMark - 0.5, kMark - 0.5);
        break;
    case EventKind::Restart:
        painter.drawRect(
            QRectF(at.x() - kMark + 1, at.y() - kMark + 1, 2 * kMark - 2, 2 * kMark - 2));
        break;
    case EventKind::Checkpoint:
        painter.drawLine(at + QPointF(0, -2), at + QPointF(0, 3));
        break;
    case EventKind::Lap:
        painter.setBrush(colour);
        painter.drawRect(QRectF(at.x() - 1, at.y() - kMark, 2, 2 * kMark));
        break;
    }
}

} // namespace

TimelineBar::TimelineBar(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Time line"));
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void TimelineBar::setFrames(int frames, std::vector<Mark> marks) {
    m_frames = std::max(frames, 0);
    m_marks = std::move(marks);
    m_parting = -1;
    m_curve.clear();
    setCursorFrame(m_cursor);
}

void TimelineBar::setHint(const QString &words) {
    m_hint = words;
    update();
}

void TimelineBar::setCurve(std::vector<float> values, const QColor &colour) {
    m_curve = std::move(values);
    m_curveColour = colour;
    update();
}

void TimelineBar::setCursorFrame(int frame) {
    m_cursor = std::clamp(frame, 0, std::max(m_frames - 1, 0));
    update();
}

void TimelineBar::setParting(int frame, const QString &text) {
    m_parting = frame;
    m_partingText = text;
    update();
}

QRectF TimelineBar::groove() const {
    return {kSide, (height() - kGroove) / 2.0, std::max(width() - 2 * kSide, 1.0), kGroove};
}

double TimelineBar::xOf(int frame) const {
    return groove().left() + groove().width() * frame / std::max(m_frames - 1, 1);
}

int TimelineBar::frameAt(double x) const {
    const double part = (x - groove().left()) / groove().width();
    return std::clamp(int(std::lround(part * (m_frames - 1))), 0, std::max(m_frames - 1, 0));
}

double TimelineBar::laneY(int lane) const {
    return height() / 2.0 + (lane == 0 ? -kLane : kLane);
}

const TimelineBar::Mark *TimelineBar::markAt(QPointF pixel) const {
    const Mark *found = nullptr;
    double nearest = kReach;
    for (const Mark &mark : m_marks) {
        const double away = std::abs(xOf(mark.event.frame) - pixel.x());
        // Checkpoints are many; what ends an episode is meant rather than one of them.
        const bool better = away < nearest ||
                            (found && away <= kReach && mark.event.ends() && !found->event.ends());
        if (better && std::abs(laneY(mark.lane) - pixel.y()) <= kLane) {
            found = &mark;
            nearest = away;
        }
    }
    return found;
}

void TimelineBar::drawCurve(QPainter &painter) const {
    if (m_curve.size() < 2)
        return;
    const auto [least, most] = std::minmax_element(m_curve.begin(), m_curve.end());
    const double range = std::max(double(*most - *least), 1e-9);
    QPainterPath path;
    const int pixels = std::max(int(groove().width()), 1);
    const int stride = std::max(int(m_curve.size()) / pixels, 1);
    for (int i = 0; i < int(m_curve.size()); i += stride) {
        const double y =
            height() - 4 - (height() - 8) * double(m_curve[std::size_t(i)] - *least) / range;
        i == 0 ? path.moveTo(xOf(i), y) : path.lineTo(xOf(i), y);
    }
    QColor faint = m_curveColour;
    faint.setAlpha(110);
    painter.setPen(QPen(faint, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void TimelineBar::drawMarks(QPainter &painter) const {
    for (const Mark &mark : m_marks) {
        const QColor colour =
            mark.event.agent < 0 ? m_themes.theme().muted : agentColor(mark.event.agent);
        drawMark(painter, mark.event.kind, {xOf(mark.event.frame), laneY(mark.lane)}, colour);
    }
}

void TimelineBar::drawParting(QPainter &painter) const {
    if (m_parting < 0)
        return;
    const double x = xOf(m_parting);
    painter.setPen(QPen(m_themes.theme().warn, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, 1), QPointF(x, height() - 1));
}

void TimelineBar::paintEvent(QPaintEvent *) {
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_frames == 0) {
        painter.setPen(theme.muted);
        const QRect place = rect().adjusted(int(kSide), 0, -int(kSide), 0);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_hint, Qt::ElideRight, place.width()));
        return;
    }
    drawCurve(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(groove(), 2, 2);
    painter.setBrush(theme.accent);
    QRectF passed = groove();
    passed.setRight(xOf(m_cursor));
    painter.drawRoundedRect(passed, 2, 2);
    drawMarks(painter);
    drawParting(painter);
    const double x = xOf(m_cursor);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.text, 2));
    painter.drawLine(QPointF(x, 3), QPointF(x, height() - 3));
}

void TimelineBar::moveCursor(int frame) {
    setCursorFrame(frame);
    Q_EMIT cursorMoved(m_cursor);
}

void TimelineBar::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (m_frames == 0) {
        Q_EMIT pastWanted(
            std::clamp((event->position().x() - groove().left()) / groove().width(), 0.0, 1.0));
        return;
    }
    const Mark *mark = markAt(event->position());
    moveCursor(mark ? mark->event.lookAt() : frameAt(event->position().x()));
}

void TimelineBar::mouseMoveEvent(QMouseEvent *event) {
    if (event->buttons() & Qt::LeftButton && m_frames > 0)
        moveCursor(frameAt(event->position().x()));
    setCursor(m_frames > 0 && markAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelineBar::keyPressEvent(QKeyEvent *event) {
    if (m_frames > 0 && event->key() == Qt::Key_Home)
        moveCursor(0);
    else if (m_frames > 0 && event->key() == Qt::Key_End)
        moveCursor(m_frames - 1);
    else
        QWidget::keyPressEvent(event);
}

bool TimelineBar::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Mark *mark = markAt(help->pos());
    const bool parting = m_parting >= 0 && std::abs(xOf(m_parting) - help->pos().x()) <= kReach;
    const QString words = mark      ? mark->text
                          : parting ? m_partingText
                          : m_frames > 0
                              ? tr("Drag to look back; click a mark to see what happened.\n"
                                   "Filled dot goal, cross collision, triangle wall or lane bound, "
                                   "ring time limit, bar lap.")
                              : m_hint;
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

} // namespace paddock

#include "widgets/drive/lap_timeline.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr double kSide = 10;  // px, room for a handle beyond the ends
constexpr double kGroove = 6; // px, high
constexpr double kHandleWidth = 8, kHandleHeight = 20;
constexpr double kReach = 8; // px, from a handle's middle
constexpr int kBigStep = 25; // rows, half a second of a race

} // namespace

LapTimeline::LapTimeline(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Position in the lap"));
    setToolTip(tr("Drag the bar to look through the lap; drag the two handles around the part that "
                  "Trim keeps.\nLeft and Right step, Home and End jump, Shift moves the handle "
                  "nearer to the cursor."));
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

QSize LapTimeline::sizeHint() const {
    return {200, 32};
}

void LapTimeline::setRows(int rows) {
    m_rows = std::max(rows, 0);
    m_cursor = 0;
    m_first = 0;
    m_last = m_rows;
    setEnabled(m_rows > 0);
    update();
    Q_EMIT partChanged();
}

void LapTimeline::setCursorRow(int row) {
    m_cursor = std::clamp(row, 0, std::max(m_rows - 1, 0));
    update();
}

void LapTimeline::setPart(int first, int last) {
    if (m_rows < kLeastRows)
        return;
    m_first = std::clamp(first, 0, m_rows - kLeastRows);
    m_last = std::clamp(last, m_first + kLeastRows, m_rows);
    update();
    Q_EMIT partChanged();
}

QRectF LapTimeline::groove() const {
    return {kSide, (height() - kGroove) / 2.0, std::max(width() - 2 * kSide, 1.0), kGroove};
}

double LapTimeline::xOf(int row) const {
    return groove().left() + groove().width() * row / std::max(m_rows, 1);
}

int LapTimeline::rowAt(double x) const {
    return int(std::lround((x - groove().left()) / groove().width() * m_rows));
}

QPointF LapTimeline::firstHandle() const {
    return {xOf(m_first), height() / 2.0};
}
QPointF LapTimeline::lastHandle() const {
    return {xOf(m_last), height() / 2.0};
}

void LapTimeline::paintEvent(QPaintEvent *) {
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(groove(), 3, 3);
    if (m_rows == 0)
        return;
    const QRectF part(xOf(m_first), groove().top(), xOf(m_last) - xOf(m_first), kGroove);
    painter.setBrush(theme.accent);
    painter.drawRect(part);
    for (const QPointF &at : {firstHandle(), lastHandle()}) {
        painter.setPen(QPen(hasFocus() ? theme.accent : theme.muted, 1));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(QRectF(at.x() - kHandleWidth / 2, at.y() - kHandleHeight / 2,
                                       kHandleWidth, kHandleHeight),
                                3, 3);
    }
    const double x = xOf(m_cursor);
    painter.setPen(QPen(theme.text, 2));
    painter.drawLine(QPointF(x, 2), QPointF(x, height() - 2));
}

void LapTimeline::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || m_rows == 0)
        return;
    const double x = event->position().x();
    const double toFirst = std::abs(x - firstHandle().x()), toLast = std::abs(x - lastHandle().x());
    m_grip = std::min(toFirst, toLast) > kReach ? Grip::Cursor
             : toFirst < toLast                 ? Grip::First
                                                : Grip::Last;
    moveGrip(x);
}

void LapTimeline::mouseMoveEvent(QMouseEvent *event) {
    if (m_grip != Grip::None)
        moveGrip(event->position().x());
}

void LapTimeline::mouseReleaseEvent(QMouseEvent *) {
    m_grip = Grip::None;
}

void LapTimeline::moveGrip(double x) {
    const int row = rowAt(x);
    if (m_grip == Grip::First)
        setPart(std::min(row, m_last - kLeastRows), m_last);
    else if (m_grip == Grip::Last)
        setPart(m_first, std::max(row, m_first + kLeastRows));
    setCursorRow(m_grip == Grip::Last ? row - 1 : row);
    Q_EMIT cursorMoved(m_cursor);
}

void LapTimeline::keyPressEvent(QKeyEvent *event) {
    int row = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        --row;
        break;
    case Qt::Key_Right:
        ++row;
        break;
    case Qt::Key_PageUp:
        row -= kBigStep;
        break;
    case Qt::Key_PageDown:
        row += kBigStep;
        break;
    case Qt::Key_Home:
        row = 0;
        break;
    case Qt::Key_End:
        row = m_rows - 1;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    const bool nearFirst = m_cursor - m_first < m_last - m_cursor;
    setCursorRow(row);
    if (event->modifiers() & Qt::ShiftModifier)
        nearFirst ? setPart(m_cursor, m_last) : setPart(m_first, m_cursor + 1);
    Q_EMIT cursorMoved(m_cursor);
}

} // namespace paddock

#include "widgets/evaluate/kpi_plot.h"

#include "core/run/svg_chart.h"
#include "widgets/plots/curve_style.h"
#include "widgets/theme/number_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr double kDot = 4;    // px, radius
constexpr double kReach = 10; // px, of the mouse about a dot

// Dots of one column stand beside each other, left and right in turn.
double aside(std::size_t index, std::size_t count, double room) {
    const double step = std::min(7.0, 0.6 * room / double(std::max<std::size_t>(count, 9)));
    const double steps = double((index + 1) / 2);
    return index % 2 ? steps * step : -steps * step;
}

// Shapes tell drivers apart where colours do not.
void drawShape(QPainter &painter, const QPointF &at, int driver, double size) {
    switch (driver % 4) {
    case 0:
        return painter.drawEllipse(at, size, size);
    case 1:
        return painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
                                    .adjusted(0.5, 0.5, -0.5, -0.5));
    case 2:
        return void(painter.drawPolygon(QPolygonF{at + QPointF(0, -size * 1.2),
                                                  at + QPointF(size * 1.1, size * 0.8),
                                                  at + QPointF(-size * 1.1, size * 0.8)}));
    default:
        return void(painter.drawPolygon(
            QPolygonF{at + QPointF(0, -size * 1.3), at + QPointF(size * 1.3, 0),
                      at + QPointF(0, size * 1.3), at + QPointF(-size * 1.3, 0)}));
    }
}

} // namespace

KpiPlot::KpiPlot(ThemeManager &themes, QWidget *parent) : QWidget(parent), m_themes(themes) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void KpiPlot::show(Kpi kpi, const EvaluationJob &job, const EvaluationGrid &grid,
                   const EvaluationArena &arena) {
    m_kpi = kpi;
    m_hovered = -1;
    m_columns.clear();
    m_low = std::numeric_limits<double>::infinity();
    m_high = -m_low;
    const auto include = [this](double value) {
        if (!std::isfinite(value))
            return;
        m_low = std::min(m_low, value);
        m_high = std::max(m_high, value);
    };
    for (const std::size_t index : arena.cells) {
        const EvaluationCell &cell = grid.cells[index];
        Column column{QString::fromStdString(job.driverNames[std::size_t(cell.driver)]),
                      cell.driver,
                      index,
                      kpiStats(cell, kpi),
                      {}};
        for (const EvaluationRun &run : cell.runs)
            if (const double value = kpiValue(run, kpi); !std::isnan(value)) {
                column.runs.emplace_back(run.run, value);
                include(value);
            }
        include(column.stats.interval.low);
        include(column.stats.interval.high);
        m_columns.push_back(std::move(column));
    }
    if (kpiInfo(kpi).rate || kpi == Kpi::Reached || m_low > m_high) {
        m_low = 0;
        m_high = 1;
    }
    if (m_high - m_low < 1e-9) {
        const double margin = std::max(std::abs(m_low) * 0.1, 0.5);
        m_low -= margin;
        m_high += margin;
    }
    setAccessibleName(tr("%1 by driver").arg(kpiInfo(kpi).name));
    setAccessibleDescription(kpiInfo(kpi).words);
    place();
}

QRectF KpiPlot::frame() const {
    return QRectF(rect()).adjusted(56, 36, -16, -32);
}

double KpiPlot::yOf(double value) const {
    const QRectF box = frame();
    return box.bottom() - (value - m_low) / (m_high - m_low) * box.height();
}

double KpiPlot::xOf(std::size_t column) const {
    const QRectF box = frame();
    return box.left() + box.width() * (double(column) + 0.5) / double(m_columns.size());
}

void KpiPlot::place() {
    m_dots.clear();
    const double room = frame().width() / std::max<double>(1, double(m_columns.size()));
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        for (std::size_t i = 0; i < m_columns[c].runs.size(); ++i) {
            const auto &[run, value] = m_columns[c].runs[i];
            m_dots.push_back({{xOf(c) + aside(i, m_columns[c].runs.size(), room), yOf(value)},
                              m_columns[c].cell,
                              run,
                              value});
        }
    update();
}

void KpiPlot::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    place();
}

void KpiPlot::paintAxes(QPainter &painter) const {
    const Theme &theme = m_themes.theme();
    const QRectF box = frame();
    painter.setFont(uiFont(0, true));
    painter.setPen(theme.text);
    const KpiInfo &info = kpiInfo(m_kpi);
    const QString title = *info.unit ? QString("%1  [%2]").arg(info.name, info.unit) : info.name;
    painter.drawText(QRectF(16, 8, width() - 32, 20), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(uiFont(-1));
    for (const double tick : niceTicks(m_low, m_high, 4)) {
        painter.setPen(theme.line);
        painter.drawLine(QPointF(box.left(), yOf(tick)), QPointF(box.right(), yOf(tick)));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, yOf(tick) - 10, box.left() - 8, 20),
                         Qt::AlignRight | Qt::AlignVCenter, valueText(tick, 3));
    }
    const double room = box.width() / double(m_columns.size());
    painter.setPen(theme.text);
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        painter.drawText(
            QRectF(xOf(c) - room / 2 + 2, box.bottom() + 8, room - 4, 18),
            Qt::AlignHCenter | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_columns[c].name, Qt::ElideMiddle, int(room) - 6));
}

void KpiPlot::paintBox(QPainter &painter, const Column &column, double x,
                       const QColor &color) const {
    const BoxStats &box = column.stats.box;
    const double half = std::min(30.0, frame().width() / double(m_columns.size()) * 0.3);
    QColor fill = color;
    fill.setAlpha(32);
    painter.setBrush(fill);
    painter.setPen(QPen(color, 1.2));
    painter.drawRect(QRectF(QPointF(x - half, yOf(box.q3)), QPointF(x + half, yOf(box.q1))));
    painter.drawLine(QPointF(x, yOf(box.q3)), QPointF(x, yOf(box.whiskerHigh)));
    painter.drawLine(QPointF(x, yOf(box.q1)), QPointF(x, yOf(box.whiskerLow)));
    for (const double end : {box.whiskerLow, box.whiskerHigh})
        painter.drawLine(QPointF(x - half / 2, yOf(end)), QPointF(x + half / 2, yOf(end)));
    painter.setPen(QPen(color, 2.4));
    painter.drawLine(QPointF(x - half, yOf(box.median)), QPointF(x + half, yOf(box.median)));
}

// The mean with its interval, to the right of the box.
void KpiPlot::paintMean(QPainter &painter, const Column &column, double x,
                        const QColor &color) const {
    const Interval &interval = column.stats.interval;
    painter.setPen(QPen(color, 2));
    if (std::isfinite(interval.low) && std::isfinite(interval.high)) {
        painter.drawLine(QPointF(x, yOf(interval.low)), QPointF(x, yOf(interval.high)));
        for (const double end : {interval.low, interval.high})
            painter.drawLine(QPointF(x - 5, yOf(end)), QPointF(x + 5, yOf(end)));
    }
    painter.setBrush(m_themes.theme().panel);
    drawShape(painter, {x, yOf(column.stats.mean)}, 3, 4.5);
}

void KpiPlot::paintEvent(QPaintEvent *) {
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (m_columns.empty())
        return;
    paintAxes(painter);
    const double room = frame().width() / double(m_columns.size());
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const Column &column = m_columns[c];
        const QColor color = groupColor(column.driver, false, theme);
        if (column.stats.n == 0) {
            painter.setPen(theme.muted);
            painter.drawText(QRectF(xOf(c) - room / 2, frame().center().y() - 10, room, 20),
                             Qt::AlignCenter, tr("no value"));
            continue;
        }
        if (!kpiInfo(m_kpi).rate)
            paintBox(painter, column, xOf(c), color);
        paintMean(painter, column, xOf(c) + std::min(42.0, room * 0.42), color);
    }
    for (std::size_t i = 0; i < m_dots.size(); ++i) {
        const auto column = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto &one) {
            return one.cell == m_dots[i].cell;
        });
        QColor color = groupColor(column->driver, false, theme);
        const bool chosen = int(i) == m_hovered;
        color.setAlpha(chosen ? 255 : 190);
        painter.setPen(chosen ? QPen(theme.text, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(color);
        drawShape(painter, m_dots[i].at, column->driver, chosen ? kDot + 1.5 : kDot);
    }
}

int KpiPlot::dotNear(const QPointF &point) const {
    int nearest = -1;
    double least = kReach;
    for (std::size_t i = 0; i < m_dots.size(); ++i) {
        const QPointF apart = m_dots[i].at - point;
        const double distance = std::hypot(apart.x(), apart.y());
        if (distance < least) {
            least = distance;
            nearest = int(i);
        }
    }
    return nearest;
}

void KpiPlot::hover(int dot) {
    if (dot == m_hovered)
        return;
    m_hovered = dot;
    setCursor(dot >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (dot >= 0) {
        const Dot &one = m_dots[std::size_t(dot)];
        QToolTip::showText(mapToGlobal(one.at.toPoint()) + QPoint(8, 8),
                           tr("run %1: %2 %3\nclick to see it again")
                               .arg(one.run + 1)
                               .arg(valueText(one.value, 4), QString(kpiInfo(m_kpi).unit)),
                           this);
    } else {
        QToolTip::hideText();
    }
    update();
}

void KpiPlot::mouseMoveEvent(QMouseEvent *event) {
    hover(dotNear(event->position()));
}

void KpiPlot::leaveEvent(QEvent *) {
    hover(-1);
}

void KpiPlot::mousePressEvent(QMouseEvent *event) {
    const int dot = dotNear(event->position());
    if (event->button() == Qt::LeftButton && dot >= 0)
        Q_EMIT runPicked(m_dots[std::size_t(dot)].cell, m_dots[std::size_t(dot)].run);
}

// The arrows walk the runs and Enter opens one; they are not anybody's shortcuts meanwhile.
bool KpiPlot::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Return ||
            key == Qt::Key_Enter)
            event->accept();
    }
    return QWidget::event(event);
}

void KpiPlot::keyPressEvent(QKeyEvent *event) {
    const int count = int(m_dots.size());
    if (count == 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return hover(m_hovered <= 0 ? count - 1 : m_hovered - 1);
    case Qt::Key_Right:
        return hover((m_hovered + 1) % count);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered >= 0)
            Q_EMIT runPicked(m_dots[std::size_t(m_hovered)].cell,
                             m_dots[std::size_t(m_hovered)].run);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace paddock

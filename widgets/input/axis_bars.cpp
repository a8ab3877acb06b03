#include "widgets/input/axis_bars.h"

#include "widgets/input/calibration.h"
#include "widgets/theme/number_text.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace paddock {

namespace {

constexpr int kBarHeight = 12;    // px
constexpr int kAxisBarHeight = 4; // px
constexpr int kAxisColumns = 2;
constexpr const char *kWidestNumber = "R 0.00";

} // namespace

// Left and right as on the screen: -1 is the left end of a bar with its zero in the middle.
struct AxisBars::Bar {
    QString name;
    QString number;
    bool middle = false; // its zero
    double value = 0;
    double deadZone = 0;            // about the zero
    std::optional<double> position; // of the stick or pedal, before the dead zone
};

AxisBars::AxisBars(ThemeManager &themes, QWidget *parent) : QWidget(parent), m_themes(themes) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Steering and throttle"));
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void AxisBars::setInput(const DriveInput &input, const std::vector<double> &rawAxes,
                        const DeviceCalibration &calibration) {
    if (m_input.steer == input.steer && m_input.throttle == input.throttle && m_axes == rawAxes &&
        m_calibration == calibration)
        return;
    const bool resized = m_axes.size() != rawAxes.size();
    m_input = input;
    m_axes = rawAxes;
    m_calibration = calibration;
    if (resized)
        updateGeometry();
    update();
}

int AxisBars::rowHeight() const {
    return std::max(kBarHeight, QFontMetrics(uiFont()).height()) + space::kSmall;
}
int AxisBars::axisRowHeight() const {
    return QFontMetrics(uiFont(-1)).height() + 2;
}

QSize AxisBars::sizeHint() const {
    return {320, minimumSizeHint().height()};
}
QSize AxisBars::minimumSizeHint() const {
    const int rows = (int(m_axes.size()) + kAxisColumns - 1) / kAxisColumns;
    const int axes = rows > 0 ? space::kSmall + rows * axisRowHeight() : 0;
    return {220, 2 * rowHeight() + axes + 2 * space::kSmall};
}

QRect AxisBars::track(int row) const {
    const QFontMetrics names(uiFont()), numbers(numberFont());
    const int left =
        space::kMedium + space::kMedium +
        std::max(names.horizontalAdvance(tr("Steering")), names.horizontalAdvance(tr("Throttle")));
    const int right = width() - 2 * space::kMedium - numbers.horizontalAdvance(kWidestNumber);
    const int top = space::kSmall + row * rowHeight() + (rowHeight() - kBarHeight) / 2;
    return {left, top, std::max(2, right - left), kBarHeight};
}

QRect AxisBars::steerTrack() const {
    return track(0);
}
QRect AxisBars::throttleTrack() const {
    return track(1);
}

AxisBars::Bar AxisBars::steerBar() const {
    const AxisCalibration &c = m_calibration.steer;
    Bar bar;
    bar.name = tr("Steering");
    bar.middle = true;
    bar.value = -m_input.steer; // left positive, but left on the screen
    const QString side = std::abs(m_input.steer) < 0.005 ? QString()
                         : m_input.steer > 0             ? tr("L", "left, one letter")
                                                         : tr("R", "right, one letter");
    bar.number = QString("%1 %2").arg(side, decimalText(std::abs(m_input.steer), 2));
    if (c.axis >= 0 && c.axis < std::ssize(m_axes)) {
        bar.deadZone = c.deadZone;
        bar.position = -axisPosition(c, m_axes[std::size_t(c.axis)]);
    }
    return bar;
}

AxisBars::Bar AxisBars::throttleBar() const {
    const AxisCalibration &c = m_calibration.throttle;
    Bar bar;
    bar.name = tr("Throttle");
    bar.value = m_input.throttle;
    bar.number = decimalText(m_input.throttle, 2);
    if (c.axis >= 0 && c.axis < std::ssize(m_axes)) {
        bar.deadZone = c.deadZone;
        bar.position = throttlePosition(m_calibration, m_axes[std::size_t(c.axis)]);
    }
    return bar;
}

void AxisBars::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRow(painter, 0, steerBar());
    paintRow(painter, 1, throttleBar());
    for (int axis = 0; axis < std::ssize(m_axes); ++axis)
        paintAxis(painter, axis);
}

void AxisBars::paintRow(QPainter &painter, int row, const Bar &bar) {
    const Theme &theme = m_themes.theme();
    const QRect line(space::kMedium, space::kSmall + row * rowHeight(),
                     width() - 2 * space::kMedium, rowHeight());
    painter.setPen(theme.text);
    painter.setFont(uiFont());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, bar.name);
    painter.setFont(numberFont());
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, bar.number);
    paintTrack(painter, track(row), bar);
}

void AxisBars::paintTrack(QPainter &painter, const QRectF &track, const Bar &bar) {
    const Theme &theme = m_themes.theme();
    const double whole = track.width() * (bar.middle ? 0.5 : 1.0);
    const double zero = bar.middle ? track.center().x() : track.left();
    const auto at = [&](double value) { return zero + std::clamp(value, -1.0, 1.0) * whole; };
    const auto fill = [&](double from, double to, const QColor &color) {
        painter.fillRect(QRectF(QPointF(std::min(from, to), track.top()),
                                QPointF(std::max(from, to), track.bottom())),
                         color);
    };
    fill(track.left(), track.right(), theme.raised);
    fill(at(bar.middle ? -bar.deadZone : 0), at(bar.deadZone), theme.line);
    fill(zero, at(bar.value), theme.accent);
    if (bar.middle)
        fill(zero - 0.5, zero + 0.5, theme.muted);
    if (bar.position) {
        const double x = std::clamp(at(*bar.position), track.left() + 1, track.right() - 1);
        painter.fillRect(QRectF(x - 1, track.top() - 2, 2, track.height() + 4), theme.text);
    }
}

void AxisBars::paintAxis(QPainter &painter, int axis) {
    const Theme &theme = m_themes.theme();
    const int columnWidth = (width() - (kAxisColumns + 1) * space::kMedium) / kAxisColumns;
    const QRect cell(space::kMedium + axis % kAxisColumns * (columnWidth + space::kMedium),
                     2 * space::kSmall + 2 * rowHeight() + axis / kAxisColumns * axisRowHeight(),
                     columnWidth, axisRowHeight());
    const bool steers = axis == m_calibration.steer.axis;
    const bool drives = axis == m_calibration.throttle.axis;
    const QFontMetrics names(uiFont(-1)), numbers(numberFont(-1));
    const QString used = steers   ? tr("steering", "what an axis does")
                         : drives ? tr("throttle", "what an axis does")
                                  : QString();
    const int nameWidth = names.horizontalAdvance("00 ") +
                          std::max(names.horizontalAdvance(tr("steering", "what an axis does")),
                                   names.horizontalAdvance(tr("throttle", "what an axis does")));
    const int numberWidth = numbers.horizontalAdvance("-0.00");

    painter.setPen(steers || drives ? theme.text : theme.muted);
    painter.setFont(uiFont(-1));
    painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, QString("%1 %2").arg(axis).arg(used));
    painter.setFont(numberFont(-1));
    const double value = m_axes[std::size_t(axis)];
    painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                     decimalText(std::abs(value) < 0.005 ? 0.0 : value, 2));

    const QRectF bar(cell.left() + nameWidth + space::kSmall,
                     cell.center().y() - kAxisBarHeight / 2 + 1,
                     cell.width() - nameWidth - numberWidth - 2 * space::kSmall, kAxisBarHeight);
    if (bar.width() < 4 * kAxisBarHeight)
        return;
    painter.fillRect(bar, theme.raised);
    const double middle = bar.center().x(), end = middle + value * bar.width() / 2;
    painter.fillRect(QRectF(QPointF(std::min(middle, end), bar.top()),
                            QPointF(std::max(middle, end), bar.bottom())),
                     steers || drives ? theme.accent : theme.muted);
    painter.fillRect(QRectF(middle - 0.5, bar.top() - 2, 1, bar.height() + 4), theme.muted);
}

} // namespace paddock

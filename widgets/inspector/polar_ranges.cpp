#include "widgets/inspector/polar_ranges.h"

#include "widgets/theme/number_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace paddock {

namespace {

constexpr int kHeight = 216;     // px
constexpr int kWordsHeight = 20; // px, of the line beneath
constexpr double kAhead = 0.58;  // share of the height above the sensor: little lies behind it
constexpr double kHit = 2.0;     // px, radius
constexpr std::array kRings{0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0}; // m

double degrees(double rad) {
    return rad * 180 / std::numbers::pi;
}

} // namespace

PolarRanges::PolarRanges(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Ranges of the LIDAR, ahead is up. Distances are drawn as square roots, so that "
                  "what is near shows. Lines: how much the chosen action depends on a ray; blue, "
                  "farther makes it more likely; orange, less.\nPoint at a ray, or press Left and "
                  "Right, for its value."));
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void PolarRanges::setReading(LidarReading reading, std::vector<double> weights) {
    m_weights =
        weights.size() == reading.ranges.size() ? std::move(weights) : std::vector<double>();
    m_most = 0;
    for (const double weight : m_weights)
        m_most = std::max(m_most, std::abs(weight));
    const bool other = reading.angles.size() != m_reading.angles.size();
    m_reading = std::move(reading);
    if (other) {
        m_sweep.resize(m_reading.angles.size());
        std::iota(m_sweep.begin(), m_sweep.end(), 0);
        std::stable_sort(m_sweep.begin(), m_sweep.end(), [this](int a, int b) {
            return m_reading.angles[std::size_t(a)] < m_reading.angles[std::size_t(b)];
        });
        m_chosen = -1;
    }
    setAccessibleName(tr("LIDAR: %1").arg(words()));
    update();
}

QSize PolarRanges::sizeHint() const {
    return {240, kHeight};
}
QSize PolarRanges::minimumSizeHint() const {
    return {160, kHeight};
}

QPointF PolarRanges::centre() const {
    return {width() / 2.0, space::kTiny + radius()};
}

double PolarRanges::radius() const {
    const double room = height() - kWordsHeight - 2 * space::kTiny;
    return std::min(room * kAhead, width() / 2.0 - space::kLarge);
}

double PolarRanges::distance(double range) const {
    return m_reading.reach > 0 ? radius() * std::sqrt(range / m_reading.reach) : 0;
}

QPointF PolarRanges::pointOf(int ray) const {
    const double angle = m_reading.angles[std::size_t(ray)];
    const double r = distance(m_reading.ranges[std::size_t(ray)]);
    return centre() + QPointF(-std::sin(angle) * r, -std::cos(angle) * r);
}

int PolarRanges::rayTowards(const QPointF &at) const {
    const QPointF d = at - centre();
    if (m_reading.ranges.empty() || std::hypot(d.x(), d.y()) > radius() + space::kLarge)
        return -1;
    const double angle = std::atan2(-d.x(), -d.y());
    const auto off = [&](double ray) {
        return std::abs(std::remainder(ray - angle, 2 * std::numbers::pi));
    };
    const auto nearest = std::min_element(m_reading.angles.begin(), m_reading.angles.end(),
                                          [&](double a, double b) { return off(a) < off(b); });
    return int(nearest - m_reading.angles.begin());
}

int PolarRanges::shownRay() const {
    if (m_chosen >= 0 || m_reading.ranges.empty())
        return m_chosen;
    return int(std::min_element(m_reading.ranges.begin(), m_reading.ranges.end()) -
               m_reading.ranges.begin());
}

QString PolarRanges::words() const {
    const int ray = shownRay();
    if (ray < 0)
        return tr("no ranges");
    const double range = m_reading.ranges[std::size_t(ray)];
    const double angle = degrees(m_reading.angles[std::size_t(ray)]);
    const QString size = decimalText(std::abs(angle), 0);
    const QString where = std::abs(angle) < 0.5 ? tr("ahead")
                          : angle > 0           ? tr("%1° left").arg(size)
                                                : tr("%1° right").arg(size);
    const QString what = range >= m_reading.reach
                             ? tr("nothing within %1 m").arg(valueText(m_reading.reach))
                             : tr("%1 m").arg(decimalText(range, 2));
    QString text = where + ": " + what;
    if (m_most > 0 && m_chosen >= 0)
        text += tr(", ∂ %1 /m").arg(valueText(m_weights[std::size_t(ray)], 2));
    return m_chosen < 0 ? tr("nearest %1").arg(text) : text;
}

void PolarRanges::choose(int ray) {
    if (ray == m_chosen)
        return;
    m_chosen = ray;
    setAccessibleName(tr("LIDAR: %1").arg(words()));
    update();
}

void PolarRanges::mouseMoveEvent(QMouseEvent *event) {
    choose(rayTowards(event->position()));
}

void PolarRanges::leaveEvent(QEvent *) {
    choose(-1);
}

void PolarRanges::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    choose(-1);
}

// Along the sweep, from the rightmost ray (its first) to the leftmost.
void PolarRanges::keyPressEvent(QKeyEvent *event) {
    const int by = event->key() == Qt::Key_Left ? 1 : event->key() == Qt::Key_Right ? -1 : 0;
    if (by == 0 || m_sweep.empty())
        return QWidget::keyPressEvent(event);
    const auto now = std::find(m_sweep.begin(), m_sweep.end(), shownRay());
    const int at = int(now - m_sweep.begin()) + by;
    choose(m_sweep[std::size_t(std::clamp(at, 0, int(m_sweep.size()) - 1))]);
}

void PolarRanges::paintRings(QPainter &painter) {
    const Theme &theme = m_themes.theme();
    painter.setFont(uiFont(-2));
    const auto label = [&](const QPointF &at, double range) {
        const QRectF cell(at.x() - 16, at.y() - 7, 32, 14);
        painter.fillRect(cell, theme.panel);
        painter.setPen(theme.muted);
        painter.drawText(cell, Qt::AlignCenter, tr("%1 m").arg(valueText(range)));
    };
    double lastLabel = 0; // px from the sensor
    for (const double ring : kRings) {
        if (ring > m_reading.reach)
            break;
        const double r = distance(ring);
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre(), r, r);
        if (r - lastLabel < 24)
            continue;
        lastLabel = r;
        // Straight behind the car, where no ray of a usual sensor looks, or at the side.
        const bool behind = centre().y() + r + 8 < height() - kWordsHeight;
        const QPointF at = behind ? QPointF(0, r) : QPointF(-r, -r) * std::numbers::sqrt2 / 2;
        label(centre() + at, ring);
    }
}

void PolarRanges::paintRays(QPainter &painter) {
    const Theme &theme = m_themes.theme();
    QPolygonF seen;
    seen << centre();
    for (const int ray : m_sweep)
        seen << pointOf(ray);
    QColor fill = theme.accent;
    fill.setAlphaF(0.16f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(seen);
    // Rays that the chosen action depends on: the more, the stronger; colours tell the sign.
    for (const int ray : m_sweep) {
        const double share = m_most > 0 ? m_weights[std::size_t(ray)] / m_most : 0;
        if (std::abs(share) < 0.05)
            continue;
        QColor color = share < 0 ? theme.warn : theme.accent;
        color.setAlphaF(float(0.25 + 0.75 * std::abs(share)));
        painter.setPen(QPen(color, 0.6 + 2.4 * std::abs(share)));
        painter.drawLine(centre(), pointOf(ray));
    }
    for (const int ray : m_sweep) {
        const bool miss = m_reading.ranges[std::size_t(ray)] >= m_reading.reach;
        painter.setPen(QPen(miss ? theme.muted : theme.accent, 1));
        painter.setBrush(miss ? QBrush(Qt::NoBrush) : QBrush(theme.accent));
        painter.drawEllipse(pointOf(ray), kHit, kHit);
    }
    const int shown = shownRay();
    if (shown < 0)
        return;
    painter.setPen(QPen(theme.warn, 1.4));
    painter.drawLine(centre(), pointOf(shown));
    painter.setBrush(theme.warn);
    painter.drawEllipse(pointOf(shown), kHit + 1.5, kHit + 1.5);
}

void PolarRanges::paintCar(QPainter &painter) {
    const QPointF c = centre();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_themes.theme().text);
    painter.drawPolygon(QPolygonF{c + QPointF(0, -7), c + QPointF(4, 5), c + QPointF(-4, 5)});
}

void PolarRanges::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect words(space::kMedium, height() - kWordsHeight, width() - 2 * space::kMedium,
                      kWordsHeight);
    painter.save();
    painter.setClipRect(rect().adjusted(0, 0, 0, -kWordsHeight));
    paintRings(painter);
    if (!m_reading.ranges.empty())
        paintRays(painter);
    paintCar(painter);
    painter.restore();
    painter.setPen(hasFocus() ? m_themes.theme().accent : m_themes.theme().text);
    painter.setFont(numberFont(-1));
    painter.drawText(words, Qt::AlignCenter, this->words());
}

} // namespace paddock

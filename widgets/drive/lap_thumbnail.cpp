#include "widgets/drive/lap_thumbnail.h"

#include "core/run/driven_lap.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr double kMargin = 5; // px
constexpr double kDot = 4;    // px, radius
constexpr const char *kTrimmed = "trimmed";

// Maps metres to the box: one scale for both axes, middle upon middle, y up.
class Fit {
  public:
    Fit(const std::vector<Vec2> &path, const QRectF &box) : m_box(box) {
        m_low = m_high = path.front();
        for (const Vec2 &p : path) {
            m_low = {std::min(m_low.x, p.x), std::min(m_low.y, p.y)};
            m_high = {std::max(m_high.x, p.x), std::max(m_high.y, p.y)};
        }
        const double wide = std::max<double>(m_high.x - m_low.x, 1e-3);
        const double high = std::max<double>(m_high.y - m_low.y, 1e-3);
        m_scale = std::min((box.width() - 2 * kMargin) / wide, (box.height() - 2 * kMargin) / high);
    }
    QPointF operator()(const Vec2 &p) const {
        const Vec2 middle = (m_low + m_high) * 0.5f;
        return m_box.center() + QPointF(p.x - middle.x, middle.y - p.y) * m_scale;
    }

  private:
    QRectF m_box;
    Vec2 m_low, m_high;
    double m_scale = 1;
};

QPainterPath linePath(const std::vector<Vec2> &path, const Fit &fit, double from, double to) {
    const double last = double(path.size() - 1);
    const auto first = std::size_t(std::clamp(std::round(from * last), 0.0, last));
    const auto end = std::size_t(std::clamp(std::round(to * last), 0.0, last));
    QPainterPath line(fit(path[first]));
    for (std::size_t i = first + 1; i <= end; ++i)
        line.lineTo(fit(path[i]));
    return line;
}

bool is(const std::string &verdict, LapVerdict which) {
    return verdict == verdictName(which);
}

} // namespace

void drawLapPath(QPainter &painter, const std::vector<Vec2> &path, const QRectF &box,
                 const LapPathLook &look) {
    if (path.size() < 2)
        return;
    const Fit fit(path, box);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto pen = [&look](const QColor &color) {
        return QPen(color, look.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    if (look.from > 0 || look.to < 1) {
        painter.setPen(pen(look.faint));
        painter.drawPath(linePath(path, fit, 0, 1));
    }
    painter.setPen(pen(look.line));
    painter.drawPath(linePath(path, fit, look.from, look.to));
    if (look.cursor < 0)
        return;
    const auto at = std::size_t(std::clamp(look.cursor, 0.0, 1.0) * double(path.size() - 1) + 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.dot);
    painter.drawEllipse(fit(path[at]), kDot, kDot);
}

QString verdictText(const std::string &verdict) {
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("LapVerdict", text);
    };
    if (is(verdict, LapVerdict::Clean))
        return tr("Clean");
    if (is(verdict, LapVerdict::Collision))
        return tr("Collision");
    if (is(verdict, LapVerdict::OffTrack))
        return tr("Off track");
    if (is(verdict, LapVerdict::Time))
        return tr("Out of time");
    if (verdict == kTrimmed)
        return tr("Trimmed");
    return verdict.empty() ? tr("No verdict") : QString::fromStdString(verdict);
}

QString verdictIcon(const std::string &verdict) {
    if (is(verdict, LapVerdict::Clean))
        return "keep";
    if (is(verdict, LapVerdict::Collision))
        return "collision";
    if (is(verdict, LapVerdict::OffTrack))
        return "off-track";
    if (verdict == kTrimmed)
        return "trim";
    return is(verdict, LapVerdict::Time) ? "clock" : "info";
}

QColor verdictColor(const std::string &verdict, const Theme &theme) {
    if (is(verdict, LapVerdict::Clean))
        return theme.good;
    if (is(verdict, LapVerdict::Collision) || is(verdict, LapVerdict::OffTrack))
        return theme.bad;
    if (verdict == kTrimmed)
        return theme.accent;
    return is(verdict, LapVerdict::Time) ? theme.warn : theme.muted;
}

} // namespace paddock

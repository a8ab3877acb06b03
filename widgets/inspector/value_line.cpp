#include "widgets/inspector/value_line.h"

#include "widgets/theme/number_text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kHeight = 96;      // px
constexpr int kAxisDigits = 7;   // room for the numbers at the left
constexpr int kWordsHeight = 18; // px, of the line beneath

} // namespace

std::vector<double> returnsThatCame(const std::vector<float> &values,
                                    const std::vector<float> &rewards, double gamma) {
    if (values.size() != rewards.size() + 1)
        return {};
    std::vector<double> returns(values.size());
    returns.back() = double(values.back());
    for (std::size_t t = rewards.size(); t-- > 0;)
        returns[t] = double(rewards[t]) + gamma * returns[t + 1];
    return returns;
}

ValueLine::ValueLine(ThemeManager &themes, QWidget *parent) : QWidget(parent), m_themes(themes) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("What the critic expects at each moment of the episode (solid), and the return "
                  "that came from there on, discounted, with the value now for what is still to "
                  "come (broken)"));
    setAccessibleName(tr("Value along the episode"));
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

QSize ValueLine::sizeHint() const {
    return {200, kHeight};
}

void ValueLine::setEpisode(const std::vector<float> &values, const std::vector<float> &rewards,
                           double gamma, double period) {
    m_values.assign(values.begin(), values.end());
    m_returns = returnsThatCame(values, rewards, gamma);
    m_period = period;
    update();
}

ValueLine::Scale ValueLine::scale() const {
    Scale s{0, 0};
    for (const auto *series : {&m_values, &m_returns})
        for (const double v : *series)
            if (std::isfinite(v)) {
                s.low = std::min(s.low, v);
                s.high = std::max(s.high, v);
            }
    if (s.high - s.low < 1e-6)
        s.high = s.low + 1;
    return s;
}

void ValueLine::paintAxes(QPainter &painter, const QRectF &area, const Scale &scale) {
    const Theme &theme = m_themes.theme();
    painter.setFont(numberFont(-2));
    const auto label = [&](double value, double y) {
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - 8, area.left() - space::kTiny, 16),
                         Qt::AlignRight | Qt::AlignVCenter, valueText(value, 3));
    };
    label(scale.high, area.top() + 3);
    label(scale.low, area.bottom() - 3);
    const double zero = area.bottom() - area.height() * (0 - scale.low) / (scale.high - scale.low);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero));
}

void ValueLine::paintSeries(QPainter &painter, const QRectF &area, const Scale &scale,
                            const std::vector<double> &series, const QPen &pen) {
    QPainterPath path;
    const double last = double(std::max<std::size_t>(series.size() - 1, 1));
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double share = (series[i] - scale.low) / (scale.high - scale.low);
        const QPointF at(area.left() + area.width() * double(i) / last,
                         area.bottom() - area.height() * share);
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void ValueLine::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_themes.theme();
    const int axis = QFontMetrics(numberFont(-2)).horizontalAdvance('0') * kAxisDigits;
    const QRectF area(space::kTiny + axis, 6, width() - axis - space::kTiny - space::kMedium,
                      kHeight - kWordsHeight - 10);
    const Scale range = scale();
    paintAxes(painter, area, range);
    QRectF words(area.left(), kHeight - kWordsHeight, area.width(), kWordsHeight);
    painter.setFont(uiFont(-2));
    if (m_values.size() < 2) {
        painter.setPen(theme.muted);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, tr("the episode begins"));
        return;
    }
    if (!m_returns.empty())
        paintSeries(painter, area, range, m_returns, QPen(theme.muted, 1.2, Qt::DashLine));
    paintSeries(painter, area, range, m_values, QPen(theme.accent, 1.8));
    painter.setPen(theme.muted);
    const double seconds = m_period * double(m_values.size() - 1);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("−%1 s").arg(decimalText(seconds, 1)));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignVCenter,
                     tr("— value   - - return that came"));
}

} // namespace paddock

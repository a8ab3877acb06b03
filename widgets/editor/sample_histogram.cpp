#include "widgets/editor/sample_histogram.h"

#include "widgets/scene/color_mix.h"
#include "widgets/theme/number_text.h"

#include <QPainter>

#include <algorithm>

namespace paddock {

namespace {
constexpr int kBins = 25; // Table II's grid of 25 gives even bars
}

SampleHistogram::SampleHistogram(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    setMinimumHeight(46);
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void SampleHistogram::setSamples(std::vector<float> samples, double nominal, const QString &unit) {
    m_nominal = nominal;
    m_unit = unit;
    m_bins.assign(kBins, 0);
    const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
    m_least = samples.empty() ? nominal : double(*low);
    m_most = samples.empty() ? nominal : double(*high);
    const double whole = m_most - m_least;
    for (const float sample : samples) {
        const int bin =
            whole > 0 ? int((double(sample) - m_least) / whole * (kBins - 1) + 0.5) : kBins / 2;
        ++m_bins[std::size_t(std::clamp(bin, 0, kBins - 1))];
    }
    const QString text =
        whole > 0 ? tr("Drawn from %1 to %2 %3").arg(valueText(m_least), valueText(m_most), unit)
                  : tr("Always %1 %2").arg(valueText(nominal), unit);
    setToolTip(text);
    setAccessibleName(text);
    update();
}

void SampleHistogram::paintEvent(QPaintEvent *) {
    QPainter p(this);
    const Theme &theme = m_themes.theme();
    p.setFont(numberFont(-2));
    const int foot = p.fontMetrics().height();
    const QRectF area(rect().adjusted(0, 2, 0, -foot - 2));
    const int most = m_bins.empty() ? 1 : *std::max_element(m_bins.begin(), m_bins.end());
    const double width = area.width() / kBins;
    const bool drawn = m_most > m_least;
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        const double height = area.height() * m_bins[i] / std::max(most, 1);
        p.fillRect(QRectF(area.left() + width * double(i) + 0.5, area.bottom() - height, width - 1,
                          height),
                   drawn ? withAlpha(theme.accent, 0.8f) : withAlpha(theme.muted, 0.5f));
    }
    p.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.line);
    if (drawn && m_nominal > m_least && m_nominal < m_most) {
        const double at = area.left() + width / 2 +
                          (area.width() - width) * (m_nominal - m_least) / (m_most - m_least);
        p.setPen(QPen(theme.warn, 1.5));
        p.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
    }
    p.setPen(theme.muted);
    const QRectF text(0, height() - foot, this->width(), foot);
    if (!drawn)
        return p.drawText(text, Qt::AlignCenter,
                          tr("always %1 %2").arg(valueText(m_nominal), m_unit));
    p.drawText(text, Qt::AlignLeft, valueText(m_least, 3));
    p.drawText(text, Qt::AlignRight, valueText(m_most, 3) + " " + m_unit);
}

} // namespace paddock

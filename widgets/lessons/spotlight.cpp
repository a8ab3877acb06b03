#include "widgets/lessons/spotlight.h"

#include <QPainter>

#include <cmath>

namespace paddock {

namespace {
constexpr int kDuration = 3000; // ms
constexpr double kPulses = 3;
constexpr int kMargin = 6; // px around the target
constexpr double kPi2 = 6.283185307179586;
} // namespace

Spotlight::Spotlight(ThemeManager &themes, QWidget *window) : QWidget(window), m_themes(themes) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_pulse.setStartValue(0.0);
    m_pulse.setEndValue(1.0);
    m_pulse.setDuration(kDuration);
    connect(&m_pulse, &QVariantAnimation::valueChanged, this, &Spotlight::follow);
    connect(&m_pulse, &QVariantAnimation::finished, this, &QWidget::hide);
}

void Spotlight::pointAt(QWidget *target) {
    m_pulse.stop();
    m_target = target;
    hide();
    if (!target)
        return;
    follow();
    show();
    raise();
    m_pulse.start();
}

// The target may be moved or scrolled meanwhile.
void Spotlight::follow() {
    if (!m_target || !m_target->isVisible())
        return hide();
    const QRect box(m_target->mapTo(window(), QPoint()), m_target->size());
    setGeometry(box.adjusted(-kMargin, -kMargin, kMargin, kMargin) & window()->rect());
    update();
}

void Spotlight::paintEvent(QPaintEvent *) {
    const double t = m_pulse.currentValue().toDouble();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor color = m_themes.theme().accent;
    color.setAlphaF(float(0.65 + 0.35 * std::cos(t * kPulses * kPi2)));
    painter.setPen(QPen(color, 3));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
}

} // namespace paddock

#include "widgets/inspector/share_bar.h"

#include "widgets/theme/number_text.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kBar = 12;   // px
constexpr int kWords = 18; // px
constexpr double kLeastShare = 0.0005;

} // namespace

std::vector<SharePart> signedShares(const std::vector<SharePart> &parts) {
    double total = 0;
    for (const SharePart &part : parts)
        total += std::isfinite(part.value) ? std::abs(part.value) : 0;
    std::vector<SharePart> shares;
    for (const SharePart &part : parts)
        if (total > 0 && std::isfinite(part.value) && std::abs(part.value) / total > kLeastShare)
            shares.push_back({part.name, part.value / total});
    std::stable_sort(shares.begin(), shares.end(), [](const SharePart &a, const SharePart &b) {
        return std::abs(a.value) > std::abs(b.value);
    });
    return shares;
}

ShareBar::ShareBar(ThemeManager &themes, QWidget *parent) : QWidget(parent), m_themes(themes) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Which terms made the return so far: each as a share of all that was paid and "
                  "taken"));
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

QSize ShareBar::sizeHint() const {
    return {200, kBar + 2 * kWords + space::kTiny};
}

void ShareBar::setParts(const std::vector<SharePart> &parts) {
    m_shares = signedShares(parts);
    setAccessibleName(tr("Made of %1").arg(words()));
    update();
}

QString ShareBar::words() const {
    QStringList all;
    for (const SharePart &part : m_shares)
        all << QString("%1 %2%3").arg(part.name, part.value < 0 ? "−" : "+",
                                      percentText(std::abs(part.value)));
    return all.isEmpty() ? tr("nothing paid yet") : all.join("   ");
}

void ShareBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_themes.theme();
    const QRectF area(space::kMedium, kWords + 1, width() - 2 * space::kMedium, kBar);
    painter.setPen(theme.muted);
    painter.setFont(uiFont(-1));
    painter.drawText(QRectF(area.left(), 0, area.width(), kWords), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("What made this return"));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(area, 2, 2);
    double below = 0;
    for (const SharePart &part : m_shares)
        below += part.value < 0 ? -part.value : 0;
    const double zero = area.left() + area.width() * below;
    double right = zero, left = zero;
    float fade = 1; // later parts are paler, with a gap between
    for (const SharePart &part : m_shares) {
        const double size = std::abs(part.value) * area.width();
        QColor color = part.value < 0 ? theme.warn : theme.accent;
        color.setAlphaF(fade);
        fade = std::max(0.35f, fade - 0.22f);
        painter.setBrush(color);
        double &edge = part.value < 0 ? left : right;
        const double from = part.value < 0 ? edge - size : edge;
        painter.drawRect(QRectF(from + 0.5, area.top(), std::max(size - 1, 1.0), area.height()));
        edge += part.value < 0 ? -size : size;
    }
    painter.setPen(theme.text);
    painter.drawLine(QPointF(zero, area.top() - 2), QPointF(zero, area.bottom() + 2));
    painter.setFont(uiFont(-1));
    const QRectF line(area.left(), area.bottom() + 2, area.width(), kWords);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(words(), Qt::ElideRight, int(line.width())));
}

} // namespace paddock

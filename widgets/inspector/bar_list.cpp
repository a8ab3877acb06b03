#include "widgets/inspector/bar_list.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kRowHeight = 20;     // px
constexpr int kBarHeight = 8;      // px
constexpr double kNameShare = 0.5; // of what the numbers leave

} // namespace

BarList::BarList(ThemeManager &themes, Zero zero, QWidget *parent)
    : QWidget(parent), m_themes(themes), m_zero(zero) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void BarList::setEntries(std::vector<BarEntry> entries) {
    const bool resized = entries.size() != m_entries.size();
    m_entries = std::move(entries);
    if (resized)
        updateGeometry();
    update();
}

void BarList::setColumns(int secondDigits, int valueDigits, int unitDigits) {
    m_secondDigits = secondDigits;
    m_valueDigits = valueDigits;
    m_unitDigits = unitDigits;
    update();
}

QSize BarList::sizeHint() const {
    return {200, int(m_entries.size()) * kRowHeight};
}
QSize BarList::minimumSizeHint() const {
    return {120, int(m_entries.size()) * kRowHeight};
}

int BarList::digitWidth() const {
    return QFontMetrics(numberFont(-1)).horizontalAdvance('0');
}

void BarList::paintEvent(QPaintEvent *event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QRect row(space::kMedium, int(i) * kRowHeight, width() - 2 * space::kMedium,
                        kRowHeight);
        if (event->rect().intersects(row))
            paintRow(painter, m_entries[i], row);
    }
}

void BarList::paintRow(QPainter &painter, const BarEntry &entry, const QRect &row) {
    const Theme &theme = m_themes.theme();
    const int digit = digitWidth();
    int right = row.right();
    const auto column = [&](int digits) {
        const QRect cell(right - digits * digit, row.top(), digits * digit, row.height());
        right = cell.left() - space::kTiny;
        return cell;
    };
    painter.setPen(theme.muted);
    if (m_unitDigits > 0) {
        painter.setFont(uiFont(-1));
        painter.drawText(column(m_unitDigits), Qt::AlignLeft | Qt::AlignVCenter, entry.unit);
    }
    painter.setFont(numberFont(-1));
    painter.setPen(theme.text);
    painter.drawText(column(m_valueDigits), Qt::AlignRight | Qt::AlignVCenter, entry.value);
    if (m_secondDigits > 0) {
        painter.setPen(theme.muted);
        painter.drawText(column(m_secondDigits), Qt::AlignRight | Qt::AlignVCenter, entry.second);
    }
    const int split = row.left() + int((right - row.left()) * kNameShare);
    paintBar(painter, entry, QRect(split, row.top(), right - split - space::kTiny, row.height()));

    if (entry.weight != 0) {
        const double height = 3 + (kRowHeight - 7) * std::min(1.0, std::abs(entry.weight));
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.weight < 0 ? theme.warn : theme.accent);
        painter.drawRoundedRect(
            QRectF(row.left() - 7, row.center().y() + 0.5 - height / 2, 3, height), 1.5, 1.5);
    }
    painter.setFont(uiFont(-1, entry.marked));
    painter.setPen(entry.marked ? theme.accent : theme.text);
    const QString name = (entry.marked ? "● " : "") + entry.name;
    const QRect nameCell(row.left(), row.top(), split - row.left() - space::kTiny, row.height());
    painter.drawText(nameCell, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, nameCell.width()));
}

void BarList::paintBar(QPainter &painter, const BarEntry &entry, const QRect &area) {
    const Theme &theme = m_themes.theme();
    const QRectF track(area.left(), area.center().y() - kBarHeight / 2 + 1, area.width(),
                       kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(track, 2, 2);
    const double fraction = std::clamp(entry.fraction, -1.0, 1.0);
    const bool middle = m_zero == Zero::Middle;
    const double zero = middle ? track.center().x() : track.left();
    const double end = zero + fraction * track.width() * (middle ? 0.5 : 1.0);
    const bool quiet = m_zero == Zero::Left && !entry.marked;
    QColor color = fraction < 0 ? theme.warn : theme.accent;
    color.setAlphaF(quiet ? 0.55f : 1.0f);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(QPointF(std::min(zero, end), track.top()),
                                   QPointF(std::max(zero, end), track.bottom())),
                            2, 2);
    if (middle) {
        painter.setPen(theme.muted);
        painter.drawLine(QPointF(zero, track.top() - 1), QPointF(zero, track.bottom() + 1));
    }
}

bool BarList::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::size_t row = std::size_t(std::max(0, help->pos().y()) / kRowHeight);
    if (row < m_entries.size())
        QToolTip::showText(help->globalPos(),
                           m_entries[row].name +
                               (m_entries[row].help.isEmpty() ? "" : "\n" + m_entries[row].help),
                           this);
    return true;
}

} // namespace paddock

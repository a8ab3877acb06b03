#include "widgets/welcome/card_button.h"

#include "widgets/theme/icons.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainterPath>
#include <QTextLayout>

namespace paddock {

namespace {
constexpr double kRadius = 8; // px
constexpr int kIcon = 24;     // px
constexpr int kWordLines = 3;
} // namespace

CardButton::CardButton(ThemeManager &themes, QWidget *parent)
    : QAbstractButton(parent), m_themes(themes) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void CardButton::setPrimary(bool primary) {
    m_primary = primary;
    update();
}

QColor CardButton::textColor() const {
    return m_primary ? theme().onAccent : theme().text;
}

QColor CardButton::mutedColor() const {
    if (!m_primary)
        return theme().muted;
    QColor soft = theme().onAccent;
    soft.setAlphaF(0.85f);
    return soft;
}

void CardButton::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath shape;
    shape.addRoundedRect(frame, kRadius, kRadius);
    const QColor plain = m_primary ? theme().accent : theme().panel;
    const bool hot = underMouse() && isEnabled();
    painter.fillPath(shape, isDown() ? theme().raised : plain);
    painter.save();
    painter.setClipPath(shape);
    paintContent(painter, frame);
    painter.restore();
    const QColor line = m_primary ? theme().text : theme().accent;
    const bool marked = hot || hasFocus();
    painter.setPen(QPen(marked      ? line
                        : m_primary ? theme().accent
                                    : theme().line,
                        hasFocus() ? 2 : 1));
    painter.drawPath(shape);
}

void CardButton::enterEvent(QEnterEvent *event) {
    QAbstractButton::enterEvent(event);
    update();
}

void CardButton::leaveEvent(QEvent *event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void CardButton::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

qreal drawWrapped(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
                  const QColor &color) {
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    QTextLayout layout(text, font);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        if (y + 2 * metrics.lineSpacing() > box.height() + 0.5 &&
            line.textStart() + line.textLength() < text.size()) {
            const QString rest =
                metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, box.width());
            painter.drawText(QPointF(box.left(), box.top() + y + metrics.ascent()), rest);
            layout.endLayout();
            return y + metrics.lineSpacing();
        }
        painter.drawText(QPointF(box.left(), box.top() + y + metrics.ascent()),
                         text.mid(line.textStart(), line.textLength()).trimmed());
        y += metrics.lineSpacing();
    }
    layout.endLayout();
    return y;
}

ActionCard::ActionCard(ThemeManager &themes, const QString &icon, const QString &title,
                       const QString &words, QWidget *parent)
    : CardButton(themes, parent), m_icon(icon), m_words(words) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(words);
}

QSize ActionCard::sizeHint() const {
    const int title = QFontMetrics(uiFont(1, true)).lineSpacing();
    const int words = QFontMetrics(uiFont()).lineSpacing() * kWordLines;
    return {240, title + words + space::kTiny + 2 * space::kLarge};
}

void ActionCard::paintContent(QPainter &painter, const QRectF &inside) {
    const QRectF box = inside.adjusted(space::kLarge, space::kLarge, -space::kLarge, -8);
    painter.drawPixmap(box.topLeft(), themedPixmap(m_icon, primary() ? textColor() : theme().accent,
                                                   kIcon, devicePixelRatioF()));
    const QRectF text = box.adjusted(kIcon + space::kMedium, 0, 0, 0);
    const qreal used = drawWrapped(painter, text, this->text(), uiFont(1, true), textColor());
    drawWrapped(painter, text.adjusted(0, used + space::kTiny, 0, 0), m_words, uiFont(),
                mutedColor());
}

} // namespace paddock

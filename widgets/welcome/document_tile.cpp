#include "widgets/welcome/document_tile.h"

#include <QFileInfo>
#include <QFontMetrics>

namespace paddock {

namespace {
constexpr double kPictureShape = 9.0 / 16.0;
constexpr int kLines = 3; // of the description
} // namespace

DocumentTile::DocumentTile(ThemeManager &themes, const QString &file, QWidget *parent)
    : CardButton(themes, parent) {
    setCard({file, QFileInfo(file).completeBaseName(), {}, {}, {}, {}});
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize DocumentTile::pictureSize() {
    return {400, int(400 * kPictureShape)};
}

void DocumentTile::setCard(const DocumentCard &card) {
    m_card = card;
    setText(card.title);
    setAccessibleName(card.title);
    setAccessibleDescription(card.problem.isEmpty() ? card.description : card.problem);
    setToolTip(card.problem.isEmpty() ? card.description + "\n\n" + card.file
                                      : card.file + "\n\n" + card.problem);
    update();
}

bool DocumentTile::matches(const QString &words) const {
    const QString all =
        m_card.title + ' ' + QFileInfo(m_card.file).fileName() + ' ' + m_card.description;
    for (const QString &word : words.split(' ', Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

int DocumentTile::heightForWidth(int width) const {
    const int picture = int(width * kPictureShape);
    const int text = QFontMetrics(uiFont(1, true)).lineSpacing() +
                     QFontMetrics(uiFont()).lineSpacing() * kLines +
                     QFontMetrics(uiFont(-1)).lineSpacing();
    return picture + text + 2 * space::kMedium + 2 * space::kTiny + 2;
}

QSize DocumentTile::sizeHint() const {
    return {260, heightForWidth(260)};
}

void DocumentTile::paintContent(QPainter &painter, const QRectF &inside) {
    const QRectF picture(inside.topLeft(), QSizeF(inside.width(), inside.width() * kPictureShape));
    if (m_card.picture.isNull())
        painter.fillRect(picture, theme().raised);
    else
        painter.drawImage(picture, m_card.picture);
    QRectF text = inside.adjusted(space::kMedium, picture.height() + space::kMedium,
                                  -space::kMedium, -space::kMedium);
    const int facts = QFontMetrics(uiFont(-1)).lineSpacing();
    const QFont title = uiFont(1, true);
    const QRectF heading(text.topLeft(), QSizeF(text.width(), QFontMetrics(title).lineSpacing()));
    const qreal used = drawWrapped(painter, heading, m_card.title, title, theme().text);
    const QRectF words = text.adjusted(0, used + space::kTiny, 0, -facts - space::kTiny);
    const bool bad = !m_card.problem.isEmpty();
    drawWrapped(painter, words, bad ? m_card.problem : m_card.description, uiFont(),
                bad ? theme().bad : theme().muted);
    text.setTop(text.bottom() - facts);
    drawWrapped(painter, text, m_card.facts, uiFont(-1), theme().text);
}

} // namespace paddock

// A document of the gallery: its plan view, title, what it is about, its size in numbers.
#pragma once

#include "widgets/welcome/card_button.h"
#include "widgets/welcome/document_shelf.h"

namespace paddock {

class DocumentTile : public CardButton {
    Q_OBJECT
  public:
    DocumentTile(ThemeManager &themes, const QString &file, QWidget *parent = nullptr);

    const DocumentCard &card() const { return m_card; }
    void setCard(const DocumentCard &card);
    bool matches(const QString &words) const; // each of them in title, file name or description
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    static QSize pictureSize(); // px, before scaling for the screen

  protected:
    void paintContent(QPainter &painter, const QRectF &inside) override;

  private:
    DocumentCard m_card;
};

} // namespace paddock

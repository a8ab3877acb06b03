// What can be clicked on the welcome page: a quiet frame that answers to mouse and keyboard, with
// content that subclasses paint.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QAbstractButton>
#include <QPainter>

namespace paddock {

class CardButton : public QAbstractButton {
    Q_OBJECT
  public:
    explicit CardButton(ThemeManager &themes, QWidget *parent = nullptr);

    // The one thing to do first wears the accent.
    void setPrimary(bool primary);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; // Enter is a click as well
    // Inside the frame; the painter is clipped to it.
    virtual void paintContent(QPainter &painter, const QRectF &inside) = 0;

    const Theme &theme() const { return m_themes.theme(); }
    bool primary() const { return m_primary; }
    QColor textColor() const;
    QColor mutedColor() const;

  private:
    ThemeManager &m_themes;
    bool m_primary = false;
};

// Draws `text` into `box` in at most as many lines as fit, the last one elided. Returns the height
// that it took.
qreal drawWrapped(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
                  const QColor &color);

// An icon, a title and a sentence: something to do.
class ActionCard : public CardButton {
    Q_OBJECT
  public:
    ActionCard(ThemeManager &themes, const QString &icon, const QString &title,
               const QString &words, QWidget *parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintContent(QPainter &painter, const QRectF &inside) override;

  private:
    QString m_icon, m_words;
};

} // namespace paddock

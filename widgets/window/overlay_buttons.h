// The overlays of the scene as buttons, as many as have room; a menu behind the last button has
// the others, and the maps of the policy.
#pragma once

#include "widgets/window/studio_actions.h"

#include <QList>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

namespace paddock {

// A square button of the bar under the scene; it goes where its action does not belong to a mode.
QToolButton *sceneButton(QAction *action);

class OverlayButtons : public QWidget {
    Q_OBJECT
  public:
    explicit OverlayButtons(StudioActions &actions, QWidget *parent = nullptr);

    int shown() const { return m_shown; } // buttons beside the menu's
    QMenu &menu() const { return *m_menu; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // of the menu's button alone

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    void fit();
    void fillMenu();

    QList<QAction *> m_overlays, m_maps;
    QList<QToolButton *> m_buttons;
    QToolButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
    int m_shown = -1; // not laid out yet
};

} // namespace paddock

// Presenter mode, for a projector: large type and no chrome, only the scene with its words and, in
// Train, the curves. Leaving it restores everything as it was.
#pragma once

#include "widgets/theme/theme_manager.h"
#include "widgets/window/scene_panel.h"

#include <QByteArray>
#include <QDockWidget>
#include <QFont>
#include <QHash>
#include <QMainWindow>
#include <QObject>
#include <QPointer>

namespace paddock {

class Presenter : public QObject {
    Q_OBJECT
  public:
    static constexpr double kScale = 1.5; // of all type

    Presenter(QMainWindow &window, ScenePanel &scene, ThemeManager &themes, QObject *parent);

    bool on() const { return m_on; }
    void enter(QDockWidget *curves); // which panel stays; null: none
    void leave();

  Q_SIGNALS:
    void changed();

  private:
    struct Looks {
        QFont font;
        QSize least, most; // px
    };
    void enlargeType(QWidget &root);
    void restoreType();
    void scaleMargins(double factor); // of the curves: room for their axes
    void hide(QWidget *widget);

    QMainWindow &m_window;
    ScenePanel &m_scene;
    ThemeManager &m_themes;
    bool m_on = false;
    QByteArray m_state; // docks and tool bars, as saveState() gives them
    Qt::WindowStates m_windowState;
    QSize m_size; // of the window
    QFont m_font; // of the application
    QList<QPointer<QWidget>> m_hidden;
    QHash<QWidget *, Looks> m_looks; // of widgets that set a font of their own
};

} // namespace paddock

// Everything that can be asked of the window, with its words, icon and keys, in one place: menus,
// tool bars, the list of shortcuts and the test for conflicts are made from it.
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>

namespace paddock {

class StudioActions : public QObject {
    Q_OBJECT
  public:
    explicit StudioActions(QWidget *window); // actions work everywhere in `window`

    // File
    QAction *newDocument, *open, *save, *saveAs, *quit;
    // Edit
    QAction *undo, *redo, *findParameter;
    // Run
    QAction *start, *pause, *step, *stop, *checkpoint, *slower, *faster, *render;
    // View
    QAction *cameraOverview, *cameraOrbit, *cameraBirdsEye, *cameraFollow, *cameraDriver;
    QAction *frameAll, *leaveWorld, *nextAgent, *previousAgent, *nextPanel;
    QAction *showGoals, *showTrails, *showLanes, *showNames, *showHud, *smoothMotion;
    QAction *themeSystem, *themeDark, *themeLight;
    QAction *fullScreen, *screenshot, *resetLayout, *referenceCurves, *clearReference;
    // Help
    QAction *shortcuts, *parameters, *about;

    struct Group {
        QString title;
        QList<QAction *> actions;
    };
    const QList<Group> &groups() const { return m_groups; } // in menu order
    QList<QAction *> all() const;
    QList<QAction *> cameras() const; // in the order of CameraMode
    QList<QAction *> overlays() const;

  private:
    QAction *add(const QString &text, const QString &help, const QString &icon,
                 const QList<QKeySequence> &keys = {});
    QAction *toggle(const QString &text, const QString &help, const QString &icon, bool on,
                    const QList<QKeySequence> &keys = {});
    void beginGroup(const QString &title);
    void addFileAndEdit();
    void addRun();
    void addView();
    void addLooks();
    void addHelp();

    QWidget *m_window;
    QList<Group> m_groups;
};

} // namespace paddock

// Everything that can be asked of the window, with its words, icon and keys, in one place: menus,
// tool bars, the list of shortcuts and the test for conflicts are made from it.
#pragma once

#include "widgets/window/studio_mode.h"

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>

#include <initializer_list>

namespace paddock {

class StudioActions : public QObject {
    Q_OBJECT
  public:
    explicit StudioActions(QWidget *window); // actions work everywhere in `window`

    // File
    QAction *newDocument, *open, *save, *saveAs, *quit;
    // Edit
    QAction *undo, *redo, *findParameter, *differences, *settings;
    // Run
    QAction *start, *pause, *step, *stop, *checkpoint, *slower, *faster, *render, *takeOver;
    // Timeline
    QAction *showTimeline, *stepBack, *playPast, *goLive, *keepEpisode, *openRecording;
    QAction *exportRecording, *exportVideo, *compareCheckpoints;
    // Drive
    QAction *driveStart, *drivePause, *driveRestart, *driveSlower, *driveFaster;
    QAction *record, *keepLap, *discardLap, *replayLap, *replayBack, *replayForward;
    QAction *trimLap, *deleteLap, *undoLaps, *trainOnLaps, *calibrate, *backToScenario;
    // Scenario
    QAction *editLine, *editWalls, *editCheckpoints, *editStarts, *editObstacles, *measure, *snap;
    QAction *insertItem, *removeItem, *smoothLine, *reverseTrack, *testDrive;
    QAction *newTrack, *importTrack;
    // Evaluate
    QAction *evaluateStart, *evaluateStop, *planOpen, *planSave, *planUndo, *planRedo;
    QAction *runPlay, *runBack, *runForward, *runClose, *exportRuns, *exportReport, *showReport;
    // Runs
    QAction *showRuns, *openRun, *resumeRun, *forkRun, *compareRuns, *archiveRuns, *deleteRuns;
    QAction *undoRuns, *showArchived, *openRunFolder, *showSweep;
    // View
    QAction *cameraOverview, *cameraOrbit, *cameraBirdsEye, *cameraFollow, *cameraDriver;
    QAction *frameAll, *leaveWorld, *nextAgent, *previousAgent, *nextPanel;
    QAction *showGoals, *showTrails, *showLanes, *showRays, *showNames, *showHud, *smoothMotion;
    QAction *showCheckpoints, *showContacts, *showVelocity, *showSteering;
    QAction *mapValue, *mapThrottle, *mapSteer;
    QAction *themeSystem, *themeDark, *themeLight;
    QAction *fullScreen, *present, *screenshot, *resetLayout, *referenceCurves, *clearReference;
    // Help
    QAction *help, *lessons, *shortcuts, *parameters, *about;

    struct Group {
        QString title;
        QList<QAction *> actions;
    };
    const QList<Group> &groups() const { return m_groups; } // in menu order
    static void describe(QAction *action);                  // its tooltip, from its words and keys
    // Many actions belong to one mode; in another they are hidden and their keys are free.
    bool belongs(const QAction *action, StudioMode mode) const;
    StudioMode mode() const { return m_mode; }
    void setMode(StudioMode mode);
    QList<QAction *> modes() const { return m_modes; } // in the order of the bar
    QAction *modeAction(StudioMode mode) const;
    static StudioMode modeOf(const QAction *modeAction);
    QList<QAction *> all() const;
    QList<QAction *> cameras() const; // in the order of CameraMode
    QList<QAction *> overlays() const;
    QList<QAction *> maps() const; // of the policy over the road; one at most is on

  private:
    QAction *add(const QString &text, const QString &help, const QString &icon,
                 const QList<QKeySequence> &keys = {});
    QAction *toggle(const QString &text, const QString &help, const QString &icon, bool on,
                    const QList<QKeySequence> &keys = {});
    void beginGroup(const QString &title);
    static void onlyIn(std::initializer_list<StudioMode> modes, const QList<QAction *> &actions);
    void addFileAndEdit();
    void addRun();
    void addTimeline();
    void addDrive();
    void addLaps();
    void addScenario();
    void addEvaluate();
    void addRuns();
    void addModes();
    void addMode(StudioMode mode, const QString &text, const QString &name, const QString &help,
                 const QKeySequence &key);
    void addView();
    void addOverlays();
    void addLooks();
    void addHelp();

    QWidget *m_window;
    StudioMode m_mode = StudioMode::Train;
    QList<Group> m_groups;
    QList<QAction *> m_modes;
};

} // namespace paddock

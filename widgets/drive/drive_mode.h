// The Drive mode: hands, drive, laps and their panels, put together around the scene.
#pragma once

#include "widgets/drive/drive_controller.h"
#include "widgets/drive/drive_hud.h"
#include "widgets/drive/drive_keys.h"
#include "widgets/drive/drive_panel.h"
#include "widgets/drive/lap_panel.h"
#include "widgets/drive/lap_replay.h"
#include "widgets/drive/lap_shelf.h"
#include "widgets/drive/take_over.h"
#include "widgets/window/mode_page.h"
#include "widgets/window/studio_parts.h"

#include <memory>

namespace paddock {

class DriveMode : public ModePage {
    Q_OBJECT
  public:
    DriveMode(const StudioParts &parts, QObject *parent);

    DrivePanel &panel() { return *m_panel; }
    LapPanel &laps() { return *m_laps; }
    DriveController &drive() { return m_drive; }
    DriveDevices &devices() { return m_devices; }
    LapShelf &shelf() { return m_shelf; }
    LapReplay &replay() { return m_replay; }

    QList<QDockWidget *> docks() const override { return {m_panelDock, m_lapsDock, &m_.logDock}; }
    void arrange() override;
    QList<QWidget *> panels() const override { return {m_panel, m_laps}; }
    void setShown(bool shown) override; // leaving pauses the drive
    void windowLeft() override;         // pauses, whatever is driven
    void start();                       // with what the panels say
    // The same from a start slot of the race, or as an agent of the intersection.
    void testDrive(int place);
    // One of our drivers moves the stick; false when there is none of this name.
    bool useHands(const QString &driver);

  Q_SIGNALS:
    void trainingWanted(); // the document is set up for training on the laps

  private:
    void connectDrive();
    void connectActions();
    void spareKeys();
    void connectReplay();
    void followDocument();
    void showScene(const Scenario &scenario);
    void begin(const Scenario &scene, int row);
    void startAs(const Scenario &scenario, int agent); // negative: the agent that the panel names
    void showDetail(const std::shared_ptr<const SessionSnapshot> &snapshot);
    void showSnapshot(const std::shared_ptr<const SessionSnapshot> &snapshot);
    void showPhase();
    void showReplay();
    void keepLaps(const std::vector<DrivenLap> &laps);
    void pressed(DriveButton button);
    void calibrate();
    QString driverName() const;

    StudioParts m_;
    DriveDevices m_devices;
    DriveController m_drive;
    LapShelf m_shelf;
    LapReplay m_replay;
    LapClock m_clock;
    DriveKeys *m_keys = nullptr;
    TakeOver *m_takeOver = nullptr;
    DrivePanel *m_panel = nullptr;
    LapPanel *m_laps = nullptr;
    QDockWidget *m_panelDock = nullptr;
    QDockWidget *m_lapsDock = nullptr;
    Scenario m_documentScene; // of the document, to tell when it becomes another one
    Scenario m_sceneScenario; // what the scene was last built from
    std::shared_ptr<const SessionSnapshot> m_newest;
    QString m_hands; // driver that moves the stick; empty: a person
    CameraMode m_camera = CameraMode::Follow;
    int m_row = 0;   // driven, in the scene
    int m_agent = 0; // the same in its family
    bool m_shown = false;
    bool m_ghost = false; // the opponent is one
};

// One world of one family, as a drive shows it.
Scenario driveScene(Scenario scenario);

} // namespace paddock

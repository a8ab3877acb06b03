// Driving an agent of a running training session by hand, and keeping what was driven.
#pragma once

#include "widgets/drive/drive_keys.h"
#include "widgets/drive/lap_shelf.h"
#include "widgets/run/run_controller.h"
#include "widgets/window/scene_panel.h"

#include <QObject>

#include <functional>

namespace paddock {

class TakeOver : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        StudioActions &actions;
        RunController &run;
        ScenePanel &scene;
        DriveDevices &devices;
        DriveKeys &keys;
        LapShelf &shelf;
        std::function<std::pair<ManualMode, AssistSpec>()> control; // as set up for driving
        std::function<void(int row)> prepareShelf;                  // for laps of that agent
    };
    TakeOver(const Parts &parts, QObject *parent);

    void setShown(bool shown); // Train has the scene; leaving it gives the agent back
    void pressed(DriveButton button);

  private:
    void toggle(bool on);
    void showTaken();
    void enableAction();
    void keep(const std::vector<DrivenLap> &laps);

    Parts m_;
    bool m_shown = true;
    bool m_holding = false;
    CameraMode m_camera = CameraMode::Overview; // before
};

} // namespace paddock

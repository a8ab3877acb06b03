// What the scene shows in Train: the worlds of the document, or of the run while there is one.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/run/run_controller.h"
#include "widgets/window/scene_panel.h"

#include <QObject>

#include <memory>

namespace paddock {

class TrainScene : public QObject {
    Q_OBJECT
  public:
    TrainScene(StudioActions &actions, ScenePanel &scene, RunController &run,
               DocumentModel &document, QObject *parent);

    // While another mode has the scene, runs go on without pictures.
    void setShown(bool shown);
    // While held, somebody shows something else in the scene; the run goes on being watched.
    void setHeld(bool held);
    const std::shared_ptr<const SessionSnapshot> &newest() const { return m_newest; }

  private:
    bool mine() const { return m_shown && !m_held; } // the scene
    void leave();
    void enter();
    void begin(const Scenario &scenario);
    void followDocument();
    void showSnapshot(const std::shared_ptr<const SessionSnapshot> &snapshot);
    void setRender();

    StudioActions &m_actions;
    ScenePanel &m_scene;
    RunController &m_run;
    DocumentModel &m_document;
    Scenario m_scenario; // what the scene was last built from
    std::shared_ptr<const SessionSnapshot> m_newest;
    bool m_used = false; // a run was shown in it
    bool m_shown = true;
    bool m_held = false;
    int m_row = 0; // picked when the scene was left
    CameraMode m_camera = CameraMode::Overview;
};

} // namespace paddock

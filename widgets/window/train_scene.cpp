#include "widgets/window/train_scene.h"

namespace paddock {

TrainScene::TrainScene(StudioActions &actions, ScenePanel &scene, RunController &run,
                       DocumentModel &document, QObject *parent)
    : QObject(parent), m_actions(actions), m_scene(scene), m_run(run), m_document(document),
      m_scenario(document.scenario()) {
    m_scene.setScenario(m_scenario);
    connect(&document, &DocumentModel::changed, this, &TrainScene::followDocument);
    connect(&run, &RunController::started, this, &TrainScene::begin);
    connect(&run, &RunController::snapshotReady, this, &TrainScene::showSnapshot);
    connect(&run, &RunController::detailReady, this,
            [this](const std::shared_ptr<const SessionSnapshot> &snapshot) {
                if (mine())
                    m_scene.setDetail(*snapshot);
            });
    connect(&run, &RunController::progressChanged, &scene, &ScenePanel::setProgress);
    connect(&scene, &ScenePanel::picked, this, [this](int row) {
        if (mine())
            m_run.watch(row);
    });
    connect(actions.render, &QAction::toggled, this, &TrainScene::setRender);
}

void TrainScene::begin(const Scenario &scenario) {
    // The first run of a document keeps the camera that somebody has set up.
    if (mine() && (m_used || changesScene(m_scenario, scenario)))
        m_scene.setScenario(scenario);
    m_scenario = scenario;
    m_newest.reset();
    m_used = true;
}

void TrainScene::followDocument() {
    if (m_run.active() || !changesScene(m_scenario, m_document.scenario()))
        return;
    m_scenario = m_document.scenario();
    m_newest.reset();
    m_used = false;
    if (mine())
        m_scene.setScenario(m_scenario);
}

void TrainScene::showSnapshot(const std::shared_ptr<const SessionSnapshot> &snapshot) {
    m_newest = snapshot;
    if (mine())
        m_scene.setSnapshot(snapshot);
}

void TrainScene::setRender() {
    const bool on = m_actions.render->isChecked();
    m_run.setRender(on && m_shown);
    m_scene.setRendering(on || !m_shown);
}

void TrainScene::leave() {
    m_row = m_scene.pickedRow();
    m_camera = m_scene.view().cameraMode();
}

void TrainScene::enter() {
    m_scene.setScenario(m_scenario);
    m_scene.setSnapshot(m_newest);
    m_scene.pick(m_row);
    m_scene.view().setCameraMode(m_camera);
    m_scene.setHud({});
    if (m_newest)
        m_scene.setDetail(*m_newest);
}

void TrainScene::setHeld(bool held) {
    if (held == m_held)
        return;
    if (held)
        leave();
    m_held = held;
    if (mine())
        enter();
}

void TrainScene::setShown(bool shown) {
    if (shown == m_shown)
        return;
    if (!shown && mine())
        leave();
    m_shown = shown;
    if (mine())
        enter();
    setRender();
}

} // namespace paddock

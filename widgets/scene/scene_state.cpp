#include "widgets/scene/scene_state.h"

#include "widgets/scene/picking.h"

#include <algorithm>
#include <utility>

namespace paddock {

void SceneState::setScenario(const Scenario &scenario) {
    replaceModel(buildSceneModel(scenario));
    m_hasScenario = true;
}

void SceneState::clearScenario() {
    replaceModel(SceneModel{});
    m_hasScenario = false;
}

void SceneState::replaceModel(SceneModel model) {
    m_model = std::move(model);
    ++m_meshVersion;
    m_snapshot.reset();
    m_trails.reset(0);
    m_contacts.clear();
    setHeat(nullptr);
    m_picked = -1;
    rig.setLayout(m_model.layout);
}

bool SceneState::setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot) {
    if (!snapshot || !m_hasScenario || snapshot == m_snapshot)
        return false;
    const SceneSnapshot &s = snapshot->scene;
    if (s.worlds < 0 || s.agentsPerWorld < 0 ||
        s.agents.size() != std::size_t(s.worlds) * std::size_t(s.agentsPerWorld))
        return false;
    m_snapshot = std::move(snapshot);
    if (s.worlds != m_model.layout.worlds()) {
        const TileLayout &old = m_model.layout;
        m_model.layout = TileLayout(s.worlds, old.tileMin(), old.tileMax(), kTileGap);
        rig.setLayout(m_model.layout);
    }
    updateSubject(addToTrails());
    markContacts();
    return true;
}

void SceneState::setHeat(std::shared_ptr<const HeatMap> heat) {
    m_heat = std::move(heat);
    ++m_heatVersion;
}

void SceneState::markContacts() {
    const SceneSnapshot &s = *scene();
    if (!m_contacts.advance(s.step))
        return;
    const CarShape &car = m_model.car;
    for (std::size_t row = 0; row < s.agents.size(); ++row)
        if (isCollision(s.agents[row].outcome))
            m_contacts.add(int(row) / s.agentsPerWorld,
                           s.agents[row].end.toParent({0.5f * (car.front - car.rear), 0}));
}

void SceneState::setPicked(int row) {
    m_picked = row;
    updateSubject(true);
}

int SceneState::subjectRow() const {
    const SceneSnapshot *s = scene();
    if (!s || s->agents.empty())
        return -1;
    if (m_picked >= 0 && m_picked < int(s->agents.size()))
        return m_picked;
    return std::max(rig.focusedWorld(), 0) * s->agentsPerWorld;
}

void SceneState::updateSubject(bool jumped) {
    const int row = subjectRow();
    if (row < 0)
        return;
    const AgentVisual &agent = scene()->agents[std::size_t(row)];
    const Vec2 origin = m_model.layout.origin(row / scene()->agentsPerWorld);
    const CarShape &car = m_model.car;
    const Pose pose{agent.pose.position + origin, agent.pose.yaw};
    rig.setSubject({pose, car.length(), car.roof, car.wheelbase}, jumped);
}

// Returns whether the car that a camera follows was put elsewhere.
bool SceneState::addToTrails() {
    const SceneSnapshot &s = *scene();
    const int rows = int(s.agents.size()), subject = subjectRow();
    bool subjectJumped = false;
    if (m_trails.rows() != rows)
        m_trails.reset(rows);
    for (int row = 0; row < rows; ++row) {
        const AgentVisual &agent = s.agents[std::size_t(row)];
        const bool wasCut = m_trails.add(row, agent.pose.position, agent.outcome != 0);
        subjectJumped |= wasCut && row == subject;
    }
    return subjectJumped;
}

int SceneState::agentAt(QPointF pixel) const {
    if (!scene() || m_model.scenario.vehicles.empty())
        return -1;
    return pickAgent(rig.camera(), pixel, *scene(), m_model.layout,
                     m_model.scenario.agentVehicle());
}

int SceneState::worldAt(QPointF pixel) const {
    const auto ground = rig.camera().groundAt(pixel);
    return ground ? m_model.layout.worldAt(*ground) : -1;
}

void SceneState::setTheme(const SceneTheme &theme) {
    m_theme = theme;
    ++m_meshVersion;
}

SceneFrame SceneState::frame(const Camera &camera, const SessionSnapshot *shown) const {
    const bool fits = shown && shown->scene.worlds == m_model.layout.worlds();
    SceneFrame frame{m_model,
                     fits ? &shown->scene : nullptr,
                     fits ? &shown->picked : nullptr,
                     m_trails,
                     camera,
                     m_theme,
                     overlays,
                     m_picked};
    frame.ghost = ghost;
    frame.markPicked = markPicked;
    frame.contacts = &m_contacts;
    frame.heat = m_heat.get();
    frame.heatVersion = m_heatVersion;
    const CameraMode mode = rig.mode();
    const int row = frame.scene ? subjectRow() : -1;
    if (row >= 0 && (mode == CameraMode::Follow || mode == CameraMode::Driver)) {
        frame.subjectWorld = row / frame.scene->agentsPerWorld;
        frame.driver = mode == CameraMode::Driver ? row : -1;
    }
    return frame;
}

} // namespace paddock

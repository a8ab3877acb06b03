// What the scene shows right now: worlds, cars, trails, cameras and choices. No GL; the canvas
// draws it.
#pragma once

#include "core/run/training_session.h"
#include "widgets/scene/camera_rig.h"
#include "widgets/scene/contact_marks.h"
#include "widgets/scene/frame_batches.h"

#include <QStringList>

#include <memory>

namespace paddock {

class SceneState {
  public:
    // Forgets the snapshot, the trails and the picked agent.
    void setScenario(const Scenario &scenario);
    void clearScenario();
    bool hasScenario() const { return m_hasScenario; }
    const SceneModel &model() const { return m_model; }

    // False when it is not one: null, the one shown already, or sizes that contradict each other.
    bool setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot);
    const std::shared_ptr<const SessionSnapshot> &snapshot() const { return m_snapshot; }
    const SceneSnapshot *scene() const { return m_snapshot ? &m_snapshot->scene : nullptr; }

    void setPicked(int row);
    int picked() const { return m_picked; }
    // Row that a following camera looks after: the picked one, else the first of the enlarged
    // world; -1: none.
    int subjectRow() const;
    // Tells the cameras where that car is; `jumped`: not by driving there.
    void updateSubject(bool jumped);

    // Row under a pixel, -1 for none.
    int agentAt(QPointF pixel) const;
    int worldAt(QPointF pixel) const;

    // Meshes must be made again when this number changes.
    int meshVersion() const { return m_meshVersion; }
    void setTheme(const SceneTheme &theme);
    const SceneTheme &theme() const { return m_theme; }

    // Borrows; `shown` is what the picture shows, null for nothing.
    SceneFrame frame(const Camera &camera, const SessionSnapshot *shown) const;

    CameraRig rig;
    SceneOverlays overlays;
    QStringList hudLines;
    QString banner, bannerBelow; // in the middle, large and small
    int ghost = -1;              // row that is only a picture of a lap
    bool markPicked = true;      // a disc around the picked car

    void setHeat(std::shared_ptr<const HeatMap> heat); // over the road; null: none
    const std::shared_ptr<const HeatMap> &heat() const { return m_heat; }

  private:
    void replaceModel(SceneModel model);
    bool addToTrails();
    void markContacts();

    SceneModel m_model;
    bool m_hasScenario = false;
    int m_meshVersion = 0;
    std::shared_ptr<const SessionSnapshot> m_snapshot;
    Trails m_trails;
    ContactMarks m_contacts;
    std::shared_ptr<const HeatMap> m_heat;
    int m_heatVersion = 0;
    SceneTheme m_theme;
    int m_picked = -1;
};

} // namespace paddock

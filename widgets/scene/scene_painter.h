// Draws what a SceneState shows: GL first, words over it. Knows whether things move or rest.
#pragma once

#include "widgets/scene/frame_clock.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/scene/scene_state.h"

#include <QObject>
#include <QPainter>
#include <QTimer>

namespace paddock {

// What a picture was drawn from; its words must say the same.
struct DrawnScene {
    Camera camera;
    std::shared_ptr<const SessionSnapshot> snapshot;
};

class ScenePainter : public QObject {
    Q_OBJECT
  public:
    explicit ScenePainter(SceneState &state); // `state` must outlive the painter

    // These three need a current context; the renderer lives as long as that context.
    QString create(); // why the scene cannot be drawn; empty when it can
    void release();
    DrawnScene draw(QSize pixels, GLuint target); // moves the cameras on

    bool isReady() const { return m_renderer != nullptr; }
    void paintWords(QPainter &painter, const DrawnScene &drawn, QRectF picture) const;
    void finishPicture(); // counts it and plans the next

    void setStep(float seconds) { m_step = seconds; } // between pictures, instead of the clock
    void setSamples(int samples); // -1: chosen by what draws and whether things move
    int samples() const;
    bool isMoving() const { return m_wasMoving; } // cameras, at the last picture
    double framesPerSecond() const { return m_frames.perSecond(); }

  Q_SIGNALS:
    void pictureWanted();

  private:
    SceneState &m_state;
    std::unique_ptr<SceneRenderer> m_renderer; // null while there is no context
    int m_uploadedMeshes = -1;
    int m_wantedSamples = -1;
    FrameClock m_frames;
    float m_step = -1; // s, negative: as the clock says
    bool m_wasMoving = false;
    QTimer m_rest;           // runs out when nothing has changed for a while
    bool m_isAtRest = false; // the next picture is the one that stays
};

} // namespace paddock

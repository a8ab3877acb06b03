// The surface that a SceneState is drawn on: GL first, words over it. Only to be made where
// openGlProblem() is empty.
#pragma once

#include "widgets/scene/frame_clock.h"
#include "widgets/scene/scene_renderer.h"

#include <QOpenGLWidget>
#include <QTimer>

namespace paddock {

class SceneState;

// Why this display cannot show the scene; empty when it can. Asks once per program.
QString openGlProblem();

class SceneCanvas : public QOpenGLWidget {
    Q_OBJECT
  public:
    // `state` must outlive the canvas.
    SceneCanvas(SceneState &state, QWidget *parent);
    ~SceneCanvas() override;

    void setSamples(int samples); // -1: chosen by what draws and whether things move
    int samples() const;
    double framesPerSecond() const { return m_frames.perSecond(); }

  Q_SIGNALS:
    void failed(const QString &why); // the context came, but the scene cannot use it

  protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

  private:
    void releaseGl();
    void paintWords(const SceneFrame &frame);
    void planNext();

    SceneState &m_state;
    std::unique_ptr<SceneRenderer> m_renderer; // null while there is no context
    QMetaObject::Connection m_contextEnds;
    int m_uploadedMeshes = -1;
    int m_wantedSamples = -1;
    FrameClock m_frames;
    bool m_wasMoving = false;
    QTimer m_rest;           // runs out when nothing has changed for a while
    bool m_isAtRest = false; // the next picture is the one that stays
};

} // namespace paddock

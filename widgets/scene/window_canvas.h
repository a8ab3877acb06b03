// The scene as a part of the window that OpenGL composes: right for graphics cards.
#pragma once

#include "widgets/scene/scene_canvas.h"
#include "widgets/scene/scene_painter.h"

#include <QOpenGLWidget>

namespace paddock {

class WindowCanvas : public QOpenGLWidget, public SceneCanvas {
    Q_OBJECT
  public:
    WindowCanvas(SceneState &state, FailureHandler failed, QWidget *parent);
    ~WindowCanvas() override;

    void redraw() override { update(); }
    void setSamples(int samples) override { m_painter.setSamples(samples); }
    int samples() const override { return m_painter.samples(); }
    void setSmoothness(Smoothness) override {} // a graphics card takes nothing from the training
    double framesPerSecond() const override { return m_painter.framesPerSecond(); }
    QImage picture() override { return grabFramebuffer(); }

  protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

  private:
    void releaseGl();

    SceneState &m_state;
    ScenePainter m_painter;
    FailureHandler m_failed;
    QMetaObject::Connection m_contextEnds;
};

} // namespace paddock

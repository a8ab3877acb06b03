// The scene without a window: pictures of any size, in time that somebody else counts. Needs the
// application and a display that has OpenGL 3.3.
#pragma once

#include "widgets/scene/scene_painter.h"
#include "widgets/scene/scene_state.h"

#include <QImage>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>

#include <memory>

namespace paddock {

class OffscreenScene {
  public:
    explicit OffscreenScene(QSize pixels);
    ~OffscreenScene();

    const QString &error() const { return m_error; } // why there can be no pictures; empty: fine
    SceneState &state() { return m_state; }
    // What the state shows, `seconds` after the picture before: cameras move by that much.
    QImage draw(float seconds);

  private:
    QString prepare();

    QSize m_size;
    QString m_error;
    SceneState m_state;
    ScenePainter m_painter{m_state};
    QOffscreenSurface m_surface;
    QOpenGLContext m_context;
    std::unique_ptr<QOpenGLFramebufferObject> m_buffer;
};

} // namespace paddock

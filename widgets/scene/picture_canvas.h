// The scene drawn into a picture of its own and read back: right for software rasterisers. With
// OpenGL in the window, every change of any label would be composed by the processor as well.
//
// A picture is begun, the rasteriser works on it in threads of its own, and a timer looks whether
// it stands: the window never waits.
#pragma once

#include "widgets/scene/picture_pace.h"
#include "widgets/scene/scene_painter.h"

#include <QElapsedTimer>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QWidget>

#include <optional>
#include <vector>

namespace paddock {

class PictureCanvas : public QWidget, public SceneCanvas {
    Q_OBJECT
  public:
    PictureCanvas(SceneState &state, FailureHandler failed, QWidget *parent);
    ~PictureCanvas() override;

    void redraw() override;
    void setSamples(int samples) override { m_painter.setSamples(samples); }
    int samples() const override { return m_painter.samples(); }
    void setSmoothness(Smoothness smoothness) override { m_pace.setSmoothness(smoothness); }
    double framesPerSecond() const override { return m_painter.framesPerSecond(); }
    QImage picture() override;

  protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

  private:
    bool makeReady(); // context current, buffer of the right size
    bool makeCurrent();
    void begin();
    void look();
    void finish();
    void readBack();
    double now() const { return double(m_clock.nsecsElapsed()) * 1e-6; } // ms

    SceneState &m_state;
    ScenePainter m_painter;
    FailureHandler m_failed;
    PicturePace m_pace;
    QElapsedTimer m_clock;
    QTimer m_next; // until the next picture may be begun
    QTimer m_look; // while one is in the making
    bool m_isWanted = false;
    bool m_hasFailed = false;

    QOffscreenSurface m_surface;
    QOpenGLContext m_context;
    Gl m_gl;
    std::unique_ptr<QOpenGLFramebufferObject> m_buffer;
    GLsync m_fence = nullptr;            // of the picture in the making
    std::optional<DrawnScene> m_drawn;   // the same
    double m_began = 0;                  // ms, the same
    std::vector<std::uint32_t> m_pixels; // as read: bottom row first, red in the low byte
    QImage m_picture;                    // the last one that stands, with its words
};

} // namespace paddock

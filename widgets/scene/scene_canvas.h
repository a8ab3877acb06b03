// The surface that a SceneState is drawn on, of one of two kinds. Only to be made where glSupport()
// tells of no problem.
#pragma once

#include <QImage>
#include <QString>

#include <functional>

class QWidget;

namespace paddock {

class SceneState;

enum class SceneSurface {
    Automatic, // Window on a graphics card, Picture on a software rasteriser
    Window,    // OpenGL composes the whole window
    Picture,   // drawn beside the window and read back, so that all else is painted without OpenGL
};

// How eagerly pictures are made where that takes time from the training.
enum class Smoothness { Balanced, Smooth };

class SceneCanvas {
  public:
    // Called when the context came but the scene cannot use it.
    using FailureHandler = std::function<void(const QString &why)>;
    virtual ~SceneCanvas() = default;

    virtual void redraw() = 0;                // soon, once for any number of calls
    virtual void setSamples(int samples) = 0; // -1: by what draws and whether things move
    virtual int samples() const = 0;
    virtual void setSmoothness(Smoothness smoothness) = 0;
    virtual double framesPerSecond() const = 0;
    virtual QImage picture() = 0; // as it is now, in device pixels
};

// `state` must outlive the canvas, which is a child widget of `parent`, stored to `widget`.
SceneCanvas *createCanvas(SceneSurface surface, SceneState &state,
                          SceneCanvas::FailureHandler failed, QWidget *parent, QWidget *&widget);

} // namespace paddock

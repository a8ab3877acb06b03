#include "widgets/scene/scene_canvas.h"

#include "widgets/scene/gl_support.h"
#include "widgets/scene/picture_canvas.h"
#include "widgets/scene/window_canvas.h"

#include <utility>

namespace paddock {

SceneCanvas *createCanvas(SceneSurface surface, SceneState &state,
                          SceneCanvas::FailureHandler failed, QWidget *parent, QWidget *&widget) {
    if (surface == SceneSurface::Automatic)
        surface = glSupport().isSoftware ? SceneSurface::Picture : SceneSurface::Window;
    if (surface == SceneSurface::Picture) {
        auto *canvas = new PictureCanvas(state, std::move(failed), parent);
        widget = canvas;
        return canvas;
    }
    auto *canvas = new WindowCanvas(state, std::move(failed), parent);
    widget = canvas;
    return canvas;
}

} // namespace paddock

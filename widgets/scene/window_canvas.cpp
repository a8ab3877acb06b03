#include "widgets/scene/window_canvas.h"

#include "widgets/scene/gl_support.h"

#include <QOpenGLContext>

#include <utility>

namespace paddock {

WindowCanvas::WindowCanvas(SceneState &state, FailureHandler failed, QWidget *parent)
    : QOpenGLWidget(parent), m_state(state), m_painter(state), m_failed(std::move(failed)) {
    setFormat(sceneFormat());
    setAttribute(Qt::WA_TransparentForMouseEvents); // the view handles hands
    connect(&m_painter, &ScenePainter::pictureWanted, this, qOverload<>(&QWidget::update));
}

WindowCanvas::~WindowCanvas() {
    releaseGl();
}

void WindowCanvas::initializeGL() {
    // Called again whenever the context is a new one, e.g. after the view moved to another window.
    releaseGl();
    m_contextEnds =
        connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { releaseGl(); });
    const QString why = m_painter.create();
    if (!why.isEmpty())
        m_failed(why);
}

void WindowCanvas::releaseGl() {
    disconnect(m_contextEnds);
    if (!m_painter.isReady())
        return;
    makeCurrent();
    m_painter.release();
}

void WindowCanvas::resizeGL(int width, int height) {
    m_state.rig.setPictureSize(QSizeF(width, height));
}

void WindowCanvas::paintGL() {
    if (!m_painter.isReady())
        return;
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    const DrawnScene drawn = m_painter.draw(pixels, defaultFramebufferObject());
    QPainter painter(this);
    m_painter.paintWords(painter, drawn, QRectF(rect()));
    painter.end();
    m_painter.finishPicture();
}

} // namespace paddock

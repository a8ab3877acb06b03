#include "widgets/scene/offscreen_scene.h"

#include "widgets/scene/gl_support.h"

#include <algorithm>

namespace paddock {

namespace {
constexpr int kSmooth = 4;               // samples of a pixel
constexpr double kWordsAreMadeFor = 900; // px high; words grow with larger pictures
} // namespace

OffscreenScene::OffscreenScene(QSize pixels) : m_size(pixels) {
    m_error = prepare();
}

OffscreenScene::~OffscreenScene() {
    if (!m_context.isValid() || !m_context.makeCurrent(&m_surface))
        return;
    m_painter.release();
    m_buffer.reset();
    m_context.doneCurrent();
}

QString OffscreenScene::prepare() {
    const QString none = ScenePainter::tr("OpenGL 3.3 is not available on this display.");
    m_surface.setFormat(sceneFormat());
    m_surface.create();
    m_context.setFormat(sceneFormat());
    if (!m_surface.isValid() || !m_context.create() || !m_context.makeCurrent(&m_surface))
        return none;
    if (const QString why = m_painter.create(); !why.isEmpty())
        return why;
    QOpenGLFramebufferObjectFormat format;
    format.setAttachment(QOpenGLFramebufferObject::Depth);
    format.setInternalTextureFormat(GL_RGBA8);
    m_buffer = std::make_unique<QOpenGLFramebufferObject>(m_size, format);
    if (!m_buffer->isValid())
        return ScenePainter::tr("A picture of %1x%2 pixels is more than this display can draw.")
            .arg(m_size.width())
            .arg(m_size.height());
    m_painter.setSamples(kSmooth);
    return {};
}

QImage OffscreenScene::draw(float seconds) {
    if (!m_error.isEmpty() || !m_context.makeCurrent(&m_surface))
        return {};
    const double ratio = std::max(1.0, m_size.height() / kWordsAreMadeFor);
    const QSizeF logical = QSizeF(m_size) / ratio;
    m_state.rig.setPictureSize(logical);
    m_painter.setStep(seconds);
    const DrawnScene drawn = m_painter.draw(m_size, m_buffer->handle());
    QImage picture = m_buffer->toImage().convertToFormat(QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    QPainter painter(&picture);
    m_painter.paintWords(painter, drawn, QRectF(QPointF(0, 0), logical));
    painter.end();
    picture.setDevicePixelRatio(1);
    return picture;
}

} // namespace paddock

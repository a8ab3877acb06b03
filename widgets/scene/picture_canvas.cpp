#include "widgets/scene/picture_canvas.h"

#include "widgets/scene/gl_support.h"

#include <QPaintEvent>

#include <utility>

namespace paddock {

namespace {

constexpr int kLookPeriod = 4; // ms

// Rows top down, and the bytes in the order that QPainter likes best.
void toImage(const std::vector<std::uint32_t> &pixels, QImage &image) {
    const int width = image.width(), height = image.height();
    for (int y = 0; y < height; ++y) {
        const std::uint32_t *from =
            pixels.data() + std::size_t(height - 1 - y) * std::size_t(width);
        auto *to = reinterpret_cast<std::uint32_t *>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const std::uint32_t p = from[x];
            to[x] = 0xFF000000u | (p & 0x0000FF00u) | (p & 0xFFu) << 16 | (p >> 16 & 0xFFu);
        }
    }
}

} // namespace

PictureCanvas::PictureCanvas(SceneState &state, FailureHandler failed, QWidget *parent)
    : QWidget(parent), m_state(state), m_painter(state), m_failed(std::move(failed)) {
    setAttribute(Qt::WA_TransparentForMouseEvents); // the view handles hands
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_clock.start();
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    m_look.setInterval(kLookPeriod);
    m_look.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &PictureCanvas::begin);
    connect(&m_look, &QTimer::timeout, this, &PictureCanvas::look);
    connect(&m_painter, &ScenePainter::pictureWanted, this, &PictureCanvas::redraw);
    m_surface.setFormat(sceneFormat());
    m_surface.create();
    m_context.setFormat(sceneFormat());
}

PictureCanvas::~PictureCanvas() {
    if (!m_context.isValid() || !makeCurrent())
        return;
    if (m_fence)
        m_gl.glDeleteSync(m_fence);
    m_painter.release();
    m_buffer.reset();
    m_context.doneCurrent();
}

// Made with the first picture, so that the window stands before the rasteriser starts its threads.
bool PictureCanvas::makeReady() {
    if (m_hasFailed || size().isEmpty())
        return false;
    if (!m_context.isValid() && !m_context.create())
        return false;
    if (!makeCurrent())
        return false;
    if (!m_painter.isReady()) {
        const QString why = m_gl.initializeOpenGLFunctions()
                                ? m_painter.create()
                                : tr("OpenGL 3.3 is not available on this display.");
        m_hasFailed = !why.isEmpty();
        if (m_hasFailed) {
            m_failed(why);
            return false;
        }
    }
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (!m_buffer || m_buffer->size() != pixels) {
        QOpenGLFramebufferObjectFormat format;
        format.setAttachment(QOpenGLFramebufferObject::Depth);
        format.setInternalTextureFormat(GL_RGBA8);
        m_buffer = std::make_unique<QOpenGLFramebufferObject>(pixels, format);
    }
    return m_buffer->isValid();
}

bool PictureCanvas::makeCurrent() {
    return QOpenGLContext::currentContext() == &m_context || m_context.makeCurrent(&m_surface);
}

void PictureCanvas::redraw() {
    m_isWanted = true;
    if (m_fence || m_next.isActive() || !isVisible())
        return;
    const double wait = m_pace.next(m_painter.isMoving()) - now();
    m_next.start(wait > 0 ? int(wait + 0.5) : 0);
}

void PictureCanvas::begin() {
    if (m_fence || !makeReady())
        return;
    m_isWanted = false;
    m_began = now();
    m_drawn = m_painter.draw(m_buffer->size(), m_buffer->handle());
    m_fence = m_gl.glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    m_gl.glFlush();
    m_look.start();
}

void PictureCanvas::look() {
    if (!makeCurrent())
        return;
    if (m_gl.glClientWaitSync(m_fence, 0, 0) != GL_TIMEOUT_EXPIRED)
        finish();
}

void PictureCanvas::finish() {
    m_look.stop();
    m_gl.glDeleteSync(std::exchange(m_fence, nullptr));
    readBack();
    m_pace.add(m_began, now());
    m_painter.finishPicture();
    update();
    if (m_isWanted)
        redraw();
}

void PictureCanvas::readBack() {
    const QSize size = m_buffer->size();
    m_pixels.resize(std::size_t(size.width()) * std::size_t(size.height()));
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, m_buffer->handle());
    m_gl.glReadPixels(0, 0, size.width(), size.height(), GL_RGBA, GL_UNSIGNED_BYTE,
                      m_pixels.data());
    if (m_picture.size() != size)
        m_picture = QImage(size, QImage::Format_RGB32);
    const double ratio = devicePixelRatioF();
    m_picture.setDevicePixelRatio(ratio);
    toImage(m_pixels, m_picture);
    QPainter painter(&m_picture);
    m_painter.paintWords(painter, *m_drawn, QRectF(QPointF(0, 0), QSizeF(size) / ratio));
}

// Whoever asks for the picture gets it at once, even while the scene is hidden.
QImage PictureCanvas::picture() {
    if (m_fence && makeCurrent()) {
        m_gl.glDeleteSync(std::exchange(m_fence, nullptr));
        m_look.stop();
    }
    m_state.rig.setPictureSize(QSizeF(size()));
    if (!makeReady())
        return {};
    m_isWanted = false;
    m_drawn = m_painter.draw(m_buffer->size(), m_buffer->handle());
    readBack();
    m_painter.finishPicture();
    update();
    return m_picture;
}

void PictureCanvas::paintEvent(QPaintEvent *event) {
    QPainter painter(this);
    const bool fits = m_picture.size() == (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (m_picture.isNull())
        painter.fillRect(event->rect(), m_state.theme().background);
    else if (fits)
        painter.drawImage(0, 0, m_picture);
    else
        painter.drawImage(rect(), m_picture); // until the next one
}

void PictureCanvas::resizeEvent(QResizeEvent *) {
    m_state.rig.setPictureSize(QSizeF(size()));
    redraw();
}

void PictureCanvas::showEvent(QShowEvent *) {
    redraw();
}

} // namespace paddock

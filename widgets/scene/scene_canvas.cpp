#include "widgets/scene/scene_canvas.h"

#include "widgets/scene/labels.h"
#include "widgets/scene/scene_state.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace paddock {

namespace {

constexpr int kSmoothSamples = 4;
// Multisampling triples the time of a picture on a software rasteriser: there only a scene at rest
// gets it.
constexpr int kRestMilliseconds = 180;

QSurfaceFormat wantedFormat() {
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    format.setSamples(0); // the scene has its own antialiased buffer, words need none
    return format;
}

QString findOpenGlProblem() {
    // These platforms have no window that GL could be shown in; asking Qt for one ends in a crash.
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
        return SceneCanvas::tr("This display has no graphics for 3D pictures.");
    QOpenGLContext context;
    context.setFormat(wantedFormat());
    QOffscreenSurface surface;
    surface.setFormat(wantedFormat());
    surface.create();
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface))
        return SceneCanvas::tr("This display offers no OpenGL.");
    Gl gl;
    if (!gl.initializeOpenGLFunctions())
        return SceneCanvas::tr("This display offers OpenGL %1.%2; the scene needs 3.3.")
            .arg(context.format().majorVersion())
            .arg(context.format().minorVersion());
    context.doneCurrent();
    return {};
}

} // namespace

QString openGlProblem() {
    static const QString problem = findOpenGlProblem();
    return problem;
}

SceneCanvas::SceneCanvas(SceneState &state, QWidget *parent)
    : QOpenGLWidget(parent), m_state(state) {
    setFormat(wantedFormat());
    setAttribute(Qt::WA_TransparentForMouseEvents); // the view handles hands
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_isAtRest = true;
        update();
    });
}

SceneCanvas::~SceneCanvas() {
    releaseGl();
}

void SceneCanvas::setSamples(int samples) {
    m_wantedSamples = samples;
    update();
}

int SceneCanvas::samples() const {
    if (m_wantedSamples >= 0)
        return std::max(m_wantedSamples, 1);
    const bool isSoftware = m_renderer && m_renderer->isSoftware();
    return isSoftware && !m_isAtRest ? 1 : kSmoothSamples;
}

void SceneCanvas::initializeGL() {
    // Called again whenever the context is a new one, e.g. after the view moved to another window.
    releaseGl();
    m_renderer = std::make_unique<SceneRenderer>();
    m_contextEnds =
        connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { releaseGl(); });
    if (m_renderer->error().isEmpty())
        return;
    const QString why = m_renderer->error();
    m_renderer.reset();
    Q_EMIT failed(why);
}

void SceneCanvas::releaseGl() {
    disconnect(m_contextEnds);
    m_uploadedMeshes = -1;
    if (!m_renderer)
        return;
    makeCurrent();
    m_renderer.reset();
}

void SceneCanvas::resizeGL(int width, int height) {
    m_state.rig.setPictureSize(QSizeF(width, height));
}

void SceneCanvas::paintGL() {
    if (!m_renderer)
        return;
    if (m_uploadedMeshes != m_state.meshVersion())
        m_renderer->setModel(m_state.model(), m_state.theme());
    m_uploadedMeshes = m_state.meshVersion();
    const float seconds = m_frames.restart();
    m_state.rig.advance(m_wasMoving ? seconds : 0);

    const Camera camera = m_state.rig.camera();
    const SceneFrame frame = m_state.frame(camera);
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    m_renderer->draw(frame, pixels, defaultFramebufferObject(), samples());
    paintWords(frame);
    m_frames.tick();
    planNext();
}

void SceneCanvas::paintWords(const SceneFrame &frame) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF picture(rect());
    if (!m_state.hasScenario())
        drawHint(painter, tr("Open a scenario or start a run: its worlds appear here."),
                 m_state.theme(), picture);
    const QRectF panel = m_state.overlays.hud ? hudPanel(m_state.hudLines, picture) : QRectF();
    if (m_state.overlays.names)
        drawNames(painter, frame, picture, panel);
    drawHud(painter, m_state.hudLines, m_state.theme(), panel);
}

// Goes on while a camera moves; asks for one smooth picture when nothing does.
void SceneCanvas::planNext() {
    m_wasMoving = m_state.rig.moving();
    if (m_wasMoving)
        update();
    if (std::exchange(m_isAtRest, false) || samples() == kSmoothSamples)
        m_rest.stop();
    else
        m_rest.start();
}

} // namespace paddock

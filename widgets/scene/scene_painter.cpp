#include "widgets/scene/scene_painter.h"

#include "widgets/scene/labels.h"

#include <algorithm>
#include <utility>

namespace paddock {

namespace {

constexpr int kSmoothSamples = 4;
// Multisampling triples the time of a picture on a software rasteriser: there only a scene at rest
// gets it. Longer than an update of the policy, during which nothing moves either.
constexpr int kRestMilliseconds = 450;

} // namespace

ScenePainter::ScenePainter(SceneState &state) : m_state(state) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_isAtRest = true;
        Q_EMIT pictureWanted();
    });
}

QString ScenePainter::create() {
    release();
    m_renderer = std::make_unique<SceneRenderer>();
    const QString error = m_renderer->error();
    if (!error.isEmpty())
        m_renderer.reset();
    return error;
}

void ScenePainter::release() {
    m_uploadedMeshes = -1;
    m_renderer.reset();
}

DrawnScene ScenePainter::draw(QSize pixels, GLuint target) {
    if (m_uploadedMeshes != m_state.meshVersion())
        m_renderer->setModel(m_state.model(), m_state.theme());
    m_uploadedMeshes = m_state.meshVersion();
    const float seconds = m_frames.restart();
    m_state.rig.advance(m_step >= 0 ? m_step : m_wasMoving ? seconds : 0);
    DrawnScene drawn{m_state.rig.camera(), m_state.snapshot()};
    m_renderer->draw(m_state.frame(drawn.camera, drawn.snapshot.get()), pixels, target, samples());
    return drawn;
}

void ScenePainter::paintWords(QPainter &painter, const DrawnScene &drawn, QRectF picture) const {
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_state.hasScenario())
        drawHint(painter, tr("Open a scenario or start a run: its worlds appear here."),
                 m_state.theme(), picture);
    const QRectF panel = m_state.overlays.hud ? hudPanel(m_state.hudLines, picture) : QRectF();
    if (m_state.overlays.names)
        drawNames(painter, m_state.frame(drawn.camera, drawn.snapshot.get()), picture, panel);
    if (m_state.heat())
        drawHeatLegend(painter, m_state.heat()->legend, m_state.theme(), picture);
    drawHud(painter, m_state.hudLines, m_state.theme(), panel);
    QRectF below = picture;
    if (!panel.isEmpty())
        below.setTop(panel.bottom());
    drawBanner(painter, m_state.banner, m_state.bannerBelow, m_state.theme(), below);
}

// Goes on while a camera moves; asks for one smooth picture when nothing does.
void ScenePainter::finishPicture() {
    m_frames.tick();
    m_wasMoving = m_state.rig.moving();
    if (m_wasMoving)
        Q_EMIT pictureWanted();
    if (std::exchange(m_isAtRest, false) || samples() == kSmoothSamples)
        m_rest.stop();
    else
        m_rest.start();
}

void ScenePainter::setSamples(int samples) {
    m_wantedSamples = samples;
    Q_EMIT pictureWanted();
}

int ScenePainter::samples() const {
    if (m_wantedSamples >= 0)
        return std::max(m_wantedSamples, 1);
    const bool isSoftware = m_renderer && m_renderer->isSoftware();
    return isSoftware && !m_isAtRest ? 1 : kSmoothSamples;
}

} // namespace paddock

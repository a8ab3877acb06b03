#include "widgets/scene/scene_view.h"

#include "widgets/scene/gl_support.h"
#include "widgets/scene/scene_state.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace paddock {

namespace {

constexpr double kDragPixels = 4;
constexpr double kZoomPerNotch = 0.85;

} // namespace

struct SceneView::Impl {
    SceneState state;
    SceneCanvas *canvas = nullptr; // null where there is no OpenGL
    QWidget *canvasWidget = nullptr;
    QString failure;
    CameraMode announced = CameraMode::Overview;

    QPointF pressedAt, draggedTo;
    Qt::MouseButton pressed = Qt::NoButton;
    bool isDragging = false;
};

SceneView::SceneView(QWidget *parent, SceneSurface surface)
    : QWidget(parent), m_impl(std::make_unique<Impl>()) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 90);
    setAccessibleName(tr("Scene"));
    setAccessibleDescription(tr("All worlds as tiles. Click a car to pick it, double click a tile "
                                "to enlarge it, Escape shows all again."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const QString problem = glSupport().problem;
    if (!problem.isEmpty()) {
        showFailure(problem);
        return;
    }
    // Not at once: the canvas is in the middle of being set up when it says so.
    const auto failed = [this](const QString &why) {
        QMetaObject::invokeMethod(
            this, [this, why] { showFailure(why); }, Qt::QueuedConnection);
    };
    m_impl->canvas = createCanvas(surface, m_impl->state, failed, this, m_impl->canvasWidget);
    layout->addWidget(m_impl->canvasWidget);
}

SceneView::~SceneView() {
    delete std::exchange(m_impl->canvas, nullptr);
}

void SceneView::showFailure(const QString &why) {
    m_impl->failure = why;
    delete std::exchange(m_impl->canvas, nullptr);
    auto *words = new QLabel(
        tr("%1\n\nTraining, plots and everything else work without the scene.").arg(why), this);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setMargin(24);
    layout()->addWidget(words);
}

void SceneView::redraw() {
    if (m_impl->canvas)
        m_impl->canvas->redraw();
}

void SceneView::setScenario(const Scenario &scenario) {
    m_impl->state.setScenario(scenario);
    redraw();
}

void SceneView::clearScenario() {
    m_impl->state.clearScenario();
    redraw();
}

void SceneView::setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot) {
    if (m_impl->state.setSnapshot(std::move(snapshot)))
        redraw();
}

void SceneView::setPicked(int row) {
    if (m_impl->state.picked() == row)
        return;
    m_impl->state.setPicked(row);
    redraw();
}

int SceneView::picked() const {
    return m_impl->state.picked();
}

void SceneView::setCameraMode(CameraMode mode) {
    m_impl->state.updateSubject(false);
    m_impl->state.rig.setMode(mode);
    redrawAndAnnounceMode();
}

CameraMode SceneView::cameraMode() const {
    return m_impl->state.rig.mode();
}

void SceneView::redrawAndAnnounceMode() {
    redraw();
    const CameraMode mode = cameraMode();
    if (std::exchange(m_impl->announced, mode) != mode)
        Q_EMIT cameraModeChanged(mode);
}

void SceneView::frameAll() {
    zoomToWorld(-1);
}

void SceneView::zoomToWorld(int world) {
    m_impl->state.rig.frame(world);
    redrawAndAnnounceMode();
}

void SceneView::setOverlays(const SceneOverlays &overlays) {
    if (m_impl->state.overlays == overlays)
        return;
    m_impl->state.overlays = overlays;
    redraw();
}

SceneOverlays SceneView::overlays() const {
    return m_impl->state.overlays;
}

void SceneView::setSceneTheme(const SceneTheme &theme) {
    m_impl->state.setTheme(theme);
    redraw();
}

void SceneView::setHudLines(const QStringList &lines) {
    if (m_impl->state.hudLines == lines)
        return;
    m_impl->state.hudLines = lines;
    if (m_impl->state.overlays.hud)
        redraw();
}

QStringList SceneView::hudLines() const {
    return m_impl->state.hudLines;
}

void SceneView::setBanner(const QString &words, const QString &below) {
    if (m_impl->state.banner == words && m_impl->state.bannerBelow == below)
        return;
    m_impl->state.banner = words;
    m_impl->state.bannerBelow = below;
    redraw();
}

QString SceneView::banner() const {
    return m_impl->state.banner;
}

void SceneView::setGhost(int row) {
    if (m_impl->state.ghost == row)
        return;
    m_impl->state.ghost = row;
    redraw();
}

void SceneView::setHeat(std::shared_ptr<const HeatMap> heat) {
    if (m_impl->state.heat() == heat)
        return;
    m_impl->state.setHeat(std::move(heat));
    redraw();
}

std::shared_ptr<const HeatMap> SceneView::heat() const {
    return m_impl->state.heat();
}

void SceneView::setPickMarked(bool on) {
    m_impl->state.markPicked = on;
    redraw();
}

double SceneView::framesPerSecond() const {
    return m_impl->canvas ? m_impl->canvas->framesPerSecond() : 0;
}

void SceneView::setSamples(int samples) {
    if (m_impl->canvas)
        m_impl->canvas->setSamples(samples);
}

int SceneView::samples() const {
    return m_impl->canvas ? m_impl->canvas->samples() : 0;
}

void SceneView::setSmoothness(Smoothness smoothness) {
    if (m_impl->canvas)
        m_impl->canvas->setSmoothness(smoothness);
}

QImage SceneView::grabFramebuffer() {
    return m_impl->canvas ? m_impl->canvas->picture() : QImage();
}

QString SceneView::failure() const {
    return m_impl->failure;
}

void SceneView::mousePressEvent(QMouseEvent *event) {
    Impl &d = *m_impl;
    d.pressed = event->button();
    d.pressedAt = d.draggedTo = event->position();
    d.isDragging = false;
}

void SceneView::mouseMoveEvent(QMouseEvent *event) {
    Impl &d = *m_impl;
    if (d.pressed == Qt::NoButton)
        return;
    const QPointF now = event->position();
    if (!d.isDragging && (now - d.pressedAt).manhattanLength() < kDragPixels)
        return;
    d.isDragging = true;
    if (d.pressed == Qt::LeftButton && cameraMode() != CameraMode::BirdsEye)
        d.state.rig.orbit(now - d.draggedTo);
    else
        d.state.rig.pan(d.draggedTo, now);
    d.draggedTo = now;
    redrawAndAnnounceMode();
}

void SceneView::mouseReleaseEvent(QMouseEvent *event) {
    Impl &d = *m_impl;
    const bool isClick = d.pressed == Qt::LeftButton && !d.isDragging;
    d.pressed = Qt::NoButton;
    const int row = isClick ? d.state.agentAt(event->position()) : -1;
    if (row < 0)
        return;
    setPicked(row);
    Q_EMIT agentPicked(row);
}

void SceneView::mouseDoubleClickEvent(QMouseEvent *event) {
    m_impl->pressed = Qt::NoButton;
    if (event->button() != Qt::LeftButton)
        return;
    const int world = m_impl->state.worldAt(event->position());
    if (world >= 0)
        zoomToWorld(world);
}

void SceneView::wheelEvent(QWheelEvent *event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0)
        return;
    m_impl->state.rig.zoom(event->position(), float(std::pow(kZoomPerNotch, notches)));
    redrawAndAnnounceMode();
    event->accept();
}

void SceneView::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && m_impl->state.rig.focusedWorld() >= 0)
        zoomToWorld(-1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace paddock

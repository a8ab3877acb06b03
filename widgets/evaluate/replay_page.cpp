#include "widgets/evaluate/replay_page.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace paddock {

namespace {
constexpr int kFramePeriod = 33; // ms
} // namespace

ReplayPage::ReplayPage(StudioActions &actions, ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes), m_actions(actions) {
    m_timer.setInterval(kFramePeriod);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(buildBar(actions));
    connect(&m_timer, &QTimer::timeout, this, &ReplayPage::advance);
    connect(actions.runClose, &QAction::triggered, this, &ReplayPage::close);
    connect(actions.runPlay, &QAction::triggered, this, &ReplayPage::togglePlay);
    connect(actions.runBack, &QAction::triggered, this, [this] {
        setPlaying(false);
        seek(m_frame - 1);
    });
    connect(actions.runForward, &QAction::triggered, this, [this] {
        setPlaying(false);
        seek(m_frame + 1);
    });
    connect(&themes, &ThemeManager::changed, this, [this] {
        if (m_view)
            m_view->setSceneTheme(sceneTheme(m_themes.theme()));
    });
}

QWidget *ReplayPage::buildBar(StudioActions &actions) {
    auto *bar = new QWidget;
    bar->setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kMedium, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addWidget(actionButton(actions.runClose, true));
    m_title = new QLabel;
    m_title->setFont(uiFont(0, true));
    m_title->setMinimumWidth(220);
    layout->addWidget(m_title);
    for (QAction *action : {actions.runBack, actions.runPlay, actions.runForward})
        layout->addWidget(actionButton(action));
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setAccessibleName(tr("Moment of the run"));
    m_slider->setMinimumWidth(120);
    connect(m_slider, &QSlider::valueChanged, this, [this](int frame) {
        setPlaying(false);
        seek(frame);
    });
    layout->addWidget(m_slider, 1);
    m_time = new QLabel;
    m_time->setFont(numberFont());
    layout->addWidget(m_time);
    const auto camera = [&](const QString &name, CameraMode mode) {
        auto *button = new QToolButton;
        button->setText(name);
        button->setObjectName("segment");
        connect(button, &QToolButton::clicked, this, [this, mode] {
            if (m_view)
                m_view->setCameraMode(mode);
        });
        layout->addWidget(button);
    };
    camera(tr("From above"), CameraMode::BirdsEye);
    camera(tr("3D"), CameraMode::Orbit);
    camera(tr("Follow"), CameraMode::Follow);
    return bar;
}

// Made when it is first needed: a scene costs memory and time.
void ReplayPage::makeView() {
    if (m_view)
        return;
    m_view = new SceneView;
    m_view->setFocusPolicy(Qt::StrongFocus);
    m_view->setAccessibleName(tr("Scene of the run"));
    m_view->setSceneTheme(sceneTheme(m_themes.theme()));
    connect(m_view, &SceneView::agentPicked, m_view, &SceneView::setPicked);
    m_layout->insertWidget(0, m_view, 1);
}

int ReplayPage::frames() const {
    return m_replay ? int(m_replay->frames.size()) : 0;
}

void ReplayPage::open(std::shared_ptr<const EpisodeReplay> replay, const QString &title) {
    makeView();
    m_replay = std::move(replay);
    m_title->setText(title);
    m_view->setScenario(m_replay->scenario);
    m_view->setPicked(0);
    m_view->setCameraMode(CameraMode::BirdsEye);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(0, frames() - 1));
    }
    m_frame = 0;
    showFrame();
    setPlaying(true);
    m_view->setFocus();
}

void ReplayPage::close() {
    if (!m_replay)
        return;
    setPlaying(false);
    m_replay.reset();
    Q_EMIT closed();
}

void ReplayPage::togglePlay() {
    if (!m_replay)
        return;
    if (!playing() && m_frame >= frames() - 1)
        seek(0);
    setPlaying(!playing());
}

void ReplayPage::setPlaying(bool on) {
    m_playedFrom = m_frame;
    m_clock.start();
    on ? m_timer.start() : m_timer.stop();
    const QString icon = on ? "pause" : "play";
    setIconName(m_actions.runPlay, icon);
    m_actions.runPlay->setIcon(themedIcon(icon, m_themes.theme()));
}

void ReplayPage::advance() {
    const int passed = int(double(m_clock.elapsed()) * 1e-3 / m_replay->period);
    m_frame = std::min(m_playedFrom + passed, frames() - 1);
    showFrame();
    if (m_frame == frames() - 1)
        setPlaying(false);
}

void ReplayPage::seek(int frame) {
    if (!m_replay)
        return;
    m_frame = std::clamp(frame, 0, std::max(0, frames() - 1));
    showFrame();
}

void ReplayPage::showFrame() {
    if (frames() == 0)
        return;
    auto snapshot = std::make_shared<SessionSnapshot>();
    snapshot->scene = m_replay->frames[std::size_t(m_frame)];
    m_view->setSnapshot(std::move(snapshot));
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(m_frame);
    m_time->setText(tr("%1 s of %2 s")
                        .arg(decimalText(m_frame * m_replay->period, 2),
                             decimalText((frames() - 1) * m_replay->period, 2)));
}

} // namespace paddock

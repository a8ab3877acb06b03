#include "widgets/window/scene_panel.h"

#include "core/scenario/scenario_io.h"
#include "core/task/task.h"
#include "widgets/drive/drive_hud.h"
#include "widgets/theme/number_text.h"
#include "widgets/window/overlay_buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace paddock {

namespace {

constexpr double kDegrees = 180 / 3.14159265358979323846;
constexpr int kNoticeTime = 10'000; // ms

QFrame *separator() {
    auto *line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFixedHeight(20);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    return line;
}

} // namespace

HudWords::HudWords(const Scenario &scenario)
    : throttles(scenario.kind == ScenarioKind::Racing ? scenario.racing.throttles
                                                      : scenario.task.throttles),
      steers(scenario.kind == ScenarioKind::Racing ? scenario.racing.steers : scenario.task.steers),
      steeringLimit(scenario.vehicles.empty() ? 0 : scenario.agentVehicle().steeringLimit) {
    for (const NamedQuantity &term : taskLayout(scenario).rewardTerms)
        terms << QString::fromStdString(term.name).replace('_', ' ');
}

namespace {

QString timeLine(const SessionSnapshot &snapshot, const SessionProgress &progress,
                 double framesPerSecond) {
    return ScenePanel::tr("%1 s   %2x real time   %3 frames/s")
        .arg(decimalText(snapshot.scene.simTime, 1), valueText(progress.realTimeFactor, 3),
             decimalText(framesPerSecond, 0));
}

// The choice of a branch that led here; `otherwise` where none is known.
double chosen(const AgentDetail &agent, std::size_t branch, const std::vector<double> &choices,
              double otherwise) {
    if (branch >= agent.action.size() || agent.action[branch] < 0 ||
        std::size_t(agent.action[branch]) >= choices.size())
        return otherwise;
    return choices[std::size_t(agent.action[branch])];
}

QString motionLine(const AgentDetail &agent, const AgentVisual &body, const HudWords &words) {
    const double throttle = chosen(agent, 0, words.throttles, body.throttle);
    const double share = words.steeringLimit > 0 ? body.steerCommand / words.steeringLimit : 0;
    const double steer = chosen(agent, 1, words.steers, share) * words.steeringLimit;
    return ScenePanel::tr("%1 m/s   throttle %2 of %3   steer %4° of %5°")
        .arg(decimalText(body.speed, 2), percentText(body.throttle), percentText(throttle),
             decimalText(body.steer * kDegrees, 0), decimalText(steer * kDegrees, 0));
}

// "speed 3.40   collision -1.00": what the return is made of.
QString termLine(const AgentDetail &agent, const HudWords &words) {
    QStringList parts;
    for (std::size_t i = 0; i < agent.returnTerms.size(); ++i)
        if (agent.returnTerms[i] != 0)
            parts << words.terms.value(int(i)) + " " + decimalText(double(agent.returnTerms[i]), 2);
    return parts.isEmpty() ? ScenePanel::tr("nothing paid yet") : "= " + parts.join("   ");
}

// Who is picked, and how it fares; empty without one.
QStringList pickedLines(const SessionSnapshot &snapshot, const SessionProgress &progress,
                        const HudWords &words) {
    const AgentDetail &agent = snapshot.picked;
    const int row = agent.row;
    if (row < 0 || std::size_t(row) >= snapshot.scene.agents.size())
        return {};
    const int perWorld = std::max(1, snapshot.scene.agentsPerWorld);
    double sum = 0;
    for (float term : agent.returnTerms)
        sum += term;
    const QString driver = agent.byHand
                               ? ScenePanel::tr("you drive A%1").arg(row % perWorld + 1)
                               : ScenePanel::tr("policy@%1").arg(groupedCount(progress.steps));
    QStringList lines{ScenePanel::tr("World %1   Agent %2   %3")
                          .arg(row / perWorld + 1)
                          .arg(row % perWorld + 1)
                          .arg(driver),
                      motionLine(agent, snapshot.scene.agents[std::size_t(row)], words),
                      ScenePanel::tr("episode step %1   return %2")
                          .arg(agent.episodeStep)
                          .arg(decimalText(sum, 2)),
                      termLine(agent, words)};
    std::optional<double> delta;
    if (agent.race.delta)
        delta = double(*agent.race.delta);
    QStringList race = raceLines(agent.race, delta);
    const QString collisions = ScenePanel::tr("collisions %1").arg(groupedCount(agent.collisions));
    if (race.isEmpty())
        lines.back() += "   " + collisions;
    else
        race.back() += "   " + collisions;
    return lines + race;
}

} // namespace

QString hudLine(const SessionSnapshot &snapshot, const SessionProgress &progress,
                double framesPerSecond, const HudWords &words) {
    const QStringList picked = pickedLines(snapshot, progress, words);
    const QString time = timeLine(snapshot, progress, framesPerSecond);
    return picked.isEmpty() ? time : time + "   " + picked.front();
}

QStringList hudLines(const SessionSnapshot &snapshot, const SessionProgress &progress,
                     double framesPerSecond, const HudWords &words) {
    return QStringList(timeLine(snapshot, progress, framesPerSecond)) +
           pickedLines(snapshot, progress, words);
}

bool changesScene(const Scenario &before, const Scenario &after) {
    // A run keeps the track under another file name; what counts is what it holds.
    if (before.track != after.track)
        return true;
    for (const FieldDifference &d : differences(before, after))
        if (d.path != "track" && d.path.rfind("training.", 0) != 0 &&
            d.path.rfind("randomization.", 0) != 0)
            return true;
    return false;
}

ScenePanel::ScenePanel(StudioActions &actions, ThemeManager &themes, QWidget *parent)
    : QWidget(parent) {
    m_view = new SceneView;
    m_view->setFocusPolicy(Qt::StrongFocus);
    m_view->setAccessibleName(tr("Scene of all worlds"));
    m_view->setMinimumSize(320, 200);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_view);
    m_stack->addWidget(buildQuietPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildNotice());
    m_bar = buildBar(actions);
    layout->addWidget(m_bar);
    connectActions(actions);
    const auto recolour = [this, &themes] { m_view->setSceneTheme(sceneTheme(themes.theme())); };
    connect(&themes, &ThemeManager::changed, this, recolour);
    recolour();
    connect(m_view, &SceneView::agentPicked, this, &ScenePanel::pick);
}

QWidget *ScenePanel::buildQuietPage() {
    auto *page = new QLabel(tr("<p style='font-size:x-large'>Render off</p><p>Training goes on; no "
                               "pictures are made of it.<br>Ctrl+R shows the worlds again.</p>"));
    page->setAlignment(Qt::AlignCenter);
    page->setProperty("role", "muted");
    page->setAutoFillBackground(true);
    return page;
}

QWidget *ScenePanel::buildNotice() {
    m_notice = new QWidget;
    m_notice->setAutoFillBackground(true);
    m_noticeText = new QLabel;
    m_noticeButton = new QToolButton;
    m_noticeButton->setAccessibleName(tr("Answer"));
    auto *layout = new QHBoxLayout(m_notice);
    layout->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(m_noticeButton);
    m_notice->hide();
    m_noticeTimer.setSingleShot(true);
    m_noticeTimer.setInterval(kNoticeTime);
    connect(&m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
    connect(m_noticeButton, &QToolButton::clicked, this, [this] {
        m_notice->hide();
        if (const auto act = std::exchange(m_noticeAct, {}))
            act();
    });
    return m_notice;
}

void ScenePanel::showNotice(const QString &text, const QString &button, std::function<void()> act) {
    m_noticeText->setText(text);
    m_noticeButton->setText(button);
    m_noticeButton->setAccessibleName(button);
    m_noticeButton->setVisible(!button.isEmpty());
    m_noticeAct = std::move(act);
    m_notice->show();
    m_noticeTimer.start();
}

QWidget *ScenePanel::buildBar(StudioActions &actions) {
    auto *bar = new QWidget;
    bar->setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kTiny);
    layout->setSpacing(space::kTiny);
    for (QAction *camera : actions.cameras())
        layout->addWidget(sceneButton(camera));
    layout->addWidget(sceneButton(actions.frameAll));
    layout->addWidget(separator());
    layout->addWidget(new OverlayButtons(actions));
    layout->addStretch(1);
    layout->addWidget(sceneButton(actions.takeOver));
    layout->addWidget(separator());
    addPicker(*layout, actions);
    return bar;
}

void ScenePanel::addPicker(QHBoxLayout &layout, StudioActions &actions) {
    const auto spin = [this](const QString &name) {
        auto *box = new QSpinBox;
        box->setLocale(QLocale::c());
        box->setRange(1, 1);
        box->setFont(numberFont());
        box->setAccessibleName(name);
        box->setToolTip(name);
        connect(box, &QSpinBox::valueChanged, this,
                [this] { pick((m_world->value() - 1) * m_agents + m_agent->value() - 1); });
        return box;
    };
    const auto caption = [](const QString &text) {
        auto *label = new QLabel(text);
        label->setProperty("role", "muted");
        return label;
    };
    m_world = spin(tr("Picked world"));
    m_agent = spin(tr("Picked agent"));
    layout.addWidget(sceneButton(actions.previousAgent));
    layout.addWidget(caption(tr("World")));
    layout.addWidget(m_world);
    layout.addWidget(caption(tr("Agent")));
    layout.addWidget(m_agent);
    layout.addWidget(sceneButton(actions.nextAgent));
}

void ScenePanel::connectActions(StudioActions &actions) {
    const QList<QAction *> cameras = actions.cameras();
    for (int i = 0; i < cameras.size(); ++i)
        connect(cameras[i], &QAction::triggered, this,
                [this, i] { m_view->setCameraMode(CameraMode(i)); });
    connect(m_view, &SceneView::cameraModeChanged, this,
            [cameras](CameraMode mode) { cameras[int(mode)]->setChecked(true); });
    connect(actions.frameAll, &QAction::triggered, m_view, &SceneView::frameAll);
    connect(actions.leaveWorld, &QAction::triggered, this, [this] { m_view->zoomToWorld(-1); });
    connect(actions.nextAgent, &QAction::triggered, this, [this] { pickBy(1); });
    connect(actions.previousAgent, &QAction::triggered, this, [this] { pickBy(-1); });
    const auto overlays = [this, &actions] {
        SceneOverlays shown;
        shown.goals = actions.showGoals->isChecked();
        shown.trails = actions.showTrails->isChecked();
        shown.laneBounds = actions.showLanes->isChecked();
        shown.rays = actions.showRays->isChecked();
        shown.names = actions.showNames->isChecked();
        shown.hud = actions.showHud->isChecked();
        shown.checkpoints = actions.showCheckpoints->isChecked();
        shown.contacts = actions.showContacts->isChecked();
        shown.velocity = actions.showVelocity->isChecked();
        shown.steering = actions.showSteering->isChecked();
        m_view->setOverlays(shown);
    };
    for (QAction *overlay : actions.overlays())
        connect(overlay, &QAction::toggled, this, overlays);
    overlays();
}

void ScenePanel::setScenario(const Scenario &scenario) {
    m_worlds = int(scenario.parallel.worlds);
    m_agents = scenario.agentsPerWorld();
    m_hudWords = HudWords(scenario);
    const int row = std::max(m_view->picked(), 0);
    m_view->setScenario(scenario);
    const QSignalBlocker quietWorld(m_world), quietAgent(m_agent);
    m_world->setRange(1, m_worlds);
    m_agent->setRange(1, m_agents);
    pick(std::min(row, m_worlds * m_agents - 1));
}

void ScenePanel::pick(int row) {
    if (row < 0 || row >= m_worlds * m_agents)
        return;
    m_view->setPicked(row);
    showPicked(row);
    Q_EMIT picked(row);
}

void ScenePanel::showPicked(int row) {
    const QSignalBlocker quietWorld(m_world), quietAgent(m_agent);
    m_world->setValue(row / m_agents + 1);
    m_agent->setValue(row % m_agents + 1);
}

void ScenePanel::pickBy(int offset) {
    const int rows = m_worlds * m_agents;
    pick((std::max(m_view->picked(), 0) + offset + rows) % rows);
}

void ScenePanel::setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot) {
    m_view->setSnapshot(std::move(snapshot));
}

void ScenePanel::setStrip(QWidget *strip) {
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, strip);
}

void ScenePanel::setTaken(int row) {
    m_taken = row;
}

void ScenePanel::setDetail(const SessionSnapshot &snapshot) {
    const CameraMode mode = m_view->cameraMode();
    const double rate = m_view->framesPerSecond();
    QStringList lines = mode == CameraMode::Overview || mode == CameraMode::BirdsEye
                            ? QStringList{hudLine(snapshot, m_progress, rate, m_hudWords)}
                            : hudLines(snapshot, m_progress, rate, m_hudWords);
    if (m_taken >= 0 && m_taken != snapshot.picked.row)
        lines << tr("you drive A%1 of world %2")
                     .arg(m_taken % m_agents + 1)
                     .arg(m_taken / m_agents + 1);
    m_view->setHudLines(lines);
}

void ScenePanel::setRendering(bool on) {
    m_stack->setCurrentIndex(on ? 0 : 1);
}

} // namespace paddock

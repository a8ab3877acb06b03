#include "widgets/drive/drive_mode.h"

#include "core/scenario/scenario_io.h"
#include "core/scenario/scene_edit.h"
#include "widgets/drive/automatic_hands.h"
#include "widgets/input/calibration_dialog.h"
#include "widgets/input/keyboard_drive.h"
#include "widgets/theme/number_text.h"
#include "widgets/window/dock_panel.h"

#include <cmath>

namespace paddock {

Scenario driveScene(Scenario scenario) {
    scenario.parallel.worlds = 1;
    scenario.parallel.families = 1;
    return scenario;
}

DriveMode::DriveMode(const StudioParts &parts, QObject *parent)
    : ModePage(parent), m_(parts), m_devices(parts.settings), m_drive(m_devices),
      m_shelf(parts.runsFolder + "/demonstrations") {
    m_keys = new DriveKeys(&m_.scene.view(), m_devices, this);
    spareKeys();
    m_panel = new DrivePanel({m_.actions, m_drive, m_devices, m_shelf, m_.themes, m_.runsFolder});
    m_laps =
        new LapPanel({m_.actions, m_shelf, m_replay, m_drive, m_.document, m_.settings, m_.themes});
    m_panelDock = new DockPanel("drive", tr("Drive"), m_panel, m_.themes, &m_.window);
    m_lapsDock = new DockPanel("laps", tr("Laps"), m_laps, m_.themes, &m_.window);
    m_takeOver = new TakeOver({m_.actions, m_.run, m_.scene, m_devices, *m_keys, m_shelf,
                               [this] { return std::pair(m_panel->mode(), m_panel->assist()); },
                               [this](int row) {
                                   const Scenario &scenario = m_.document.scenario();
                                   m_shelf.setScenario(scenario, row % int(scenario.agents.count));
                               }},
                              this);
    connectDrive();
    connectActions();
    connectReplay();
    connect(&m_.document, &DocumentModel::changed, this, &DriveMode::followDocument);
    connect(m_panel, &DrivePanel::agentChanged, this, [this](int agent) {
        if (agent >= 0)
            m_shelf.setScenario(m_.document.scenario(), agent);
    });
    connect(m_panel, &DrivePanel::assistChanged, this,
            [this] { m_drive.setAssist(m_panel->mode(), m_panel->assist()); });
    connect(m_laps, &LapPanel::trainingWanted, this, &DriveMode::trainingWanted);
    connect(&m_shelf, &LapShelf::problem, this, &DriveMode::problem);
    followDocument();
}

void DriveMode::connectDrive() {
    connect(&m_drive, &DriveController::started, this, &DriveMode::begin);
    connect(&m_drive, &DriveController::snapshotReady, this, &DriveMode::showSnapshot);
    connect(&m_drive, &DriveController::detailReady, this, &DriveMode::showDetail);
    connect(&m_drive, &DriveController::phaseChanged, this, &DriveMode::showPhase);
    connect(&m_drive, &DriveController::statusChanged, this, &DriveMode::showPhase);
    connect(&m_drive, &DriveController::lapsReady, this, &DriveMode::keepLaps);
    connect(&m_drive, &DriveController::eventsReady, &m_.log, &EventLog::append);
    connect(&m_drive, &DriveController::failed, this, [this](const Error &error) {
        m_panel->showProblem(QString::fromStdString(error.problems.front().text()));
        Q_EMIT problem(tr("The drive cannot go on"), error);
    });
    connect(&m_devices, &DriveDevices::chosenLost, this, [this](const QString &name) {
        m_.log.note(EventLevel::Warning, tr("%1 was unplugged").arg(name));
    });
    connect(&m_devices, &DriveDevices::chosenBack, this, [this](const QString &name) {
        m_.log.note(EventLevel::Info, tr("%1 is plugged in again").arg(name));
    });
    connect(&m_devices, &DriveDevices::buttonPressed, this, &DriveMode::pressed);
    connect(m_keys, &DriveKeys::left, this, [this] {
        if (m_shown)
            m_drive.pause(tr("You have left the wheel"));
    });
}

void DriveMode::connectActions() {
    StudioActions &a = m_.actions;
    connect(a.driveStart, &QAction::triggered, this, &DriveMode::start);
    connect(a.drivePause, &QAction::triggered, this, [this] {
        if (m_drive.phase() == DriveController::Phase::Paused)
            m_.scene.view().setFocus();
        m_drive.togglePause();
    });
    connect(a.driveRestart, &QAction::triggered, &m_drive, &DriveController::restart);
    connect(a.record, &QAction::triggered, this, [this](bool on) {
        m_drive.resume();
        m_drive.arm(on);
        if (on)
            m_.scene.view().setFocus();
    });
    connect(a.calibrate, &QAction::triggered, this, &DriveMode::calibrate);
}

// While driving, the keys of these stay shortcuts; those that steer never do.
void DriveMode::spareKeys() {
    StudioActions &a = m_.actions;
    const QList<QAction *> spared{a.drivePause, a.driveRestart, a.record,     a.keepLap,
                                  a.discardLap, a.driveSlower,  a.driveFaster};
    const auto follow = [this, spared] {
        QSet<int> keys;
        for (const QAction *action : spared)
            for (const QKeySequence &key : action->shortcuts())
                if (!key.isEmpty() && !KeyboardDrive::steers(key[0].key()))
                    keys.insert(key[0].key());
        m_keys->setSpared(keys);
    };
    for (const QAction *action : spared)
        connect(action, &QAction::changed, this, follow);
    follow();
}

void DriveMode::connectReplay() {
    connect(&m_replay, &LapReplay::snapshotReady, this,
            [this](std::shared_ptr<const SessionSnapshot> snapshot) {
                if (m_shown)
                    m_.scene.setSnapshot(std::move(snapshot));
            });
    connect(&m_replay, &LapReplay::shownChanged, this, &DriveMode::showReplay);
    connect(&m_replay, &LapReplay::moved, this, &DriveMode::showReplay);
}

void DriveMode::followDocument() {
    const Scenario scene = driveScene(m_.document.scenario());
    const bool changed = changesScene(m_documentScene, scene);
    if (!m_shown && !changed)
        return;
    m_documentScene = scene;
    m_panel->setScenario(m_.document.scenario());
    m_shelf.setScenario(m_.document.scenario(), std::max(m_panel->agent(), 0));
    if (!changed)
        return;
    m_drive.stop();
    m_replay.close();
    m_newest.reset();
    m_row = 0;
    m_ghost = false;
    showScene(scene);
}

void DriveMode::showScene(const Scenario &scenario) {
    m_sceneScenario = scenario;
    if (!m_shown)
        return;
    m_.scene.setScenario(scenario);
    m_.scene.pick(m_row);
    m_.scene.view().setCameraMode(m_newest ? m_camera : CameraMode::Overview);
    m_.scene.view().setGhost(m_ghost ? scenario.agentsPerWorld() - 1 : -1);
    if (m_newest)
        m_.scene.setSnapshot(m_newest);
}

void DriveMode::arrange() {
    QMainWindow &window = m_.window;
    window.addDockWidget(Qt::LeftDockWidgetArea, m_panelDock);
    window.addDockWidget(Qt::RightDockWidgetArea, m_lapsDock);
    window.addDockWidget(Qt::BottomDockWidgetArea, &m_.logDock);
    m_panelDock->show();
    m_lapsDock->show();
    m_.logDock.hide(); // the panels tell what matters; View > Panels has it
    const bool small = window.width() < 1400;
    window.resizeDocks({m_panelDock, m_lapsDock}, {small ? 340 : 352, small ? 312 : 352},
                       Qt::Horizontal);
}

void DriveMode::setShown(bool shown) {
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_takeOver->setShown(!shown);
    m_devices.setActive(shown);
    m_.scene.view().setPickMarked(!shown);
    if (shown) {
        m_panel->setScenario(m_.document.scenario());
        m_shelf.setScenario(m_.document.scenario(), std::max(m_panel->agent(), 0));
        showScene(m_sceneScenario);
        m_.scene.setHud({});
        showPhase();
        return;
    }
    if (m_newest)
        m_camera = m_.scene.view().cameraMode();
    m_drive.pause(tr("Another mode was on"));
    m_replay.close();
    m_keys->setDriving(false);
    m_.scene.view().setBanner({});
    m_.scene.view().setGhost(-1);
}

void DriveMode::start() {
    startAs(m_.document.scenario(), -1);
}

void DriveMode::testDrive(int place) {
    const Scenario &scenario = m_.document.scenario();
    if (scenario.kind == ScenarioKind::Racing)
        startAs(startedFrom(scenario, place), 0);
    else
        startAs(scenario, place);
}

void DriveMode::startAs(const Scenario &scenario, int agent) {
    const std::vector<Problem> problems = validate(scenario, m_.document.title().toStdString());
    if (!problems.empty())
        return Q_EMIT problem(tr("The document cannot be driven yet"), Error(problems));
    DriveSetup setup;
    setup.scenario = scenario;
    setup.seed = std::uint64_t(scenario.training.seed);
    setup.lapsWanted = m_laps->lapsWanted()->value();
    if (!m_panel->apply(setup))
        return;
    if (agent >= 0)
        setup.agent = agent;
    m_ghost = setup.opponent == OpponentKind::Ghost;
    m_replay.close();
    if (!m_hands.isEmpty())
        m_drive.setHands(automaticHands(m_hands, scenario));
    m_drive.start(std::move(setup));
    m_.scene.view().setFocus();
}

void DriveMode::begin(const Scenario &scene, int row) {
    if (m_shown && m_newest) // the camera of the drive before stays
        m_camera = m_.scene.view().cameraMode();
    m_row = row;
    m_agent = std::max(m_panel->agent(), 0);
    m_clock.reset();
    m_newest.reset();
    showScene(scene);
    if (m_shown)
        m_.scene.view().setCameraMode(m_camera);
}

void DriveMode::showSnapshot(const std::shared_ptr<const SessionSnapshot> &snapshot) {
    m_newest = snapshot;
    m_clock.update(snapshot->picked.race);
    if (m_shown && !m_replay.shown())
        m_.scene.setSnapshot(snapshot);
}

QString DriveMode::driverName() const {
    QString name = m_hands.isEmpty() ? QString() : tr("%1 (automatic hand)").arg(m_hands);
    for (const DriveDevice &device : m_devices.devices())
        if (name.isEmpty() && device.id == m_devices.chosen())
            name = device.name;
    QString line = tr("%1 drives A%2").arg(name).arg(m_agent + 1);
    if (m_panel->assist().autoThrottle)
        line += "   " + tr("throttle help");
    if (m_panel->assist().speedCap < 1)
        line += "   " + tr("cap %1").arg(percentText(m_panel->assist().speedCap));
    return line;
}

void DriveMode::showDetail(const std::shared_ptr<const SessionSnapshot> &snapshot) {
    if (!m_shown || m_replay.shown())
        return;
    const double limit = m_sceneScenario.agentVehicle().steeringLimit;
    m_.scene.setHud(driveHudLines({*snapshot, m_drive.status(), m_row, driverName(), limit,
                                   m_.scene.view().framesPerSecond(), m_clock.delta()}));
}

// Keys belong to driving while it moves; the words over the scene say what it waits for.
void DriveMode::showPhase() {
    using Phase = DriveController::Phase;
    if (m_drive.moving() && m_replay.shown())
        m_replay.close();
    if (!m_shown)
        return;
    m_keys->setDriving(m_drive.moving());
    SceneView &view = m_.scene.view();
    if (m_replay.shown())
        return view.setBanner({});
    switch (m_drive.phase()) {
    case Phase::Idle:
        return view.setBanner(tr("Ready to drive"),
                              tr("F5 puts you at the wheel of %1")
                                  .arg(QString::fromStdString(m_.document.scenario().name)));
    case Phase::Preparing:
        return view.setBanner(tr("Preparing"));
    case Phase::Countdown:
        return view.setBanner(QString::number(int(std::ceil(m_drive.status().countdown))),
                              tr("Recording begins"));
    case Phase::Paused:
        return view.setBanner(tr("Paused"),
                              m_drive.pauseReason().isEmpty()
                                  ? tr("Space goes on")
                                  : tr("%1. Space goes on").arg(m_drive.pauseReason()));
    case Phase::Driving:
    case Phase::Ended:
        return view.setBanner({});
    }
}

void DriveMode::showReplay() {
    if (!m_replay.shown()) {
        if (m_shown && m_newest) {
            m_.scene.setSnapshot(m_newest);
            m_.scene.view().setGhost(m_ghost ? m_sceneScenario.agentsPerWorld() - 1 : -1);
        }
        return showPhase();
    }
    m_drive.pause(tr("A lap is being shown"));
    m_.scene.view().setGhost(-1);
    m_.scene.view().setBanner({});
    if (!m_shown)
        return;
    const double period = m_shelf.meta().decisionPeriod;
    const auto chunk = m_laps->list().selected();
    m_.scene.setHud(
        {tr("Replay of lap %1").arg(chunk ? *chunk + 1 : 0),
         tr("%1 s of %2 s   row %3 of %4")
             .arg(decimalText(m_replay.seconds(), 2), decimalText(m_replay.rows() * period, 2))
             .arg(m_replay.row() + 1)
             .arg(m_replay.rows())});
    if (m_.scene.view().cameraMode() == CameraMode::Overview)
        m_.scene.view().setCameraMode(CameraMode::BirdsEye);
}

void DriveMode::keepLaps(const std::vector<DrivenLap> &laps) {
    for (const DrivenLap &lap : laps) {
        if (lap.recorded)
            m_shelf.add(lap);
        m_laps->showLast(lap);
    }
    if (!m_shelf.laps().empty() && !m_replay.shown())
        m_laps->list().select(m_shelf.laps().back().chunk);
}

void DriveMode::pressed(DriveButton button) {
    if (!m_shown)
        return m_takeOver->pressed(button);
    switch (button) {
    case DriveButton::Arm:
        return m_.actions.record->trigger();
    case DriveButton::Discard:
        return m_.actions.discardLap->trigger();
    case DriveButton::Redo:
        return m_.actions.driveRestart->trigger();
    case DriveButton::Pause:
        return m_.actions.drivePause->trigger();
    }
}

void DriveMode::windowLeft() {
    m_drive.pause(tr("The window had lost the keyboard"));
}

void DriveMode::calibrate() {
    m_drive.pause();
    CalibrationDialog dialog(m_devices, m_.themes, m_panel->window());
    dialog.exec();
}

bool DriveMode::useHands(const QString &driver) {
    m_hands = driver;
    return driver.isEmpty() || automaticHands(driver, m_.document.scenario());
}

} // namespace paddock

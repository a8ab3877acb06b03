#include "widgets/drive/drive_controller.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace paddock {

namespace {

constexpr int kPollPeriod = 16;    // ms
constexpr int kTicksPerDetail = 6; // numbers that people read

// What somebody sees at once when it changes.
bool tellsOfChange(const DriveStatus &before, const DriveStatus &after) {
    return before.state != after.state || before.armed != after.armed ||
           before.cleanLaps != after.cleanLaps || before.lapsWanted != after.lapsWanted ||
           std::ceil(before.countdown) != std::ceil(after.countdown);
}

Error createFailure(const std::exception &e) {
    return Error(std::string("The drive could not be prepared: ") + e.what());
}

} // namespace

QString phaseName(DriveController::Phase phase) {
    switch (phase) {
    case DriveController::Phase::Idle:
        return DriveController::tr("Ready");
    case DriveController::Phase::Preparing:
        return DriveController::tr("Preparing");
    case DriveController::Phase::Driving:
        return DriveController::tr("Driving");
    case DriveController::Phase::Countdown:
        return DriveController::tr("Get ready");
    case DriveController::Phase::Paused:
        return DriveController::tr("Paused");
    case DriveController::Phase::Ended:
        return DriveController::tr("Ended");
    }
    return {};
}

DriveController::DriveController(DriveDevices &devices, QObject *parent)
    : QObject(parent), m_devices(devices) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kPollPeriod);
    connect(&m_timer, &QTimer::timeout, this, &DriveController::poll);
    connect(&devices, &DriveDevices::chosenLost, this,
            [this](const QString &name) { pause(tr("%1 was unplugged").arg(name)); });
}

DriveController::~DriveController() = default;

void DriveController::start(DriveSetup setup) {
    if (m_phase == Phase::Preparing)
        return;
    stop();
    m_stopWanted = false;
    m_status = {};
    m_whyPaused.clear();
    m_creating = std::async(std::launch::async, [setup = std::move(setup)]() -> Created {
        try {
            return DriveSession::create(setup);
        } catch (const std::exception &e) {
            return createFailure(e);
        }
    });
    setPhase(Phase::Preparing);
    m_timer.start();
}

void DriveController::stop() {
    m_stopWanted = true; // of one that is still being made
    if (m_phase == Phase::Preparing)
        return;
    m_timer.stop();
    m_session.reset();
    m_newest.reset();
    m_detail.reset();
    setPhase(Phase::Idle);
}

void DriveController::adoptSession() {
    if (m_creating.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    Created created = m_creating.get();
    if (!created || m_stopWanted) {
        m_timer.stop();
        setPhase(Phase::Idle);
        if (!created)
            Q_EMIT failed(created.error());
        return;
    }
    m_session = std::move(*created);
    m_info = m_session->info();
    m_row = m_session->drivenRow();
    m_session->post(DriveSpeed{m_speed});
    Q_EMIT started(m_session->sceneScenario(), m_row);
    m_session->start();
    setPhase(Phase::Driving);
    if (!m_devices.chosenPresent() && !m_hands)
        pause(tr("The chosen device is not plugged in"));
}

void DriveController::poll() {
    if (m_phase == Phase::Preparing)
        adoptSession();
    else if (m_session)
        pollDrive();
}

DriveInput DriveController::handsNow() const {
    if (!m_hands)
        return m_devices.input();
    return m_newest ? m_hands(*m_newest) : DriveInput{};
}

// Everything is taken before anything is told: whoever listens may end the drive.
void DriveController::pollDrive() {
    m_session->setInput(handsNow());
    auto snapshot = m_session->takeSnapshot();
    const std::vector<DrivenLap> laps = m_session->takeLaps();
    const std::vector<SessionEvent> events = m_session->takeEvents();
    const DriveStatus status = m_session->status();
    if (snapshot) {
        m_newest = m_detail = snapshot;
        Q_EMIT snapshotReady(std::move(snapshot));
    }
    if (!laps.empty())
        Q_EMIT lapsReady(laps);
    if (!events.empty())
        Q_EMIT eventsReady(events);
    passStatus(status);
    if (status.state == DriveState::Failed) {
        stop();
        Q_EMIT failed(Error(status.message));
    }
}

void DriveController::passStatus(const DriveStatus &status) {
    const bool due = ++m_ticks % kTicksPerDetail == 0;
    const bool changed = tellsOfChange(std::exchange(m_status, status), status);
    followState();
    if (due || changed)
        Q_EMIT statusChanged(status);
    if (auto detail = due ? std::exchange(m_detail, nullptr) : nullptr)
        Q_EMIT detailReady(std::move(detail));
}

void DriveController::followState() {
    switch (m_status.state) {
    case DriveState::Driving:
        return setPhase(Phase::Driving);
    case DriveState::Countdown:
        return setPhase(Phase::Countdown);
    case DriveState::Paused:
        return setPhase(Phase::Paused);
    case DriveState::Ended:
        return setPhase(Phase::Ended);
    case DriveState::Created:
    case DriveState::Failed:
        return;
    }
}

void DriveController::setPhase(Phase phase) {
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void DriveController::pause(const QString &why) {
    if (!m_session || !moving())
        return;
    m_whyPaused = why;
    m_session->post(DrivePause{});
}

void DriveController::resume() {
    if (!m_session || m_phase != Phase::Paused)
        return;
    m_whyPaused.clear();
    m_session->post(DriveResume{});
}

void DriveController::togglePause() {
    if (m_phase == Phase::Paused)
        resume();
    else
        pause();
}

void DriveController::restart() {
    if (m_session)
        m_session->post(DriveRestart{});
}

void DriveController::arm(bool on) {
    if (m_session)
        m_session->post(DriveArm{on});
}

void DriveController::setSpeed(double factor) {
    m_speed = factor;
    if (m_session)
        m_session->post(DriveSpeed{factor});
}

void DriveController::setAssist(ManualMode mode, const AssistSpec &assist) {
    if (m_session)
        m_session->post(DriveAssist{mode, assist});
}

} // namespace paddock

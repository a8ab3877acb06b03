#include "widgets/run/run_controller.h"

#include "core/run/run_fork.h"
#include "core/run/run_record.h"

#include <chrono>
#include <utility>

namespace paddock {

namespace {

constexpr int kPollPeriod = 16;       // ms
constexpr int kTicksPerDrain = 6;     // metrics and events about ten times a second
constexpr int kTicksPerDetail = 6;    // numbers that people read
constexpr int kTicksPerProgress = 15; // the same, of the run

Error createFailure(const std::exception &e) {
    return Error(std::string("The run could not be prepared: ") + e.what());
}

} // namespace

QString phaseName(RunController::Phase phase) {
    switch (phase) {
    case RunController::Phase::Idle:
        return RunController::tr("Ready");
    case RunController::Phase::Preparing:
        return RunController::tr("Preparing");
    case RunController::Phase::Running:
        return RunController::tr("Training");
    case RunController::Phase::Paused:
        return RunController::tr("Paused");
    case RunController::Phase::Stopping:
        return RunController::tr("Stopping");
    case RunController::Phase::Ended:
        return RunController::tr("Ended");
    }
    return {};
}

RunController::RunController(SessionOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kPollPeriod);
    connect(&m_timer, &QTimer::timeout, this, &RunController::poll);
}

RunController::~RunController() {
    m_timer.stop();
    if (m_session && !m_session->ended())
        m_session->post(CommandStop{});
}

bool RunController::active() const {
    return m_phase != Phase::Idle && m_phase != Phase::Ended;
}

SessionProgress RunController::progress() const {
    return m_session ? m_session->progress() : SessionProgress{};
}

void RunController::start(const Scenario &scenario, bool paused) {
    begin([scenario](
              const SessionOptions &options) { return TrainingSession::create(scenario, options); },
          paused);
}

void RunController::resume(const Scenario &scenario, const std::filesystem::path &from) {
    begin(
        [scenario, from](SessionOptions options) {
            options.resume = from;
            return TrainingSession::create(scenario, options);
        },
        false);
}

void RunController::fork(const Scenario &scenario, const std::filesystem::path &from) {
    begin([scenario,
           from](const SessionOptions &options) { return createFork(scenario, from, options); },
          false);
}

void RunController::begin(Maker maker, bool paused) {
    if (active())
        return;
    SessionOptions options = m_options;
    options.startPaused = paused;
    m_stopWanted = false;
    setTaken(-1);
    m_detail.reset();
    m_session.reset();
    m_creating = std::async(std::launch::async, [maker, options]() -> Created {
        try {
            auto session = maker(options);
            if (!session)
                return session.error();
            std::vector<MetricRow> rows = readRunRecord((*session)->info().runDir).rows;
            return NewRun{std::move(*session), std::move(rows)};
        } catch (const std::exception &e) {
            return createFailure(e);
        }
    });
    setPhase(Phase::Preparing);
    m_timer.start();
}

void RunController::adoptSession() {
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
    m_session = std::move(created->session);
    m_info = m_session->info();
    m_options.runDir.clear(); // an exact directory serves one run only
    m_options.resume.clear();
    m_session->post(CommandWatch{m_row, m_render, m_why});
    m_session->post(CommandSpeed{m_speed});
    m_session->start();
    Q_EMIT started(m_session->scenario());
    if (!created->rows.empty())
        Q_EMIT metricsReady(created->rows);
    setPhase(Phase::Running);
    pollRun();
}

void RunController::poll() {
    if (m_phase == Phase::Preparing)
        return adoptSession();
    pollRun();
}

void RunController::pollRun() {
    passSnapshot();
    passPast();
    drainHands();
    if (auto situation = m_session->takeSituation())
        Q_EMIT situationReady(std::move(situation));
    ++m_ticks;
    const bool ended = m_session->ended();
    if (m_ticks % kTicksPerDetail == 0)
        passDetail();
    if (ended || m_ticks % kTicksPerDrain == 0)
        drain();
    if (m_ticks % kTicksPerProgress == 0)
        passProgress();
    if (ended)
        finishRun();
}

void RunController::finishRun() {
    m_timer.stop();
    setTaken(-1);
    passSnapshot();
    passPast();
    passDetail();
    passProgress();
    setPhase(Phase::Ended);
    const SessionProgress last = m_session->progress();
    if (last.state == SessionState::Failed)
        Q_EMIT failed(Error(last.message));
}

void RunController::passSnapshot() {
    auto snapshot = m_session->takeSnapshot();
    if (!snapshot)
        return;
    m_detail = snapshot;
    Q_EMIT snapshotReady(std::move(snapshot));
}

void RunController::passPast() {
    if (auto past = m_session->takePast())
        Q_EMIT pastReady(std::move(past));
}

void RunController::passDetail() {
    if (auto snapshot = std::exchange(m_detail, nullptr))
        Q_EMIT detailReady(std::move(snapshot));
}

void RunController::passProgress() {
    Q_EMIT progressChanged(m_session->progress());
}

void RunController::drain() {
    const std::vector<MetricRow> rows = m_session->takeMetrics();
    const std::vector<SessionEvent> events = m_session->takeEvents();
    if (!rows.empty())
        Q_EMIT metricsReady(rows);
    if (!events.empty())
        Q_EMIT eventsReady(events);
    const SessionState state = m_session->progress().state;
    if (m_phase == Phase::Running && state == SessionState::Paused)
        setPhase(Phase::Paused);
    else if (m_phase == Phase::Paused && state == SessionState::Running)
        setPhase(Phase::Running);
}

void RunController::drainHands() {
    if (m_taken >= 0 && m_hands)
        m_session->setInput(m_hands());
    const std::vector<DrivenLap> laps = m_session->takeLaps();
    if (!laps.empty())
        Q_EMIT lapsReady(laps);
}

void RunController::takeOver(int row, ManualMode mode, const AssistSpec &assist,
                             std::function<DriveInput()> hands) {
    if (!going())
        return;
    m_hands = std::move(hands);
    m_session->post(CommandTakeOver{row, mode, assist});
    setTaken(row);
}

void RunController::release() {
    if (m_taken < 0)
        return;
    m_session->post(CommandTakeOver{});
    setTaken(-1);
}

void RunController::setTaken(int row) {
    if (row == m_taken)
        return;
    m_taken = row;
    if (row < 0)
        m_hands = {};
    Q_EMIT takenChanged();
}

void RunController::setPhase(Phase phase) {
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void RunController::togglePause() {
    if (m_phase == Phase::Running)
        m_session->post(CommandPause{});
    else if (m_phase == Phase::Paused)
        m_session->post(CommandResume{});
}

void RunController::stepOnce() {
    if (going())
        m_session->post(CommandStep{});
}

void RunController::stop() {
    m_stopWanted = true;
    if (m_phase != Phase::Running && m_phase != Phase::Paused)
        return;
    m_session->post(CommandStop{});
    setPhase(Phase::Stopping);
}

void RunController::checkpoint() {
    if (going())
        m_session->post(CommandCheckpoint{});
}

void RunController::recall() {
    if (going())
        m_session->post(CommandRecall{});
}

void RunController::setSpeed(double realTimeFactor) {
    m_speed = realTimeFactor;
    if (m_session)
        m_session->post(CommandSpeed{realTimeFactor});
}

void RunController::setRender(bool on) {
    m_render = on;
    if (m_session)
        m_session->post(CommandWatch{m_row, m_render, m_why});
}

void RunController::watch(int row) {
    m_row = row;
    if (m_session)
        m_session->post(CommandWatch{m_row, m_render, m_why});
}

void RunController::setWhy(bool on) {
    if (on == m_why)
        return;
    m_why = on;
    watch(m_row);
}

void RunController::requestSituation(int row) {
    if (going())
        m_session->post(CommandSituation{row});
}

void RunController::setLive(const QString &path, const QString &value) {
    if (going())
        m_session->post(CommandSet{path.toStdString(), value.toStdString()});
}

} // namespace paddock

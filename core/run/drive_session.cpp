#include "core/run/drive_session.h"

#include "core/base/text.h"
#include "core/run/drive_world.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>
#include <thread>

namespace paddock {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kGather = 1.0;              // s of simulated time, after an episode has ended
constexpr double kLate = 0.1;                // s behind at which the clock is set anew
constexpr double kSnapshotPeriod = 1.0 / 60; // s at least
constexpr double kHoldSlice = 0.05;          // s between two looks at a countdown
constexpr double kRatePeriod = 0.5;          // s over which the real-time factor is taken
constexpr double kMinSpeed = 0.1, kMaxSpeed = 4;

Clock::duration duration(double seconds) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

double seconds(Clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

} // namespace

struct DriveSession::Impl {
    explicit Impl(std::unique_ptr<DriveWorld> given)
        : world(std::move(given)), scene(world->scene()), sessionInfo(world->info()),
          row(world->drivenRow()) {
        shared.lapsWanted = world->setup().lapsWanted;
    }

    // On the session's thread.
    void run(std::stop_token stop);
    void turn(std::stop_token stop);
    void obey(const DriveCommand &command);
    void holdAtStart(bool countdown);
    void arm(bool on);
    void hold(std::stop_token stop);
    void decide();
    void tellLap(const DrivenLap &lap, bool complete);
    void pace(std::stop_token stop);
    void publish(bool evenIfRecent);
    void publishStatus(DriveState state, const std::string &message = {});
    DriveState stateNow() const;
    void say(EventLevel level, const std::string &text);
    DriveInput latestInput() const;

    std::unique_ptr<DriveWorld> world;
    // Constant after construction.
    const Scenario scene;
    const SessionInfo sessionInfo;
    const int row;

    // The session thread's.
    double speed = 1;
    bool paused = false;
    bool counting = false; // what holds the world is the countdown of a recording
    double holdLeft = 0;   // s of wall time for which the world stands still
    Clock::time_point begun, due, lastSnapshot;
    struct RatePoint {
        Clock::time_point time;
        double simSeconds = 0;
    } ratePoint;
    double realTimeFactor = 0;

    // Shared.
    BoundedQueue<DriveCommand> commands{256};
    BoundedQueue<DrivenLap> laps{256};
    BoundedQueue<SessionEvent> events{256};
    LatestValue<SessionSnapshot> snapshots;
    mutable std::mutex mutex; // of the two below
    DriveInput input;
    DriveStatus shared;

    std::jthread thread; // last: joined before the rest goes
};

void DriveSession::Impl::run(std::stop_token stop) {
    try {
        begun = due = ratePoint.time = Clock::now();
        publish(true);
        while (!stop.stop_requested())
            turn(stop);
        publishStatus(DriveState::Ended);
    } catch (const std::exception &e) {
        say(EventLevel::Error, std::string("the drive failed: ") + e.what());
        publishStatus(DriveState::Failed, e.what());
    }
}

void DriveSession::Impl::turn(std::stop_token stop) {
    while (const auto command = commands.tryPop())
        obey(*command);
    publishStatus(stateNow());
    if (paused) {
        if (const auto command = commands.waitPop(stop))
            obey(*command);
    } else if (holdLeft > 0) {
        hold(stop);
    } else {
        decide();
        pace(stop);
    }
}

void DriveSession::Impl::obey(const DriveCommand &command) {
    std::visit(Overloaded{[this](const DrivePause &) {
                              paused = true;
                              publish(true);
                          },
                          [this](const DriveResume &) {
                              paused = false;
                              due = ratePoint.time = Clock::now();
                              ratePoint.simSeconds = world->simSeconds();
                          },
                          [this](const DriveRestart &) {
                              world->restart();
                              holdAtStart(world->recording());
                          },
                          [this](const DriveArm &c) { arm(c.on); },
                          [this](const DriveSpeed &c) {
                              if (std::isfinite(c.factor))
                                  speed = std::clamp(c.factor, kMinSpeed, kMaxSpeed);
                          },
                          [this](const DriveAssist &c) { world->setControl(c.mode, c.assist); }},
               command);
}

void DriveSession::Impl::holdAtStart(bool countdown) {
    counting = countdown;
    holdLeft = countdown ? world->setup().countdown : 0;
    due = Clock::now();
    publish(true);
}

void DriveSession::Impl::arm(bool on) {
    if (on) {
        world->record();
        holdAtStart(true);
    } else if (world->recording()) {
        world->stopRecording();
        if (counting)
            holdLeft = 0;
        counting = false;
        due = Clock::now();
        say(EventLevel::Info, "recording stopped");
    }
}

// The world stands still; commands are obeyed at once.
void DriveSession::Impl::hold(std::stop_token stop) {
    const Clock::time_point since = Clock::now();
    const auto command = commands.waitPopFor(stop, duration(std::min(holdLeft, kHoldSlice)));
    due = Clock::now();
    holdLeft = std::max(holdLeft - seconds(due - since), 0.0);
    if (holdLeft <= 0 && counting) {
        counting = false;
        say(EventLevel::Info, "recording");
    }
    if (command)
        obey(*command);
    publish(false);
}

void DriveSession::Impl::decide() {
    counting = false; // of no length
    DriveStep step = world->step(latestInput());
    if (step.lap) {
        tellLap(*step.lap, step.complete);
        laps.pushDropOldest(std::move(*step.lap));
    }
    if (step.ended)
        holdLeft = kGather / speed;
    publish(step.lap.has_value());
}

void DriveSession::Impl::tellLap(const DrivenLap &lap, bool complete) {
    if (!lap.recorded)
        return;
    std::string text = "lap recorded: " + verdictName(lap.verdict);
    if (lap.episode.lapTime > 0)
        text += ", " + fixedText(lap.episode.lapTime, 2) + " s";
    say(EventLevel::Info, text);
    const std::string wanted = std::to_string(world->setup().lapsWanted);
    if (complete)
        say(EventLevel::Change, wanted + " of " + wanted + " laps recorded");
}

// Waits until the next decision is due; a person is not to be rushed after a hitch.
void DriveSession::Impl::pace(std::stop_token stop) {
    due += duration(world->scene().decisionPeriod() / speed);
    Clock::time_point now = Clock::now();
    if (now > due + duration(kLate))
        due = now;
    while (now < due && !stop.stop_requested() && !paused && holdLeft <= 0) {
        if (const auto command = commands.waitPopFor(stop, due - now))
            obey(*command);
        now = Clock::now();
    }
    const double since = seconds(now - ratePoint.time);
    if (since < kRatePeriod)
        return;
    realTimeFactor = (world->simSeconds() - ratePoint.simSeconds) / since;
    ratePoint = {now, world->simSeconds()};
}

void DriveSession::Impl::publish(bool evenIfRecent) {
    const Clock::time_point now = Clock::now();
    if (!evenIfRecent && now - lastSnapshot < duration(kSnapshotPeriod))
        return;
    lastSnapshot = now;
    auto snapshot = std::make_shared<SessionSnapshot>();
    world->snapshot(*snapshot);
    snapshots.put(std::move(snapshot));
}

DriveState DriveSession::Impl::stateNow() const {
    if (paused)
        return DriveState::Paused;
    return counting && holdLeft > 0 ? DriveState::Countdown : DriveState::Driving;
}

void DriveSession::Impl::publishStatus(DriveState state, const std::string &message) {
    std::lock_guard lock(mutex);
    shared.state = state;
    shared.message = message;
    shared.countdown = counting ? holdLeft : 0;
    shared.armed = world->recording();
    shared.cleanLaps = world->cleanLaps();
    shared.lapRows = world->lapRows();
    shared.appliedThrottle = world->appliedThrottle();
    shared.appliedSteer = world->appliedSteer();
    shared.simSeconds = world->simSeconds();
    shared.realTimeFactor = paused ? 0 : realTimeFactor;
    shared.collisions = world->collisions();
}

void DriveSession::Impl::say(EventLevel level, const std::string &text) {
    events.pushDropOldest(
        {std::int64_t(world->decisions()), seconds(Clock::now() - begun), level, text});
}

DriveInput DriveSession::Impl::latestInput() const {
    std::lock_guard lock(mutex);
    return input;
}

Result<std::unique_ptr<DriveSession>> DriveSession::create(DriveSetup setup) {
    Result<std::unique_ptr<DriveWorld>> world = DriveWorld::create(std::move(setup));
    if (!world)
        return world.error();
    return std::unique_ptr<DriveSession>(
        new DriveSession(std::make_unique<Impl>(std::move(*world))));
}

DriveSession::DriveSession(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

DriveSession::~DriveSession() {
    if (!m_impl->thread.joinable())
        return;
    m_impl->thread.request_stop();
    m_impl->thread.join();
}

void DriveSession::start() {
    if (!m_impl->thread.joinable())
        m_impl->thread =
            std::jthread([impl = m_impl.get()](std::stop_token stop) { impl->run(stop); });
}

void DriveSession::post(DriveCommand command) {
    m_impl->commands.pushDropOldest(std::move(command));
}

void DriveSession::setInput(const DriveInput &input) {
    std::lock_guard lock(m_impl->mutex);
    m_impl->input = input;
}

const Scenario &DriveSession::sceneScenario() const {
    return m_impl->scene;
}

int DriveSession::drivenRow() const {
    return m_impl->row;
}

SessionInfo DriveSession::info() const {
    return m_impl->sessionInfo;
}

DriveStatus DriveSession::status() const {
    std::lock_guard lock(m_impl->mutex);
    DriveStatus status = m_impl->shared;
    status.input = m_impl->input;
    return status;
}

std::shared_ptr<const SessionSnapshot> DriveSession::takeSnapshot() {
    return m_impl->snapshots.take();
}

std::vector<DrivenLap> DriveSession::takeLaps() {
    return m_impl->laps.takeAll();
}

std::vector<SessionEvent> DriveSession::takeEvents() {
    return m_impl->events.takeAll();
}

} // namespace paddock

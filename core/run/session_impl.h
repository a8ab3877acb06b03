// The inside of a TrainingSession: what its thread owns and what it shares with its owner.
#pragma once

#include "core/base/worker_pool.h"
#include "core/learn/side_thread.h"
#include "core/run/agent_trace.h"
#include "core/run/checkpoint.h"
#include "core/run/episode_recording.h"
#include "core/run/episode_stats.h"
#include "core/run/policy_group.h"
#include "core/run/policy_map.h"
#include "core/run/run_directory.h"
#include "core/run/run_lock.h"
#include "core/run/training_session.h"
#include "core/task/world_batch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace paddock {

// A person who drives one agent of a run.
struct TakenAgent {
    int row = 0;
    ManualControl control;
    LapSplitter laps;
    int lapsBefore = 0;      // completed when the lap under way began
    bool wholeLap = false;   // the lap under way began under the same hands
    std::vector<float> seen; // [D] what the last choice answered to
    Pose pose;               // where the car was then
    double speedBefore = 0;  // real-time factor to go back to
};

struct TrainingSession::Impl {
    using Clock = std::chrono::steady_clock;

    Impl(Scenario given, SessionOptions given_options, RunDirectory directory);

    // On the session's thread.
    void run(std::stop_token stop);
    void setUp();
    void openEventFiles();
    bool obeyCommands(std::stop_token stop); // false: end now
    void obey(const SessionCommand &command);
    void holdSpeed(std::stop_token stop);
    void stepWorlds();
    void storeStep();
    void checkFinite() const; // throws with the place of the first number that is not
    bool groupsFull() const;
    void learn();
    std::vector<UpdateStats> learnAll();
    void countEpisodes();
    void writeSummary();
    void writeRow(MetricRow row, EventFileWriter *eventFile);
    // By hand (session_hands.cpp).
    void takeOver(const CommandTakeOver &command);
    void release();
    void chooseByHand();
    void keepByHand();
    void closeLap(LapVerdict verdict, double lapTime);
    // The recent past (session_past.cpp).
    void keepPast();
    void recall();
    void addJudgements(WorldFrames &frames);
    Status writeCheckpoint(); // what cannot be written is said as an event, too
    void setLive(const std::string &path, const std::string &value);
    void finish(SessionState state, const std::string &message);
    void publishSnapshot(bool evenIfRecent);
    void explain(AgentDetail &detail);
    void explainDecision(AgentDetail &detail);
    void handOverSituation(int row);
    void publishProgress();
    void say(EventLevel level, const std::string &text);
    double wallSeconds() const;
    void setState(SessionState state);
    std::uint64_t paramsHash() const;

    // Constant after construction.
    std::shared_ptr<const Scenario> scenario; // as started
    SessionOptions options;
    SessionInfo sessionInfo;
    std::optional<Checkpoint> resumed;
    std::vector<GroupDemonstrations> demonstrations; // [groups]
    double trackLength = 0;                          // m, 0 where nobody races

    // The session thread's.
    RunDirectory directory;
    RunLock lock;                                           // while the session works
    std::vector<std::optional<EventFileWriter>> eventFiles; // [groups], for TensorBoard
    Scenario live;                                          // scenario with the live parameters
    std::unique_ptr<WorkerPool> pool;
    std::unique_ptr<WorldBatch> batch;
    std::vector<std::unique_ptr<PolicyGroup>> groups;
    // One for each group but the first, which learns on the session's thread; none where there is
    // one core to learn on.
    std::vector<std::unique_ptr<SideThread>> learnerThreads;
    std::vector<std::int32_t> actions; // [M, K]
    std::optional<FrameRing> past;     // of the watched world
    std::optional<TakenAgent> taken;
    std::vector<std::uint8_t> handDriven; // [M] 1: a person drove in the row's episode
    CheckpointState counters;             // step, decisions, episodes, updates
    std::int64_t checkpointedStep = -1;
    EpisodeWindow window{200};
    std::int64_t startStep = 0; // of this process's part of the run
    double simSeconds = 0;
    StageSeconds stages;
    bool paused = false;
    bool stepOnce = false;
    bool stopRequested = false;
    bool render = true;
    int watchedRow = 0;
    bool why = false;            // the watch asks for more
    AgentTrace trace;            // of the watched row, while it does
    std::vector<int> collisions; // [M] since the session began
    double speed = 0;            // real-time factor to hold, 0 = none
    Clock::time_point started, pausedSince, lastSnapshot, speedSince;
    Clock::duration pausedTotal{};
    double speedSimSeconds = 0; // simSeconds when the speed was set
    struct RatePoint {
        Clock::time_point time;
        std::int64_t step = 0;
        double simSeconds = 0;
    } ratePoint;
    double recentStepsPerSecond = 0, recentRealTimeFactor = 0;

    // Shared.
    BoundedQueue<SessionCommand> commands{1024};
    BoundedQueue<MetricRow> metrics{4096};
    BoundedQueue<SessionEvent> events{1024};
    LatestValue<SessionSnapshot> snapshots;
    LatestValue<PolicySituation> situations;
    LatestValue<EpisodeRecording> pasts;
    BoundedQueue<DrivenLap> drivenLaps{256};
    std::mutex inputMutex;
    DriveInput input;
    mutable std::mutex progressMutex;
    std::condition_variable ended;
    SessionProgress shared;
    std::uint64_t finalHash = 0;

    std::jthread thread; // last: joined before the rest goes
};

} // namespace paddock

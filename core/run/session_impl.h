// The inside of a TrainingSession: what its thread owns and what it shares with its owner.
#pragma once

#include "core/base/worker_pool.h"
#include "core/learn/ppo.h"
#include "core/run/checkpoint.h"
#include "core/run/episode_stats.h"
#include "core/run/imitation_metrics.h"
#include "core/run/run_directory.h"
#include "core/run/training_session.h"
#include "core/task/world_batch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace paddock {

// Sums of one summary: everything since the last metric row.
struct SummarySums {
    EpisodeSums episodes;
    UpdateStats updates; // summed
    int updateCount = 0;
    int ppoCount = 0; // of them those in which PPO had its turn
    ImitationSums imitation;
    void add(const UpdateStats &stats);
};

struct TrainingSession::Impl {
    using Clock = std::chrono::steady_clock;

    Impl(Scenario given, SessionOptions given_options, RunDirectory directory);

    // On the session's thread.
    void run(std::stop_token stop);
    void setUp();
    bool obeyCommands(std::stop_token stop); // false: end now
    void obey(const SessionCommand &command);
    void holdSpeed(std::stop_token stop);
    void stepWorlds();
    void storeStep();
    void checkFinite() const; // throws with the place of the first number that is not
    void learn();
    void writeSummary();
    bool writeCheckpoint(); // false: it could not be written
    void setLive(const std::string &path, const std::string &value);
    void finish(SessionState state, const std::string &message);
    void publishSnapshot(bool evenIfRecent);
    void explain(AgentDetail &detail);
    void publishProgress();
    void say(EventLevel level, const std::string &text);
    double wallSeconds() const;
    void setState(SessionState state);

    // Constant after construction.
    std::shared_ptr<const Scenario> scenario; // as started
    SessionOptions options;
    SessionInfo sessionInfo;
    std::optional<Checkpoint> resumed;
    std::shared_ptr<const DemonstrationData> cloning, gail; // null: nothing to imitate

    // The session thread's.
    RunDirectory directory;
    std::optional<EventFileWriter> eventFile;
    Scenario live; // scenario with the live parameters
    std::unique_ptr<WorkerPool> pool;
    std::unique_ptr<WorldBatch> batch;
    std::unique_ptr<PpoLearner> learner;
    std::unique_ptr<RolloutBuffer> rollout;
    std::vector<std::int32_t> actions; // [M, K]
    std::vector<float> logProbs;       // [M, K]
    std::vector<float> seen;           // [M, D] what the last actions were chosen for
    CheckpointState counters;          // step, decisions, episodes, updates
    std::int64_t checkpointedStep = -1;
    EpisodeWindow window{200};
    SummarySums summary;
    std::int64_t startStep = 0; // of this process's part of the run
    double simSeconds = 0;
    StageSeconds stages;
    double entropy = 0;
    bool paused = false;
    bool stepOnce = false;
    bool stopRequested = false;
    bool render = true;
    int watchedRow = 0;
    double speed = 0; // real-time factor to hold, 0 = none
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
    mutable std::mutex progressMutex;
    std::condition_variable ended;
    SessionProgress shared;
    std::uint64_t finalHash = 0;

    std::jthread thread; // last: joined before the rest goes
};

} // namespace paddock

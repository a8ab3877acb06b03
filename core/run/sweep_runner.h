// Trains the runs of a sweep, one after another or side by side, each a session on its own thread.
// What is finished stays finished: a sweep that is begun again goes on where it was.
#pragma once

#include "core/run/sweep.h"
#include "core/run/training_session.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace paddock {

enum class SweepRunState { Waiting, Running, Finished, Stopped, Failed, Left };
const char *sweepStateName(SweepRunState state); // "waiting", ..., "left out"

struct SweepItem {
    std::string name;
    std::filesystem::path runDir;
    std::vector<std::pair<std::string, std::string>> settings;
    std::int64_t seed = 0;
    SweepRunState state = SweepRunState::Waiting;
    std::int64_t steps = 0, maxSteps = 0;
    double stepsPerSecond = 0;
    double successRate = 0, meanReturn = 0;
    std::uint64_t paramsHash = 0; // of a run that ended in this process
    std::string problem;          // why it failed
};

struct SweepProgress {
    std::vector<SweepItem> items; // those that wait in the order in which they will begin
    int finished = 0, running = 0, waiting = 0, failed = 0;
    double fraction = 0;    // of all steps
    double etaSeconds = -1; // of the whole, -1 = unknown
    double wallSeconds = 0;
    bool paused = false;
    bool ended = false; // nothing runs and nothing will
};

class SweepRunner {
  public:
    // Expands the plan and makes or opens `runsFolder`/name. Error: bad plan, or a folder that
    // holds something else. Nothing runs yet.
    static Result<std::unique_ptr<SweepRunner>> create(const SweepSpec &spec,
                                                       const std::filesystem::path &runsFolder);
    ~SweepRunner(); // cancels and joins

    const std::filesystem::path &folder() const { return m_folder; }
    int jobs() const { return m_jobs; }       // really side by side
    int threads() const { return m_threads; } // of each run

    void start();
    void pause(); // the runs hold, nothing new begins
    void resume();
    void cancel(); // the runs stop with a checkpoint; those that wait stay undone
    // A run that waits is left out, one that trains stops with a checkpoint.
    void leaveOut(const std::string &name);
    void moveTo(const std::string &name, int place); // among those that wait, from 0
    SweepProgress progress() const;
    void wait(); // until ended

  private:
    struct Job {
        SweepRun run;
        SweepItem item;
        TrainingSession *session = nullptr; // while it trains
    };

    SweepRunner(std::vector<SweepRun> runs, std::filesystem::path folder, const SweepSpec &spec);
    void lookAtFolder();
    void work(std::stop_token stop);
    Job *next(std::stop_token stop);
    void train(Job &job);
    Result<std::unique_ptr<TrainingSession>> makeSession(const Job &job) const;
    void finish(Job &job, const TrainingSession &session);
    void update(SweepItem &item, const SessionProgress &progress) const;
    Job *find(const std::string &name);

    std::filesystem::path m_folder;
    int m_jobs = 1, m_threads = 1;

    mutable std::mutex m_mutex; // of all below
    std::condition_variable_any m_changed;
    std::vector<std::unique_ptr<Job>> m_queue;
    std::size_t m_done = 0; // how many of the queue's front do not wait any more
    bool m_paused = false;
    bool m_cancelled = false;
    int m_working = 0; // threads that may still train something
    std::chrono::steady_clock::time_point m_started{};
    double m_wallSeconds = 0; // once ended

    std::vector<std::jthread> m_threadsOfJobs; // last: joined before the rest goes
};

} // namespace paddock

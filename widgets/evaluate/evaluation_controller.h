// Carries plans out beside the window's thread, and simulates single runs again to be looked at.
#pragma once

#include "core/run/evaluation_grid.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <thread>

namespace paddock {

class EvaluationController : public QObject {
    Q_OBJECT
  public:
    enum class Phase { Idle, Preparing, Running, Stopping };

    explicit EvaluationController(QObject *parent = nullptr);
    ~EvaluationController() override; // stops and joins

    // `open` stands for scenarios without a file. Problems arrive by failed().
    void start(const EvaluationPlan &plan, const QString &title, const Scenario &open);
    void stop(); // whole cells are kept
    Phase phase() const { return m_phase; }
    bool active() const { return m_phase != Phase::Idle; }
    std::int64_t runsDone() const { return m_done; }
    std::int64_t runsTotal() const { return m_job ? m_job->totalRuns() : 0; }

    // What is shown: the newest plan that could be carried out, and its cells so far.
    const std::shared_ptr<const EvaluationJob> &job() const { return m_job; } // null: none yet
    const EvaluationGrid &grid() const { return m_grid; }

    // The newest wish counts; the replay comes by replayReady().
    void replay(std::size_t cell, int run);
    bool replaying() const { return m_replay != nullptr; } // one is being made

  Q_SIGNALS:
    void phaseChanged();
    void progressChanged();
    void resultsChanged(); // job() or grid()
    void replayReady(std::shared_ptr<const EpisodeReplay> replay, std::size_t cell);
    void failed(const Error &error);

  private:
    struct Work;
    struct ReplayWork;
    struct Wish {
        std::size_t cell = 0;
        int run = 0;
    };
    void poll();
    void pollWork();
    void pollReplay();
    void beginReplay(const Wish &wish);
    void setPhase(Phase phase);

    Phase m_phase = Phase::Idle;
    std::shared_ptr<const EvaluationJob> m_job;
    EvaluationGrid m_grid;
    std::int64_t m_done = 0;
    std::shared_ptr<Work> m_work; // shared with the thread
    std::shared_ptr<ReplayWork> m_replay;
    std::optional<Wish> m_wish; // waits for the replay that is being made
    QTimer m_timer;
    std::jthread m_thread; // last: joined before the rest goes
    std::jthread m_replayThread;
};

} // namespace paddock

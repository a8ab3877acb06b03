#include "widgets/evaluate/evaluation_controller.h"

#include <atomic>
#include <exception>
#include <mutex>

namespace paddock {

namespace {
constexpr int kPollTime = 60; // ms
} // namespace

// What the thread hands over; everything but `done` under the lock.
struct EvaluationController::Work {
    std::mutex mutex;
    std::shared_ptr<const EvaluationJob> job;
    std::vector<std::pair<std::size_t, EvaluationCell>> cells; // finished since the last poll
    std::optional<Error> error;
    std::vector<Problem> problems;
    bool ended = false;
    std::atomic<std::int64_t> done{0};

    void carryOut(const std::stop_token &stop, const EvaluationPlan &plan, const std::string &title,
                  const Scenario &open) {
        Result<EvaluationJob> prepared = prepareEvaluation(plan, title, &open);
        if (!prepared) {
            const std::lock_guard lock(mutex);
            error = prepared.error();
            return;
        }
        const auto ready = std::make_shared<const EvaluationJob>(std::move(*prepared));
        {
            const std::lock_guard lock(mutex);
            job = ready;
        }
        EvaluationWatch watch;
        watch.progress = [this](std::int64_t runs) { done = runs; };
        watch.cell = [this](std::size_t index, const EvaluationCell &cell) {
            const std::lock_guard lock(mutex);
            cells.emplace_back(index, cell);
        };
        EvaluationGrid grid = runEvaluation(*ready, 0, stop, watch);
        const std::lock_guard lock(mutex);
        problems = std::move(grid.problems);
    }
    void end(std::optional<Error> why) {
        const std::lock_guard lock(mutex);
        if (why)
            error = std::move(why);
        ended = true;
    }
};

struct EvaluationController::ReplayWork {
    std::size_t cell = 0;
    std::mutex mutex;
    std::unique_ptr<Result<EpisodeReplay>> replay; // once it is made
};

EvaluationController::EvaluationController(QObject *parent) : QObject(parent) {
    m_timer.setInterval(kPollTime);
    connect(&m_timer, &QTimer::timeout, this, &EvaluationController::poll);
}

EvaluationController::~EvaluationController() = default;

void EvaluationController::start(const EvaluationPlan &plan, const QString &title,
                                 const Scenario &open) {
    if (active())
        return;
    m_work = std::make_shared<Work>();
    m_thread = std::jthread(
        [work = m_work, plan, title = title.toStdString(), open](const std::stop_token &stop) {
            std::optional<Error> why;
            try {
                work->carryOut(stop, plan, title, open);
            } catch (const std::exception &error) {
                why = Error(error.what());
            }
            work->end(std::move(why));
        });
    m_done = 0;
    m_timer.start();
    setPhase(Phase::Preparing);
}

void EvaluationController::stop() {
    if (!active())
        return;
    m_thread.request_stop();
    setPhase(Phase::Stopping);
}

void EvaluationController::poll() {
    if (m_work)
        pollWork();
    if (m_replay)
        pollReplay();
    if (!m_work && !m_replay)
        m_timer.stop();
}

void EvaluationController::pollWork() {
    const std::shared_ptr<Work> work = m_work;
    std::vector<std::pair<std::size_t, EvaluationCell>> cells;
    std::optional<Error> error;
    bool ended = false, begun = false;
    {
        const std::lock_guard lock(work->mutex);
        if (work->job && work->job != m_job) {
            m_job = work->job;
            m_grid = {m_job->cells, {}};
            begun = true;
        }
        cells = std::exchange(work->cells, {});
        error = std::exchange(work->error, {});
        ended = work->ended;
        if (ended)
            m_grid.problems = work->problems;
    }
    for (auto &[index, cell] : cells)
        m_grid.cells[index] = std::move(cell);
    if (begun && m_phase == Phase::Preparing)
        setPhase(Phase::Running);
    if (begun || !cells.empty())
        Q_EMIT resultsChanged();
    if (const std::int64_t done = work->done; done != m_done || begun) {
        m_done = done;
        Q_EMIT progressChanged();
    }
    if (!ended)
        return;
    m_work.reset();
    m_thread.join(); // it has said its last word
    setPhase(Phase::Idle);
    if (error)
        Q_EMIT failed(*error);
    else if (!m_grid.problems.empty())
        Q_EMIT failed(Error(m_grid.problems));
}

void EvaluationController::replay(std::size_t cell, int run) {
    if (!m_job || cell >= m_job->cells.size())
        return;
    m_wish = Wish{cell, run};
    if (m_replay)
        m_replayThread.request_stop();
    else
        beginReplay(*std::exchange(m_wish, {}));
}

void EvaluationController::beginReplay(const Wish &wish) {
    m_replay = std::make_shared<ReplayWork>();
    m_replay->cell = wish.cell;
    m_replayThread =
        std::jthread([work = m_replay, job = m_job, wish](const std::stop_token &stop) {
            Result<EpisodeReplay> made = Error("stopped");
            try {
                made = replayRun(*job, wish.cell, wish.run, stop);
            } catch (const std::exception &error) {
                made = Error(error.what());
            }
            const std::lock_guard lock(work->mutex);
            work->replay = std::make_unique<Result<EpisodeReplay>>(std::move(made));
        });
    m_timer.start();
    Q_EMIT phaseChanged();
}

void EvaluationController::pollReplay() {
    std::unique_ptr<Result<EpisodeReplay>> made;
    {
        const std::lock_guard lock(m_replay->mutex);
        made = std::move(m_replay->replay);
    }
    if (!made)
        return;
    const std::size_t cell = m_replay->cell;
    m_replayThread.join();
    m_replay.reset();
    if (m_wish)
        return beginReplay(*std::exchange(m_wish, {}));
    if (*made)
        Q_EMIT replayReady(std::make_shared<const EpisodeReplay>(std::move(**made)), cell);
    else
        Q_EMIT failed(made->error());
    Q_EMIT phaseChanged();
}

void EvaluationController::setPhase(Phase phase) {
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace paddock

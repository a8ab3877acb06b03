// The session's thread: step the worlds, store, learn, obey.
#include "core/run/policy_driver.h"
#include "core/run/session_impl.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <stdexcept>

namespace paddock {

namespace {

// Adds the wall time of a scope to a stage.
class StageTimer {
  public:
    explicit StageTimer(double &total) : m_total(total) {}
    ~StageTimer() {
        m_total +=
            std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }

  private:
    double &m_total;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

// Whether a multiple of `interval` lies in (before, after].
bool crossed(std::int64_t before, std::int64_t after, std::int64_t interval) {
    return after / interval > before / interval;
}

// A resumed run must not meet the episodes of its beginning again.
std::uint64_t worldSeed(std::int64_t seed, std::int64_t resumedStep) {
    return std::uint64_t(seed) + std::uint64_t(resumedStep) * 0x9E3779B97F4A7C15u;
}

} // namespace

void TrainingSession::Impl::run(std::stop_token stop) {
    try {
        setUp();
        while (obeyCommands(stop)) {
            const std::int64_t before = counters.step;
            stepWorlds();
            storeStep();
            if (rollout->full() || counters.step >= live.training.maxSteps)
                learn();
            if (crossed(before, counters.step, live.training.summaryFreq))
                writeSummary();
            if (crossed(before, counters.step, live.training.checkpointInterval))
                (void)writeCheckpoint(); // says so when it fails; the run goes on
            publishSnapshot(false);
            publishProgress();
            if (counters.step >= live.training.maxSteps)
                return finish(SessionState::Finished, "");
            holdSpeed(stop);
        }
        finish(SessionState::Stopped, "");
    } catch (const std::exception &e) {
        finish(SessionState::Failed, e.what());
    }
}

void TrainingSession::Impl::setUp() {
    started = pausedSince = lastSnapshot = speedSince = ratePoint.time = Clock::now();
    pool = std::make_unique<WorkerPool>(options.threads);
    batch = std::make_unique<WorldBatch>(scenario, worldSeed(scenario->training.seed, startStep),
                                         *pool);
    const PolicyShape shape = policyShape(*scenario, batch->layout());
    learner = std::make_unique<PpoLearner>(live.training, shape, std::min(pool->threads(), 2));
    if (const Status set = learner->setDemonstrations(cloning, gail); !set)
        throw std::runtime_error(set.error().text());
    if (resumed)
        if (const Status loaded = learner->load(resumed->weights); !loaded)
            throw std::runtime_error(loaded.error().text());
    const std::int64_t rows = batch->rows();
    const std::int64_t horizon =
        std::max(live.training.horizon, (live.training.bufferSize + rows - 1) / rows);
    rollout = std::make_unique<RolloutBuffer>(shape, int(rows), int(horizon));
    actions.resize(std::size_t(rows) * std::size_t(shape.branchCount()));
    logProbs.resize(actions.size());
    seen.resize(batch->observations().size());
    ratePoint.step = counters.step;

    Result<EventFileWriter> file =
        EventFileWriter::open(directory.path(), double(std::time(nullptr)));
    if (file) {
        eventFile.emplace(std::move(*file));
        if (resumed)
            (void)eventFile->writeRestart(counters.step, double(std::time(nullptr)));
    } else
        say(EventLevel::Warning, "no TensorBoard file: " + file.error().text());
    if (resumed)
        say(EventLevel::Info, "resumed at step " + std::to_string(counters.step) +
                                  "; worlds start anew, so the bits differ from an "
                                  "uninterrupted run");
    else
        say(EventLevel::Info, "started with seed " + std::to_string(scenario->training.seed));
    publishSnapshot(true);
    publishProgress();
}

void TrainingSession::Impl::stepWorlds() {
    const MatrixView<const float> observations = batch->observations();
    const std::size_t branches = std::size_t(batch->layout().branchCount());
    const MatrixView<std::int32_t> actionView{actions.data(), observations.rows, branches};
    {
        const StageTimer timer(stages.act);
        std::copy_n(observations.data, observations.size(), seen.data());
        learner->act(observations, std::uint32_t(counters.decisions), actionView,
                     {logProbs.data(), observations.rows, branches});
    }
    const StageTimer timer(stages.worlds);
    batch->step(actionView);
}

void TrainingSession::Impl::storeStep() {
    const StageTimer timer(stages.store);
    checkFinite();
    const std::size_t rows = std::size_t(batch->rows());
    const std::size_t branches = std::size_t(batch->layout().branchCount());
    rollout->append({seen.data(), rows, seen.size() / rows}, {actions.data(), rows, branches},
                    {logProbs.data(), rows, branches}, batch->rewards().data(),
                    batch->terminated().data(), batch->truncated().data(),
                    batch->finalObservations());
    for (const FinishedEpisode &episode : batch->finished()) {
        window.add(episode);
        summary.episodes.add(episode);
    }
    counters.step += std::int64_t(rows);
    ++counters.decisions;
    counters.episodes += std::int64_t(batch->finished().size());
    simSeconds += batch->decisionPeriod() * batch->worlds();
}

// Reliability: a number that is not finite never reaches the learner, and the run names its place.
void TrainingSession::Impl::checkFinite() const {
    const auto fail = [this](int row, const std::string &what) {
        const int agents = batch->agentsPerWorld();
        throw std::runtime_error(what + " of world " + std::to_string(row / agents) + ", agent A" +
                                 std::to_string(row % agents + 1) + " is not finite at step " +
                                 std::to_string(counters.step));
    };
    const MatrixView<const float> terms = batch->rewardTerms(), seenNow = batch->observations();
    for (int row = 0; row < batch->rows(); ++row) {
        if (!std::isfinite(batch->rewards()[std::size_t(row)]))
            for (std::size_t t = 0; t < terms.cols; ++t)
                if (!std::isfinite(terms(std::size_t(row), t)))
                    fail(row, "reward term " + batch->layout().rewardTerms[t].name);
        for (std::size_t d = 0; d < seenNow.cols; ++d)
            if (!std::isfinite(seenNow(std::size_t(row), d)))
                fail(row, "observation " + batch->layout().observations[d].name);
    }
}

void TrainingSession::Impl::learn() {
    const StageTimer timer(stages.update);
    const MatrixView<const float> next = batch->observations();
    rollout->lastObservations.assign(next.data, next.data + next.size());
    const UpdateStats stats = learner->update(*rollout, counters.step);
    rollout->clear();
    if (!stats.finite)
        throw std::runtime_error("update " + std::to_string(counters.updates + 1) + " at step " +
                                 std::to_string(counters.step) + ": " + stats.problem +
                                 "; the weights are those of before");
    ++counters.updates;
    summary.add(stats);
    entropy = stats.entropy;
}

// Waits while paused; runs every command that has arrived. False: the run shall end.
bool TrainingSession::Impl::obeyCommands(std::stop_token stop) {
    stepOnce = false;
    while (!stop.stop_requested() && !stopRequested) {
        while (const auto command = commands.tryPop())
            obey(*command);
        if (stopRequested || !paused || stepOnce)
            break;
        setState(SessionState::Paused);
        pausedSince = Clock::now();
        publishSnapshot(true);
        if (const auto command = commands.waitPop(stop))
            obey(*command);
        pausedTotal += Clock::now() - pausedSince;
        speedSince = Clock::now();
        speedSimSeconds = simSeconds;
        ratePoint = {Clock::now(), counters.step, simSeconds};
    }
    if (stop.stop_requested() || stopRequested)
        return false;
    setState(paused ? SessionState::Paused : SessionState::Running);
    return true;
}

// Sleeps until the wall clock has caught up with the simulated one; commands end the sleep.
void TrainingSession::Impl::holdSpeed(std::stop_token stop) {
    if (speed <= 0 || paused)
        return;
    const double simulated = (simSeconds - speedSimSeconds) / batch->worlds();
    const auto due = speedSince + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(simulated / speed));
    while (Clock::now() < due && !stop.stop_requested()) {
        publishProgress();
        const auto patience =
            std::min<Clock::duration>(due - Clock::now(), std::chrono::milliseconds(100));
        if (const auto command = commands.waitPopFor(stop, patience)) {
            obey(*command);
            return;
        }
    }
}

} // namespace paddock

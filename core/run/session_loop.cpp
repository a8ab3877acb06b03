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
            keepPast();
            if (groupsFull() || counters.step >= live.training.maxSteps)
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
    const int count = scenario->policyGroups();
    // One group learns on two threads; several learn at once on one each.
    const int threads = count > 1 ? 1 : std::min(pool->threads(), 2);
    for (int g = 0; g < count; ++g) {
        groups.push_back(
            std::make_unique<PolicyGroup>(*scenario, shape, g, batch->rows(), threads));
        PpoLearner &learner = groups.back()->learner();
        const GroupDemonstrations &demos = demonstrations[std::size_t(g)];
        if (const Status set = learner.setDemonstrations(demos.cloning, demos.gail); !set)
            throw std::runtime_error(set.error().text());
        if (!resumed)
            continue;
        if (const Status loaded = learner.load(resumed->weights[std::size_t(g)]); !loaded)
            throw std::runtime_error(loaded.error().text());
    }
    if (pool->threads() > 1)
        for (int g = 1; g < count; ++g)
            learnerThreads.push_back(std::make_unique<SideThread>());
    actions.resize(std::size_t(batch->rows() * shape.branchCount()));
    handDriven.assign(std::size_t(batch->rows()), 0);
    collisions.assign(std::size_t(batch->rows()), 0);
    ratePoint.step = counters.step;

    openEventFiles();
    if (resumed)
        say(EventLevel::Info,
            (options.runDir.empty() ? "resumed at step "
                                    : "forked from " + options.resume.string() + " at step ") +
                std::to_string(counters.step) +
                "; worlds start anew, so the bits differ from an "
                "uninterrupted run");
    else
        say(EventLevel::Info, "started with seed " + std::to_string(scenario->training.seed));
    publishSnapshot(true);
    publishProgress();
}

// One file a group, in folders of their own where there are several, as TensorBoard compares runs.
void TrainingSession::Impl::openEventFiles() {
    for (const auto &group : groups) {
        const double now = double(std::time(nullptr));
        Result<EventFileWriter> file = EventFileWriter::open(directory.path() / group->name(), now);
        eventFiles.emplace_back();
        if (!file) {
            say(EventLevel::Warning, "no TensorBoard file: " + file.error().text());
            continue;
        }
        eventFiles.back().emplace(std::move(*file));
        if (resumed)
            (void)eventFiles.back()->writeRestart(counters.step, now);
    }
}

void TrainingSession::Impl::stepWorlds() {
    const MatrixView<const float> observations = batch->observations();
    const std::size_t branches = std::size_t(batch->layout().branchCount());
    const MatrixView<std::int32_t> actionView{actions.data(), observations.rows, branches};
    {
        const StageTimer timer(stages.act);
        for (const auto &group : groups)
            group->act(observations, std::uint32_t(counters.decisions), actionView);
        if (taken)
            chooseByHand();
    }
    const StageTimer timer(stages.worlds);
    batch->step(actionView);
}

void TrainingSession::Impl::storeStep() {
    const StageTimer timer(stages.store);
    checkFinite();
    for (const auto &group : groups)
        group->store(*batch, taken ? taken->row : -1);
    if (taken)
        keepByHand();
    countEpisodes();
    trace.follow(*batch);
    counters.step += std::int64_t(batch->rows()) / std::int64_t(groups.size());
    ++counters.decisions;
    simSeconds += batch->decisionPeriod() * batch->worlds();
}

// What a person drove says nothing about the policies.
void TrainingSession::Impl::countEpisodes() {
    for (const FinishedEpisode &episode : batch->finished()) {
        collisions[std::size_t(episode.row)] += isCollision(episode.outcome) ? 1 : 0;
        std::uint8_t &byHand = handDriven[std::size_t(episode.row)];
        if (byHand) {
            byHand = taken && taken->row == episode.row;
            continue;
        }
        window.add(episode);
        groups[std::size_t(scenario->groupOf(episode.row))]->summary.episodes.add(episode);
        ++counters.episodes;
    }
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

bool TrainingSession::Impl::groupsFull() const {
    return groups.front()->full(); // all have as many rows and fill at the same step
}

void TrainingSession::Impl::learn() {
    const StageTimer timer(stages.update);
    const std::vector<UpdateStats> all = learnAll();
    for (std::size_t g = 0; g < all.size(); ++g)
        if (!all[g].finite)
            throw std::runtime_error("update " + std::to_string(counters.updates + 1) +
                                     (all.size() > 1 ? " of " + groups[g]->name() : std::string()) +
                                     " at step " + std::to_string(counters.step) + ": " +
                                     all[g].problem + "; the weights are those of before");
    ++counters.updates;
}

// Groups share nothing: each learns on its own thread, with the same bits as one after another.
std::vector<UpdateStats> TrainingSession::Impl::learnAll() {
    std::vector<UpdateStats> all(groups.size());
    const auto job = [this, &all](std::size_t g) {
        all[g] = groups[g]->learn(batch->observations(), counters.step);
    };
    for (std::size_t i = 0; i < learnerThreads.size(); ++i)
        learnerThreads[i]->start([&job, i] { job(i + 1); });
    job(0);
    for (std::size_t g = 1 + learnerThreads.size(); g < groups.size(); ++g)
        job(g);
    for (const auto &thread : learnerThreads)
        thread->wait();
    return all;
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
    // A person is not to be rushed after an update that took long.
    const auto late = std::chrono::milliseconds(50);
    const auto dueNow = [this] {
        const double simulated = (simSeconds - speedSimSeconds) / batch->worlds();
        return speedSince + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(simulated / speed));
    };
    if (taken && Clock::now() > dueNow() + late) {
        speedSince = Clock::now();
        speedSimSeconds = simSeconds;
    }
    const Clock::time_point due = dueNow();
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

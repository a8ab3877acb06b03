// What a session does besides stepping: commands, files, copies for its owner.
#include "core/base/hash.h"
#include "core/run/session_impl.h"
#include "core/run/timing_tag.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>
#include <ctime>

namespace paddock {

namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

} // namespace

void TrainingSession::Impl::obey(const SessionCommand &command) {
    std::visit(Overloaded{[this](const CommandPause &) { paused = true; },
                          [this](const CommandResume &) { paused = false; },
                          [this](const CommandStep &) { paused = stepOnce = true; },
                          [this](const CommandStop &) { stopRequested = true; },
                          [this](const CommandCheckpoint &) { (void)writeCheckpoint(); },
                          [this](const CommandWatch &c) {
                              watchedRow = std::clamp(c.row, 0, batch->rows() - 1);
                              render = c.render;
                              why = c.why && render;
                              why ? trace.watch(watchedRow, *batch) : trace.forget();
                              publishSnapshot(true);
                          },
                          [this](const CommandSpeed &c) {
                              speed = std::max(c.realTimeFactor, 0.0);
                              speedSince = Clock::now();
                              speedSimSeconds = simSeconds;
                          },
                          [this](const CommandSet &c) { setLive(c.path, c.value); },
                          [this](const CommandTakeOver &c) { takeOver(c); },
                          [this](const CommandSituation &c) { handOverSituation(c.row); },
                          [this](const CommandRecall &) { recall(); }},
               command);
}

void TrainingSession::Impl::setLive(const std::string &path, const std::string &value) {
    const Scenario before = live;
    if (const Status set = setField(live, path, value); !set)
        return say(EventLevel::Error, set.error().text());
    const std::vector<FieldDifference> changes = differences(before, live);
    const std::vector<FieldRow> fields = listFields(live);
    for (const FieldDifference &change : changes)
        for (const FieldRow &field : fields)
            if (field.path == change.path && !field.live) {
                live = before;
                return say(EventLevel::Error, change.path + " cannot change while a run trains");
            }
    for (const FieldDifference &change : changes)
        say(EventLevel::Change, change.path + " " + change.before + " -> " + change.after);
    for (const auto &group : groups)
        group->learner().setTraining(groupTraining(live.training, group->index()));
    batch->setRandomization(live.randomization);
}

void TrainingSession::Impl::writeSummary() {
    for (const auto &group : groups) {
        MetricRow row = group->summary.row(counters.step, wallSeconds(), live.training.gail.useVail,
                                           trackLength);
        group->summary = {};
        row.group = group->index();
        row.groupName = group->name();
        auto &eventFile = eventFiles[std::size_t(group->index())];
        writeRow(std::move(row), eventFile ? &*eventFile : nullptr);
    }
}

void TrainingSession::Impl::writeRow(MetricRow row, EventFileWriter *eventFile) {
    if (const Status s = directory.appendMetrics(row); !s)
        throw std::runtime_error(s.error().text());
    if (row.group == 0) {
        const MetricRow timing{row.step,
                               row.wallSeconds,
                               {{tag::kStepsPerSecond, recentStepsPerSecond},
                                {tag::kEpisodes, double(counters.episodes)}}};
        if (const Status s = directory.appendTiming(timing); !s)
            throw std::runtime_error(s.error().text());
        row.values.insert(row.values.end(), timing.values.begin(), timing.values.end());
    }
    if (eventFile) {
        const Status written = eventFile->write(row, double(std::time(nullptr)));
        if (!written || !eventFile->flush()) {
            eventFiles[std::size_t(row.group)].reset();
            say(EventLevel::Warning, "the TensorBoard file cannot be written any more");
        }
    }
    metrics.pushDropOldest(std::move(row));
}

Status TrainingSession::Impl::writeCheckpoint() {
    if (counters.step == checkpointedStep)
        return Done{};
    Checkpoint checkpoint{counters, {}};
    checkpoint.state.scenario = live;
    for (const auto &group : groups) {
        if (!group->learner().finite())
            return Done{};
        checkpoint.weights.push_back(group->learner().save());
    }
    const Status written = directory.writeCheckpoint(counters.step, encodeCheckpoint(checkpoint),
                                                     live.training.keepCheckpoints);
    if (!written) {
        say(EventLevel::Error, "checkpoint not written: " + written.error().text());
        return written;
    }
    checkpointedStep = counters.step;
    say(EventLevel::Info, "checkpoint at step " + std::to_string(counters.step));
    return Done{};
}

void TrainingSession::Impl::finish(SessionState state, const std::string &message) {
    std::string words = message;
    try {
        if (!groups.empty() && state != SessionState::Failed) {
            if (const Status written = writeCheckpoint(); !written) {
                // What was learned since the last checkpoint is lost: that is no success.
                state = SessionState::Failed;
                words = "the last checkpoint could not be written: " + written.error().text();
            }
            publishSnapshot(true);
            if (render)
                recall(); // the last moments can be looked at when nobody answers any more
        }
        if (state == SessionState::Failed)
            say(EventLevel::Error, "the run failed: " + words);
        else
            say(EventLevel::Info, state == SessionState::Finished ? "finished" : "stopped");
        publishProgress();
    } catch (const std::exception &e) {
        state = SessionState::Failed;
        words = e.what();
    }
    lock.release();
    std::lock_guard guard(progressMutex);
    shared.state = state;
    shared.message = words;
    finalHash = paramsHash();
    ended.notify_all();
}

// Of one policy its own; of several all of theirs, in order.
std::uint64_t TrainingSession::Impl::paramsHash() const {
    if (groups.size() == 1)
        return groups.front()->learner().paramsHash();
    Fnv1a64 hash;
    for (const auto &group : groups)
        hash.add(group->learner().paramsHash());
    return groups.empty() ? 0 : hash.value();
}

void TrainingSession::Impl::publishSnapshot(bool evenIfRecent) {
    if (!render)
        return;
    const Clock::time_point now = Clock::now();
    if (!evenIfRecent &&
        std::chrono::duration<double>(now - lastSnapshot).count() < options.snapshotPeriod)
        return;
    lastSnapshot = now;
    auto snapshot = std::make_shared<SessionSnapshot>();
    batch->snapshot(snapshot->scene);
    explain(snapshot->picked);
    snapshots.put(std::move(snapshot));
}

void TrainingSession::Impl::explain(AgentDetail &detail) {
    const std::size_t row = std::size_t(watchedRow);
    const int agents = batch->agentsPerWorld(), world = watchedRow / agents;
    const Task &task = batch->task(world);
    const auto copy = [row](MatrixView<const float> m) {
        const auto values = m.row(row);
        return std::vector<float>(values.begin(), values.end());
    };
    detail.row = watchedRow;
    detail.observation = copy(batch->observations());
    detail.rewardTerms = copy(batch->rewardTerms());
    detail.returnTerms = copy(batch->returnTerms());
    detail.group = scenario->groupOf(watchedRow);
    detail.byHand = taken && taken->row == watchedRow;
    detail.race = task.race(watchedRow % agents);
    detail.collisions = collisions[row];
    explainDecision(detail);
    const std::size_t branches = std::size_t(batch->layout().branchCount());
    detail.action.assign(actions.begin() + std::ptrdiff_t(row * branches),
                         actions.begin() + std::ptrdiff_t((row + 1) * branches));
    detail.episodeStep = task.episodeStep(watchedRow % agents);
    detail.episode = task.episode(watchedRow % agents);
    const DynamicsSample &d = task.world().dynamics(watchedRow % agents);
    detail.dynamics = {d.friction, d.delay, d.comOffset, d.suspensionOffset, d.tireStiffnessOffset};
}

// The decision that the next step will take, unless a person takes it.
void TrainingSession::Impl::explainDecision(AgentDetail &detail) {
    PolicyGroup &group = *groups[std::size_t(detail.group)];
    PolicyDecision decision = group.learner().explain(
        detail.observation, std::uint32_t(counters.decisions), group.placeOf(watchedRow), why);
    detail.value = decision.value;
    detail.logits = std::move(decision.logits);
    detail.probabilities = std::move(decision.probabilities);
    detail.nextAction = std::move(decision.action);
    detail.sensitivity = std::move(decision.sensitivity);
    if (why)
        trace.explain(group.learner(), detail);
}

void TrainingSession::Impl::handOverSituation(int row) {
    row = std::clamp(row, 0, batch->rows() - 1);
    const int agents = batch->agentsPerWorld();
    std::shared_ptr<const Viewpoint> view = batch->task(row / agents).viewpoint(row % agents);
    PolicyGroup &group = *groups[std::size_t(scenario->groupOf(row))];
    PpoLearner &learner = group.learner();
    situations.put(std::make_shared<const PolicySituation>(PolicySituation{
        row, counters.step, learner.shape(), groupTraining(live.training, group.index()),
        learner.save(), std::move(view)}));
}

void TrainingSession::Impl::publishProgress() {
    const Clock::time_point now = Clock::now();
    const double since = std::chrono::duration<double>(now - ratePoint.time).count();
    if (since >= 1.0) {
        recentStepsPerSecond = double(counters.step - ratePoint.step) / since;
        recentRealTimeFactor = (simSeconds - ratePoint.simSeconds) / batch->worlds() / since;
        ratePoint = {now, counters.step, simSeconds};
    }
    const double wall = wallSeconds();
    const double done = double(counters.step - startStep);
    const double rate = recentStepsPerSecond > 0 ? recentStepsPerSecond
                        : wall > 0               ? done / wall
                                                 : 0;
    // Means over the window cost more than the rest; episodes end far less often than steps.
    const bool newEpisodes = counters.episodes != shared.episodes;
    const EpisodeMeans means = newEpisodes ? window.means() : EpisodeMeans{};
    std::lock_guard lock(progressMutex);
    shared.steps = counters.step;
    shared.episodes = counters.episodes;
    shared.updates = counters.updates;
    shared.wallSeconds = wall;
    shared.simSeconds = simSeconds;
    shared.stepsPerSecond = rate;
    shared.realTimeFactor = recentRealTimeFactor;
    shared.etaSeconds =
        rate > 0 ? double(std::max<std::int64_t>(shared.maxSteps - counters.step, 0)) / rate : -1;
    if (newEpisodes) {
        shared.successRate = means.successRate;
        shared.meanReturn = means.meanReturn;
        shared.meanLength = means.meanLength;
    }
    shared.entropy = 0;
    for (const auto &group : groups)
        shared.entropy += group->entropy / double(groups.size());
    shared.stages = stages;
}

void TrainingSession::Impl::say(EventLevel level, const std::string &text) {
    static constexpr const char *kWords[] = {"info", "change", "warning", "error"};
    events.pushDropOldest({counters.step, wallSeconds(), level, text});
    // A log that cannot be written must not end a run; the owner has the event all the same.
    (void)directory.appendEvent("step " + std::to_string(counters.step) + " " + kWords[int(level)] +
                                ": " + text);
}

double TrainingSession::Impl::wallSeconds() const {
    return std::chrono::duration<double>(Clock::now() - started - pausedTotal).count();
}

void TrainingSession::Impl::setState(SessionState state) {
    std::lock_guard lock(progressMutex);
    shared.state = state;
}

} // namespace paddock

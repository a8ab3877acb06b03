#include "core/run/training_session.h"

#include "core/base/text.h"
#include "core/learn/blas_info.h"
#include "core/run/build_info.h"
#include "core/run/demonstration_load.h"
#include "core/run/policy_driver.h"
#include "core/run/session_impl.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <ctime>

namespace paddock {

namespace {

constexpr const char *kTrackFile = "track.json";

// The directory of the run: an exact one, that of the run to resume, or a new one.
Result<RunDirectory> makeDirectory(const Scenario &scenario, const SessionOptions &options) {
    if (!options.runDir.empty())
        return RunDirectory::createAt(options.runDir);
    if (!options.resume.empty()) {
        const Result<CheckpointPlace> place = locateCheckpoint(options.resume);
        if (!place)
            return place.error();
        return RunDirectory::open(place->runDir);
    }
    return RunDirectory::create(options.runsFolder, scenario.name, scenario.training.seed,
                                std::int64_t(std::time(nullptr)));
}

// A policy can only go on in a scenario of the same shape.
Status checkFits(const Checkpoint &checkpoint, const Scenario &scenario) {
    const PolicyShape now = policyShape(scenario, taskLayout(scenario));
    const Scenario &then = checkpoint.state.scenario;
    if (now != policyShape(then, taskLayout(then)))
        return Error(Problem{"resume",
                             "is a checkpoint of a policy with other inputs, actions or layers",
                             "the agents, actions and network sizes of the checkpoint's scenario"});
    if (scenario.policyGroups() != then.policyGroups())
        return Error(Problem{"resume",
                             "is a checkpoint of " + std::to_string(then.policyGroups()) +
                                 " policies, and the scenario has " +
                                 std::to_string(scenario.policyGroups()),
                             "the same training.policies and agents.count"});
    return Done{};
}

// What a group imitates; null where nothing. Files are relative to the working directory.
Result<std::shared_ptr<const DemonstrationData>> demonstrationOf(bool enabled, const char *section,
                                                                 const std::string &paths,
                                                                 const Scenario &scenario,
                                                                 int group) {
    std::shared_ptr<const DemonstrationData> none;
    if (!enabled)
        return none;
    const std::string file = demoPathOf(paths, group);
    if (file.empty())
        return Error(Problem{scenario.name + ": /training/" + section + "/demo_path", "is empty",
                             "a demonstration file (.pdemo or .demo)"});
    Result<DemonstrationData> data =
        loadLearnerData({file}, policyShape(scenario, taskLayout(scenario)));
    if (!data)
        return data.error();
    return std::shared_ptr<const DemonstrationData>(
        std::make_shared<DemonstrationData>(std::move(*data)));
}

Result<std::vector<GroupDemonstrations>> loadDemonstrations(const Scenario &scenario) {
    const TrainingSpec &training = scenario.training;
    std::vector<GroupDemonstrations> all;
    for (int group = 0; group < scenario.policyGroups(); ++group) {
        auto cloning = demonstrationOf(training.cloning.enabled, "behavioral_cloning",
                                       training.cloning.demoPath, scenario, group);
        if (!cloning)
            return cloning.error();
        auto gail =
            demonstrationOf(training.gail.enabled, "gail", training.gail.demoPath, scenario, group);
        if (!gail)
            return gail.error();
        all.push_back({std::move(*cloning), std::move(*gail)});
    }
    return all;
}

Status prepare(RunDirectory &directory, const Scenario &scenario, const SessionInfo &info,
               const std::optional<Checkpoint> &resumed) {
    if (resumed) {
        if (const Status s = directory.truncateMetricsAfter(resumed->state.step); !s)
            return s.error();
        if (const Status s = directory.removeCheckpointsAfter(resumed->state.step); !s)
            return s.error();
    }
    if (scenario.track)
        if (const Status s = saveTrack(*scenario.track, directory.path() / scenario.trackFile); !s)
            return s.error();
    if (const Status s = directory.writeScenario(writeScenario(scenario)); !s)
        return s.error();
    return directory.writeBuild(buildInfoJson(info.blas));
}

SessionInfo describe(const Scenario &scenario, const std::filesystem::path &folder) {
    const TaskLayout layout = taskLayout(scenario);
    SessionInfo info;
    info.runDir = folder;
    info.observations = layout.observations;
    info.rewardTerms = layout.rewardTerms;
    info.dynamics = layout.dynamics;
    for (const ActionBranch &branch : layout.branches) {
        info.branchNames.push_back(branch.name);
        info.branchOptions.push_back(branch.options);
    }
    for (int group = 0; group < scenario.policyGroups(); ++group)
        info.groups.push_back(scenario.groupName(group));
    info.blas = blasName();
    return info;
}

} // namespace

TrainingSession::Impl::Impl(Scenario given, SessionOptions givenOptions, RunDirectory folder)
    : scenario(std::make_shared<const Scenario>(given)), options(std::move(givenOptions)),
      sessionInfo(describe(*scenario, folder.path())), directory(std::move(folder)),
      live(std::move(given)) {}

Result<std::unique_ptr<TrainingSession>> TrainingSession::create(const Scenario &given,
                                                                 const SessionOptions &options) {
    if (std::vector<Problem> problems = validate(given, given.name); !problems.empty())
        return Error(std::move(problems));
    if (given.kind == ScenarioKind::Racing && !given.track)
        return Error(Problem{given.name + ": /track", "was not loaded", "a track document"});
    Scenario scenario = given;
    if (scenario.track)
        scenario.trackFile = kTrackFile; // the run directory holds its own copy
    std::optional<Checkpoint> resumed;
    if (!options.resume.empty()) {
        Result<Checkpoint> checkpoint = loadCheckpoint(options.resume);
        if (!checkpoint)
            return checkpoint.error();
        if (const Status fits = checkFits(*checkpoint, scenario); !fits)
            return fits.error();
        resumed = std::move(*checkpoint);
    }
    Result<std::vector<GroupDemonstrations>> demonstrations = loadDemonstrations(scenario);
    if (!demonstrations)
        return demonstrations.error();
    Result<RunDirectory> directory = makeDirectory(scenario, options);
    if (!directory)
        return directory.error();
    Result<RunLock> lock = RunLock::take(directory->path());
    if (!lock)
        return lock.error();
    auto impl = std::make_unique<Impl>(scenario, options, std::move(*directory));
    impl->lock = std::move(*lock);
    if (const Status s = prepare(impl->directory, scenario, impl->sessionInfo, resumed); !s)
        return s.error();
    if (resumed) {
        impl->counters = resumed->state;
        impl->startStep = resumed->state.step;
        impl->shared.steps = resumed->state.step;
        impl->shared.episodes = resumed->state.episodes;
        impl->shared.updates = resumed->state.updates;
    }
    impl->demonstrations = std::move(*demonstrations);
    impl->trackLength = scenario.track ? double(scenario.track->length()) : 0;
    impl->resumed = std::move(resumed);
    impl->shared.maxSteps = scenario.training.maxSteps;
    impl->paused = options.startPaused;
    return std::unique_ptr<TrainingSession>(new TrainingSession(std::move(impl)));
}

TrainingSession::TrainingSession(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

TrainingSession::~TrainingSession() {
    if (!m_impl->thread.joinable())
        return;
    m_impl->thread.request_stop();
    m_impl->thread.join();
}

void TrainingSession::start() {
    if (m_impl->thread.joinable())
        return;
    m_impl->setState(SessionState::Running);
    m_impl->thread = std::jthread([impl = m_impl.get()](std::stop_token stop) { impl->run(stop); });
}

void TrainingSession::post(SessionCommand command) {
    m_impl->commands.pushDropOldest(std::move(command));
}

void TrainingSession::wait() {
    std::unique_lock lock(m_impl->progressMutex);
    m_impl->ended.wait(lock, [this] { return m_impl->shared.state > SessionState::Paused; });
}

bool TrainingSession::ended() const {
    return progress().state > SessionState::Paused;
}

const Scenario &TrainingSession::scenario() const {
    return *m_impl->scenario;
}

SessionInfo TrainingSession::info() const {
    return m_impl->sessionInfo;
}

SessionProgress TrainingSession::progress() const {
    std::lock_guard lock(m_impl->progressMutex);
    return m_impl->shared;
}

std::shared_ptr<const EpisodeRecording> TrainingSession::takePast() {
    return m_impl->pasts.take();
}

std::shared_ptr<const SessionSnapshot> TrainingSession::takeSnapshot() {
    return m_impl->snapshots.take();
}

std::shared_ptr<const PolicySituation> TrainingSession::takeSituation() {
    return m_impl->situations.take();
}

std::vector<MetricRow> TrainingSession::takeMetrics() {
    return m_impl->metrics.takeAll();
}

std::vector<SessionEvent> TrainingSession::takeEvents() {
    return m_impl->events.takeAll();
}

void TrainingSession::setInput(const DriveInput &input) {
    std::lock_guard lock(m_impl->inputMutex);
    m_impl->input = input;
}

std::vector<DrivenLap> TrainingSession::takeLaps() {
    return m_impl->drivenLaps.takeAll();
}

std::uint64_t TrainingSession::paramsHash() const {
    std::lock_guard lock(m_impl->progressMutex);
    return m_impl->finalHash;
}

} // namespace paddock

#include "core/run/drive_world.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/run/policy_driver.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr std::int64_t kEndlessLaps = 1'000'000'000;

bool drivesOpponents(OpponentKind kind) {
    return kind != OpponentKind::None && kind != OpponentKind::Ghost;
}

// One world as a person drives it: nothing that is there for the sake of learning.
Scenario drivenScenario(const DriveSetup &setup) {
    Scenario s = setup.scenario;
    s.parallel.worlds = 1;
    s.parallel.families = 1;
    s.randomization.degree = 0;
    s.task.restartPeriod = 0;
    s.task.scatteredStarts = 0;
    s.racing.laps = kEndlessLaps;
    s.racing.timeLimit = 0;
    s.racing.startAnywhere = false;
    s.racing.heats = false;
    if (drivesOpponents(setup.opponent)) {
        if (s.kind == ScenarioKind::Racing)
            s.agents.count = std::max<std::int64_t>(s.agents.count, 2);
        return s;
    }
    // Alone: where this agent starts and what it intends are those of the only one.
    const std::size_t agent = std::size_t(setup.agent);
    if (s.kind == ScenarioKind::Intersection) {
        s.agents.legs = {s.agents.legs[agent % s.agents.legs.size()]};
        s.agents.intentions = {s.agents.intentions[agent % s.agents.intentions.size()]};
    }
    s.agents.count = 1;
    return s;
}

// Recorded laps belong to the document as it was given, not to the world made from it.
DemonstrationMeta metaOf(const DriveSetup &setup, const Scenario &driven) {
    DemonstrationMeta meta = demonstrationMeta(driven, setup.agent);
    meta.scenarioHash = fnv1a(writeScenario(setup.scenario));
    return meta;
}

std::vector<Problem> check(const DriveSetup &setup) {
    const Scenario &s = setup.scenario;
    std::vector<Problem> problems = validate(s, s.name);
    const auto require = [&problems](bool good, std::string where, std::string what,
                                     std::string expected) {
        if (!good)
            problems.push_back({std::move(where), std::move(what), std::move(expected)});
    };
    require(s.kind != ScenarioKind::Racing || s.track, s.name + ": /track", "was not loaded",
            "a track document");
    require(setup.agent >= 0 && setup.agent < s.agents.count, "agent",
            "is " + numberText(setup.agent + 1), "1 to " + numberText(s.agents.count));
    require(std::isfinite(setup.countdown) && setup.countdown >= 0 && setup.countdown <= 60,
            "countdown", "is " + numberText(setup.countdown), "0 to 60 s");
    require(setup.lapsWanted >= 1, "laps", "are " + numberText(setup.lapsWanted), "1 or more");
    return problems;
}

} // namespace

Result<std::unique_ptr<DriveWorld>> DriveWorld::create(DriveSetup setup) {
    if (std::vector<Problem> problems = check(setup); !problems.empty())
        return Error(std::move(problems));
    std::unique_ptr<DriveWorld> world(new DriveWorld(std::move(setup)));
    if (const Status ready = world->setUpOpponent(); !ready)
        return ready.error();
    world->restart();
    return world;
}

DriveWorld::DriveWorld(DriveSetup setup)
    : m_setup(std::move(setup)),
      m_scenario(std::make_shared<const Scenario>(drivenScenario(m_setup))), m_scene(m_scenario),
      m_row(drivesOpponents(m_setup.opponent) ? m_setup.agent : 0),
      m_control(*m_scenario, m_setup.mode, m_setup.assist), m_laps(metaOf(m_setup, *m_scenario)) {}

Status DriveWorld::setUpOpponent() {
    if (m_setup.opponent == OpponentKind::Ghost) {
        Result<GhostCar> ghost = GhostCar::create(m_setup.ghost, *m_scenario);
        if (!ghost)
            return ghost.error();
        m_ghost = std::move(*ghost);
        auto scene = std::make_shared<Scenario>(*m_scenario);
        ++scene->agents.count;
        m_scene = std::move(scene);
    }
    if (!drivesOpponents(m_setup.opponent))
        return Done{};
    const char *name = m_setup.opponent == OpponentKind::Policy         ? "policy"
                       : m_setup.opponent == OpponentKind::FollowTheGap ? "follow_the_gap"
                                                                        : "disparity_extender";
    Result<std::unique_ptr<Driver>> driver =
        makeNamedDriver(*m_scenario, name, m_setup.policy, m_setup.seed);
    if (!driver)
        return driver.error();
    m_opponent = std::move(*driver);
    return Done{};
}

// A new batch, for the cars of the old one would stand in the way of the slots.
void DriveWorld::restart() {
    if (m_batch)
        m_episodesBefore += m_batch->task(0).episode(m_row) + 1;
    m_batch = std::make_unique<WorldBatch>(m_scenario, m_setup.seed + m_restarts++, m_pool);
    m_actions.assign(std::size_t(m_batch->rows() * m_batch->layout().branchCount()), 0);
    m_control = ManualControl(*m_scenario, m_setup.mode, m_setup.assist);
    m_laps.drop();
    m_lapsBefore = 0;
    m_lapDecisions = 0;
}

void DriveWorld::record() {
    restart();
    m_recording = true;
    m_cleanLaps = 0;
}

void DriveWorld::stopRecording() {
    m_recording = false;
    m_laps.drop();
}

void DriveWorld::setControl(ManualMode mode, const AssistSpec &assist) {
    m_setup.mode = mode;
    m_setup.assist = assist;
    m_control.setMode(mode);
    m_control.setAssist(assist);
}

std::span<std::int32_t> DriveWorld::action() {
    const std::size_t branches = std::size_t(m_batch->layout().branchCount());
    return std::span(m_actions).subspan(std::size_t(m_row) * branches, branches);
}

void DriveWorld::choose(const DriveInput &input) {
    const MatrixView<const float> seen = m_batch->observations();
    if (m_opponent)
        m_opponent->act(seen, std::uint32_t(m_decisions),
                        {m_actions.data(), seen.rows, m_actions.size() / seen.rows});
    m_control.choose(input, {appliedSteer(), seen.row(std::size_t(m_row))}, action());
}

DriveStep DriveWorld::step(const DriveInput &input) {
    choose(input);
    const auto row = m_batch->observations().row(std::size_t(m_row));
    const std::vector<float> seen(row.begin(), row.end());
    const Pose pose = m_batch->task(0).world().pose(m_row);
    const std::size_t rows = std::size_t(m_batch->rows());
    m_batch->step({m_actions.data(), rows, m_actions.size() / rows});
    ++m_decisions;
    ++m_lapDecisions;
    if (m_recording)
        m_laps.add(seen, pose, action(), m_batch->rewards()[std::size_t(m_row)]);
    return judge();
}

// A lap ends at its line or with the episode.
DriveStep DriveWorld::judge() {
    DriveStep result;
    const RaceStatus race = m_batch->task(0).race(m_row);
    for (const FinishedEpisode &episode : m_batch->finished())
        if (episode.row == m_row) {
            const LapVerdict verdict = verdictOf(episode.outcome);
            m_collisions += isCollision(episode.outcome) ? 1 : 0;
            const bool clean = verdict == LapVerdict::Clean;
            result.lap = closeLap(verdict, clean ? episode.length * m_batch->decisionPeriod() : 0);
            result.ended = true;
        }
    if (!result.ended && race.laps > m_lapsBefore) {
        if (m_bestLap == 0 || race.lastLapTime < m_bestLap)
            m_bestLap = race.lastLapTime;
        result.lap = closeLap(LapVerdict::Clean, race.lastLapTime);
    }
    m_lapsBefore = race.laps;
    if (result.lap && m_recording && result.lap->verdict == LapVerdict::Clean &&
        ++m_cleanLaps >= m_setup.lapsWanted) {
        m_recording = false;
        result.complete = true;
    }
    return result;
}

DrivenLap DriveWorld::closeLap(LapVerdict verdict, double lapTime) {
    DrivenLap lap = m_laps.close(verdict, lapTime, verdict == LapVerdict::Time);
    lap.recorded = m_recording;
    m_lapDecisions = 0;
    return lap;
}

float DriveWorld::appliedThrottle() const {
    const auto &throttles = m_scenario->kind == ScenarioKind::Racing ? m_scenario->racing.throttles
                                                                     : m_scenario->task.throttles;
    const std::size_t branches = std::size_t(m_batch->layout().branchCount());
    return float(throttles[std::size_t(m_actions[std::size_t(m_row) * branches])]);
}

float DriveWorld::appliedSteer() const {
    return m_batch->task(0).visual(m_row).steer;
}

RaceStatus DriveWorld::race() const {
    RaceStatus race = m_batch->task(0).race(m_row);
    race.bestLapTime = m_bestLap;
    return race;
}

SessionInfo DriveWorld::info() const {
    const TaskLayout &layout = m_batch->layout();
    SessionInfo info;
    info.observations = layout.observations;
    info.rewardTerms = layout.rewardTerms;
    info.dynamics = layout.dynamics;
    for (const ActionBranch &branch : layout.branches) {
        info.branchNames.push_back(branch.name);
        info.branchOptions.push_back(branch.options);
    }
    info.groups = {""};
    return info;
}

void DriveWorld::snapshot(SessionSnapshot &out) const {
    m_batch->snapshot(out.scene);
    out.scene.step = m_decisions;
    out.scene.simTime = simSeconds();
    if (m_ghost) {
        out.scene.agents.push_back(m_ghost->at(m_lapDecisions));
        ++out.scene.agentsPerWorld;
    }
    explain(out.picked);
}

void DriveWorld::explain(AgentDetail &detail) const {
    const Task &task = m_batch->task(0);
    const auto copy = [this](MatrixView<const float> m) {
        const auto values = m.row(std::size_t(m_row));
        return std::vector<float>(values.begin(), values.end());
    };
    detail.row = m_row;
    detail.observation = copy(m_batch->observations());
    detail.rewardTerms = copy(m_batch->rewardTerms());
    detail.returnTerms = copy(m_batch->returnTerms());
    const std::ptrdiff_t branches = m_batch->layout().branchCount();
    detail.action.assign(m_actions.begin() + m_row * branches,
                         m_actions.begin() + (m_row + 1) * branches);
    detail.episodeStep = task.episodeStep(m_row);
    detail.episode = m_episodesBefore + task.episode(m_row);
    const DynamicsSample &d = task.world().dynamics(m_row);
    detail.dynamics = {d.friction, d.delay, d.comOffset, d.suspensionOffset, d.tireStiffnessOffset};
    detail.race = race();
    detail.byHand = true;
}

} // namespace paddock

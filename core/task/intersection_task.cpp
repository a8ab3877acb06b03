#include "core/task/intersection_task.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace paddock {

namespace {

// Columns of the reward terms.
enum Term { kGoalTerm, kViolationTerm, kShapingTerm, kProgressTerm, kStepTerm, kTermCount };

constexpr int kSpawnTries = 32;
constexpr float kSpawnClearance = 0.10f; // m between footprints' circles

std::vector<Route> allRoutes(const Scenario &s) {
    std::vector<Route> routes;
    const auto &legs = s.agents.legs;
    for (int i = 0; i < int(s.agents.count); ++i) {
        const int leg = int(legs[std::size_t(i) % legs.size()]);
        // Agents that share a leg take its lanes from the inner one outward.
        int lane = 0;
        for (int j = 0; j < i; ++j)
            lane += int(legs[std::size_t(j) % legs.size()]) == leg;
        lane %= int(s.map.lanesPerDirection);
        for (const Turn turn : {Turn::Straight, Turn::Left, Turn::Right})
            routes.push_back(makeRoute(s.map, s.task, leg, turn, lane));
    }
    return routes;
}

// One observation without noise; `peerAt(k)` is what peer k of `peers` tells.
template <class PeerAt>
void writeRow(const IntersectionTaskSpec &task, Pose own, Vec2 goal, int peers,
              std::span<float> row, PeerAt peerAt) {
    const float yaw = task.frame == ObservationFrame::Body ? own.yaw : 0.0f;
    const float c = std::cos(yaw), s = std::sin(yaw);
    std::size_t column = 0;
    const auto writeRelative = [&](Vec2 point) {
        const Vec2 d = point - own.position;
        row[column++] = c * d.x + s * d.y;
        row[column++] = c * d.y - s * d.x;
    };
    writeRelative(goal);
    for (int k = 0; k < peers; ++k) {
        const IntersectionTask::Seen peer = peerAt(k);
        writeRelative(peer.pose.position);
        row[column++] = wrapAngle(peer.pose.yaw - own.yaw);
        row[column++] = peer.speed;
    }
}

class CrossingViewpoint : public Viewpoint {
  public:
    CrossingViewpoint(std::shared_ptr<const Scenario> scenario, Route route, Pose pose,
                      std::vector<IntersectionTask::Seen> peers)
        : m_scenario(std::move(scenario)), m_route(std::move(route)), m_pose(pose),
          m_peers(std::move(peers)) {}

    void observe(Pose pose, std::span<float> row) const override {
        writeRow(m_scenario->task, pose, m_route.goalMiddle, int(m_peers.size()), row,
                 [this](int k) { return m_peers[std::size_t(k)]; });
    }
    // The carriageway of the agent's own way, turned as its middle goes.
    std::optional<Pose> placeAt(Vec2 point) const override {
        std::optional<Pose> place;
        float nearest = m_route.halfWidth;
        for (std::size_t i = 0; i + 1 < m_route.centre.size(); ++i) {
            const Vec2 a = m_route.centre[i], along = m_route.centre[i + 1] - a;
            const float square = dot(along, along);
            const float t = square > 0 ? dot(point - a, along) / square : -1;
            // Inner joints are rounded; the two ends are cut straight.
            if ((t < 0 && i == 0) || (t > 1 && i + 2 == m_route.centre.size()))
                continue;
            const float away = length(point - a - along * std::clamp(t, 0.0f, 1.0f));
            if (away > nearest)
                continue;
            nearest = away;
            place = Pose{point, std::atan2(along.y, along.x)};
        }
        return place;
    }
    Bounds bounds() const override {
        Bounds all{m_route.centre.front(), m_route.centre.front()};
        for (const Vec2 p : m_route.centre) {
            const Vec2 half{m_route.halfWidth, m_route.halfWidth};
            const Vec2 lo = p - half, hi = p + half;
            all.min = {std::min(all.min.x, lo.x), std::min(all.min.y, lo.y)};
            all.max = {std::max(all.max.x, hi.x), std::max(all.max.y, hi.y)};
        }
        return all;
    }
    Pose pose() const override { return m_pose; }

  private:
    std::shared_ptr<const Scenario> m_scenario;
    Route m_route;
    Pose m_pose;
    std::vector<IntersectionTask::Seen> m_peers; // in the order of the observation
};

} // namespace

TaskLayout intersectionLayout(const Scenario &scenario) {
    TaskLayout layout;
    const std::string frame =
        scenario.task.frame == ObservationFrame::Body ? "x forward, y left" : "world axes";
    layout.observations = {{"goal_x", "m", "Goal relative to the car; " + frame},
                           {"goal_y", "m", "Goal relative to the car; " + frame}};
    for (int peer = 1; peer < scenario.agents.count; ++peer) {
        const std::string name = "peer" + std::to_string(peer);
        layout.observations.push_back({name + "_dx", "m", "Peer relative to the car; " + frame});
        layout.observations.push_back({name + "_dy", "m", "Peer relative to the car; " + frame});
        layout.observations.push_back({name + "_dyaw", "rad", "Yaw of the peer minus own yaw"});
        layout.observations.push_back({name + "_speed", "m/s", "Forward speed of the peer"});
    }
    const auto words = [](const std::vector<double> &values) {
        std::vector<std::string> list;
        for (const double value : values)
            list.push_back(numberText(value));
        return list;
    };
    layout.branches = {{"throttle", words(scenario.task.throttles)}, {"steer", {}}};
    for (const double steer : scenario.task.steers)
        layout.branches[1].options.push_back(steerName(steer));
    layout.rewardTerms = {{"goal", "", "The goal was reached (eq. 1, first case)"},
                          {"violation", "", "Collision or lane left (eq. 1, second case)"},
                          {"shaping", "", "Nearness to the goal (eq. 1, last case)"},
                          {"progress", "", "Metres won toward the goal (not in the paper)"},
                          {"step", "", "Cost of time (not in the paper)"}};
    layout.dynamics = dynamicsQuantities();
    return layout;
}

IntersectionTask::IntersectionTask(std::shared_ptr<const Scenario> scenario, std::uint64_t seed,
                                   int world)
    : m_scenario(std::move(scenario)), m_seed(seed), m_index(world),
      m_world(m_scenario->agentVehicle(), int(m_scenario->agents.count)),
      m_routes(allRoutes(*m_scenario)), m_agents(std::size_t(m_scenario->agents.count)) {
    const IntersectionTaskSpec &task = m_scenario->task;
    m_ticks = int(std::lround(task.decisionPeriod / m_scenario->agentVehicle().tick));
    m_limit = int(std::lround(task.timeLimit / task.decisionPeriod));
    m_restart = int(std::lround(task.restartPeriod / task.decisionPeriod));
    m_observationSize = 2 + 4 * (int(m_agents.size()) - 1);
    m_termCount = kTermCount;
    setRandomization(m_scenario->randomization);
}

void IntersectionTask::setRandomization(const RandomizationSpec &spec) {
    m_randomization = spec;
    m_noise = noiseScale(spec);
    float longest = 0;
    for (int i = 0; i < int(m_agents.size()); ++i) {
        const DynamicsSample sample = drawDynamics(spec, m_seed, m_index, i);
        m_world.setDynamics(i, sample);
        longest = std::max(longest, sample.delay);
    }
    const int needed = 2 + int(std::ceil(longest / m_world.tickLength()));
    if (needed == m_historyLength)
        return;
    m_historyLength = needed;
    m_newest = 0;
    m_history.assign(std::size_t(needed) * m_agents.size(), {});
    for (int i = 0; i < int(m_agents.size()); ++i)
        forgetHistory(i);
}

void IntersectionTask::reset(std::span<float> observations) {
    m_world.rebuild();
    // Worlds take their first restart at different times, so that updates see all phases at once.
    m_untilRestart = m_restart > 0 ? 1 + (m_index * 7919) % m_restart : 0;
    m_starts = 0;
    const bool scattered = drawScattered();
    for (int i = 0; i < int(m_agents.size()); ++i)
        respawn(i, scattered);
    const std::size_t d = std::size_t(m_observationSize);
    for (int i = 0; i < int(m_agents.size()); ++i)
        observe(i, observations.subspan(std::size_t(i) * d, d), false);
}

const Route &IntersectionTask::drawRoute(int agent, Rng &rng) const {
    const auto &intentions = m_scenario->agents.intentions;
    const std::string &word = intentions[std::size_t(agent) % intentions.size()];
    std::uint32_t turn = word == "left" ? 1 : word == "right" ? 2 : 0;
    if (word == "any")
        turn = rng.below(3);
    return m_routes[std::size_t(agent) * 3 + turn];
}

// How far along its way an agent may begin: all of a straight way, the approach of a turn.
float IntersectionTask::scatterLength(const Route &route) const {
    const IntersectionTaskSpec &task = m_scenario->task;
    const double box = m_scenario->map.laneWidth * double(m_scenario->map.lanesPerDirection);
    return float(route.turn == Turn::Straight
                     ? task.startDistance + task.goalDistance - 2 * task.goalTolerance
                     : task.startDistance - box);
}

Pose IntersectionTask::drawStart(int agent, bool scattered, Rng &rng) const {
    const IntersectionTaskSpec &task = m_scenario->task;
    const Route &route = *m_agents[std::size_t(agent)].route;
    Pose pose = route.start;
    for (int i = 0; i < kSpawnTries; ++i) {
        const float along = scattered ? rng.uniform(0, scatterLength(route))
                                      : rng.uniform(-1, 1) * float(task.startAlong);
        const float across = rng.uniform(-1, 1) * float(task.startAcross);
        pose.position = route.start.toParent({along, across});
        pose.yaw = route.start.yaw + rng.uniform(-1, 1) * float(task.startYaw);
        if (isFree(agent, pose.position, scattered))
            break;
    }
    return pose;
}

// Whether no other car stands within a body length of `position`. At a start line only cars of the
// same lane number are asked: neighbours in the next lane are always nearer than that. Agents that
// were never placed don't count.
bool IntersectionTask::isFree(int agent, Vec2 position, bool scattered) const {
    const VehicleSpec &v = m_scenario->agentVehicle();
    const float clearance =
        std::hypot(float(v.bodyFront + v.bodyRear), float(v.bodyWidth)) + kSpawnClearance;
    for (int other = 0; other < int(m_agents.size()); ++other) {
        const Agent &o = m_agents[std::size_t(other)];
        if (other == agent || o.episode < 0)
            continue;
        const bool asked = scattered || o.route->lane == m_agents[std::size_t(agent)].route->lane;
        if (asked && length(m_world.pose(other).position - position) < clearance)
            return false;
    }
    return true;
}

// Whether this start of the world scatters its agents.
bool IntersectionTask::drawScattered() {
    Rng rng({m_seed, Purpose::Route, std::uint32_t(m_index), 0, m_starts++, 0});
    return rng.uniform() < float(m_scenario->task.scatteredStarts);
}

// Whether an episode that begins now reaches its time limit before the world restarts. Counting
// others too would count the short ones alone, and those are the failures.
bool IntersectionTask::endsBeforeRestart() const {
    return m_restart == 0 || (m_limit > 0 && m_untilRestart >= m_limit);
}

void IntersectionTask::respawn(int agent, bool scattered) {
    Agent &a = m_agents[std::size_t(agent)];
    ++a.episode;
    a.step = 0;
    a.won = 0;
    a.counts = !scattered && endsBeforeRestart();
    Rng rng({m_seed, Purpose::Spawn, std::uint32_t(m_index), std::uint32_t(agent),
             std::uint32_t(a.episode), 0});
    a.route = &drawRoute(agent, rng);
    m_world.place(agent, drawStart(agent, scattered, rng));
    a.goalDistance = goalDistance(agent);
    forgetHistory(agent);
}

void IntersectionTask::command(int agent, std::span<const std::int32_t> action) {
    const IntersectionTaskSpec &task = m_scenario->task;
    VehicleCommand command{float(task.throttles[std::size_t(action[0])]),
                           float(task.steers[std::size_t(action[1])])};
    if (m_noise.action > 0) {
        const Agent &a = m_agents[std::size_t(agent)];
        Rng rng({m_seed, Purpose::ActionNoise, std::uint32_t(m_index), std::uint32_t(agent),
                 std::uint32_t(a.episode), std::uint32_t(a.step)});
        command.throttle = std::clamp(command.throttle + m_noise.action * rng.normal(), 0.0f, 1.0f);
        command.steer = std::clamp(command.steer + m_noise.action * rng.normal(), -1.0f, 1.0f);
    }
    m_world.setCommand(agent, command);
}

void IntersectionTask::remember(int agent) {
    m_history[std::size_t(m_newest) * m_agents.size() + std::size_t(agent)] = {
        m_world.pose(agent), m_world.speed(agent)};
}

// Nothing older than now is ever told of `agent`.
void IntersectionTask::forgetHistory(int agent) {
    const Seen now{m_world.pose(agent), m_world.speed(agent)};
    for (int slot = 0; slot < m_historyLength; ++slot)
        m_history[std::size_t(slot) * m_agents.size() + std::size_t(agent)] = now;
}

void IntersectionTask::advance() {
    for (int t = 0; t < m_ticks; ++t) {
        m_world.tick();
        m_newest = (m_newest + 1) % m_historyLength;
        for (int i = 0; i < int(m_agents.size()); ++i)
            remember(i);
    }
}

// What `agent` is known to be doing: its state `delay` ago, interpolated between ticks.
IntersectionTask::Seen IntersectionTask::told(int agent) const {
    const auto at = [&](int ticksAgo) -> const Seen & {
        const int slot = (m_newest - ticksAgo + 2 * m_historyLength) % m_historyLength;
        return m_history[std::size_t(slot) * m_agents.size() + std::size_t(agent)];
    };
    const float delay = m_world.dynamics(agent).delay / m_world.tickLength();
    const int whole = std::min(int(delay), m_historyLength - 1);
    const float part = delay - float(whole);
    const Seen &late = at(whole);
    if (part <= 0 || whole + 1 >= m_historyLength)
        return late;
    const Seen &later = at(whole + 1);
    return {{late.pose.position + (later.pose.position - late.pose.position) * part,
             late.pose.yaw + (later.pose.yaw - late.pose.yaw) * part},
            late.speed + (later.speed - late.speed) * part};
}

float IntersectionTask::goalDistance(int agent) const {
    return length(m_agents[std::size_t(agent)].route->goalMiddle - m_world.pose(agent).position);
}

bool IntersectionTask::goalReached(int agent) const {
    const float tolerance = float(m_scenario->task.goalTolerance);
    const Vec2 here = m_world.pose(agent).position;
    for (const Vec2 goal : m_agents[std::size_t(agent)].route->goals)
        if (length(goal - here) <= tolerance)
            return true;
    return false;
}

bool IntersectionTask::outsideLane(int agent) const {
    const Route &route = *m_agents[std::size_t(agent)].route;
    Vec2 corners[4];
    m_world.footprint(agent, corners);
    for (const Vec2 corner : corners)
        if (std::abs(lateralOffset(route, corner)) > route.halfWidth)
            return true;
    return false;
}

// The published order: a violation counts before the goal.
std::uint8_t IntersectionTask::judge(int agent, bool restart) const {
    if (const int other = m_world.touched(agent); other >= 0)
        return std::uint8_t(int(Outcome::CollisionWith) + other);
    if (outsideLane(agent))
        return std::uint8_t(Outcome::LaneBound);
    if (goalReached(agent))
        return std::uint8_t(Outcome::Goal);
    if (m_limit > 0 && m_agents[std::size_t(agent)].step >= m_limit)
        return std::uint8_t(Outcome::Time);
    if (restart)
        return std::uint8_t(Outcome::Restart);
    return std::uint8_t(Outcome::None);
}

void IntersectionTask::reward(int agent, const StepSlices &out) {
    const IntersectionTaskSpec &task = m_scenario->task;
    Agent &a = m_agents[std::size_t(agent)];
    const auto terms =
        out.rewardTerms.subspan(std::size_t(agent * m_termCount), std::size_t(m_termCount));
    std::fill(terms.begin(), terms.end(), 0.0f);
    const float distance = goalDistance(agent);
    const bool violation = a.outcome == std::uint8_t(Outcome::LaneBound) || isCollision(a.outcome);
    if (violation)
        terms[kViolationTerm] = -float(task.violationPenalty) * distance;
    else if (a.outcome == std::uint8_t(Outcome::Goal))
        terms[kGoalTerm] = float(task.goalReward);
    else
        terms[kShapingTerm] = float(task.shapingScale) / (float(task.shapingOffset) + distance);
    terms[kProgressTerm] = float(task.progressReward) * (a.goalDistance - distance);
    terms[kStepTerm] = -float(task.stepPenalty);
    a.won += a.goalDistance - distance;
    a.goalDistance = distance;
    if (a.outcome != 0)
        a.ended = {a.won, 0, 0};
    a.end = m_world.pose(agent);
    float sum = 0;
    for (const float term : terms)
        sum += term;
    out.rewards[std::size_t(agent)] = sum;
}

void IntersectionTask::observe(int agent, std::span<float> row, bool finalRow) const {
    const Agent &a = m_agents[std::size_t(agent)];
    const int count = int(m_agents.size());
    writeRow(m_scenario->task, m_world.pose(agent), a.route->goalMiddle, count - 1, row,
             [&](int peer) { return told((agent + 1 + peer) % count); });
    if (m_noise.position <= 0 && m_noise.yaw <= 0 && m_noise.speed <= 0)
        return;
    Rng rng({m_seed, Purpose::ObservationNoise, std::uint32_t(m_index), std::uint32_t(agent),
             std::uint32_t(a.episode), std::uint32_t(a.step) * 2 + (finalRow ? 1 : 0)});
    row[0] += m_noise.position * rng.normal();
    row[1] += m_noise.position * rng.normal();
    for (std::size_t i = 2; i + 3 < row.size(); i += 4) {
        row[i] += m_noise.position * rng.normal();
        row[i + 1] += m_noise.position * rng.normal();
        row[i + 2] += m_noise.yaw * rng.normal();
        row[i + 3] += m_noise.speed * rng.normal();
    }
}

std::unique_ptr<const Viewpoint> IntersectionTask::viewpoint(int agent) const {
    const int count = int(m_agents.size());
    std::vector<Seen> peers;
    for (int k = 1; k < count; ++k)
        peers.push_back(told((agent + k) % count));
    return std::make_unique<const CrossingViewpoint>(m_scenario, route(agent), m_world.pose(agent),
                                                     std::move(peers));
}

void IntersectionTask::step(std::span<const std::int32_t> actions, const StepSlices &out) {
    const int count = int(m_agents.size());
    const std::size_t d = std::size_t(m_observationSize);
    for (int i = 0; i < count; ++i)
        command(i, actions.subspan(std::size_t(i) * 2, 2));
    advance();
    const bool restart = m_restart > 0 && --m_untilRestart == 0;
    if (restart)
        m_untilRestart = m_restart;
    for (int i = 0; i < count; ++i) {
        Agent &a = m_agents[std::size_t(i)];
        ++a.step;
        a.outcome = judge(i, restart);
        reward(i, out);
        out.outcomes[std::size_t(i)] = a.outcome;
        out.counted[std::size_t(i)] = a.counts;
        out.truncated[std::size_t(i)] =
            a.outcome == std::uint8_t(Outcome::Time) || a.outcome == std::uint8_t(Outcome::Restart);
        out.terminated[std::size_t(i)] = a.outcome != 0 && !out.truncated[std::size_t(i)];
    }
    for (int i = 0; i < count; ++i)
        if (m_agents[std::size_t(i)].outcome != 0)
            observe(i, out.finalObservations.subspan(std::size_t(i) * d, d), true);
    const bool scattered = restart && drawScattered();
    for (int i = 0; i < count; ++i)
        if (m_agents[std::size_t(i)].outcome != 0)
            respawn(i, scattered);
    for (int i = 0; i < count; ++i)
        observe(i, out.observations.subspan(std::size_t(i) * d, d), false);
}

AgentVisual IntersectionTask::visual(int agent) const {
    const Agent &a = m_agents[std::size_t(agent)];
    AgentVisual v = carVisual(m_world, agent, m_scenario->agentVehicle());
    v.goal = a.route->goalMiddle;
    v.braking = v.braking && a.step > 0;
    v.outcome = a.outcome;
    v.end = a.end;
    return v;
}

std::uint64_t IntersectionTask::stateHash() const {
    std::uint64_t hash = m_world.stateHash();
    hash = fnv1aBytes(&m_untilRestart, sizeof m_untilRestart, hash);
    for (const Agent &a : m_agents) {
        const std::int64_t values[] = {a.episode, a.step, a.route ? a.route - m_routes.data() : -1};
        hash = fnv1aBytes(values, sizeof values, hash);
    }
    return hash;
}

} // namespace paddock

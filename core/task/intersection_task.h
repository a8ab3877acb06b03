// The cooperative task at one intersection: the MDP of the paper's first case study, for all agents
// of one world.
//   observation (per agent): goal relative x, y; of each peer relative x, y, yaw and speed       [2
//   + 4 (A - 1)] action: branch of throttles, branch of steers reward (eq. 1): goal_reward |
//   -violation_penalty |g| | shaping_scale / (shaping_offset + |g|) end: goal, collision, footprint
//   outside the carriageway (terminated); time limit (truncated)
// Each agent's episode is its own: it respawns alone, drawn within its lane.
#pragma once

#include "core/scenario/map_geometry.h"
#include "core/scenario/scenario.h"
#include "core/sim/randomization.h"
#include "core/task/task.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace paddock {

TaskLayout intersectionLayout(const Scenario &scenario);

class IntersectionTask : public Task {
  public:
    IntersectionTask(std::shared_ptr<const Scenario> scenario, std::uint64_t seed, int world);

    void reset(std::span<float> observations) override;
    void step(std::span<const std::int32_t> actions, const StepSlices &out) override;
    void setRandomization(const RandomizationSpec &spec) override;

    const World &world() const override { return m_world; }
    int episodeStep(int agent) const override { return m_agents[std::size_t(agent)].step; }
    std::int64_t episode(int agent) const override { return m_agents[std::size_t(agent)].episode; }
    const Route &route(int agent) const { return *m_agents[std::size_t(agent)].route; }
    AgentVisual visual(int agent) const override;
    EpisodeSummary lastEpisode(int agent) const override {
        return m_agents[std::size_t(agent)].ended;
    }
    std::unique_ptr<const Viewpoint> viewpoint(int agent) const override;
    std::uint64_t stateHash() const override;

    struct Seen { // what an agent tells its peers
        Pose pose;
        float speed = 0;
    };

  private:
    struct Agent {
        const Route *route = nullptr;
        std::int64_t episode = -1; // counts from 0 once reset
        int step = 0;              // decisions since the episode began
        float goalDistance = 0;    // m, after the last step
        std::uint8_t outcome = 0;
        float won = 0; // m by which the goal has come nearer
        EpisodeSummary ended;
        Pose end;           // where that one ended
        bool counts = true; // began at its start line, with time to end before the world restarts
    };
    void respawn(int agent, bool scattered);
    bool endsBeforeRestart() const;
    bool drawScattered();
    Pose drawStart(int agent, bool scattered, Rng &rng) const;
    float scatterLength(const Route &route) const;
    bool isFree(int agent, Vec2 position, bool scattered) const;
    const Route &drawRoute(int agent, Rng &rng) const;
    void command(int agent, std::span<const std::int32_t> action);
    void advance();
    void remember(int agent);
    void forgetHistory(int agent);
    Seen told(int agent) const;
    float goalDistance(int agent) const;
    bool goalReached(int agent) const;
    bool outsideLane(int agent) const;
    std::uint8_t judge(int agent, bool restart) const;
    void reward(int agent, const StepSlices &out);
    void observe(int agent, std::span<float> row, bool finalRow) const;

    std::shared_ptr<const Scenario> m_scenario;
    std::uint64_t m_seed;
    int m_index;
    RandomizationSpec m_randomization;
    NoiseScale m_noise;
    World m_world;
    std::vector<Route> m_routes; // [A, 3] by agent and Turn
    std::vector<Agent> m_agents;
    int m_ticks;                // per decision
    int m_limit;                // decisions, 0 = none
    int m_restart;              // decisions between restarts of the world, 0 = none
    int m_untilRestart = 0;     // decisions
    std::uint32_t m_starts = 0; // of the world so far
    int m_observationSize, m_termCount;
    // Ring of what agents told at recent ticks, [history, A], newest at m_newest.
    std::vector<Seen> m_history;
    int m_historyLength = 1;
    int m_newest = 0;
};

} // namespace paddock

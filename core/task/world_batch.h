// Many worlds stepped together on a worker pool, with flat arrays for all rows (row = world *
// agents + agent). The learner reads the same memory that the worlds write. Nothing here depends on
// the number of threads.
#pragma once

#include "core/base/view.h"
#include "core/base/worker_pool.h"
#include "core/scenario/scenario.h"
#include "core/sim/scene_snapshot.h"
#include "core/task/task.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace paddock {

// An episode that ended with the last step and counts: it began at its start line and was not cut
// by a restart.
struct FinishedEpisode {
    int row = 0;
    std::uint8_t outcome = 0;
    float episodeReturn = 0;
    int length = 0; // decisions
    EpisodeSummary summary;
};

class WorldBatch {
  public:
    // `seed` of the run; `worlds` and agents as the scenario says. `pool` outlives the batch.
    WorldBatch(std::shared_ptr<const Scenario> scenario, std::uint64_t seed, WorkerPool &pool);

    const TaskLayout &layout() const { return m_layout; }
    int worlds() const { return m_worlds; }
    int agentsPerWorld() const { return m_agents; }
    int rows() const { return m_worlds * m_agents; }
    std::uint64_t steps() const { return m_steps; }                        // decisions so far
    double decisionPeriod() const { return m_scenario->decisionPeriod(); } // s
    double simTime() const { return double(m_steps) * decisionPeriod(); }  // s, of each world

    void reset();
    // One decision of every row: actions [M, K].
    void step(MatrixView<const std::int32_t> actions);

    MatrixView<const float> observations() const {
        return view(m_observations, obsSize());
    } // [M, D]
    MatrixView<const float> finalObservations() const {
        return view(m_finalObservations, obsSize());
    }
    MatrixView<const float> rewardTerms() const {
        return view(m_rewardTerms, termCount());
    } // [M, R]
    MatrixView<const float> returnTerms() const {
        return view(m_returnTerms, termCount());
    }                                                                            // [M, R]
    const std::vector<float> &rewards() const { return m_rewards; }              // [M]
    const std::vector<std::uint8_t> &terminated() const { return m_terminated; } // [M]
    const std::vector<std::uint8_t> &truncated() const { return m_truncated; }   // [M]
    const std::vector<FinishedEpisode> &finished() const { return m_finished; }

    const Task &task(int world) const { return *m_tasks[std::size_t(world)]; }
    // Domain randomization from the next step on.
    void setRandomization(const RandomizationSpec &spec);
    void snapshot(SceneSnapshot &out) const;
    std::uint64_t stateHash() const;

  private:
    std::size_t obsSize() const { return std::size_t(m_layout.observationSize()); }
    std::size_t termCount() const { return std::size_t(m_layout.termCount()); }
    MatrixView<const float> view(const std::vector<float> &values, std::size_t columns) const {
        return {values.data(), values.size() / columns, columns};
    }
    void stepWorld(int world, MatrixView<const std::int32_t> actions);
    void closeEpisodes();

    std::shared_ptr<const Scenario> m_scenario;
    WorkerPool &m_pool;
    TaskLayout m_layout;
    int m_worlds, m_agents;
    std::uint64_t m_steps = 0;
    std::vector<std::unique_ptr<Task>> m_tasks; // [worlds]
    std::vector<float> m_observations;          // [M, D]
    std::vector<float> m_finalObservations;     // [M, D]
    std::vector<float> m_rewards;               // [M]
    std::vector<float> m_rewardTerms;           // [M, R] of the last step
    std::vector<float> m_returnTerms;           // [M, R] summed over the episode so far
    std::vector<float> m_returns;               // [M]
    std::vector<std::int32_t> m_lengths;        // [M]
    std::vector<std::uint8_t> m_terminated, m_truncated, m_outcomes, m_counted; // [M]
    std::vector<FinishedEpisode> m_finished;
};

} // namespace paddock

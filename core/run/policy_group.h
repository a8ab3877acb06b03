// One policy of a run with all that belongs to it: its learner, the agents that share it, and what
// they have experienced since its last update. Groups share nothing, so they may learn at once.
#pragma once

#include "core/learn/ppo.h"
#include "core/run/episode_stats.h"
#include "core/run/imitation_metrics.h"
#include "core/task/world_batch.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace paddock {

// Sums of one summary: everything since the last metric row.
struct SummarySums {
    EpisodeSums episodes;
    UpdateStats updates; // summed
    int updateCount = 0;
    int ppoCount = 0; // of them those in which PPO had its turn
    ImitationSums imitation;
    void add(const UpdateStats &stats);
    // `trackLength` in m, 0 where nobody races.
    MetricRow row(std::int64_t step, double wallSeconds, bool vail, double trackLength) const;
};

// What a group imitates; null: nothing.
struct GroupDemonstrations {
    std::shared_ptr<const DemonstrationData> cloning, gail;
};

// Settings of the learner of `group`: each has a seed of its own.
TrainingSpec groupTraining(const TrainingSpec &training, int group);

class PolicyGroup {
  public:
    // For the rows of `batchRows` that scenario.groupOf() gives to `index`.
    PolicyGroup(const Scenario &scenario, const PolicyShape &shape, int index, int batchRows,
                int threads);

    const std::string &name() const { return m_name; }
    int index() const { return m_index; }
    PpoLearner &learner() { return m_learner; }
    std::size_t size() const { return m_rows.size(); }
    // Place of a row of the batch within the group.
    std::size_t placeOf(int row) const { return std::size_t(row / m_stride); }

    // Chooses for its rows of observations [M, D]; writes them into actions [M, K].
    void act(MatrixView<const float> observations, std::uint32_t decision,
             MatrixView<std::int32_t> actions);
    // Keeps the step that followed. `byHand`: the row of the batch that a person drove, -1 = none;
    // its experience since the last update is left out of the next one.
    void store(const WorldBatch &batch, int byHand);
    bool full() const { return m_rollout.full(); }
    // One update from what was stored; `observations` [M, D] follow it.
    UpdateStats learn(MatrixView<const float> observations, std::int64_t step);

    SummarySums summary;
    double entropy = 0; // of the last update

  private:
    void gather(MatrixView<const float> observations, std::vector<float> &mine) const;

    int m_index, m_stride;
    std::string m_name;
    std::vector<int> m_rows; // of the batch
    PpoLearner m_learner;
    RolloutBuffer m_rollout;
    std::vector<float> m_seen;                           // [Mg, D] what the last actions answer to
    std::vector<std::int32_t> m_actions;                 // [Mg, K]
    std::vector<float> m_logProbs;                       // [Mg, K]
    std::vector<float> m_rewards;                        // [Mg]
    std::vector<std::uint8_t> m_terminated, m_truncated; // [Mg]
    std::vector<float> m_finals;                         // [Mg, D]
    std::vector<std::uint8_t> m_touched;                 // [Mg] 1: driven by hand since the update
};

} // namespace paddock

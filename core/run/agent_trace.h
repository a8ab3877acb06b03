// What one watched agent went through lately: its episode's observations and rewards step by step,
// and what happened to it. Owned by the session's thread; only kept while somebody asks why.
#pragma once

#include "core/learn/ppo.h"
#include "core/run/training_session.h"
#include "core/task/world_batch.h"

#include <deque>
#include <vector>

namespace paddock {

class AgentTrace {
  public:
    static constexpr int kSpan = 512;   // decisions that are shown
    static constexpr int kNotes = 12;   // happenings that are kept
    static constexpr int kUnknown = -1; // row

    // From now on `row`; another one than before begins anew with what it sees now.
    void watch(int row, const WorldBatch &batch);
    void forget() { m_row = kUnknown; }
    // To be called after each step of the batch.
    void follow(const WorldBatch &batch);
    // The values that `policy` estimates along the episode, its rewards and what happened. Each
    // observation is evaluated once, by the weights of the first call after it was seen.
    void explain(PpoLearner &policy, AgentDetail &detail);

  private:
    void begin(const WorldBatch &batch);
    void see(const WorldBatch &batch);
    void noteProgress(const WorldBatch &batch);
    void noteEnd(const WorldBatch &batch);
    void note(AgentNote happened);
    void trim();

    int m_row = kUnknown;
    std::size_t m_columns = 0;         // of an observation
    std::vector<float> m_observations; // [n, D] of the episode, newest last
    std::vector<float> m_values;       // [<= n]
    std::vector<float> m_rewards;      // [n - 1]
    double m_return = 0;               // of the episode
    RaceStatus m_race;                 // at the last step
    std::deque<AgentNote> m_notes;
};

} // namespace paddock

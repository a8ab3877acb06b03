// The reward signals that are on, with what each made of the experience in the buffer.
#pragma once

#include "core/learn/curiosity.h"
#include "core/learn/gail.h"
#include "core/learn/policy_shape.h"
#include "core/learn/rnd.h"
#include "core/learn/rollout_buffer.h"

#include <memory>
#include <vector>

namespace paddock {

enum class SignalKind { Gail, Curiosity, Rnd };

// Numbers of one update of one signal.
struct SignalStats {
    bool on = false;
    double meanValue = 0;       // mean value estimate of its head over the buffer
    double finishedRewards = 0; // sum over the episodes that ended in the buffer, strength included
    int finishedEpisodes = 0;
    SignalLosses losses; // means over the update's minibatches; none: 0 minibatches
};

// The minibatches of one update, in the order of PPO's.
struct SignalSchedule {
    std::uint64_t seed = 0;
    std::uint64_t update = 0;
    std::int64_t epochs = 0;
    std::size_t batchSize = 0;
};

class RewardSignals {
  public:
    RewardSignals(const TrainingSpec &spec, const PolicyShape &shape);

    // Live parameters.
    void setTraining(const TrainingSpec &spec);
    void setDemonstration(const std::shared_ptr<const DemonstrationData> &demo);

    std::size_t count() const { return m_columns.size(); }
    SignalKind kind(std::size_t i) const { return m_columns[i].kind; }
    const char *name(std::size_t i) const;
    RewardSignal &signal(std::size_t i) { return *m_columns[i].signal; }
    std::vector<float> &rewards(std::size_t i) { return m_columns[i].rewards; }       // [N]
    std::vector<float> &advantages(std::size_t i) { return m_columns[i].advantages; } // [N]
    SignalStats &stats(std::size_t i) { return m_columns[i].stats; }

    // Rewards of all samples by all signals; starts their stats anew.
    void evaluate(const RolloutBuffer &buffer);
    // All minibatches of the update for signal `i`, on what evaluate() saw; different signals may
    // learn at the same time. Returns what was not finite, or "".
    std::string learn(std::size_t i, const RolloutBuffer &buffer, const SignalSchedule &schedule);
    void visitState(StateVisitor &v);

  private:
    struct Minibatch {
        std::vector<float> observations, next; // [B, D]
        std::vector<std::int32_t> actions;     // [B, K]
        std::vector<std::uint8_t> ended;       // [B]
    };
    struct Column {
        SignalKind kind = SignalKind::Gail;
        std::unique_ptr<RewardSignal> signal;
        std::vector<float> rewards, advantages; // [N]
        std::vector<double> episodes;           // [M] rewards of the episodes under way
        SignalStats stats;
        std::vector<std::uint32_t> order; // [N]
        Minibatch minibatch;
    };

    void addEpisodes(Column &column, const RolloutBuffer &buffer);
    Experience gather(Minibatch &to, const RolloutBuffer &buffer,
                      std::span<const std::uint32_t> samples) const;

    std::vector<Column> m_columns;
    Gail *m_gail = nullptr;
    Curiosity *m_curiosity = nullptr;
    RandomNetworkDistillation *m_rnd = nullptr;
    GailSpec m_gailSpec;
    CuriositySpec m_curiositySpec;
    RndSpec m_rndSpec;
    std::vector<float> m_next;         // [N, D]
    std::vector<std::uint8_t> m_ended; // [N]
};

// Fisher-Yates: the same numbers for the same seed, update and epoch.
void shuffleSamples(std::uint64_t seed, std::uint64_t update, std::int64_t epoch,
                    std::size_t samples, std::vector<std::uint32_t> &order);

} // namespace paddock

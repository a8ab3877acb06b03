// Proximal policy optimisation (Schulman et al. 2017) with separate actor and critic, discrete
// branches, and the semantics of ML-Agents' trainer; plus the paper's early stop on the KL
// divergence. One learner serves one group.
#pragma once

#include "core/base/result.h"
#include "core/base/view.h"
#include "core/learn/demonstration_data.h"
#include "core/learn/policy_shape.h"
#include "core/learn/reward_signals.h"
#include "core/learn/rollout_buffer.h"
#include "core/learn/tensor_file.h"
#include "core/scenario/training_spec.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace paddock {

// What cloning did in one update.
struct CloningStats {
    bool on = false;
    double loss = 0; // mean over minibatches
    double learningRate = 0;
    int minibatches = 0;
};

// Means over one update. Names as in CleanRL; tags in core/run/metrics.h.
struct UpdateStats {
    float policyLoss = 0; // mean over minibatches of the surrogate's absolute value (ML-Agents)
    float valueLoss = 0;
    float entropy = 0;  // sum over branches, mean over samples, nat
    float approxKl = 0; // mean of (ratio - 1) - log ratio over the last epoch
    float clipFraction = 0;
    float explainedVariance = 0;
    float meanValue = 0;    // mean value estimate of the buffer, of the task's reward
    float learningRate = 0; // in force
    float epsilon = 0;
    float beta = 0;
    int epochs = 0; // run before the early stop
    int minibatches = 0;
    bool ppo =
        true; // false: PPO had no turn; of its numbers only the entropy and the settings hold
    CloningStats cloning;
    SignalStats gail, curiosity, rnd;
    bool finite =
        true; // false: a loss or gradient was not finite, nothing was changed from then on
    std::string problem; // what was not finite
};

// One decision laid open.
struct PolicyDecision {
    std::vector<float> logits;        // [sum of branches] before the softmax
    std::vector<float> probabilities; // [sum of branches]
    std::vector<std::int32_t> action; // [K] as act() samples it
    float value = 0;                  // of the task's reward
    // [D] gradient of log pi(action), all branches together, by the observation; empty unless
    // asked.
    std::vector<float> sensitivity;
};

class PpoLearner {
  public:
    // `threads` 1 or 2: with 2 the critic learns on a second thread; results are the same bits.
    PpoLearner(const TrainingSpec &spec, const PolicyShape &shape, int threads);
    ~PpoLearner();

    const PolicyShape &shape() const;

    // Samples an action for each row of `observations` [N, D]; N is free. Draws depend only on
    // (seed, step, row). Writes actions [N, K] and, unless empty, logProbs [N, K].
    void act(MatrixView<const float> observations, std::uint32_t step,
             MatrixView<std::int32_t> actions, MatrixView<float> logProbs);
    // Most probable action of each row.
    void actGreedy(MatrixView<const float> observations, MatrixView<std::int32_t> actions);
    // Action probabilities [N, sum of branches] and values [N] of the task's reward; either may be
    // empty.
    void evaluate(MatrixView<const float> observations, MatrixView<float> probabilities,
                  MatrixView<float> values);

    // What act() makes of the observation [D] of `row` at `step`; changes nothing.
    PolicyDecision explain(std::span<const float> observation, std::uint32_t step, std::size_t row,
                           bool sensitivity);

    // What cloning and GAIL learn from: each needs its own before update() when it is on; null
    // leaves it as it is. Error when sizes are not the policy's or a number is out of range.
    Status setDemonstrations(std::shared_ptr<const DemonstrationData> cloning,
                             std::shared_ptr<const DemonstrationData> gail);
    // The same for both.
    Status setDemonstration(const std::shared_ptr<const DemonstrationData> &demo) {
        return setDemonstrations(demo, demo);
    }

    // Rewards of the learner's own signals -> values -> GAE -> num_epoch passes over shuffled
    // minibatches -> cloning. `step`: agent steps so far, for the schedules.
    UpdateStats update(RolloutBuffer &buffer, std::int64_t step);

    // Live parameters: replaces learning rate, beta, epsilon, target_kl (and their schedules),
    // gamma, lambda, and strength, gamma and learning rate of cloning and the reward signals.
    void setTraining(const TrainingSpec &spec);

    std::uint64_t paramsHash() const; // over all weights (and signals' optimisers), FNV-1a 64
    bool finite() const;              // all weights

    // Weights, optimiser moments and counters, by name ("actor/...", "critic/...", "adam/...").
    TensorFile save() const;
    // Error when a tensor is missing or has another shape; then nothing is changed.
    Status load(const TensorFile &file);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paddock

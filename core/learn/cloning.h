// Behavioural cloning as ML-Agents' trainer does it: the policy is pushed toward what a
// demonstrator did, with an optimiser of its own.
#pragma once

#include "core/learn/demonstration_data.h"
#include "core/learn/policy_shape.h"
#include "core/learn/trained_network.h"
#include "core/scenario/training_spec.h"

#include <functional>
#include <memory>

namespace paddock {

// Mean over samples and branches of -log q_a, q = (p + 1e-7) normalised, p = softmax(logits).
// Writes the gradient [B, L] by the logits [B, L]; actions [B, K].
double cloningLoss(std::span<const int> branches, MatrixView<const float> logits,
                   MatrixView<const std::int32_t> actions, std::span<float> gradient);

struct CloningPass {
    double loss = 0; // summed over minibatches
    int minibatches = 0;
    std::string problem; // what was not finite; the pass ended there
};

class BehaviouralCloning {
  public:
    explicit BehaviouralCloning(std::size_t parameterCount) : m_adam(parameterCount) {}

    // Whether update number `update` (from 0), at agent step `step`, is one of PPO and one of
    // cloning.
    static bool usesPpo(const BehaviouralCloningSpec &spec, std::uint64_t update,
                        std::int64_t step);
    static bool clones(const BehaviouralCloningSpec &spec, std::uint64_t update, std::int64_t step);
    // The policy's rate times strength; with_ppo and exclusive: falls to 1e-10 over `steps`.
    static double learningRate(const TrainingSpec &spec, std::int64_t step);

    // All epochs of one update; `update` turns the shuffles.
    CloningPass run(TrainedNetwork &actor, const PolicyShape &shape, const DemonstrationData &demo,
                    const TrainingSpec &spec, std::uint64_t update, std::int64_t step);
    void visitState(StateVisitor &v) { visitAdam(v, "cloning", m_adam); }

  private:
    void shuffle(const TrainingSpec &spec, std::size_t samples, std::uint64_t update,
                 std::int64_t epoch);
    void gather(const DemonstrationData &demo, std::size_t first, std::size_t size);

    Adam m_adam;
    std::vector<std::uint32_t> m_order;  // [demo samples]
    std::vector<float> m_observations;   // [B, D] of one minibatch
    std::vector<std::int32_t> m_actions; // [B, K]
};

} // namespace paddock

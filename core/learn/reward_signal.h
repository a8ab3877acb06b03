// Rewards that the learner makes itself, beside the task's: each has its own discount, strength and
// value head. Semantics of ML-Agents' reward providers.
#pragma once

#include "core/base/rng.h"
#include "core/base/view.h"
#include "core/learn/state_visitor.h"

#include <cstdint>
#include <span>
#include <string>

namespace paddock {

// Some steps of a policy: N samples, D observations, K branches.
struct Experience {
    MatrixView<const float> observations;   // [N, D] seen
    MatrixView<const float> next;           // [N, D] seen afterwards
    MatrixView<const std::int32_t> actions; // [N, K]
    std::span<const std::uint8_t> ended;    // [N] the episode ended after the step
};

// Where a signal's numbers go after an update: what is on has `updates` > 0.
struct SignalLosses {
    double loss = 0; // GAIL: of the discriminator without penalty; RND
    double policyEstimate = 0, expertEstimate = 0, gradientPenalty = 0; // GAIL
    double vailBeta = 0, vailKl = 0;                                    // GAIL with VAIL
    double forward = 0, inverse = 0;                                    // curiosity
    int minibatches = 0;                                                // summed over so many
};

class RewardSignal {
  public:
    virtual ~RewardSignal() = default;

    // Discount per step.
    virtual double gamma() const = 0;
    // A terminated episode still has a future.
    virtual bool ignoresDone() const = 0;
    // Writes the rewards [N], strength included.
    virtual void evaluate(const Experience &experience, std::span<float> rewards) = 0;
    // One gradient step on a minibatch of the policy's; adds to `losses`. Returns what was not
    // finite, "" when all was; then nothing changed.
    virtual std::string learn(const Experience &minibatch, Rng &rng, SignalLosses &losses) = 0;
    // Weights, optimiser moments and counters.
    virtual void visitState(StateVisitor &v) = 0;
};

} // namespace paddock

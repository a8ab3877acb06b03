// Random network distillation (Burda et al. 2018): a network learns the features that a fixed
// random one makes of observations; where it fails is new.
#pragma once

#include "core/learn/reward_signal.h"
#include "core/learn/trained_network.h"
#include "core/scenario/training_spec.h"

namespace paddock {

class RandomNetworkDistillation : public RewardSignal {
  public:
    RandomNetworkDistillation(const RndSpec &spec, int observationSize, std::uint64_t seed);

    void setSpec(const RndSpec &spec) { m_spec = spec; } // strength, gamma, learning rate

    double gamma() const override { return m_spec.gamma; }
    bool ignoresDone() const override { return true; }
    // strength * sum (prediction - target)^2
    void evaluate(const Experience &experience, std::span<float> rewards) override;
    std::string learn(const Experience &minibatch, Rng &rng, SignalLosses &losses) override;
    void visitState(StateVisitor &v) override;

  private:
    RndSpec m_spec;
    TrainedNetwork m_learned;
    Mlp m_target;
    std::vector<float> m_features; // [N, encoding] of the target
    std::vector<float> m_guesses;  // [N, encoding] of the learned network
};

} // namespace paddock

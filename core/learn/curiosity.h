// Intrinsic curiosity module (Pathak et al. 2017) as ML-Agents has it: an encoder phi of
// observations, a model that foretells phi' from phi and the action, and one that tells the action
// from phi and phi'. The first one's error is the reward.
#pragma once

#include "core/learn/reward_signal.h"
#include "core/learn/trained_network.h"
#include "core/scenario/training_spec.h"

namespace paddock {

class Curiosity : public RewardSignal {
  public:
    Curiosity(const CuriositySpec &spec, int observationSize, std::vector<int> branches,
              std::uint64_t seed);

    void setSpec(const CuriositySpec &spec) { m_spec = spec; } // strength, gamma, learning rate

    double gamma() const override { return m_spec.gamma; }
    bool ignoresDone() const override { return true; }
    // strength * min(0.5 sum (phi' - foretold)^2, 1 / strength); 0 before the first learn().
    void evaluate(const Experience &experience, std::span<float> rewards) override;
    // Loss: 10 (0.2 mean of 0.5 sum (phi' - foretold)^2 + 0.8 mean cross entropy, summed over
    // branches, of the actions). Both shape phi.
    std::string learn(const Experience &minibatch, Rng &rng, SignalLosses &losses) override;
    void visitState(StateVisitor &v) override;

  private:
    void stack(const Experience &e);
    void makeInverseInputs(const float *phi, const float *phiNext, std::size_t n);
    void makeForwardInputs(const float *phi, const Experience &e);
    double inverseLoss(MatrixView<const float> logits, MatrixView<const std::int32_t> actions);
    double forwardLoss(MatrixView<const float> foretold, const float *phiNext);
    void joinEncoderGradient(std::size_t n);
    bool gradientsFinite() const;

    CuriositySpec m_spec;
    std::vector<int> m_branches;
    std::size_t m_width;  // of phi
    std::size_t m_logits; // sum of the branches
    TrainedNetwork m_encoder, m_inverse, m_forward;

    // Room that is kept from call to call; n samples.
    std::vector<float> m_both;            // [2 n, D] observations, then those that followed
    std::vector<float> m_phi;             // [2 n, width] of evaluate()
    std::vector<float> m_foretold;        // [n, width] of evaluate()
    std::vector<float> m_inverseInputs;   // [n, 2 width] phi, phi'
    std::vector<float> m_forwardInputs;   // [n, width + logits] phi, one-hot actions
    std::vector<float> m_inverseGradient; // by the inputs
    std::vector<float> m_forwardGradient; // by the inputs
    std::vector<float> m_probabilities;   // of one branch
};

} // namespace paddock

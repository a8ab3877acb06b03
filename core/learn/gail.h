// Generative adversarial imitation learning (Ho and Ermon 2016) as ML-Agents has it: a
// discriminator tells the policy's experience from demonstrations, and what it takes for a
// demonstration is rewarded.
#pragma once

#include "core/learn/adam.h"
#include "core/learn/demonstration_data.h"
#include "core/learn/discriminator.h"
#include "core/learn/reward_signal.h"
#include "core/scenario/training_spec.h"

#include <memory>

namespace paddock {

class Gail : public RewardSignal {
  public:
    Gail(const GailSpec &spec, int observationSize, std::vector<int> branches, std::uint64_t seed);

    void setSpec(const GailSpec &spec) { m_spec = spec; } // strength, gamma, learning rate
    void setDemonstration(std::shared_ptr<const DemonstrationData> demo) {
        m_demo = std::move(demo);
    }

    double gamma() const override { return m_spec.gamma; }
    bool ignoresDone() const override { return false; }
    // strength * -log(1 - D (1 - 1e-7))
    void evaluate(const Experience &experience, std::span<float> rewards) override;
    // Needs a demonstration.
    std::string learn(const Experience &minibatch, Rng &rng, SignalLosses &losses) override;
    void visitState(StateVisitor &v) override;

    const Discriminator &discriminator() const { return m_discriminator; }

  private:
    // Observation and, with use_actions, one-hot actions and the end of the episode.
    void writeFeatures(std::span<const float> observation, std::span<const std::int32_t> actions,
                       bool ended, float *out) const;
    void writePolicy(const Experience &minibatch);
    void drawExperts(std::size_t n, Rng &rng);
    void mix(std::size_t n, Rng &rng);

    GailSpec m_spec;
    std::vector<int> m_branches;
    std::shared_ptr<const DemonstrationData> m_demo;
    Discriminator m_discriminator;
    Adam m_adam;
    float m_beta = 0; // weight of VAIL's bottleneck

    std::size_t m_width;           // of the features
    std::vector<float> m_features; // [3 B, width] policy, expert, mixtures; or [N, width]
    std::vector<float> m_noise;    // [3 B, code]
};

} // namespace paddock

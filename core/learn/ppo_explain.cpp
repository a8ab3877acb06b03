// One decision of a policy laid open, for people to read.
#include "core/learn/categorical.h"
#include "core/learn/ppo_impl.h"

namespace paddock {

namespace {

// Gradient of log pi(action) by the logits: of each branch, the choice minus the probabilities.
std::vector<float> scoreByLogits(const PolicyDecision &decision, const std::vector<int> &branches) {
    std::vector<float> gradient(decision.probabilities.size());
    std::size_t offset = 0;
    for (std::size_t k = 0; k < branches.size(); ++k)
        for (int i = 0; i < branches[k]; ++i, ++offset)
            gradient[offset] =
                (i == decision.action[k] ? 1.0f : 0.0f) - decision.probabilities[offset];
    return gradient;
}

} // namespace

PolicyDecision PpoLearner::explain(std::span<const float> observation, std::uint32_t step,
                                   std::size_t row, bool sensitivity) {
    Impl &m = *m_impl;
    PolicyDecision out;
    const MatrixView<const float> seen{observation.data(), 1, observation.size()};
    const auto logits = m.computeLogits(seen).row(0);
    out.logits.assign(logits.begin(), logits.end());
    out.action.resize(m.shape.branches.size());
    m.sample(logits, row, step, out.action.data(), nullptr);
    out.probabilities.resize(out.logits.size());
    evaluate(seen, {out.probabilities.data(), 1, out.probabilities.size()}, {&out.value, 1, 1});
    if (!sensitivity)
        return out;
    out.sensitivity.resize(observation.size());
    m.actor.mlp.gradientByInput(observation, scoreByLogits(out, m.shape.branches), out.sensitivity);
    return out;
}

} // namespace paddock

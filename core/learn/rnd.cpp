#include "core/learn/rnd.h"

#include "core/learn/weight_init.h"

namespace paddock {

namespace {
constexpr std::uint32_t kTargetStream = 1, kLearnedStream = 2;
}

RandomNetworkDistillation::RandomNetworkDistillation(const RndSpec &spec, int observationSize,
                                                     std::uint64_t seed)
    : m_spec(spec), m_learned(observationSize, int(spec.encodingSize), int(spec.encodingSize), 1,
                              Mlp::Output::Swish),
      m_target(observationSize, int(spec.encodingSize), int(spec.encodingSize), 1,
               Mlp::Output::Swish) {
    initialiseWeights(m_target, Head::Encoding, seed, kTargetStream);
    initialiseWeights(m_learned.mlp, Head::Encoding, seed, kLearnedStream);
}

void RandomNetworkDistillation::evaluate(const Experience &e, std::span<float> rewards) {
    const std::size_t n = e.observations.rows, width = std::size_t(m_spec.encodingSize);
    m_features.resize(n * width);
    m_guesses.resize(n * width);
    m_target.evaluate(e.observations, m_features.data());
    m_learned.mlp.evaluate(e.observations, m_guesses.data());
    for (std::size_t i = 0; i < n; ++i) {
        float sum = 0;
        for (std::size_t j = i * width; j < (i + 1) * width; ++j)
            sum += (m_guesses[j] - m_features[j]) * (m_guesses[j] - m_features[j]);
        rewards[i] = float(m_spec.strength) * sum;
    }
}

std::string RandomNetworkDistillation::learn(const Experience &minibatch, Rng &,
                                             SignalLosses &losses) {
    const std::size_t n = minibatch.observations.rows;
    m_features.resize(n * std::size_t(m_spec.encodingSize));
    m_target.evaluate(minibatch.observations, m_features.data());
    const MatrixView<const float> guesses = m_learned.mlp.forward(minibatch.observations);
    m_learned.outputGradient.resize(guesses.size());
    double loss = 0;
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        const float error = guesses.data[i] - m_features[i];
        loss += double(error) * double(error);
        m_learned.outputGradient[i] = 2 * error / float(n);
    }
    loss /= double(n);
    const std::string problem =
        improve(m_learned, m_learned.adam, "rnd", loss, losses.minibatches, m_spec.learningRate);
    if (!problem.empty())
        return problem;
    losses.loss += loss;
    ++losses.minibatches;
    return "";
}

void RandomNetworkDistillation::visitState(StateVisitor &v) {
    visitWeights(v, "rnd/target", m_target);
    visitWeights(v, "rnd/learned", m_learned.mlp);
    visitAdam(v, "rnd", m_learned.adam);
}

} // namespace paddock

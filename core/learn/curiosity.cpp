#include "core/learn/curiosity.h"

#include "core/learn/categorical.h"
#include "core/learn/finite.h"
#include "core/learn/weight_init.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

constexpr float kLossScale = 10, kForwardShare = 0.2f, kInverseShare = 0.8f;
constexpr float kFloor = 1e-10f; // added to a probability before its logarithm
constexpr std::uint32_t kStream = 3;

} // namespace

Curiosity::Curiosity(const CuriositySpec &spec, int observationSize, std::vector<int> branches,
                     std::uint64_t seed)
    : m_spec(spec), m_branches(std::move(branches)), m_width(std::size_t(spec.encodingSize)),
      m_logits(std::size_t(std::accumulate(m_branches.begin(), m_branches.end(), 0))),
      m_encoder(observationSize, int(m_width), int(m_width), 1, Mlp::Output::Swish),
      m_inverse(int(2 * m_width), int(m_logits), int(m_width), 1),
      m_forward(int(m_width + m_logits), int(m_width), int(m_width), 1) {
    initialiseWeights(m_encoder.mlp, Head::Encoding, seed, kStream);
    initialiseWeights(m_inverse.mlp, Head::Prediction, seed, kStream);
    initialiseWeights(m_forward.mlp, Head::Prediction, seed, kStream + 1);
}

void Curiosity::stack(const Experience &e) {
    m_both.resize(2 * e.observations.size());
    const auto middle = std::copy_n(e.observations.data, e.observations.size(), m_both.begin());
    std::copy_n(e.next.data, e.next.size(), middle);
}

void Curiosity::makeInverseInputs(const float *phi, const float *phiNext, std::size_t n) {
    m_inverseInputs.resize(n * 2 * m_width);
    for (std::size_t i = 0; i < n; ++i) {
        float *out = &m_inverseInputs[i * 2 * m_width];
        std::copy_n(phi + i * m_width, m_width, out);
        std::copy_n(phiNext + i * m_width, m_width, out + m_width);
    }
}

void Curiosity::makeForwardInputs(const float *phi, const Experience &e) {
    const std::size_t n = e.actions.rows;
    m_forwardInputs.assign(n * (m_width + m_logits), 0.0f);
    for (std::size_t i = 0; i < n; ++i) {
        float *out = &m_forwardInputs[i * (m_width + m_logits)];
        out = std::copy_n(phi + i * m_width, m_width, out);
        for (std::size_t k = 0; k < m_branches.size(); ++k) {
            out[e.actions(i, k)] = 1;
            out += m_branches[k];
        }
    }
}

void Curiosity::evaluate(const Experience &e, std::span<float> rewards) {
    if (m_encoder.adam.steps == 0) {
        std::fill(rewards.begin(), rewards.end(), 0.0f);
        return;
    }
    const std::size_t n = e.observations.rows;
    m_phi.resize(2 * n * m_width);
    m_foretold.resize(n * m_width);
    m_encoder.mlp.evaluate(e.observations, m_phi.data());
    m_encoder.mlp.evaluate(e.next, m_phi.data() + n * m_width);
    makeForwardInputs(m_phi.data(), e);
    m_forward.mlp.evaluate({m_forwardInputs.data(), n, m_width + m_logits}, m_foretold.data());
    const float strength = float(m_spec.strength);
    for (std::size_t i = 0; i < n; ++i) {
        const float *phiNext = &m_phi[(n + i) * m_width], *foretold = &m_foretold[i * m_width];
        float sum = 0;
        for (std::size_t j = 0; j < m_width; ++j)
            sum += (phiNext[j] - foretold[j]) * (phiNext[j] - foretold[j]);
        rewards[i] = std::min(0.5f * sum * strength, 1.0f);
    }
}

double Curiosity::inverseLoss(MatrixView<const float> logits,
                              MatrixView<const std::int32_t> actions) {
    const float scale = kLossScale * kInverseShare / float(logits.rows);
    m_inverse.outputGradient.resize(logits.size());
    m_probabilities.resize(m_logits);
    double loss = 0;
    for (std::size_t i = 0; i < logits.rows; ++i) {
        std::size_t offset = 0;
        for (std::size_t k = 0; k < m_branches.size(); ++k) {
            const std::size_t n = std::size_t(m_branches[k]), a = std::size_t(actions(i, k));
            const auto p = std::span(m_probabilities).first(n);
            softmax(logits.row(i).subspan(offset, n), p);
            loss -= double(std::log(p[a] + kFloor));
            // -log(p_a + floor) through softmax's Jacobian
            const float slope = scale * p[a] / (p[a] + kFloor);
            for (std::size_t j = 0; j < n; ++j)
                m_inverse.outputGradient[i * m_logits + offset + j] =
                    slope * (p[j] - (j == a ? 1.0f : 0.0f));
            offset += n;
        }
    }
    return loss / double(logits.rows);
}

double Curiosity::forwardLoss(MatrixView<const float> foretold, const float *phiNext) {
    const float scale = kLossScale * kForwardShare / float(foretold.rows);
    m_forward.outputGradient.resize(foretold.size());
    double loss = 0;
    for (std::size_t i = 0; i < foretold.size(); ++i) {
        const float error = foretold.data[i] - phiNext[i];
        loss += 0.5 * double(error) * double(error);
        m_forward.outputGradient[i] = scale * error;
    }
    return loss / double(foretold.rows);
}

// phi feeds both models, phi' feeds the inverse one and is what the forward one foretells.
void Curiosity::joinEncoderGradient(std::size_t n) {
    m_encoder.outputGradient.resize(2 * n * m_width);
    for (std::size_t i = 0; i < n; ++i) {
        const float *inverse = &m_inverseGradient[i * 2 * m_width];
        const float *forward = &m_forwardGradient[i * (m_width + m_logits)];
        const float *target = &m_forward.outputGradient[i * m_width];
        float *phi = &m_encoder.outputGradient[i * m_width];
        float *phiNext = &m_encoder.outputGradient[(n + i) * m_width];
        for (std::size_t j = 0; j < m_width; ++j) {
            phi[j] = inverse[j] + forward[j];
            phiNext[j] = inverse[m_width + j] - target[j];
        }
    }
}

bool Curiosity::gradientsFinite() const {
    return allFinite(m_encoder.mlp.gradients()) && allFinite(m_inverse.mlp.gradients()) &&
           allFinite(m_forward.mlp.gradients());
}

std::string Curiosity::learn(const Experience &minibatch, Rng &, SignalLosses &losses) {
    const std::size_t n = minibatch.observations.rows;
    stack(minibatch);
    const MatrixView<const float> phi =
        m_encoder.mlp.forward({m_both.data(), 2 * n, minibatch.observations.cols});
    const float *phiNext = phi.data + n * m_width;
    makeInverseInputs(phi.data, phiNext, n);
    makeForwardInputs(phi.data, minibatch);
    const double inverse = inverseLoss(
        m_inverse.mlp.forward({m_inverseInputs.data(), n, 2 * m_width}), minibatch.actions);
    const double forward = forwardLoss(
        m_forward.mlp.forward({m_forwardInputs.data(), n, m_width + m_logits}), phiNext);
    if (!std::isfinite(inverse) || !std::isfinite(forward))
        return notFinite("curiosity", "the loss", losses.minibatches);

    m_inverseGradient.resize(m_inverseInputs.size());
    m_forwardGradient.resize(m_forwardInputs.size());
    m_inverse.mlp.backward(m_inverse.outputGradient.data(), m_inverseGradient.data());
    m_forward.mlp.backward(m_forward.outputGradient.data(), m_forwardGradient.data());
    joinEncoderGradient(n);
    m_encoder.mlp.backward(m_encoder.outputGradient.data());
    if (!gradientsFinite())
        return notFinite("curiosity", "the gradient", losses.minibatches);
    for (TrainedNetwork *network : {&m_encoder, &m_inverse, &m_forward})
        network->adam.step(network->mlp.parameters(), network->mlp.gradients(),
                           m_spec.learningRate);
    losses.forward += forward;
    losses.inverse += inverse;
    ++losses.minibatches;
    return "";
}

void Curiosity::visitState(StateVisitor &v) {
    visitWeights(v, "curiosity/encoder", m_encoder.mlp);
    visitWeights(v, "curiosity/inverse", m_inverse.mlp);
    visitWeights(v, "curiosity/forward", m_forward.mlp);
    visitAdam(v, "curiosity/encoder", m_encoder.adam);
    visitAdam(v, "curiosity/inverse", m_inverse.adam);
    visitAdam(v, "curiosity/forward", m_forward.adam);
}

} // namespace paddock

#include "core/learn/gail.h"

#include "core/learn/finite.h"
#include "core/learn/trained_network.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

constexpr double kBetaStep = 5e-4; // of VAIL's bottleneck weight

int featureCount(const GailSpec &spec, int observationSize, const std::vector<int> &branches) {
    return spec.useActions ? std::accumulate(branches.begin(), branches.end(), observationSize) + 1
                           : observationSize;
}

} // namespace

Gail::Gail(const GailSpec &spec, int observationSize, std::vector<int> branches, std::uint64_t seed)
    : m_spec(spec), m_branches(std::move(branches)),
      m_discriminator(featureCount(spec, observationSize, m_branches), int(spec.encodingSize),
                      spec.useVail, seed),
      m_adam(m_discriminator.parameters().size()), m_width(std::size_t(m_discriminator.inputs())) {}

void Gail::writeFeatures(std::span<const float> observation, std::span<const std::int32_t> actions,
                         bool ended, float *out) const {
    out = std::copy(observation.begin(), observation.end(), out);
    if (!m_spec.useActions)
        return;
    for (std::size_t k = 0; k < m_branches.size(); ++k) {
        std::fill_n(out, m_branches[k], 0.0f);
        out[actions[k]] = 1;
        out += m_branches[k];
    }
    *out = ended ? 1.0f : 0.0f;
}

void Gail::writePolicy(const Experience &e) {
    for (std::size_t i = 0; i < e.observations.rows; ++i)
        writeFeatures(e.observations.row(i), e.actions.row(i), e.ended[i],
                      &m_features[i * m_width]);
}

void Gail::evaluate(const Experience &e, std::span<float> rewards) {
    constexpr float kAlmostOne = 1 - kDiscriminatorFloor;
    MatrixView<const float> features = e.observations;
    if (m_spec.useActions) {
        m_features.resize(e.observations.rows * m_width);
        writePolicy(e);
        features = {m_features.data(), e.observations.rows, m_width};
    }
    m_discriminator.evaluate(features, rewards);
    for (float &reward : rewards)
        reward = float(m_spec.strength) * -std::log(1 - reward * kAlmostOne);
}

// With replacement, as ML-Agents draws them.
void Gail::drawExperts(std::size_t n, Rng &rng) {
    const std::size_t d = std::size_t(m_demo->observationSize), k = m_branches.size();
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t sample = rng.below(std::uint32_t(m_demo->samples()));
        writeFeatures({&m_demo->observations[sample * d], d}, {&m_demo->actions[sample * k], k},
                      m_demo->dones[sample], &m_features[(n + i) * m_width]);
    }
}

// Each element lies somewhere between the policy's and the expert's.
void Gail::mix(std::size_t n, Rng &rng) {
    const std::size_t size = n * m_width;
    const float *policy = m_features.data(), *expert = policy + size;
    float *mixed = m_features.data() + 2 * size;
    for (std::size_t i = 0; i < size; ++i) {
        const float u = rng.uniform();
        mixed[i] = u * policy[i] + (1 - u) * expert[i];
    }
}

std::string Gail::learn(const Experience &minibatch, Rng &rng, SignalLosses &losses) {
    const std::size_t n = minibatch.observations.rows;
    m_features.resize(3 * n * m_width);
    writePolicy(minibatch);
    drawExperts(n, rng);
    mix(n, rng);
    DiscriminatorBatch batch;
    batch.features = {m_features.data(), 3 * n, m_width};
    batch.penaltyColumns = std::size_t(m_spec.penaltyColumns);
    batch.vailBeta = m_beta;
    if (m_spec.useVail) {
        m_noise.resize(3 * n * kVailCodeSize);
        for (float &value : m_noise)
            value = rng.normal();
        batch.noise = m_noise.data();
    }
    const DiscriminatorLoss loss = m_discriminator.loss(batch);
    if (!std::isfinite(loss.discrimination + loss.gradientPenalty + loss.vailKl))
        return notFinite("gail", "the loss", losses.minibatches);
    if (!allFinite(m_discriminator.gradients()))
        return notFinite("gail", "the gradient", losses.minibatches);
    m_adam.step(m_discriminator.parameters(), m_discriminator.gradients(), m_spec.learningRate);
    if (m_spec.useVail)
        m_beta =
            float(std::max(0.0, double(m_beta) + kBetaStep * (loss.vailKl - kVailInformation)));

    losses.loss += loss.discrimination;
    losses.policyEstimate += loss.policyEstimate;
    losses.expertEstimate += loss.expertEstimate;
    losses.gradientPenalty += loss.gradientPenalty;
    losses.vailKl += loss.vailKl;
    losses.vailBeta += double(m_beta);
    ++losses.minibatches;
    return "";
}

void Gail::visitState(StateVisitor &v) {
    const auto &layers = m_discriminator.layers();
    const std::span<float> all = m_discriminator.parameters();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Mlp::Layer &l = layers[i];
        const std::string prefix = "gail/layer" + std::to_string(i);
        v.array(prefix + "/weight", {l.outputs, l.inputs},
                all.subspan(l.weight, l.bias - l.weight));
        v.array(prefix + "/bias", {l.outputs}, all.subspan(l.bias, std::size_t(l.outputs)));
    }
    if (m_discriminator.vail()) {
        v.array("gail/deviation", {kVailCodeSize}, all.last(kVailCodeSize));
        v.array("gail/beta", {1}, {&m_beta, 1});
    }
    visitAdam(v, "gail", m_adam);
}

} // namespace paddock

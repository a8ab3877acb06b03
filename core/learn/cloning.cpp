#include "core/learn/cloning.h"

#include "core/base/rng.h"
#include "core/learn/categorical.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

constexpr double kLeastLearningRate = 1e-10;
constexpr std::uint32_t kShuffleStream = 1; // of Purpose::Demonstration

// Whether the running sum of shares reaches a whole number at this update: of many updates, the
// part `share`, evenly spread.
bool isCloningTurn(double share, std::uint64_t update) {
    return std::floor(double(update + 1) * share) > std::floor(double(update) * share);
}

} // namespace

double cloningLoss(std::span<const int> branches, MatrixView<const float> logits,
                   MatrixView<const std::int32_t> actions, std::span<float> gradient) {
    const float scale = 1.0f / float(logits.rows * branches.size());
    double loss = 0;
    for (std::size_t b = 0; b < logits.rows; ++b) {
        std::size_t offset = 0;
        for (std::size_t k = 0; k < branches.size(); ++k) {
            const std::size_t n = std::size_t(branches[k]), a = std::size_t(actions(b, k));
            const auto p = gradient.subspan(b * logits.cols + offset, n);
            softmax(logits.row(b).subspan(offset, n), p);
            // The normaliser is 1 + n 1e-7 whatever the logits, so it adds no slope.
            loss -=
                double(logProbability(p[a])) - std::log1p(double(n) * double(kProbabilityFloor));
            const float slope = scale * p[a] / (p[a] + kProbabilityFloor);
            for (std::size_t j = 0; j < n; ++j)
                p[j] = slope * (p[j] - (j == a ? 1.0f : 0.0f));
            offset += n;
        }
    }
    return loss / double(logits.rows * branches.size());
}

bool BehaviouralCloning::usesPpo(const BehaviouralCloningSpec &spec, std::uint64_t update,
                                 std::int64_t step) {
    if (!spec.enabled)
        return true;
    switch (spec.mode) {
    case CloningMode::WithPpo:
        return true;
    case CloningMode::Pure:
        return false;
    case CloningMode::Exclusive:
    case CloningMode::ThenPpo:
        break;
    }
    return !clones(spec, update, step);
}

bool BehaviouralCloning::clones(const BehaviouralCloningSpec &spec, std::uint64_t update,
                                std::int64_t step) {
    if (!spec.enabled)
        return false;
    if (spec.mode == CloningMode::ThenPpo)
        return spec.steps == 0 || step <= spec.steps;
    return spec.mode != CloningMode::Exclusive || isCloningTurn(spec.strength, update);
}

double BehaviouralCloning::learningRate(const TrainingSpec &spec, std::int64_t step) {
    const double rate = spec.learningRate * spec.cloning.strength;
    const CloningMode mode = spec.cloning.mode;
    if (spec.cloning.steps == 0 || mode == CloningMode::Pure || mode == CloningMode::ThenPpo)
        return rate;
    const double part = std::min(double(step) / double(spec.cloning.steps), 1.0);
    return (rate - kLeastLearningRate) * (1 - part) + kLeastLearningRate;
}

void BehaviouralCloning::shuffle(const TrainingSpec &spec, std::size_t samples,
                                 std::uint64_t update, std::int64_t epoch) {
    m_order.resize(samples);
    std::iota(m_order.begin(), m_order.end(), 0u);
    Rng rng({.seed = std::uint64_t(spec.seed),
             .purpose = Purpose::Demonstration,
             .agent = kShuffleStream,
             .episode = std::uint32_t(epoch),
             .step = std::uint32_t(update)});
    for (std::size_t i = samples; i > 1; --i)
        std::swap(m_order[i - 1], m_order[rng.below(std::uint32_t(i))]);
}

void BehaviouralCloning::gather(const DemonstrationData &demo, std::size_t first,
                                std::size_t size) {
    const std::size_t d = std::size_t(demo.observationSize), k = std::size_t(demo.branchCount);
    m_observations.resize(size * d);
    m_actions.resize(size * k);
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t sample = m_order[first + i];
        std::copy_n(&demo.observations[sample * d], d, &m_observations[i * d]);
        std::copy_n(&demo.actions[sample * k], k, &m_actions[i * k]);
    }
}

CloningPass BehaviouralCloning::run(TrainedNetwork &actor, const PolicyShape &shape,
                                    const DemonstrationData &demo, const TrainingSpec &spec,
                                    std::uint64_t update, std::int64_t step) {
    CloningPass pass;
    const BehaviouralCloningSpec &mine = spec.cloning;
    const double rate = learningRate(spec, step);
    const std::size_t wanted = std::size_t(mine.batchSize > 0 ? mine.batchSize : spec.batchSize);
    const std::size_t size = std::clamp<std::size_t>(wanted, 1, demo.samples());
    std::size_t batches = demo.samples() / size;
    if (mine.samplesPerUpdate > 0)
        batches =
            std::min(batches, std::max<std::size_t>(std::size_t(mine.samplesPerUpdate) / size, 1));
    const std::int64_t epochs = mine.numEpoch > 0 ? mine.numEpoch : spec.numEpoch;
    for (std::int64_t e = 0; e < epochs; ++e) {
        shuffle(spec, demo.samples(), update, e);
        for (std::size_t b = 0; b < batches; ++b) {
            gather(demo, b * size, size);
            const MatrixView<const float> logits =
                actor.mlp.forward({m_observations.data(), size, std::size_t(demo.observationSize)});
            actor.outputGradient.resize(logits.size());
            const double loss =
                cloningLoss(shape.branches, logits, {m_actions.data(), size, shape.branches.size()},
                            actor.outputGradient);
            pass.problem = improve(actor, m_adam, "cloning", loss, pass.minibatches, rate);
            if (!pass.problem.empty())
                return pass;
            pass.loss += loss;
            ++pass.minibatches;
        }
    }
    return pass;
}

} // namespace paddock

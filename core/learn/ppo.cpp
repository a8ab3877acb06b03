#include "core/learn/ppo.h"

#include "core/base/rng.h"
#include "core/learn/categorical.h"
#include "core/learn/finite.h"
#include "core/learn/ppo_impl.h"
#include "core/learn/weight_init.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

// Where the linear schedules end, as in ML-Agents.
constexpr double kLeastLearningRate = 1e-10, kLeastEpsilon = 0.1, kLeastBeta = 1e-5;

// `value` at `step`, on the way to `least` at `maxSteps`.
double scheduled(double value, Schedule schedule, double least, std::int64_t step,
                 std::int64_t maxSteps) {
    if (schedule == Schedule::Constant)
        return value;
    const double part = double(step) / double(std::max<std::int64_t>(maxSteps, 1));
    return (value - least) * (1 - std::clamp(part, 0.0, 1.0)) + least;
}

double mean(std::span<const float> values) {
    double sum = 0;
    for (const float value : values)
        sum += double(value);
    return sum / double(values.size());
}

// Population variance, as numpy's.
double variance(std::span<const float> values, double about) {
    double sum = 0;
    for (const float value : values)
        sum += (double(value) - about) * (double(value) - about);
    return sum / double(values.size());
}

void normalise(std::span<const float> advantages, std::vector<float> &out) {
    const double centre = mean(advantages);
    const double deviation = std::sqrt(variance(advantages, centre)) + 1e-10;
    out.resize(advantages.size());
    for (std::size_t i = 0; i < advantages.size(); ++i)
        out[i] = float((double(advantages[i]) - centre) / deviation);
}

// 1 - Var(R - V) / Var(R): 1 when the values foretell the returns, 0 when they say no more than
// their mean.
float explainedVariance(std::span<const float> returns, std::span<const float> values) {
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < returns.size(); ++i) {
        const double error = double(returns[i]) - double(values[i]);
        sum += error;
        squares += error * error;
    }
    const double n = double(returns.size());
    const double all = variance(returns, mean(returns));
    return all > 0 ? float(1 - (squares / n - (sum / n) * (sum / n)) / all) : 0.0f;
}

// Names the first number in `values` that is not finite, which are `width` a sample; "" when all
// are.
std::string nonFinite(const char *name, std::span<const float> values, std::size_t width,
                      int rows) {
    const std::size_t i = firstNonFinite(values);
    if (i == values.size())
        return "";
    const std::size_t sample = i / width, m = std::size_t(rows);
    return std::string(name) + " at step " + std::to_string(sample / m) + ", row " +
           std::to_string(sample % m) + ", index " + std::to_string(i % width) + " is not finite";
}

std::string checkExperience(const RolloutBuffer &b) {
    const std::size_t n = std::size_t(b.samples()), d = std::size_t(b.observationSize);
    const std::size_t k = std::size_t(b.branchCount);
    std::string problem =
        nonFinite("observation", std::span(b.observations).first(n * d), d, b.rows);
    if (problem.empty())
        problem = nonFinite("reward", std::span(b.rewards).first(n), 1, b.rows);
    if (problem.empty())
        problem = nonFinite("log-probability", std::span(b.logProbs).first(n * k), k, b.rows);
    if (problem.empty() && !allFinite(b.truncatedObservations))
        problem = "an observation at a truncation is not finite";
    if (problem.empty() && !allFinite(b.lastObservations))
        problem = "an observation after the last step is not finite";
    return problem;
}

std::string checkEstimates(const RolloutBuffer &b) {
    const std::size_t n = std::size_t(b.samples());
    const std::string problem = nonFinite("value", std::span(b.values).first(n), 1, b.rows);
    return problem.empty() ? nonFinite("advantage", std::span(b.advantages).first(n), 1, b.rows)
                           : problem;
}

void fail(UpdateStats &stats, const std::string &problem) {
    stats.finite = false;
    stats.problem = problem;
}

} // namespace

PpoLearner::PpoLearner(const TrainingSpec &spec, const PolicyShape &shape, int threads)
    : m_impl(std::make_unique<Impl>(spec, shape, threads)) {
    initialiseWeights(m_impl->actor.mlp, Head::Action, std::uint64_t(spec.seed));
    initialiseWeights(m_impl->critic.mlp, Head::Value, std::uint64_t(spec.seed));
}

PpoLearner::~PpoLearner() = default;

const PolicyShape &PpoLearner::shape() const {
    return m_impl->shape;
}

MatrixView<const float> PpoLearner::Impl::computeLogits(MatrixView<const float> observations) {
    logits.resize(observations.rows * std::size_t(shape.logitCount()));
    probabilities.resize(std::size_t(shape.logitCount()));
    actor.mlp.evaluate(observations, logits.data());
    return {logits.data(), observations.rows, std::size_t(shape.logitCount())};
}

void PpoLearner::act(MatrixView<const float> observations, std::uint32_t step,
                     MatrixView<std::int32_t> actions, MatrixView<float> logProbs) {
    const auto logits = m_impl->computeLogits(observations);
    for (std::size_t row = 0; row < logits.rows; ++row) {
        Rng rng({.seed = std::uint64_t(m_impl->spec.seed),
                 .purpose = Purpose::ActionSample,
                 .world = std::uint32_t(row),
                 .step = step});
        std::size_t offset = 0;
        for (std::size_t k = 0; k < m_impl->shape.branches.size(); ++k) {
            const std::size_t n = std::size_t(m_impl->shape.branches[k]);
            const auto p = std::span(m_impl->probabilities).first(n);
            softmax(logits.row(row).subspan(offset, n), p);
            const int choice = sampleChoice(p, rng.uniform());
            actions(row, k) = choice;
            if (logProbs.data)
                logProbs(row, k) = logProbability(p[std::size_t(choice)]);
            offset += n;
        }
    }
}

void PpoLearner::actGreedy(MatrixView<const float> observations, MatrixView<std::int32_t> actions) {
    const auto logits = m_impl->computeLogits(observations);
    for (std::size_t row = 0; row < logits.rows; ++row) {
        std::size_t offset = 0;
        for (std::size_t k = 0; k < m_impl->shape.branches.size(); ++k) {
            const std::size_t n = std::size_t(m_impl->shape.branches[k]);
            actions(row, k) = bestChoice(logits.row(row).subspan(offset, n));
            offset += n;
        }
    }
}

void PpoLearner::evaluate(MatrixView<const float> observations, MatrixView<float> probabilities,
                          MatrixView<float> values) {
    if (values.data)
        m_impl->critic.mlp.evaluate(observations, values.data);
    if (!probabilities.data)
        return;
    const auto logits = m_impl->computeLogits(observations);
    for (std::size_t row = 0; row < logits.rows; ++row) {
        std::size_t offset = 0;
        for (const int n : m_impl->shape.branches) {
            softmax(logits.row(row).subspan(offset, std::size_t(n)),
                    probabilities.row(row).subspan(offset, std::size_t(n)));
            offset += std::size_t(n);
        }
    }
}

// Values of all samples and of what follows a truncation and the last step.
void PpoLearner::Impl::estimateValues(RolloutBuffer &buffer) {
    const std::size_t d = std::size_t(buffer.observationSize);
    truncatedValues.resize(buffer.truncatedSamples.size());
    lastValues.resize(std::size_t(buffer.rows));
    critic.mlp.evaluate({buffer.observations.data(), std::size_t(buffer.samples()), d},
                        buffer.values.data());
    critic.mlp.evaluate({buffer.truncatedObservations.data(), truncatedValues.size(), d},
                        truncatedValues.data());
    critic.mlp.evaluate({buffer.lastObservations.data(), lastValues.size(), d}, lastValues.data());
}

// Fisher-Yates, from the same numbers for the same update and epoch.
void PpoLearner::Impl::shuffle(std::size_t samples, std::int64_t epochIndex) {
    order.resize(samples);
    std::iota(order.begin(), order.end(), 0u);
    Rng rng({.seed = std::uint64_t(spec.seed),
             .purpose = Purpose::Shuffle,
             .episode = std::uint32_t(epochIndex),
             .step = std::uint32_t(updates)});
    for (std::size_t i = samples; i > 1; --i)
        std::swap(order[i - 1], order[rng.below(std::uint32_t(i))]);
}

UpdateStats PpoLearner::update(RolloutBuffer &buffer, std::int64_t step) {
    Impl &m = *m_impl;
    const TrainingSpec &spec = m.spec;
    UpdateStats stats;
    stats.learningRate = float(scheduled(spec.learningRate, spec.learningRateSchedule,
                                         kLeastLearningRate, step, spec.maxSteps));
    stats.epsilon =
        float(scheduled(spec.epsilon, spec.epsilonSchedule, kLeastEpsilon, step, spec.maxSteps));
    stats.beta = float(scheduled(spec.beta, spec.betaSchedule, kLeastBeta, step, spec.maxSteps));
    if (buffer.samples() == 0)
        return stats;
    if (const std::string problem = checkExperience(buffer); !problem.empty()) {
        fail(stats, problem);
        return stats;
    }

    m.estimateValues(buffer);
    computeGae(buffer, m.truncatedValues.data(), m.lastValues.data(), float(spec.gamma),
               float(spec.lambda), float(spec.extrinsicStrength));
    if (const std::string problem = checkEstimates(buffer); !problem.empty()) {
        fail(stats, problem);
        return stats;
    }
    const std::size_t samples = std::size_t(buffer.samples());
    const auto values = std::span(buffer.values).first(samples);
    stats.meanValue = float(mean(values));
    stats.explainedVariance = explainedVariance(std::span(buffer.returns).first(samples), values);
    normalise(std::span(buffer.advantages).first(samples), m.normalised);

    m.runEpochs(buffer, stats);
    ++m.updates;
    return stats;
}

void PpoLearner::Impl::runEpochs(const RolloutBuffer &buffer, UpdateStats &stats) {
    const std::size_t samples = std::size_t(buffer.samples());
    const UpdateSettings settings{stats.learningRate, stats.epsilon, stats.beta,
                                  std::clamp<std::size_t>(std::size_t(spec.batchSize), 1, samples)};
    ActorPass sum;
    double valueLossSum = 0;
    int criticMinibatches = 0;
    for (std::int64_t e = 0; e < spec.numEpoch && stats.finite; ++e) {
        shuffle(samples, e);
        epoch.gather(buffer, normalised, order);
        ActorPass pass;
        CriticPass criticPass;
        const auto learnPolicy = [&] {
            pass = runActorEpoch(actor, shape.branches, epoch, settings);
        };
        const auto learnValues = [&] { criticPass = runCriticEpoch(critic, epoch, settings); };
        if (side) {
            side->runBoth(learnValues, learnPolicy);
        } else {
            learnPolicy();
            learnValues();
        }

        ++stats.epochs;
        sum.policyLoss += pass.policyLoss;
        sum.entropy += pass.entropy;
        sum.clipFraction += pass.clipFraction;
        sum.minibatches += pass.minibatches;
        valueLossSum += criticPass.valueLoss;
        criticMinibatches += criticPass.minibatches;
        stats.approxKl = float(pass.approxKl / std::max(pass.minibatches, 1));
        if (!pass.problem.empty() || !criticPass.problem.empty())
            fail(stats, pass.problem.empty() ? criticPass.problem : pass.problem);
        if (spec.targetKl > 0 && double(stats.approxKl) > spec.targetKl)
            break; // the policy has moved far enough from the one that collected the data
    }
    stats.minibatches = sum.minibatches;
    const double actorCount = std::max(sum.minibatches, 1);
    stats.policyLoss = float(sum.policyLoss / actorCount);
    stats.entropy = float(sum.entropy / actorCount);
    stats.clipFraction = float(sum.clipFraction / actorCount);
    stats.valueLoss = float(valueLossSum / std::max(criticMinibatches, 1));
}

void PpoLearner::setTraining(const TrainingSpec &spec) {
    TrainingSpec &mine = m_impl->spec;
    mine.learningRate = spec.learningRate;
    mine.learningRateSchedule = spec.learningRateSchedule;
    mine.beta = spec.beta;
    mine.betaSchedule = spec.betaSchedule;
    mine.epsilon = spec.epsilon;
    mine.epsilonSchedule = spec.epsilonSchedule;
    mine.targetKl = spec.targetKl;
    mine.gamma = spec.gamma;
    mine.lambda = spec.lambda;
}

} // namespace paddock

// What an update knows before it learns: rewards, values, advantages; and whether all are finite.
#include "core/learn/finite.h"
#include "core/learn/ppo_impl.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

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

} // namespace

std::string PpoLearner::Impl::checkExperience(const RolloutBuffer &b) const {
    const std::size_t n = std::size_t(b.samples()), d = std::size_t(b.observationSize);
    const std::size_t k = std::size_t(b.branchCount);
    if (spec.cloning.enabled && !cloningDemo)
        return "behavioral_cloning is on but has no demonstration";
    if (spec.gail.enabled && !gailDemo)
        return "gail is on but has no demonstration";
    std::string problem =
        nonFinite("observation", std::span(b.observations).first(n * d), d, b.rows);
    if (problem.empty())
        problem = nonFinite("reward", std::span(b.rewards).first(n), 1, b.rows);
    if (problem.empty())
        problem = nonFinite("log-probability", std::span(b.logProbs).first(n * k), k, b.rows);
    if (problem.empty() && !allFinite(b.truncatedObservations))
        problem = "an observation at a truncation is not finite";
    if (problem.empty() && signals.count() > 0 && !allFinite(b.terminatedObservations))
        problem = "an observation at the end of an episode is not finite";
    if (problem.empty() && !allFinite(b.lastObservations))
        problem = "an observation after the last step is not finite";
    return problem;
}

std::string PpoLearner::Impl::checkEstimates(const RolloutBuffer &b) {
    const std::size_t n = std::size_t(b.samples());
    std::string problem = nonFinite("value", columns.values, columns.signals, b.rows);
    for (std::size_t i = 0; i < signals.count() && problem.empty(); ++i)
        problem = nonFinite((std::string(signals.name(i)) + " reward").c_str(), signals.rewards(i),
                            1, b.rows);
    return problem.empty() ? nonFinite("advantage", std::span(b.advantages).first(n), 1, b.rows)
                           : problem;
}

// Values of all samples and of what follows the ends of episodes and the last step.
void PpoLearner::Impl::estimateValues(const RolloutBuffer &buffer) {
    const std::size_t d = std::size_t(buffer.observationSize), s = 1 + signals.count();
    const auto estimateRows = [&](const std::vector<float> &observations, std::size_t rows,
                                  std::vector<float> &values) {
        values.resize(std::max<std::size_t>(rows, 1) * s); // never a null pointer to count from
        critic.mlp.evaluate({observations.data(), rows, d}, values.data());
    };
    columns.signals = s;
    estimateRows(buffer.observations, std::size_t(buffer.samples()), columns.values);
    estimateRows(buffer.truncatedObservations, buffer.truncatedSamples.size(), truncatedValues);
    if (signals.count() > 0)
        estimateRows(buffer.terminatedObservations, buffer.terminatedSamples.size(),
                     terminatedValues);
    estimateRows(buffer.lastObservations, std::size_t(buffer.rows), lastValues);
}

// Each signal's own advantages and returns; the policy follows the mean of the advantages.
void PpoLearner::Impl::computeAdvantages(RolloutBuffer &buffer) {
    const std::size_t samples = std::size_t(buffer.samples()), s = columns.signals;
    columns.returns.resize(columns.values.size());
    for (std::size_t head = s; head-- > 0;) {
        RewardSignal *own = head > 0 ? &signals.signal(head - 1) : nullptr;
        SignalView view;
        view.rewards = own ? signals.rewards(head - 1).data() : buffer.rewards.data();
        view.values = columns.values.data() + head;
        view.truncatedValues = truncatedValues.data() + head;
        view.terminatedValues =
            own && own->ignoresDone() ? terminatedValues.data() + head : nullptr;
        view.lastValues = lastValues.data() + head;
        view.stride = s;
        view.gamma = float(own ? own->gamma() : spec.gamma);
        view.lambda = float(spec.lambda);
        view.strength = own ? 1.0f : float(spec.extrinsicStrength);
        view.advantages = own ? signals.advantages(head - 1).data() : buffer.advantages.data();
        view.returns = columns.returns.data() + head;
        computeGae(buffer, view);
    }
    for (std::size_t i = 0; i < samples; ++i) {
        for (std::size_t own = 0; own + 1 < s; ++own)
            buffer.advantages[i] += signals.advantages(own)[i];
        if (s > 1)
            buffer.advantages[i] /= float(s);
        buffer.values[i] = columns.values[i * s];
        buffer.returns[i] = columns.returns[i * s];
    }
}

std::string PpoLearner::Impl::estimate(RolloutBuffer &buffer, UpdateStats &stats) {
    if (signals.count() > 0)
        runBoth([&] { signals.evaluate(buffer); }, [&] { estimateValues(buffer); });
    else
        estimateValues(buffer);
    computeAdvantages(buffer);
    if (std::string problem = checkEstimates(buffer); !problem.empty())
        return problem;
    const std::size_t samples = std::size_t(buffer.samples());
    const auto values = std::span(buffer.values).first(samples);
    stats.meanValue = float(mean(values));
    stats.explainedVariance = explainedVariance(std::span(buffer.returns).first(samples), values);
    for (std::size_t i = 0; i < signals.count(); ++i) {
        double sum = 0;
        for (std::size_t n = 0; n < samples; ++n)
            sum += double(columns.values[n * columns.signals + 1 + i]);
        signals.stats(i).meanValue = sum / double(samples);
    }
    normalise(std::span(buffer.advantages).first(samples), normalised);
    return "";
}

} // namespace paddock

#include "core/learn/rollout_buffer.h"

#include <algorithm>
#include <cassert>

namespace paddock {

RolloutBuffer::RolloutBuffer(const PolicyShape &shape, int rowCount, int capacitySteps)
    : rows(rowCount), capacity(capacitySteps), observationSize(shape.observationSize),
      branchCount(shape.branchCount()) {
    const std::size_t n = std::size_t(rows) * std::size_t(capacity);
    observations.resize(n * std::size_t(observationSize));
    actions.resize(n * std::size_t(branchCount));
    logProbs.resize(n * std::size_t(branchCount));
    rewards.resize(n);
    terminated.resize(n);
    truncated.resize(n);
    lastObservations.resize(std::size_t(rows) * std::size_t(observationSize));
    values.resize(n);
    advantages.resize(n);
    returns.resize(n);
}

void RolloutBuffer::clear() {
    steps = 0;
    truncatedSamples.clear();
    truncatedObservations.clear();
    terminatedSamples.clear();
    terminatedObservations.clear();
}

void RolloutBuffer::append(MatrixView<const float> seen, MatrixView<const std::int32_t> taken,
                           MatrixView<const float> takenLogProbs, const float *stepRewards,
                           const std::uint8_t *stepTerminated, const std::uint8_t *stepTruncated,
                           MatrixView<const float> finalObservations) {
    assert(!full());
    assert(seen.rows == std::size_t(rows) && seen.cols == std::size_t(observationSize));
    assert(taken.size() == std::size_t(rows * branchCount) && taken.size() == takenLogProbs.size());
    const std::size_t m = std::size_t(rows), first = std::size_t(steps) * m;
    std::copy_n(seen.data, seen.size(), &observations[first * seen.cols]);
    std::copy_n(taken.data, taken.size(), &actions[first * taken.cols]);
    std::copy_n(takenLogProbs.data, taken.size(), &logProbs[first * taken.cols]);
    std::copy_n(stepRewards, m, &rewards[first]);
    std::copy_n(stepTerminated, m, &terminated[first]);
    for (std::size_t r = 0; r < m; ++r) {
        const bool cut = stepTruncated[r] && !stepTerminated[r];
        truncated[first + r] = cut;
        if (!cut && !(stepTerminated[r] && finalObservations.data))
            continue;
        const auto final = finalObservations.row(r);
        auto &samples = cut ? truncatedSamples : terminatedSamples;
        auto &finals = cut ? truncatedObservations : terminatedObservations;
        samples.push_back(std::int32_t(first + r));
        finals.insert(finals.end(), final.begin(), final.end());
    }
    ++steps;
}

RolloutBuffer withoutRows(const RolloutBuffer &buffer, const std::vector<std::uint8_t> &left) {
    const std::size_t m = std::size_t(buffer.rows);
    std::vector<std::size_t> kept;     // rows
    std::vector<std::size_t> place(m); // of a kept row among them
    for (std::size_t r = 0; r < m; ++r)
        if (!left[r]) {
            place[r] = kept.size();
            kept.push_back(r);
        }
    PolicyShape shape;
    shape.observationSize = buffer.observationSize;
    shape.branches.resize(std::size_t(buffer.branchCount));
    RolloutBuffer out(shape, int(kept.size()), buffer.capacity);
    out.steps = buffer.steps;
    const auto copyRows = [&](const auto &from, auto &to, std::size_t width, std::size_t steps) {
        for (std::size_t t = 0; t < steps; ++t)
            for (std::size_t i = 0; i < kept.size(); ++i)
                std::copy_n(from.begin() + std::ptrdiff_t((t * m + kept[i]) * width), width,
                            to.begin() + std::ptrdiff_t((t * kept.size() + i) * width));
    };
    const std::size_t steps = std::size_t(buffer.steps), d = std::size_t(buffer.observationSize);
    const std::size_t k = std::size_t(buffer.branchCount);
    copyRows(buffer.observations, out.observations, d, steps);
    copyRows(buffer.actions, out.actions, k, steps);
    copyRows(buffer.logProbs, out.logProbs, k, steps);
    copyRows(buffer.rewards, out.rewards, 1, steps);
    copyRows(buffer.terminated, out.terminated, 1, steps);
    copyRows(buffer.truncated, out.truncated, 1, steps);
    copyRows(buffer.lastObservations, out.lastObservations, d, 1);
    const auto copyFinals = [&](const auto &samples, const auto &finals, auto &outSamples,
                                auto &outFinals) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const std::size_t t = std::size_t(samples[i]) / m, r = std::size_t(samples[i]) % m;
            if (left[r])
                continue;
            outSamples.push_back(std::int32_t(t * kept.size() + place[r]));
            const auto from = finals.begin() + std::ptrdiff_t(i * d);
            outFinals.insert(outFinals.end(), from, from + std::ptrdiff_t(d));
        }
    };
    copyFinals(buffer.truncatedSamples, buffer.truncatedObservations, out.truncatedSamples,
               out.truncatedObservations);
    copyFinals(buffer.terminatedSamples, buffer.terminatedObservations, out.terminatedSamples,
               out.terminatedObservations);
    return out;
}

void computeGae(const RolloutBuffer &buffer, const SignalView &s) {
    const std::size_t rows = std::size_t(buffer.rows), samples = std::size_t(buffer.samples());
    // Both are walked backwards, like the samples.
    std::size_t truncation = buffer.truncatedSamples.size();
    std::size_t termination = s.terminatedValues ? buffer.terminatedSamples.size() : 0;
    for (std::size_t i = samples; i-- > 0;) {
        const bool last = i + rows >= samples;
        float nextValue =
            last ? s.lastValues[i % rows * s.stride] : s.values[(i + rows) * s.stride];
        float nextAdvantage = last ? 0 : s.advantages[i + rows];
        if (buffer.terminated[i]) {
            nextValue = nextAdvantage = 0;
            if (termination > 0 && std::size_t(buffer.terminatedSamples[termination - 1]) == i)
                nextValue = s.terminatedValues[--termination * s.stride];
        } else if (buffer.truncated[i]) {
            nextValue = s.truncatedValues[--truncation * s.stride];
            nextAdvantage = 0;
        }
        const float value = s.values[i * s.stride];
        const float delta = s.strength * s.rewards[i] + s.gamma * nextValue - value;
        s.advantages[i] = delta + s.gamma * s.lambda * nextAdvantage;
        s.returns[i * s.stride] = s.advantages[i] + value;
    }
}

void computeGae(RolloutBuffer &buffer, const float *truncatedValues, const float *lastValues,
                float gamma, float lambda, float rewardStrength) {
    SignalView signal;
    signal.rewards = buffer.rewards.data();
    signal.values = buffer.values.data();
    signal.truncatedValues = truncatedValues;
    signal.lastValues = lastValues;
    signal.gamma = gamma;
    signal.lambda = lambda;
    signal.strength = rewardStrength;
    signal.advantages = buffer.advantages.data();
    signal.returns = buffer.returns.data();
    computeGae(buffer, signal);
}

void nextObservations(const RolloutBuffer &buffer, std::vector<float> &next) {
    const std::size_t d = std::size_t(buffer.observationSize);
    const std::size_t n = std::size_t(buffer.samples()), m = std::size_t(buffer.rows);
    next.resize(n * d);
    const auto begin = buffer.observations.begin();
    std::copy(begin + std::ptrdiff_t(m * d), begin + std::ptrdiff_t(n * d), next.begin());
    std::copy_n(buffer.lastObservations.begin(), m * d, next.end() - std::ptrdiff_t(m * d));
    for (std::size_t i = 0; i < n; ++i)
        if (buffer.terminated[i])
            std::copy_n(&buffer.observations[i * d], d, &next[i * d]);
    const auto putFinals = [&](const auto &samples, const std::vector<float> &finals) {
        for (std::size_t i = 0; i < samples.size(); ++i)
            std::copy_n(&finals[i * d], d, &next[std::size_t(samples[i]) * d]);
    };
    putFinals(buffer.truncatedSamples, buffer.truncatedObservations);
    putFinals(buffer.terminatedSamples, buffer.terminatedObservations);
}

} // namespace paddock

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
        if (!cut)
            continue;
        const auto final = finalObservations.row(r);
        truncatedSamples.push_back(std::int32_t(first + r));
        truncatedObservations.insert(truncatedObservations.end(), final.begin(), final.end());
    }
    ++steps;
}

void computeGae(RolloutBuffer &buffer, const float *truncatedValues, const float *lastValues,
                float gamma, float lambda, float rewardStrength) {
    const std::size_t rows = std::size_t(buffer.rows);
    std::size_t truncation = buffer.truncatedSamples.size(); // walked backwards, like the samples
    for (std::size_t i = std::size_t(buffer.samples()); i-- > 0;) {
        const bool last = i + rows >= std::size_t(buffer.samples());
        float nextValue = last ? lastValues[i % rows] : buffer.values[i + rows];
        float nextAdvantage = last ? 0 : buffer.advantages[i + rows];
        if (buffer.terminated[i]) {
            nextValue = nextAdvantage = 0;
        } else if (buffer.truncated[i]) {
            nextValue = truncatedValues[--truncation];
            nextAdvantage = 0;
        }
        const float delta =
            rewardStrength * buffer.rewards[i] + gamma * nextValue - buffer.values[i];
        buffer.advantages[i] = delta + gamma * lambda * nextAdvantage;
        buffer.returns[i] = buffer.advantages[i] + buffer.values[i];
    }
}

} // namespace paddock

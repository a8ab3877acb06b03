// Made-up experience for learners under test.
#pragma once

#include "core/base/rng.h"
#include "core/learn/ppo.h"

namespace paddock {

inline PolicyShape smallShape() {
    PolicyShape shape;
    shape.observationSize = 6;
    shape.branches = {2, 3};
    shape.hiddenUnits = 16;
    shape.numLayers = 2;
    return shape;
}

// Constant schedules, no early stop, minibatches of 32.
inline TrainingSpec plainSpec() {
    TrainingSpec spec;
    spec.seed = 7;
    spec.batchSize = 32;
    spec.targetKl = 0;
    spec.learningRate = 1e-3;
    spec.learningRateSchedule = spec.betaSchedule = spec.epsilonSchedule = Schedule::Constant;
    return spec;
}

// `steps` steps of `rows` rows under the learner's own policy, in a world of noise that is fixed by
// `seed`. About one step in ten terminates and one in ten is truncated.
inline RolloutBuffer noisyExperience(PpoLearner &learner, int rows, int steps, std::uint64_t seed) {
    const PolicyShape &shape = learner.shape();
    const std::size_t m = std::size_t(rows), k = shape.branches.size();
    const std::size_t d = std::size_t(shape.observationSize);
    RolloutBuffer buffer(shape, rows, steps);
    Rng rng({.seed = seed});
    std::vector<float> seen(m * d), final(m * d), logProbs(m * k), rewards(m);
    std::vector<std::int32_t> actions(m * k);
    std::vector<std::uint8_t> terminated(m), truncated(m);
    const auto randomise = [&](std::vector<float> &values) {
        for (float &value : values)
            value = rng.normal();
    };
    for (int t = 0; t < steps; ++t) {
        randomise(seen);
        randomise(final);
        randomise(rewards);
        for (std::size_t r = 0; r < m; ++r) {
            terminated[r] = rng.below(10) == 0;
            truncated[r] = rng.below(10) == 0;
        }
        learner.act({seen.data(), m, d}, std::uint32_t(t), {actions.data(), m, k},
                    {logProbs.data(), m, k});
        buffer.append({seen.data(), m, d}, {actions.data(), m, k}, {logProbs.data(), m, k},
                      rewards.data(), terminated.data(), truncated.data(), {final.data(), m, d});
    }
    randomise(buffer.lastObservations);
    return buffer;
}

// `updates` updates on fresh experience; the noise depends on `firstSeed` and counts up.
inline void learnFromNoise(PpoLearner &learner, int updates, std::uint64_t firstSeed) {
    for (int i = 0; i < updates; ++i) {
        RolloutBuffer buffer = noisyExperience(learner, 8, 16, firstSeed + std::uint64_t(i));
        learner.update(buffer, 0);
    }
}

} // namespace paddock

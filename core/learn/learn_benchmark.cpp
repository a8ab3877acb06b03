#include "core/learn/learn_benchmark.h"

#include "core/base/rng.h"
#include "core/learn/ppo.h"

#include <algorithm>
#include <chrono>
#include <functional>

namespace paddock {

namespace {

constexpr int kRows = 16;
constexpr double kSeconds = 0.6; // of each measurement

// Calls of `work` in a second; the first call is not counted.
double callsPerSecond(const std::function<void()> &work) {
    using Clock = std::chrono::steady_clock;
    work();
    const auto start = Clock::now();
    double seconds = 0;
    int calls = 0;
    do {
        work();
        ++calls;
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
    } while (seconds < kSeconds);
    return calls / seconds;
}

void fillRandom(std::vector<float> &values, Rng &rng) {
    for (float &value : values)
        value = rng.uniform(-1, 1);
}

// Experience of the policy itself in a world of noise.
RolloutBuffer madeUpExperience(PpoLearner &learner, int steps) {
    const PolicyShape &shape = learner.shape();
    const std::size_t d = std::size_t(shape.observationSize), k = shape.branches.size();
    RolloutBuffer buffer(shape, kRows, steps);
    Rng rng({.purpose = Purpose::Test});
    std::vector<float> observations(kRows * d), logProbs(kRows * k), rewards(kRows);
    std::vector<std::int32_t> actions(kRows * k);
    const std::vector<std::uint8_t> never(kRows, 0);
    for (int t = 0; t < steps; ++t) {
        fillRandom(observations, rng);
        fillRandom(rewards, rng);
        const MatrixView<const float> seen{observations.data(), kRows, d};
        learner.act(seen, std::uint32_t(t), {actions.data(), kRows, k},
                    {logProbs.data(), kRows, k});
        buffer.append(seen, {actions.data(), kRows, k}, {logProbs.data(), kRows, k}, rewards.data(),
                      never.data(), never.data(), {});
    }
    fillRandom(buffer.lastObservations, rng);
    return buffer;
}

double updateSamplesPerSecond(const TrainingSpec &spec, const PolicyShape &shape, int threads) {
    PpoLearner learner(spec, shape, threads);
    const int steps = int(std::max(spec.bufferSize, spec.batchSize) + kRows - 1) / kRows;
    RolloutBuffer buffer = madeUpExperience(learner, steps);
    const double updates = callsPerSecond([&] { learner.update(buffer, 0); });
    return updates * double(buffer.samples()) * double(spec.numEpoch);
}

double inferenceRowsPerSecond(const TrainingSpec &spec, const PolicyShape &shape) {
    constexpr std::size_t kBatch = 1024;
    PpoLearner learner(spec, shape, 1);
    const std::size_t d = std::size_t(shape.observationSize), k = shape.branches.size();
    Rng rng({.purpose = Purpose::Test});
    std::vector<float> observations(kBatch * d), logProbs(kBatch * k);
    std::vector<std::int32_t> actions(kBatch * k);
    fillRandom(observations, rng);
    std::uint32_t step = 0;
    return kBatch * callsPerSecond([&] {
               learner.act({observations.data(), kBatch, d}, step++, {actions.data(), kBatch, k},
                           {logProbs.data(), kBatch, k});
           });
}

} // namespace

LearnBenchmark benchmarkLearning(const TrainingSpec &spec, const PolicyShape &shape) {
    TrainingSpec steady = spec;
    steady.targetKl = 0;
    steady.learningRateSchedule = Schedule::Constant;
    steady.learningRate = 1e-6; // the same experience is learned from over and over
    LearnBenchmark result;
    result.updateSamplesPerSecond1 = updateSamplesPerSecond(steady, shape, 1);
    result.updateSamplesPerSecond2 = updateSamplesPerSecond(steady, shape, 2);
    result.inferenceRowsPerSecond = inferenceRowsPerSecond(steady, shape);
    result.minibatchMs = 1e3 * double(steady.batchSize) / result.updateSamplesPerSecond1;
    return result;
}

} // namespace paddock

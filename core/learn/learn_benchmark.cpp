#include "core/learn/learn_benchmark.h"

#include "core/base/rng.h"
#include "core/learn/cloning.h"
#include "core/learn/ppo.h"
#include "core/learn/weight_init.h"

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

// Random steps, as a demonstration and as experience.
std::shared_ptr<const DemonstrationData> madeUpDemonstration(const PolicyShape &shape,
                                                             std::size_t samples) {
    DemonstrationData demo;
    demo.observationSize = shape.observationSize;
    demo.branchCount = shape.branchCount();
    demo.observations.resize(samples * std::size_t(shape.observationSize));
    demo.rewards.resize(samples);
    demo.dones.resize(samples);
    Rng rng({.purpose = Purpose::Test});
    fillRandom(demo.observations, rng);
    for (std::size_t i = 0; i < samples; ++i)
        for (const int choices : shape.branches)
            demo.actions.push_back(std::int32_t(rng.below(std::uint32_t(choices))));
    return std::make_shared<const DemonstrationData>(std::move(demo));
}

// The first `rows` steps.
Experience experienceOf(const DemonstrationData &demo, std::size_t rows) {
    const MatrixView<const float> seen{demo.observations.data(), rows,
                                       std::size_t(demo.observationSize)};
    return {seen,
            seen,
            {demo.actions.data(), rows, std::size_t(demo.branchCount)},
            std::span(demo.dones).first(rows)};
}

double minibatchMs(RewardSignal &signal, const Experience &minibatch) {
    Rng rng({.purpose = Purpose::Test});
    SignalLosses losses;
    return 1e3 / callsPerSecond([&] { (void)signal.learn(minibatch, rng, losses); });
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

ImitationBenchmark benchmarkImitation(const TrainingSpec &given, const PolicyShape &shape) {
    constexpr std::size_t kSamples = 4096;
    TrainingSpec spec = given;
    spec.cloning.enabled = spec.gail.enabled = spec.curiosity.enabled = true;
    spec.cloning.numEpoch = 1;
    const auto demo = madeUpDemonstration(shape, kSamples);
    ImitationBenchmark result;

    TrainedNetwork actor(shape.observationSize, shape.logitCount(), shape.hiddenUnits,
                         shape.numLayers);
    initialiseWeights(actor.mlp, Head::Action, 1);
    BehaviouralCloning cloning(actor.mlp.parameters().size());
    result.cloningSamplesPerSecond = double(kSamples) * callsPerSecond([&] {
                                         (void)cloning.run(actor, shape, *demo, spec, 0, 0);
                                     });

    Gail gail(spec.gail, shape.observationSize, shape.branches, 1);
    gail.setDemonstration(demo);
    Curiosity curiosity(spec.curiosity, shape.observationSize, shape.branches, 1);
    const Experience minibatch =
        experienceOf(*demo, std::min(std::size_t(spec.batchSize), kSamples));
    result.gailMs = minibatchMs(gail, minibatch);
    result.curiosityMs = minibatchMs(curiosity, minibatch);

    std::vector<float> rewards(kSamples);
    const Experience all = experienceOf(*demo, kSamples);
    result.rewardRowsPerSecond = double(kSamples) * callsPerSecond([&] {
                                     gail.evaluate(all, rewards);
                                     curiosity.evaluate(all, rewards);
                                 });
    return result;
}

} // namespace paddock

// The learner as a whole: what it does to experience, and that it learns.
#include "tests/learn/experience.h"
#include "tests/learn/reference.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace paddock;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

UpdateStats statsOf(const TrainingSpec &spec, int rows, int steps, std::int64_t step = 0) {
    PpoLearner learner(spec, smallShape(), 1);
    RolloutBuffer buffer = noisyExperience(learner, rows, steps, 1);
    return learner.update(buffer, step);
}

// One update of one minibatch an epoch, in float64 and with gradients by finite differences.
class ReferenceUpdate {
  public:
    ReferenceUpdate(const TensorFile &start, const RolloutBuffer &buffer, const TrainingSpec &spec)
        : m_actor(layersOf(start, "actor")), m_critic(layersOf(start, "critic")), m_buffer(buffer),
          m_spec(spec) {}

    void run() {
        const std::size_t n = std::size_t(m_buffer.samples());
        double mean = 0, variance = 0;
        for (std::size_t i = 0; i < n; ++i)
            mean += double(m_buffer.advantages[i]) / double(n);
        for (std::size_t i = 0; i < n; ++i)
            variance += std::pow(double(m_buffer.advantages[i]) - mean, 2) / double(n);
        for (std::size_t i = 0; i < n; ++i)
            m_advantages.push_back((double(m_buffer.advantages[i]) - mean) / std::sqrt(variance));
        for (std::int64_t e = 0; e < m_spec.numEpoch; ++e) {
            learn(m_actor, m_actorAdams, [this] { return actorLoss(); });
            learn(m_critic, m_criticAdams, [this] { return criticLoss(); });
        }
    }
    double largestDifference(const TensorFile &file) const {
        return std::max(difference(m_actor, layersOf(file, "actor")),
                        difference(m_critic, layersOf(file, "critic")));
    }

  private:
    using Layers = std::vector<reference::Layer>;

    static Layers layersOf(const TensorFile &file, const std::string &network) {
        Layers layers;
        for (const char *layer : {"/hidden0", "/hidden1", "/head"}) {
            const auto &weight = file.tensors.at(network + layer + "/weight").values;
            const auto &bias = file.tensors.at(network + layer + "/bias").values;
            layers.push_back({{weight.begin(), weight.end()}, {bias.begin(), bias.end()}});
        }
        return layers;
    }
    static double difference(const Layers &a, const Layers &b) {
        double largest = 0;
        for (std::size_t l = 0; l < a.size(); ++l) {
            for (std::size_t i = 0; i < a[l].weight.size(); ++i)
                largest = std::max(largest, std::abs(a[l].weight[i] - b[l].weight[i]));
            for (std::size_t i = 0; i < a[l].bias.size(); ++i)
                largest = std::max(largest, std::abs(a[l].bias[i] - b[l].bias[i]));
        }
        return largest;
    }
    reference::Vector observation(std::size_t i) const {
        const std::size_t d = std::size_t(m_buffer.observationSize);
        const float *row = &m_buffer.observations[i * d];
        return {row, row + d};
    }
    double actorLoss() const {
        std::vector<reference::PolicySample> samples;
        for (std::size_t i = 0; i < m_advantages.size(); ++i) {
            const std::int32_t *actions = &m_buffer.actions[i * 2];
            const float *old = &m_buffer.logProbs[i * 2];
            samples.push_back({reference::forward(m_actor, observation(i)),
                               {actions, actions + 2},
                               {old, old + 2},
                               m_advantages[i]});
        }
        return reference::policyLoss(samples, {2, 3}, double(float(m_spec.epsilon)))
            .total(m_spec.beta);
    }
    double criticLoss() const {
        reference::Vector values, old, returns;
        for (std::size_t i = 0; i < m_advantages.size(); ++i) {
            values.push_back(reference::forward(m_critic, observation(i))[0]);
            old.push_back(double(m_buffer.values[i]));
            returns.push_back(double(m_buffer.returns[i]));
        }
        return 0.5 * reference::valueLoss(values, old, returns, double(float(m_spec.epsilon)));
    }
    void learn(Layers &layers, std::vector<reference::Adam> &adams,
               const std::function<double()> &loss) {
        std::vector<double *> numbers;
        for (reference::Layer &layer : layers) {
            for (double &w : layer.weight)
                numbers.push_back(&w);
            for (double &b : layer.bias)
                numbers.push_back(&b);
        }
        adams.resize(numbers.size());
        std::vector<double> gradients;
        for (double *number : numbers)
            gradients.push_back(reference::slope(loss, *number, 1e-5));
        for (std::size_t i = 0; i < numbers.size(); ++i)
            *numbers[i] = adams[i].step(*numbers[i], gradients[i], m_spec.learningRate);
    }

    Layers m_actor, m_critic;
    const RolloutBuffer &m_buffer;
    const TrainingSpec &m_spec;
    reference::Vector m_advantages;
    std::vector<reference::Adam> m_actorAdams, m_criticAdams;
};

// Five states in a row, observed one-hot; an agent starts on the left and is rewarded on the right.
class Corridor {
  public:
    static constexpr int kStates = 5, kRows = 8, kTimeLimit = 20;

    std::vector<float> observe() const { return oneHot(m_state); }
    void step(const std::vector<std::int32_t> &actions) {
        for (std::size_t r = 0; r < kRows; ++r) {
            m_state[r] = std::clamp(m_state[r] + (actions[r] == 1 ? 1 : -1), 0, kStates - 1);
            ++m_time[r];
            terminated[r] = m_state[r] == kStates - 1;
            truncated[r] = !terminated[r] && m_time[r] == kTimeLimit;
            rewards[r] = terminated[r] ? 1.0f : -0.01f;
        }
        final = observe();
        for (std::size_t r = 0; r < kRows; ++r)
            if (terminated[r] || truncated[r])
                m_state[r] = m_time[r] = 0;
    }
    static std::vector<float> oneHot(const std::vector<int> &states) {
        std::vector<float> rows(states.size() * kStates);
        for (std::size_t r = 0; r < states.size(); ++r)
            rows[r * kStates + std::size_t(states[r])] = 1;
        return rows;
    }

    std::vector<float> rewards = std::vector<float>(kRows), final;
    std::vector<std::uint8_t> terminated = std::vector<std::uint8_t>(kRows), truncated = terminated;

  private:
    std::vector<int> m_state = std::vector<int>(kRows), m_time = m_state;
};

void trainInCorridor(PpoLearner &learner, int updates) {
    constexpr int kSteps = 32;
    constexpr std::size_t kRows = Corridor::kRows, kStates = Corridor::kStates;
    Corridor corridor;
    RolloutBuffer buffer(learner.shape(), kRows, kSteps);
    std::vector<std::int32_t> actions(kRows);
    std::vector<float> logProbs(kRows);
    std::uint32_t step = 0;
    for (int u = 0; u < updates; ++u) {
        buffer.clear();
        while (!buffer.full()) {
            const std::vector<float> seen = corridor.observe();
            learner.act({seen.data(), kRows, kStates}, step++, {actions.data(), kRows, 1},
                        {logProbs.data(), kRows, 1});
            corridor.step(actions);
            buffer.append({seen.data(), kRows, kStates}, {actions.data(), kRows, 1},
                          {logProbs.data(), kRows, 1}, corridor.rewards.data(),
                          corridor.terminated.data(), corridor.truncated.data(),
                          {corridor.final.data(), kRows, kStates});
        }
        buffer.lastObservations = corridor.observe();
        learner.update(buffer, 0);
    }
}

} // namespace

class TestPpoLearner : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void updateMatchesAFloat64Reference() {
        PolicyShape shape = smallShape();
        shape.hiddenUnits = 5;
        TrainingSpec spec = plainSpec();
        spec.learningRate = 1e-2;
        spec.beta = 0.01;
        PpoLearner learner(spec, shape, 1);
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        const TensorFile start = learner.save();
        const UpdateStats stats = learner.update(buffer, 0);
        QCOMPARE(stats.minibatches, 3);
        ReferenceUpdate expected(start, buffer, spec);
        expected.run();
        QVERIFY(expected.largestDifference(start) > 5e-3); // it moved
        const double difference = expected.largestDifference(learner.save());
        QVERIFY2(difference < 1e-4, qPrintable(QString::number(difference)));
    }
    void firstMinibatchHasRatioOne() {
        TrainingSpec spec = plainSpec();
        spec.numEpoch = 1;
        const UpdateStats stats = statsOf(spec, 4, 8);
        QCOMPARE(stats.minibatches, 1);
        QCOMPARE(stats.clipFraction, 0.0f);
        QVERIFY(std::abs(stats.approxKl) < 1e-9f);
        // The advantages have mean 0 and all ratios are 1.
        QVERIFY(stats.policyLoss < 1e-6f);
    }
    void firstEntropyIsNearlyUniform() { // action heads start small
        TrainingSpec spec = plainSpec();
        spec.numEpoch = 1;
        const float uniform = std::log(2.0f) + std::log(3.0f);
        QVERIFY(std::abs(statsOf(spec, 4, 8).entropy - uniform) < 0.05f);
    }
    void shortRestsAreDropped() {
        QCOMPARE(statsOf(plainSpec(), 10, 10).minibatches, 3 * 3); // 100 = 3 x 32 + 4
    }
    void smallBuffersAreOneMinibatch() {
        const UpdateStats stats = statsOf(plainSpec(), 2, 5);
        QCOMPARE(stats.minibatches, 3);
        QCOMPARE(stats.epochs, 3);
    }
    void emptyBuffersChangeNothing() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        RolloutBuffer buffer(learner.shape(), 2, 4);
        const std::uint64_t before = learner.paramsHash();
        QCOMPARE(learner.update(buffer, 0).minibatches, 0);
        QCOMPARE(learner.paramsHash(), before);
    }
    void divergenceEndsTheUpdateEarly() {
        TrainingSpec spec = plainSpec();
        spec.learningRate = 1e-2;
        spec.numEpoch = 1;
        const double firstKl = double(statsOf(spec, 8, 16).approxKl);
        QVERIFY(firstKl > 1e-4);
        spec.numEpoch = 10;
        QCOMPARE(statsOf(spec, 8, 16).epochs, 10);
        spec.targetKl = 0.99 * firstKl;
        QCOMPARE(statsOf(spec, 8, 16).epochs, 1);
        spec.targetKl = 1.01 * firstKl;
        QVERIFY(statsOf(spec, 8, 16).epochs > 1);
    }
    void linearSchedulesEndAtTheirMinima() {
        TrainingSpec spec = plainSpec();
        spec.learningRateSchedule = spec.betaSchedule = spec.epsilonSchedule = Schedule::Linear;
        spec.maxSteps = 1000;
        const UpdateStats half = statsOf(spec, 2, 4, 500), end = statsOf(spec, 2, 4, 1000);
        QVERIFY(std::abs(half.epsilon - 0.15f) < 1e-6f);
        QVERIFY(std::abs(half.learningRate - 5e-4f) < 1e-8f);
        QVERIFY(std::abs(half.beta - 5.05e-4f) < 1e-8f);
        QCOMPARE(end.learningRate, 1e-10f);
        QCOMPARE(end.epsilon, 0.1f);
        QCOMPARE(end.beta, 1e-5f);
        QCOMPARE(statsOf(spec, 2, 4, 5000).epsilon, 0.1f);
    }
    void constantSchedulesStay() {
        const UpdateStats stats = statsOf(plainSpec(), 2, 4, 900'000);
        QCOMPARE(stats.learningRate, 1e-3f);
        QCOMPARE(stats.epsilon, 0.2f);
    }
    void liveParametersAreInForceAtTheNextUpdate() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        TrainingSpec spec = plainSpec();
        spec.learningRate = 5e-4;
        spec.epsilon = 0.3;
        learner.setTraining(spec);
        RolloutBuffer buffer = noisyExperience(learner, 2, 4, 1);
        const UpdateStats stats = learner.update(buffer, 0);
        QCOMPARE(stats.learningRate, 5e-4f);
        QCOMPARE(stats.epsilon, 0.3f);
    }
    void twoThreadsGiveTheBitsOfOne() {
        TrainingSpec spec = plainSpec();
        spec.targetKl = 5e-4; // with early stops among the updates
        PpoLearner one(spec, smallShape(), 1), two(spec, smallShape(), 2);
        learnFromNoise(one, 5, 1);
        learnFromNoise(two, 5, 1);
        QCOMPARE(two.paramsHash(), one.paramsHash());
        QCOMPARE(two.save().encode(), one.save().encode());
    }
    void weightsDependOnTheSeed() {
        TrainingSpec spec = plainSpec();
        PpoLearner first(spec, smallShape(), 1), second(spec, smallShape(), 1);
        spec.seed = 8;
        PpoLearner other(spec, smallShape(), 1);
        QCOMPARE(first.paramsHash(), second.paramsHash());
        QVERIFY(first.paramsHash() != other.paramsHash());
    }
    void drawsDependOnStepAndRowAlone() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        const std::vector<float> observations(64 * 6, 0.5f);
        std::vector<std::int32_t> all(64 * 2), again(64 * 2), few(8 * 2), later(64 * 2);
        learner.act({observations.data(), 64, 6}, 3, {all.data(), 64, 2}, {});
        learner.act({observations.data(), 64, 6}, 4, {later.data(), 64, 2}, {});
        learner.act({observations.data(), 64, 6}, 3, {again.data(), 64, 2}, {});
        learner.act({observations.data(), 8, 6}, 3, {few.data(), 8, 2}, {});
        QCOMPARE(again, all);
        QVERIFY(later != all);
        QVERIFY(std::equal(few.begin(), few.end(), all.begin()));
    }
    void logProbsAreOfTheActionsTaken() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        RolloutBuffer buffer = noisyExperience(learner, 4, 4, 1);
        std::vector<float> p(16 * 5), values(16);
        learner.evaluate({buffer.observations.data(), 16, 6}, {p.data(), 16, 5},
                         {values.data(), 16, 1});
        for (std::size_t i = 0; i < 16; ++i) {
            const auto first = std::size_t(buffer.actions[i * 2]);
            const auto second = 2 + std::size_t(buffer.actions[i * 2 + 1]);
            QVERIFY(std::abs(std::exp(buffer.logProbs[i * 2]) - p[i * 5 + first]) < 1e-5f);
            QVERIFY(std::abs(std::exp(buffer.logProbs[i * 2 + 1]) - p[i * 5 + second]) < 1e-5f);
            QVERIFY(std::abs(p[i * 5] + p[i * 5 + 1] - 1) < 1e-6f);
        }
        learner.update(buffer, 0);
        for (std::size_t i = 0; i < 16; ++i)
            QVERIFY(std::abs(values[i] - buffer.values[i]) < 1e-5f);
    }
    void greedyActionsAreTheMostProbable() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        const RolloutBuffer buffer = noisyExperience(learner, 4, 4, 1);
        std::vector<float> p(16 * 5);
        std::vector<std::int32_t> actions(16 * 2);
        learner.evaluate({buffer.observations.data(), 16, 6}, {p.data(), 16, 5}, {});
        learner.actGreedy({buffer.observations.data(), 16, 6}, {actions.data(), 16, 2});
        for (std::size_t i = 0; i < 16; ++i) {
            QCOMPARE(actions[i * 2], p[i * 5 + 1] > p[i * 5] ? 1 : 0);
            const float *branch = &p[i * 5 + 2];
            QCOMPARE(actions[i * 2 + 1],
                     std::int32_t(std::max_element(branch, branch + 3) - branch));
        }
    }
    void rewardsThatAreNotFiniteAreCaughtByName() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        buffer.rewards[2 * 4 + 1] = kNan;
        const std::string before = learner.save().encode();
        const UpdateStats stats = learner.update(buffer, 0);
        QVERIFY(!stats.finite);
        QCOMPARE(QString::fromStdString(stats.problem),
                 QString("reward at step 2, row 1, index 0 is not finite"));
        QCOMPARE(learner.save().encode(), before);
    }
    void observationsThatAreNotFiniteAreCaught() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        buffer.lastObservations[0] = std::numeric_limits<float>::infinity();
        QVERIFY(!learner.update(buffer, 0).finite);
        QVERIFY(learner.finite());
    }
    void advantagesThatOverflowAreCaught() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        std::fill(buffer.rewards.begin(), buffer.rewards.end(), 3e38f);
        const std::uint64_t before = learner.paramsHash();
        const UpdateStats stats = learner.update(buffer, 0);
        QVERIFY(!stats.finite && !stats.problem.empty());
        QCOMPARE(learner.paramsHash(), before);
    }
    void lossesThatOverflowNeverReachTheWeights() {
        for (const int threads : {1, 2}) {
            PpoLearner learner(plainSpec(), smallShape(), threads);
            RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
            // The ratio overflows; with a negative advantage the clip does not hold it.
            std::fill(buffer.logProbs.begin(), buffer.logProbs.end(), -1e6f);
            const UpdateStats stats = learner.update(buffer, 0);
            QVERIFY(!stats.finite);
            QCOMPARE(QString::fromStdString(stats.problem),
                     QString("actor: the loss of minibatch 0 is not finite"));
            QCOMPARE(stats.epochs, 1);
            QVERIFY(learner.finite());
        }
    }
    void gradientsThatOverflowNeverReachTheWeights() {
        PpoLearner learner(plainSpec(), smallShape(), 1);
        TensorFile file =
            learner.save(); // values of 1e15 and activations of 1e25: their product overflows
        std::ranges::fill(file.tensors["critic/hidden1/bias"].values, 1e25f);
        std::ranges::fill(file.tensors["critic/head/weight"].values, 1e-10f);
        QVERIFY(learner.load(file).ok());
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        const UpdateStats stats = learner.update(buffer, 0);
        QCOMPARE(QString::fromStdString(stats.problem),
                 QString("critic: the gradient of minibatch 0 is not finite"));
        QVERIFY(!stats.finite && learner.finite());
        QCOMPARE(learner.save().tensors.at("critic/head/weight").values,
                 file.tensors.at("critic/head/weight").values);
    }
    void overfitsOneBatch() { // 64 random returns from 64 random observations
        PolicyShape shape = smallShape();
        shape.hiddenUnits = 64;
        PpoLearner learner(plainSpec(), shape, 1);
        RolloutBuffer buffer = noisyExperience(learner, 8, 8, 1);
        std::fill(buffer.terminated.begin(), buffer.terminated.end(), std::uint8_t(1));
        UpdateStats stats = learner.update(buffer, 0);
        QVERIFY(stats.explainedVariance < 0.5f);
        for (int i = 0; i < 300; ++i)
            stats = learner.update(buffer, 0);
        QVERIFY2(stats.explainedVariance > 0.95f,
                 qPrintable(QString::number(double(stats.explainedVariance))));
    }
    void solvesACorridor() {
        PolicyShape shape;
        shape.observationSize = Corridor::kStates;
        shape.branches = {2};
        shape.hiddenUnits = 32;
        shape.numLayers = 1;
        TrainingSpec spec = plainSpec();
        spec.learningRate = 3e-3;
        PpoLearner learner(spec, shape, 1);
        trainInCorridor(learner, 60);
        const std::vector<float> states = Corridor::oneHot({0, 1, 2, 3});
        std::vector<float> p(4 * 2);
        learner.evaluate({states.data(), 4, Corridor::kStates}, {p.data(), 4, 2}, {});
        for (std::size_t s = 0; s < 4; ++s)
            QVERIFY2(
                p[s * 2 + 1] > 0.9f,
                qPrintable(QString("state %1: right with %2").arg(s).arg(double(p[s * 2 + 1]))));
    }
};

QTEST_GUILESS_MAIN(TestPpoLearner)
#include "test_ppo_learner.moc"

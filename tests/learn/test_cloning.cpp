// Behavioural cloning: its loss in float64, its schedule, and that it copies an expert.
#include "core/learn/cloning.h"
#include "core/learn/ppo.h"
#include "tests/learn/experience.h"
#include "tests/learn/reference.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace paddock;

namespace {

const std::vector<int> kBranches{2, 3};
constexpr std::size_t kSamples = 9;

// -log softmax(log(p + 1e-7)) of the action, mean over samples and branches.
double referenceLoss(const reference::Vector &logits, const std::vector<std::int32_t> &actions) {
    double loss = 0;
    for (std::size_t i = 0; i < kSamples; ++i) {
        std::size_t first = i * 5;
        for (std::size_t k = 0; k < 2; ++k) {
            const std::size_t n = std::size_t(kBranches[k]);
            double sum = 0, normaliser = 0;
            for (std::size_t j = first; j < first + n; ++j)
                sum += std::exp(logits[j]);
            for (std::size_t j = first; j < first + n; ++j)
                normaliser += std::exp(std::log(std::exp(logits[j]) / sum + 1e-7));
            const std::size_t a = first + std::size_t(actions[2 * i + k]);
            loss -= std::log(std::exp(logits[a]) / sum + 1e-7) - std::log(normaliser);
            first += n;
        }
    }
    return loss / double(2 * kSamples);
}

BehaviouralCloningSpec specOf(CloningMode mode) {
    BehaviouralCloningSpec spec;
    spec.enabled = true;
    spec.mode = mode;
    return spec;
}

// Goes right from everywhere but the last of five states, observed one-hot, where it goes left.
std::shared_ptr<const DemonstrationData> corridorExpert() {
    DemonstrationData demo;
    demo.observationSize = 5;
    demo.branchCount = 1;
    for (int i = 0; i < 100; ++i) {
        for (int s = 0; s < 5; ++s)
            demo.observations.push_back(s == i % 5 ? 1.0f : 0.0f);
        demo.actions.push_back(i % 5 < 4 ? 1 : 0);
        demo.rewards.push_back(0);
        demo.dones.push_back(i % 5 == 4);
    }
    return std::make_shared<const DemonstrationData>(std::move(demo));
}

PolicyShape corridorShape() {
    PolicyShape shape = smallShape();
    shape.observationSize = 5;
    shape.branches = {2};
    return shape;
}

TrainingSpec cloningSpec(CloningMode mode) {
    TrainingSpec spec = plainSpec();
    spec.learningRate = 2e-2;
    spec.cloning = specOf(mode);
    return spec;
}

std::vector<float> criticOf(const PpoLearner &learner) {
    return learner.save().tensors.at("critic/head/weight").values;
}

QString demoError(const DemonstrationData &demo) {
    PpoLearner learner(plainSpec(), corridorShape(), 1);
    const Status status = learner.setDemonstration(std::make_shared<const DemonstrationData>(demo));
    return status.ok() ? QString() : QString::fromStdString(status.error().text());
}

} // namespace

class TestCloning : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lossAndGradientMatchFiniteDifferences() {
        Rng rng({.seed = 3});
        std::vector<float> logits, gradient(kSamples * 5);
        std::vector<std::int32_t> actions;
        for (std::size_t i = 0; i < kSamples; ++i) {
            for (int l = 0; l < 5; ++l)
                logits.push_back(2 * rng.normal());
            actions.push_back(std::int32_t(rng.below(2)));
            actions.push_back(std::int32_t(rng.below(3)));
        }
        const double loss = cloningLoss(kBranches, {logits.data(), kSamples, 5},
                                        {actions.data(), kSamples, 2}, gradient);
        reference::Vector numbers(logits.begin(), logits.end());
        QVERIFY(std::abs(loss - referenceLoss(numbers, actions)) < 1e-6);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const double slope =
                reference::slope([&] { return referenceLoss(numbers, actions); }, numbers[i], 1e-5);
            QVERIFY(std::abs(slope - double(gradient[i])) < 1e-6);
        }
    }
    void cloningReproducesAnExpert() {
        PpoLearner learner(cloningSpec(CloningMode::Pure), corridorShape(), 1);
        QVERIFY(learner.setDemonstration(corridorExpert()).ok());
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        UpdateStats stats;
        for (int u = 0; u < 60; ++u)
            stats = learner.update(buffer, 0);
        QVERIFY2(stats.cloning.loss < 0.02, qPrintable(QString::number(stats.cloning.loss)));
        const auto expert = corridorExpert();
        std::vector<std::int32_t> actions(100);
        learner.actGreedy({expert->observations.data(), 100, 5}, {actions.data(), 100, 1});
        QCOMPARE(actions, expert->actions);
    }
    void pureCloningLeavesTheCriticAlone() {
        PpoLearner learner(cloningSpec(CloningMode::Pure), corridorShape(), 1);
        QVERIFY(learner.setDemonstration(corridorExpert()).ok());
        const std::vector<float> before = criticOf(learner);
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        const UpdateStats stats = learner.update(buffer, 0);
        QVERIFY(!stats.ppo);
        QVERIFY(stats.cloning.on);
        QVERIFY(stats.entropy > 0.5f && stats.entropy < 0.7f); // at most ln 2
        QCOMPARE(criticOf(learner), before);
    }
    void withPpoDoesBothInEveryUpdate() {
        PpoLearner learner(cloningSpec(CloningMode::WithPpo), corridorShape(), 1);
        QVERIFY(learner.setDemonstration(corridorExpert()).ok());
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        const UpdateStats stats = learner.update(buffer, 0);
        QVERIFY(stats.ppo && stats.cloning.on);
        QCOMPARE(stats.minibatches, 3);
        QCOMPARE(stats.cloning.minibatches, 3 * (100 / 32));
    }
    void exclusiveUpdatesAreEitherOfTheTwoByTheirShare() {
        BehaviouralCloningSpec spec = specOf(CloningMode::Exclusive);
        for (const double share : {0.0, 0.25, 0.5, 1.0}) {
            spec.strength = share;
            int clones = 0;
            for (std::uint64_t u = 0; u < 100; ++u) {
                const bool one = BehaviouralCloning::clones(spec, u, 0);
                QVERIFY(one != BehaviouralCloning::usesPpo(spec, u, 0));
                clones += one;
            }
            QCOMPARE(clones, int(100 * share));
        }
    }
    void cloningPrecedesPpoForItsSteps() {
        BehaviouralCloningSpec spec = specOf(CloningMode::ThenPpo);
        spec.steps = 1000;
        QVERIFY(BehaviouralCloning::clones(spec, 0, 1000));
        QVERIFY(!BehaviouralCloning::usesPpo(spec, 0, 1000));
        QVERIFY(!BehaviouralCloning::clones(spec, 0, 1001));
        QVERIFY(BehaviouralCloning::usesPpo(spec, 0, 1001));
    }
    void learningRateIsThePolicysTimesStrength() {
        TrainingSpec spec;
        spec.cloning = specOf(CloningMode::WithPpo);
        QCOMPARE(BehaviouralCloning::learningRate(spec, 900'000), 1.5e-4);
        spec.cloning.steps = 1000;
        QVERIFY(std::abs(BehaviouralCloning::learningRate(spec, 500) - 0.75e-4) < 1e-9);
        QCOMPARE(BehaviouralCloning::learningRate(spec, 2000), 1e-10);
    }
    void samplesPerUpdateBoundsAnEpoch() {
        TrainingSpec spec = cloningSpec(CloningMode::Pure);
        spec.cloning.samplesPerUpdate = 40;
        spec.cloning.batchSize = 16;
        spec.cloning.numEpoch = 5;
        PpoLearner learner(spec, corridorShape(), 1);
        QVERIFY(learner.setDemonstration(corridorExpert()).ok());
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        QCOMPARE(learner.update(buffer, 0).cloning.minibatches, 5 * 2);
    }
    void anUpdateWithoutADemonstrationSaysSo() {
        PpoLearner learner(cloningSpec(CloningMode::WithPpo), corridorShape(), 1);
        RolloutBuffer buffer = noisyExperience(learner, 4, 8, 1);
        const std::uint64_t before = learner.paramsHash();
        const UpdateStats stats = learner.update(buffer, 0);
        QVERIFY(!stats.finite);
        QCOMPARE(QString::fromStdString(stats.problem),
                 QString("behavioral_cloning is on but has no demonstration"));
        QCOMPARE(learner.paramsHash(), before);
    }
    void unfitDemonstrationsAreRefusedWithWords() {
        DemonstrationData demo = *corridorExpert();
        demo.actions[7] = 2;
        QVERIFY(demoError(demo).contains("action of step 7 is 2; expected 0 to 1"));
        demo = *corridorExpert();
        demo.observations[11] = std::numeric_limits<float>::infinity();
        QVERIFY(demoError(demo).contains("step 2"));
        demo = *corridorExpert();
        demo.observationSize = 4;
        QVERIFY(demoError(demo).contains("observation size is 4; expected 5"));
        QVERIFY(demoError(DemonstrationData()).contains("is empty"));
        QVERIFY(demoError(*corridorExpert()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCloning)
#include "test_cloning.moc"

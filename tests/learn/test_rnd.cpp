// Random network distillation against its formulas in float64.
#include "core/learn/rnd.h"
#include "tests/learn/imitation.h"

#include <QtTest>

using namespace paddock;

namespace {

constexpr std::size_t kSize = 4;

RandomNetworkDistillation smallRnd(double rate = 1e-4) {
    RndSpec spec;
    spec.encodingSize = 6;
    spec.strength = 0.5;
    spec.learningRate = rate;
    return RandomNetworkDistillation(spec, int(kSize), 3);
}

struct ReferenceRnd {
    std::vector<reference::Layer> target, learned;

    explicit ReferenceRnd(RandomNetworkDistillation &rnd) {
        const StateCopy state(rnd);
        target = state.layers("rnd/target/", {"hidden0", "head"});
        learned = state.layers("rnd/learned/", {"hidden0", "head"});
    }
    double error(const reference::Vector &x) const {
        const reference::Vector wanted = reference::forward(target, x);
        const reference::Vector guess = reference::forward(learned, x);
        double sum = 0;
        for (std::size_t j = 0; j < wanted.size(); ++j)
            sum += std::pow(swish(guess[j]) - swish(wanted[j]), 2);
        return sum;
    }
    double loss(const MadeUpSteps &steps) const {
        double sum = 0;
        for (std::size_t i = 0; i < steps.n; ++i)
            sum += error(steps.observation(i)) / double(steps.n);
        return sum;
    }
};

SignalLosses learnOnce(RandomNetworkDistillation &rnd, const MadeUpSteps &steps) {
    SignalLosses losses;
    Rng rng({.seed = 1});
    rnd.learn(steps.view(), rng, losses);
    return losses;
}

} // namespace

class TestRnd : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rewardIsTheSquaredErrorTimesStrength() {
        RandomNetworkDistillation rnd = smallRnd();
        const ReferenceRnd expected(rnd);
        const MadeUpSteps steps(5, kSize, 2);
        std::vector<float> rewards(steps.n);
        rnd.evaluate(steps.view(), rewards);
        for (std::size_t i = 0; i < steps.n; ++i)
            QVERIFY(std::abs(double(rewards[i]) - 0.5 * expected.error(steps.observation(i))) <
                    1e-5);
    }
    void lossAndGradientMatchFiniteDifferences() {
        RandomNetworkDistillation rnd = smallRnd();
        ReferenceRnd expected(rnd);
        const MadeUpSteps steps(5, kSize, 2);
        const SignalLosses losses = learnOnce(rnd, steps);
        QVERIFY(std::abs(losses.loss - expected.loss(steps)) < 1e-5);
        const double error =
            gradientError([&] { return expected.loss(steps); }, numbersOf(expected.learned),
                          StateCopy(rnd).arrays.at("adam/rnd/exp_avg"), 10);
        QVERIFY2(error < 2e-5, qPrintable(QString::number(error)));
    }
    void whatWasSeenOftenIsNoLongerNew() {
        RandomNetworkDistillation rnd = smallRnd(1e-2);
        const MadeUpSteps steps(16, kSize, 2);
        const double first = learnOnce(rnd, steps).loss;
        for (int i = 0; i < 300; ++i)
            learnOnce(rnd, steps);
        QVERIFY(learnOnce(rnd, steps).loss < 0.1 * first);
    }
    void theTargetStaysAsItWas() {
        RandomNetworkDistillation rnd = smallRnd(1e-2);
        const StateCopy before(rnd);
        learnOnce(rnd, MadeUpSteps(16, kSize, 2));
        const StateCopy after(rnd);
        QCOMPARE(after.arrays.at("rnd/target/head/weight"),
                 before.arrays.at("rnd/target/head/weight"));
        QVERIFY(after.arrays.at("rnd/learned/head/weight") !=
                before.arrays.at("rnd/learned/head/weight"));
    }
};

QTEST_GUILESS_MAIN(TestRnd)
#include "test_rnd.moc"

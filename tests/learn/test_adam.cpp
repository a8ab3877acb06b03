// Adam against the formulas of its paper in float64.
#include "core/base/rng.h"
#include "core/learn/adam.h"
#include "tests/learn/reference.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

class TestAdam : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void twentyStepsMatchTheReference() {
        constexpr std::size_t kSize = 37; // no multiple of a vector register
        Adam adam(kSize);
        std::vector<reference::Adam> oracles(kSize);
        std::vector<float> parameters(kSize, 0.5f), gradients(kSize);
        std::vector<double> expected(kSize, 0.5);
        Rng rng({.seed = 3});
        for (int t = 0; t < 20; ++t) {
            for (std::size_t i = 0; i < kSize; ++i) {
                gradients[i] = rng.normal() * std::pow(10.0f, float(i % 5) - 3);
                expected[i] = oracles[i].step(expected[i], double(gradients[i]), 1e-2);
            }
            adam.step(parameters, gradients, 1e-2);
        }
        for (std::size_t i = 0; i < kSize; ++i)
            QVERIFY(std::abs(double(parameters[i]) - expected[i]) < 2e-6);
    }
    void firstStepMovesByTheLearningRateAgainstTheGradient() {
        Adam adam(2);
        std::vector<float> parameters{1, 1};
        adam.step(parameters, std::vector<float>{1e-3f, -50}, 0.125);
        QVERIFY(std::abs(parameters[0] - 0.875f) < 1e-5f);
        QVERIFY(std::abs(parameters[1] - 1.125f) < 1e-5f);
    }
    void zeroGradientsMoveNothing() {
        Adam adam(1);
        std::vector<float> parameters{1};
        adam.step(parameters, std::vector<float>{0}, 0.1);
        QCOMPARE(parameters[0], 1.0f);
        QCOMPARE(adam.steps, std::int64_t(1));
    }
};

QTEST_GUILESS_MAIN(TestAdam)
#include "test_adam.moc"

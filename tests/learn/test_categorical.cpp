#include "core/base/rng.h"
#include "core/learn/categorical.h"

#include <QtTest>

#include <array>

using namespace paddock;

class TestCategorical : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void softmaxOfLogarithmsIsTheirNumbers() {
        const std::array logits{std::log(0.2f), std::log(0.5f), std::log(0.3f)};
        std::array<float, 3> p{};
        softmax(logits, p);
        QVERIFY(std::abs(p[0] - 0.2f) < 1e-6f && std::abs(p[1] - 0.5f) < 1e-6f);
    }
    void softmaxSurvivesHugeLogits() {
        std::array<float, 2> p{};
        softmax(std::array{3e38f, -3e38f}, p);
        QCOMPARE(p, (std::array{1.0f, 0.0f}));
    }
    void choiceIsTheIntervalThatHoldsTheDraw() {
        const std::array p{0.25f, 0.5f, 0.25f};
        QCOMPARE(sampleChoice(p, 0.0f), 0);
        QCOMPARE(sampleChoice(p, 0.25f), 1);
        QCOMPARE(sampleChoice(p, 0.74f), 1);
        QCOMPARE(sampleChoice(p, 0.75f), 2);
    }
    void roundingNeverChoosesTheImpossible() {
        QCOMPARE(sampleChoice(std::array{0.4f, 0.5999999f, 0.0f}, 0.99999994f), 1);
    }
    void frequenciesFollowTheProbabilities() {
        const std::array p{0.1f, 0.2f, 0.7f};
        std::array<int, 3> counts{};
        Rng rng({.seed = 1});
        for (int i = 0; i < 20000; ++i)
            ++counts[std::size_t(sampleChoice(p, rng.uniform()))];
        for (std::size_t i = 0; i < 3; ++i) // five standard deviations
            QVERIFY(std::abs(float(counts[i]) / 20000 - p[i]) <
                    5 * std::sqrt(p[i] * (1 - p[i]) / 20000));
    }
    void bestChoiceIsTheFirstOfEquals() { QCOMPARE(bestChoice(std::array{0.2f, 0.4f, 0.4f}), 1); }
};

QTEST_GUILESS_MAIN(TestCategorical)
#include "test_categorical.moc"

// PPO's losses against the formulas in float64, and their gradients against finite differences of
// those.
#include "core/base/rng.h"
#include "core/learn/ppo_loss.h"
#include "tests/learn/reference.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

const std::vector<int> kBranches{2, 3};
constexpr std::size_t kSamples = 24;

struct PolicyCase {
    std::vector<float> logits, oldLogProbs, advantages;
    std::vector<std::int32_t> actions;

    PolicyBatch batch() const {
        PolicyBatch b;
        b.branches = kBranches;
        b.logits = {logits.data(), kSamples, 5};
        b.actions = {actions.data(), kSamples, 2};
        b.oldLogProbs = {oldLogProbs.data(), kSamples, 2};
        b.advantages = advantages;
        b.epsilon = 0.2f;
        b.beta = 0.05f;
        return b;
    }
};

// Old probabilities are far enough off that every case of the clipping occurs.
PolicyCase randomPolicyCase() {
    PolicyCase c;
    Rng rng({.seed = 11});
    for (std::size_t i = 0; i < kSamples; ++i) {
        for (int l = 0; l < 5; ++l)
            c.logits.push_back(rng.normal());
        c.actions.push_back(std::int32_t(rng.below(2)));
        c.actions.push_back(std::int32_t(rng.below(3)));
        for (int k = 0; k < 2; ++k)
            c.oldLogProbs.push_back(-1.0f + 0.6f * rng.normal());
        c.advantages.push_back(rng.normal());
    }
    return c;
}

std::vector<reference::PolicySample> samplesOf(const PolicyCase &c) {
    std::vector<reference::PolicySample> samples;
    for (std::size_t b = 0; b < kSamples; ++b) {
        const float *logits = &c.logits[b * 5], *old = &c.oldLogProbs[b * 2];
        const std::int32_t *actions = &c.actions[b * 2];
        samples.push_back({{logits, logits + 5},
                           {actions, actions + 2},
                           {old, old + 2},
                           double(c.advantages[b])});
    }
    return samples;
}

constexpr double kEpsilon = double(0.2f), kBeta = double(0.05f);

struct ValueCase {
    std::vector<float> values, oldValues, returns;
};

ValueCase randomValueCase() {
    ValueCase c;
    Rng rng({.seed = 12});
    for (std::size_t i = 0; i < kSamples; ++i) {
        c.oldValues.push_back(rng.normal());
        c.values.push_back(c.oldValues.back() + 0.4f * rng.normal());
        c.returns.push_back(rng.normal());
    }
    return c;
}

reference::Vector doubles(const std::vector<float> &values) {
    return {values.begin(), values.end()};
}

bool near(double got, double expected, double tolerance) {
    return std::abs(got - expected) <= tolerance * (1 + std::abs(expected));
}

} // namespace

class TestPpoLoss : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void termsMatchTheReference() {
        const PolicyCase c = randomPolicyCase();
        std::vector<float> gradient(c.logits.size());
        const PolicyLoss loss = policyLoss(c.batch(), gradient);
        const auto expected = reference::policyLoss(samplesOf(c), kBranches, kEpsilon);
        QVERIFY(near(loss.surrogate, expected.surrogate, 1e-5));
        QVERIFY(near(loss.entropy, expected.entropy, 1e-5));
        QVERIFY(near(loss.approxKl, expected.kl, 1e-5));
        QVERIFY(near(loss.clipFraction, expected.clipFraction, 1e-9));
        QVERIFY(expected.clipFraction > 0.2 && expected.clipFraction < 0.95);
    }
    void policyGradientMatchesFiniteDifferences() {
        const PolicyCase c = randomPolicyCase();
        std::vector<float> gradient(c.logits.size());
        policyLoss(c.batch(), gradient);
        auto samples = samplesOf(c);
        const auto loss = [&] {
            return reference::policyLoss(samples, kBranches, kEpsilon).total(kBeta);
        };
        for (std::size_t i = 0; i < gradient.size(); ++i)
            QVERIFY2(near(double(gradient[i]),
                          reference::slope(loss, samples[i / 5].logits[i % 5], 1e-6), 1e-6),
                     qPrintable(QString("logit %1").arg(i)));
    }
    void unchangedPolicyHasRatioOne() {
        PolicyCase c = randomPolicyCase();
        for (std::size_t b = 0; b < kSamples; ++b) { // uniform logits: p = 1/2 and 1/3
            std::fill_n(&c.logits[b * 5], 5, 0.0f);
            c.oldLogProbs[b * 2] = std::log(0.5f);
            c.oldLogProbs[b * 2 + 1] = std::log(1.0f / 3);
        }
        std::vector<float> gradient(c.logits.size());
        const PolicyLoss loss = policyLoss(c.batch(), gradient);
        QCOMPARE(loss.clipFraction, 0.0);
        QVERIFY(loss.approxKl < 1e-9);
        QVERIFY(near(loss.entropy, std::log(2.0) + std::log(3.0), 1e-6));
    }
    void valueLossMatchesTheReference() {
        const ValueCase c = randomValueCase();
        std::vector<float> gradient(kSamples);
        const double loss = valueLoss({c.values, c.oldValues, c.returns, 0.2f}, gradient);
        QVERIFY(near(loss,
                     reference::valueLoss(doubles(c.values), doubles(c.oldValues),
                                          doubles(c.returns), kEpsilon),
                     1e-5));
    }
    void valueGradientIsOfHalfTheLoss() {
        const ValueCase c = randomValueCase();
        std::vector<float> gradient(kSamples);
        valueLoss({c.values, c.oldValues, c.returns, 0.2f}, gradient);
        reference::Vector values = doubles(c.values);
        const auto half = [&] {
            return 0.5 *
                   reference::valueLoss(values, doubles(c.oldValues), doubles(c.returns), kEpsilon);
        };
        for (std::size_t i = 0; i < kSamples; ++i)
            QVERIFY2(near(double(gradient[i]), reference::slope(half, values[i], 1e-6), 1e-6),
                     qPrintable(QString("value %1").arg(i)));
    }
    void worseningValueBeyondTheClipStillLearns() { // V left its range away from R: the plain error
                                                    // is larger
        std::vector<float> gradient(1);
        const std::vector<float> value{1.0f}, old{0.5f}, target{0.0f};
        QCOMPARE(valueLoss({value, old, target, 0.2f}, gradient), 1.0);
        QCOMPARE(gradient[0], 1.0f);
    }
    void improvingValueBeyondTheClipStops() { // V left its range towards R: the clipped error
                                              // counts, with no slope
        std::vector<float> gradient(1);
        const std::vector<float> value{0.5f}, old{1.0f}, target{0.0f};
        QVERIFY(near(valueLoss({value, old, target, 0.25f}, gradient), 0.5625, 1e-7));
        QCOMPARE(gradient[0], 0.0f);
    }
};

QTEST_GUILESS_MAIN(TestPpoLoss)
#include "test_ppo_loss.moc"

// The intrinsic curiosity module against its formulas in float64.
#include "core/learn/curiosity.h"
#include "tests/learn/imitation.h"

#include <QtTest>

#include <limits>

using namespace paddock;

namespace {

constexpr std::size_t kSize = 4; // of observations and phi
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

CuriositySpec smallSpec() {
    CuriositySpec spec;
    spec.enabled = true;
    spec.encodingSize = kSize;
    spec.strength = 0.02;
    return spec;
}

// The three networks in float64 and the losses by their definitions.
struct ReferenceModule {
    std::vector<reference::Layer> encoder, inverse, forward;

    explicit ReferenceModule(Curiosity &curiosity) {
        const StateCopy state(curiosity);
        const std::vector<std::string> names{"hidden0", "head"};
        encoder = state.layers("curiosity/encoder/", names);
        inverse = state.layers("curiosity/inverse/", names);
        forward = state.layers("curiosity/forward/", names);
    }
    reference::Vector encode(const reference::Vector &x) const {
        reference::Vector phi = reference::forward(encoder, x);
        for (double &value : phi)
            value = swish(value);
        return phi;
    }
    // 0.5 sum (phi' - foretold)^2
    double error(const MadeUpSteps &steps, std::size_t i) const {
        reference::Vector input = encode(steps.observation(i));
        reference::Vector oneHot(5);
        oneHot[std::size_t(steps.actions[2 * i])] = 1;
        oneHot[2 + std::size_t(steps.actions[2 * i + 1])] = 1;
        input.insert(input.end(), oneHot.begin(), oneHot.end());
        const reference::Vector foretold = reference::forward(forward, input);
        const reference::Vector after = encode(steps.following(i));
        double sum = 0;
        for (std::size_t j = 0; j < after.size(); ++j)
            sum += 0.5 * std::pow(after[j] - foretold[j], 2);
        return sum;
    }
    double crossEntropy(const MadeUpSteps &steps, std::size_t i) const {
        reference::Vector input = encode(steps.observation(i));
        const reference::Vector after = encode(steps.following(i));
        input.insert(input.end(), after.begin(), after.end());
        const reference::Vector logits = reference::forward(inverse, input);
        const auto logOf = [&](std::size_t first, std::size_t count, std::size_t action) {
            double sum = 0;
            for (std::size_t j = first; j < first + count; ++j)
                sum += std::exp(logits[j]);
            return std::log(std::exp(logits[first + action]) / sum + 1e-10);
        };
        return -logOf(0, 2, std::size_t(steps.actions[2 * i])) -
               logOf(2, 3, std::size_t(steps.actions[2 * i + 1]));
    }
    double forwardLoss(const MadeUpSteps &steps) const {
        double sum = 0;
        for (std::size_t i = 0; i < steps.n; ++i)
            sum += error(steps, i) / double(steps.n);
        return sum;
    }
    double inverseLoss(const MadeUpSteps &steps) const {
        double sum = 0;
        for (std::size_t i = 0; i < steps.n; ++i)
            sum += crossEntropy(steps, i) / double(steps.n);
        return sum;
    }
};

Curiosity smallModule(const CuriositySpec &spec = smallSpec()) {
    return Curiosity(spec, int(kSize), {2, 3}, 3);
}

SignalLosses learnOnce(Curiosity &curiosity, const MadeUpSteps &steps) {
    SignalLosses losses;
    Rng rng({.seed = 1});
    const std::string problem = curiosity.learn(steps.view(), rng, losses);
    if (!problem.empty())
        qWarning("%s", problem.c_str());
    return losses;
}

} // namespace

class TestCuriosity : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lossesMatchTheirFormulas() {
        Curiosity curiosity = smallModule();
        const ReferenceModule expected(curiosity);
        const MadeUpSteps steps(6, kSize, 5);
        const SignalLosses losses = learnOnce(curiosity, steps);
        QVERIFY(std::abs(losses.forward - expected.forwardLoss(steps)) < 1e-6);
        QVERIFY(std::abs(losses.inverse - expected.inverseLoss(steps)) < 1e-6);
    }
    void gradientsMatchFiniteDifferences() {
        Curiosity curiosity = smallModule();
        ReferenceModule expected(curiosity);
        const MadeUpSteps steps(6, kSize, 5);
        learnOnce(curiosity, steps);
        const StateCopy after(curiosity);
        const auto loss = [&] {
            return 10 * (0.2 * expected.forwardLoss(steps) + 0.8 * expected.inverseLoss(steps));
        };
        const auto error = [&](std::vector<reference::Layer> &layers, const char *name) {
            return gradientError(
                loss, numbersOf(layers),
                after.arrays.at(std::string("adam/curiosity/") + name + "/exp_avg"), 10);
        };
        QVERIFY(error(expected.encoder, "encoder") < 2e-5);
        QVERIFY(error(expected.inverse, "inverse") < 2e-5);
        QVERIFY(error(expected.forward, "forward") < 2e-5);
    }
    void rewardIsTheForecastErrorTimesStrength() {
        Curiosity curiosity = smallModule();
        const MadeUpSteps steps(6, kSize, 5);
        learnOnce(curiosity, steps);
        const ReferenceModule expected(curiosity);
        std::vector<float> rewards(steps.n);
        curiosity.evaluate(steps.view(), rewards);
        for (std::size_t i = 0; i < steps.n; ++i)
            QVERIFY(std::abs(double(rewards[i]) - 0.02 * expected.error(steps, i)) < 1e-7);
    }
    void rewardIsAtMostOne() {
        CuriositySpec spec = smallSpec();
        spec.strength = 1e4;
        Curiosity curiosity = smallModule(spec);
        const MadeUpSteps steps(6, kSize, 5);
        learnOnce(curiosity, steps);
        std::vector<float> rewards(steps.n);
        curiosity.evaluate(steps.view(), rewards);
        QCOMPARE(rewards, std::vector<float>(steps.n, 1.0f));
    }
    void nothingIsRewardedBeforeTheFirstUpdate() {
        Curiosity curiosity = smallModule();
        const MadeUpSteps steps(6, kSize, 5);
        std::vector<float> rewards(steps.n, 9.0f);
        curiosity.evaluate(steps.view(), rewards);
        QCOMPARE(rewards, std::vector<float>(steps.n, 0.0f));
    }
    void forwardLossFallsOnADeterministicToy() {
        CuriositySpec spec = smallSpec();
        spec.encodingSize = 32;
        spec.learningRate = 3e-3;
        Curiosity curiosity = smallModule(spec);
        MadeUpSteps steps(64, kSize, 5);
        for (std::size_t i = 0; i < steps.n; ++i) // the action moves two of the four numbers
            for (std::size_t j = 0; j < kSize; ++j)
                steps.next[i * kSize + j] = steps.observations[i * kSize + j] +
                                            (j < 2 ? float(steps.actions[2 * i + j]) - 0.5f : 0.0f);
        const SignalLosses first = learnOnce(curiosity, steps);
        for (int i = 0; i < 500; ++i)
            learnOnce(curiosity, steps);
        const SignalLosses last = learnOnce(curiosity, steps);
        QVERIFY2(last.forward < 0.2 * first.forward, qPrintable(QString::number(last.forward)));
        QVERIFY(last.inverse < 0.2 * first.inverse);
    }
    void numbersThatAreNotFiniteChangeNothing() {
        Curiosity curiosity = smallModule();
        MadeUpSteps steps(6, kSize, 5);
        steps.next[3] = kNan;
        const StateCopy before(curiosity);
        SignalLosses losses;
        Rng rng({.seed = 1});
        QCOMPARE(QString::fromStdString(curiosity.learn(steps.view(), rng, losses)),
                 QString("curiosity: the loss of minibatch 0 is not finite"));
        QCOMPARE(StateCopy(curiosity).arrays, before.arrays);
        QCOMPARE(losses.minibatches, 0);
    }
    void curiosityIgnoresTheEndOfEpisodes() { QVERIFY(smallModule().ignoresDone()); }
};

QTEST_GUILESS_MAIN(TestCuriosity)
#include "test_curiosity.moc"

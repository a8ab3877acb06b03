// GAIL's discriminator, its penalty and its reward against their formulas in float64.
#include "core/learn/gail.h"
#include "tests/learn/imitation.h"

#include <QtTest>

#include <limits>
#include <memory>

using namespace paddock;

namespace {

constexpr std::size_t kInputs = 4, kBatch = 3;

// The network in float64 by its definition: forward, and dD/dx by the chain rule, layer by layer.
struct ReferenceDiscriminator {
    std::vector<reference::Layer> layers; // Swish, Swish, (code,) estimate
    reference::Vector deviations;         // of the code's noise; empty without VAIL

    explicit ReferenceDiscriminator(Discriminator &d) {
        for (const Mlp::Layer &l : d.layers()) {
            const auto all = d.parameters();
            const auto w = all.subspan(l.weight, l.bias - l.weight);
            const auto b = all.subspan(l.bias, std::size_t(l.outputs));
            layers.push_back({{w.begin(), w.end()}, {b.begin(), b.end()}});
        }
        if (d.vail()) {
            const auto s = d.parameters().last(kVailCodeSize);
            deviations = {s.begin(), s.end()};
        }
    }
    struct Result {
        double estimate = 0;
        reference::Vector code;  // mu
        reference::Vector slope; // dD/dx
    };
    Result run(const reference::Vector &x, const float *noise) const {
        Result result;
        std::vector<reference::Vector> sums;
        reference::Vector h = x;
        for (std::size_t l = 0; l < layers.size(); ++l) {
            reference::Vector y = layers[l].bias;
            for (std::size_t o = 0; o < y.size(); ++o)
                for (std::size_t i = 0; i < h.size(); ++i)
                    y[o] += layers[l].weight[o * h.size() + i] * h[i];
            sums.push_back(y);
            if (l < 2)
                for (double &value : y)
                    value = swish(value);
            else if (l + 1 < layers.size()) {
                result.code = y;
                for (std::size_t j = 0; noise && j < y.size(); ++j)
                    y[j] += deviations[j] * double(noise[j]);
            }
            h = y;
        }
        result.estimate = 1 / (1 + std::exp(-h[0]));
        reference::Vector slope{result.estimate * (1 - result.estimate)};
        for (std::size_t l = layers.size(); l-- > 0;) {
            if (l < 2)
                for (std::size_t o = 0; o < slope.size(); ++o) {
                    const double s = 1 / (1 + std::exp(-sums[l][o]));
                    slope[o] *= s + sums[l][o] * s * (1 - s);
                }
            const std::size_t width = layers[l].weight.size() / slope.size();
            reference::Vector below(width);
            for (std::size_t o = 0; o < slope.size(); ++o)
                for (std::size_t i = 0; i < width; ++i)
                    below[i] += slope[o] * layers[l].weight[o * width + i];
            slope = below;
        }
        result.slope = slope;
        return result;
    }
};

struct Case {
    std::vector<float> features, noise;
    std::size_t columns = 0;
    float beta = 0;

    explicit Case(bool vail) {
        Rng rng({.seed = 4});
        for (std::size_t i = 0; i < 3 * kBatch * kInputs; ++i)
            features.push_back(2 * rng.normal());
        for (std::size_t i = 0; vail && i < 3 * kBatch * kVailCodeSize; ++i)
            noise.push_back(rng.normal());
        beta = vail ? 0.1f : 0.0f;
    }
    DiscriminatorBatch batch() const {
        return {{features.data(), 3 * kBatch, kInputs},
                noise.empty() ? nullptr : noise.data(),
                columns,
                beta};
    }
    ReferenceDiscriminator::Result run(const ReferenceDiscriminator &net, std::size_t row) const {
        const float *x = &features[row * kInputs];
        return net.run({x, x + kInputs},
                       noise.empty() ? nullptr : &noise[row * std::size_t(kVailCodeSize)]);
    }
    DiscriminatorLoss expected(const ReferenceDiscriminator &net) const {
        DiscriminatorLoss loss;
        const double n = double(kBatch);
        for (std::size_t i = 0; i < kBatch; ++i) {
            const auto policy = run(net, i), expert = run(net, kBatch + i);
            loss.discrimination -=
                (std::log(expert.estimate + 1e-7) + std::log(1 - policy.estimate + 1e-7)) / n;
            double squares = 1e-7;
            const reference::Vector slope = run(net, 2 * kBatch + i).slope;
            for (std::size_t j = 0; j < (columns ? columns : kInputs); ++j)
                squares += slope[j] * slope[j];
            loss.gradientPenalty += 10 * std::pow(std::sqrt(squares) - 1, 2) / n;
            for (std::size_t j = 0; j < net.deviations.size(); ++j) {
                const double s = net.deviations[j];
                loss.vailKl -= (1 + std::log(s * s) - 0.5 * std::pow(expert.code[j], 2) -
                                0.5 * std::pow(policy.code[j], 2) - s * s) /
                               n;
            }
        }
        return loss;
    }
    double total(const ReferenceDiscriminator &net) const {
        const DiscriminatorLoss loss = expected(net);
        return loss.discrimination + loss.gradientPenalty + double(beta) * (loss.vailKl - 0.5);
    }
};

// With weights large enough that every term matters.
std::unique_ptr<Discriminator> smallDiscriminator(bool vail) {
    auto d = std::make_unique<Discriminator>(int(kInputs), 5, vail, 9);
    Rng rng({.seed = 6});
    for (std::size_t i = 0; i < d->parameters().size(); ++i)
        d->parameters()[i] += 0.3f * rng.normal();
    if (vail)
        for (float &s : d->parameters().last(kVailCodeSize))
            s = 0.2f + 0.05f * rng.uniform();
    return d;
}

void compareWithReference(bool vail, std::size_t columns) {
    const auto discriminator = smallDiscriminator(vail);
    ReferenceDiscriminator net(*discriminator);
    Case c(vail);
    c.columns = columns;
    const DiscriminatorLoss loss = discriminator->loss(c.batch()), expected = c.expected(net);
    QVERIFY(std::abs(loss.discrimination - expected.discrimination) < 1e-5);
    QVERIFY(std::abs(loss.gradientPenalty - expected.gradientPenalty) < 1e-4);
    QVERIFY(std::abs(loss.vailKl - expected.vailKl) < 1e-3);
    std::vector<double *> numbers = numbersOf(net.layers);
    for (double &s : net.deviations)
        numbers.push_back(&s);
    const double error =
        gradientError([&] { return c.total(net); }, numbers, discriminator->gradients());
    QVERIFY2(error < 3e-4, qPrintable(QString::number(error)));
}

GailSpec smallSpec() {
    GailSpec spec;
    spec.enabled = true;
    spec.encodingSize = 16;
    spec.strength = 0.25;
    spec.learningRate = 3e-3;
    return spec;
}

std::shared_ptr<const DemonstrationData> shifted(const MadeUpSteps &steps, float by) {
    DemonstrationData demo = steps.demonstration();
    for (float &value : demo.observations)
        value += by;
    return std::make_shared<const DemonstrationData>(std::move(demo));
}

SignalLosses learnOnce(Gail &gail, const MadeUpSteps &steps, std::uint64_t seed) {
    SignalLosses losses;
    Rng rng({.seed = seed});
    const std::string problem = gail.learn(steps.view(), rng, losses);
    if (!problem.empty())
        qWarning("%s", problem.c_str());
    return losses;
}

} // namespace

class TestGail : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lossAndGradientMatchFiniteDifferences() { compareWithReference(false, 0); }
    void penaltyLooksAtTheLeadingColumnsAlone() { compareWithReference(false, 2); }
    void variationalLossAndGradientMatchFiniteDifferences() { compareWithReference(true, 3); }
    void rewardIsMinusTheLogarithmOfOneMinusTheEstimate() {
        Gail gail(smallSpec(), int(kInputs), {2, 3}, 1);
        const MadeUpSteps steps(7, kInputs, 2);
        std::vector<float> rewards(steps.n);
        gail.evaluate(steps.view(), rewards);
        const StateCopy state(gail);
        const std::vector<reference::Layer> layers =
            state.layers("gail/", {"layer0", "layer1", "layer2"});
        for (std::size_t i = 0; i < steps.n; ++i) {
            const double logit = reference::forward(layers, steps.observation(i))[0];
            const double d = 1 / (1 + std::exp(-logit));
            QVERIFY(std::abs(double(rewards[i]) + 0.25 * std::log(1 - d * (1 - 1e-7))) < 1e-6);
        }
    }
    void discriminatorSeparatesTwoSets() {
        Gail gail(smallSpec(), int(kInputs), {2, 3}, 1);
        const MadeUpSteps steps(64, kInputs, 2);
        gail.setDemonstration(shifted(steps, 4));
        for (std::uint64_t i = 0; i < 400; ++i)
            learnOnce(gail, steps, i);
        const SignalLosses last = learnOnce(gail, steps, 1000);
        QVERIFY2(last.policyEstimate < 0.2, qPrintable(QString::number(last.policyEstimate)));
        QVERIFY2(last.expertEstimate > 0.8, qPrintable(QString::number(last.expertEstimate)));
    }
    void likenessOfActionsIsSeenWithUseActions() {
        GailSpec spec = smallSpec();
        spec.useActions = true;
        Gail gail(spec, int(kInputs), {2, 3}, 1);
        QCOMPARE(gail.discriminator().inputs(), int(kInputs) + 5 + 1);
        MadeUpSteps steps(64, kInputs, 2);
        DemonstrationData demo = steps.demonstration();
        for (std::size_t i = 0; i < steps.n; ++i) {
            demo.actions[2 * i] = 1;
            steps.actions[2 * i] = 0;
        }
        gail.setDemonstration(std::make_shared<const DemonstrationData>(std::move(demo)));
        for (std::uint64_t i = 0; i < 600; ++i)
            learnOnce(gail, steps, i);
        const SignalLosses last = learnOnce(gail, steps, 1000);
        QVERIFY2(last.expertEstimate > last.policyEstimate + 0.4,
                 qPrintable(QString::number(last.expertEstimate - last.policyEstimate)));
    }
    void bottleneckTightensWhileTheCodeHoldsTooMuch() {
        GailSpec spec = smallSpec();
        spec.useVail = true;
        Gail gail(spec, int(kInputs), {2, 3}, 1);
        MadeUpSteps steps(16, kInputs, 2);
        for (float &value : steps.observations)
            value *= 30; // large codes
        gail.setDemonstration(shifted(steps, 40));
        const SignalLosses first = learnOnce(gail, steps, 1);
        QVERIFY(first.vailKl > 0.5);
        QVERIFY(std::abs(first.vailBeta - 5e-4 * (first.vailKl - 0.5)) < 1e-6 * first.vailKl);
        QVERIFY(learnOnce(gail, steps, 2).vailBeta > first.vailBeta);
    }
    void numbersThatAreNotFiniteChangeNothing() {
        Gail gail(smallSpec(), int(kInputs), {2, 3}, 1);
        MadeUpSteps steps(8, kInputs, 2);
        gail.setDemonstration(shifted(steps, 1));
        steps.observations[3] = std::numeric_limits<float>::quiet_NaN();
        const StateCopy before(gail);
        SignalLosses losses;
        Rng rng({.seed = 1});
        QVERIFY(!gail.learn(steps.view(), rng, losses).empty());
        QCOMPARE(StateCopy(gail).arrays, before.arrays);
    }
};

QTEST_GUILESS_MAIN(TestGail)
#include "test_gail.moc"

// Network, its gradient and its first weights against plain float64 loops.
#include "core/base/rng.h"
#include "core/learn/mlp.h"
#include "core/learn/weight_init.h"
#include "tests/learn/reference.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

// The network's layers for the reference, in its flat order: weights then biases.
std::vector<reference::Layer> layersOf(const Mlp &mlp) {
    const std::span<const float> all = mlp.parameters();
    std::vector<reference::Layer> layers;
    for (const Mlp::Layer &l : mlp.layers()) {
        const auto weight = all.subspan(l.weight, l.bias - l.weight);
        const auto bias = all.subspan(l.bias, std::size_t(l.outputs));
        layers.push_back({{weight.begin(), weight.end()}, {bias.begin(), bias.end()}});
    }
    return layers;
}

struct Sample {
    std::vector<float> x, weights; // inputs [rows, 5]; weights [rows, 3] of the outputs in the loss
    std::size_t rows = 0;
    MatrixView<const float> view() const { return {x.data(), rows, 5}; }
};

Sample randomSample(std::size_t rows) {
    Sample sample;
    sample.rows = rows;
    Rng rng({.seed = 5});
    for (std::size_t i = 0; i < rows * 5; ++i)
        sample.x.push_back(rng.normal());
    for (std::size_t i = 0; i < rows * 3; ++i)
        sample.weights.push_back(rng.normal());
    return sample;
}

std::vector<double> doubles(std::span<const float> values) {
    return {values.begin(), values.end()};
}

// Sum of weights x outputs over the sample.
double weightedSum(const std::vector<reference::Layer> &layers, const Sample &sample) {
    double sum = 0;
    for (std::size_t r = 0; r < sample.rows; ++r) {
        const auto y = reference::forward(layers, doubles(sample.view().row(r)));
        for (std::size_t o = 0; o < 3; ++o)
            sum += double(sample.weights[r * 3 + o]) * y[o];
    }
    return sum;
}

void fillRandom(Mlp &mlp) {
    Rng rng({.seed = 9});
    for (float &p : mlp.parameters())
        p = 0.4f * rng.normal();
}

struct Spread {
    double mean = 0, deviation = 0, largest = 0;
};

Spread spreadOf(std::span<const float> values) {
    double sum = 0, squares = 0, largest = 0;
    for (const float v : values) {
        sum += double(v);
        squares += double(v) * double(v);
        largest = std::max(largest, std::abs(double(v)));
    }
    const double n = double(values.size()), mean = sum / n;
    return {mean, std::sqrt(squares / n - mean * mean), largest};
}

std::span<const float> weightsOf(const Mlp &mlp, std::size_t layer) {
    const Mlp::Layer &l = mlp.layers()[layer];
    return mlp.parameters().subspan(l.weight, l.bias - l.weight);
}

} // namespace

class TestMlp : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void outputsMatchTheReference() {
        Mlp mlp(5, 3, 7, 2);
        fillRandom(mlp);
        const Sample sample = randomSample(4);
        const MatrixView<const float> y = mlp.forward(sample.view());
        for (std::size_t r = 0; r < 4; ++r) {
            const auto expected = reference::forward(layersOf(mlp), doubles(sample.view().row(r)));
            for (std::size_t o = 0; o < 3; ++o)
                QVERIFY(std::abs(double(y(r, o)) - expected[o]) < 1e-5);
        }
    }
    void inferenceMatchesTheTrainingPassOverSeveralChunks() {
        Mlp mlp(5, 3, 7, 2);
        fillRandom(mlp);
        const Sample sample = randomSample(1300);
        std::vector<float> outputs(1300 * 3);
        mlp.evaluate(sample.view(), outputs.data());
        const MatrixView<const float> y = mlp.forward(sample.view());
        for (std::size_t i = 0; i < outputs.size(); ++i)
            QVERIFY(std::abs(outputs[i] - y.data[i]) < 1e-5f);
    }
    void noRowsAreNoWork() {
        Mlp mlp(5, 3, 7, 2);
        mlp.evaluate({nullptr, 0, 5}, nullptr);
    }
    void gradientsMatchFiniteDifferencesOfTheReference() {
        Mlp mlp(5, 3, 7, 3);
        fillRandom(mlp);
        const Sample sample = randomSample(6);
        mlp.forward(sample.view());
        mlp.backward(sample.weights.data());
        std::vector<reference::Layer> layers = layersOf(mlp);
        const auto loss = [&] { return weightedSum(layers, sample); };
        std::size_t index = 0;
        for (reference::Layer &layer : layers) {
            for (reference::Vector *numbers : {&layer.weight, &layer.bias}) {
                for (double &number : *numbers) {
                    const double expected = reference::slope(loss, number, 1e-5);
                    const double got = double(mlp.gradients()[index++]);
                    QVERIFY2(std::abs(got - expected) < 2e-5 * (1 + std::abs(expected)),
                             qPrintable(QString("parameter %1").arg(index - 1)));
                }
            }
        }
        QCOMPARE(index, mlp.gradients().size());
    }
    void gradientsAreOfTheLastBatchAlone() {
        Mlp mlp(5, 3, 7, 2);
        fillRandom(mlp);
        const Sample sample = randomSample(6);
        mlp.forward(sample.view());
        mlp.backward(sample.weights.data());
        const std::vector<float> once(mlp.gradients().begin(), mlp.gradients().end());
        mlp.forward(sample.view());
        mlp.backward(sample.weights.data());
        QVERIFY(std::equal(once.begin(), once.end(), mlp.gradients().begin()));
    }
    void hiddenWeightsHaveTheDeviationOfTheirFanIn() {
        Mlp mlp(40, 5, 128, 3);
        initialiseWeights(mlp, Head::Action, 1);
        for (std::size_t l = 0; l < 3; ++l) {
            const double expected = 1 / std::sqrt(double(mlp.layers()[l].inputs));
            const Spread spread = spreadOf(weightsOf(mlp, l));
            QVERIFY(std::abs(spread.deviation / expected - 1) < 0.05);
            QVERIFY(std::abs(spread.mean) < 0.05 * expected);
        }
    }
    void actionHeadsAreATenthAsWide() {
        Mlp mlp(14, 64, 128, 1);
        initialiseWeights(mlp, Head::Action, 1);
        const Spread spread = spreadOf(weightsOf(mlp, 1));
        QVERIFY(std::abs(spread.deviation * std::sqrt(128.0) / 0.1 - 1) < 0.05);
    }
    void valueHeadIsUniformWithinXaviersBound() {
        Mlp mlp(14, 1, 128, 1);
        initialiseWeights(mlp, Head::Value, 1);
        const double bound = std::sqrt(6.0 / 129);
        const Spread spread = spreadOf(weightsOf(mlp, 1));
        QVERIFY(spread.largest <= bound && spread.largest > 0.9 * bound);
        QVERIFY(std::abs(spread.deviation / (bound / std::sqrt(3.0)) - 1) < 0.15);
    }
    void biasesStartAtZero() {
        Mlp mlp(14, 5, 32, 2);
        initialiseWeights(mlp, Head::Action, 1);
        for (const Mlp::Layer &layer : mlp.layers())
            for (const float b : mlp.parameters().subspan(layer.bias, std::size_t(layer.outputs)))
                QCOMPARE(b, 0.0f);
    }
    void weightsDependOnTheSeedAlone() {
        Mlp first(14, 5, 32, 2), second(14, 5, 32, 2), other(14, 5, 32, 2);
        initialiseWeights(first, Head::Action, 1);
        initialiseWeights(second, Head::Action, 1);
        initialiseWeights(other, Head::Action, 2);
        QVERIFY(std::ranges::equal(first.parameters(), second.parameters()));
        QVERIFY(!std::ranges::equal(first.parameters(), other.parameters()));
    }
};

QTEST_GUILESS_MAIN(TestMlp)
#include "test_mlp.moc"

// Claims about a decision laid open: its gradient against central differences of a float64 network,
// and that looking changes nothing.
#include "tests/learn/experience.h"
#include "tests/learn/reference.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

std::vector<reference::Layer> actorOf(const PpoLearner &learner) {
    const TensorFile file = learner.save();
    std::vector<reference::Layer> layers;
    for (const char *layer : {"actor/hidden0", "actor/hidden1", "actor/head"}) {
        const auto &weight = file.tensors.at(std::string(layer) + "/weight").values;
        const auto &bias = file.tensors.at(std::string(layer) + "/bias").values;
        layers.push_back({{weight.begin(), weight.end()}, {bias.begin(), bias.end()}});
    }
    return layers;
}

// log pi(action), summed over the branches.
double logPolicy(const std::vector<reference::Layer> &actor, const reference::Vector &seen,
                 const std::vector<std::int32_t> &action, const std::vector<int> &branches) {
    const reference::Vector logits = reference::forward(actor, seen);
    double sum = 0;
    std::size_t offset = 0;
    for (std::size_t k = 0; k < branches.size(); ++k) {
        double total = 0;
        for (int i = 0; i < branches[k]; ++i)
            total += std::exp(logits[offset + std::size_t(i)]);
        sum += logits[offset + std::size_t(action[k])] - std::log(total);
        offset += std::size_t(branches[k]);
    }
    return sum;
}

// A policy that has learned a little, so that its weights are no longer those of the start.
std::unique_ptr<PpoLearner> trained() {
    auto learner = std::make_unique<PpoLearner>(plainSpec(), smallShape(), 1);
    RolloutBuffer buffer = noisyExperience(*learner, 8, 32, 1);
    learner->update(buffer, 0);
    return learner;
}

std::vector<float> observation(std::uint64_t seed) {
    std::vector<float> seen;
    Rng rng({.seed = seed});
    for (int i = 0; i < smallShape().observationSize; ++i)
        seen.push_back(rng.normal());
    return seen;
}

} // namespace

class TestExplain : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void sensitivityIsTheGradientOfTheLogProbability() {
        const auto learner = trained();
        const auto actor = actorOf(*learner);
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const std::vector<float> seen = observation(seed);
            const PolicyDecision decision = learner->explain(seen, 3, seed, true);
            QCOMPARE(decision.sensitivity.size(), seen.size());
            double largest = 0;
            for (const float s : decision.sensitivity)
                largest = std::max(largest, std::abs(double(s)));
            for (std::size_t i = 0; i < seen.size(); ++i) {
                reference::Vector more(seen.begin(), seen.end()), less = more;
                constexpr double kStep = 1e-5;
                more[i] += kStep;
                less[i] -= kStep;
                const auto branches = smallShape().branches;
                const double expected = (logPolicy(actor, more, decision.action, branches) -
                                         logPolicy(actor, less, decision.action, branches)) /
                                        (2 * kStep);
                QVERIFY2(
                    std::abs(double(decision.sensitivity[i]) - expected) <=
                        1e-3 * std::max(std::abs(expected), 0.01 * largest),
                    qPrintable(QString("%1 and %2").arg(decision.sensitivity[i]).arg(expected)));
            }
        }
    }

    void theActionIsTheOneThatActSamples() {
        const auto learner = trained();
        constexpr std::size_t kRows = 9;
        std::vector<float> all;
        for (std::size_t row = 0; row < kRows; ++row) {
            const auto seen = observation(100 + row);
            all.insert(all.end(), seen.begin(), seen.end());
        }
        for (std::uint32_t step = 0; step < 20; ++step) {
            std::vector<std::int32_t> actions(kRows * 2);
            learner->act({all.data(), kRows, 6}, step, {actions.data(), kRows, 2}, {});
            for (std::size_t row = 0; row < kRows; ++row) {
                const auto seen = std::span<const float>(all).subspan(row * 6, 6);
                const PolicyDecision decision = learner->explain(seen, step, row, false);
                QCOMPARE(decision.action[0], actions[row * 2]);
                QCOMPARE(decision.action[1], actions[row * 2 + 1]);
                QVERIFY(decision.sensitivity.empty());
            }
        }
    }

    void probabilitiesAreTheSoftmaxOfEachBranchsLogits() {
        const auto learner = trained();
        const PolicyDecision decision = learner->explain(observation(4), 0, 0, false);
        for (const auto &[first, count] : {std::pair{0, 2}, std::pair{2, 3}}) {
            double total = 0;
            for (int i = first; i < first + count; ++i)
                total += std::exp(double(decision.logits[std::size_t(i)]));
            for (int i = first; i < first + count; ++i)
                QVERIFY(std::abs(std::exp(double(decision.logits[std::size_t(i)])) / total -
                                 double(decision.probabilities[std::size_t(i)])) < 1e-6);
        }
    }

    void explainingDoesNotChangeWhatIsLearned() {
        const auto learn = [](bool explained) {
            PpoLearner learner(plainSpec(), smallShape(), 1);
            for (int update = 0; update < 3; ++update) {
                if (explained)
                    for (std::uint64_t i = 0; i < 7; ++i)
                        (void)learner.explain(observation(i), 1, i, true);
                RolloutBuffer buffer = noisyExperience(learner, 8, 32, 1);
                learner.update(buffer, 0);
            }
            return learner.paramsHash();
        };
        QCOMPARE(learn(true), learn(false));
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "test_explain.moc"

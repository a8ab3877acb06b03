// A learner with several reward signals: how they join, that threads and checkpoints change no bit.
#include "core/learn/ppo.h"
#include "tests/learn/experience.h"
#include "tests/learn/imitation.h"

#include <QtTest>

#include <limits>

using namespace paddock;

namespace {

TrainingSpec allSignals() {
    TrainingSpec spec = plainSpec();
    spec.lambda = 0.9;
    spec.extrinsicStrength = 0.7;
    spec.gail.enabled = spec.curiosity.enabled = spec.rnd.enabled = true;
    spec.gail.encodingSize = spec.curiosity.encodingSize = spec.rnd.encodingSize = 8;
    spec.gail.gamma = 0.95;
    spec.curiosity.gamma = 0.9;
    spec.curiosity.strength = 0.3;
    spec.rnd.gamma = 0.8;
    spec.cloning.enabled = true;
    return spec;
}

std::shared_ptr<const DemonstrationData> someDemo() {
    return std::make_shared<const DemonstrationData>(MadeUpSteps(70, 6, 12).demonstration());
}

std::unique_ptr<PpoLearner> learnerWith(const TrainingSpec &spec, int threads = 1) {
    auto learner = std::make_unique<PpoLearner>(spec, smallShape(), threads);
    if (!learner->setDemonstration(someDemo()).ok())
        qFatal("the demonstration does not fit");
    return learner;
}

// Advantages and returns of one signal by their definition: sums of later deltas, in float64.
struct ReferenceSignal {
    double gamma = 0, strength = 1;
    bool ignoresDone = false;
    reference::Vector rewards, values, next; // [N]; next: value of what followed

    double delta(const RolloutBuffer &b, std::size_t i) const {
        const bool over = b.terminated[i] && !ignoresDone;
        return strength * rewards[i] + (over ? 0 : gamma * next[i]) - values[i];
    }
    double advantage(const RolloutBuffer &b, std::size_t i, double lambda) const {
        double sum = 0, weight = 1;
        for (std::size_t t = i; t < std::size_t(b.samples()); t += std::size_t(b.rows)) {
            sum += weight * delta(b, t);
            if (b.terminated[t] || b.truncated[t])
                break;
            weight *= gamma * lambda;
        }
        return sum;
    }
};

// One output of a network in a checkpoint, for each row of `observations`.
reference::Vector outputs(const TensorFile &file, const std::string &prefix,
                          const std::vector<std::string> &names, std::size_t output,
                          const std::vector<float> &observations) {
    std::vector<reference::Layer> layers;
    for (const std::string &name : names) {
        const auto &w = file.tensors.at(prefix + name + "/weight").values;
        const auto &b = file.tensors.at(prefix + name + "/bias").values;
        layers.push_back({{w.begin(), w.end()}, {b.begin(), b.end()}});
    }
    reference::Vector result;
    for (std::size_t i = 0; i < observations.size(); i += 6)
        result.push_back(
            reference::forward(layers, {observations.begin() + std::ptrdiff_t(i),
                                        observations.begin() + std::ptrdiff_t(i + 6)})[output]);
    return result;
}

reference::Vector heads(const TensorFile &file, std::size_t head, const std::vector<float> &rows) {
    return outputs(file, "critic/", {"hidden0", "hidden1", "head"}, head, rows);
}

} // namespace

class TestRewardSignals : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void advantageIsTheMeanOfTheSignalsOwn() {
        const auto learner = learnerWith(allSignals());
        learnFromNoise(*learner, 1, 50); // curiosity rewards from its second update on
        RolloutBuffer buffer = noisyExperience(*learner, 4, 12, 3);
        const TensorFile start = learner->save();
        std::vector<float> next;
        nextObservations(buffer, next);
        const TrainingSpec spec = allSignals();
        std::vector<ReferenceSignal> signals(4);
        signals[0] = {spec.gamma, 0.7, false, {}, {}, {}};
        signals[1] = {spec.gail.gamma, 1, false, {}, {}, {}};
        signals[2] = {spec.curiosity.gamma, 1, true, {}, {}, {}};
        signals[3] = {spec.rnd.gamma, 1, true, {}, {}, {}};
        signals[0].rewards.assign(buffer.rewards.begin(), buffer.rewards.end());
        RewardSignals own(spec, smallShape()); // to ask for rewards alone
        struct Restore : StateVisitor {
            const TensorFile &file;
            explicit Restore(const TensorFile &f) : file(f) {}
            void array(const std::string &name, const std::vector<std::int64_t> &,
                       std::span<float> values) override {
                std::copy_n(file.tensors.at(name).values.begin(), values.size(), values.begin());
            }
            void counter(const std::string &name, std::int64_t &value) override {
                value = std::stoll(file.metadata.at(name));
            }
        } restore(start);
        own.visitState(restore);
        own.evaluate(buffer);
        for (std::size_t s = 0; s < 4; ++s) {
            if (s > 0)
                signals[s].rewards.assign(own.rewards(s - 1).begin(), own.rewards(s - 1).end());
            signals[s].values = heads(start, s, buffer.observations);
            signals[s].next = heads(start, s, next);
        }
        learner->update(buffer, 0);
        for (std::size_t i = 0; i < std::size_t(buffer.samples()); ++i) {
            double mean = 0;
            for (const ReferenceSignal &signal : signals)
                mean += signal.advantage(buffer, i, spec.lambda) / 4;
            QVERIFY2(std::abs(mean - double(buffer.advantages[i])) < 1e-5,
                     qPrintable(QString::number(mean - double(buffer.advantages[i]))));
            const double extrinsic = signals[0].advantage(buffer, i, spec.lambda);
            QVERIFY(std::abs(extrinsic + signals[0].values[i] - double(buffer.returns[i])) < 1e-5);
        }
    }
    void everySignalReportsItsNumbers() {
        const auto learner = learnerWith(allSignals());
        learnFromNoise(*learner, 1, 50);
        RolloutBuffer buffer = noisyExperience(*learner, 8, 16, 3);
        const UpdateStats stats = learner->update(buffer, 0);
        QVERIFY(stats.finite);
        for (const SignalStats *signal : {&stats.gail, &stats.curiosity, &stats.rnd}) {
            QVERIFY(signal->on);
            QCOMPARE(signal->losses.minibatches, 12);
            QVERIFY(signal->finishedEpisodes > 5);
            QVERIFY(signal->finishedRewards > 0);
        }
        QVERIFY(stats.gail.losses.loss > 1.0 && stats.gail.losses.loss < 2.0); // about 2 ln 2
        QVERIFY(std::abs(stats.gail.losses.policyEstimate - 0.5) < 0.2);
        QVERIFY(stats.gail.losses.gradientPenalty > 0);
        QVERIFY(stats.curiosity.losses.forward > 0 && stats.curiosity.losses.inverse > 0);
        QVERIFY(stats.rnd.losses.loss > 0);
    }
    void episodeRewardsAddUpAcrossUpdates() {
        TrainingSpec spec = plainSpec();
        spec.rnd.enabled = true;
        spec.rnd.learningRate = 0;
        PpoLearner learner(spec, smallShape(), 1);
        RolloutBuffer buffer = noisyExperience(learner, 1, 4, 1);
        std::fill(buffer.terminated.begin(), buffer.terminated.end(), std::uint8_t(0));
        std::fill(buffer.truncated.begin(), buffer.truncated.end(), std::uint8_t(0));
        buffer.truncatedSamples.clear();
        buffer.terminatedSamples.clear();
        QCOMPARE(learner.update(buffer, 0).rnd.finishedEpisodes, 0);
        buffer.terminated[3] = 1;
        const SignalStats stats = learner.update(buffer, 0).rnd;
        QCOMPARE(stats.finishedEpisodes, 1);
        RewardSignals own(spec, smallShape());
        own.evaluate(buffer);
        double sum = 0;
        for (const float reward : own.rewards(0))
            sum += double(reward);
        QVERIFY(std::abs(stats.finishedRewards - 2 * sum) < 1e-6);
    }
    void twoThreadsGiveTheBitsOfOne() {
        for (const bool cloning : {true, false}) {
            TrainingSpec spec = allSignals();
            spec.cloning.enabled = cloning;
            const auto one = learnerWith(spec, 1), two = learnerWith(spec, 2);
            learnFromNoise(*one, 3, 9);
            learnFromNoise(*two, 3, 9);
            QCOMPARE(two->save().encode(), one->save().encode());
            QCOMPARE(two->paramsHash(), one->paramsHash());
        }
    }
    void continuingGivesTheBitsOfNeverHavingStopped() {
        TrainingSpec spec = allSignals();
        spec.gail.useVail = spec.gail.useActions = true;
        const auto unbroken = learnerWith(spec);
        learnFromNoise(*unbroken, 2, 1);
        const auto resumed = learnerWith(spec);
        const auto file = TensorFile::decode(unbroken->save().encode(), "checkpoint");
        QVERIFY(resumed->load(*file).ok());
        learnFromNoise(*unbroken, 2, 100);
        learnFromNoise(*resumed, 2, 100);
        QCOMPARE(resumed->save().encode(), unbroken->save().encode());
    }
    void checkpointWithoutASignalThatIsOnIsRefused() {
        TrainingSpec spec = allSignals();
        const auto learner = learnerWith(spec);
        TensorFile file = learner->save();
        file.tensors.erase("curiosity/encoder/head/weight");
        const Status status = learner->load(file);
        QVERIFY(!status.ok());
        QVERIFY(status.error().text().find("curiosity/encoder/head/weight") != std::string::npos);
    }
    void signalsThatAreOffLeaveNoTrace() {
        const TensorFile file = PpoLearner(plainSpec(), smallShape(), 1).save();
        for (const auto &[name, tensor] : file.tensors)
            QVERIFY2(name.find("actor") != name.npos || name.find("critic") != name.npos,
                     name.c_str());
        QCOMPARE(file.tensors.at("critic/head/weight").shape, (std::vector<std::int64_t>{1, 16}));
    }
    void firstValueHeadStartsAlikeWithAndWithoutSignals() {
        const TensorFile one = PpoLearner(plainSpec(), smallShape(), 1).save();
        const TensorFile all = PpoLearner(allSignals(), smallShape(), 1).save();
        std::vector<float> first = all.tensors.at("critic/head/weight").values;
        QCOMPARE(first.size(), std::size_t(4 * 16));
        first.resize(16);
        QCOMPARE(first, one.tensors.at("critic/head/weight").values);
    }
    void brokenFinalObservationIsNamedAndChangesNothing() {
        const auto learner = learnerWith(allSignals());
        RolloutBuffer buffer = noisyExperience(*learner, 8, 16, 3);
        QVERIFY(!buffer.terminatedObservations.empty());
        buffer.terminatedObservations[0] = std::numeric_limits<float>::quiet_NaN();
        const std::string before = learner->save().encode();
        const UpdateStats stats = learner->update(buffer, 0);
        QVERIFY(!stats.finite);
        QCOMPARE(learner->save().encode(), before);
    }
    void liveStrengthsReachTheSignals() {
        TrainingSpec spec = plainSpec();
        spec.rnd.enabled = true;
        PpoLearner learner(spec, smallShape(), 1);
        RolloutBuffer buffer = noisyExperience(learner, 8, 16, 3);
        spec.rnd.learningRate = 0;
        learner.setTraining(spec);
        const double one = learner.update(buffer, 0).rnd.finishedRewards;
        PpoLearner other(spec, smallShape(), 1);
        spec.rnd.strength *= 3;
        other.setTraining(spec);
        QVERIFY(std::abs(other.update(buffer, 0).rnd.finishedRewards / one - 3) < 1e-4);
    }
};

QTEST_GUILESS_MAIN(TestRewardSignals)
#include "test_reward_signals.moc"

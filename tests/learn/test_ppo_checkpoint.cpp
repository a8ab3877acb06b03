// Saving and going on: the same bits as never having stopped, all or nothing.
#include "tests/learn/experience.h"

#include <QtTest>

#include <limits>

using namespace paddock;

namespace {

TensorFile throughBytes(const TensorFile &file) {
    return *TensorFile::decode(file.encode(), "checkpoint");
}

// A learner that has learned a little.
std::unique_ptr<PpoLearner> experienced(int threads = 1) {
    auto learner = std::make_unique<PpoLearner>(plainSpec(), smallShape(), threads);
    learnFromNoise(*learner, 3, 1);
    return learner;
}

// Loads `file` into an experienced learner; the error's text, or "" when that worked.
QString loadError(const TensorFile &file) {
    const auto learner = experienced();
    const Status status = learner->load(file);
    return status.ok() ? QString() : QString::fromStdString(status.error().text());
}

} // namespace

class TestPpoCheckpoint : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void loadedLearnerHasTheSameWeights() {
        const auto learner = experienced();
        PpoLearner other(plainSpec(), smallShape(), 1);
        QVERIFY(other.paramsHash() != learner->paramsHash());
        QVERIFY(other.load(throughBytes(learner->save())).ok());
        QCOMPARE(other.paramsHash(), learner->paramsHash());
    }
    void continuingGivesTheBitsOfNeverHavingStopped() {
        const auto unbroken = experienced();
        PpoLearner resumed(plainSpec(), smallShape(), 2);
        QVERIFY(resumed.load(throughBytes(unbroken->save())).ok());
        learnFromNoise(*unbroken, 3, 100);
        learnFromNoise(resumed, 3, 100);
        QCOMPARE(resumed.paramsHash(), unbroken->paramsHash());
        QCOMPARE(resumed.save().encode(), unbroken->save().encode());
    }
    void updateCounterTurnsTheShuffle() {
        const auto learner = experienced();
        TensorFile file = learner->save();
        file.metadata["updates"] = "9";
        PpoLearner other(plainSpec(), smallShape(), 1);
        QVERIFY(other.load(file).ok());
        learnFromNoise(*learner, 1, 100);
        learnFromNoise(other, 1, 100);
        QVERIFY(other.paramsHash() != learner->paramsHash());
    }
    void namesSayWhatEachTensorIs() {
        const TensorFile file = experienced()->save();
        QCOMPARE(file.tensors.at("actor/hidden0/weight").shape, (std::vector<std::int64_t>{16, 6}));
        QCOMPARE(file.tensors.at("actor/head/bias").shape, std::vector<std::int64_t>{5});
        QCOMPARE(file.tensors.at("critic/head/weight").shape, (std::vector<std::int64_t>{1, 16}));
        QVERIFY(file.tensors.contains("adam/actor/exp_avg"));
        QCOMPARE(QString::fromStdString(file.metadata.at("updates")), QString("3"));
    }
    void missingTensorIsAnErrorAndChangesNothing() {
        const auto learner = experienced();
        TensorFile file = PpoLearner(plainSpec(), smallShape(), 1).save();
        file.tensors.erase("critic/head/bias");
        const std::string before = learner->save().encode();
        QVERIFY(!learner->load(file).ok());
        QCOMPARE(learner->save().encode(), before);
    }
    void otherShapeIsAnErrorThatSaysBoth() {
        PolicyShape shape = smallShape();
        shape.observationSize = 9;
        const QString error = loadError(PpoLearner(plainSpec(), shape, 1).save());
        QVERIFY2(error.contains("actor/hidden0/weight has shape [16, 9]; expected [16, 6]"),
                 qPrintable(error));
    }
    void allProblemsAreReported() {
        TensorFile file = experienced()->save();
        file.tensors.erase("actor/head/weight");
        file.tensors.erase("adam/critic/exp_avg_sq");
        file.metadata["updates"] = "-1";
        file.metadata.erase("adam_steps_actor");
        QCOMPARE(loadError(file).split('\n').size(), 4);
    }
    void weightsThatAreNotFiniteAreRefused() {
        TensorFile file = experienced()->save();
        file.tensors["actor/head/weight"].values[3] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(loadError(file).contains("actor/head/weight holds a number that is not finite"));
    }
    void valuesThatDoNotFillTheirShapeAreRefused() {
        TensorFile file = experienced()->save();
        file.tensors["actor/head/weight"].values.pop_back();
        QVERIFY(!loadError(file).isEmpty());
    }
    void otherFormatsAreRefused() {
        TensorFile file = experienced()->save();
        file.metadata["format"] = "paddock-ppo-2";
        QVERIFY(loadError(file).contains("format is paddock-ppo-2"));
        QVERIFY(!loadError(TensorFile{}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPpoCheckpoint)
#include "test_ppo_checkpoint.moc"

#include "widgets/document/document_model.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestDocument : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void undoRestoresTheScenario() {
        DocumentModel document;
        const std::string before = writeScenario(document.scenario());
        QVERIFY(document.setField("training.gamma", "0.9").ok());
        QVERIFY(writeScenario(document.scenario()) != before);
        document.undo();
        QCOMPARE(writeScenario(document.scenario()), before);
    }
    void redoBringsTheEditBack() {
        DocumentModel document;
        (void)document.setField("training.gamma", "0.9");
        document.undo();
        document.redo();
        QCOMPARE(document.scenario().training.gamma, 0.9);
    }
    void badTextLeavesTheScenarioAlone() {
        DocumentModel document;
        const std::string before = writeScenario(document.scenario());
        QVERIFY(!document.setField("training.gamma", "a lot").ok());
        QCOMPARE(writeScenario(document.scenario()), before);
        QVERIFY(!document.canUndo());
    }
    void theSameNumberInOtherWordsIsNoEdit() {
        DocumentModel document;
        QVERIFY(document.setField("training.gamma", "0.990").ok());
        QVERIFY(!document.modified());
    }
    void resetGivesThePresetsValue() {
        DocumentModel document;
        const double preset = document.scenario().training.gamma;
        (void)document.setField("training.gamma", "0.5");
        document.resetField("training.gamma");
        QCOMPARE(document.scenario().training.gamma, preset);
    }
    void presetChangeIsOneUndo() {
        DocumentModel document;
        const std::string before = writeScenario(document.scenario());
        document.usePreset(QString::fromStdString(presetNames().back()));
        QCOMPARE(document.scenario().preset, presetNames().back());
        document.undo();
        QCOMPARE(writeScenario(document.scenario()), before);
    }
    void racesKeepTheirTrackAndHaveTheirOwnPresets() {
        const auto race = loadScenario(PADDOCK_SOURCE_DIR "/scenarios/racing.json");
        QVERIFY2(race.ok(), race ? "" : race.error().text().c_str());
        DocumentModel document;
        document.setScenario(*race, "racing.json");
        document.usePreset("released"); // the crossing has none
        QCOMPARE(document.scenario().preset, std::string("released"));
        QVERIFY(document.scenario().track != nullptr);
        QCOMPARE(document.scenario().racing.decisionPeriod, 0.004);
        QVERIFY(!document.setField("kind", "intersection").ok());
        QVERIFY(!document.setField("track", "other.json").ok());
    }
    void duringARunOnlyLiveFieldsChange() {
        DocumentModel document;
        document.setRunActive(true);
        QVERIFY(!document.setField("training.num_layers", "2").ok());
        QVERIFY(document.setField("training.learning_rate", "0.0001").ok());
    }
    void duringARunOnlyLiveEditsAreUndone() {
        DocumentModel document;
        (void)document.setField("training.num_layers", "2");
        document.setRunActive(true);
        QVERIFY(!document.canUndo());
        (void)document.setField("training.learning_rate", "0.0001");
        QVERIFY(document.canUndo());
    }
    void undoTellsWhichFieldChanged() {
        DocumentModel document;
        (void)document.setField("training.learning_rate", "0.0001");
        QSignalSpy spy(&document, &DocumentModel::fieldChanged);
        document.undo();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), QString("training.learning_rate"));
    }
    void savingAndOpeningGivesTheSameScenario() {
        QTemporaryDir folder;
        DocumentModel document;
        (void)document.setField("training.gamma", "0.9");
        QVERIFY(document.save(folder.filePath("a.json")).ok());
        QVERIFY(!document.modified());
        DocumentModel other;
        QVERIFY(other.open(folder.filePath("a.json")).ok());
        QCOMPARE(writeScenario(other.scenario()), writeScenario(document.scenario()));
    }
    void openingAMalformedFileTellsAllItsProblems() {
        QTemporaryDir folder;
        QFile file(folder.filePath("bad.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"training": {"gamma": "much", "lambda": 7, "lerning_rate": 1}})");
        file.close();
        DocumentModel document;
        const Status status = document.open(file.fileName());
        QVERIFY(!status.ok());
        QVERIFY(status.error().problems.size() >= 3);
    }
    void aFailedOpenKeepsTheDocument() {
        DocumentModel document;
        (void)document.setField("training.gamma", "0.9");
        QVERIFY(!document.open("/nowhere/at/all.json").ok());
        QCOMPARE(document.scenario().training.gamma, 0.9);
    }
};

QTEST_MAIN(TestDocument)
#include "test_document.moc"

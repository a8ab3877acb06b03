// Two scenarios side by side.
#include "core/scenario/scenario_compare.h"
#include "core/scenario/scenario_io.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestScenarioCompare : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const QString &name) const { return m_folder.filePath(name).toStdString(); }
    static const ComparedField *find(const std::vector<ComparedField> &fields,
                                     const std::string &path) {
        for (const ComparedField &field : fields)
            if (field.path == path)
                return &field;
        return nullptr;
    }

  private Q_SLOTS:
    void aScenarioDoesNotDifferFromItself() {
        for (const ScenarioKind kind : {ScenarioKind::Intersection, ScenarioKind::Racing}) {
            const Scenario s = presetScenario("paper", kind);
            QVERIFY(compareScenarios(s, s).empty());
        }
    }
    void onlyTheFieldThatWasChangedIsListedWithItsUnit() {
        Scenario left = presetScenario("tuned"), right = left;
        right.task.decisionPeriod = 0.1;
        const auto fields = compareScenarios(left, right);
        QCOMPARE(fields.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(fields[0].path), QString("task.decision_period"));
        QCOMPARE(QString::fromStdString(fields[0].left), QString("0.2"));
        QCOMPARE(QString::fromStdString(fields[0].right), QString("0.1"));
        QCOMPARE(QString::fromStdString(fields[0].unit), QString("s"));
    }
    void fieldsOfOneSideAloneAreEmptyOnTheOther() {
        const auto fields = compareScenarios(presetScenario("paper"),
                                             presetScenario("paper", ScenarioKind::Racing));
        const ComparedField *lane = find(fields, "map.lane_width");
        QVERIFY(lane && !lane->left.empty() && lane->right.empty());
    }
    void aRunIsComparedByItsFolder() {
        Scenario run = presetScenario("tuned");
        run.training.gamma = 0.5;
        QVERIFY(QDir(m_folder.path()).mkpath("run/checkpoints/step_1"));
        QVERIFY(saveScenario(run, path("run/scenario.json")).ok());
        for (const char *folder : {"run", "run/", "run/checkpoints/step_1"}) {
            const auto pair = namedScenarios(path(folder), "preset:tuned");
            QVERIFY2(pair.ok(), folder);
            const auto fields = compareScenarios(pair->first, pair->second);
            QCOMPARE(fields.size(), std::size_t(1));
            QCOMPARE(QString::fromStdString(fields[0].path), QString("training.gamma"));
        }
    }
    void aPresetIsOfTheKindOfTheOtherSide() {
        const auto pair =
            namedScenarios("preset:tuned", PADDOCK_SOURCE_DIR "/scenarios/racing_tuned.json");
        QVERIFY(pair.ok());
        QCOMPARE(pair->first.kind, ScenarioKind::Racing);
        for (const ComparedField &field : compareScenarios(pair->first, pair->second))
            QVERIFY2(field.path == "name" || field.path == "description" || field.path == "track",
                     field.path.c_str());
    }
    void theSameTrackUnderAnotherNameIsTheSame() {
        const auto read = loadScenario(PADDOCK_SOURCE_DIR "/scenarios/racing_tuned.json");
        QVERIFY(read.ok());
        Scenario copy = *read;
        copy.trackFile = "track.json";
        QVERIFY(compareScenarios(*read, copy).empty());
    }
    void problemsOfBothSidesAreTold() {
        const auto pair = namedScenarios(path("nothing.json"), "preset:nonsense");
        QVERIFY(!pair.ok());
        QCOMPARE(pair.error().problems.size(), std::size_t(2));
        QVERIFY(pair.error().text().find("preset:paper") != std::string::npos);
        QVERIFY(!namedScenario(m_folder.path().toStdString()).ok());
    }
};

QTEST_APPLESS_MAIN(TestScenarioCompare)
#include "test_scenario_compare.moc"

// Training settings of ML-Agents: the published ones field by field, and what cannot be taken over.
#include "core/scenario/block_yaml.h"
#include "core/scenario/mlagents_yaml.h"
#include "core/scenario/scenario_io.h"

#include <QTest>

#include <filesystem>

using namespace paddock;

namespace {

std::string published(const char *name) {
    return std::string(PADDOCK_SOURCE_DIR "/../shared/data/paper/config/") + name;
}

Scenario base() {
    return presetScenario("paper");
}

QString problems(const std::string &yaml, const std::string &behavior = {}) {
    const auto read = applyMlAgentsYaml(base(), yaml, "x.yaml", behavior);
    return read.ok() ? QString() : QString::fromStdString(read.error().text());
}

const std::string kSmall = "behaviors:\n  A:\n    trainer_type: ppo\n";

} // namespace

class TestMlAgentsYaml : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void thePublishedCrossingSettingsAreRead() {
        if (!std::filesystem::exists(published("NigelCrossing.yaml")))
            QSKIP("the published settings are not beside the source");
        const auto read = loadMlAgentsYaml(base(), published("NigelCrossing.yaml"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        const TrainingSpec &t = read->scenario.training;
        QCOMPARE(read->behavior, std::string("Nigel"));
        QCOMPARE(t.batchSize, 64);
        QCOMPARE(t.bufferSize, 1024);
        QCOMPARE(t.learningRate, 3e-4);
        QCOMPARE(t.beta, 1e-3);
        QCOMPARE(t.lambda, 0.98);
        QCOMPARE(t.numLayers, 3);
        QCOMPARE(t.maxSteps, 1'000'000);
        QCOMPARE(t.horizon, 128);
        QCOMPARE(t.summaryFreq, 50'000);
        QCOMPARE(t.checkpointInterval, 500'000); // not in the file: ML-Agents' default
        QVERIFY(!t.cloning.enabled && !t.gail.enabled && !t.curiosity.enabled);
        QVERIFY(validate(read->scenario, "x").empty());
    }

    void thePublishedRacingSettingsAreRead() {
        if (!std::filesystem::exists(published("F1TenthRacing.yaml")))
            QSKIP("the published settings are not beside the source");
        const auto read = loadMlAgentsYaml(base(), published("F1TenthRacing.yaml"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        const TrainingSpec &t = read->scenario.training;
        QCOMPARE(read->behaviors, (std::vector<std::string>{"F1TENTH_1", "F1TENTH_2"}));
        QVERIFY(t.cloning.enabled && t.gail.enabled && t.curiosity.enabled && !t.rnd.enabled);
        QCOMPARE(t.cloning.strength, 0.5);
        QCOMPARE(t.gail.strength, 0.01);
        QCOMPARE(t.gail.encodingSize, 128);
        QCOMPARE(t.curiosity.strength, 0.02);
        QCOMPARE(t.curiosity.encodingSize, 256);
        // Of the paths on the authors' machine the files' names are kept, one for each racer, and
        // that is said.
        QCOMPARE(t.cloning.demoPath, std::string("F1TENTH1.demo,F1TENTH2.demo"));
        QCOMPARE(t.gail.demoPath, std::string("F1TENTH1.demo,F1TENTH2.demo"));
        QVERIFY(t.policies == PolicySharing::PerAgent);
        QVERIFY(!read->notes.empty());
    }

    void whatTheFileLeavesOutTakesMlAgentsDefaults() {
        const auto read = applyMlAgentsYaml(base(), kSmall, "x.yaml");
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        const TrainingSpec &t = read->scenario.training;
        QCOMPARE(t.batchSize, 1024);
        QCOMPARE(t.bufferSize, 10240);
        QCOMPARE(t.beta, 5e-3);
        QCOMPARE(t.lambda, 0.95);
        QCOMPARE(t.numLayers, 2);
        QCOMPARE(t.maxSteps, 500'000);
        QCOMPARE(t.horizon, 64);
        QCOMPARE(t.targetKl, base().training.targetKl); // ML-Agents has no word for it
    }

    void oneScheduleDrivesAllUnlessTheyHaveTheirOwn() {
        const auto read = applyMlAgentsYaml(base(),
                                            kSmall + "    hyperparameters:\n"
                                                     "      learning_rate_schedule: constant\n"
                                                     "      epsilon_schedule: linear\n",
                                            "x.yaml");
        QVERIFY(read.ok());
        QVERIFY(read->scenario.training.learningRateSchedule == Schedule::Constant);
        QVERIFY(read->scenario.training.betaSchedule == Schedule::Constant);
        QVERIFY(read->scenario.training.epsilonSchedule == Schedule::Linear);
    }

    void defaultSettingsLieUnderEachBehaviour() {
        const auto read =
            applyMlAgentsYaml(base(),
                              "default_settings:\n  max_steps: 7000\n  time_horizon: 32\n"
                              "behaviors:\n  A:\n    time_horizon: 16\n",
                              "x.yaml");
        QVERIFY(read.ok());
        QCOMPARE(read->scenario.training.maxSteps, 7000);
        QCOMPARE(read->scenario.training.horizon, 16);
    }

    void everyProblemIsNamedAtOnce() {
        const QString said = problems(kSmall + "    network_settings:\n"
                                               "      normalize: true\n"
                                               "      hiden_units: 64\n"
                                               "    hyperparameters:\n"
                                               "      batch_size: many\n"
                                               "      beta: -1\n"
                                               "    self_play:\n"
                                               "      window: 10\n");
        for (const char *part :
             {"line 5: network_settings.normalize", "line 6: network_settings.hiden_units",
              "expected network_settings.hidden_units", "hyperparameters.batch_size",
              "hyperparameters.beta", "self_play"})
            QVERIFY2(said.contains(part), qPrintable(said));
    }

    void anotherTrainerIsRefused() {
        QVERIFY(problems("behaviors:\n  A:\n    trainer_type: sac\n").contains("trainer_type"));
    }

    void whatChangesNothingHereIsNotedOnly() {
        const auto read = applyMlAgentsYaml(
            base(), kSmall + "    threaded: true\nengine_settings:\n  time_scale: 20\n", "x.yaml");
        QVERIFY(read.ok());
        QCOMPARE(read->notes, (std::vector<std::string>{"engine_settings is left out"}));
    }

    void behavioursThatDifferNeedAName() {
        const std::string two = "behaviors:\n  A:\n    max_steps: 10\n  B:\n    max_steps: 20\n";
        QVERIFY(problems(two).contains("B.max_steps"));
        const auto read = applyMlAgentsYaml(base(), two, "x.yaml", "B");
        QVERIFY(read.ok());
        QCOMPARE(read->scenario.training.maxSteps, 20);
        QVERIFY(problems(two, "C").contains("A, B"));
    }

    // Keys of behaviour A alone: B takes another value by leaving it out.
    void aSettingThatOneBehaviourLeavesOutIsADifference() {
        const QString said = problems("behaviors:\n  A:\n    max_steps: 10\n    threaded: true\n"
                                      "  B:\n    threaded: true\n");
        QVERIFY2(said.contains("A.max_steps is missing from B"), qPrintable(said));
    }

    void equalBehavioursArePoliciesWithTheirOwnDemonstrations() {
        const auto read = applyMlAgentsYaml(base(), cloning({"one.demo", "two.demo"}), "x.yaml");
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        const TrainingSpec &t = read->scenario.training;
        QVERIFY(t.policies == PolicySharing::PerAgent);
        QCOMPARE(t.cloning.demoPath, std::string("one.demo,two.demo"));
        QCOMPARE(demoPathOf(t.cloning.demoPath, 0), std::string("one.demo"));
        QCOMPARE(demoPathOf(t.cloning.demoPath, 1), std::string("two.demo"));
        QString notes;
        for (const std::string &note : read->notes)
            notes += QString::fromStdString(note) + "\n";
        QVERIFY2(notes.contains("B1 learns from two.demo"), qPrintable(notes));
        QVERIFY2(notes.contains("behaviors: 2 here, 4 agents"), qPrintable(notes));
    }
    void oneBehaviourLeavesThePolicySharedAndTakesItsOwnDemonstration() {
        const auto read =
            applyMlAgentsYaml(base(), cloning({"one.demo", "two.demo"}), "x.yaml", "B1");
        QVERIFY(read.ok());
        QVERIFY(read->scenario.training.policies == PolicySharing::Shared);
        QCOMPARE(read->scenario.training.cloning.demoPath, std::string("two.demo"));
    }
    void aDemonstrationThatAllShareIsWrittenOnce() {
        const auto read = applyMlAgentsYaml(base(), cloning({"one.demo", "one.demo"}), "x.yaml");
        QVERIFY(read.ok());
        QCOMPARE(read->scenario.training.cloning.demoPath, std::string("one.demo"));
    }
    void aDemonstrationWithACommaIsRefused() {
        QVERIFY(problems(cloning({"a,b.demo"})).contains("comma"));
    }

    void yamlIsReadWithCommentsQuotesAndLists() {
        const auto root = parseBlockYaml("---\n# first\na: 1 # one\n'b c':  \"x # y\"\r\n"
                                         "d:\n  - e: 2\n    f: C:\\g\n  - h\nn: ~\n...\nz: 1\n",
                                         "x");
        QVERIFY2(root.ok(), root.ok() ? "" : root.error().text().c_str());
        QCOMPARE(root->children.size(), std::size_t(4));
        QCOMPARE(root->find("a")->value, std::string("1"));
        QCOMPARE(root->find("b c")->value, std::string("x # y"));
        const YamlNode &list = *root->find("d");
        QCOMPARE(list.children.size(), std::size_t(2));
        QCOMPARE(list.children[0].find("f")->value, std::string("C:\\g"));
        QCOMPARE(list.children[1].value, std::string("h"));
        QVERIFY(root->find("n")->isNull());
    }

    void wrongYamlIsRefusedWithItsLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no colon") << QByteArray("a: 1\nword\n") << "line 2 is \"word\"";
        QTest::newRow("twice") << QByteArray("a: 1\na: 2\n") << "line 2 gives a twice";
        QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n") << "line 2 is indented by a tab";
        QTest::newRow("anchor") << QByteArray("a: &b 1\n") << "line 1 has the value";
        QTest::newRow("text block") << QByteArray("a: |\n  b\n") << "line 1 has the value";
        QTest::newRow("below a value") << QByteArray("a: 1\n  b: 2\n") << "line 2 is indented";
        QTest::newRow("NUL") << QByteArray("a: 1\nb\0: 2\n", 11) << "NUL";
        QByteArray deep;
        for (int i = 0; i < 1000; ++i)
            deep += QByteArray(i, ' ') + "a:\n";
        QTest::newRow("deep") << deep << "nested too deeply";
        QTest::newRow("deep lists") << QByteArray("- ").repeated(5000) + "a: 1\n"
                                    << "nested too deeply";
        QByteArray many;
        for (int i = 0; i < 5000; ++i)
            many += "k" + QByteArray::number(i) + ": 1\n";
        QTest::newRow("many") << many << "too many";
        QTest::newRow("large") << QByteArray(2 << 20, 'a') << "too large";
    }
    void wrongYamlIsRefusedWithItsLine() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, words);
        const auto root = parseBlockYaml(text.toStdString(), "x");
        QVERIFY(!root.ok());
        QVERIFY2(QString::fromStdString(root.error().text()).contains(words),
                 root.error().text().c_str());
    }

    void settingsCutOrFlippedNeverCrashIt() {
        const std::string text = kSmall + "    reward_signals:\n      extrinsic:\n"
                                          "        gamma: 0.99\n      curiosity:\n"
                                          "        encoding_size: 256\n";
        for (std::size_t size = 0; size <= text.size(); ++size)
            (void)problems(text.substr(0, size));
        for (std::size_t at = 0; at < text.size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                std::string bad = text;
                bad[at] = char(bad[at] ^ (1 << bit));
                (void)problems(bad);
            }
        QVERIFY(problems(text).isEmpty());
    }

  private:
    // Behaviours B0, B1, ... that clone `demos`.
    static std::string cloning(const std::vector<std::string> &demos) {
        std::string out = "behaviors:\n";
        for (std::size_t i = 0; i < demos.size(); ++i)
            out += "  B" + std::to_string(i) + ":\n    behavioral_cloning:\n      strength: 0.5\n" +
                   "      demo_path: " + demos[i] + "\n";
        return out;
    }
};

QTEST_GUILESS_MAIN(TestMlAgentsYaml)
#include "test_mlagents_yaml.moc"

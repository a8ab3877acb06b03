// paddock-cli with training settings of ML-Agents.
#include "tests/support/cli_process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock::test;

class TestCliMlAgents : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void describeShowsTheSettingsOfTheFile() {
        write("good.yaml", "behaviors:\n  A:\n    hyperparameters:\n      batch_size: 32\n"
                           "    max_steps: 2e5\nengine_settings:\n  time_scale: 20\n");
        const CliResult result =
            run({"describe", "--preset", "paper", "--mlagents", "good.yaml", "--json"});
        QCOMPARE(result.exitCode, 0);
        const QJsonObject training = result.json()["scenario"].toObject()["training"].toObject();
        QCOMPARE(training["batch_size"].toInt(), 32);
        QCOMPARE(training["max_steps"].toInt(), 200'000);
        QVERIFY(result.err.contains("engine_settings is left out"));
    }

    void optionsOfTheCommandLineHaveTheLastWord() {
        write("steps.yaml", "behaviors:\n  A:\n    max_steps: 2e5\n");
        const CliResult result = run({"describe", "--preset", "paper", "--mlagents", "steps.yaml",
                                      "--steps", "500", "--json"});
        QCOMPARE(result.json()["scenario"].toObject()["training"].toObject()["max_steps"].toInt(),
                 500);
    }

    void wrongSettingsExitWithTwoAndAreNamed() {
        write("wrong.yaml", "behaviors:\n  A:\n    max_stepz: 1\n    trainer_type: sac\n");
        const CliResult result =
            run({"describe", "--preset", "paper", "--mlagents", "wrong.yaml", "--json"});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.err.contains("max_stepz"));
        QVERIFY(result.err.contains("trainer_type"));
        QCOMPARE(run({"describe", "--preset", "paper", "--mlagents", "none.yaml"}).exitCode, 2);
        QCOMPARE(run({"describe", "--preset", "paper", "--behavior", "A"}).exitCode, 2);
    }

  private:
    CliResult run(const QStringList &arguments) { return runCli(arguments, m_folder.path()); }
    void write(const char *name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliMlAgents)
#include "test_cli_mlagents.moc"

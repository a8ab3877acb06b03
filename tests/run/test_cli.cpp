// paddock-cli from outside: exit codes, what goes where, and a short run end to end.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace paddock::test;

class TestCli : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { write("ok.json", R"({"version": 1, "name": "small"})"); }

    void badArgumentsExitWithTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("fragment");
        const auto row = [](const char *name, const QStringList &arguments, const char *fragment) {
            QTest::newRow(name) << arguments << QString(fragment);
        };
        row("no command", {}, "subcommand");
        row("unknown command", {"fly"}, "subcommand");
        row("unknown option", {"train", "ok.json", "--stps", "5"}, "--stps");
        row("nothing to train", {"train"}, "document or --preset");
        row("missing document", {"train", "missing.json"}, "missing.json");
        row("a folder as document", {"validate", "."}, "is not a file");
        row("unknown preset", {"train", "--preset", "papr"}, "--preset");
        row("set without value", {"train", "ok.json", "--set", "gamma"}, "key=value");
        row("set of an unknown key", {"describe", "ok.json", "--set", "gama=1"}, "gamma");
        row("set out of range", {"describe", "ok.json", "--set", "gamma=2"}, "expected");
        row("set of a non-number", {"describe", "ok.json", "--set", "gamma=nan"}, "training.gamma");
        row("steps that are none", {"describe", "ok.json", "--steps", "many"}, "--steps");
        row("negative worlds", {"describe", "ok.json", "--envs", "-1"}, "--envs");
        row("too many threads", {"train", "ok.json", "--threads", "99999"}, "--threads");
        row("unknown driver", {"eval", "run", "--driver", "me"}, "--driver");
        row("eval of no run", {"eval", "missing"}, "missing");
        row("resume of no run", {"train", "--resume", "missing"}, "missing");
        row("fork of no run", {"train", "--fork", "missing"}, "missing");
        row("fork and resume", {"train", "--fork", "a", "--resume", "b"}, "--resume");
    }
    void badArgumentsExitWithTwo() {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, fragment);
        const CliResult result = cli(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains(fragment), qPrintable(result.err));
    }

    void everyBadOptionIsNamedAtOnce() {
        const CliResult result =
            cli({"describe", "ok.json", "--set", "gamma=2", "--set", "nonsense=1", "--seed", "x"});
        QCOMPARE(result.err.trimmed().split('\n').size(), 3);
    }

    void helpAndVersionExitWithZero() {
        const CliResult help = cli({"--help"});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("Exit codes"));
        QCOMPARE(cli({"train", "--help"}).exitCode, 0);
        QCOMPARE(cli({"--version"}).exitCode, 0);
    }

    void aGoodDocumentIsValid() {
        const CliResult result = cli({"validate", "ok.json", "--json"});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json().value("valid"), QJsonValue(true));
    }

    void theShippedDocumentsAreValid() {
        const QDir scenarios(PADDOCK_SOURCE_DIR "/scenarios");
        for (const QString &name : scenarios.entryList({"*.json"})) {
            const CliResult result = cli({"validate", scenarios.filePath(name)});
            QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        }
    }

    void problemsAreAlsoJson() {
        write("bad.json", R"({"version": 1, "trainng": {}, "agents": {"count": -1}})");
        const CliResult result = cli({"validate", "bad.json", "--json"});
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.json().value("problems").toArray().size(), 2);
        QCOMPARE(result.err.trimmed().split('\n').size(), 2);
    }

    void theParameterTableNamesEveryField() {
        const QString table = cli({"params"}).out;
        const QJsonArray fields = cli({"params", "--json"}).json().value("fields").toArray();
        QVERIFY(fields.size() > 50);
        for (const QJsonValue &field : fields) {
            const QString path = field.toObject().value("path").toString();
            const QString key = path.section('.', -1).section('[', 0, 0);
            QVERIFY2(table.contains(key), qPrintable(path));
            QVERIFY2(!field.toObject().value("help").toString().isEmpty(), qPrintable(path));
        }
    }

    void theSchemaIsJson() {
        const QByteArray schema = cli({"params", "--schema"}).out.toUtf8();
        QVERIFY(QJsonDocument::fromJson(schema).object().contains("$schema"));
    }

    void describeNamesWhatDiffersFromThePreset() {
        const CliResult result = cli({"describe", "ok.json", "--set", "gamma=0.9", "--json"});
        const QJsonArray changed = result.json().value("changed").toArray();
        QJsonObject gamma;
        for (const QJsonValue &change : changed)
            if (change.toObject().value("path") == QJsonValue("training.gamma"))
                gamma = change.toObject();
        QCOMPARE(gamma.value("here").toString(), QString("0.9"));
        QCOMPARE(gamma.value("preset").toString(), QString("0.99"));
    }

    void optionsOverrideTheDocument() {
        const QStringList options{"--seed", "9", "--steps", "1e4", "--envs", "3", "--xi", "0.5"};
        const QJsonObject scenario = cli(QStringList{"describe", "ok.json", "--json"} + options)
                                         .json()
                                         .value("scenario")
                                         .toObject();
        QCOMPARE(scenario["training"].toObject()["seed"].toInt(), 9);
        QCOMPARE(scenario["training"].toObject()["max_steps"].toInt(), 10'000);
        QCOMPARE(scenario["parallel"].toObject()["worlds"].toInt(), 3);
        QCOMPARE(scenario["randomization"].toObject()["degree"].toDouble(), 0.5);
    }

    void trainingReportsItsRunAsJson() {
        const CliResult result = train("run", "3");
        QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        const QJsonObject json = result.json();
        for (const char *key :
             {"steps", "episodes", "updates", "wall_s", "steps_per_s", "success_rate",
              "mean_return", "mean_length", "entropy", "params_hash", "run_dir"})
            QVERIFY2(json.contains(QLatin1String(key)), key);
        QVERIFY(json.value("steps").toInt() >= 3000);
        QVERIFY(json.value("updates").toInt() > 0);
        QVERIFY(json.value("steps_per_s").toDouble() > 0);
        for (const char *file : {"scenario.json", "build.json", "metrics.jsonl", "checkpoints"})
            QVERIFY2(QFile::exists(path("run/" + QString(file))), file);
    }

    void aTrainedRunCanBeJudged() {
        QCOMPARE(train("judged", "4").exitCode, 0);
        for (const char *driver : {"policy", "random", "full_speed"}) {
            const CliResult result =
                cli({"eval", "judged", "--episodes", "8", "--driver", driver, "--json"});
            QVERIFY2(result.exitCode == 0, qPrintable(result.err));
            const QJsonObject json = result.json();
            QCOMPARE(json.value("episodes").toInt(), 8);
            int outcomes = 0;
            for (const QJsonValue &count : json.value("outcomes").toObject())
                outcomes += count.toInt();
            QCOMPARE(outcomes, 8);
        }
    }

    void equalSeedsGiveEqualWeights() {
        const QJsonValue first = train("a", "5").json().value("params_hash");
        const QJsonValue again = train("b", "5").json().value("params_hash");
        const QJsonValue other = train("c", "6").json().value("params_hash");
        QVERIFY(!first.toString().isEmpty());
        QCOMPARE(again, first);
        QVERIFY(other != first);
    }

    void aTakenRunDirectoryIsRefused() {
        QCOMPARE(train("taken", "1").exitCode, 0);
        const CliResult again = train("taken", "1");
        QCOMPARE(again.exitCode, 2);
        QVERIFY2(again.err.contains("already holds a run"), qPrintable(again.err));
    }

    void quietSaysNothingOnStandardError() {
        const CliResult result =
            cli({"train", "ok.json", "--steps", "1000", "--out", "quiet", "--quiet"});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(!result.err.contains("steps/s"), qPrintable(result.err));
    }

    void anInterruptSavesACheckpointAndExitsWithThree() {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setReadChannel(QProcess::StandardError);
        process.start(PADDOCK_BIN_DIR "/paddock-cli",
                      {"train", "ok.json", "--steps", "1e9", "--out", "interrupted", "--json"});
        // The first line of progress comes after the handler is in place.
        QByteArray err;
        while (!err.contains("steps/s") && process.waitForReadyRead(60'000))
            err += process.readAll();
        QVERIFY2(err.contains("steps/s"), err);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        err += process.readAllStandardError();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        QVERIFY2(err.contains("checkpoint saved"), err);
        const QDir checkpoints(path("interrupted/checkpoints"));
        QVERIFY(!checkpoints.entryList({"step_*"}, QDir::Dirs).isEmpty());
    }

    void aForkIsARunOfItsOwnThatNamesItsParent() {
        QCOMPARE(train("parent", "2").exitCode, 0);
        const CliResult fork = cli({"train", "--fork", "parent", "--out", "fork", "--steps", "4000",
                                    "--set", "learning_rate=0.001", "--json", "--quiet"});
        QVERIFY2(fork.exitCode == 0, qPrintable(fork.err));
        QCOMPARE(fork.json().value("parent").toString(), QString("parent"));
        QVERIFY(fork.json().value("parent_step").toInt() >= 3000);
        QVERIFY(fork.json().value("steps").toInt() >= 4000);
        QVERIFY(QFile::exists(path("fork/notes.json")));
    }

    void aResumedRunGoesOnToItsNewEnd() {
        QCOMPARE(train("resumed", "7").exitCode, 0);
        const CliResult result = cli({"train", "--resume", "resumed", "--steps", "6000", "--json"});
        QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        QVERIFY(result.json().value("steps").toInt() >= 6000);
    }

  private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    CliResult cli(const QStringList &arguments) const { return runCli(arguments, m_folder.path()); }
    CliResult train(const QString &out, const QString &seed) const {
        return cli({"train", "ok.json", "--steps", "3000", "--envs", "4", "--threads", "2",
                    "--seed", seed, "--out", out, "--json"});
    }
    void write(const QString &name, const QByteArray &text) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"

// paddock-cli sweep from outside: what it trains, what it says, how it goes on after Ctrl-C.
#include "tests/support/cli_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace paddock::test;

class TestCliSweep : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    CliResult cli(const QStringList &arguments) { return runCli(arguments, m_folder.path()); }
    QByteArray plan(const QByteArray &steps) {
        return R"({"version": 1, "name": "rates", "document": "small.json",
            "set": {"training.max_steps": )" +
               steps + R"(}, "axes": [{"path": "learning_rate", "values": [0.001, 0.0001]}],
            "seeds": [1, 2], "threads": 1})";
    }

  private Q_SLOTS:
    void initTestCase() {
        write("small.json", R"({"version": 1, "name": "small", "parallel": {"worlds": 2},
            "training": {"hidden_units": 8, "horizon": 40, "buffer_size": 320,
                         "batch_size": 64}})");
    }

    void aSweepTrainsEveryRunAndSkipsThemTheNextTime() {
        write("plan.json", plan("640"));
        const CliResult first = cli({"sweep", "plan.json", "--json", "--jobs", "2"});
        QVERIFY2(first.exitCode == 0, qPrintable(first.err));
        QCOMPARE(first.json().value("finished").toInt(), 4);
        const QJsonArray runs = first.json().value("runs").toArray();
        QCOMPARE(runs.size(), 4);
        QVERIFY(QFile::exists(m_folder.filePath("runs/rates/sweep.json")));
        for (const QJsonValue &run : runs) {
            QCOMPARE(run["state"].toString(), QString("finished"));
            QVERIFY(run["settings"].toObject().contains("learning_rate"));
            QVERIFY(QFile::exists(m_folder.filePath(run["run_dir"].toString() + "/metrics.jsonl")));
        }
        const CliResult again = cli({"sweep", "runs/rates", "--json", "--quiet"});
        QVERIFY2(again.exitCode == 0, qPrintable(again.err));
        QCOMPARE(again.json().value("finished").toInt(), 4);
        QVERIFY(!again.json().value("runs").toArray()[0].toObject().contains("params_hash"));
    }

    void badPlansExitWithTwo() {
        write("bad.json", R"({"version": 1, "document": "small.json",
            "axes": [{"path": "training.gama", "values": [1]}], "jobz": 2})");
        const CliResult result = cli({"sweep", "bad.json"});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains("jobs"), qPrintable(result.err));
        QCOMPARE(cli({"sweep", "missing.json"}).exitCode, 2);
    }

    void anInterruptKeepsCheckpointsAndExitsWithThree() {
        write("long.json", plan("100000000").replace("rates", "long"));
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(PADDOCK_BIN_DIR "/paddock-cli", {"sweep", "long.json", "--json"});
        QVERIFY(process.waitForStarted());
        const QString begun = m_folder.filePath("runs/long/001_learning_rate-0.001_s1/.lock");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(begun), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            QFile::exists(m_folder.filePath("runs/long/001_learning_rate-0.001_s1/events.log")) &&
                QFile(m_folder.filePath("runs/long/001_learning_rate-0.001_s1/events.log")).size() >
                    0,
            30'000);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(QDir(m_folder.filePath("runs/long/001_learning_rate-0.001_s1/checkpoints"))
                    .entryList({"step_*"})
                    .size() >= 1);
    }
};

QTEST_GUILESS_MAIN(TestCliSweep)
#include "test_cli_sweep.moc"

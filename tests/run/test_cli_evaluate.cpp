// Claims about paddock-cli evaluate, as a user runs it.
#include "tests/support/cli_process.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using paddock::test::runCli;

class TestCliEvaluate : public QObject {
    Q_OBJECT
  private:
    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString &name) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

  private Q_SLOTS:
    void initTestCase() {
        write("cross.json", R"({"format": "paddock-scenario", "version": 1,
                                "kind": "intersection", "task": {"time_limit": 2}})");
        write("plan.json", R"({"version": 1, "runs": 4, "degrees": [1],
            "drivers": [{"driver": "full_speed"}, {"driver": "random"}],
            "scenarios": [{"file": "cross.json"}]})");
    }

    void aPlanIsJudgedAndToldAsJson() {
        const auto result =
            runCli({"evaluate", "plan.json", "--json", "--csv", "o.csv"}, m_folder.path());
        QCOMPARE(result.exitCode, 0);
        const QJsonObject json = result.json();
        QCOMPARE(json["complete"].toBool(), true);
        QCOMPARE(json["cells"].toArray().size(), 2);
        const QJsonObject cell = json["cells"].toArray()[0].toObject();
        QCOMPARE(cell["driver"].toString(), QString("full_speed"));
        const QJsonObject success = cell["kpis"].toObject()["success"].toObject();
        QCOMPARE(success["n"].toInt(), 4);
        QCOMPARE(success["interval"].toArray().size(), 2);
        QVERIFY(!json["pairs"].toArray().isEmpty());
        QCOMPARE(read("o.csv").count('\n'), 9);
        QVERIFY2(result.err.contains("8/8 runs"), qPrintable(result.err));
        QVERIFY2(result.out.contains("full_speed"), qPrintable(result.out));
    }

    void theReportIsOnePage() {
        const auto result =
            runCli({"evaluate", "plan.json", "--report", "r.html", "--quiet"}, m_folder.path());
        QCOMPARE(result.exitCode, 0);
        const QByteArray page = read("r.html");
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("full_speed") && page.contains("<svg"));
        QCOMPARE(runCli({"report", "nowhere", "--out", "x.html"}, m_folder.path()).exitCode, 2);
    }

    void threadsDoNotMatter() {
        QCOMPARE(
            runCli({"evaluate", "plan.json", "--csv", "a.csv", "--threads", "1"}, m_folder.path())
                .exitCode,
            0);
        QCOMPARE(
            runCli({"evaluate", "plan.json", "--csv", "b.csv", "--threads", "3"}, m_folder.path())
                .exitCode,
            0);
        QVERIFY(!read("a.csv").isEmpty());
        QCOMPARE(read("a.csv"), read("b.csv"));
    }

    void aBadPlanIsAnsweredWithAllItsProblems() {
        write("bad.json", R"({"version": 1, "runs": 0, "sed": 1})");
        const auto result = runCli({"evaluate", "bad.json", "--json"}, m_folder.path());
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.json()["problems"].toArray().size(), 2);
        QCOMPARE(runCli({"evaluate", "missing.json"}, m_folder.path()).exitCode, 2);
    }

    void aFileThatCannotBeWrittenIsAFailure() {
        const auto result =
            runCli({"evaluate", "plan.json", "--csv", "no/such/folder.csv"}, m_folder.path());
        QCOMPARE(result.exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliEvaluate)
#include "test_cli_evaluate.moc"

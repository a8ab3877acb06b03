// paddock-cli demo: import, export and info as a user calls them.
#include "core/run/minari_export.h"
#include "core/run/mlagents_demo.h"
#include "tests/run/demonstration_samples.h"
#include "tests/support/cli_process.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using namespace paddock::test;

class TestCliDemo : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(writeDemonstration(sampleDemonstration(), path("sample.pdemo")).ok());
        QVERIFY(writeMlAgentsDemo(sampleDemonstration(), path("sample.demo")).ok());
    }

    void infoCountsStepsEpisodesAndReturns() {
        const CliResult result = run({"demo", "info", "sample.pdemo", "--json"});
        QCOMPARE(result.exitCode, 0);
        const QJsonObject json = result.json();
        QCOMPARE(json["steps"].toInt(), 11);
        QCOMPARE(json["decisions"].toInt(), 8);
        QCOMPARE(json["episodes"].toInt(), 3);
        QCOMPARE(json["mean_return"].toDouble(), (0.875 + 0.375 + 3.625) / 3);
        QCOMPARE(json["observation_size"].toInt(), 3);
        QCOMPARE(json["action_branches"].toArray(), (QJsonArray{3, 2}));
    }

    void importMakesANativeFile() {
        const CliResult result =
            run({"demo", "import", "sample.demo", "--out", "imported.pdemo", "--json"});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json()["steps"].toInt(), 11);
        const auto file = readDemonstration(path("imported.pdemo"));
        QVERIFY(file.ok());
        QCOMPARE(file->demonstration.episodes.size(), std::size_t(3));
        QVERIFY(file->demonstration.episodes[2].actions == sampleEpisode(2, 5).actions);
    }

    void exportForMlAgentsIsReadByTheImport() {
        QCOMPARE(
            run({"demo", "export", "sample.pdemo", "--format", "mlagents", "--out", "again.demo"})
                .exitCode,
            0);
        const auto demo = readMlAgentsDemo(path("again.demo"));
        QVERIFY(demo.ok());
        QCOMPARE(demo->records, std::int64_t(11));
    }

    void exportForMinariMakesADataset() {
        QCOMPARE(run({"demo", "export", "sample.pdemo", "--format", "minari", "--out", "laps-v0"})
                     .exitCode,
                 0);
        QVERIFY(QFileInfo(m_folder.filePath("laps-v0/data/main_data.hdf5")).size() > 0);
        QVERIFY(QFileInfo(m_folder.filePath("laps-v0/data/metadata.json")).size() > 0);
    }

    void aTornFileIsReportedAndUsed() {
        QFile file(m_folder.filePath("torn.pdemo"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const std::string bytes = *encodeDemonstration(sampleDemonstration());
        file.write(bytes.data(), qint64(bytes.size()) - 1);
        file.close();
        const CliResult result = run({"demo", "info", "torn.pdemo", "--json"});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json()["episodes"].toInt(), 2);
        QVERIFY(result.json()["note"].toString().contains("cut or damaged"));
        QVERIFY(result.err.contains("cut or damaged"));
    }

    void wrongFilesAndWordsExitWithTwo() {
        QFile file(m_folder.filePath("wrong.demo"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a demonstration at all, and longer than its header would be");
        file.close();
        const CliResult result = run({"demo", "info", "wrong.demo", "--json"});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.json()["error"].toString().isEmpty());
        QCOMPARE(run({"demo", "info", "missing.pdemo"}).exitCode, 2);
        QCOMPARE(run({"demo", "export", "sample.pdemo", "--format", "zip", "--out", "x"}).exitCode,
                 2);
        QCOMPARE(run({"demo"}).exitCode, 2);
    }

    void lapsAreListedDiscardedTrimmedAndBroughtBack() {
        QVERIFY(writeDemonstration(sampleDemonstration(), path("laps.pdemo")).ok());
        const auto rows = [](const CliResult &result) {
            QList<int> all; // lap and rows of each
            for (const QJsonValue lap : result.json()["laps"].toArray())
                all << lap["lap"].toInt() << lap["rows"].toInt();
            return result.exitCode == 0 ? all : QList<int>{-1};
        };
        QCOMPARE(rows(run({"demo", "list", "laps.pdemo", "--json"})),
                 (QList<int>{1, 4, 2, 2, 3, 5}));
        QCOMPARE(rows(run({"demo", "discard", "laps.pdemo", "--lap", "2", "--json"})),
                 (QList<int>{1, 4, 3, 5}));
        const CliResult trimmed = run(
            {"demo", "trim", "laps.pdemo", "--lap", "3", "--first", "1", "--last", "4", "--json"});
        QCOMPARE(rows(trimmed), (QList<int>{1, 4, 4, 3}));
        const QJsonValue part = trimmed.json()["laps"].toArray()[1];
        QCOMPARE(part["verdict"].toString(), "trimmed");
        QCOMPARE(part["return"].toDouble(), 0.25 * (3 + 4 + 5));
        QCOMPARE(rows(run({"demo", "undo", "laps.pdemo", "--json"})), (QList<int>{1, 4, 3, 5}));
        QCOMPARE(rows(run({"demo", "undo", "laps.pdemo", "--json"})),
                 (QList<int>{1, 4, 2, 2, 3, 5}));
        QCOMPARE(run({"demo", "undo", "laps.pdemo"}).exitCode, 2); // nothing is left to take back
        QCOMPARE(run({"demo", "discard", "laps.pdemo", "--lap", "9"}).exitCode, 2);
        QCOMPARE(run({"demo", "discard", "laps.pdemo", "--lap", "0"}).exitCode, 2);
        QCOMPARE(run({"demo", "list", "sample.demo"}).exitCode, 2);
        QVERIFY(run({"demo", "list", "laps.pdemo"}).out.contains("verdict"));
    }

  private:
    CliResult run(const QStringList &arguments) { return runCli(arguments, m_folder.path()); }
    std::filesystem::path path(const char *name) { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliDemo)
#include "test_cli_demo.moc"

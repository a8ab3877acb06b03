// `paddock-cli eval` of races as a user meets it.
#include "tests/support/cli_process.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock::test;

namespace {
const QString kRace = PADDOCK_SOURCE_DIR "/scenarios/racing_tuned.json";
}

class TestCliRace : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // The keys that scripts read, and that the counts behind them add up.
    void aRaceIsJudgedInHeats() {
        const CliResult run =
            runCli({"eval", kRace, "--driver", "follow_the_gap", "--opponent", "random", "--grid",
                    "--laps", "1", "--episodes", "4", "--json", "--quiet"},
                   m_folder.path());
        QCOMPARE(run.exitCode, 0);
        const QJsonObject json = run.json();
        for (const char *key :
             {"episodes", "laps", "laps_mean", "distance_m_mean", "lap_time_best_s",
              "lap_time_mean_s", "collision_rate", "clean_rate", "wall_rate", "win_rate", "heats",
              "wins", "overtakes", "gap_s", "opponent"})
            QVERIFY2(json.contains(key), key);
        QCOMPARE(json["episodes"].toInt(), 4);
        QCOMPARE(json["heats"].toInt(), 4);
        QCOMPARE(json["laps"].toArray().size(), 4);
        QCOMPARE(json["wins"].toArray().size(), 2);
        // Who drives at random never gets round.
        QCOMPARE(json["wins"].toArray()[1].toInt(), 0);
        QCOMPARE(json["win_rate"].toDouble(), json["wins"].toArray()[0].toInt() / 4.0);
        QCOMPARE(json["clean_rate"].toDouble(), 1 - json["collision_rate"].toDouble());
    }

    void whatDoesNotFitIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const QString crossing = PADDOCK_SOURCE_DIR "/scenarios/intersection.json";
        QTest::newRow("opponent at a crossing")
            << QStringList{"eval", crossing, "--driver", "random", "--opponent", "random"}
            << "opponent";
        QTest::newRow("grid at a crossing")
            << QStringList{"eval", crossing, "--driver", "random", "--grid"} << "grid";
        QTest::newRow("opponent with settling")
            << QStringList{"eval",       kRace,    "--driver", "random",
                           "--opponent", "random", "--settle", "5"}
            << "opponent";
        QTest::newRow("unknown opponent")
            << QStringList{"eval", kRace, "--driver", "random", "--opponent", "nobody"} << "nobody";
    }
    void whatDoesNotFitIsRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CliResult run = runCli(arguments, m_folder.path());
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(said), qPrintable(run.err));
    }

  private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliRace)
#include "test_cli_race.moc"

// `paddock-cli track` as a user meets it.
#include "core/scenario/track.h"
#include "tests/support/cli_process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using namespace paddock::test;

namespace {

const QString kShared = PADDOCK_SOURCE_DIR "/../shared/data/tracks/";

// A circle of 5 m with widths 0.5 (right) and 0.7 (left), counter-clockwise.
QByteArray circleCsv() {
    QByteArray text = "# x_m,y_m,w_tr_right_m,w_tr_left_m\n";
    for (int i = 0; i < 200; ++i)
        text += QByteArray::number(5 * std::cos(i * M_PI / 100)) + "," +
                QByteArray::number(5 * std::sin(i * M_PI / 100)) + ",0.5,0.7\n";
    return text;
}

} // namespace

class TestCliTrack : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        QFile file(m_folder.filePath("circle.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(circleCsv());
    }

    void importSaysLengthWidthsWallsAndCheckpoints() {
        const CliResult run =
            runCli({"track", "import", "circle.csv", "--out", "circle.json", "--json"}, folder());
        QCOMPARE(run.exitCode, 0);
        const QJsonObject json = run.json();
        QVERIFY(std::abs(json["length_m"].toDouble() - 10 * M_PI) < 0.01);
        QVERIFY(std::abs(json["min_width_m"].toDouble() - 1.2) < 1e-3);
        QVERIFY(std::abs(json["max_width_m"].toDouble() - 1.2) < 1e-3);
        QCOMPARE(json["walls"].toInt(), 2);
        QCOMPARE(json["checkpoints"].toInt(), 19);
        const auto track = loadTrack(m_folder.filePath("circle.json").toStdString());
        QVERIFY(track.ok());
        QCOMPARE(track->name, std::string("circle"));
        QVERIFY(track->counterClockwise());
    }

    // A ring is driven at top speed along its inner wall, half a car away from it.
    void floorIsTheLapOfPhysics() {
        const QString file = m_folder.filePath("ring.json");
        QCOMPARE(runCli({"track", "import", "circle.csv", "--out", file}, folder()).exitCode, 0);
        const CliResult run = runCli({"track", "floor", file, "--json"}, folder());
        QCOMPARE(run.exitCode, 0);
        const QJsonObject json = run.json();
        const double lap = 2 * M_PI * (5 - 0.7 + 0.135) / json["top_speed_m_s"].toDouble();
        QVERIFY(std::abs(json["floor_s"].toDouble() - lap) < 0.02);
        QVERIFY(std::abs(json["bound_s"].toDouble() - lap) < 0.02);
        const double centre = json["centre_line"].toObject()["lap_time_s"].toDouble();
        QVERIFY(std::abs(centre - 10 * M_PI / json["top_speed_m_s"].toDouble()) < 0.02);
        // A scenario without a track has no laps.
        const CliResult none =
            runCli({"track", "floor", PADDOCK_SOURCE_DIR "/scenarios/intersection.json"}, folder());
        QCOMPARE(none.exitCode, 2);
    }

    void optionsChangeScaleDirectionAndCheckpoints() {
        const CliResult run = runCli({"track", "import", "circle.csv", "--out", "c2.json", "--json",
                                      "--scale", "2", "--direction", "cw", "--checkpoints", "7"},
                                     folder());
        QCOMPARE(run.exitCode, 0);
        QVERIFY(std::abs(run.json()["length_m"].toDouble() - 20 * M_PI) < 0.02);
        QCOMPARE(run.json()["checkpoints"].toInt(), 7);
        QVERIFY(!loadTrack(m_folder.filePath("c2.json").toStdString())->counterClockwise());
    }

    void widthScalesToAMedianWidth() {
        const CliResult run = runCli(
            {"track", "import", "circle.csv", "--out", "c3.json", "--json", "--width", "2.4"},
            folder());
        QVERIFY(std::abs(run.json()["min_width_m"].toDouble() - 2.4) < 1e-3);
    }

    void theDirectionOfAMapCanBeChosen() {
        if (!QFile::exists(kShared + "porto.yaml"))
            QSKIP("the published tracks are not here");
        for (const char *direction : {"cw", "ccw"}) {
            const CliResult run = runCli({"track", "import", kShared + "porto.yaml", "--out",
                                          "p.json", "--json", "--direction", direction},
                                         folder());
            QCOMPARE(run.exitCode, 0);
            QCOMPARE(run.json()["direction"].toString(), QString(direction));
            QCOMPARE(run.json()["walls"].toInt(), 2);
            QVERIFY(run.json()["length_m"].toDouble() > 28.5);
        }
    }

    void wrongFilesAreBadInput() {
        QFile file(m_folder.filePath("bad.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0,0,1,1\n1,nan,1,1\n");
        file.close();
        for (const char *name : {"bad.csv", "none.csv", "none.yaml"}) {
            const CliResult run =
                runCli({"track", "import", name, "--out", "x.json", "--json"}, folder());
            QCOMPARE(run.exitCode, 2);
            QVERIFY(!run.err.isEmpty());
            QVERIFY(run.json().contains("error"));
            QVERIFY(!QFile::exists(m_folder.filePath("x.json")));
        }
    }

    void wrongOptionsAreBadInput() {
        for (const QStringList &options :
             {QStringList{"--scale", "0"}, QStringList{"--scale", "nan"},
              QStringList{"--checkpoints", "1"}, QStringList{"--checkpoints", "1000000"},
              QStringList{"--direction", "up"}, QStringList{"--width", "-1"}}) {
            const CliResult run =
                runCli(QStringList{"track", "import", "circle.csv", "--out", "x.json"} + options,
                       folder());
            QCOMPARE(run.exitCode, 2);
            QVERIFY(!QFile::exists(m_folder.filePath("x.json")));
        }
    }

    void drawWritesTheTrackThatShips() {
        const CliResult run =
            runCli({"track", "draw", "oval", "--out", "oval.json", "--json"}, folder());
        QCOMPARE(run.exitCode, 0);
        QFile shipped(PADDOCK_SOURCE_DIR "/scenarios/tracks/oval.json");
        QFile drawn(m_folder.filePath("oval.json"));
        QVERIFY(shipped.open(QIODevice::ReadOnly) && drawn.open(QIODevice::ReadOnly));
        QVERIFY(shipped.readAll() == drawn.readAll());
    }

  private:
    QString folder() const { return m_folder.path(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliTrack)
#include "test_cli_track.moc"

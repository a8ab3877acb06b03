// Maps and centre lines of others: published files against independent sums, maps drawn here
// against closed forms, and bytes that are no files at all.
#include "core/scenario/track_import.h"
#include "core/scenario/track_import_csv.h"
#include "core/scenario/track_import_ros.h"
#include "tests/support/track_claims.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;
using namespace paddock::test;

namespace {

const QString kShared = PADDOCK_SOURCE_DIR "/../shared/data/tracks/";

TrackOptions unnamed() {
    TrackOptions options;
    options.name.clear();
    return options;
}

std::string bytesOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Sum over the closed polyline of the file's first two columns, read by Qt.
double polylineSum(const QString &path) {
    QList<QPointF> points;
    for (const QString &line : QString::fromStdString(bytesOf(path)).split('\n'))
        if (const QStringList f = line.split(','); !line.startsWith('#') && f.size() >= 4)
            points << QPointF(f[0].trimmed().toDouble(), f[1].trimmed().toDouble());
    double sum = 0;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF d = points[(i + 1) % points.size()] - points[i];
        sum += std::hypot(d.x(), d.y());
    }
    return sum;
}

constexpr int kSide = 200;
constexpr double kCell = 0.05, kInner = 2.2, kOuter = 3.8; // m

// A ring about the picture's middle: white track, black elsewhere.
GreyImage ringImage(bool negate = false) {
    GreyImage image{kSide, kSide, {}};
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const double r = std::hypot(x + 0.5 - kSide / 2, y + 0.5 - kSide / 2) * kCell;
            image.pixels.push_back((r > kInner && r < kOuter) != negate ? 254 : 0);
        }
    return image;
}

RosMapInfo ringInfo() {
    RosMapInfo info;
    info.resolution = kCell;
    info.origin = {{-kSide / 2 * float(kCell), -kSide / 2 * float(kCell)}, 0};
    return info;
}

std::string pgmOf(const GreyImage &image, bool plain) {
    std::string text = std::string(plain ? "P2" : "P5") + "\n# a map\n" +
                       std::to_string(image.width) + " " + std::to_string(image.height) + "\n255\n";
    for (const std::uint8_t grey : image.pixels)
        text += plain ? std::to_string(grey) + "\n" : std::string(1, char(grey));
    return text;
}

std::string pngOf(const GreyImage &image) {
    QImage picture(image.width, image.height, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            picture.scanLine(y)[x] = image.pixels[std::size_t(y * image.width + x)];
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, "PNG");
    return bytes.toStdString();
}

} // namespace

class TestTrackImport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aRingMapBecomesItsCircles() {
        const auto track = trackFromRosMap(ringInfo(), ringImage(), {});
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QCOMPARE(track->walls.size(), std::size_t(2));
        for (const Vec2 p : track->walls[0].points)
            QVERIFY(std::abs(length(p) - float(kOuter)) < 0.03f);
        for (const Vec2 p : track->walls[1].points)
            QVERIFY(std::abs(length(p) - float(kInner)) < 0.03f);
        for (const Vec2 p : track->centre)
            QVERIFY(std::abs(length(p) - 3.0f) < 0.03f);
        QVERIFY(std::abs(track->length() - 6 * float(M_PI)) < 0.15f);
        QVERIFY(track->minWidth() > 1.53f && track->maxWidth() < 1.67f);
        QVERIFY(track->counterClockwise());
        QCOMPARE(everyClaim(*track), QString());
    }

    void clockwiseOnRequest() {
        TrackOptions options;
        options.direction = TrackDirection::Clockwise;
        const auto track = trackFromRosMap(ringInfo(), ringImage(), options);
        QVERIFY(!track->counterClockwise());
        QCOMPARE(everyClaim(*track), QString());
    }

    void negatedMapsAreTheSameTrack() {
        RosMapInfo info = ringInfo();
        info.negate = true;
        const auto track = trackFromRosMap(info, ringImage(true), {});
        QVERIFY(track.ok());
        QVERIFY(*track == *trackFromRosMap(ringInfo(), ringImage(), {}));
    }

    // map_server: the origin is the pose of the lower left pixel, turned by its yaw.
    void originWithYawMovesAndTurnsTheTrack() {
        RosMapInfo info = ringInfo();
        info.origin = {{10, 20}, float(M_PI / 2)};
        const auto track = trackFromRosMap(info, ringImage(), {});
        // The ring's middle is 5 m right of and above the corner: 5 m left and above after a
        // quarter turn.
        for (const Vec2 p : track->centre)
            QVERIFY(std::abs(length(p - Vec2{5, 25}) - 3.0f) < 0.03f);
    }

    void rowsCountFromTheTop() {
        GreyImage image = ringImage();
        // Move the ring's picture 20 rows up by cutting them from the top.
        image.pixels.erase(image.pixels.begin(), image.pixels.begin() + 20 * kSide);
        image.pixels.resize(std::size_t(kSide) * kSide, 0);
        const auto track = trackFromRosMap(ringInfo(), image, {});
        for (const Vec2 p : track->centre)
            QVERIFY(std::abs(length(p - Vec2{0, 1}) - 3.0f) < 0.03f);
    }

    void greysOfUnknownAreWalls() {
        GreyImage image = ringImage();
        for (std::uint8_t &grey : image.pixels)
            grey = grey == 0 ? 205 : grey;
        RosMapInfo info = ringInfo();
        info.freeThreshold = 0.25; // above (255 - 205) / 255
        QVERIFY(*trackFromRosMap(info, image, {}) == *trackFromRosMap(ringInfo(), ringImage(), {}));
    }

    // White everywhere but two thin black rings: neither the infield nor the outside is the track.
    void thinLinesOnWhiteAreWallsToo() {
        GreyImage image = ringImage();
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                const double r = std::hypot(x + 0.5 - kSide / 2, y + 0.5 - kSide / 2) * kCell;
                const bool line =
                    std::abs(r - kInner + 0.05) < 0.05 || std::abs(r - kOuter - 0.05) < 0.05;
                image.pixels[std::size_t(y * kSide + x)] = line ? 0 : 255;
            }
        const auto track = trackFromRosMap(ringInfo(), image, {});
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QVERIFY(std::abs(track->length() - 6 * float(M_PI)) < 0.2f);
    }

    void aMapWithoutARingIsRefused() {
        GreyImage image = ringImage();
        std::fill(image.pixels.begin(), image.pixels.end(), 254);
        QVERIFY(!trackFromRosMap(ringInfo(), image, {}).ok());
        std::fill(image.pixels.begin(), image.pixels.end(), 0);
        QVERIFY(!trackFromRosMap(ringInfo(), image, {}).ok());
    }

    void picturesOfEveryKindGiveTheSameGreys() {
        const GreyImage image = ringImage();
        for (const std::string &bytes : {pgmOf(image, true), pgmOf(image, false), pngOf(image)}) {
            const auto back = decodeImage(bytes, "map");
            QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
            QCOMPARE(back->width, kSide);
            QVERIFY(back->pixels == image.pixels);
        }
    }

    void deepPicturesAreScaledToEightBits() {
        const auto image = decodeImage(std::string("P5 2 1 65535\n\x80\x00\xff\xff", 17), "map");
        QVERIFY(image.ok());
        QCOMPARE(int(image->pixels[0]), 128);
        QCOMPARE(int(image->pixels[1]), 255);
    }

    void hostilePicturesAreRefused() {
        for (const char *bytes :
             {"", "P", "P5", "P5\n", "P5 10 10", "P5 10 10 255\n123", "P5 -1 5 255\n",
              "P5 99999999999 1 255\n", "P5 8000 8000 255\n", "P2 2 2 255 1 2 3", "P2 1 1 255 300",
              "P5 0 0 255\n", "P5 1 1 0\n1", "P5 1 1 99999\n1", "P6 1 1 255\n123", "GIF89a"}) {
            const auto image = decodeImage(bytes, "map");
            QVERIFY2(!image.ok() && !image.error().text().empty(), bytes);
        }
    }

    void truncatedPicturesNeverCrash() {
        const GreyImage image = ringImage();
        const std::string png = pngOf(image), pgm = pgmOf(image, false);
        for (std::size_t size = 0; size + 12 < png.size(); size += 5)
            QVERIFY(!decodeImage(png.substr(0, size), "map").ok());
        for (std::size_t size = 0; size < pgm.size(); size += 331)
            QVERIFY(!decodeImage(pgm.substr(0, size), "map").ok());
    }

    void damagedPngsNeverCrash() {
        const std::string png = pngOf(ringImage());
        std::uint32_t state = 3;
        for (int round = 0; round < 500; ++round) {
            std::string damaged = png;
            for (int k = 0; k < 2; ++k) {
                state = state * 1664525u + 1013904223u;
                damaged[(state >> 8) % damaged.size()] = char(state >> 24);
            }
            const auto image = decodeImage(damaged, "map");
            QVERIFY(image.ok() || !image.error().text().empty());
        }
    }

    // Noise of every density: whatever it is, it ends and says something.
    void noiseIsNoTrackOrASoundOne() {
        std::uint32_t state = 5;
        for (const std::uint32_t share : {8u, 60u, 128u, 200u, 250u}) {
            GreyImage image{120, 90, {}};
            for (int i = 0; i < 120 * 90; ++i) {
                state = state * 1664525u + 1013904223u;
                image.pixels.push_back((state >> 24) < share ? 254 : 0);
            }
            const auto track = trackFromRosMap(ringInfo(), image, {});
            if (track)
                QCOMPARE(wallsAreSimpleAndApart(*track), QString());
            else
                QVERIFY(!track.error().text().empty());
        }
    }

    // As large as hostile: these must not take minutes (the program's time limit says so).
    void largeNoiseAndScribblesEnd() {
        std::uint32_t state = 9;
        const auto next = [&state] { return (state = state * 1664525u + 1013904223u) >> 8; };
        for (const std::uint32_t share : {100u, 170u, 230u}) {
            GreyImage image{400, 300, {}};
            for (int i = 0; i < 400 * 300; ++i)
                image.pixels.push_back((next() & 255) < share ? 254 : 0);
            QVERIFY(!trackFromRosMap(ringInfo(), image, {}).ok());
        }
        std::string scribble, zigzag;
        for (int i = 0; i < 6'000; ++i) {
            scribble +=
                std::to_string(next() % 1000) + "," + std::to_string(next() % 1000) + ",0.5,0.5\n";
            zigzag += std::to_string(i) + "," + std::to_string(i % 2 * 900) + ",400,400\n";
        }
        QVERIFY(!trackFromCsv(scribble, "c.csv", {}).ok());
        QVERIFY(!trackFromCsv(zigzag, "c.csv", {}).ok());
    }

    void mapFilesAreReadInBothStylesOfLists() {
        const auto flow = readRosMapInfo("image: a.pgm # grey\nresolution: 0.1\n"
                                         "origin: [1, -2.5, 0.5]\nnegate: 1\nmode: trinary\n",
                                         "m.yaml");
        QVERIFY2(flow.ok(), flow ? "" : flow.error().text().c_str());
        QCOMPARE(flow->image, std::string("a.pgm"));
        QCOMPARE(flow->origin.position.y, -2.5f);
        QVERIFY(flow->negate);
        const auto block = readRosMapInfo("image: 'a.pgm'\nresolution: 0.1\norigin:\n"
                                          "- 1\n- -2.5\n- 0.5\nfree_thresh: 0.2\n",
                                          "m.yaml");
        QVERIFY2(block.ok(), block ? "" : block.error().text().c_str());
        QCOMPARE(block->origin.yaw, 0.5f);
        QCOMPARE(block->freeThreshold, 0.2);
    }

    void wrongMapFilesNameEveryProblem() {
        const auto info =
            readRosMapInfo("resolution: -1\norigin: [1, nan, 0]\nnegate: 7\n", "m.yaml");
        QVERIFY(!info.ok());
        QCOMPARE(info.error().problems.size(), std::size_t(4)); // image is missing
        QVERIFY(!readRosMapInfo("", "m.yaml").ok());
        QVERIFY(!readRosMapInfo(std::string("image: a\0b", 10), "m.yaml").ok());
    }

    void csvColumnsMayComeInAnyOrder() {
        std::string text = "# w_tr_left_m; x_m; y_m; w_tr_right_m\n";
        for (int i = 0; i < 60; ++i)
            text += "0.5;" + std::to_string(5 * std::cos(i * M_PI / 30)) + ";" +
                    std::to_string(5 * std::sin(i * M_PI / 30)) + ";0.7\r\n";
        const auto track = trackFromCsv(text, "c.csv", {});
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QVERIFY(std::abs(track->leftWidth[0] - 0.5f) < 1e-4f);
        QVERIFY(std::abs(track->rightWidth[0] - 0.7f) < 1e-4f);
    }

    void wrongCsvLinesAreNamed() {
        const auto track = trackFromCsv("# x_m,y_m,w_tr_right_m,w_tr_left_m\n0,0,1,1\n1,nan,1,1\n"
                                        "1,1\nx,1,1,1\n",
                                        "c.csv", {});
        QVERIFY(!track.ok());
        QCOMPARE(track.error().problems.size(), std::size_t(3));
        QVERIFY(track.error().text().find("line 3") != std::string::npos);
    }

    void hostileCsvIsRefused() {
        for (const std::string &text :
             {std::string(), std::string("#"), std::string("\n\n\n"), std::string("0,0,1,1\n"),
              std::string("0,0,1,1\n0,0,1,1\n0,0,1,1\n"), std::string(100'000, ','),
              std::string("0,0,1,1\n1,0,1,1\n2,0,1,1\n"), std::string(1000, '\0'),
              std::string("1e308,0,1,1\n1,0,1,1\n2,2,1,1\n"),
              std::string("# x_m\n0,0,1,1\n1,0,1,1\n1,1,1,1\n")})
            QVERIFY(!trackFromCsv(text, "c.csv", {}).ok());
    }

    void publishedCircuitsHaveTheirLengths_data() {
        QTest::addColumn<QString>("file");
        for (const char *name : {"tumftm-Spielberg", "tumftm-Monza", "tumftm-BrandsHatch",
                                 "f1tenth-Spielberg_centerline", "f1tenth-Oschersleben_centerline"})
            QTest::newRow(name) << QString(name) + ".csv";
    }
    void publishedCircuitsHaveTheirLengths() {
        QFETCH(const QString, file);
        if (!QFile::exists(kShared + file))
            QSKIP("the published tracks are not here");
        const auto track = importTrack((kShared + file).toStdString(), unnamed());
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        const double sum = polylineSum(kShared + file);
        QVERIFY(std::abs(double(track->length()) - sum) < 1e-5 * sum);
        QCOMPARE(everyClaim(*track), QString());
        QCOMPARE(track->checkpoints.size(), std::size_t(19));
    }

    void circuitsShrinkToATargetWidth() {
        const QString file = kShared + "tumftm-Spielberg.csv";
        if (!QFile::exists(file))
            QSKIP("the published tracks are not here");
        TrackOptions options;
        options.targetWidth = 2.0;
        options.direction = TrackDirection::CounterClockwise;
        const auto track = importTrack(file.toStdString(), options);
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QVERIFY(track->minWidth() > 1.8f && track->minWidth() < 2.0f);
        QVERIFY(track->counterClockwise());
        QCOMPARE(everyClaim(*track), QString());
    }

    void racelinesWithoutWidthsSayWhatIsMissing() {
        const QString file = kShared + "f1tenth-Spielberg_raceline.csv";
        if (!QFile::exists(file))
            QSKIP("the published tracks are not here");
        const auto track = importTrack(file.toStdString(), {});
        QVERIFY(!track.ok());
        QVERIFY(track.error().text().find("w_tr_right_m") != std::string::npos);
    }

    // Lengths of earlier measurements: 28.5 to 30.6 m, on a drawing a few centimetres wider than
    // this picture. Twice the largest distance to a wall cell is an upper bound of the widths.
    void portoHasItsLengthAndWidths() {
        if (!QFile::exists(kShared + "porto.yaml"))
            QSKIP("the published tracks are not here");
        const auto track = importTrack((kShared + "porto.yaml").toStdString(), unnamed());
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QCOMPARE(track->name, std::string("porto"));
        QCOMPARE(track->walls.size(), std::size_t(2));
        QVERIFY(track->length() > 28.5f && track->length() < 30.9f);
        QVERIFY(track->minWidth() > 1.0f && track->minWidth() < 1.35f);
        QVERIFY(track->maxWidth() > 2.4f && track->maxWidth() < 2.75f);
        QCOMPARE(everyClaim(*track), QString());
        // 18,871 free pixels of 0.05 m.
        const double area = std::abs(signedArea(track->walls[0].points)) -
                            std::abs(signedArea(track->walls[1].points));
        QVERIFY(std::abs(area - 18871 * 0.0025) < 0.01 * 47.2);
    }

    void filesOfOtherKindsAreRefused() {
        QTemporaryDir folder;
        const auto write = [&folder](const char *name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write("a.bmp", "BM");
        write("b.yaml", "image: nowhere.pgm\nresolution: 0.05\norigin: [0, 0, 0]\n");
        write("c.yaml", "image: a.bmp\nresolution: 0.05\norigin: [0, 0, 0]\n");
        write("d.yaml", "image: .\nresolution: 0.05\norigin: [0, 0, 0]\n");
        for (const char *name : {"a.bmp", "b.yaml", "c.yaml", "d.yaml", "none.csv", "none.yaml"})
            QVERIFY(!importTrack(folder.filePath(name).toStdString(), {}).ok());
    }
};

QTEST_GUILESS_MAIN(TestTrackImport)
#include "test_track_import.moc"

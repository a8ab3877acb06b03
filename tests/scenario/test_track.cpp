// Tracks made from centre lines, their documents, and places on them.
#include "core/scenario/track_builder.h"
#include "core/scenario/track_drawings.h"
#include "tests/support/track_claims.h"

#include <QFile>
#include <QtTest>

using namespace paddock;
using namespace paddock::test;

namespace {

constexpr float kRadius = 5, kLeft = 0.8f, kRight = 0.6f;

// Counter-clockwise unless told otherwise; the left is inside.
Result<Track> ringTrack(TrackOptions options = {}, float left = kLeft) {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 400; ++i) {
        const double a = 2 * M_PI * i / 400;
        points.push_back({float(kRadius * std::cos(a)), float(kRadius * std::sin(a))});
        widths.push_back({left, kRight});
    }
    return trackFromCenterline(points, widths, options);
}

QString shipped(const std::string &name) {
    return QString(PADDOCK_SOURCE_DIR "/scenarios/tracks/%1.json").arg(name.c_str());
}

std::string replaced(std::string text, const std::string &from, const std::string &to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "" : text.replace(at, from.size(), to);
}

} // namespace

class TestTrack : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aRingHasTheLengthOfItsCircle() {
        const auto track = ringTrack();
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QVERIFY(std::abs(track->length() - 2 * float(M_PI) * kRadius) < 0.01f);
        QVERIFY(std::abs(track->minWidth() - 1.4f) < 1e-4f);
        QVERIFY(std::abs(track->maxWidth() - 1.4f) < 1e-4f);
        QVERIFY(track->counterClockwise());
    }

    void wallsOfARingAreCirclesAtTheWidths() {
        const auto track = ringTrack();
        for (const Vec2 p : track->walls[0].points)
            QVERIFY(std::abs(length(p) - (kRadius - kLeft)) < 1e-3f);
        for (const Vec2 p : track->walls[1].points)
            QVERIFY(std::abs(length(p) - (kRadius + kRight)) < 1e-3f);
        QCOMPARE(everyClaim(*track), QString());
    }

    void nineteenCheckpointsReachFromWallToWall() {
        const auto track = ringTrack();
        QCOMPARE(track->checkpoints.size(), std::size_t(19));
        for (const TrackCheckpoint &c : track->checkpoints) {
            QVERIFY(std::abs(length(c.left) - (kRadius - kLeft)) < 0.01f);
            QVERIFY(std::abs(length(c.right) - (kRadius + kRight)) < 0.01f);
        }
    }

    void theOtherWayRoundSwapsTheSides() {
        TrackOptions options;
        options.direction = TrackDirection::Clockwise;
        const auto track = ringTrack(options);
        QVERIFY(!track->counterClockwise());
        QCOMPARE(track->rightWidth[0], kLeft);
        QCOMPARE(track->leftWidth[0], kRight);
        QVERIFY(length(track->centre[0] - Vec2{kRadius, 0}) < 1e-3f);
        QCOMPARE(everyClaim(*track), QString());
    }

    void scaleMultipliesAllLengths() {
        TrackOptions options;
        options.scale = 2;
        const auto track = ringTrack(options);
        QVERIFY(std::abs(track->length() - 4 * float(M_PI) * kRadius) < 0.02f);
        QVERIFY(std::abs(track->minWidth() - 2.8f) < 1e-3f);
    }

    void targetWidthSetsTheMedianWidth() {
        TrackOptions options;
        options.targetWidth = 2.1;
        const auto track = ringTrack(options);
        QVERIFY(std::abs(track->minWidth() - 2.1f) < 1e-3f);
        QVERIFY(std::abs(track->length() - 1.5f * 2 * float(M_PI) * kRadius) < 0.02f);
    }

    // A square's inner offset crosses itself at every rounded corner that is tighter than the
    // width.
    void innerLoopsOfTightBendsAreCutOff() {
        std::vector<Vec2> points;
        std::vector<TrackWidths> widths;
        const Vec2 corners[4] = {{4, 4}, {-4, 4}, {-4, -4}, {4, -4}};
        for (int c = 0; c < 4; ++c)
            for (int i = 0; i <= 12; ++i) {
                const double a = M_PI / 2 * c + M_PI / 2 * i / 12;
                points.push_back(corners[c] +
                                 Vec2{float(0.3 * std::cos(a)), float(0.3 * std::sin(a))});
                widths.push_back({0.9f, 0.7f});
            }
        const auto track = trackFromCenterline(points, widths, {});
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QCOMPARE(wallsAreSimpleAndApart(*track), QString());
        // What is left inside is a square with sides of 2 x (4.3 - 0.9) m.
        QVERIFY(std::abs(std::abs(signedArea(track->walls[0].points)) - 6.8 * 6.8) < 0.05);
        for (const float width : track->leftWidth)
            QVERIFY(width <= 0.9001f && width > 0.3f);
    }

    void aWidthBeyondTheRadiusIsRefused() { QVERIFY(!ringTrack({}, 6).ok()); }

    void aFigureOfEightIsRefused() {
        std::vector<Vec2> points;
        std::vector<TrackWidths> widths;
        for (int i = 0; i < 200; ++i) {
            const double a = 2 * M_PI * i / 200;
            points.push_back({float(6 * std::sin(a)), float(4 * std::sin(2 * a))});
            widths.push_back({0.3f, 0.3f});
        }
        QVERIFY(!trackFromCenterline(points, widths, {}).ok());
    }

    void allBadNumbersAreNamed() {
        std::vector<Vec2> points{{0, 0}, {NAN, 0}, {5, 5}, {0, 5}};
        std::vector<TrackWidths> widths(4, {0.5f, 0.5f});
        widths[2].left = -1;
        const auto track = trackFromCenterline(points, widths, {});
        QVERIFY(!track.ok());
        QCOMPARE(track.error().problems.size(), std::size_t(2));
    }

    void offsetIsSignedDistanceFromTheCentre() {
        const TrackCourse course(*ringTrack());
        const TrackPlace inside = course.locate({0, kRadius - 0.5f});
        QVERIFY(std::abs(inside.offset - 0.5f) < 1e-3f);
        QVERIFY(std::abs(inside.s - float(M_PI) / 2 * kRadius) < 0.01f);
        QVERIFY(std::abs(course.locate({-kRadius - 0.4f, 0}).offset + 0.4f) < 1e-3f);
    }

    void aHintGivesTheSamePlaceAsLookingEverywhere() {
        const auto track = drawnTrack("porto_like");
        const TrackCourse course(*track);
        std::size_t hint = 0;
        for (float s = 0; s < 2 * course.length(); s += 0.17f) {
            const Pose pose = course.poseAt(s);
            const Vec2 p = pose.toParent({0, 0.3f * std::sin(s)});
            const TrackPlace near = course.locate(p, hint), everywhere = course.locate(p);
            QVERIFY(std::abs(course.signedDistance(near.s, everywhere.s)) < 1e-3f);
            hint = near.segment;
        }
    }

    void aHintNeverJumpsToTheTrackBeside() {
        const auto track = drawnTrack("hairpins");
        const TrackCourse course(*track);
        const TrackPlace start = course.locate({5, 0});
        // Nearer to the parallel straight at y = 2.5 than to the one it came from.
        const TrackPlace place = course.locate({5, 1.6f}, start.segment);
        QVERIFY(std::abs(course.signedDistance(start.s, place.s)) < 0.5f);
    }

    void poseAtInvertsLocate() {
        const auto track = drawnTrack("oval");
        const TrackCourse course(*track);
        for (float s = 0.05f; s < course.length(); s += 0.31f)
            QVERIFY(std::abs(course.locate(course.poseAt(s).position).s - s) < 1e-3f);
        QVERIFY(length(course.poseAt(-1).position - course.poseAt(course.length() - 1).position) <
                1e-4f);
    }

    void distancesWrapAtTheLine() {
        const TrackCourse course(*ringTrack());
        const float l = course.length();
        QVERIFY(std::abs(course.distanceAhead(l - 1, 1) - 2) < 1e-4f);
        QVERIFY(std::abs(course.distanceAhead(1, l - 1) - (l - 2)) < 1e-4f);
        QVERIFY(std::abs(course.signedDistance(1, l - 1) + 2) < 1e-4f);
    }

    void aDocumentReadsBackToTheLastBit() {
        const auto track = ringTrack();
        const auto back = readTrack(writeTrack(*track), "ring.json");
        QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
        QVERIFY(*back == *track);
    }

    void wrongDocumentsAreRefusedWithAPointer_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *from, const char *to, const char *where) {
            QTest::newRow(name) << from << to << where;
        };
        row("format", "paddock-track", "geojson", "/format");
        row("version", "\"version\": 1", "\"version\": 2", "/version");
        row("no walls", "\"walls\"", "\"wals\"", "/walls");
        row("hint", "\"walls\"", "\"wals\"", "perhaps \"walls\"");
        row("infinite", "[5, 0, 0.8, 0.6]", "[5, 1e300, 0.8, 0.6]", "/centre/0/1");
        row("text", "[5, 0, 0.8, 0.6]", "[5, \"x\", 0.8, 0.6]", "/centre/0/1");
        row("too few", "[5, 0, 0.8, 0.6]", "[5, 0, 0.8]", "/centre/0");
        row("negative width", "[5, 0, 0.8, 0.6]", "[5, 0, -0.8, 0.6]", "/centre/0/2");
        row("far away", "[5, 0, 0.8, 0.6]", "[5e7, 0, 0.8, 0.6]", "/centre/0");
        row("crossing", "[5, 0, 0.8, 0.6]", "[-5.05, 0, 0.8, 0.6]", "/centre");
        row("height", "\"height\": 0.33", "\"height\": -1", "/walls/0/height");
        row("side", "\"side\": \"left\"", "\"side\": \"up\"", "/starts/0/side");
        row("start key", "\"side\": \"left\"", "\"sid\": \"left\"", "/starts/0/sid");
    }
    void wrongDocumentsAreRefusedWithAPointer() {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, where);
        const std::string text =
            replaced(writeTrack(*ringTrack()), from.toStdString(), to.toStdString());
        QVERIFY(!text.empty());
        const auto track = readTrack(text, "t.json");
        QVERIFY(!track.ok());
        QVERIFY2(track.error().text().find(where.toStdString()) != std::string::npos,
                 track.error().text().c_str());
    }

    void checkpointsOutOfOrderAreRefused() {
        Track track = *ringTrack();
        std::swap(track.checkpoints[4], track.checkpoints[9]);
        QVERIFY(!readTrack(writeTrack(track), "t.json").ok());
        track = *ringTrack();
        std::swap(track.checkpoints[4].left, track.checkpoints[4].right);
        QVERIFY(!readTrack(writeTrack(track), "t.json").ok());
    }

    void wallsThatCrossEachOtherAreRefused() {
        Track track = *ringTrack();
        // The outer wall as a circle round the hole's edge.
        for (Vec2 &p : track.walls[1].points)
            p = p * (4.2f / length(p)) + Vec2{0.2f, 0};
        const auto back = readTrack(writeTrack(track), "t.json");
        QVERIFY(!back.ok());
        QVERIFY(back.error().text().find("crosses wall 0") != std::string::npos);
    }

    void everyTruncationIsAnError() {
        TrackOptions options;
        options.spacing = 1;
        const std::string text = writeTrack(*ringTrack(options));
        for (std::size_t size = 0; size + 3 < text.size(); size += 7)
            QVERIFY(!readTrack(text.substr(0, size), "t.json").ok());
    }

    void damagedBytesNeverCrash() {
        TrackOptions options;
        options.spacing = 1;
        const std::string text = writeTrack(*ringTrack(options));
        std::uint32_t state = 7;
        for (int round = 0; round < 2000; ++round) {
            std::string damaged = text;
            for (int k = 0; k < 3; ++k) {
                state = state * 1664525u + 1013904223u;
                damaged[state % damaged.size()] = char(state >> 24);
            }
            const auto track = readTrack(damaged, "t.json");
            QVERIFY(track.ok() || !track.error().problems.empty());
        }
    }

    void hostileSizesAreRefused() {
        QVERIFY(!readTrack(std::string(100'000, '['), "t.json").ok());
        QVERIFY(!readTrack(std::string(kMaxTrackBytes + 1, ' '), "t.json").ok());
        std::string many = "{\"format\": \"paddock-track\", \"version\": 1, \"centre\": [";
        for (std::size_t i = 0; i <= kMaxCentrePoints; ++i)
            many += "[0, 0, 1, 1],";
        many.back() = ']';
        const auto track = readTrack(many + "}", "t.json");
        QVERIFY(!track.ok() && track.error().text().find("/centre") != std::string::npos);
    }

    void shippedTracksAreWhatTheDrawingsSay_data() {
        QTest::addColumn<QString>("name");
        for (const std::string &name : drawnTrackNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void shippedTracksAreWhatTheDrawingsSay() {
        QFETCH(const QString, name);
        QFile file(shipped(name.toStdString()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto track = drawnTrack(name.toStdString());
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        QVERIFY(file.readAll().toStdString() == writeTrack(*track));
    }

    void shippedTracksAreSoundAndWideEnough() {
        QVERIFY(drawnTrackNames().size() >= 3);
        for (const std::string &name : drawnTrackNames()) {
            const auto track = loadTrack(shipped(name).toStdString());
            QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
            QCOMPARE(track->checkpoints.size(), std::size_t(19));
            QVERIFY(track->minWidth() > 0.6f);
            QCOMPARE(everyClaim(*track), QString());
        }
    }

    // Spec of the racing study: 28 to 31 m round, 1.3 to 2.7 m wide.
    void portoLikeHasTheSizeOfPorto() {
        const auto track = drawnTrack("porto_like");
        QVERIFY(track->length() > 28 && track->length() < 31);
        QVERIFY(track->minWidth() > 1.29f && track->minWidth() < 1.4f);
        QVERIFY(track->maxWidth() > 2.5f && track->maxWidth() < 2.72f);
    }
};

QTEST_GUILESS_MAIN(TestTrack)
#include "test_track.moc"

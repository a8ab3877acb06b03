#include "core/scenario/polyline.h"
#include "core/scenario/track_builder.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_drawings.h"
#include "core/scenario/track_edit.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace paddock;

namespace {

constexpr float kRadius = 4, kWidth = 1; // m; widths to each side

// A circle with a point every 3 degrees.
Track circle() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 120; ++i) {
        points.push_back(rotated({kRadius, 0}, float(i) * 2 * kPi / 120));
        widths.push_back({kWidth, kWidth});
    }
    TrackOptions options;
    options.checkpoints = 8;
    const Result<Track> track = trackFromCenterline(points, widths, options);
    return track ? *track : Track{};
}

double farthestFrom(const std::vector<Vec2> &points, std::span<const Vec2> line) {
    double most = 0;
    for (const Vec2 p : points)
        most = std::max(most, distanceTo(line, p));
    return most;
}

} // namespace

class TestTrackEdit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void movedControlLandsWhereItWasDropped() {
        const Track track = circle();
        const auto controls = controlsOf(track);
        const Track moved = withControlMoved(track, 3, {1, 5});
        QVERIFY(length(moved.centre[controls[3]] - Vec2{1, 5}) < 1e-4f);
        QCOMPARE(moved.controls, controls);
    }
    void neighboursAndWhatLiesBeyondStay() {
        const Track track = circle();
        const auto controls = controlsOf(track);
        const Track moved = withControlMoved(track, 3, {1, 5});
        for (std::size_t i = 0; i < track.centre.size(); ++i)
            if (i <= controls[2] || i >= controls[4])
                QCOMPARE(moved.centre[i], track.centre[i]);
        // A longer reach takes the neighbours along and leaves the next ones.
        const Track wide = withControlMoved(track, 3, {1, 5}, 2);
        QVERIFY(wide.centre[controls[4]] != track.centre[controls[4]]);
        QCOMPARE(wide.centre[controls[5]], track.centre[controls[5]]);
        QCOMPARE(wide.centre[controls[1]], track.centre[controls[1]]);
    }
    void wallsOfADrawnTrackFollowTheLine() {
        const Track track = circle();
        QVERIFY(wallsFollowLine(track));
        const auto controls = controlsOf(track);
        const Vec2 place = track.centre[controls[0]];
        const Track moved = withControlMoved(track, 0, place * 1.05f);
        QVERIFY(wallsFollowLine(moved));
        // The outer wall lies a width outside of the point that went out by 5 %.
        const Vec2 outside = place * ((kRadius * 1.05f + kWidth) / kRadius);
        double nearest = 1e9;
        for (const TrackWall &wall : moved.walls)
            nearest = std::min(nearest, distanceTo(wall.points, outside));
        QVERIFY2(nearest < 0.01, qPrintable(QString::number(nearest)));
        QVERIFY(validate(moved, "t").empty());
    }
    void tracedWallsMoveAlongAndKeepTheirShape() {
        Track track = circle();
        // A dent that no offset of the line has.
        TrackWall &wall = track.walls[1];
        wall.points[0] = wall.points[0] * 1.1f;
        QVERIFY(!wallsFollowLine(track));
        const Vec2 dent = wall.points[0];
        const Track moved = withControlMoved(track, 0, track.centre[0] + Vec2{0.3f, 0});
        QVERIFY(length(moved.walls[1].points[0] - dent - Vec2{0.3f, 0}) < 0.02f);
        // Far away nothing moves.
        QVERIFY(std::count(wall.points.begin(), wall.points.end(), moved.walls[1].points[0]) == 0);
        std::size_t same = 0;
        for (std::size_t i = 0; i < wall.points.size(); ++i)
            same += moved.walls[1].points[i] == wall.points[i] ? 1 : 0;
        QVERIFY(same > wall.points.size() / 2);
    }
    void widthsEndWhereTheyAreSet() {
        const Track track = circle();
        const auto controls = controlsOf(track);
        const Track wider = withControlWidths(track, 2, 0.6f, 1.4f);
        QCOMPARE(wider.leftWidth[controls[2]], 0.6f);
        QCOMPARE(wider.rightWidth[controls[2]], 1.4f);
        QCOMPARE(wider.leftWidth[controls[3]], track.leftWidth[controls[3]]);
        QCOMPARE(wider.centre, track.centre);
    }
    void checkpointsAndStartsAreTakenAlong() {
        const Track track = circle();
        const std::size_t at = 2; // of 8: at 90 degrees
        const auto controls = controlsOf(track);
        std::size_t top = 0;
        for (std::size_t i = 0; i < controls.size(); ++i)
            if (track.centre[controls[i]].y > track.centre[controls[top]].y)
                top = i;
        const Track moved =
            withControlMoved(track, top, track.centre[controls[top]] + Vec2{0, 0.4f}, 2);
        QVERIFY(moved.checkpoints[at] != track.checkpoints[at]);
        QVERIFY(std::abs(moved.checkpoints[at].left.y - track.checkpoints[at].left.y - 0.4f) <
                0.05f);
        QCOMPARE(moved.checkpoints[6], track.checkpoints[6]); // on the other side
        QVERIFY(validate(moved, "t").empty());
    }
    void insertedControlLeavesTheLine() {
        const Track track = circle();
        std::size_t control = 0;
        const Vec2 near = rotated({kRadius, 0}, 0.2f);
        const Track more = withControlInserted(track, near, control);
        QCOMPARE(more.controls.size(), controlsOf(track).size() + 1);
        QVERIFY(length(more.centre[more.controls[control]] - near) < 0.15f);
        QVERIFY(farthestFrom(more.centre, track.centre) < 1e-3);
        QVERIFY(farthestFrom(track.centre, more.centre) < 1e-3);
        QCOMPARE(more.walls, track.walls);
    }
    void insertedControlOnALongSegmentIsAPointOfItsOwn() {
        Track track;
        track.centre = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
        track.leftWidth = {1, 1, 2, 1};
        track.rightWidth = {1, 1, 1, 1};
        std::size_t control = 0;
        const Track more = withControlInserted(track, {10, 5}, control);
        QCOMPARE(more.centre.size(), std::size_t(5));
        QCOMPARE(more.centre[2], (Vec2{10, 5}));
        QCOMPARE(more.leftWidth[2], 1.5f);
        QCOMPARE(more.controls[control], std::uint32_t(2));
    }
    void removedControlOfACircleStaysNearTheCircle() {
        const Track track = circle();
        const std::size_t before = controlsOf(track).size();
        const Track fewer = withControlRemoved(track, 4);
        QCOMPARE(fewer.controls.size(), before - 1);
        for (const Vec2 p : fewer.centre)
            QVERIFY(std::abs(length(p) - kRadius) < 0.02f);
    }
    void fourControlsAreTheFewest() {
        Track track = circle();
        track.controls = {0, 30, 60, 90};
        QCOMPARE(withControlRemoved(track, 1), track);
    }
    void reversedTwiceIsTheSame() {
        const Track track = circle();
        const Track once = reversed(track);
        QVERIFY(once.counterClockwise() != track.counterClockwise());
        QVERIFY(validate(once, "t").empty());
        const Track twice = reversed(once);
        QCOMPARE(twice.centre, track.centre);
        QCOMPARE(twice.checkpoints, track.checkpoints);
        for (std::size_t i = 0; i < track.starts.size(); ++i)
            QVERIFY(length(twice.starts[i].pose.position - track.starts[i].pose.position) < 2e-3f);
    }
    void slotsOfAReversedTrackStandBehindTheLine() {
        const Track track = reversed(circle());
        const TrackCourse course(track);
        for (const StartSlot &slot : track.starts) {
            const TrackPlace place = course.locate(slot.pose.position);
            QVERIFY(course.length() - place.s < 4 * 0.85f); // 4 slots, 0.8 m apart
            QVERIFY(std::abs(wrapAngle(slot.pose.yaw - course.poseAt(place.s).yaw)) < 0.1f);
            QCOMPARE(place.offset > 0, slot.side == TrackSide::Left);
        }
    }
    void scaledWidthsScaleAreaBetweenTheWalls() {
        const Track track = circle();
        const Track wider = widthsScaled(track, 1.5);
        const auto area = [](const Track &t) {
            return std::abs(std::abs(signedArea(t.walls[0].points)) -
                            std::abs(signedArea(t.walls[1].points)));
        };
        // An annulus about a circle of radius r and width w has the area 2 pi r w.
        QVERIFY(std::abs(area(wider) / area(track) - 1.5) < 0.01);
    }
    void smoothingShrinksACircleByItsSecondDerivative() {
        // The heat flow of a circle: radius r becomes r exp(-var / (2 r^2)) with var = (l / 4)^2.
        const Track smooth = smoothed(circle(), 1.2f);
        const double wanted = double(kRadius) * std::exp(-0.09 / 2 / 16);
        for (const Vec2 p : smooth.centre)
            QVERIFY(std::abs(double(length(p)) - wanted) < 2e-3);
    }
    void evenCheckpointsLieAtEqualDistances() {
        const Track track = withEvenCheckpoints(circle(), 12);
        QCOMPARE(track.checkpoints.size(), std::size_t(12));
        const TrackCourse course(track);
        for (std::size_t i = 0; i < 12; ++i) {
            const float s = course.checkpointPlace(i).value_or(-1);
            const float wanted = course.length() * float(i) / 12;
            QVERIFY(std::abs(course.signedDistance(s, wanted)) < 0.02f);
        }
        QVERIFY(validate(track, "t").empty());
    }
    void resampledLineKeepsItsShape() {
        const Track track = circle();
        const Track coarse = resampled(track, 0.5f);
        QVERIFY(coarse.centre.size() < track.centre.size());
        QVERIFY(farthestFrom(coarse.centre, track.centre) < 1e-3);
    }
    void controlsSurviveTheDocument() {
        std::size_t control = 0;
        const Track track = withControlInserted(circle(), {kRadius, 0.5f}, control);
        const Result<Track> read = readTrack(writeTrack(track), "t");
        QVERIFY(read.ok());
        QCOMPARE(*read, track);
    }
    void controlsOutOfOrderAreRefused() {
        Track track = circle();
        track.controls = {5, 3};
        QCOMPARE(validate(track, "t").size(), std::size_t(1));
        track.controls = {5, 5000};
        QVERIFY(!readTrackDraft(writeTrack(track), "t"));
    }
    void crossingLinesAreADraft() {
        Track track = circle();
        track.walls[0].points[3] = track.walls[0].points[3] * -1.5f;
        QVERIFY(!readTrack(writeTrack(track), "t"));
        const Result<Track> draft = readTrackDraft(writeTrack(track), "t");
        QVERIFY(draft.ok());
        QCOMPARE(*draft, track);
    }
};

QTEST_APPLESS_MAIN(TestTrackEdit)
#include "test_track_edit.moc"

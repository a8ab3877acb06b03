// Claims about what stands on a road: which walls are its edges, what an obstacle's shape is, and
// what a person does to it.
#include "core/scenario/polyline.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/scene_edit.h"
#include "core/scenario/track.h"
#include "core/scenario/track_builder.h"
#include "core/scenario/track_drawings.h"
#include "core/scenario/track_edit.h"
#include "core/scenario/track_obstacles.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace paddock;

namespace {

constexpr float kDegree = kPi / 180;

// A road of 2 m about a circle of 3 m, counter-clockwise: the left edge is the inner one.
Track ring() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 180; ++i) {
        points.push_back(rotated({3, 0}, float(i) * 2 * kDegree));
        widths.push_back({1, 1});
    }
    TrackOptions options;
    options.checkpoints = 8;
    const auto track = trackFromCenterline(points, widths, options);
    if (!track)
        qFatal("%s", track.error().text().c_str());
    return *track;
}
Scenario raceOn(Track track) {
    Scenario s = presetScenario("paper", ScenarioKind::Racing);
    s.track = std::make_shared<const Track>(std::move(track));
    return s;
}
// The ring with boxes of 0.3 m, each at its angle (degrees) and radius (m).
Track ringWith(const std::vector<Vec2> &places) {
    Track track = ring();
    for (const Vec2 place : places)
        track.walls.push_back(
            boxObstacle({rotated({place.y, 0}, place.x * kDegree), 0}, {0.3f, 0.3f}, 0.33f));
    return track;
}
constexpr SceneItem kFirst{SceneItemKind::Obstacle, 0};

} // namespace

class TestTrackObstacles : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ourTracksHaveEdgesAlone() {
        for (const std::string &name : drawnTrackNames()) {
            const Track track = *drawnTrack(name);
            QVERIFY2(obstaclesOf(track).empty(), name.c_str());
            const TrackEdges edges = *edgesOf(track);
            QVERIFY(edges.left != edges.right);
            // Independent: the left edge of a line driven counter-clockwise lies within it.
            const auto &left = track.walls[edges.left].points;
            QCOMPARE(encloses(track.centre, left.front()), track.counterClockwise());
        }
    }
    void boxesOnTheRoadAreObstaclesWhereverTheyStand() {
        // Left of the line, on it, right of it, half through an edge, and outside.
        const Track track = ringWith({{20, 2.4f}, {80, 3}, {140, 3.6f}, {200, 4}, {260, 5}});
        QCOMPARE(*edgesOf(track), *edgesOf(ring()));
        QCOMPARE(obstaclesOf(track), (std::vector<std::size_t>{2, 3, 4, 5, 6}));
    }
    void theOrderOfWallsDoesNotMatter() {
        Track track = ringWith({{20, 2.4f}, {80, 3}});
        std::swap(track.walls[0], track.walls[3]);
        QCOMPARE(obstaclesOf(track), (std::vector<std::size_t>{0, 2}));
    }
    // A long barrier beside the inner edge is larger than that edge's own little island.
    void anObstacleMayBeLargerThanTheInnerEdge() {
        Track track = ring();
        for (float &width : track.leftWidth)
            width = 2.8f;
        const std::size_t inner = edgesOf(track)->left;
        for (Vec2 &p : track.walls[inner].points)
            p = p * 0.1f; // of 2 m
        track.walls.push_back(boxObstacle({{1.2f, 0}, kPi / 2}, {1.2f, 0.4f}, 0.33f));
        QVERIFY(std::abs(signedArea(track.walls.back().points)) >
                std::abs(signedArea(track.walls[inner].points)));
        QCOMPARE(obstaclesOf(track), (std::vector<std::size_t>{2}));
    }
    void edgesMovedByHandAreEdges() {
        Track track = ringWith({{80, 3}});
        for (std::size_t w = 0; w < 2; ++w)
            track.walls[w].points[3] = track.walls[w].points[3] * 1.2f;
        QVERIFY(!wallsFollowLine(track));
        QCOMPARE(obstaclesOf(track), (std::vector<std::size_t>{2}));
    }
    void boxesGiveTheirShapeBack() {
        for (const float degrees : {-179.0f, -90.0f, -31.5f, 0.0f, 12.0f, 45.0f, 90.0f, 135.0f}) {
            const Pose pose{{-7.25f, 4.5f}, degrees * kDegree};
            const ObstacleShape shape = shapeOf(boxObstacle(pose, {0.8f, 0.25f}, 0.2f));
            QVERIFY(shape.size && length(*shape.size - Vec2{0.8f, 0.25f}) < 5e-5f);
            QVERIFY(length(shape.pose.position - pose.position) < 2e-5f);
            QVERIFY(std::abs(wrapAngle(shape.pose.yaw - pose.yaw)) < 1e-4f);
        }
        TrackWall kite{0.3f, {{0, 0}, {1, -0.2f}, {2, 0}, {1, 0.4f}}};
        QVERIFY(!shapeOf(kite).size);
        kite.points = {{0, 0}, {1, 0.2f}, {1, 0.7f}, {0, 0.5f}}; // slanted
        QVERIFY(!shapeOf(kite).size);
    }
    // Two squares of 0.3 m beside each other: corners, sides, and one within another.
    void gapsAndOverlapsOfBoxes() {
        const auto box = [](float x, float y, float side, float degrees = 0) {
            return boxObstacle({{x, y}, degrees * kDegree}, {side, side}, 0.3f).points;
        };
        const auto a = box(0, 0, 0.3f);
        const auto beside = gapBetween(a, box(0.5f, 0.1f, 0.3f), 1);
        QVERIFY(beside && std::abs(beside->width - 0.2) < 1e-4);
        QVERIFY(std::abs(beside->at.x - 0.25f) < 1e-4f);
        const auto corner = gapBetween(a, box(0.6f, 0.7f, 0.3f), 1); // 0.3 and 0.4 apart
        QVERIFY(corner && std::abs(corner->width - 0.5) < 1e-4);
        QVERIFY(!gapBetween(a, box(0.6f, 0.7f, 0.3f), 0.4));
        QVERIFY(!overlap(a, box(0.5f, 0.1f, 0.3f)));
        QVERIFY(overlap(a, box(0.29f, 0.1f, 0.3f)));
        QVERIFY(overlap(a, box(0.02f, 0.01f, 0.1f)) && overlap(box(0.02f, 0.01f, 0.1f), a));
        // Turned by 45 degrees its corner reaches 0.2121 m.
        QVERIFY(overlap(a, box(0.36f, 0, 0.3f, 45)) && !overlap(a, box(0.37f, 0, 0.3f, 45)));
        QCOMPARE(gapBetween(a, box(0.36f, 0, 0.3f, 45), 1)->width, 0.0);
    }

    void aNewOneIsASquareTurnedAlongTheRoad() {
        const Scenario s = raceOn(ring());
        const Vec2 at = rotated({3.2f, 0}, 40 * kDegree);
        const Inserted put = inserted(s, SceneLayer::Obstacles, at);
        QCOMPARE(put.item, kFirst);
        const TrackWall &wall = put.scenario.track->walls.back();
        const ObstacleShape shape = shapeOf(wall);
        QVERIFY(length(shape.pose.position - at) < 2e-5f);
        QVERIFY(shape.size && length(*shape.size - Vec2{0.3f, 0.3f}) < 5e-5f);
        QCOMPARE(wall.height, 0.33f);
        QVERIFY(std::abs(wrapAngle(shape.pose.yaw - 130 * kDegree)) < 0.03f); // along the circle
        QCOMPARE(itemName(put.scenario, put.item), std::string("Obstacle 1"));
        QVERIFY(!inserted(s, SceneLayer::Obstacles, {0, 0}).item); // within the inner edge
        QVERIFY(!inserted(s, SceneLayer::Obstacles, {9, 0}).item);
        QCOMPARE(*removed(put.scenario, put.item).track, *s.track);
    }
    void itIsDraggedAsAWhole() {
        const Scenario s = raceOn(ringWith({{80, 3}, {90, 3}}));
        const auto before = s.track->walls[3].points;
        const SceneItem second{SceneItemKind::Obstacle, 1};
        const Vec2 from = *itemPlace(s, second), to = from + Vec2{0.7f, -0.3f};
        const Scenario moved = dragged(s, second, to);
        QCOMPARE(moved.track->walls[2], s.track->walls[2]);
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(length(moved.track->walls[3].points[i] - before[i] - (to - from)) < 2e-5f);
        QCOMPARE(*dragged(s, second, from).track, *s.track);
    }
    void itsHandleTurnsIt() {
        const Scenario s = raceOn(ringWith({{80, 3}}));
        const SceneItem yaw{SceneItemKind::ObstacleYaw, 0};
        const Vec2 middle = *itemPlace(s, kFirst);
        QCOMPARE(*dragged(s, yaw, *itemPlace(s, yaw)).track, *s.track);
        const Scenario turned = dragged(s, yaw, middle + rotated({1, 0}, 33 * kDegree));
        const ObstacleShape shape = shapeOf(turned.track->walls[2]);
        QVERIFY(std::abs(shape.pose.yaw - 33 * kDegree) < 1e-4f);
        QVERIFY(length(shape.pose.position - middle) < 2e-5f);
        QVERIFY(shape.size && length(*shape.size - Vec2{0.3f, 0.3f}) < 5e-5f);
    }
    void numbersAreTyped() {
        Scenario s = raceOn(ringWith({{80, 3}}));
        const double typed[] = {0.25, 3.125, -30, 0.9, 0.12, 0.5};
        for (std::size_t field = 0; field < 6; ++field)
            s = *withItemField(s, kFirst, field, typed[field]);
        const auto fields = itemFields(s, kFirst);
        const char *const keys[] = {"x", "y", "heading", "length", "width", "height"};
        for (std::size_t field = 0; field < 6; ++field) {
            QCOMPARE(fields[field].key, std::string(keys[field]));
            QVERIFY(std::abs(fields[field].value - typed[field]) < 1e-9 + 1e-7);
        }
        QVERIFY(!withItemField(s, kFirst, 3, -1));
        QVERIFY(!withItemField(s, kFirst, 0, NAN));
    }
    // A corner pulled away with the walls' tool: no rectangle, moved and turned as it is.
    void otherShapesHaveAPlaceAndAHeight() {
        Track track = ringWith({{80, 3}});
        track.walls[2].points = {{0, 2.5f}, {0.6f, 2.5f}, {0.3f, 3.1f}}; // middle at (0.3, 2.7)
        Scenario s = raceOn(track);
        QCOMPARE(itemFields(s, kFirst).size(), std::size_t(3));
        s = *withItemField(s, kFirst, 0, 1.3);
        s = *withItemField(s, kFirst, 2, 0.7);
        QVERIFY(length(s.track->walls[2].points[2] - Vec2{1.3f, 3.1f}) < 2e-5f);
        QCOMPARE(s.track->walls[2].height, 0.7f);
        s = dragged(s, {SceneItemKind::ObstacleYaw, 0}, {1.3f, 4}); // from east to north
        QVERIFY(length(s.track->walls[2].points[2] - Vec2{0.9f, 2.7f}) < 2e-5f);
    }
    void bendingTheLineLeavesThemWhereTheyStand() {
        for (const bool traced : {false, true}) {
            Track track = ringWith({{0, 3}, {40, 3.5f}});
            if (traced)
                track.walls[1].points[30] = track.walls[1].points[30] * 1.05f;
            QCOMPARE(wallsFollowLine(track), !traced);
            const Track bent = withControlMoved(track, 0, track.centre[0] + Vec2{0.3f, 0}, 2);
            QVERIFY(bent.walls[0] != track.walls[0]);
            QCOMPARE(bent.walls[2], track.walls[2]);
            QCOMPARE(bent.walls[3], track.walls[3]);
        }
    }
    void checkpointsReachFromEdgeToEdge() {
        const Track with = ringWith({{0, 3.4f}, {45, 2.6f}});
        QCOMPARE(checkpointAt(with, 0), checkpointAt(ring(), 0));
        Track bare = ring();
        bare.checkpoints.resize(1);
        Track same = with;
        same.checkpoints = bare.checkpoints;
        QCOMPARE(withEvenCheckpoints(same, 8).checkpoints,
                 withEvenCheckpoints(bare, 8).checkpoints);
    }
    void aTrackWithObstaclesOnTheLineIsSound() {
        const Track track = ringWith({{20, 3}, {80, 2.5f}, {140, 3.6f}});
        const auto problems = validate(track, "t");
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().text().c_str());
        const Result<Track> back = readTrack(writeTrack(track), "t");
        QVERIFY(back && *back == track);
    }
    void anObstacleThroughAnEdgeIsNot() {
        // The sixth of its kind: every one is compared with the edges.
        const Track track = ringWith({{20, 3}, {60, 3}, {100, 3}, {140, 3}, {180, 3}, {220, 4}});
        const auto problems = validate(track, "t");
        QCOMPARE(problems.size(), std::size_t(1));
        QVERIFY(problems.front().text().find("/walls/7 crosses wall") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTrackObstacles)
#include "test_track_obstacles.moc"

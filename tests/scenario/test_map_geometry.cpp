// Claims about the crossing and the ways through it.
#include "core/scenario/map_geometry.h"
#include "core/scenario/track.h"
#include "core/scenario/track_drawings.h"
#include "core/scenario/track_obstacles.h"

#include <QtTest>

using namespace paddock;

namespace {
double area(const std::vector<Vec2> &polygon) {
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Vec2 a = polygon[i], b = polygon[(i + 1) % polygon.size()];
        twice += double(a.x) * b.y - double(a.y) * b.x;
    }
    return twice / 2;
}
} // namespace

class TestMapGeometry : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // Two crossing strips minus their overlap plus four rounded corners of r^2 (1 - pi / 4).
    void roadAreaIsTwoStripsWithRoundedCorners() {
        const IntersectionMap map;
        const double width = 4 * 0.30, length = 2 * map.halfSize, r = map.cornerRadius;
        const double expected = 2 * width * length - width * width + 4 * r * r * (1 - M_PI / 4);
        QVERIFY(std::abs(area(intersectionGeometry(map).road) - expected) < 0.002 * expected);
    }

    // Fig. 5a and the ego's published start offset (-1.19, +0.15) m, heading east.
    void westStartIsThePublishedPose() {
        const Route route = makeRoute({}, {}, 2, Turn::Straight);
        QVERIFY(length(route.start.position - Vec2{-1.19f, 0.15f}) < 1e-5f);
        QVERIFY(std::abs(route.start.yaw) < 1e-6f);
        QVERIFY(length(route.goalMiddle - Vec2{1.19f, 0.30f}) < 1e-5f);
        QCOMPARE(route.goals.size(), std::size_t(2));
    }

    void trafficSideMirrorsTheRoute() {
        IntersectionMap right;
        right.trafficSide = TrafficSide::Right;
        const Route route = makeRoute(right, {}, 2, Turn::Straight);
        QVERIFY(length(route.start.position - Vec2{-1.19f, -0.15f}) < 1e-5f);
    }

    void legsAreQuarterTurnsOfEachOther() {
        for (const Turn turn : {Turn::Straight, Turn::Left, Turn::Right})
            for (int leg = 0; leg < 4; ++leg) {
                const Route first = makeRoute({}, {}, 0, turn),
                            route = makeRoute({}, {}, leg, turn);
                const float angle = kPi / 2 * float(leg);
                QVERIFY(length(rotated(first.start.position, angle) - route.start.position) <
                        1e-5f);
                QVERIFY(length(rotated(first.goalMiddle, angle) - route.goalMiddle) < 1e-5f);
            }
    }

    void turnsEndOnTheLegTheyName() {
        // Heading east from the west leg: left ends north, right ends south.
        QVERIFY(makeRoute({}, {}, 2, Turn::Left).goalMiddle.y > 1.0f);
        QVERIFY(makeRoute({}, {}, 2, Turn::Right).goalMiddle.y < -1.0f);
    }

    void startAndGoalLieInTheCarriageway() {
        for (int leg = 0; leg < 4; ++leg)
            for (const Turn turn : {Turn::Straight, Turn::Left, Turn::Right})
                for (int lane = 0; lane < 2; ++lane) {
                    const Route route = makeRoute({}, {}, leg, turn, lane);
                    QVERIFY(std::abs(std::abs(lateralOffset(route, route.start.position)) - 0.15f) <
                            1e-4f);
                    QVERIFY(std::abs(lateralOffset(route, route.goalMiddle)) < 1e-4f);
                }
    }

    void lateralOffsetIsPositiveOnTheLeft() {
        const Route route = makeRoute({}, {}, 2, Turn::Straight); // heads east at y = 0.3
        QVERIFY(std::abs(lateralOffset(route, {0, 0.5f}) - 0.2f) < 1e-5f);
        QVERIFY(std::abs(lateralOffset(route, {-9, 0.1f}) + 0.2f) < 1e-5f); // beyond the end too
    }

    // The outline with its seam encloses the ring: outer area minus inner area.
    void trackRoadIsTheRingBetweenItsWalls() {
        const auto track = loadTrack(PADDOCK_SOURCE_DIR "/scenarios/tracks/oval.json");
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        const double ring = std::abs(std::abs(area(track->walls[0].points)) -
                                     std::abs(area(track->walls[1].points)));
        const MapGeometry geometry = trackGeometry(*track);
        QVERIFY(std::abs(area(geometry.road) - ring) < 1e-3 * ring);
        QVERIFY(geometry.min.x < geometry.max.x);
    }

    // On the arc of a turn the distance to the corner tells the offset.
    void turnFollowsAQuarterCircle() {
        const Route route =
            makeRoute({}, {}, 2, Turn::Left); // near turn: radius 0.3 about (-0.6, 0.6)
        const Vec2 corner{-0.6f, 0.6f};
        for (const float a : {0.1f, 0.7f, 1.4f}) {
            const Vec2 point = corner + Vec2{std::sin(a), -std::cos(a)} * 0.4f;
            QVERIFY(std::abs(lateralOffset(route, point) + 0.1f) < 0.003f);
        }
    }
    void obstaclesAreNoEdgesOfTheRoad() {
        Track track = *drawnTrack("oval");
        const MapGeometry bare = trackGeometry(track);
        const TrackWall box = boxObstacle({track.centre[10], 0.4f}, {0.6f, 0.3f}, 0.2f);
        track.walls.insert(track.walls.begin(), box);
        const MapGeometry with = trackGeometry(track);
        QVERIFY(with.road == bare.road);
        QCOMPARE(with.paint.size(), bare.paint.size() + 1);
        QVERIFY(with.paint[0].kind == LineKind::Obstacle);
        QCOMPARE(with.paint[0].height, 0.2f);
        QVERIFY(with.paint[0].points.front() == with.paint[0].points.back());
        for (const PaintLine &line : bare.paint)
            QVERIFY(line.kind != LineKind::Obstacle);
    }
};

QTEST_GUILESS_MAIN(TestMapGeometry)
#include "test_map_geometry.moc"

// Tiles, polygons, meshes and trails of the scene, without GL.
#include "core/scenario/polyline.h"
#include "widgets/scene/frame_batches.h"
#include "widgets/scene/polygon.h"

#include <QTest>

#include <cmath>

using namespace paddock;

namespace {

double triangleArea(Vec2 a, Vec2 b, Vec2 c) {
    return 0.5 * double(cross(b - a, c - a));
}

// Sum of the signed areas of the triangles; equals the polygon's area only if they cover it once.
double areaOfTriangles(const std::vector<Vec2> &p, const std::vector<std::uint32_t> &triangles) {
    double area = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
        area += triangleArea(p[triangles[i]], p[triangles[i + 1]], p[triangles[i + 2]]);
    return area;
}

bool hasNegativeTriangle(const std::vector<Vec2> &p, const std::vector<std::uint32_t> &triangles) {
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
        if (triangleArea(p[triangles[i]], p[triangles[i + 1]], p[triangles[i + 2]]) < 0)
            return true;
    return false;
}

TileLayout layoutOf(int worlds) {
    return TileLayout(worlds, {-1.5f, -1.5f}, {1.5f, 1.5f}, 0.2f);
}

} // namespace

class TestSceneGeometry : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tileIndexSurvivesTheWayToItsPositionAndBack_data() {
        QTest::addColumn<int>("worlds");
        for (const int worlds : {1, 2, 3, 5, 24, 25, 26, 100})
            QTest::addRow("%d", worlds) << worlds;
    }
    void tileIndexSurvivesTheWayToItsPositionAndBack() {
        QFETCH(int, worlds);
        const TileLayout layout = layoutOf(worlds);
        for (int world = 0; world < worlds; ++world)
            for (const Vec2 off : {Vec2{0, 0}, Vec2{1.49f, 1.49f}, Vec2{-1.49f, 1.49f}})
                QCOMPARE(layout.worldAt(layout.origin(world) + off), world);
    }

    void gapBetweenTilesBelongsToNoWorld() {
        const TileLayout layout = layoutOf(4);
        QCOMPARE(layout.worldAt(layout.origin(0) + Vec2{1.6f, 0}), -1);
    }

    void emptyCellOfTheLastRowBelongsToNoWorld() {
        const TileLayout layout = layoutOf(3);
        QCOMPARE(layout.worldAt({layout.origin(1).x, layout.origin(2).y}), -1);
    }

    void worldZeroIsTopLeft() {
        const TileLayout layout = layoutOf(25);
        for (int world = 1; world < 25; ++world) {
            QVERIFY(layout.origin(0).x <= layout.origin(world).x);
            QVERIFY(layout.origin(0).y >= layout.origin(world).y);
        }
    }

    void twentyFiveWorldsMakeAFiveByFiveGrid() {
        const TileLayout layout = layoutOf(25);
        QCOMPARE(layout.columns(), 5);
        QCOMPARE(layout.rows(), 5);
    }

    void tilesOfNoWorldStillHaveBounds() {
        const TileLayout layout = layoutOf(0);
        QVERIFY(layout.boundsMax(-1).x > layout.boundsMin(-1).x);
        QCOMPARE(layout.worldAt({0, 0}), -1);
    }

    void unitSquareHasAreaOne() {
        const std::vector<Vec2> square{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        QCOMPARE(signedArea(square), 1.0);
    }

    void trianglesOfTheRoadCoverItsShoelaceArea_data() {
        QTest::addColumn<double>("radius");
        for (const double radius : {0.0, 0.05, 0.2, 0.6})
            QTest::addRow("%g", radius) << radius;
    }
    void trianglesOfTheRoadCoverItsShoelaceArea() {
        QFETCH(double, radius);
        IntersectionMap map;
        map.cornerRadius = radius;
        const std::vector<Vec2> road = intersectionGeometry(map).road;
        const auto triangles = triangulate(road);
        QVERIFY(std::abs(areaOfTriangles(road, triangles) - signedArea(road)) < 1e-4);
        QVERIFY(!hasNegativeTriangle(road, triangles));
    }

    void clockwisePolygonsBecomeCounterClockwiseTriangles() {
        const std::vector<Vec2> arrow{{0, 0}, {1, 2}, {2, 0}, {1, 0.5f}};
        const auto triangles = triangulate(arrow);
        QVERIFY(signedArea(arrow) < 0);
        QVERIFY(std::abs(areaOfTriangles(arrow, triangles) + signedArea(arrow)) < 1e-6);
    }

    void fewerThanThreePointsHaveNoTriangles() {
        QVERIFY(triangulate(std::vector<Vec2>{{0, 0}, {1, 0}}).empty());
    }

    void offsetOfACircleIsACircle() {
        std::vector<Vec2> circle;
        for (int i = 0; i < 64; ++i)
            circle.push_back(rotated({2, 0}, 2 * kPi * float(i) / 64));
        for (const Vec2 p : offsetPolyline(circle, 0.5f, true))
            QVERIFY(std::abs(length(p) - 1.5f) < 0.01f);
    }

    void dashesKeepTheirLengthAndStayOnTheLine() {
        const auto pieces = dashes({0, 0}, {1, 0}, 0.1f, 0.08f);
        QCOMPARE(int(pieces.size()), 6); // the last would start at 0.9 and end at 1.0: fits
        for (const auto &piece : pieces) {
            QVERIFY(std::abs(length(piece[1] - piece[0]) - 0.1f) < 1e-5f);
            QVERIFY(piece[1].x <= 1.0001f);
        }
    }

    void areasOfATileCoverItOnce() {
        const TileMesh tile = buildTileMesh(intersectionGeometry(IntersectionMap{}), SceneTheme{});
        const QColor road = SceneTheme{}.road;
        double area = 0;
        for (std::size_t i = 0; i + 2 < tile.surfaceIndices.size(); i += 3) {
            const auto v = [&](std::size_t k) { return tile.surface[tile.surfaceIndices[i + k]]; };
            if (v(0).rgba[0] == road.red() && v(0).rgba[2] == road.blue())
                area += triangleArea({v(0).x, v(0).y}, {v(1).x, v(1).y}, {v(2).x, v(2).y});
        }
        // A plus of arms 1.2 m wide over 3.3 m, with four rounded corners of 0.2 m.
        const double arm = 1.2, size = 3.3, corner = 0.2 * 0.2 * (1 - M_PI / 4);
        QVERIFY(std::abs(area - (2 * arm * size - arm * arm + 4 * corner)) < 2e-3);
    }

    void carStaysWithinItsFootprint_data() {
        QTest::addColumn<int>("detail");
        QTest::addRow("near") << int(CarDetail::Near);
        QTest::addRow("far") << int(CarDetail::Far);
    }
    void carStaysWithinItsFootprint() {
        QFETCH(int, detail);
        const VehicleSpec spec;
        const CarShape shape = carShape(spec);
        constexpr float kProud = 0.003f; // m, lamps stand out that much
        for (const MeshVertex &v : buildCarMesh(shape, CarDetail(detail)).vertices) {
            if (v.part != std::uint8_t(CarPart::Body))
                continue;
            QVERIFY(v.position[0] <= float(spec.bodyFront) + kProud);
            QVERIFY(v.position[0] >= -float(spec.bodyRear) - kProud);
            QVERIFY(std::abs(v.position[1]) <= 0.5f * float(spec.bodyWidth) + kProud);
            QVERIFY(v.position[2] >= 0 && v.position[2] <= float(spec.bodyHeight));
        }
    }

    void carNormalsHaveLengthOne() {
        for (const MeshVertex &v : buildCarMesh(carShape(VehicleSpec{}), CarDetail::Near).vertices)
            QVERIFY(std::abs(std::hypot(v.normal[0], v.normal[1], v.normal[2]) - 1) < 1e-3f);
    }

    void wheelsStandOnTheGroundAtTheirAxles() {
        const VehicleSpec spec;
        const CarShape shape = carShape(spec);
        const QVector3D hub = hubPosition(shape, CarPart::FrontLeft);
        QCOMPARE(hub, QVector3D(float(spec.wheelbase), 0.5f * float(spec.trackWidth),
                                float(spec.wheelRadius)));
    }

    void farCarIsMuchSimplerThanTheNearOne() {
        const CarShape shape = carShape(VehicleSpec{});
        QVERIFY(4 * buildCarMesh(shape, CarDetail::Far).indices.size() <
                3 * buildCarMesh(shape, CarDetail::Near).indices.size());
    }

    void trailKeepsItsPointsInOrder() {
        Trails trails;
        trails.reset(2);
        for (int i = 0; i < 5; ++i)
            trails.add(1, {0.05f * float(i), 0}, false);
        QCOMPARE(trails.size(0), 0);
        QCOMPARE(trails.size(1), 5);
        QCOMPARE(trails.point(1, 0), (Vec2{0, 0}));
        QCOMPARE(trails.point(1, 4), (Vec2{0.05f * 4, 0}));
    }

    void trailBreaksAtARespawn() {
        Trails trails;
        trails.reset(1);
        trails.add(0, {0, 0}, false);
        trails.add(0, {0.05f, 0}, false);
        QVERIFY(trails.add(0, {1.2f, 0}, false));
        QCOMPARE(trails.size(0), 1);
    }

    void trailBreaksWhereAnEpisodeEnds() {
        Trails trails;
        trails.reset(1);
        trails.add(0, {0, 0}, false);
        QVERIFY(trails.add(0, {0.05f, 0}, true));
        QCOMPARE(trails.size(0), 1);
    }

    void trailForgetsItsOldestPoints() {
        Trails trails;
        trails.reset(1);
        for (int i = 0; i < 3 * Trails::kLength; ++i)
            trails.add(0, {0.05f * float(i), 0}, false);
        QCOMPARE(trails.size(0), Trails::kLength);
        QCOMPARE(trails.point(0, Trails::kLength - 1).x, 0.05f * float(3 * Trails::kLength - 1));
    }

    void standingAgentLeavesNoNewPoints() {
        Trails trails;
        trails.reset(1);
        for (int i = 0; i < 50; ++i)
            trails.add(0, {1, 1}, false);
        QVERIFY(trails.size(0) <= 2);
    }

    void routeOfAnOpenIntentionIsToldByTheGoal() {
        Scenario scenario;
        scenario.agents.intentions = {"any"};
        for (const Turn turn : {Turn::Straight, Turn::Left, Turn::Right}) {
            const Route route = makeRoute(scenario.map, scenario.task, 2, turn);
            const auto found = routeOf(scenario, 2, route.goalMiddle);
            QVERIFY(found);
            QCOMPARE(int(found->turn), int(turn));
        }
    }

    void agentColoursAreOkabeIto() {
        QCOMPARE(agentColor(0).name(), QStringLiteral("#d55e00"));
        QCOMPARE(agentColor(1).name(), QStringLiteral("#0072b2"));
        QCOMPARE(agentColor(7), agentColor(0));
    }
};

QTEST_GUILESS_MAIN(TestSceneGeometry)
#include "test_scene_geometry.moc"

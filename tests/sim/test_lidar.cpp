// The range finder against trying every wall and every car's side in double precision.
#include "core/scenario/track_drawings.h"
#include "core/scenario/track_import.h"
#include "core/sim/box2d_rays.h"
#include "core/sim/lidar.h"

#include <QFile>
#include <QtTest>

#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

using namespace paddock;

namespace {

std::atomic<long> g_allocations{0};

using Walls = std::vector<std::vector<Vec2>>;

constexpr RayMethod kMethods[] = {RayMethod::BruteForce, RayMethod::Grid, RayMethod::DistanceField};

Walls wallsOf(const Track &track) {
    Walls walls;
    for (const TrackWall &wall : track.walls)
        walls.push_back(wall.points);
    return walls;
}

// Intersection by solving origin + t d = a + u (b - a) with Cramer's rule.
double hitSegment(double ox, double oy, double dx, double dy, Vec2 a, Vec2 b) {
    const double ex = double(b.x) - a.x, ey = double(b.y) - a.y;
    const double det = ex * dy - ey * dx;
    if (det == 0)
        return 1e30;
    const double rx = a.x - ox, ry = a.y - oy;
    const double t = (ex * ry - ey * rx) / det, u = (dx * ry - dy * rx) / det;
    return t >= 0 && u >= -1e-9 && u <= 1 + 1e-9 ? t : 1e30;
}

double oracle(const Walls &walls, double ox, double oy, double angle, double range) {
    double best = range;
    for (const std::vector<Vec2> &wall : walls)
        for (std::size_t i = 0; i < wall.size(); ++i)
            best = std::min(best, hitSegment(ox, oy, std::cos(angle), std::sin(angle), wall[i],
                                             wall[(i + 1) % wall.size()]));
    return best;
}

std::vector<Vec2> corners(const OrientedBox &box) {
    const Pose pose{box.centre, box.yaw};
    return {pose.toParent({box.halfLength, box.halfWidth}),
            pose.toParent({-box.halfLength, box.halfWidth}),
            pose.toParent({-box.halfLength, -box.halfWidth}),
            pose.toParent({box.halfLength, -box.halfWidth})};
}

struct Bounds {
    Vec2 min{1e9f, 1e9f}, max{-1e9f, -1e9f};
};
Bounds boundsOf(const Walls &walls) {
    Bounds bounds;
    for (const std::vector<Vec2> &wall : walls)
        for (const Vec2 p : wall) {
            bounds.min = {std::min(bounds.min.x, p.x), std::min(bounds.min.y, p.y)};
            bounds.max = {std::max(bounds.max.x, p.x), std::max(bounds.max.y, p.y)};
        }
    return bounds;
}

Pose randomPose(const Bounds &b, Rng &rng) {
    return {{rng.uniform(b.min.x - 2, b.max.x + 2), rng.uniform(b.min.y - 2, b.max.y + 2)},
            rng.uniform(-4, 4)};
}

// Where the scanner sits, by hand.
Pose sensorOf(Pose body, const LidarSpec &spec) {
    const double c = std::cos(double(body.yaw)), s = std::sin(double(body.yaw));
    const Vec2 m = spec.mount.position;
    return {
        {float(body.position.x + c * m.x - s * m.y), float(body.position.y + s * m.x + c * m.y)},
        body.yaw};
}

// A square room of side 4 about the origin.
const Walls kRoom{{{-2, -2}, {2, -2}, {2, 2}, {-2, 2}}};

LidarSpec centred() {
    LidarSpec spec;
    spec.mount = {};
    return spec;
}

} // namespace

// Counts what a scan allocates.
void *operator new(std::size_t size) {
    ++g_allocations;
    if (void *memory = std::malloc(size ? size : 1))
        return memory;
    throw std::bad_alloc();
}
void *operator new(std::size_t size, const std::nothrow_t &) noexcept {
    ++g_allocations;
    return std::malloc(size ? size : 1);
}
void operator delete(void *memory) noexcept {
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept {
    std::free(memory);
}

class TestLidar : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void raysOfARoomHaveTheirClosedForm() {
        LidarSpec spec = centred();
        spec.rays = 5;
        spec.fieldOfView = float(M_PI);
        for (const RayMethod method : kMethods) {
            const LidarMap map(spec, kRoom, method);
            std::vector<float> ranges(5);
            map.scan({}, {}, ranges);
            const double diagonal = 2 * std::sqrt(2.0);
            const double expected[] = {2, diagonal, 2, diagonal, 2};
            for (int i = 0; i < 5; ++i)
                QVERIFY(std::abs(double(ranges[std::size_t(i)]) - expected[i]) < 1e-5);
        }
    }

    void theMountMovesTheOrigin() {
        LidarSpec spec;
        spec.rays = 1;
        const LidarMap map(spec, kRoom);
        std::vector<float> range(1);
        map.scan({{0, 0}, float(M_PI / 2)}, {}, range);
        QVERIFY(std::abs(range[0] - (2 - 0.2733f)) < 1e-5f);
    }

    void sweepRunsFromRightToLeft() {
        const std::vector<double> angles = rayAngles({});
        QCOMPARE(angles.size(), std::size_t(27));
        QVERIFY(std::abs(angles.front() + 135 * M_PI / 180) < 1e-6);
        QVERIFY(std::abs(angles.back() - 135 * M_PI / 180) < 1e-6);
        QVERIFY(std::is_sorted(angles.begin(), angles.end()));
    }

    // Spec of the release: centre, -d, +d, -2d, +2d, ... with d = 135/13 degrees.
    void mlAgentsOrderAlternatesFromTheCentre() {
        LidarSpec spec;
        spec.order = RayOrder::MlAgents;
        const std::vector<double> angles = rayAngles(spec);
        const double d = 135.0 / 13 * M_PI / 180;
        QVERIFY(std::abs(angles[0]) < 1e-6);
        for (int k = 1; k <= 13; ++k) {
            QVERIFY(std::abs(angles[std::size_t(2 * k - 1)] + k * d) < 1e-6);
            QVERIFY(std::abs(angles[std::size_t(2 * k)] - k * d) < 1e-6);
        }
    }

    void missesSayTheRangeAndTheFlag() {
        LidarSpec spec = centred();
        spec.range = 1.5f;
        const LidarMap map(spec, kRoom);
        std::vector<float> ranges(27), misses(27, 9);
        map.scan({}, {}, ranges, misses);
        for (std::size_t i = 0; i < 27; ++i) {
            QCOMPARE(ranges[i], 1.5f);
            QCOMPARE(misses[i], 1.0f);
        }
        map.scan({{1, 0}, 0}, {}, ranges, misses);
        QCOMPARE(misses[13], 0.0f);
        QVERIFY(std::abs(ranges[13] - 1) < 1e-5f);
    }

    void withoutWallsNothingIsHit() {
        for (const RayMethod method : kMethods) {
            const LidarMap map({}, {}, method);
            std::vector<float> ranges(27);
            map.scan({}, {}, ranges);
            QCOMPARE(*std::min_element(ranges.begin(), ranges.end()), 10.0f);
        }
    }

    void aCarAheadIsSeenAtItsTail() {
        LidarSpec spec = centred();
        const LidarMap map(spec, kRoom);
        const OrientedBox car{{1, 0}, float(M_PI / 2), 0.25f, 0.135f};
        std::vector<float> ranges(27);
        map.scan({}, std::span(&car, 1), ranges);
        QVERIFY(std::abs(ranges[13] - (1 - 0.135f)) < 1e-5f);
        QVERIFY(std::abs(ranges[0] - 2 * std::sqrt(2.0f)) < 1e-4f); // 135 degrees to the right
    }

    void fromInsideACarTheRangeIsZero() {
        const OrientedBox car{{0, 0}, 0.3f, 0.25f, 0.135f};
        QCOMPARE(castBox(car, {0.1f, 0}, 1, 0, 10), 0.0);
    }

    void carsAreOrientedBoxes() {
        Rng rng({11, Purpose::Test});
        int hits = 0;
        for (int round = 0; round < 20000; ++round) {
            const OrientedBox car{{rng.uniform(-3, 3), rng.uniform(-3, 3)},
                                  rng.uniform(-4, 4),
                                  rng.uniform(0.1f, 0.4f),
                                  rng.uniform(0.05f, 0.2f)};
            const double angle = rng.uniform(-4, 4);
            const double range = castBox(car, {}, std::cos(angle), std::sin(angle), 10);
            const double expected = oracle({corners(car)}, 0, 0, angle, 10);
            hits += range < 10;
            if (range == 0) // from inside
                continue;
            // A ray that grazes a corner may see it or not: the corners are rounded to floats.
            const double left = oracle({corners(car)}, 0, 0, angle + 1e-6, 10);
            const double right = oracle({corners(car)}, 0, 0, angle - 1e-6, 10);
            if (std::abs(left - right) < 0.01)
                QVERIFY2(std::abs(range - expected) < 1e-3,
                         qPrintable(QString("%1 not %2").arg(range).arg(expected)));
        }
        QVERIFY(hits > 500);
    }

    void everyTrackIsSeenToAMillimetre_data() {
        QTest::addColumn<QString>("name");
        for (const std::string &name : drawnTrackNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        for (const char *name : {"porto.yaml", "tumftm-Spielberg.csv", "tumftm-Monza.csv",
                                 "tumftm-BrandsHatch.csv", "f1tenth-Oschersleben_centerline.csv"})
            QTest::newRow(name) << QString(name);
    }
    void everyTrackIsSeenToAMillimetre() {
        QFETCH(const QString, name);
        const QString file = QString(PADDOCK_SOURCE_DIR "/../shared/data/tracks/") + name;
        if (name.contains('.') && !QFile::exists(file))
            QSKIP("the published tracks are not here");
        TrackOptions options;
        if (name.startsWith("tumftm"))
            options.targetWidth = 2.0;
        const Result<Track> track = name.contains('.') ? importTrack(file.toStdString(), options)
                                                       : drawnTrack(name.toStdString());
        QVERIFY2(track.ok(), track ? "" : track.error().text().c_str());
        const Walls walls = wallsOf(*track);
        const Bounds bounds = boundsOf(walls);
        const LidarSpec spec;
        const std::vector<double> angles = rayAngles(spec);
        for (const RayMethod method : kMethods) {
            const LidarMap map(spec, walls, method);
            Rng rng({5, Purpose::Test});
            std::vector<float> ranges(27);
            double worst = 0;
            for (int round = 0; round < 400; ++round) {
                const Pose body = randomPose(bounds, rng), sensor = sensorOf(body, spec);
                map.scan(body, {}, ranges);
                for (std::size_t i = 0; i < 27; ++i)
                    worst =
                        std::max(worst, std::abs(double(ranges[i]) -
                                                 oracle(walls, sensor.position.x, sensor.position.y,
                                                        double(body.yaw) + angles[i], 10)));
            }
            QVERIFY2(worst < 1e-3,
                     qPrintable(QString("%1 m by method %2").arg(worst).arg(int(method))));
        }
    }

    // Another implementation altogether: Box2D's tree of edges.
    void box2dSeesTheSameWalls() {
        const Result<Track> track = drawnTrack("porto_like");
        const Walls walls = wallsOf(*track);
        const Bounds bounds = boundsOf(walls);
        const WallRays ours(walls);
        const Box2dRays box2d(walls);
        Rng rng({6, Purpose::Test});
        int hits = 0;
        for (int round = 0; round < 5000; ++round) {
            const Pose from = randomPose(bounds, rng);
            const double dx = std::cos(double(from.yaw)), dy = std::sin(double(from.yaw));
            const double a = ours.cast(from.position, dx, dy, 10);
            const double b = box2d.cast(from.position, dx, dy, 10);
            hits += a < 10;
            QVERIFY2(std::abs(a - b) < 1e-3, qPrintable(QString("%1 and %2 m").arg(a).arg(b)));
        }
        QVERIFY(hits > 1000);
    }

    // Rays along the axes and the cells' edges, from places on walls and corners.
    void specialDirectionsAreSeenToAMillimetre() {
        const Walls walls = wallsOf(*drawnTrack("oval"));
        for (const RayMethod method : kMethods) {
            LidarSpec spec = centred();
            spec.rays = 1;
            const LidarMap map(spec, walls, method);
            for (int x = -80; x <= 80; ++x)
                for (int turn = 0; turn < 8; ++turn) {
                    const Pose body{{float(x) * 0.1f, -2.5f}, float(turn * M_PI / 4)};
                    float range = 0;
                    map.scan(body, {}, std::span(&range, 1));
                    const double expected =
                        oracle(walls, body.position.x, body.position.y, double(body.yaw), 10);
                    QVERIFY2(std::abs(double(range) - expected) < 1e-3,
                             qPrintable(QString("%1 not %2").arg(range).arg(expected)));
                }
        }
    }

    void noRaySlipsBetweenTwoSegments() {
        // A polygon of many sides; from inside nothing may be missed, corners included.
        Walls walls(1);
        for (int i = 0; i < 360; ++i) {
            const double a = i * M_PI / 180;
            walls[0].push_back({float(3 * std::cos(a)), float(3 * std::sin(a))});
        }
        for (const RayMethod method : kMethods) {
            const WallRays rays(walls, method);
            for (int i = 0; i < 360; ++i) {
                const double x = walls[0][std::size_t(i)].x, y = walls[0][std::size_t(i)].y;
                const double l = std::hypot(x, y);
                QVERIFY(std::abs(rays.cast({0, 0}, x / l, y / l, 10) - 3) < 1e-5);
            }
        }
    }

    void scansAllocateNothing() {
        const LidarMap map({}, wallsOf(*drawnTrack("porto_like")));
        const OrientedBox car{{1, 0}, 0.1f, 0.25f, 0.135f};
        std::vector<float> ranges(27), misses(27);
        const long before = g_allocations;
        for (int i = 0; i < 100; ++i)
            map.scan({{float(i) * 0.01f, 0}, 0}, std::span(&car, 1), ranges, misses);
        QCOMPARE(g_allocations.load(), before);
    }

    void twoThreadsSeeTheSame() {
        const LidarMap map({}, wallsOf(*drawnTrack("hairpins")));
        std::vector<float> first(27 * 500), second(27 * 500);
        const auto work = [&map](std::vector<float> &out) {
            for (int i = 0; i < 500; ++i)
                map.scan({{float(i) * 0.01f, 0.1f}, float(i)}, {},
                         std::span(out).subspan(std::size_t(i) * 27, 27));
        };
        std::thread other(work, std::ref(first));
        work(second);
        other.join();
        QVERIFY(first == second);
    }

    void noiseHasItsVarianceAndLeavesMisses() {
        LidarSpec spec = centred();
        spec.noiseVariance = 4e-4f;
        const LidarMap map(spec, kRoom);
        Rng rng({1, Purpose::ObservationNoise});
        double sum = 0, squares = 0;
        constexpr int kRounds = 4000;
        for (int i = 0; i < kRounds; ++i) {
            float ranges[2] = {2, 10};
            map.addNoise(ranges, rng);
            QCOMPARE(ranges[1], 10.0f);
            sum += double(ranges[0]) - 2;
            squares += (double(ranges[0]) - 2) * (double(ranges[0]) - 2);
        }
        QVERIFY(std::abs(sum / kRounds) < 4 * 0.02 / std::sqrt(double(kRounds)));
        QVERIFY(std::abs(squares / kRounds / 4e-4 - 1) < 0.1);
    }
};

QTEST_GUILESS_MAIN(TestLidar)
#include "test_lidar.moc"

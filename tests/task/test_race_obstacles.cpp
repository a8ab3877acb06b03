// Claims about boxes on the road: LIDAR measures them, cars run into them, and nobody starts in
// one.
#include "core/scenario/scenario_io.h"
#include "core/scenario/track_builder.h"
#include "core/scenario/track_obstacles.h"
#include "core/task/racing_task.h"
#include "core/task/world_batch.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

constexpr int kAhead = 13; // of 27 rays the middle one

// A wide road about a circle of 12 m, one car at its slot.
Scenario race() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 360; ++i) {
        points.push_back(rotated({12, 0}, 2 * kPi * float(i) / 360));
        widths.push_back({2, 2});
    }
    const auto track = trackFromCenterline(points, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    Scenario s = presetScenario("paper", ScenarioKind::Racing);
    s.track = std::make_shared<const Track>(*track);
    s.agents.count = 1;
    s.parallel.worlds = s.parallel.families = 1;
    s.racing.startAnywhere = false;
    return s;
}
Scenario withBox(Scenario s, Pose pose, Vec2 size) {
    Track track = *s.track;
    track.walls.push_back(boxObstacle(pose, size, 0.33f));
    s.track = std::make_shared<const Track>(std::move(track));
    return s;
}
// A box that looks along the car's way, its near face `ahead` m from the rear axle.
Scenario withBoxAhead(float ahead, Vec2 size) {
    const Scenario s = race();
    const Pose slot = s.track->starts[0].pose;
    return withBox(s, {slot.toParent({ahead + size.x / 2, 0}), slot.yaw}, size);
}

struct Drive {
    explicit Drive(const Scenario &scenario)
        : pool(1), batch(std::make_shared<Scenario>(scenario), 5, pool) {}
    Pose pose(int world = 0) const { return batch.task(world).world().pose(0); }
    WorkerPool pool;
    WorldBatch batch;
};

} // namespace

class TestRaceObstacles : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // The face is a line across the way: a beam at angle a meets it at d / cos a.
    void beamsMeasureTheFace() {
        const Scenario s = withBoxAhead(1.85f, {0.3f, 1});
        const Drive drive(s);
        const double d = 1.85 - s.racing.lidar.mountX;
        const double step = s.racing.lidar.fieldOfView / double(s.racing.lidar.rays - 1);
        for (int beside = -1; beside <= 1; ++beside) {
            const double expected = d / std::cos(step * beside); // 0.29 m aside of 0.5 m
            const double got = double(drive.batch.observations()(0, 1 + kAhead + beside));
            QVERIFY2(std::abs(got - expected) < 1e-3, qPrintable(QString::number(got)));
        }
        // Two beams further aside look past it, as they do without it.
        const Drive bare(race());
        for (const int beside : {-2, 2})
            QCOMPARE(drive.batch.observations()(0, std::size_t(1 + kAhead + beside)),
                     bare.batch.observations()(0, std::size_t(1 + kAhead + beside)));
    }
    void aTurnedBoxShowsItsCorner() {
        const Scenario s = race();
        const Pose slot = s.track->starts[0].pose;
        // By 45 degrees: the corner is half a diagonal nearer than the middle, 3 m ahead.
        const Drive drive(withBox(s, {slot.toParent({3, 0}), slot.yaw + kPi / 4}, {0.4f, 0.4f}));
        const double expected = 3 - 0.2 * std::sqrt(2.0) - s.racing.lidar.mountX;
        QVERIFY(std::abs(double(drive.batch.observations()(0, 1 + kAhead)) - expected) < 1e-3);
    }
    void aCarRunsIntoTheFace() {
        const Scenario s = withBoxAhead(1.85f, {0.3f, 1});
        Drive drive(s), bare(race());
        const std::vector<std::int32_t> straight{2, 1}; // full throttle
        const Pose slot = s.track->starts[0].pose;
        Pose before = slot;
        float fastest = 0;
        for (int i = 0; i < 300 && drive.batch.finished().empty(); ++i) {
            before = drive.pose();
            fastest = drive.batch.task(0).world().speed(0);
            drive.batch.step({straight.data(), 1, 2});
            bare.batch.step({straight.data(), 1, 2});
        }
        QCOMPARE(drive.batch.finished().size(), std::size_t(1));
        QCOMPARE(drive.batch.finished()[0].outcome, std::uint8_t(Outcome::Wall));
        QVERIFY(bare.batch.finished().empty());
        // Within the last decision the nose came to the face.
        const double nose = double(slot.toLocal(before.position).x) + s.agentVehicle().bodyFront;
        const double way = double(fastest) * s.racing.decisionPeriod * 1.5 + 0.01;
        QVERIFY2(nose < 1.85 + 0.01 && nose > 1.85 - way, qPrintable(QString::number(nose)));
    }
    // Every point of a grid over each car lies outside of every box.
    void nobodyStartsInABox() {
        Scenario s = race();
        s.racing.startAnywhere = true;
        s.parallel.worlds = 64;
        std::vector<Pose> boxes;
        for (int i = 0; i < 20; ++i) {
            const float angle = 2 * kPi * float(i) / 20;
            boxes.push_back({rotated({12, 0}, angle), angle + kPi / 2});
            s = withBox(s, boxes.back(), {1, 1});
        }
        const Drive drive(s);
        const VehicleSpec &car = s.agentVehicle();
        int covered = 0;
        for (int world = 0; world < 64; ++world)
            for (const Pose &box : boxes)
                for (int i = 0; i <= 8; ++i)
                    for (int j = -4; j <= 4; ++j) {
                        const float x = -float(car.bodyRear) +
                                        float(car.bodyFront + car.bodyRear) * float(i) / 8;
                        const float y = float(car.bodyWidth) / 2 * float(j) / 4;
                        const Vec2 p = box.toLocal(drive.pose(world).toParent({x, y}));
                        covered += std::abs(p.x) < 0.49f && std::abs(p.y) < 0.49f ? 1 : 0;
                    }
        QCOMPARE(covered, 0);
    }
};

QTEST_GUILESS_MAIN(TestRaceObstacles)
#include "test_race_obstacles.moc"

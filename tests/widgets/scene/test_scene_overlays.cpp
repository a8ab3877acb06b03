// Claims about what explains a scene: rays by what they hit, contacts that fade, arrows, steering,
// checkpoints, and colours over the road.
#include "core/scenario/scenario_io.h"
#include "core/scenario/track_builder.h"
#include "widgets/scene/scene_state.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

const QColor kWall(0xE6, 0x9F, 0x00), kCar(0xCC, 0x79, 0xA7);

// Two cars on a ring of radius 3 m; one ray of each looks straight ahead.
Scenario ring() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 180; ++i) {
        const float a = 2 * kPi * float(i) / 180;
        points.push_back({3 * std::cos(a), 3 * std::sin(a)});
        widths.push_back({0.8f, 0.8f});
    }
    const auto track = trackFromCenterline(points, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    Scenario s = presetScenario("paper", ScenarioKind::Racing);
    s.track = std::make_shared<const Track>(*track);
    s.agents.count = 2;
    s.parallel.worlds = 1;
    s.parallel.families = 1;
    s.racing.lidar.rays = 3;
    s.racing.lidar.fieldOfView = double(kPi); // right, ahead, left
    s.racing.lidar.mountX = 0;
    return s;
}

// The first car at (3, 0) heading up, the second 1.5 m further along.
std::shared_ptr<SessionSnapshot> pair(std::uint64_t step = 1) {
    auto out = std::make_shared<SessionSnapshot>();
    out->scene.worlds = 1;
    out->scene.agentsPerWorld = 2;
    out->scene.step = step;
    out->scene.agents.resize(2);
    out->scene.agents[0].pose = {{3, 0}, kPi / 2};
    out->scene.agents[1].pose = {{3, 1.5f}, kPi / 2};
    out->picked.row = 0;
    return out;
}

struct Picture {
    SceneState state;
    FrameBatches batches;

    explicit Picture(const Scenario &scenario = ring()) {
        state.setScenario(scenario);
        state.rig.setPictureSize({800, 600});
        state.overlays = {false, false, false, false, false, false, false, false, false, false};
    }
    void show(const std::shared_ptr<const SessionSnapshot> &snapshot) {
        state.setSnapshot(snapshot);
        state.setPicked(0);
        build();
    }
    void build() { batches.build(state.frame(state.rig.camera(), state.snapshot().get())); }
    int linesOf(const QColor &c) const {
        int count = 0;
        for (const LineVertex &v : batches.lines())
            count += v.rgba[0] == c.red() && v.rgba[1] == c.green() && v.rgba[2] == c.blue();
        return count;
    }
    int decalsOf(const QColor &c) const {
        int count = 0;
        for (const Decal &d : batches.decals())
            count += d.rgba[0] == c.red() && d.rgba[1] == c.green() && d.rgba[2] == c.blue();
        return count;
    }
};

} // namespace

class TestSceneOverlays : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void raysTellWallsFromCarsAndFromNothing() {
        Picture picture;
        picture.state.overlays.rays = true;
        auto seen = pair();
        const float rear = float(ring().agentVehicle().bodyRear);
        seen->picked.observation = {1, 0.8f, 1.5f - rear, 10}; // wall, car, nothing
        picture.show(seen);
        QCOMPARE(picture.linesOf(kWall), 4); // the four corners of one ribbon
        QCOMPARE(picture.linesOf(kCar), 4);
        QCOMPARE(picture.decalsOf(kWall), 1);
        QCOMPARE(picture.decalsOf(kCar), 1);
        seen = pair(2);
        seen->picked.observation = {1, 0.8f, 0.5f, 10}; // too near for that car
        picture.show(seen);
        QCOMPARE(picture.linesOf(kCar), 0);
        QCOMPARE(picture.linesOf(kWall), 8);
    }

    void carsThatAreNotSeenAreNotTakenForWhatWasHit() {
        Scenario apart = ring();
        apart.parallel.isolation.perceiveWithin = false;
        Picture picture(apart);
        picture.state.overlays.rays = true;
        auto seen = pair();
        seen->picked.observation = {1, 0.8f, 1.4f, 10};
        picture.show(seen);
        QCOMPARE(picture.linesOf(kCar), 0);
    }

    void raysAreWiderWhereTheActionDependsOnThem() {
        Picture picture;
        picture.state.overlays.rays = true;
        auto seen = pair();
        seen->picked.observation = {1, 0.8f, 0.7f, 0.8f};
        seen->picked.sensitivity = {0, 0.1f, -2, 0};
        picture.show(seen);
        std::vector<float> halves;
        for (std::size_t i = 0; i < picture.batches.lines().size(); i += 4)
            halves.push_back(picture.batches.lines()[i].half);
        QCOMPARE(halves.size(), std::size_t(3));
        QVERIFY(halves[1] > 2 * halves[0] && halves[0] > halves[2]);
    }

    void aContactIsMarkedWhereTheEpisodeEndedAndFades() {
        Picture picture;
        picture.state.overlays.contacts = true;
        auto hit = pair();
        hit->scene.agents[0].outcome = std::uint8_t(Outcome::Wall);
        hit->scene.agents[0].end = {{-3, 0}, 0}; // it stands at a new start by now
        picture.show(hit);
        const QColor bad = picture.state.theme().bad;
        QCOMPARE(picture.decalsOf(bad), 1);
        for (const Decal &d : picture.batches.decals())
            if (d.rgba[0] == bad.red() && d.rgba[1] == bad.green())
                QVERIFY(d.x < -2.5f && std::abs(d.y) < 0.1f);
        picture.show(std::make_shared<SessionSnapshot>(*hit)); // the same step again
        QCOMPARE(picture.decalsOf(bad), 1);
        for (int age = 1; age < ContactMarks::kLife; ++age) {
            picture.show(pair(std::uint64_t(age) + 1));
            QCOMPARE(picture.decalsOf(bad), 1);
        }
        picture.show(pair(1000));
        QCOMPARE(picture.decalsOf(bad), 0);
    }

    void goalsAndTimeAreNoContacts() {
        Picture picture;
        picture.state.overlays.contacts = true;
        auto ended = pair();
        ended->scene.agents[0].outcome = std::uint8_t(Outcome::Goal);
        ended->scene.agents[1].outcome = std::uint8_t(Outcome::Time);
        picture.show(ended);
        QCOMPARE(picture.decalsOf(picture.state.theme().bad), 0);
    }

    void theArrowIsHalfASecondOfTheVelocity() {
        Picture picture;
        picture.state.overlays.velocity = true;
        auto moving = pair();
        moving->scene.agents[0].velocity = {0.6f, 2};
        picture.show(moving);
        const auto &lines = picture.batches.lines();
        QVERIFY(!lines.empty()); // shaft and head of one car; the other stands
        QCOMPARE(lines.size(), std::size_t(4 + 6));
        QVERIFY(std::abs(lines[2].x - lines[0].x - 0.3f) < 1e-5f);
        QVERIFY(std::abs(lines[2].y - lines[0].y - 1) < 1e-5f);
    }

    // With the wheels at delta the rear axle turns about a point L / tan delta to the left.
    void steeringIsDrawnAsTheCircleItLeadsTo() {
        Picture picture;
        picture.state.overlays.steering = true;
        auto turning = pair();
        turning->scene.agents[0].pose = {{0, 0}, 0};
        turning->scene.agents[0].steer = 0.3f;
        picture.show(turning);
        const float radius = float(ring().agentVehicle().wheelbase) / std::tan(0.3f);
        const QColor accent = picture.state.theme().accent;
        int points = 0;
        for (const LineVertex &v : picture.batches.lines())
            if (v.rgba[0] == accent.red() && v.rgba[1] == accent.green()) {
                ++points;
                QVERIFY(std::abs(std::hypot(v.x, v.y - radius) - radius) < 1e-4f);
            }
        QVERIFY(points > 20);
        for (const LineVertex &v : picture.batches.lines()) // commanded: straight on
            if (v.rgba[0] != accent.red())
                QVERIFY(std::abs(v.y) < 1e-5f);
    }

    void theNextCheckpointStandsOut() {
        Picture picture;
        picture.state.overlays.checkpoints = true;
        auto racing = pair();
        racing->picked.race.checkpoints = int(ring().track->checkpoints.size());
        racing->picked.race.nextCheckpoint = 2;
        picture.show(racing);
        QCOMPARE(picture.linesOf(picture.state.theme().good), 4);
        QCOMPARE(picture.batches.lines().size(), 4 * ring().track->checkpoints.size());
    }

    void overlaysNeverMoveTheCamera() {
        Picture picture;
        for (const CameraMode mode : {CameraMode::Overview, CameraMode::Orbit, CameraMode::BirdsEye,
                                      CameraMode::Follow, CameraMode::Driver}) {
            picture.state.rig.setMode(mode);
            picture.show(pair());
            (void)picture.state.rig.advance(10);
            const QMatrix4x4 before = picture.state.rig.camera().viewProjection();
            for (bool SceneOverlays::*overlay :
                 {&SceneOverlays::goals, &SceneOverlays::trails, &SceneOverlays::laneBounds,
                  &SceneOverlays::rays, &SceneOverlays::names, &SceneOverlays::hud,
                  &SceneOverlays::checkpoints, &SceneOverlays::contacts, &SceneOverlays::velocity,
                  &SceneOverlays::steering}) {
                picture.state.overlays.*overlay = true;
                picture.build();
                QCOMPARE(picture.state.rig.camera().viewProjection(), before);
            }
            picture.state.setHeat(std::make_shared<const HeatMap>());
            QCOMPARE(picture.state.rig.camera().viewProjection(), before);
        }
    }

    // Four squares in a row: between two colours the corners are their mean.
    void continuousMapsRunFromSquareToSquare() {
        HeatMap map;
        map.cell = 0.5f;
        for (int i = 0; i < 3; ++i) {
            map.middles.push_back({0.25f + 0.5f * float(i), 0.25f});
            map.colors.push_back(QColor(100 * i, 0, 0));
        }
        const HeatMesh mesh = buildHeatMesh(map);
        QCOMPARE(mesh.vertices.size(), std::size_t(12));
        QCOMPARE(mesh.indices.size(), std::size_t(18));
        QCOMPARE(int(mesh.vertices[0].rgba[0]), 0);
        QCOMPARE(int(mesh.vertices[1].rgba[0]), 50);
        QCOMPARE(int(mesh.vertices[4].rgba[0]), 50);
        QCOMPARE(mesh.vertices[1].x, mesh.vertices[4].x);
        map.legend.continuous = false;
        QCOMPARE(int(buildHeatMesh(map).vertices[4].rgba[0]), 100);
    }

    void aMapWithoutSquaresDrawsNothing() { QVERIFY(buildHeatMesh({}).vertices.empty()); }
};

QTEST_GUILESS_MAIN(TestSceneOverlays)
#include "test_scene_overlays.moc"

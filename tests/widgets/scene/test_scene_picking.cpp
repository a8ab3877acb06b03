// Which car a click means.
#include "widgets/scene/camera_rig.h"
#include "widgets/scene/picking.h"

#include <QTest>

using namespace paddock;

namespace {

// Four worlds of two cars: the first east of the middle, the second west, both heading north.
struct Fixture {
    TileLayout layout{4, {-1.5f, -1.5f}, {1.5f, 1.5f}, 0.2f};
    VehicleSpec vehicle;
    SceneSnapshot scene;
    CameraRig rig;

    Fixture() {
        scene.worlds = 4;
        scene.agentsPerWorld = 2;
        for (int world = 0; world < 4; ++world)
            for (const float x : {0.6f, -0.6f}) {
                AgentVisual agent;
                agent.pose = {{x, 0}, 0.5f * kPi};
                scene.agents.push_back(agent);
            }
        rig.setPictureSize({1200, 900});
        rig.setLayout(layout);
    }
    QPointF pixelOf(int row, Vec2 inBody, float z) const {
        const AgentVisual &agent = scene.agents[std::size_t(row)];
        const Vec2 p = agent.pose.toParent(inBody) + layout.origin(row / 2);
        return *rig.camera().toScreen({p.x, p.y, z});
    }
    int pick(QPointF pixel) const { return pickAgent(rig.camera(), pixel, scene, layout, vehicle); }
};

} // namespace

class TestScenePicking : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void clickOnACarPicksIt() {
        const Fixture f;
        for (int row = 0; row < 8; ++row)
            QCOMPARE(f.pick(f.pixelOf(row, {0.05f, 0}, 0.08f)), row);
    }

    void clickOnACarPicksItFromAbove() {
        Fixture f;
        f.rig.setMode(CameraMode::BirdsEye);
        f.rig.advance(1);
        for (int row = 0; row < 8; ++row)
            QCOMPARE(f.pick(f.pixelOf(row, {0.2f, 0.06f}, 0)), row);
    }

    void clickBesideACarPicksTheNearestOfItsTile() {
        const Fixture f;
        QCOMPARE(f.pick(f.pixelOf(5, {0.08f, 0.2f}, 0)), 5);
    }

    void clickFarFromEveryCarPicksNone() {
        const Fixture f;
        const Vec2 corner = f.layout.origin(2) + Vec2{1.3f, 1.3f};
        QCOMPARE(f.pick(*f.rig.camera().toScreen({corner.x, corner.y, 0})), -1);
    }

    void carInFrontHidesTheOneBehind() {
        Fixture f;
        f.scene.agents[1].pose.position = {0.6f, 0.45f}; // north of car 0: behind it for the camera
        f.rig.setMode(CameraMode::Orbit);
        f.rig.orbit({0, -200}); // down to where they overlap
        QCOMPARE(f.pick(f.pixelOf(0, {0.08f, 0}, 0.08f)), 0);
    }

    void emptySceneHasNothingToPick() {
        const Fixture f;
        QCOMPARE(pickAgent(f.rig.camera(), {600, 450}, SceneSnapshot{}, f.layout, f.vehicle), -1);
    }
};

QTEST_GUILESS_MAIN(TestScenePicking)
#include "test_scene_picking.moc"

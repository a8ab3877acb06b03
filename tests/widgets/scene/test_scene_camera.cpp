// Projection, framing and the behaviour of the cameras, without GL.
#include "widgets/scene/camera_rig.h"

#include <QTest>

#include <cmath>

using namespace paddock;

namespace {

constexpr float kWidth = 1600, kHeight = 1000;

TileLayout layoutOf(int worlds) {
    return TileLayout(worlds, {-1.65f, -1.65f}, {1.65f, 1.65f}, 0.2f);
}

CameraRig rigOf(int worlds, QSizeF size = {kWidth, kHeight}) {
    CameraRig rig;
    rig.setPictureSize(size);
    rig.setLayout(layoutOf(worlds));
    return rig;
}

void settle(CameraRig &rig) {
    for (int i = 0; i < 1000 && rig.advance(0.02f); ++i) {
    }
}

bool isSame(const CameraPose &a, const CameraPose &b) {
    return (a.target - b.target).length() < 1e-4f && std::abs(a.distance - b.distance) < 1e-4f &&
           std::abs(a.azimuth - b.azimuth) < 1e-5f && std::abs(a.elevation - b.elevation) < 1e-5f;
}

bool isNear(QPointF a, QPointF b, double pixels) {
    return std::hypot(a.x() - b.x(), a.y() - b.y()) < pixels;
}

// All corners of a world's tile (-1: of all) lie in the picture.
bool holds(const CameraRig &rig, int world, QSizeF size) {
    const TileLayout layout = layoutOf(25);
    const Vec2 lo = layout.boundsMin(world), hi = layout.boundsMax(world);
    for (const Vec2 p : {lo, hi, Vec2{lo.x, hi.y}, Vec2{hi.x, lo.y}}) {
        const auto pixel = rig.camera().toScreen({p.x, p.y, 0});
        if (!pixel || !QRectF(QPointF(0, 0), size).contains(*pixel))
            return false;
    }
    return true;
}

CameraSubject subjectAt(Vec2 position, float yaw) {
    return {{position, yaw}, 0.3f, 0.13f, 0.14f};
}

} // namespace

class TestSceneCamera : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void targetIsInTheMiddleOfThePicture_data() {
        QTest::addColumn<bool>("orthographic");
        QTest::addColumn<float>("elevation");
        QTest::addRow("perspective") << false << 0.7f;
        QTest::addRow("steep") << false << 1.5707963f;
        QTest::addRow("orthographic") << true << 1.5707963f;
    }
    void targetIsInTheMiddleOfThePicture() {
        QFETCH(bool, orthographic);
        QFETCH(float, elevation);
        CameraPose pose;
        pose.target = {1.5f, -2, 0};
        pose.elevation = elevation;
        pose.orthographic = orthographic;
        const auto pixel = Camera(pose, kWidth, kHeight, 10).toScreen(pose.target);
        QVERIFY(pixel && isNear(*pixel, {kWidth / 2, kHeight / 2}, 0.05));
    }

    void groundUnderAPixelProjectsBackToIt() {
        for (const bool orthographic : {false, true}) {
            CameraPose pose;
            pose.elevation = orthographic ? 0.5f * kPi : 0.6f;
            pose.orthographic = orthographic;
            const Camera camera(pose, kWidth, kHeight, 20);
            const QPointF pixel(1100, 700);
            const auto ground = camera.groundAt(pixel);
            QVERIFY(ground);
            const auto back = camera.toScreen({ground->x, ground->y, 0});
            QVERIFY(back && isNear(*back, pixel, 0.1));
        }
    }

    void orthographicRaysAreVertical() {
        CameraPose pose;
        pose.orthographic = true;
        pose.elevation = 0.5f * kPi;
        const Ray ray = Camera(pose, kWidth, kHeight, 10).rayThrough({10, 990});
        QVERIFY(ray.direction.z() < -0.9999f);
    }

    void northIsUpInTheBirdsEyeView() {
        CameraRig rig = rigOf(25);
        rig.setMode(CameraMode::BirdsEye);
        settle(rig);
        const auto low = rig.camera().toScreen({0, -1, 0}), high = rig.camera().toScreen({0, 1, 0});
        QVERIFY(low && high && high->y() < low->y());
        QVERIFY(std::abs(high->x() - low->x()) < 0.1);
    }

    void pixelsPerMetreAgreesWithProjection() {
        CameraPose pose;
        const Camera camera(pose, kWidth, kHeight, 10);
        const auto a = camera.toScreen({0, 0, 0}), b = camera.toScreen({0.01f, 0, 0});
        QVERIFY(std::abs(std::hypot(b->x() - a->x(), b->y() - a->y()) * 100 -
                         double(camera.pixelsPerMetre({0, 0, 0}))) < 1);
    }

    void pointBehindTheEyeIsNotOnTheScreen() {
        CameraPose pose;
        const QVector3D behind = pose.eye() + pose.backward();
        QVERIFY(!Camera(pose, kWidth, kHeight, 10).toScreen(behind));
    }

    void overviewHoldsAllTiles_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::addRow("wide") << QSizeF(2400, 600);
        QTest::addRow("16:10") << QSizeF(1600, 1000);
        QTest::addRow("square") << QSizeF(700, 700);
        QTest::addRow("tall") << QSizeF(400, 1200);
        QTest::addRow("odd") << QSizeF(333, 257);
    }
    void overviewHoldsAllTiles() {
        QFETCH(QSizeF, size);
        QVERIFY(holds(rigOf(25, size), -1, size));
        CameraRig flat = rigOf(25, size);
        flat.setMode(CameraMode::BirdsEye);
        settle(flat);
        QVERIFY(holds(flat, -1, size));
    }

    void overviewFillsThePicture() {
        const CameraRig rig = rigOf(25);
        const TileLayout layout = layoutOf(25);
        const auto low = rig.camera().toScreen({0, layout.boundsMin(-1).y, 0});
        const auto high = rig.camera().toScreen({0, layout.boundsMax(-1).y, 0});
        QVERIFY(low->y() - high->y() > 0.9 * double(kHeight));
    }

    void theOverviewLeavesRoomForTheLineOfTheHud() {
        const TileLayout layout = layoutOf(25);
        for (const QSizeF size : {QSizeF(kWidth, kHeight), QSizeF(700, 900), QSizeF(1400, 400)}) {
            const CameraRig rig = rigOf(25, size);
            const Vec2 lo = layout.boundsMin(-1), hi = layout.boundsMax(-1);
            for (const Vec2 p : {Vec2{lo.x, hi.y}, hi}) {
                const auto pixel = rig.camera().toScreen({p.x, p.y, 0});
                QVERIFY(pixel && pixel->y() > 38);
            }
        }
    }

    void aWidePictureIsFilledByTiltingFurther() {
        const CameraPose wide = rigOf(25, {1600, 1000}).camera().pose();
        const CameraPose tall = rigOf(25, {800, 1000}).camera().pose();
        QVERIFY(wide.elevation < tall.elevation);
        const TileLayout layout = layoutOf(25);
        const CameraRig rig = rigOf(25, {1600, 1000});
        const Vec2 lo = layout.boundsMin(-1), hi = layout.boundsMax(-1);
        const auto left = rig.camera().toScreen({lo.x, lo.y, 0});
        const auto right = rig.camera().toScreen({hi.x, lo.y, 0});
        QVERIFY(left && right && right->x() - left->x() > 0.8 * 1600);
    }

    void resizingKeepsTheOverviewFitting() {
        CameraRig rig = rigOf(25);
        rig.setPictureSize({500, 900});
        QVERIFY(holds(rig, -1, {500, 900}));
    }

    void zoomingToAWorldEndsWithItsTileInThePicture() {
        CameraRig rig = rigOf(25);
        rig.frame(7);
        settle(rig);
        QCOMPARE(rig.focusedWorld(), 7);
        QVERIFY(holds(rig, 7, {kWidth, kHeight}));
        QVERIFY(!holds(rig, -1, {kWidth, kHeight}));
    }

    void glideTakesAQuarterOfASecond() {
        CameraRig rig = rigOf(25);
        rig.frame(0);
        rig.advance(0.2f);
        QVERIFY(rig.moving());
        rig.advance(0.06f);
        QVERIFY(!rig.moving());
    }

    void wheelKeepsTheGroundUnderTheCursor_data() {
        QTest::addColumn<int>("mode");
        QTest::addRow("orbit") << int(CameraMode::Orbit);
        QTest::addRow("bird's eye") << int(CameraMode::BirdsEye);
    }
    void wheelKeepsTheGroundUnderTheCursor() {
        QFETCH(int, mode);
        CameraRig rig = rigOf(25);
        rig.setMode(CameraMode(mode));
        settle(rig);
        const QPointF cursor(1000, 420);
        const Vec2 before = *rig.camera().groundAt(cursor);
        rig.zoom(cursor, 0.7f);
        const Vec2 after = *rig.camera().groundAt(cursor);
        QVERIFY(length(after - before) < 2e-3f);
    }

    void panningCarriesTheGroundAlong() {
        CameraRig rig = rigOf(25);
        rig.setMode(CameraMode::BirdsEye);
        settle(rig);
        const Vec2 before = *rig.camera().groundAt({700, 500});
        rig.pan({700, 500}, {800, 450});
        QVERIFY(length(*rig.camera().groundAt({800, 450}) - before) < 1e-2f);
    }

    void draggingTheOverviewMakesItFree() {
        CameraRig rig = rigOf(25);
        rig.orbit({40, 0});
        QCOMPARE(int(rig.mode()), int(CameraMode::Orbit));
    }

    void freeCamerasIgnoreTheCars_data() {
        QTest::addColumn<int>("mode");
        for (const CameraMode mode :
             {CameraMode::Overview, CameraMode::Orbit, CameraMode::BirdsEye})
            QTest::addRow("%d", int(mode)) << int(mode);
    }
    void freeCamerasIgnoreTheCars() {
        QFETCH(int, mode);
        CameraRig rig = rigOf(25);
        rig.setMode(CameraMode(mode));
        settle(rig);
        const CameraPose before = rig.camera().pose();
        rig.setSubject(subjectAt({3, 1}, 1), true);
        rig.advance(0.5f);
        QVERIFY(isSame(before, rig.camera().pose()));
    }

    void followLooksAtTheCarFromBehind() {
        CameraRig rig = rigOf(25);
        rig.setSubject(subjectAt({3, 1}, 0), true);
        rig.setMode(CameraMode::Follow);
        settle(rig);
        QVERIFY(rig.camera().eye().x() < 3 - 0.3f);
        const auto pixel = rig.camera().toScreen({3, 1, 0.05f});
        QVERIFY(pixel && QRectF(0, 0, kWidth, kHeight).contains(*pixel));
    }

    void followTurnsSmoothlyWithTheCar() {
        CameraRig rig = rigOf(25);
        rig.setSubject(subjectAt({0, 0}, 0), true);
        rig.setMode(CameraMode::Follow);
        settle(rig);
        const float before = rig.camera().pose().azimuth;
        rig.setSubject(subjectAt({0, 0}, 0.5f), false);
        rig.advance(0.02f);
        const float turned = wrapAngle(rig.camera().pose().azimuth - before);
        QVERIFY(turned > 0 && turned < 0.2f);
        settle(rig);
        QVERIFY(std::abs(wrapAngle(rig.camera().pose().azimuth - before) - 0.5f) < 0.01f);
    }

    void driverSitsInTheCarAndLooksAhead() {
        CameraRig rig = rigOf(25);
        rig.setSubject(subjectAt({2, -1}, 0.5f * kPi), true);
        rig.setMode(CameraMode::Driver);
        settle(rig);
        const QVector3D eye = rig.camera().eye();
        QVERIFY(length(Vec2{eye.x() - 2, eye.y() + 1}) < 0.15f);
        QVERIFY(-rig.camera().pose().backward().y() > 0.95f);
    }

    void cameraSeesWhatProjectsIntoThePicture() {
        const CameraRig rig = rigOf(25);
        const Camera camera = rig.camera();
        const TileLayout layout = layoutOf(25);
        for (int world = 0; world < 25; ++world) {
            const Vec2 p = layout.origin(world);
            QVERIFY(camera.sees({p.x, p.y, 0}, 0.1f));
        }
        QVERIFY(!camera.sees({500, 0, 0}, 1));
    }
};

QTEST_GUILESS_MAIN(TestSceneCamera)
#include "test_scene_camera.moc"

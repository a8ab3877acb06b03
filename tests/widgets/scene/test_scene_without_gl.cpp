// The view on a display that has no OpenGL: words instead of a picture, and never a crash.
#include "widgets/scene/scene_view.h"

#include <QLabel>
#include <QTest>

using namespace paddock;

namespace {

// Before the application starts: a platform without GL.
const bool kIsOffscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

} // namespace

class TestSceneWithoutGl : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void viewShowsWordsInstead() {
        QVERIFY(kIsOffscreen);
        SceneView view;
        view.resize(400, 300);
        view.show();
        const auto *words = view.findChild<QLabel *>();
        QVERIFY(words && words->isVisible());
        QVERIFY(!view.failure().isEmpty());
        QVERIFY(words->text().contains(view.failure()));
    }

    void everythingCanStillBeCalled() {
        SceneView view;
        view.resize(400, 300);
        view.show();
        Scenario scenario;
        scenario.parallel.worlds = 4;
        view.setScenario(scenario);
        auto snapshot = std::make_shared<SessionSnapshot>();
        snapshot->scene.worlds = 4;
        snapshot->scene.agentsPerWorld = 1;
        snapshot->scene.agents.resize(4);
        view.setSnapshot(snapshot);
        view.setPicked(2);
        for (const CameraMode mode : {CameraMode::Orbit, CameraMode::BirdsEye, CameraMode::Follow,
                                      CameraMode::Driver, CameraMode::Overview})
            view.setCameraMode(mode);
        view.zoomToWorld(3);
        view.setHudLines({QStringLiteral("line")});
        view.setSamples(4);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.rect().center());
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.grabFramebuffer().isNull());
        QCOMPARE(view.picked(), 2);
    }
};

QTEST_MAIN(TestSceneWithoutGl)
#include "test_scene_without_gl.moc"

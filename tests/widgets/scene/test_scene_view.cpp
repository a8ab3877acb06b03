// The view itself: what lands in its framebuffer and what hands do to it.
#include "widgets/scene/gl_support.h"
#include "widgets/scene/scene_view.h"

#include <QOpenGLWidget>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <set>

using namespace paddock;

namespace {

constexpr int kWorlds = 25, kAgents = 4;

// Cars a little off the middle of their world, each with its goal ahead.
std::shared_ptr<SessionSnapshot> snapshot(float shift = 0) {
    auto result = std::make_shared<SessionSnapshot>();
    SceneSnapshot &scene = result->scene;
    scene.worlds = kWorlds;
    scene.agentsPerWorld = kAgents;
    for (int row = 0; row < kWorlds * kAgents; ++row) {
        const float yaw = 0.5f * kPi * float(row % kAgents);
        AgentVisual agent;
        agent.pose = {rotated({0.45f + shift, 0.15f}, yaw), yaw};
        agent.goal = rotated({1.19f, 0.3f}, yaw);
        agent.braking = row % 2 == 0;
        scene.agents.push_back(agent);
    }
    return result;
}

// Pixels whose hue is that of the colour and that are not grey.
int countHue(const QImage &image, const QColor &color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            const int apart = std::abs(c.hsvHue() - color.hsvHue());
            count += c.hsvSaturation() > 140 && c.value() > 90 && std::min(apart, 360 - apart) < 12;
        }
    return count;
}

int colorsIn(const QImage &image) {
    std::set<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    return int(colors.size());
}

} // namespace

class TestSceneView : public QObject {
    Q_OBJECT

    std::unique_ptr<SceneView> m_view;

    void fill() {
        Scenario scenario;
        scenario.parallel.worlds = kWorlds;
        m_view->setScenario(scenario);
        m_view->setSnapshot(snapshot());
    }
    // Where a world's middle is: 25 tiles make a 5 by 5 grid, world 12 is in the middle of the
    // picture.
    QPoint middle() const { return m_view->rect().center(); }

  private Q_SLOTS:
    // Both kinds of surface, whichever this machine would choose.
    void initTestCase_data() {
        QTest::addColumn<SceneSurface>("surface");
        QTest::addRow("window") << SceneSurface::Window;
        QTest::addRow("picture") << SceneSurface::Picture;
    }
    void init() {
        QFETCH_GLOBAL(SceneSurface, surface);
        m_view = std::make_unique<SceneView>(nullptr, surface);
        m_view->resize(640, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        if (!m_view->failure().isEmpty())
            QSKIP(qPrintable(m_view->failure()));
        m_view->setSamples(1); // else a picture at rest differs from one in motion
    }
    void cleanup() { m_view.reset(); }

    void aSoftwareRasteriserComposesNoWindow() {
        const SceneView automatic;
        const bool hasGlWidget = automatic.findChild<QOpenGLWidget *>() != nullptr;
        QCOMPARE(hasGlWidget, !glSupport().isSoftware);
    }

    void shadersCompile() { QCOMPARE(m_view->failure(), QString()); }

    void emptyViewShowsAHintOnCalmGround() {
        const QImage image = m_view->grabFramebuffer();
        QVERIFY(colorsIn(image) > 2);
        QCOMPARE(countHue(image, agentColor(0)), 0);
    }

    void sceneIsNotASingleColour() {
        fill();
        QVERIFY(colorsIn(m_view->grabFramebuffer()) > 100);
    }

    void carsShowInTheirAgentsColours() {
        fill();
        m_view->setOverlays({false, false, false, false, false});
        m_view->zoomToWorld(12);
        QTRY_VERIFY(countHue(m_view->grabFramebuffer(), agentColor(0)) > 150);
        const QImage image = m_view->grabFramebuffer();
        for (int agent = 0; agent < kAgents; ++agent)
            QVERIFY2(countHue(image, agentColor(agent)) > 150, qPrintable(QString::number(agent)));
    }

    void pickedWorldIsOutlinedInTheAccentColour() {
        fill();
        const SceneTheme theme;
        m_view->setOverlays({false, false, false, false, false});
        const QImage before = m_view->grabFramebuffer();
        m_view->setPicked(12 * kAgents);
        const QImage after = m_view->grabFramebuffer();
        QVERIFY(countHue(after, theme.accent) > countHue(before, theme.accent) + 100);
    }

    void clickPicksACarOfTheTileAndSaysSo() {
        fill();
        QSignalSpy spy(m_view.get(), &SceneView::agentPicked);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middle());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(m_view->picked() / kAgents, 12);
        QCOMPARE(spy.last().at(0).toInt(), m_view->picked());
    }

    void doubleClickEnlargesTheTileAndEscapeGoesBack() {
        fill();
        m_view->setOverlays({false, false, false, false, false});
        const QImage before = m_view->grabFramebuffer();
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, middle());
        QTRY_VERIFY(countHue(m_view->grabFramebuffer(), agentColor(2)) > 250);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTRY_COMPARE(m_view->grabFramebuffer(), before);
    }

    void draggingTurnsTheOverviewIntoAnOrbit() {
        fill();
        QSignalSpy spy(m_view.get(), &SceneView::cameraModeChanged);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, middle());
        QTest::mouseMove(m_view.get(), middle() + QPoint(40, 10));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, middle() + QPoint(40, 10));
        QCOMPARE(m_view->cameraMode(), CameraMode::Orbit);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(m_view->picked(), -1);
    }

    void hudShowsOnlyWhenAsked() {
        fill();
        m_view->setHudLines({QStringLiteral("t 1.00 s")});
        SceneOverlays overlays;
        overlays.names = false;
        m_view->setOverlays(overlays);
        const QImage with = m_view->grabFramebuffer();
        overlays.hud = false;
        m_view->setOverlays(overlays);
        const QImage without = m_view->grabFramebuffer();
        const QRect corner(12, 12, 60, 30);
        QVERIFY(with.copy(corner) != without.copy(corner));
        const QRect elsewhere(320, 100, 300, 280);
        QCOMPARE(with.copy(elsewhere), without.copy(elsewhere)); // the camera did not move
    }

    void newSnapshotsMoveTheCars() {
        fill();
        const QImage before = m_view->grabFramebuffer();
        m_view->setSnapshot(snapshot(0.2f));
        QVERIFY(m_view->grabFramebuffer() != before);
    }

    void snapshotOfOtherSizeThanItSaysIsIgnored() {
        fill();
        const QImage before = m_view->grabFramebuffer();
        auto broken = snapshot(0.2f);
        broken->scene.agents.pop_back();
        m_view->setSnapshot(broken);
        QCOMPARE(m_view->grabFramebuffer(), before);
    }

    void everyCameraDrawsAtOddSizes() {
        fill();
        m_view->resize(333, 257);
        for (const CameraMode mode : {CameraMode::Overview, CameraMode::Orbit, CameraMode::BirdsEye,
                                      CameraMode::Follow, CameraMode::Driver}) {
            m_view->setCameraMode(mode);
            QVERIFY(colorsIn(m_view->grabFramebuffer()) > 20);
        }
    }

    void viewSurvivesANewContext() {
        fill();
        QWidget window;
        window.resize(640, 400);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        SceneView *view = m_view.release();
        layout->addWidget(view); // another top-level window: the old context goes
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(colorsIn(view->grabFramebuffer()) > 100);
        QCOMPARE(view->failure(), QString());
    }

    void theNewestSnapshotIsShownWithoutAsking() {
        fill();
        SceneOverlays quiet{false, false, false, false, false};
        m_view->setOverlays(quiet);
        m_view->setSnapshot(snapshot(0.2f));
        const auto shown = [this] { return m_view->grab().toImage().copy(m_view->rect()); };
        QTRY_VERIFY(m_view->framesPerSecond() > 0);
        QTRY_VERIFY(countHue(shown(), agentColor(0)) > 0);
    }

    void multisamplingSmoothsEdges() {
        fill();
        m_view->setSamples(1);
        QCOMPARE(m_view->samples(), 1);
        const QImage rough = m_view->grabFramebuffer();
        m_view->setSamples(4);
        QVERIFY(m_view->grabFramebuffer() != rough);
    }
};

QTEST_MAIN(TestSceneView)
#include "test_scene_view.moc"

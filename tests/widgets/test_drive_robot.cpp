// A robot at the window as a person with a gamepad: it drives laps of a small track, keeps, looks
// at, trims and learns from them, and watches the clone drive.
#include "core/drivers/driver.h"
#include "core/run/metrics.h"
#include "tests/support/race_scenario.h"
#include "tests/support/virtual_gamepad.h"
#include "widgets/window/main_window.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

using namespace paddock;
using paddock::test::raceOn;
using paddock::test::VirtualGamepad;
using Phase = DriveController::Phase;

namespace {

constexpr int kPatience = 60'000;            // ms, for a machine that is busy
constexpr double kSpeed = 2;                 // of time
constexpr std::int64_t kCloneSteps = 60'000; // agent steps

// What somebody's thumb and finger do who sees what the car sees: the choices of a controller as
// positions of the axes.
class Thumbs {
  public:
    Thumbs(const Scenario &scenario, VirtualGamepad &pad)
        : m_driver(makeBuiltinDriver("disparity_extender", scenario, 1)), m_race(scenario.racing),
          m_pad(pad) {}

    void look(const SessionSnapshot &snapshot) {
        const std::vector<float> &seen = snapshot.picked.observation;
        if (seen.empty())
            return;
        std::array<std::int32_t, 2> choice{};
        m_driver->act({seen.data(), 1, seen.size()}, std::uint32_t(snapshot.scene.step),
                      {choice.data(), 1, 2});
        const double left = m_race.steers[std::size_t(choice[1])];
        m_pad.setAxis(VirtualGamepad::kSteer, -left); // to the right is positive on a stick
        m_pad.setTrigger(VirtualGamepad::kTrigger, m_race.throttles[std::size_t(choice[0])]);
    }

  private:
    std::unique_ptr<Driver> m_driver;
    RacingTaskSpec m_race;
    VirtualGamepad &m_pad;
};

} // namespace

class TestDriveRobot : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ThemeManager m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    VirtualGamepad m_pad;
    std::unique_ptr<Thumbs> m_thumbs;

    DriveMode &mode() { return m_window->drive(); }
    LapShelf &shelf() { return mode().shelf(); }
    StudioActions &actions() { return m_window->actions(); }
    SceneView &view() { return m_window->scene().view(); }
    void press(int key, Qt::KeyboardModifiers with = {}) {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key(key), with);
    }
    // The steps build upon each other; without the one before there is nothing to do.
    bool ready() { return m_window && !QTest::currentTestFailed(); }

  private Q_SLOTS:
    void initTestCase() {
        m_themes.setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder.filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder.filePath("runs").toStdString();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(m_themes, *m_settings, options);
        m_window->setUnattended(true);
        Scenario race = raceOn("oval");
        QVERIFY(race.track);
        race.training.maxSteps = kCloneSteps;
        race.training.cloning.mode = CloningMode::Pure;
        m_window->document().setScenario(race, {});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QApplication::setActiveWindow(m_window.get());
        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(actions().mode(), StudioMode::Drive);
    }
    void cleanupTestCase() {
        m_thumbs.reset();
        m_window.reset();
    }

    void aGamepadIsPluggedInAndChosen() {
        QVERIFY(m_pad.attach("Robot pad"));
        QComboBox *box = mode().panel().deviceBox();
        const auto find = [box] { return box->findText("Robot pad", Qt::MatchContains); };
        QTRY_VERIFY_WITH_TIMEOUT(find() >= 0, kPatience);
        box->setCurrentIndex(find());
        Q_EMIT box->activated(find());
        QVERIFY(mode().devices().chosenPresent());
        QVERIFY(mode().devices().chosen() != "keyboard");
    }
    void itDrivesAndRecordsACleanLap() {
        mode().laps().lapsWanted()->setValue(2);
        press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(mode().drive().phase(), Phase::Driving, kPatience);
        mode().drive().setSpeed(kSpeed);
        m_thumbs = std::make_unique<Thumbs>(m_window->document().scenario(), m_pad);
        connect(&mode().drive(), &DriveController::snapshotReady, this,
                [this](const std::shared_ptr<const SessionSnapshot> &s) { m_thumbs->look(*s); });
        press(Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(mode().drive().phase(), Phase::Countdown, kPatience);
        QVERIFY(view().banner().toInt() >= 1);
        QTRY_VERIFY_WITH_TIMEOUT(!shelf().laps().empty(), kPatience);
        const LapEntry &lap = shelf().laps().front();
        QCOMPARE(QString::fromStdString(lap.verdict), QString("clean"));
        // The first lap also has the way from the start slot to the line.
        QVERIFY(lap.lapTime > 1 && lap.lapTime <= lap.seconds);
        QVERIFY(lap.path.size() > 50);
        QTRY_VERIFY_WITH_TIMEOUT(mode().laps().recorderText().contains("of 2 clean laps"),
                                 kPatience);
    }
    void itPausesWithTheLapKept() {
        QVERIFY(ready());
        press(Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(mode().drive().phase(), Phase::Paused, kPatience);
        QVERIFY(QFileInfo(shelf().file()).size() > 1000);
    }
    void itLooksAtTheLapAgain() {
        QVERIFY(ready() && !shelf().laps().empty());
        mode().laps().list().select(shelf().laps().front().chunk);
        QSignalSpy moved(&mode().replay(), &LapReplay::moved);
        press(Qt::Key_P);
        QTRY_VERIFY_WITH_TIMEOUT(mode().replay().row() > 10, kPatience);
        QVERIFY(view().hudLines().join(" ").contains("Replay of lap"));
        press(Qt::Key_P);
        const int row = mode().replay().row();
        press(Qt::Key_Left);
        QCOMPARE(mode().replay().row(), row - 1);
        press(Qt::Key_Right);
        QCOMPARE(mode().replay().row(), row);
    }
    void itTrimsTheLap() {
        QVERIFY(ready() && !shelf().laps().empty());
        const auto rows = int(shelf().laps().front().rows);
        LapTimeline &line = mode().laps().replayBox().timeline();
        const QPoint from = line.lastHandle().toPoint();
        const QPoint to(int(from.x() - line.width() * 0.1), from.y());
        QTest::mousePress(&line, Qt::LeftButton, {}, from);
        QTest::mouseMove(&line, to);
        QTest::mouseRelease(&line, Qt::LeftButton, {}, to);
        QVERIFY(line.last() < rows);
        const int kept = line.last();
        press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(int(shelf().laps().front().rows), kept);
    }
    void itTrainsOnTheLap() {
        QVERIFY(ready() && !shelf().laps().empty());
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(actions().mode(), StudioMode::Train);
        std::vector<double> losses;
        connect(&m_window->run(), &RunController::metricsReady, this,
                [&losses](const std::vector<MetricRow> &rows) {
                    for (const MetricRow &row : rows)
                        for (const auto &[name, value] : row.values)
                            if (name == tag::kCloningLoss && std::isfinite(value))
                                losses.push_back(value);
                });
        press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), RunController::Phase::Ended, kPatience);
        QVERIFY(losses.size() >= 4);
        QVERIFY2(losses.back() < 0.5 * losses.front(),
                 qPrintable(QString("%1 -> %2").arg(losses.front()).arg(losses.back())));
    }
    void itWatchesTheCloneDrive() {
        QVERIFY(ready());
        const QString run = QString::fromStdString(m_window->run().info().runDir.string());
        QVERIFY(!run.isEmpty());
        // The clone drives against nobody's hands: the pad lies still.
        m_thumbs.reset();
        disconnect(&mode().drive(), &DriveController::snapshotReady, this, nullptr);
        m_pad.setAxis(VirtualGamepad::kSteer, 0);
        m_pad.setTrigger(VirtualGamepad::kTrigger, 0);
        m_window->setMode(StudioMode::Drive);
        mode().panel().opponent().choose(OpponentKind::Policy);
        mode().panel().opponent().choosePolicy(run);
        double metres = 0;
        std::optional<Vec2> before;
        const auto watch = connect(&mode().drive(), &DriveController::snapshotReady, this,
                                   [&](const std::shared_ptr<const SessionSnapshot> &s) {
                                       if (s->scene.agents.size() < 2)
                                           return;
                                       const Vec2 now = s->scene.agents[1].pose.position;
                                       const double step = before ? length(now - *before) : 0;
                                       metres += step < 1 ? step : 0; // a new start is no way won
                                       before = now;
                                   });
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(metres > 5, kPatience);
        disconnect(watch);
        QCOMPARE(view().hudLines().isEmpty(), false);
    }
};

QTEST_MAIN(TestDriveRobot)
#include "test_drive_robot.moc"

// The Drive mode of the window: modes and their panels, keys that belong to driving, what pauses,
// laps and what is done with them.
#include "tests/support/race_scenario.h"
#include "tests/support/virtual_gamepad.h"
#include "widgets/window/main_window.h"

#include <QDockWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using paddock::test::raceOn;
using paddock::test::straightLap;
using paddock::test::VirtualGamepad;
using Phase = DriveController::Phase;

namespace {
constexpr int kPatience = 60'000; // ms, for a machine that is busy
} // namespace

class TestDriveMode : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    Scenario m_race;

    void openWindow() {
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        openRace();
    }
    // A name of its own for each test, and so a file of laps of its own.
    void openRace() {
        Scenario race = m_race;
        race.name = QTest::currentTestFunction();
        m_window->document().setScenario(race, {});
        QApplication::setActiveWindow(m_window.get());
    }
    void startDrive() {
        m_window->setMode(StudioMode::Drive);
        m_window->actions().driveStart->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Driving, kPatience);
    }
    QDockWidget *dock(const char *name) { return m_window->findChild<QDockWidget *>(name); }
    DriveController &drive() { return m_window->drive().drive(); }
    LapShelf &shelf() { return m_window->drive().shelf(); }
    SceneView &view() { return m_window->scene().view(); }

  private Q_SLOTS:
    void initTestCase() {
        m_race = raceOn("oval");
        QVERIFY(m_race.track);
    }
    // Windows are slow to make: the tests share one, and leave it as they have found it.
    void init() {
        if (m_window)
            return openRace();
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        openWindow();
    }
    void cleanup() {
        m_window->run().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->run().active(), kPatience);
        drive().stop();
        for (const StudioMode mode : {StudioMode::Drive, StudioMode::Train}) {
            m_window->setMode(mode);
            m_window->resetLayout();
        }
        m_window->drive().devices().choose("keyboard");
        m_window->drive().panel().opponent().choose(OpponentKind::None);
    }
    void cleanupTestCase() {
        m_window.reset();
        m_settings.reset();
    }

    void eachModeHasItsOwnPanels() {
        QVERIFY(dock("parameters")->isVisible());
        QVERIFY(!dock("drive")->isVisible());
        m_window->actions().modeAction(StudioMode::Drive)->trigger();
        QVERIFY(dock("drive")->isVisible() && dock("laps")->isVisible());
        QVERIFY(!dock("parameters")->isVisible() && !dock("curves")->isVisible());
        m_window->actions().modeAction(StudioMode::Train)->trigger();
        QVERIFY(dock("parameters")->isVisible() && !dock("drive")->isVisible());
    }
    void aModeKeepsItsLayoutWhileAnotherIsOn() {
        dock("inspector")->close();
        m_window->setMode(StudioMode::Drive);
        dock("laps")->close();
        m_window->setMode(StudioMode::Train);
        QVERIFY(dock("inspector")->isHidden() && !dock("parameters")->isHidden());
        m_window->setMode(StudioMode::Drive);
        QVERIFY(dock("laps")->isHidden() && !dock("drive")->isHidden());
    }
    void layoutsOutliveTheWindow() {
        m_window->setMode(StudioMode::Drive);
        dock("laps")->close();
        m_window->setMode(StudioMode::Train);
        m_window->close();
        m_window.reset();
        m_settings.reset();
        openWindow();
        QVERIFY(!dock("parameters")->isHidden());
        m_window->setMode(StudioMode::Drive);
        QVERIFY(dock("laps")->isHidden() && !dock("drive")->isHidden());
    }
    void resetIsOfTheModeThatIsOn() {
        dock("inspector")->close();
        m_window->setMode(StudioMode::Drive);
        dock("laps")->close();
        m_window->actions().resetLayout->trigger();
        QVERIFY(!dock("laps")->isHidden() && dock("parameters")->isHidden());
        m_window->setMode(StudioMode::Train);
        QVERIFY(dock("inspector")->isHidden());
    }
    void actionsOfTheOtherModeAreAway() {
        StudioActions &a = m_window->actions();
        QVERIFY(a.start->isVisible() && !a.record->isVisible());
        m_window->setMode(StudioMode::Drive);
        QVERIFY(!a.start->isVisible() && !a.undo->isEnabled() && a.driveStart->isEnabled());
    }
    void trainingGoesOnWhileSomebodyDrives() {
        m_window->actions().start->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), RunController::Phase::Running,
                                  kPatience);
        startDrive();
        const std::int64_t steps = m_window->run().progress().steps;
        QTRY_VERIFY_WITH_TIMEOUT(m_window->run().progress().steps > steps, kPatience);
        QCOMPARE(m_window->scene().view().picked(), 0);
        m_window->setMode(StudioMode::Train);
        QCOMPARE(m_window->run().phase(), RunController::Phase::Running);
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Paused, kPatience);
    }

    void drivingTakesItsKeysAndNoShortcutDoes() {
        startDrive();
        const CameraMode camera = view().cameraMode();
        view().setFocus();
        QTest::keyPress(&view(), Qt::Key_A);
        QTest::keyClick(&view(), Qt::Key_T); // bird's eye elsewhere
        QTRY_VERIFY_WITH_TIMEOUT(m_window->drive().devices().input().steer > 0.5, kPatience);
        QCOMPARE(view().cameraMode(), camera);
        QTest::keyRelease(&view(), Qt::Key_A);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->drive().devices().input().steer, 0.0, kPatience);
    }
    void escapeLeavesTheWheelAndGivesTheKeysBack() {
        startDrive();
        view().setFocus();
        QTest::keyPress(&view(), Qt::Key_W);
        QTest::keyClick(&view(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Paused, kPatience);
        QCOMPARE(m_window->drive().devices().input().throttle, 0.0);
        QTest::keyClick(&view(), Qt::Key_T);
        QCOMPARE(view().cameraMode(), CameraMode::BirdsEye);
    }
    void spaceHoldsTheCarAndLetsItGoOn() {
        startDrive();
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Paused, kPatience);
        QTest::keyClick(&view(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Driving, kPatience);
    }
    void anotherWindowPausesAndSaysSo() {
        startDrive();
        m_window->drive().windowLeft();
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Paused, kPatience);
        QVERIFY(m_window->drive().panel().hintText().contains("lost the keyboard"));
        QVERIFY(view().banner().contains("Paused"));
    }
    void unpluggingPausesAndSaysSo() {
        DriveDevices &devices = m_window->drive().devices();
        m_window->setMode(StudioMode::Drive);
        VirtualGamepad pad;
        QVERIFY(pad.attach("Robot pad"));
        const auto find = [&devices] {
            for (const DriveDevice &device : devices.devices())
                if (device.name.contains("Robot pad"))
                    return device.id;
            return QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!find().isEmpty(), kPatience);
        devices.choose(find());
        startDrive();
        pad.detach();
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Paused, kPatience);
        QVERIFY(m_window->drive().panel().hintText().contains("unplugged"));
        const EventModel &log = m_window->log().model();
        QVERIFY(QString::fromStdString(log.event(log.rowCount() - 1).text).contains("unplugged"));
    }
    void anOpponentThatIsNotThereIsExplained() {
        m_window->setMode(StudioMode::Drive);
        m_window->drive().panel().opponent().choose(OpponentKind::Ghost);
        m_window->actions().driveStart->trigger();
        QCOMPARE(drive().phase(), Phase::Idle);
        QVERIFY(m_window->drive().panel().hintText().contains("no clean lap"));
    }
    void anotherDocumentEndsTheDrive() {
        startDrive();
        m_window->document().setScenario(raceOn("hairpins"), {});
        QCOMPARE(drive().phase(), Phase::Idle);
    }

    void discardingALapCanBeUndone() {
        m_window->setMode(StudioMode::Drive);
        QVERIFY(shelf().add(straightLap(m_race, 60)));
        QVERIFY(shelf().add(straightLap(m_race, 80)));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Delete);
        QCOMPARE(shelf().laps().size(), std::size_t(1));
        QCOMPARE(shelf().laps().front().rows, std::size_t(60));
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shelf().laps().size(), std::size_t(2));
    }
    void deleteInTheListTakesTheSelectedLap() {
        m_window->setMode(StudioMode::Drive);
        for (const int rows : {50, 60, 70})
            QVERIFY(shelf().add(straightLap(m_race, rows)));
        LapList &list = m_window->drive().laps().list();
        list.select(shelf().laps()[1].chunk);
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(shelf().laps().size(), std::size_t(2));
        QCOMPARE(shelf().laps().back().rows, std::size_t(70));
    }
    void handlesOfTheTimeLineTrimTheLap() {
        m_window->setMode(StudioMode::Drive);
        QVERIFY(shelf().add(straightLap(m_race, 100)));
        LapTimeline &line = m_window->drive().laps().replayBox().timeline();
        QVERIFY(!m_window->actions().trimLap->isEnabled());
        const QPoint from = line.firstHandle().toPoint(), to(line.width() / 2, from.y());
        QTest::mousePress(&line, Qt::LeftButton, {}, from);
        QTest::mouseMove(&line, to);
        QTest::mouseRelease(&line, Qt::LeftButton, {}, to);
        QVERIFY(std::abs(line.first() - 50) <= 1);
        const auto rows = std::size_t(line.last() - line.first());
        m_window->actions().trimLap->trigger();
        QCOMPARE(shelf().laps().size(), std::size_t(1));
        QCOMPARE(shelf().laps().front().rows, rows);
        m_window->actions().undoLaps->trigger();
        QCOMPARE(shelf().laps().front().rows, std::size_t(100));
    }
    void aReplayStopsTheDriveAndDrivingEndsTheReplay() {
        startDrive();
        QVERIFY(shelf().add(straightLap(m_race, 40)));
        m_window->actions().replayLap->trigger();
        QVERIFY(m_window->drive().replay().shown());
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Paused, kPatience);
        drive().resume();
        QTRY_COMPARE_WITH_TIMEOUT(drive().phase(), Phase::Driving, kPatience);
        QVERIFY(!m_window->drive().replay().shown());
    }
    void lapsOutliveTheWindowThatRecordedThem() {
        m_window->setMode(StudioMode::Drive);
        QVERIFY(shelf().add(straightLap(m_race, 40)));
        m_window.reset(); // without closing it
        m_settings.reset();
        openWindow();
        m_window->setMode(StudioMode::Drive);
        QCOMPARE(shelf().laps().size(), std::size_t(1));
    }
    void trainingOnLapsIsOneStepOfTheDocument() {
        m_window->setMode(StudioMode::Drive);
        QVERIFY(!m_window->actions().trainOnLaps->isEnabled());
        QVERIFY(shelf().add(straightLap(m_race, 40)));
        m_window->actions().trainOnLaps->trigger();
        const BehaviouralCloningSpec &cloning = m_window->document().scenario().training.cloning;
        QCOMPARE(m_window->actions().mode(), StudioMode::Train);
        QVERIFY(cloning.enabled);
        QCOMPARE(QString::fromStdString(cloning.demoPath), shelf().file());
        m_window->actions().undo->trigger();
        QVERIFY(!cloning.enabled && cloning.demoPath.empty());
    }

    void takingAnAgentOverGivesItBackWithEscape() {
        StudioActions &a = m_window->actions();
        QVERIFY(!a.takeOver->isEnabled());
        a.start->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), RunController::Phase::Running,
                                  kPatience);
        m_window->scene().pick(1);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_G);
        QCOMPARE(m_window->run().takenRow(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(view().hudLines().join(" ").contains("you drive"), kPatience);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Escape);
        QCOMPARE(m_window->run().takenRow(), -1);
        QVERIFY(!a.takeOver->isChecked());
    }

    // Straight on at full throttle ends at a wall; what was driven may be kept all the same.
    void whatWasDrivenInARunMayBeKept() {
        StudioActions &a = m_window->actions();
        a.start->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), RunController::Phase::Running,
                                  kPatience);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_G);
        QTest::keyPress(&view(), Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(shelf().hasSetAside(), kPatience);
        QTest::keyRelease(&view(), Qt::Key_Up);
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(m_window->scene().notice().contains("not kept"));
        QVERIFY(shelf().laps().empty());
        shelf().keepSetAside();
        QCOMPARE(shelf().laps().size(), std::size_t(1));
        QVERIFY(shelf().laps()[0].rows > 0); // the episode may have been about to end
        QVERIFY(QString::fromStdString(shelf().laps()[0].verdict) != "clean");
    }
};

QTEST_MAIN(TestDriveMode)
#include "test_drive_mode.moc"

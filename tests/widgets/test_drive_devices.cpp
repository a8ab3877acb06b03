#include "tests/support/virtual_gamepad.h"
#include "widgets/input/calibration.h"
#include "widgets/input/drive_devices.h"
#include "widgets/input/keyboard_drive.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace paddock;
using paddock::test::VirtualGamepad;

Q_DECLARE_METATYPE(paddock::DriveButton)

namespace {

bool near(double a, double b, double within = 1e-9) {
    return std::abs(a - b) <= within;
}

bool press(KeyboardDrive &keyboard, int key, bool repeat = false) {
    return keyboard.handle(QKeyEvent(QEvent::KeyPress, key, {}, {}, repeat));
}
bool letGo(KeyboardDrive &keyboard, int key, bool repeat = false) {
    return keyboard.handle(QKeyEvent(QEvent::KeyRelease, key, {}, {}, repeat));
}

QString idOf(const DriveDevices &devices, const QString &name) {
    for (const DriveDevice &device : devices.devices())
        if (device.name == name)
            return device.id;
    return {};
}

} // namespace

class TestDriveDevices : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<DriveDevices> m_devices;
    std::unique_ptr<VirtualGamepad> m_pad;

    // Plugged in, chosen and watched.
    void choosePad(const QString &name = "Pad") {
        QVERIFY(m_pad->attach(name));
        m_devices->poll();
        m_devices->choose(idOf(*m_devices, name));
        m_devices->setActive(true);
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath("s.ini"));
        m_devices = std::make_unique<DriveDevices>(*m_settings);
        m_pad = std::make_unique<VirtualGamepad>();
    }
    void cleanup() {
        m_pad.reset();
        m_devices.reset();
    }

    // The list, and coming and going.
    void keyboardIsAlwaysThereAndChosenAtFirst() {
        QCOMPARE(m_devices->devices().front().id, QString("keyboard"));
        QCOMPARE(m_devices->chosen(), QString("keyboard"));
        QVERIFY(m_devices->chosenPresent());
    }
    void pluggedInDeviceIsListedWithKindAndAxes() {
        QSignalSpy changed(m_devices.get(), &DriveDevices::devicesChanged);
        QVERIFY(m_pad->attach("Pad"));
        QTRY_COMPARE(changed.count(), 1); // found by the timer, without being asked
        const DriveDevice device = m_devices->devices().back();
        QCOMPARE(device.name, QString("Pad"));
        QCOMPARE(device.axes, 6);
        QVERIFY(device.kind == DeviceKind::Gamepad);
    }
    void equalDevicesHaveDifferentIdsThatStay() {
        VirtualGamepad second;
        QVERIFY(m_pad->attach("Twin"));
        m_devices->poll();
        QVERIFY(second.attach("Twin"));
        m_devices->poll();
        const QString one = idOf(*m_devices, "Twin"), two = idOf(*m_devices, "Twin (2)");
        QVERIFY(!one.isEmpty() && !two.isEmpty() && one != two);
        m_pad->detach();
        m_devices->poll();
        QCOMPARE(idOf(*m_devices, "Twin (2)"), two);
        QVERIFY(idOf(*m_devices, "Twin").isEmpty());
    }
    void choosingWhatIsNotThereFallsBackToTheKeyboard() {
        choosePad();
        m_devices->choose("no such device");
        QCOMPARE(m_devices->chosen(), QString("keyboard"));
    }
    void unpluggingTellsAndStops() {
        choosePad();
        QSignalSpy lost(m_devices.get(), &DriveDevices::chosenLost);
        m_pad->setTrigger(VirtualGamepad::kTrigger, 1);
        m_pad->setAxis(VirtualGamepad::kSteer, 1);
        m_devices->poll();
        QVERIFY(near(m_devices->input().throttle, 1) && near(m_devices->input().steer, -1));
        m_pad->detach();
        QTRY_COMPARE(lost.count(), 1);
        QCOMPARE(lost[0][0].toString(), QString("Pad"));
        QVERIFY(!m_devices->chosenPresent());
        QCOMPARE(m_devices->input().throttle, 0.0);
        QCOMPARE(m_devices->input().steer, 0.0);
    }
    void pluggedInAgainIsChosenAgain() {
        choosePad();
        const QString id = m_devices->chosen();
        m_pad->detach();
        m_devices->poll();
        QSignalSpy back(m_devices.get(), &DriveDevices::chosenBack);
        QVERIFY(m_pad->attach("Pad"));
        m_pad->setTrigger(VirtualGamepad::kTrigger, 1);
        QTRY_COMPARE(back.count(), 1);
        QCOMPARE(back[0][0].toString(), QString("Pad"));
        QCOMPARE(m_devices->chosen(), id);
        QVERIFY(m_devices->chosenPresent());
        m_devices->poll();
        QVERIFY(near(m_devices->input().throttle, 1));
    }
    void anotherDeviceDoesNotTakeThePlaceOfTheLostOne() {
        choosePad();
        m_pad->detach();
        m_devices->poll();
        QSignalSpy back(m_devices.get(), &DriveDevices::chosenBack);
        QVERIFY(m_pad->attach("Another"));
        m_devices->poll();
        QCOMPARE(back.count(), 0);
        QVERIFY(!m_devices->chosenPresent());
    }
    void choiceComesBackWithTheNextStart() {
        choosePad();
        const QString id = m_devices->chosen();
        DriveDevices next(*m_settings);
        QCOMPARE(next.chosen(), id);
    }
    void withoutItsDeviceTheNextStartHasTheKeyboard() {
        choosePad();
        m_pad->detach();
        DriveDevices next(*m_settings);
        QCOMPARE(next.chosen(), QString("keyboard"));
    }

    // From axes to input.
    void stickIsSteeringWithLeftPositive() {
        choosePad();
        m_pad->setAxis(VirtualGamepad::kSteer, -0.5);
        m_devices->poll();
        // (0.5 - 0.08) / (1 - 0.08), the other way round
        QVERIFY(near(m_devices->input().steer, 0.42 / 0.92, 1e-4));
    }
    void stickInItsDeadZoneIsNoSteering() {
        choosePad();
        m_pad->setAxis(VirtualGamepad::kSteer, 0.079);
        m_devices->poll();
        QCOMPARE(m_devices->input().steer, 0.0);
        QVERIFY(near(m_devices->axes()[VirtualGamepad::kSteer], 0.079, 1e-4));
    }
    void triggerAtRestIsNoThrottle() {
        choosePad();
        m_devices->poll();
        QCOMPARE(m_devices->input().throttle, 0.0);
    }
    void halfATriggerIsHalfOfTheWayBeyondTheDeadZone() {
        choosePad();
        m_pad->setTrigger(VirtualGamepad::kTrigger, 0.5);
        m_devices->poll();
        QVERIFY(near(m_devices->input().throttle, 0.42 / 0.92, 1e-4));
    }
    void calibrationTakesEffectAtOnce() {
        choosePad();
        m_pad->setAxis(VirtualGamepad::kSteer, 0.3);
        m_devices->poll();
        DeviceCalibration c = m_devices->calibration();
        c.steer.inverted = false;
        c.steer.centre = 0.1;
        c.steer.high = 0.5;
        c.steer.deadZone = 0.2;
        m_devices->setCalibration(c);
        // half of the way from 0.1 to 0.5; (0.5 - 0.2) / (1 - 0.2)
        QVERIFY(near(m_devices->input().steer, 0.375, 1e-3));
    }
    void pedalOfAWheelRestsAtItsHighEnd() {
        QVERIFY(m_pad->attach("Wheel", SDL_JOYSTICK_TYPE_WHEEL, 4));
        m_pad->setAxis(2, 1);
        m_devices->poll();
        m_devices->choose(idOf(*m_devices, "Wheel"));
        m_devices->setActive(true);
        QVERIFY(m_devices->chosenDevice().kind == DeviceKind::Wheel);
        QCOMPARE(m_devices->input().throttle, 0.0);
        m_pad->setAxis(2, -1);
        m_devices->poll();
        QVERIFY(near(m_devices->input().throttle, 1));
    }
    void stickPushedForwardIsThrottleFromItsMiddle() {
        QVERIFY(m_pad->attach("Stick", SDL_JOYSTICK_TYPE_FLIGHT_STICK, 2));
        m_devices->poll();
        m_devices->choose(idOf(*m_devices, "Stick"));
        m_devices->setActive(true);
        QCOMPARE(m_devices->input().throttle, 0.0);
        m_pad->setAxis(1, 1);
        m_devices->poll();
        QCOMPARE(m_devices->input().throttle, 0.0);
        m_pad->setAxis(1, -1);
        m_devices->poll();
        QVERIFY(near(m_devices->input().throttle, 1));
    }
    void inactiveInputIsZero() {
        choosePad();
        m_pad->setTrigger(VirtualGamepad::kTrigger, 1);
        m_devices->setActive(false);
        m_devices->poll();
        QCOMPARE(m_devices->input().throttle, 0.0);
    }
    void inputIsReadByTheTimer() {
        choosePad();
        QSignalSpy changed(m_devices.get(), &DriveDevices::inputChanged);
        m_pad->setTrigger(VirtualGamepad::kTrigger, 1);
        QTRY_VERIFY(changed.count() > 0);
        QVERIFY(near(m_devices->input().throttle, 1));
    }
    void buttonsOfAGamepad_data() {
        QTest::addColumn<int>("button");
        QTest::addColumn<DriveButton>("expected");
        QTest::newRow("A") << int(SDL_CONTROLLER_BUTTON_A) << DriveButton::Arm;
        QTest::newRow("B") << int(SDL_CONTROLLER_BUTTON_B) << DriveButton::Discard;
        QTest::newRow("X") << int(SDL_CONTROLLER_BUTTON_X) << DriveButton::Redo;
        QTest::newRow("Start") << int(SDL_CONTROLLER_BUTTON_START) << DriveButton::Pause;
    }
    void buttonsOfAGamepad() {
        QFETCH(int, button);
        QFETCH(DriveButton, expected);
        choosePad();
        QSignalSpy pressed(m_devices.get(), &DriveDevices::buttonPressed);
        m_pad->setButton(button, true);
        m_devices->poll();
        m_devices->poll(); // still held: asked for once
        m_pad->setButton(button, false);
        m_devices->poll();
        QCOMPARE(pressed.count(), 1);
        QVERIFY(pressed[0][0].value<DriveButton>() == expected);
    }
    void buttonPressedWhileInactiveIsForgotten() {
        choosePad();
        m_devices->setActive(false);
        QSignalSpy pressed(m_devices.get(), &DriveDevices::buttonPressed);
        m_pad->setButton(SDL_CONTROLLER_BUTTON_A, true);
        m_devices->setActive(true);
        m_devices->poll();
        QCOMPARE(pressed.count(), 0);
    }

    // Calibrations in the settings.
    void calibrationSurvivesARestart() {
        DeviceCalibration c;
        c.steer = {2, -0.75, 0.125, 0.5, 0.25, true};
        c.throttle = {3, -0.5, 0.25, 0.75, 0.125, true};
        c.throttleFromRest = true;
        choosePad();
        m_devices->setCalibration(c);
        m_devices.reset();
        m_settings = std::make_unique<Settings>(m_folder->filePath("s.ini"));
        m_devices = std::make_unique<DriveDevices>(*m_settings);
        m_devices->choose(idOf(*m_devices, "Pad"));
        QVERIFY(m_devices->calibration() == c);
    }
    void eachDeviceHasItsOwnCalibration() {
        choosePad();
        DeviceCalibration c = m_devices->calibration();
        c.steer.deadZone = 0.3;
        m_devices->setCalibration(c);
        VirtualGamepad other;
        QVERIFY(other.attach("Other"));
        m_devices->poll();
        m_devices->choose(idOf(*m_devices, "Other"));
        QCOMPARE(m_devices->calibration().steer.deadZone, 0.08);
        m_devices->choose(idOf(*m_devices, "Pad"));
        QCOMPARE(m_devices->calibration().steer.deadZone, 0.3);
    }
    void damagedValuesAreClamped_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        for (const char *key : {"steer_axis", "steer_low", "steer_centre", "steer_high",
                                "steer_dead_zone", "throttle_axis", "throttle_high"})
            for (const char *value : {"1e300", "-1e300", "nan", "inf", "0,5", "", "abc"})
                QTest::addRow("%s = %s", key, value) << QString(key) << QString(value);
    }
    void damagedValuesAreClamped() {
        QFETCH(QString, key);
        QFETCH(QString, value);
        choosePad();
        m_devices->setCalibration(m_devices->calibration());
        m_settings->setValue("devices/" + m_devices->chosen() + "/" + key, value);
        const DeviceCalibration c = storedCalibration(*m_settings, m_devices->chosenDevice());
        for (const AxisCalibration &axis : {c.steer, c.throttle}) {
            QVERIFY(axis.axis >= 0 && axis.axis < 6);
            QVERIFY(axis.low >= -1 && axis.low < axis.high && axis.high <= 1);
            QVERIFY(axis.centre >= axis.low && axis.centre <= axis.high);
            QVERIFY(axis.deadZone >= 0 && axis.deadZone <= kMaxDeadZone);
        }
    }
    void turnedRoundEndsAreTheDefaultOnes() {
        DeviceCalibration c;
        c.steer.low = 0.9;
        c.steer.high = -0.9;
        const DriveDevice device{"x", "x", 4, DeviceKind::Stick};
        const AxisCalibration out = saneCalibration(c, device).steer;
        QCOMPARE(out.low, -1.0);
        QCOMPARE(out.high, 1.0);
    }
    void missingAxisIsNoInput() {
        DeviceCalibration c;
        c.steer.axis = 7;
        c.throttle.axis = -1;
        const DriveInput input = calibratedInput(c, {1, 1});
        QCOMPARE(input.steer, 0.0);
        QCOMPARE(input.throttle, 0.0);
    }

    // The curve.
    void deadZoneIsContinuousAtItsEdge() {
        const AxisCalibration c{0, -1, 0, 1, 0.25, false};
        QCOMPARE(calibrated(c, 0.25), 0.0);
        QVERIFY(near(calibrated(c, 0.25 + 1e-6), 1e-6 / 0.75, 1e-12));
        QVERIFY(near(calibrated(c, -0.25 - 1e-6), -1e-6 / 0.75, 1e-12));
    }
    void endsAreExactAndHoldBeyond() {
        const AxisCalibration c{0, -0.7, 0.2, 0.9, 0.13, false};
        for (double beyond : {0.0, 0.05, 1.0}) {
            QCOMPARE(calibrated(c, 0.9 + beyond), 1.0);
            QCOMPARE(calibrated(c, -0.7 - beyond), -1.0);
        }
        QCOMPARE(calibrated(c, 0.2), 0.0);
    }
    void curveOnlyRises() {
        const AxisCalibration c{0, -0.7, 0.2, 0.9, 0.13, false};
        for (int i = -100; i < 100; ++i)
            QVERIFY(calibrated(c, i / 100.0) <= calibrated(c, (i + 1) / 100.0));
    }
    void invertingMirrors() {
        AxisCalibration c{0, -0.7, 0.2, 0.9, 0.13, false};
        const double straight = calibrated(c, 0.6);
        c.inverted = true;
        QCOMPARE(calibrated(c, 0.6), -straight);
    }
    void centreAtAnEndIsAHalfAxis() {
        const AxisCalibration c{0, 0, 0, 1, 0, false};
        QCOMPARE(calibrated(c, -1), 0.0);
        QCOMPARE(calibrated(c, 0.5), 0.5);
    }

    // Keys.
    void steeringKeyReachesTheEndInAQuarterOfASecond() {
        KeyboardDrive keyboard;
        QVERIFY(press(keyboard, Qt::Key_Left));
        QCOMPARE(keyboard.input().steer, 0.0);
        keyboard.advance(0.125);
        QVERIFY(near(keyboard.input().steer, 0.5));
        keyboard.advance(0.125);
        QVERIFY(near(keyboard.input().steer, 1));
        keyboard.advance(10);
        QCOMPARE(keyboard.input().steer, 1.0);
    }
    void letGoSteeringIsBackInAnEighthOfASecond() {
        KeyboardDrive keyboard;
        press(keyboard, Qt::Key_D);
        keyboard.advance(1);
        QCOMPARE(keyboard.input().steer, -1.0);
        letGo(keyboard, Qt::Key_D);
        keyboard.advance(0.0625);
        QVERIFY(near(keyboard.input().steer, -0.5));
        keyboard.advance(0.0625);
        QVERIFY(near(keyboard.input().steer, 0));
        keyboard.advance(1);
        QCOMPARE(keyboard.input().steer, 0.0);
    }
    void crossingOverGoesBackFastAndOutSlowly() {
        KeyboardDrive keyboard;
        press(keyboard, Qt::Key_A);
        keyboard.advance(1);
        letGo(keyboard, Qt::Key_A);
        press(keyboard, Qt::Key_D);
        keyboard.advance(0.25); // 1/8 s back, then 1/8 s out
        QVERIFY(near(keyboard.input().steer, -0.5));
    }
    void steeringDoesNotDependOnHowOftenItIsAdvanced() {
        KeyboardDrive often, once;
        press(often, Qt::Key_A);
        press(once, Qt::Key_A);
        for (int i = 0; i < 15; ++i)
            often.advance(0.01);
        once.advance(0.15);
        QVERIFY(near(often.input().steer, once.input().steer));
    }
    void oppositeKeysCancelOut() {
        KeyboardDrive keyboard;
        press(keyboard, Qt::Key_Left);
        press(keyboard, Qt::Key_D);
        keyboard.advance(1);
        QCOMPARE(keyboard.input().steer, 0.0);
    }
    void bothHandsHoldTheSameWay() {
        KeyboardDrive keyboard;
        press(keyboard, Qt::Key_Left);
        press(keyboard, Qt::Key_A);
        letGo(keyboard, Qt::Key_Left);
        keyboard.advance(1);
        QCOMPARE(keyboard.input().steer, 1.0);
    }
    void throttleNeedsItsKey() {
        KeyboardDrive keyboard;
        QCOMPARE(keyboard.input().throttle, 0.0);
        press(keyboard, Qt::Key_W);
        QCOMPARE(keyboard.input().throttle, 1.0);
        press(keyboard, Qt::Key_Down);
        QCOMPARE(keyboard.input().throttle, 0.0);
        letGo(keyboard, Qt::Key_Down);
        QCOMPARE(keyboard.input().throttle, 1.0);
        letGo(keyboard, Qt::Key_W);
        QCOMPARE(keyboard.input().throttle, 0.0);
    }
    void repeatedEventsOfAHeldKeyChangeNothing() {
        KeyboardDrive keyboard;
        press(keyboard, Qt::Key_Up);
        QVERIFY(letGo(keyboard, Qt::Key_Up, true)); // X11 sends both when a key repeats
        QVERIFY(press(keyboard, Qt::Key_Up, true));
        QCOMPARE(keyboard.input().throttle, 1.0);
        letGo(keyboard, Qt::Key_Up);
        QVERIFY(press(keyboard, Qt::Key_Up, true)); // a late one
        QCOMPARE(keyboard.input().throttle, 0.0);
    }
    void keysWithControlAreLeftToTheWindow() {
        KeyboardDrive keyboard;
        QVERIFY(!keyboard.handle(QKeyEvent(QEvent::KeyPress, Qt::Key_S, Qt::ControlModifier)));
        QVERIFY(!press(keyboard, Qt::Key_Space));
    }
    void keyLetGoWithControlHeldDoesNotStick() {
        KeyboardDrive keyboard;
        press(keyboard, Qt::Key_W);
        QVERIFY(keyboard.handle(QKeyEvent(QEvent::KeyRelease, Qt::Key_W, Qt::ControlModifier)));
        QCOMPARE(keyboard.input().throttle, 0.0);
    }
    void keysDriveOnlyWhileActive() {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_W, Qt::NoModifier);
        QVERIFY(!m_devices->handleKey(&event));
        m_devices->setActive(true);
        QSignalSpy changed(m_devices.get(), &DriveDevices::inputChanged);
        QVERIFY(m_devices->handleKey(&event));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_devices->input().throttle, 1.0);
        m_devices->releaseKeys();
        QCOMPARE(m_devices->input().throttle, 0.0);
    }
    void overrideIsAcceptedAndDrivesNothing() {
        m_devices->setActive(true);
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_W, Qt::NoModifier);
        event.ignore();
        QVERIFY(m_devices->handleKey(&event));
        QVERIFY(event.isAccepted());
        QCOMPARE(m_devices->input().throttle, 0.0);
    }
    void keysDoNotDriveWhileAnotherDeviceIsChosen() {
        choosePad();
        QKeyEvent event(QEvent::KeyPress, Qt::Key_W, Qt::NoModifier);
        QVERIFY(m_devices->handleKey(&event));
        QCOMPARE(m_devices->input().throttle, 0.0);
    }
    void heldKeySteersByTheTimer() {
        m_devices->setActive(true);
        QKeyEvent event(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        m_devices->handleKey(&event);
        QTRY_COMPARE(m_devices->input().steer, 1.0);
    }
};

QTEST_MAIN(TestDriveDevices)
#include "test_drive_devices.moc"

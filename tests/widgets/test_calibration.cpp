// The guided calibration and its live bars, with a device that exists in SDL alone.
#include "tests/support/virtual_gamepad.h"
#include "widgets/input/axis_bars.h"
#include "widgets/input/axis_capture.h"
#include "widgets/input/calibration.h"
#include "widgets/input/calibration_dialog.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace paddock;
using paddock::test::VirtualGamepad;

namespace {

const DriveDevice kStick{"x", "x", 4, DeviceKind::Stick};

// Pixels of a colour in a row of a picture, as the first and last place; -1, -1: none. Logical px.
struct Span {
    double first = -1, last = -1;
};
Span spanOf(const QImage &image, int y, int left, int right, const QColor &color) {
    const double scale = image.devicePixelRatio();
    Span out;
    for (int x = int(left * scale); x < int((right + 1) * scale); ++x) {
        const QColor pixel = image.pixelColor(x, int((y + 0.5) * scale));
        if (std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                std::abs(pixel.blue() - color.blue()) >
            6)
            continue;
        out.last = x / scale;
        if (out.first < 0)
            out.first = out.last;
    }
    return out;
}

} // namespace

class TestCalibration : public QObject {
    Q_OBJECT

    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<DriveDevices> m_devices;
    std::unique_ptr<VirtualGamepad> m_pad;

    // PADDOCK_PICTURES=folder keeps what the test sees.
    static void keep(QWidget &widget, const QString &name) {
        const QString folder = qEnvironmentVariable("PADDOCK_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(QDir(folder).filePath(name + ".png"));
    }

    // The accent's pixels in the middle row of a track.
    Span filled(AxisBars &bars, const QRect &track) const {
        const QImage image = bars.grab().toImage();
        return spanOf(image, track.top() + 1, track.left(), track.right(),
                      m_themes->theme().accent);
    }
    std::unique_ptr<AxisBars> makeBars(const DriveInput &input,
                                       const std::vector<double> &axes = {},
                                       const DeviceCalibration &calibration = {}) const {
        auto bars = std::make_unique<AxisBars>(*m_themes);
        bars->setInput(input, axes, calibration);
        bars->resize(bars->sizeHint());
        bars->ensurePolished();
        return bars;
    }

    void choose(SDL_JoystickType type = SDL_JOYSTICK_TYPE_GAMECONTROLLER, int axes = 6) {
        QVERIFY(m_pad->attach("Pad", type, axes));
        m_devices->poll();
        m_devices->choose(m_devices->devices().back().id);
    }
    void move(int axis, double value) {
        m_pad->setAxis(axis, value);
        m_devices->poll();
    }
    static QPushButton &button(CalibrationDialog &dialog, const char *name) {
        return *dialog.findChild<QPushButton *>(name);
    }

  private Q_SLOTS:
    void initTestCase() { m_themes = std::make_unique<ThemeManager>(); }
    void init() {
        m_themes->setChoice(ThemeChoice::Dark);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath("s.ini"));
        m_devices = std::make_unique<DriveDevices>(*m_settings);
        m_pad = std::make_unique<VirtualGamepad>();
    }
    void cleanup() {
        m_pad.reset();
        m_devices.reset();
    }

    // Bars.
    void steeringLeftFillsTheLeftSide() {
        const auto bars = makeBars({0, 0.5});
        const QRect track = bars->steerTrack();
        const Span span = filled(*bars, track);
        QVERIFY(std::abs(span.first - (track.left() + 0.25 * track.width())) <= 2);
        QVERIFY(std::abs(span.last - track.center().x()) <= 2);
    }
    void steeringRightFillsTheRightSide() {
        const auto bars = makeBars({0, -1});
        const QRect track = bars->steerTrack();
        const Span span = filled(*bars, track);
        QVERIFY(std::abs(span.first - track.center().x()) <= 2);
        QVERIFY(std::abs(span.last - track.right()) <= 2);
    }
    void throttleFillsFromTheLeft_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void throttleFillsFromTheLeft() {
        QFETCH(bool, dark);
        m_themes->setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const auto bars = makeBars({0.75, 0});
        const QRect track = bars->throttleTrack();
        const Span span = filled(*bars, track);
        QVERIFY(std::abs(span.first - track.left()) <= 1);
        QVERIFY(std::abs(span.last - (track.left() + 0.75 * track.width())) <= 2);
    }
    void atRestNothingIsFilled() {
        const auto bars = makeBars({0, 0});
        QCOMPARE(filled(*bars, bars->steerTrack()).first, -1.0);
        QCOMPARE(filled(*bars, bars->throttleTrack()).first, -1.0);
    }
    void deadZoneIsShadedAboutTheMiddle() {
        DeviceCalibration c = DriveDevices::defaultCalibration(kStick);
        c.steer.deadZone = 0.4;
        const auto bars = makeBars({0, 0}, {0, 0, 0, 0}, c);
        const QRect track = bars->steerTrack();
        const Span span = spanOf(bars->grab().toImage(), track.top() + 1, track.left(),
                                 track.right(), m_themes->theme().line);
        QVERIFY(std::abs(span.first - (track.center().x() - 0.2 * track.width())) <= 2);
        QVERIFY(std::abs(span.last - (track.center().x() + 0.2 * track.width())) <= 2);
    }
    void stickInTheDeadZoneIsSeenWithoutAnyFill() {
        DeviceCalibration c = DriveDevices::defaultCalibration(kStick);
        c.steer.deadZone = 0.4;
        const std::vector<double> axes{0.3, 0, 0, 0}; // right
        const auto bars = makeBars(calibratedInput(c, axes), axes, c);
        const QRect track = bars->steerTrack();
        const Span mark = spanOf(bars->grab().toImage(), track.top() + 1, track.left(),
                                 track.right(), m_themes->theme().text);
        QVERIFY(std::abs(mark.first - (track.center().x() + 0.15 * track.width())) <= 2);
        QCOMPARE(filled(*bars, track).first, -1.0);
    }
    void rawAxesMakeItHigher() {
        const auto without = makeBars({}), with = makeBars({}, {0, 0, 0, 0, 0, 0});
        QVERIFY(with->sizeHint().height() > without->sizeHint().height());
    }
    void picturesForTheEye() { // nothing to claim but that they can be made
        DeviceCalibration c;
        c.steer = {0, -1, 0, 1, 0.08, true};
        c.throttle = {5, 0, 0, 1, 0.08, false};
        const std::vector<double> axes{-0.42, 0.1, 0, -0.03, 0, 0.8};
        for (ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_themes->setChoice(choice);
            const auto bars = makeBars(calibratedInput(c, axes), axes, c);
            QVERIFY(!bars->grab().isNull());
            keep(*bars, "bars-" + ThemeManager::choiceName(choice));
        }
    }

    // What the guide takes from the axes.
    void captureFindsAxesEndsCentreAndDirections() {
        AxisCapture capture;
        capture.begin({});
        for (const std::vector<double> &axes : std::vector<std::vector<double>>{
                 {0.1, 0, 1, 0}, {-0.8, 0, 1, 0}, {0.9, 0, 1, 0}, {0.1, 0, -0.7, 0}})
            capture.observe(axes);
        QVERIFY(!capture.next());
        capture.observe({0.1, 0, 1, 0});
        QVERIFY(!capture.next());
        capture.observe({-0.6, 0, 0.9, 0}); // the pedal moves a little too
        QCOMPARE(capture.moved(), 0);
        QVERIFY(!capture.next());
        capture.observe({-0.6, 0, 0.2, 0}); // the wheel is still turned
        QCOMPARE(capture.moved(), 2);
        QVERIFY(capture.next());
        const DeviceCalibration c = capture.result();
        QVERIFY((c.steer == AxisCalibration{0, -0.8, 0.1, 0.9, 0.08, true}));
        QVERIFY((c.throttle == AxisCalibration{2, -0.7, 1, 1, 0.08, true}));
        QVERIFY(!c.throttleFromRest);
    }
    void captureTakesAMiddleAsRestOfAStick() {
        AxisCapture capture;
        capture.begin({});
        for (const std::vector<double> &axes :
             std::vector<std::vector<double>>{{0, 0}, {-1, -1}, {1, 1}, {0, 0}})
            capture.observe(axes);
        capture.next();
        capture.next();
        capture.observe({1, 0});
        capture.next();
        capture.observe({0, 1});
        QVERIFY(capture.next());
        QVERIFY(capture.result().throttleFromRest);
        QVERIFY(!capture.result().steer.inverted);
        QVERIFY(!capture.result().throttle.inverted);
    }
    void captureWaitsUntilTwoAxesMoved() {
        AxisCapture capture;
        capture.begin({});
        capture.observe({0, 0});
        capture.observe({1, 0.1});
        QVERIFY(!capture.canGoOn());
        capture.next();
        QVERIFY(capture.step() == CaptureStep::Ends);
        capture.observe({1, 0.5});
        QVERIFY(capture.canGoOn());
    }

    // The dialog.
    void guideLeadsToACalibrationThatIsKept() {
        choose(SDL_JOYSTICK_TYPE_WHEEL, 3);
        move(2, 1);
        CalibrationDialog dialog(*m_devices, *m_themes);
        dialog.show();
        QVERIFY(dialog.guiding());
        QVERIFY(!button(dialog, "next").isEnabled());
        for (double value : {-0.5, 0.75, 0.0})
            move(0, value);
        keep(dialog, "dialog-ends");
        for (double value : {-0.5, 1.0})
            move(1, value);
        move(1, 0.9);
        button(dialog, "next").click();
        button(dialog, "next").click(); // let go: 0 and 0.9
        QVERIFY(!button(dialog, "next").isEnabled());
        move(0, -0.5);
        keep(dialog, "dialog-steer");
        button(dialog, "next").click();
        move(1, -0.5);
        button(dialog, "next").click();
        QVERIFY(!dialog.guiding());
        button(dialog, "next").click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const DeviceCalibration c = m_devices->calibration();
        QCOMPARE(c.steer.axis, 0);
        QVERIFY(c.steer.inverted && std::abs(c.steer.low + 0.5) < 1e-4);
        QVERIFY(std::abs(c.steer.high - 0.75) < 1e-4);
        QCOMPARE(c.throttle.axis, 1);
        QVERIFY(c.throttle.inverted && !c.throttleFromRest);
        QVERIFY(std::abs(c.throttle.centre - 0.9) < 1e-4);
    }
    void cancelKeepsNothing() {
        choose();
        const DeviceCalibration before = m_devices->calibration();
        CalibrationDialog dialog(*m_devices, *m_themes);
        button(dialog, "reset").click(); // to the settings
        dialog.findChild<QCheckBox *>("steerInverted")->toggle();
        dialog.findChild<QSlider *>("throttleDeadZone")->setValue(33);
        QCOMPARE(dialog.draft().throttle.deadZone, 0.33);
        QVERIFY(dialog.draft().steer.inverted != before.steer.inverted);
        button(dialog, "cancel").click();
        QVERIFY(m_devices->calibration() == before);
    }
    void anotherAxisStartsWithItsWholeWay() {
        choose();
        CalibrationDialog dialog(*m_devices, *m_themes);
        button(dialog, "reset").click();
        dialog.findChild<QComboBox *>("throttleAxis")->setCurrentIndex(1); // a trigger before
        QCOMPARE(dialog.draft().throttle.axis, 1);
        QCOMPARE(dialog.draft().throttle.low, -1.0);
        dialog.findChild<QComboBox *>("throttleAxis")->setCurrentIndex(4);
        QCOMPARE(dialog.draft().throttle.low, 0.0);
    }
    void resetIsTheDefaultOfTheDevice() {
        choose();
        DeviceCalibration c = m_devices->calibration();
        c.steer.axis = 3;
        m_devices->setCalibration(c);
        CalibrationDialog dialog(*m_devices, *m_themes);
        QVERIFY(!dialog.guiding()); // it was calibrated before
        dialog.show();
        keep(dialog, "dialog-settings");
        button(dialog, "reset").click();
        QVERIFY(dialog.draft() == DriveDevices::defaultCalibration(m_devices->chosenDevice()));
        QCOMPARE(dialog.findChild<QComboBox *>("steerAxis")->currentIndex(), 0);
    }
    void barsShowTheDraftLive() {
        choose();
        CalibrationDialog dialog(*m_devices, *m_themes);
        dialog.show();
        move(VirtualGamepad::kSteer, -1);
        auto *bars = dialog.findChild<AxisBars *>();
        const QRect track = bars->steerTrack();
        const Span span = filled(*bars, track);
        QVERIFY(std::abs(span.first - track.left()) <= 3); // the stick's mark lies over its end
        QVERIFY(span.last <= track.center().x() + 1);
    }
    void unpluggedDeviceIsSaidAndStopsTheGuide() {
        choose();
        CalibrationDialog dialog(*m_devices, *m_themes);
        button(dialog, "reset").click();
        QVERIFY(button(dialog, "next").isEnabled());
        m_pad->detach();
        m_devices->poll();
        QVERIFY(!button(dialog, "next").isEnabled());
        QVERIFY(dialog.findChild<QLabel *>("problem")->text().contains("Pad"));
        QVERIFY(m_pad->attach("Pad"));
        m_devices->poll();
        QVERIFY(button(dialog, "next").isEnabled());
    }
    void keyboardNeedsNoCalibrationAndIsToldSo() {
        CalibrationDialog dialog(*m_devices, *m_themes);
        dialog.show();
        keep(dialog, "dialog-keyboard");
        QVERIFY(dialog.findChild<QLabel *>("words")->text().contains("no calibration"));
        QVERIFY(!dialog.findChild<AxisBars *>());
    }
    void closingGivesTheWatchBackAsItWas() {
        choose();
        {
            CalibrationDialog dialog(*m_devices, *m_themes);
            QVERIFY(m_devices->active());
        }
        QVERIFY(!m_devices->active());
    }
    void dialogInTheLightForTheEye() {
        m_themes->setChoice(ThemeChoice::Light);
        choose();
        move(VirtualGamepad::kSteer, 0.6);
        CalibrationDialog dialog(*m_devices, *m_themes);
        button(dialog, "reset").click();
        dialog.show();
        move(VirtualGamepad::kTrigger, 0.2);
        QVERIFY(!dialog.grab().isNull());
        keep(dialog, "dialog-light");
    }
};

QTEST_MAIN(TestCalibration)
#include "test_calibration.moc"

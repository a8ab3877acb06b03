#include "widgets/input/calibration.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace paddock {

namespace {

constexpr double kLeastWay = 0.05;      // between the two ends of an axis, raw
constexpr int kMaxAxes = 64;            // of a device that is not known
constexpr int kGamepadTrigger = 5;      // the right one
constexpr double kWheelDeadZone = 0.01; // wheels have no slack to speak of

double part(double way, double whole) {
    return whole > 0 ? std::clamp(way / whole, 0.0, 1.0) : 0.0;
}

AxisCalibration saneAxis(AxisCalibration c, const AxisCalibration &fallback, int axes) {
    if (c.axis < 0 || c.axis >= axes)
        c.axis = std::min(fallback.axis, axes - 1);
    c.low = std::clamp(c.low, -1.0, 1.0);
    c.high = std::clamp(c.high, -1.0, 1.0);
    if (!(c.high - c.low >= kLeastWay)) {
        c.low = fallback.low;
        c.centre = fallback.centre;
        c.high = fallback.high;
    }
    c.centre = std::clamp(c.centre, c.low, c.high);
    c.deadZone = std::clamp(c.deadZone, 0.0, kMaxDeadZone);
    return c;
}

QString keyOf(const DriveDevice &device, const char *part, const char *field) {
    return QString("devices/%1/%2_%3").arg(device.id, part, field);
}

AxisCalibration storedAxis(const Settings &settings, const DriveDevice &device, const char *part,
                           const AxisCalibration &fallback) {
    const auto number = [&](const char *field, double value) {
        return settings.number(keyOf(device, part, field), value);
    };
    AxisCalibration c;
    // A number beyond int is no axis either; the clamp keeps the conversion defined.
    c.axis = int(std::clamp(number("axis", fallback.axis), -1.0, double(kMaxAxes)));
    c.low = number("low", fallback.low);
    c.centre = number("centre", fallback.centre);
    c.high = number("high", fallback.high);
    c.deadZone = number("dead_zone", fallback.deadZone);
    c.inverted = number("inverted", fallback.inverted ? 1 : 0) != 0;
    return c;
}

void storeAxis(Settings &settings, const DriveDevice &device, const char *part,
               const AxisCalibration &c) {
    const auto store = [&](const char *field, double value) {
        settings.setNumber(keyOf(device, part, field), value);
    };
    store("axis", c.axis);
    store("low", c.low);
    store("centre", c.centre);
    store("high", c.high);
    store("dead_zone", c.deadZone);
    store("inverted", c.inverted ? 1 : 0);
}

} // namespace

double axisPosition(const AxisCalibration &c, double raw) {
    const double position = raw >= c.centre ? part(raw - c.centre, c.high - c.centre)
                                            : -part(c.centre - raw, c.centre - c.low);
    return c.inverted ? -position : position;
}

double throttlePosition(const DeviceCalibration &calibration, double raw) {
    const AxisCalibration &c = calibration.throttle;
    if (calibration.throttleFromRest)
        return std::max(0.0, axisPosition(c, raw));
    const double position = part(raw - c.low, c.high - c.low);
    return c.inverted ? 1 - position : position;
}

double beyondDeadZone(double position, double deadZone) {
    const double size = std::abs(position);
    if (size <= deadZone)
        return 0;
    return std::copysign((size - deadZone) / (1 - deadZone), position);
}

double calibrated(const AxisCalibration &calibration, double raw) {
    return beyondDeadZone(axisPosition(calibration, raw), calibration.deadZone);
}

DriveInput calibratedInput(const DeviceCalibration &calibration, const std::vector<double> &axes) {
    const auto there = [&](int axis) { return axis >= 0 && axis < std::ssize(axes); };
    const AxisCalibration &steer = calibration.steer, &throttle = calibration.throttle;
    DriveInput input;
    if (there(steer.axis))
        input.steer = calibrated(steer, axes[std::size_t(steer.axis)]);
    if (there(throttle.axis))
        input.throttle = beyondDeadZone(
            throttlePosition(calibration, axes[std::size_t(throttle.axis)]), throttle.deadZone);
    return input;
}

DeviceCalibration DriveDevices::defaultCalibration(const DriveDevice &device) {
    DeviceCalibration c;
    c.steer.inverted = true;
    switch (device.kind) {
    case DeviceKind::Keyboard:
        break;
    case DeviceKind::Gamepad:
        c.throttle.axis = kGamepadTrigger;
        c.throttle.low = 0;
        break;
    case DeviceKind::Wheel: // a pedal rests at its high end
        c.steer.deadZone = kWheelDeadZone;
        c.throttle.axis = device.axes > 2 ? 2 : 1;
        c.throttle.centre = 1;
        c.throttle.inverted = true;
        break;
    case DeviceKind::Stick: // forward is negative
        c.throttle.axis = 1;
        c.throttle.inverted = true;
        c.throttleFromRest = true;
        break;
    }
    return c;
}

DeviceCalibration saneCalibration(const DeviceCalibration &calibration, const DriveDevice &device) {
    const DeviceCalibration fallback = DriveDevices::defaultCalibration(device);
    const int axes = device.axes > 0 ? device.axes : kMaxAxes;
    DeviceCalibration c = calibration;
    c.steer = saneAxis(c.steer, fallback.steer, axes);
    c.throttle = saneAxis(c.throttle, fallback.throttle, axes);
    return c;
}

DeviceCalibration storedCalibration(const Settings &settings, const DriveDevice &device) {
    const DeviceCalibration fallback = DriveDevices::defaultCalibration(device);
    DeviceCalibration c;
    c.steer = storedAxis(settings, device, "steer", fallback.steer);
    c.throttle = storedAxis(settings, device, "throttle", fallback.throttle);
    c.throttleFromRest = settings.number(keyOf(device, "throttle", "from_rest"),
                                         fallback.throttleFromRest ? 1 : 0) != 0;
    return saneCalibration(c, device);
}

void storeCalibration(Settings &settings, const DriveDevice &device,
                      const DeviceCalibration &calibration) {
    storeAxis(settings, device, "steer", calibration.steer);
    storeAxis(settings, device, "throttle", calibration.throttle);
    settings.setNumber(keyOf(device, "throttle", "from_rest"),
                       calibration.throttleFromRest ? 1 : 0);
}

AxisCalibration wholeAxis(const DriveDevice &device, int axis) {
    AxisCalibration c;
    c.axis = axis;
    if (device.kind == DeviceKind::Gamepad && axis >= kGamepadTrigger - 1)
        c.low = 0; // triggers go one way
    return c;
}

QString axisName(const DriveDevice &device, int axis) {
    static const char *const kGamepadAxes[] = {
        QT_TRANSLATE_NOOP("DriveDevices", "Left stick, sideways"),
        QT_TRANSLATE_NOOP("DriveDevices", "Left stick, up and down"),
        QT_TRANSLATE_NOOP("DriveDevices", "Right stick, sideways"),
        QT_TRANSLATE_NOOP("DriveDevices", "Right stick, up and down"),
        QT_TRANSLATE_NOOP("DriveDevices", "Left trigger"),
        QT_TRANSLATE_NOOP("DriveDevices", "Right trigger")};
    if (device.kind == DeviceKind::Gamepad && axis >= 0 && axis < std::ssize(kGamepadAxes))
        return QCoreApplication::translate("DriveDevices", kGamepadAxes[axis]);
    return QCoreApplication::translate("DriveDevices", "Axis %1").arg(axis);
}

} // namespace paddock

// Raw axis values as throttle and steering, and where the calibrations of the devices are kept.
#pragma once

#include "widgets/input/drive_devices.h"

namespace paddock {

inline constexpr double kMaxDeadZone = 0.5;

// Where a raw value is on the way of its axis, before the dead zone. -1 .. 1 about the centre.
double axisPosition(const AxisCalibration &calibration, double raw);
// 0 (let go) .. 1 (pressed), before the dead zone.
double throttlePosition(const DeviceCalibration &calibration, double raw);
// The rest of the way beyond the dead zone, stretched to the whole: 0 at its edge, 1 at the end.
double beyondDeadZone(double position, double deadZone);

// Zero for what the calibration takes from an axis that is not there.
DriveInput calibratedInput(const DeviceCalibration &calibration, const std::vector<double> &axes);

// Damaged or foreign values brought into range, piece by piece: axes that the device has, ends that
// lie apart, a centre between them.
DeviceCalibration saneCalibration(const DeviceCalibration &calibration, const DriveDevice &device);

DeviceCalibration storedCalibration(const Settings &settings, const DriveDevice &device);
void storeCalibration(Settings &settings, const DriveDevice &device,
                      const DeviceCalibration &calibration);

// An axis that nobody has measured yet, from end to end.
AxisCalibration wholeAxis(const DriveDevice &device, int axis);

QString axisName(const DriveDevice &device, int axis); // as shown

} // namespace paddock

// What a guided calibration sees: how far each axis goes, where it rests, and which one moves when
// the person steers or gives throttle.
#pragma once

#include "widgets/input/drive_devices.h"

#include <optional>
#include <vector>

namespace paddock {

enum class CaptureStep { Ends, Rest, Steer, Throttle };

class AxisCapture {
  public:
    void begin(const DeviceCalibration &before); // its dead zones stay
    void observe(const std::vector<double> &axes);

    CaptureStep step() const { return m_step; }
    // What a person must still do before next() goes on.
    bool canGoOn() const;
    // True: that was the last step, and result() is whole. Does nothing unless canGoOn().
    bool next();

    int moved() const; // axis that has moved most in this step, -1: none far enough
    const DeviceCalibration &result() const { return m_result; }

  private:
    struct Axis {
        double now = 0;
        double low = 0, high = 0; // seen in the first step
        double centre = 0;        // where it was let go
        double farthest = 0;      // from the centre in this step, signed, raw
        double way() const { return high - low; }
    };
    bool wayIsKnown(const Axis &axis) const;
    AxisCalibration measured(int axis, const AxisCalibration &before) const;

    CaptureStep m_step = CaptureStep::Ends;
    std::vector<Axis> m_axes;
    DeviceCalibration m_result;
};

} // namespace paddock

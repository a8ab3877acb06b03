// The gamepads and wheels that SDL knows. Nothing else of the window sees SDL. Without a joystick
// subsystem (no /dev/input, no rights) there are simply no devices.
#pragma once

#include "widgets/input/drive_devices.h"

#include <memory>
#include <vector>

namespace paddock {

struct PressedButton {
    QString device; // id
    DriveButton button;
};

class SdlJoysticks {
  public:
    SdlJoysticks();
    ~SdlJoysticks();

    // Brings list, axes and buttons up to date.
    void poll();

    QList<DriveDevice> devices() const;                // in the order they came
    std::vector<double> axes(const QString &id) const; // -1 .. 1; triggers of gamepads 0 .. 1
    std::vector<PressedButton> takePressed();          // since the last call

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paddock

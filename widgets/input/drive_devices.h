// What a person drives with: the keyboard, and every gamepad or wheel that SDL knows. Devices come
// and go while the program runs; each has its own calibration, kept in the settings.
#pragma once

#include "core/drivers/manual_control.h"
#include "widgets/document/settings.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <vector>

class QKeyEvent;

namespace paddock {

struct AxisCalibration {
    int axis = 0;           // of the device
    double low = -1;        // raw value at one end
    double centre = 0;      // raw value at rest
    double high = 1;        // raw value at the other end
    double deadZone = 0.08; // share of the way around the centre that counts as the centre
    bool inverted = false;
    bool operator==(const AxisCalibration &) const = default;
};

struct DeviceCalibration {
    AxisCalibration steer;         // right is positive on devices; inverted here by default
    AxisCalibration throttle;      // a trigger: rest at low, full at high
    bool throttleFromRest = false; // false: low .. high is 0 .. 1; true: centre .. high is
    bool operator==(const DeviceCalibration &) const = default;
};

// A gamepad has its axes in one order, whoever made it: left stick x, y, right stick x, y, left
// trigger, right trigger. All others have the axes of their own.
enum class DeviceKind { Keyboard, Gamepad, Wheel, Stick };

struct DriveDevice {
    QString id;   // stable over restarts, e.g. the GUID; "keyboard"
    QString name; // as shown
    int axes = 0; // 0: keyboard
    DeviceKind kind = DeviceKind::Keyboard;
    bool operator==(const DriveDevice &) const = default;
};

// What buttons and keys ask for while driving. Gamepads: A, B, X, Start; others: the first four
// buttons.
enum class DriveButton { Arm, Discard, Redo, Pause };

class DriveDevices : public QObject {
    Q_OBJECT
  public:
    explicit DriveDevices(Settings &settings, QObject *parent = nullptr);
    ~DriveDevices() override;

    QList<DriveDevice> devices() const; // the keyboard first
    QString chosen() const;             // id
    void choose(const QString &id);     // falls back to the keyboard when it is not there
    DriveDevice chosenDevice() const;   // the last that was known of it while it is away
    bool chosenPresent() const;

    // Watches devices 100 times a second (5 times while inactive, for the list alone).
    void setActive(bool active);
    bool active() const;
    void poll(); // what the watch does: reads all devices now
    // Keys of driving: arrows and WASD, while active. True: the event was one of them and is used
    // up; a ShortcutOverride is accepted, so that no action takes the key.
    bool handleKey(QKeyEvent *event);
    void releaseKeys(); // the window lost the focus

    DriveInput input() const; // newest, after calibration and dead zone; zero while inactive
    std::vector<double> axes() const;                          // raw, -1 .. 1, of the chosen device
    DeviceCalibration calibration() const;                     // of the chosen device
    void setCalibration(const DeviceCalibration &calibration); // kept in the settings
    static DeviceCalibration defaultCalibration(const DriveDevice &device);

  Q_SIGNALS:
    void devicesChanged();
    void chosenLost(const QString &name); // unplugged while chosen
    void chosenBack(const QString &name); // plugged in again
    void inputChanged();                  // or the raw axes
    void buttonPressed(paddock::DriveButton button);

  private:
    void refreshList();
    void tellInput();

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// A raw axis value through its calibration: -1 .. 1 about the centre, 0 within the dead zone,
// continuous at its edge.
double calibrated(const AxisCalibration &calibration, double raw);

} // namespace paddock

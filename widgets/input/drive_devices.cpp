#include "widgets/input/drive_devices.h"

#include "widgets/input/calibration.h"
#include "widgets/input/keyboard_drive.h"
#include "widgets/input/sdl_joysticks.h"

#include <QElapsedTimer>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace paddock {

namespace {

constexpr int kActivePeriod = 10;    // ms
constexpr int kIdlePeriod = 200;     // ms
constexpr double kLongestStep = 0.1; // s; steering by keys does not jump after a busy moment
constexpr const char *kChosenKey = "input/device";

bool same(const DriveInput &a, const DriveInput &b) {
    return a.throttle == b.throttle && a.steer == b.steer;
}

} // namespace

struct DriveDevices::Impl {
    explicit Impl(Settings &kept) : settings(kept) {}

    Settings &settings;
    SdlJoysticks joysticks;
    KeyboardDrive keyboard;
    QTimer timer;
    QElapsedTimer clock;
    bool active = false;

    QList<DriveDevice> list;
    DriveDevice chosen; // as last seen
    bool present = true;
    DeviceCalibration calibration;
    std::vector<double> axes; // of the chosen device
    DriveInput told;          // with the last inputChanged
    std::vector<double> toldAxes;

    DriveDevice keyboardDevice() const {
        return {"keyboard", DriveDevices::tr("Keyboard"), 0, DeviceKind::Keyboard};
    }
    bool keyboardChosen() const { return chosen.kind == DeviceKind::Keyboard; }
    QList<DriveDevice> listed() const {
        return QList<DriveDevice>{keyboardDevice()} + joysticks.devices();
    }
    const DriveDevice *find(const QString &id) const {
        const auto it = std::find_if(list.begin(), list.end(),
                                     [&](const DriveDevice &device) { return device.id == id; });
        return it == list.end() ? nullptr : &*it;
    }
    void take(const DriveDevice &device) {
        chosen = device;
        present = true;
        calibration = storedCalibration(settings, chosen);
        axes = joysticks.axes(chosen.id);
        keyboard.reset();
    }
    DriveInput input() const {
        if (!active || !present)
            return {};
        return keyboardChosen() ? keyboard.input() : calibratedInput(calibration, axes);
    }
};

DriveDevices::DriveDevices(Settings &settings, QObject *parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(settings)) {
    m_impl->list = m_impl->listed();
    const DriveDevice *last = m_impl->find(settings.value(kChosenKey).toString());
    m_impl->take(last ? *last : m_impl->keyboardDevice());
    m_impl->timer.setTimerType(Qt::PreciseTimer);
    m_impl->timer.setInterval(kIdlePeriod);
    connect(&m_impl->timer, &QTimer::timeout, this, &DriveDevices::poll);
    m_impl->clock.start();
    m_impl->timer.start();
}

DriveDevices::~DriveDevices() = default;

QList<DriveDevice> DriveDevices::devices() const {
    return m_impl->list;
}
QString DriveDevices::chosen() const {
    return m_impl->chosen.id;
}
DriveDevice DriveDevices::chosenDevice() const {
    return m_impl->chosen;
}
bool DriveDevices::chosenPresent() const {
    return m_impl->present;
}

void DriveDevices::choose(const QString &id) {
    if (const DriveDevice *device = m_impl->find(id)) {
        m_impl->take(*device);
        m_impl->settings.setValue(kChosenKey, id);
    } else {
        m_impl->take(m_impl->keyboardDevice());
    }
    tellInput();
}

void DriveDevices::setActive(bool active) {
    if (m_impl->active == active)
        return;
    poll(); // with its last state, so that buttons pressed before have no meaning after
    m_impl->active = active;
    m_impl->keyboard.reset();
    m_impl->timer.setInterval(active ? kActivePeriod : kIdlePeriod);
    tellInput();
}

bool DriveDevices::active() const {
    return m_impl->active;
}

void DriveDevices::poll() {
    const double seconds = double(m_impl->clock.nsecsElapsed()) * 1e-9;
    m_impl->clock.restart();
    m_impl->joysticks.poll();
    m_impl->keyboard.advance(std::min(seconds, kLongestStep));
    const std::vector<PressedButton> pressed = m_impl->joysticks.takePressed();
    m_impl->axes = m_impl->joysticks.axes(m_impl->chosen.id);
    refreshList();
    tellInput();
    for (const PressedButton &one : pressed)
        if (m_impl->active && one.device == chosen())
            Q_EMIT buttonPressed(one.button);
}

void DriveDevices::refreshList() {
    QList<DriveDevice> list = m_impl->listed();
    if (list == m_impl->list)
        return;
    m_impl->list = std::move(list);
    const DriveDevice *now = m_impl->find(m_impl->chosen.id);
    const bool was = m_impl->present;
    m_impl->present = now != nullptr;
    if (now && !was)
        m_impl->take(*now);
    const bool is = m_impl->present;
    const QString name = m_impl->chosen.name;
    Q_EMIT devicesChanged();
    if (was && !is)
        Q_EMIT chosenLost(name);
    else if (is && !was)
        Q_EMIT chosenBack(name);
}

void DriveDevices::tellInput() {
    const DriveInput now = m_impl->input();
    if (same(m_impl->told, now) && m_impl->toldAxes == m_impl->axes)
        return;
    m_impl->told = now;
    m_impl->toldAxes = m_impl->axes;
    Q_EMIT inputChanged();
}

bool DriveDevices::handleKey(QKeyEvent *event) {
    if (!m_impl->active || !m_impl->keyboard.handle(*event))
        return false;
    event->accept();
    if (m_impl->keyboardChosen())
        tellInput();
    return true;
}

void DriveDevices::releaseKeys() {
    m_impl->keyboard.release();
    tellInput();
}

DriveInput DriveDevices::input() const {
    return m_impl->input();
}
std::vector<double> DriveDevices::axes() const {
    return m_impl->axes;
}
DeviceCalibration DriveDevices::calibration() const {
    return m_impl->calibration;
}

void DriveDevices::setCalibration(const DeviceCalibration &calibration) {
    m_impl->calibration = saneCalibration(calibration, m_impl->chosen);
    if (!m_impl->keyboardChosen())
        storeCalibration(m_impl->settings, m_impl->chosen, m_impl->calibration);
    tellInput();
}

} // namespace paddock

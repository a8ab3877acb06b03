#include "widgets/input/sdl_joysticks.h"

#define SDL_MAIN_HANDLED // the program has a main of its own
#include <SDL.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace paddock {

namespace {

constexpr Uint32 kSubsystems = SDL_INIT_JOYSTICK | SDL_INIT_GAMECONTROLLER;

struct CloseJoystick {
    void operator()(SDL_Joystick *joystick) const { SDL_JoystickClose(joystick); }
};
struct ClosePad {
    void operator()(SDL_GameController *pad) const { SDL_GameControllerClose(pad); }
};

struct Open {
    SDL_JoystickID instance;
    QString guid;
    int number; // among equals, from 1
    std::unique_ptr<SDL_Joystick, CloseJoystick> joystick;
    std::unique_ptr<SDL_GameController, ClosePad> pad; // null: SDL knows no layout for it
    DriveDevice device;
};

double unit(Sint16 value) {
    return value < 0 ? value / 32768.0 : value / 32767.0;
}

QString guidOf(SDL_Joystick *joystick) {
    std::array<char, 33> guid{};
    SDL_JoystickGetGUIDString(SDL_JoystickGetGUID(joystick), guid.data(), int(guid.size()));
    return QString::fromLatin1(guid.data());
}

DriveDevice described(const Open &one, bool wheel) {
    const char *name =
        one.pad ? SDL_GameControllerName(one.pad.get()) : SDL_JoystickName(one.joystick.get());
    DriveDevice out;
    out.id = one.guid;
    out.name = QString::fromUtf8(name ? name : "").simplified();
    if (out.name.isEmpty())
        out.name = DriveDevices::tr("Unnamed device");
    if (one.number > 1) {
        out.id += QString("-%1").arg(one.number);
        out.name += QString(" (%1)").arg(one.number);
    }
    out.axes = one.pad ? int(SDL_CONTROLLER_AXIS_MAX)
                       : std::max(0, SDL_JoystickNumAxes(one.joystick.get()));
    out.kind = one.pad ? DeviceKind::Gamepad : wheel ? DeviceKind::Wheel : DeviceKind::Stick;
    return out;
}

std::optional<DriveButton> padButton(int button) {
    switch (button) {
    case SDL_CONTROLLER_BUTTON_A:
        return DriveButton::Arm;
    case SDL_CONTROLLER_BUTTON_B:
        return DriveButton::Discard;
    case SDL_CONTROLLER_BUTTON_X:
        return DriveButton::Redo;
    case SDL_CONTROLLER_BUTTON_START:
        return DriveButton::Pause;
    default:
        return std::nullopt;
    }
}

std::optional<DriveButton> plainButton(int button) {
    constexpr std::array kButtons{DriveButton::Arm, DriveButton::Discard, DriveButton::Redo,
                                  DriveButton::Pause};
    if (button < 0 || button >= int(kButtons.size()))
        return std::nullopt;
    return kButtons[std::size_t(button)];
}

} // namespace

struct SdlJoysticks::Impl {
    bool ready = false;
    std::vector<Open> open;
    std::vector<PressedButton> pressed;

    void closeGone();
    void openNew(int index);
    int freeNumber(const QString &guid) const;
    void notePressed(const SDL_Event &event);

    // SDL calls it inside the pump, in our thread.
    static int SDLCALL watch(void *self, SDL_Event *event) {
        static_cast<Impl *>(self)->notePressed(*event);
        return 0;
    }
};

SdlJoysticks::SdlJoysticks() : m_impl(std::make_unique<Impl>()) {
    SDL_SetMainReady();
    // There is no window of SDL's that could have the focus.
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    // Ctrl+C in the terminal still ends the program.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    m_impl->ready = SDL_InitSubSystem(kSubsystems) == 0;
    if (!m_impl->ready)
        return;
    SDL_AddEventWatch(&Impl::watch, m_impl.get());
    poll();
}

SdlJoysticks::~SdlJoysticks() {
    if (!m_impl->ready)
        return;
    SDL_DelEventWatch(&Impl::watch, m_impl.get());
    m_impl->open.clear();
    SDL_QuitSubSystem(kSubsystems);
}

void SdlJoysticks::poll() {
    if (!m_impl->ready)
        return;
    SDL_JoystickUpdate();
    SDL_PumpEvents();
    // The watch has seen them; nobody takes them from the queue.
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    m_impl->closeGone();
    for (int i = 0; i < SDL_NumJoysticks(); ++i)
        m_impl->openNew(i);
}

void SdlJoysticks::Impl::closeGone() {
    std::erase_if(open, [](const Open &one) {
        return SDL_JoystickGetAttached(one.joystick.get()) == SDL_FALSE;
    });
}

// A number stays with its device while that is plugged in, whatever becomes of its equals.
int SdlJoysticks::Impl::freeNumber(const QString &guid) const {
    int number = 1;
    while (std::any_of(open.begin(), open.end(),
                       [&](const Open &one) { return one.guid == guid && one.number == number; }))
        ++number;
    return number;
}

void SdlJoysticks::Impl::openNew(int index) {
    const SDL_JoystickID instance = SDL_JoystickGetDeviceInstanceID(index);
    const auto isIt = [&](const Open &one) { return one.instance == instance; };
    if (instance < 0 || std::any_of(open.begin(), open.end(), isIt))
        return;
    Open one;
    one.instance = instance;
    one.joystick.reset(SDL_JoystickOpen(index));
    if (!one.joystick) // gone again, or without the right to read it
        return;
    const bool wheel = SDL_JoystickGetType(one.joystick.get()) == SDL_JOYSTICK_TYPE_WHEEL;
    if (!wheel && SDL_IsGameController(index))
        one.pad.reset(SDL_GameControllerOpen(index));
    // Without triggers, the order of a gamepad's axes helps nobody.
    if (one.pad && !SDL_GameControllerHasAxis(one.pad.get(), SDL_CONTROLLER_AXIS_TRIGGERRIGHT))
        one.pad.reset();
    one.guid = guidOf(one.joystick.get());
    one.number = freeNumber(one.guid);
    one.device = described(one, wheel);
    open.push_back(std::move(one));
}

void SdlJoysticks::Impl::notePressed(const SDL_Event &event) {
    const bool ofPad = event.type == SDL_CONTROLLERBUTTONDOWN;
    if (!ofPad && event.type != SDL_JOYBUTTONDOWN)
        return;
    const SDL_JoystickID instance = ofPad ? event.cbutton.which : event.jbutton.which;
    for (const Open &one : open) {
        if (one.instance != instance || bool(one.pad) != ofPad)
            continue;
        const auto button =
            ofPad ? padButton(event.cbutton.button) : plainButton(event.jbutton.button);
        if (button)
            pressed.push_back({one.device.id, *button});
    }
}

QList<DriveDevice> SdlJoysticks::devices() const {
    QList<DriveDevice> out;
    for (const Open &one : m_impl->open)
        if (one.device.axes > 0) // else there is nothing to steer with
            out << one.device;
    return out;
}

std::vector<double> SdlJoysticks::axes(const QString &id) const {
    std::vector<double> out;
    for (const Open &one : m_impl->open) {
        if (one.device.id != id)
            continue;
        for (int axis = 0; axis < one.device.axes; ++axis)
            out.push_back(unit(
                one.pad ? SDL_GameControllerGetAxis(one.pad.get(), SDL_GameControllerAxis(axis))
                        : SDL_JoystickGetAxis(one.joystick.get(), axis)));
    }
    return out;
}

std::vector<PressedButton> SdlJoysticks::takePressed() {
    return std::exchange(m_impl->pressed, {});
}

} // namespace paddock

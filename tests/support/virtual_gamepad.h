// A gamepad, wheel or stick that exists in SDL alone. What is set takes effect with the next look
// at the devices, DriveDevices::poll() or its timer.
#pragma once

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <QString>

#include <algorithm>
#include <cmath>

namespace paddock::test {

class VirtualGamepad {
  public:
    // Axes and buttons of a gamepad as SDL orders them, see SDL_CONTROLLER_AXIS_LEFTX and
    // SDL_CONTROLLER_BUTTON_A.
    static constexpr int kSteer = SDL_CONTROLLER_AXIS_LEFTX;
    static constexpr int kTrigger = SDL_CONTROLLER_AXIS_TRIGGERRIGHT;

    VirtualGamepad() { SDL_InitSubSystem(kSubsystems); }
    ~VirtualGamepad() {
        detach();
        SDL_QuitSubSystem(kSubsystems);
    }
    VirtualGamepad(const VirtualGamepad &) = delete;
    VirtualGamepad &operator=(const VirtualGamepad &) = delete;

    // Plugs it in at rest: sticks in the middle, triggers let go.
    bool attach(const QString &name, SDL_JoystickType type = SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                int axes = SDL_CONTROLLER_AXIS_MAX) {
        detach();
        const QByteArray bytes = name.toUtf8();
        SDL_VirtualJoystickDesc description{};
        description.version = SDL_VIRTUAL_JOYSTICK_DESC_VERSION;
        description.type = Uint16(type);
        description.naxes = Uint16(axes);
        description.nbuttons = SDL_CONTROLLER_BUTTON_MAX;
        description.name = bytes.constData();
        const int index = SDL_JoystickAttachVirtualEx(&description);
        if (index < 0)
            return false;
        m_joystick = SDL_JoystickOpen(index);
        if (!m_joystick)
            return false;
        m_instance = SDL_JoystickInstanceID(m_joystick);
        if (type == SDL_JOYSTICK_TYPE_GAMECONTROLLER) {
            setTrigger(SDL_CONTROLLER_AXIS_TRIGGERLEFT, 0);
            setTrigger(SDL_CONTROLLER_AXIS_TRIGGERRIGHT, 0);
        }
        return true;
    }
    void setAxis(int axis, double value) { // -1 .. 1
        const double whole = value < 0 ? value * 32768 : value * 32767;
        SDL_JoystickSetVirtualAxis(m_joystick, axis,
                                   Sint16(std::clamp(std::lround(whole), -32768L, 32767L)));
    }
    void setTrigger(int axis, double value) { setAxis(axis, 2 * value - 1); } // 0 .. 1
    void setButton(int button, bool down) {
        SDL_JoystickSetVirtualButton(m_joystick, button, down ? 1 : 0);
    }
    void detach() { // unplugs it
        if (!m_joystick)
            return;
        for (int i = 0; i < SDL_NumJoysticks(); ++i)
            if (SDL_JoystickGetDeviceInstanceID(i) == m_instance) {
                SDL_JoystickDetachVirtual(i);
                break;
            }
        SDL_JoystickClose(m_joystick);
        m_joystick = nullptr;
    }

  private:
    static constexpr Uint32 kSubsystems = SDL_INIT_JOYSTICK | SDL_INIT_GAMECONTROLLER;
    SDL_Joystick *m_joystick = nullptr;
    SDL_JoystickID m_instance = -1;
};

} // namespace paddock::test

#include "widgets/input/keyboard_drive.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace paddock {

bool KeyboardDrive::steers(int key) {
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_W:
    case Qt::Key_A:
    case Qt::Key_S:
    case Qt::Key_D:
        return true;
    default:
        return false;
    }
}

bool KeyboardDrive::handle(const QKeyEvent &event) {
    if (!steers(event.key()))
        return false;
    if (event.type() == QEvent::KeyRelease) { // whatever is held with it by now
        if (!event.isAutoRepeat())
            m_held.erase(event.key());
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event.type() == QEvent::KeyPress && !event.isAutoRepeat())
        m_held.insert(event.key());
    return true;
}

void KeyboardDrive::release() {
    m_held.clear();
}

void KeyboardDrive::reset() {
    m_held.clear();
    m_steer = 0;
}

double KeyboardDrive::wantedSteer() const {
    return double(held(Qt::Key_Left, Qt::Key_A)) - double(held(Qt::Key_Right, Qt::Key_D));
}

void KeyboardDrive::advance(double seconds) {
    const double wanted = wantedSteer();
    if (m_steer != 0 && m_steer * wanted <= 0) { // back to 0 first, also on the way across
        const double needed = std::abs(m_steer) / kBack;
        if (needed >= seconds) {
            m_steer -= std::copysign(kBack * seconds, m_steer);
            return;
        }
        m_steer = 0;
        seconds -= needed;
    }
    const double step = kOut * seconds;
    m_steer += std::clamp(wanted - m_steer, -step, step);
}

DriveInput KeyboardDrive::input() const {
    const bool brake = held(Qt::Key_Down, Qt::Key_S);
    const bool drive = held(Qt::Key_Up, Qt::Key_W) && !brake;
    return {drive ? 1.0 : 0.0, m_steer};
}

} // namespace paddock

#include "widgets/drive/drive_keys.h"

#include <QKeyEvent>

namespace paddock {

DriveKeys::DriveKeys(QWidget *scene, DriveDevices &devices, QObject *parent)
    : QObject(parent), m_devices(devices) {
    scene->installEventFilter(this);
}

void DriveKeys::setSpared(QSet<int> keys) {
    m_spared = std::move(keys);
}

void DriveKeys::setDriving(bool driving) {
    if (m_driving && !driving)
        m_devices.releaseKeys();
    m_driving = driving;
}

// Plain keys, but not those of functions, of the recorder and with Ctrl or Alt.
bool DriveKeys::takes(const QKeyEvent &key) const {
    const bool function = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return !function && !m_spared.contains(key.key()) &&
           !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool DriveKeys::handle(QKeyEvent &key) {
    if (!takes(key))
        return m_devices.handleKey(&key); // a release that Ctrl has slipped into
    if (key.key() == Qt::Key_Escape) {
        if (key.type() == QEvent::KeyPress)
            Q_EMIT left();
        return true;
    }
    m_devices.handleKey(&key);
    return true;
}

bool DriveKeys::eventFilter(QObject *, QEvent *event) {
    if (!m_driving)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (!takes(*static_cast<QKeyEvent *>(event)))
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        return handle(*static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut:
        m_devices.releaseKeys();
        return false;
    default:
        return false;
    }
}

} // namespace paddock

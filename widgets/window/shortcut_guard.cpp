#include "widgets/window/shortcut_guard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextEdit>

namespace paddock {

namespace {

template <class... Widgets>
bool isOne(const QObject *object) {
    return ((qobject_cast<const Widgets *>(object) != nullptr) || ...);
}

bool typesText(const QObject *object) {
    return isOne<QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QAbstractItemView,
                 QAbstractSlider>(object);
}

// Keys that a focused button answers to; all others stay shortcuts.
bool buttonKey(int key) {
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter ||
           key == Qt::Key_Left || key == Qt::Key_Right;
}

bool plainKey(const QKeyEvent &key) {
    const bool function = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return !function && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

} // namespace

ShortcutGuard::ShortcutGuard(QWidget *scene, QObject *parent) : QObject(parent), m_scene(scene) {
    qApp->installEventFilter(this);
}

bool ShortcutGuard::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::ShortcutOverride || !watched->isWidgetType())
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (!plainKey(key))
        return false;
    // The event also passes the parents of the widget that has the keyboard; that widget decides.
    const QWidget *owner = QApplication::focusWidget();
    const bool tab = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
    const bool button = isOne<QAbstractButton>(owner) && buttonKey(key.key());
    if (typesText(owner) || button || (tab && owner && owner != m_scene)) {
        event->accept();
        return true;
    }
    return false;
}

} // namespace paddock

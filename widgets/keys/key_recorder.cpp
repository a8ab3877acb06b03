#include "widgets/keys/key_recorder.h"

#include <QKeyEvent>

namespace paddock {

QKeySequence chordOf(const QKeyEvent &event) {
    switch (event.key()) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
        return {};
    default:
        break;
    }
    int key = event.key();
    Qt::KeyboardModifiers held =
        event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    if (key == Qt::Key_Backtab) { // how Shift+Tab arrives
        key = Qt::Key_Tab;
        held |= Qt::ShiftModifier;
    }
    // "+" may need Shift on one keyboard and none on the next.
    const QString text = event.text();
    const bool sign = text.size() == 1 && text[0].isPrint() && !text[0].isLetter() &&
                      !text[0].isSpace() && key < 0x100;
    if (sign)
        held &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(held, Qt::Key(key)));
}

KeyRecorder::KeyRecorder(QWidget *parent) : QLineEdit(parent) {
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setPlaceholderText(tr("Click, then press a key"));
    setAccessibleName(tr("New key"));
    setAccessibleDescription(tr("Takes the next key that is pressed. Ctrl+Tab leaves the field."));
}

bool KeyRecorder::event(QEvent *event) {
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        event->accept();
        return true;
    case QEvent::KeyPress:
        return press(*static_cast<QKeyEvent *>(event));
    case QEvent::FocusIn:
        setPlaceholderText(tr("Press a key"));
        break;
    case QEvent::FocusOut:
        setPlaceholderText(tr("Click, then press a key"));
        break;
    default:
        break;
    }
    return QLineEdit::event(event);
}

// Ctrl+Tab is the way out for whoever has no mouse.
bool KeyRecorder::press(const QKeyEvent &event) {
    const QKeySequence key = chordOf(event);
    if (key == QKeySequence("Ctrl+Tab"))
        return focusNextPrevChild(true);
    if (!key.isEmpty())
        Q_EMIT recorded(key);
    return true;
}

} // namespace paddock

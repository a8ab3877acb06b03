#include "widgets/keys/key_bindings.h"

#include "widgets/keys/action_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace paddock {

namespace {

constexpr const char *kGroup = "keys/";
constexpr const char *kNone = "none"; // an action that has been left without a key

QStringList textsOf(const KeyBindings::Keys &keys) {
    QStringList out;
    for (const QKeySequence &key : keys)
        out << key.toString(QKeySequence::PortableText);
    return out.isEmpty() ? QStringList(kNone) : out;
}

// Nothing when one of them is no key.
std::optional<KeyBindings::Keys> keysOf(const QStringList &texts) {
    KeyBindings::Keys out;
    if (texts == QStringList(kNone))
        return out;
    for (const QString &text : texts) {
        const QKeySequence key = keyFromText(text);
        if (key.isEmpty())
            return std::nullopt;
        if (!out.contains(key))
            out << key;
    }
    return out.isEmpty() ? std::nullopt : std::optional(out);
}

} // namespace

QKeySequence keyFromText(const QString &text) {
    const QKeySequence key = QKeySequence::fromString(text.trimmed(), QKeySequence::PortableText);
    const bool one = key.count() == 1 && key[0].key() != Qt::Key_unknown && key[0].key() != 0;
    return one ? key : QKeySequence();
}

QString keysText(const QList<QKeySequence> &keys) {
    QStringList out;
    for (const QKeySequence &key : keys)
        out << key.toString(QKeySequence::NativeText);
    return out.join(QCoreApplication::translate("paddock::KeyBindings", ", "));
}

QString plainText(const QAction *action) {
    return action->text().remove('&').remove(u'…');
}

QString modeTitle(const StudioActions &actions, StudioMode mode) {
    const QAction *action = actions.modeAction(mode);
    return action ? action->iconText() : QString();
}

KeyBindings::KeyBindings(StudioActions &actions, Settings &settings, QObject *parent)
    : QObject(parent), m_actions(actions), m_settings(settings) {
    for (const auto &[name, action] : namedActions(actions)) {
        m_names.byAction[action] = name;
        m_names.byName[name] = action;
    }
    for (const QAction *action : actions.all())
        m_defaults[action] = action->shortcuts();
    for (const QAction *action : actions.modes())
        m_defaults[action] = action->shortcuts();
    Changes kept;
    for (const QString &name : m_names.byName.keys())
        if (const QVariant value = settings.value(kGroup + name); value.isValid())
            kept[name] = value.toStringList();
    applyChanges(kept);
}

QList<StudioMode> KeyBindings::sharedModes(const QAction *a, const QAction *b) const {
    QList<StudioMode> out;
    for (const QAction *action : m_actions.modes())
        if (const StudioMode mode = StudioActions::modeOf(action);
            m_actions.belongs(a, mode) && m_actions.belongs(b, mode))
            out << mode;
    return out;
}

QList<QAction *> KeyBindings::owners(const QKeySequence &key, const QAction *action) const {
    QList<QAction *> out;
    for (QAction *other : m_actions.all())
        if (other != action && other->shortcuts().contains(key) && !out.contains(other) &&
            !sharedModes(action, other).isEmpty())
            out << other;
    return out;
}

bool KeyBindings::add(QAction *action, const QKeySequence &key) {
    if (key.isEmpty() || !owners(key, action).isEmpty())
        return false;
    if (!action->shortcuts().contains(key)) {
        apply(action, action->shortcuts() << key);
        keep();
    }
    return true;
}

void KeyBindings::take(QAction *action, const QKeySequence &key) {
    for (QAction *owner : owners(key, action)) {
        Keys left = owner->shortcuts();
        left.removeAll(key);
        apply(owner, left);
    }
    add(action, key);
    keep();
}

void KeyBindings::remove(QAction *action, const QKeySequence &key) {
    Keys left = action->shortcuts();
    if (left.removeAll(key) == 0)
        return;
    apply(action, left);
    keep();
}

void KeyBindings::reset(QAction *action) {
    Keys free;
    for (const QKeySequence &key : defaults(action))
        if (owners(key, action).isEmpty())
            free << key;
    apply(action, free);
    keep();
}

void KeyBindings::resetAll() {
    restore({});
}

KeyBindings::Changes KeyBindings::changes() const {
    Changes out;
    for (auto it = m_names.byName.begin(); it != m_names.byName.end(); ++it)
        if (changed(it.value()))
            out[it.key()] = textsOf(it.value()->shortcuts());
    return out;
}

void KeyBindings::restore(const Changes &changes) {
    for (QAction *action : m_names.byName)
        if (changed(action))
            apply(action, defaults(action));
    applyChanges(changes);
    keep();
}

void KeyBindings::applyChanges(const Changes &changes) {
    for (auto it = changes.begin(); it != changes.end(); ++it)
        if (QAction *action = actionOf(it.key()))
            if (const auto keys = keysOf(it.value()))
                apply(action, *keys);
    while (dropConflict()) {
    }
}

// The program's own keys are free of conflicts, so giving changed ones up ends every conflict.
bool KeyBindings::dropConflict() {
    for (QAction *action : m_names.byName)
        if (changed(action))
            for (const QKeySequence &key : action->shortcuts())
                if (!owners(key, action).isEmpty()) {
                    apply(action, defaults(action));
                    return true;
                }
    return false;
}

void KeyBindings::apply(QAction *action, const Keys &keys) {
    if (action->shortcuts() == keys)
        return;
    action->setShortcuts(keys);
    StudioActions::describe(action);
}

void KeyBindings::keep() {
    const Changes now = changes();
    for (const QString &name : m_names.byName.keys()) {
        if (now.contains(name))
            m_settings.setValue(kGroup + name, now[name]);
        else
            m_settings.remove(kGroup + name);
    }
    Q_EMIT edited();
}

} // namespace paddock

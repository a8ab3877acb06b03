// Which keys call which action: those that the program comes with, and what a person has made of
// them. No two actions of a mode share a key, whatever the settings say.
#pragma once

#include "widgets/document/settings.h"
#include "widgets/window/studio_actions.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QStringList>

namespace paddock {

class KeyBindings : public QObject {
    Q_OBJECT
  public:
    using Keys = QList<QKeySequence>;
    using Changes = QMap<QString, QStringList>; // name of an action, its keys as portable text

    // Gives the actions the keys that the settings hold. Entries that are damaged, unknown or in
    // conflict are passed over.
    KeyBindings(StudioActions &actions, Settings &settings, QObject *parent = nullptr);

    StudioActions &actions() const { return m_actions; }
    // Under which the keys are kept, the same in every language; empty: they cannot be changed.
    QString name(const QAction *action) const { return m_names.value(action); }
    Keys defaults(const QAction *action) const { return m_defaults.value(action); }
    bool changed(const QAction *action) const { return action->shortcuts() != defaults(action); }

    // Modes in which both actions are there.
    QList<StudioMode> sharedModes(const QAction *a, const QAction *b) const;
    // Other actions that have the key in a mode in which `action` is there too.
    QList<QAction *> owners(const QKeySequence &key, const QAction *action) const;

    // False, and nothing happens, when another action has the key.
    bool add(QAction *action, const QKeySequence &key);
    void take(QAction *action, const QKeySequence &key); // from its owners, who go without
    void remove(QAction *action, const QKeySequence &key);
    // The program's own keys, but those that another action has been given meanwhile.
    void reset(QAction *action);
    void resetAll();

    Changes changes() const; // what differs from the program's own
    void restore(const Changes &changes);

  Q_SIGNALS:
    void edited();

  private:
    void apply(QAction *action, const Keys &keys);
    void applyChanges(const Changes &changes);
    bool dropConflict();
    void keep(); // in the settings
    QAction *actionOf(const QString &name) const { return m_names.key(name); }

    StudioActions &m_actions;
    Settings &m_settings;
    QHash<const QAction *, Keys> m_defaults;
    struct Names {
        QHash<const QAction *, QString> byAction;
        QHash<QString, QAction *> byName;
        QString value(const QAction *action) const { return byAction.value(action); }
        QAction *key(const QString &name) const { return byName.value(name); }
    } m_names;
};

// A single chord, such as "Ctrl+K"; empty when `text` is anything else.
QKeySequence keyFromText(const QString &text);
// As the system writes it, several with a word between.
QString keysText(const QList<QKeySequence> &keys);
// Without mnemonic and dots.
QString plainText(const QAction *action);
QString modeTitle(const StudioActions &actions, StudioMode mode);

} // namespace paddock

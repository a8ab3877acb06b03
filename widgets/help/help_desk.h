// Opens the help where it is asked for: at what the pointer is over, at the keys, at a parameter.
#pragma once

#include "widgets/help/help_window.h"
#include "widgets/keys/key_bindings.h"

#include <QObject>
#include <QPointer>

namespace paddock {

class HelpDesk : public QObject {
    Q_OBJECT
  public:
    HelpDesk(KeyBindings &keys, ThemeManager &themes, QWidget *window);

    HelpWindow &open(const QString &topic);
    HelpWindow *window() const { return m_help; } // null: not open
    // Of the widget below the pointer, else of the one that has the keyboard.
    QString topicHere() const;

  Q_SIGNALS:
    void settingsWanted();

  private:
    KeyBindings &m_keys;
    ThemeManager &m_themes;
    QWidget *m_window;
    QPointer<HelpWindow> m_help;
};

} // namespace paddock

// What a person may set about the window, applied at once and kept; all of it can be taken back
// together.
#pragma once

#include "widgets/document/settings.h"
#include "widgets/keys/key_bindings.h"
#include "widgets/run/run_controller.h"
#include "widgets/theme/theme_manager.h"

#include <QObject>

namespace paddock {

struct PreferenceValues {
    QString theme;    // "dark", "light", "system"
    QString language; // code, or "system"; from the next start on
    int typeScale = 100;
    bool smoothMotion = false;
    int threads = 0;    // from the next run on
    QString runsFolder; // from the next start on
    KeyBindings::Changes keys;

    bool operator==(const PreferenceValues &) const = default;
};

class Preferences : public QObject {
    Q_OBJECT
  public:
    Preferences(Settings &settings, ThemeManager &themes, KeyBindings &keys, RunController &run,
                QObject *parent = nullptr);

    PreferenceValues values() const;
    void restore(const PreferenceValues &values);
    KeyBindings &keys() const { return m_keys; }
    ThemeManager &themes() const { return m_themes; }
    const Settings &settings() const { return m_settings; }

    void setTheme(const QString &name);
    void setLanguage(const QString &code);
    void setTypeScale(int percent);
    void setSmoothMotion(bool smooth);
    void setThreads(int threads);
    void setRunsFolder(const QString &folder);

  Q_SIGNALS:
    void changed();

  private:
    Settings &m_settings;
    ThemeManager &m_themes;
    KeyBindings &m_keys;
    RunController &m_run;
};

} // namespace paddock

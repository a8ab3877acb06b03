// Which theme is in force; tells everyone when it changes.
#pragma once

#include "widgets/theme/theme.h"

#include <QDBusVariant>
#include <QObject>

namespace paddock {

enum class ThemeChoice { System, Dark, Light };

class ThemeManager : public QObject {
    Q_OBJECT
  public:
    // Remembers the desktop's own palette, so it must exist before anything changes that.
    explicit ThemeManager(QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice); // applies palette and style sheet to the application
    const Theme &theme() const;
    // Of all type, in percent of the system's; also for all that stands already.
    void setTypeScale(int percent);

    static ThemeChoice
    choiceFromName(const QString &name); // "dark", "light", anything else: system
    static QString choiceName(ThemeChoice choice);

  Q_SIGNALS:
    void changed();

  private Q_SLOTS:
    void portalSettingChanged(const QString &nameSpace, const QString &key,
                              const QDBusVariant &value);

  private:
    void apply();
    void rememberSizes();
    void restoreSizes();
    void askPortal();
    void setSystemDark(bool dark);

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemDark = true;
    double m_systemSize = 0; // points
    int m_typeScale = 100;   // percent
};

} // namespace paddock

#include "widgets/theme/theme_manager.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStyleFactory>

namespace paddock {

namespace {

// The desktop portal is how all desktops tell applications about light and dark; Qt 6.4 does not
// ask it.
constexpr const char *kPortal = "org.freedesktop.portal.Desktop";
constexpr const char *kPortalPath = "/org/freedesktop/portal/desktop";
constexpr const char *kPortalSettings = "org.freedesktop.portal.Settings";
constexpr const char *kAppearance = "org.freedesktop.appearance";
constexpr const char *kColorScheme = "color-scheme"; // 0 no preference, 1 dark, 2 light

uint unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

ThemeManager::ThemeManager(QObject *parent) : QObject(parent) {
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    askPortal();
}

void ThemeManager::askPortal() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortal, kPortalPath, kPortalSettings, "SettingChanged", this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    auto message = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, "Read");
    message << QString(kAppearance) << QString(kColorScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid() && unwrapped(QVariant::fromValue(reply.value())) != 0)
            setSystemDark(unwrapped(QVariant::fromValue(reply.value())) == 1);
        watcher->deleteLater();
    });
}

void ThemeManager::portalSettingChanged(const QString &nameSpace, const QString &key,
                                        const QDBusVariant &value) {
    if (nameSpace == kAppearance && key == kColorScheme)
        setSystemDark(unwrapped(value.variant()) == 1);
}

void ThemeManager::setSystemDark(bool dark) {
    if (dark == m_systemDark)
        return;
    m_systemDark = dark;
    if (m_choice == ThemeChoice::System)
        apply();
}

void ThemeManager::setChoice(ThemeChoice choice) {
    m_choice = choice;
    apply();
}

const Theme &ThemeManager::theme() const {
    const bool dark =
        m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    return dark ? darkTheme() : lightTheme();
}

void ThemeManager::apply() {
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    QApplication::setPalette(themePalette(theme()));
    qApp->setStyleSheet(themeStyleSheet(theme()));
    Q_EMIT changed();
}

ThemeChoice ThemeManager::choiceFromName(const QString &name) {
    return name == "dark"    ? ThemeChoice::Dark
           : name == "light" ? ThemeChoice::Light
                             : ThemeChoice::System;
}

QString ThemeManager::choiceName(ThemeChoice choice) {
    return choice == ThemeChoice::Dark ? "dark" : choice == ThemeChoice::Light ? "light" : "system";
}

} // namespace paddock

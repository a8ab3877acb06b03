#include "widgets/theme/theme_manager.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStyleFactory>
#include <QWidget>

namespace paddock {

namespace {

// The desktop portal is how all desktops tell applications about light and dark; Qt 6.4 does not
// ask it.
constexpr const char *kPortal = "org.freedesktop.portal.Desktop";
constexpr const char *kPortalPath = "/org/freedesktop/portal/desktop";
constexpr const char *kPortalSettings = "org.freedesktop.portal.Settings";
constexpr const char *kAppearance = "org.freedesktop.appearance";
constexpr const char *kSizeProperty = "paddockTypeSize"; // points at 100 percent
constexpr const char *kColorScheme = "color-scheme";     // 0 no preference, 1 dark, 2 light

uint unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

bool hasSizeOfItsOwn(const QWidget &widget) {
    return widget.testAttribute(Qt::WA_SetFont) &&
           (widget.font().resolveMask() & QFont::SizeResolved) && widget.font().pointSizeF() > 0;
}

} // namespace

ThemeManager::ThemeManager(QObject *parent) : QObject(parent) {
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    m_systemSize = QApplication::font().pointSizeF();
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
    restoreSizes();
    Q_EMIT changed();
}

void ThemeManager::setTypeScale(int percent) {
    if (percent == m_typeScale || m_systemSize <= 0)
        return;
    rememberSizes();
    m_typeScale = percent;
    QFont font = QApplication::font();
    font.setPointSizeF(m_systemSize * percent / 100);
    QApplication::setFont(font);
    apply();
}

// Headings and the like have a size of their own, which does not follow the application's.
void ThemeManager::rememberSizes() {
    for (QWidget *widget : QApplication::allWidgets())
        if (hasSizeOfItsOwn(*widget) && !widget->property(kSizeProperty).isValid())
            widget->setProperty(kSizeProperty, widget->font().pointSizeF() * 100 / m_typeScale);
}

// A new style sheet gives each widget the font that it had when it was first shown.
void ThemeManager::restoreSizes() {
    for (QWidget *widget : QApplication::allWidgets()) {
        const QVariant size = widget->property(kSizeProperty);
        if (!size.isValid())
            continue;
        QFont font = widget->font();
        font.setPointSizeF(size.toDouble() * m_typeScale / 100);
        widget->setFont(font);
    }
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

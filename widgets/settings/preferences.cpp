#include "widgets/settings/preferences.h"

namespace paddock {

Preferences::Preferences(Settings &settings, ThemeManager &themes, KeyBindings &keys,
                         RunController &run, QObject *parent)
    : QObject(parent), m_settings(settings), m_themes(themes), m_keys(keys), m_run(run) {
    connect(&keys, &KeyBindings::edited, this, &Preferences::changed);
}

PreferenceValues Preferences::values() const {
    return {ThemeManager::choiceName(m_themes.choice()),
            m_settings.languageName(),
            m_settings.typeScale(),
            m_settings.smoothMotion(),
            m_settings.threads(),
            m_settings.runsFolder(),
            m_keys.changes()};
}

void Preferences::restore(const PreferenceValues &values) {
    const PreferenceValues now = this->values();
    if (values.theme != now.theme)
        setTheme(values.theme);
    if (values.language != now.language)
        setLanguage(values.language);
    if (values.typeScale != now.typeScale)
        setTypeScale(values.typeScale);
    if (values.smoothMotion != now.smoothMotion)
        setSmoothMotion(values.smoothMotion);
    if (values.threads != now.threads)
        setThreads(values.threads);
    if (values.runsFolder != now.runsFolder)
        setRunsFolder(values.runsFolder);
    if (values.keys != now.keys)
        m_keys.restore(values.keys);
}

void Preferences::setTheme(const QString &name) {
    m_themes.setChoice(ThemeManager::choiceFromName(name));
    m_settings.setThemeName(name);
    Q_EMIT changed();
}

void Preferences::setLanguage(const QString &code) {
    m_settings.setLanguageName(code);
    Q_EMIT changed();
}

void Preferences::setTypeScale(int percent) {
    m_settings.setTypeScale(percent);
    m_themes.setTypeScale(m_settings.typeScale());
    Q_EMIT changed();
}

void Preferences::setSmoothMotion(bool smooth) {
    m_settings.setSmoothMotion(smooth);
    m_keys.actions().smoothMotion->setChecked(smooth);
    Q_EMIT changed();
}

void Preferences::setThreads(int threads) {
    m_settings.setThreads(threads);
    m_run.setThreads(m_settings.threads());
    Q_EMIT changed();
}

void Preferences::setRunsFolder(const QString &folder) {
    m_settings.setRunsFolder(folder);
    Q_EMIT changed();
}

} // namespace paddock

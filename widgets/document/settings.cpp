#include "widgets/document/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr const char *kVersionKey = "version";
constexpr const char *kRecentKey = "recent_files";

bool damaged(const QString &file) {
    if (!QFileInfo::exists(file) || QFileInfo(file).size() == 0)
        return false;
    QSettings store(file, QSettings::IniFormat);
    return store.status() != QSettings::NoError ||
           store.value(kVersionKey).toInt() != Settings::kVersion;
}

} // namespace

Settings::Settings(const QString &file) {
    QDir().mkpath(QFileInfo(file).absolutePath());
    if (damaged(file)) {
        QFile::remove(file + ".bad");
        QFile::rename(file, file + ".bad");
        m_recovered = true;
    }
    m_store = std::make_unique<QSettings>(file, QSettings::IniFormat);
    m_store->setValue(kVersionKey, kVersion);
}

QString Settings::defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/studio.ini";
}

QByteArray Settings::geometry() const {
    return m_store->value("window/geometry").toByteArray();
}

QByteArray Settings::layout(const QString &mode) const {
    return m_store->value("window/" + mode + "_layout").toByteArray();
}
void Settings::setLayout(const QString &mode, const QByteArray &layout) {
    m_store->setValue("window/" + mode + "_layout", layout);
}

void Settings::setGeometry(const QByteArray &geometry) {
    m_store->setValue("window/geometry", geometry);
}

QString Settings::themeName() const {
    return m_store->value("theme", "dark").toString();
}
void Settings::setThemeName(const QString &name) {
    m_store->setValue("theme", name);
}

int Settings::typeScale() const {
    return std::clamp(int(number("type_scale", 100)), kMinTypeScale, kMaxTypeScale);
}
void Settings::setTypeScale(int percent) {
    setNumber("type_scale", percent);
}

int Settings::threads() const {
    return std::clamp(int(number("threads", 0)), 0, kMaxThreads);
}
void Settings::setThreads(int threads) {
    setNumber("threads", threads);
}

QString Settings::runsFolder() const {
    const QString folder = m_store->value("runs_folder").toString();
    return folder.isEmpty() ? "runs" : folder;
}
void Settings::setRunsFolder(const QString &folder) {
    m_store->setValue("runs_folder", folder);
}

QString Settings::languageName() const {
    return m_store->value("language", "system").toString();
}
void Settings::setLanguageName(const QString &name) {
    m_store->setValue("language", name);
}

double Settings::smoothing() const {
    const double weight = m_store->value("plots/smoothing", "0.6").toString().toDouble();
    return std::isfinite(weight) ? std::clamp(weight, 0.0, 0.99) : 0.6;
}

void Settings::setSmoothing(double weight) {
    m_store->setValue("plots/smoothing", QString::number(weight, 'g', 4));
}

bool Settings::smoothMotion() const {
    return m_store->value("scene/smooth_motion", false).toBool();
}

void Settings::setSmoothMotion(bool smooth) {
    m_store->setValue("scene/smooth_motion", smooth);
}

QString Settings::lastFolder() const {
    return m_store->value("last_folder").toString();
}
void Settings::setLastFolder(const QString &folder) {
    m_store->setValue("last_folder", folder);
}

QStringList Settings::recentFiles() const {
    QStringList files = m_store->value(kRecentKey).toStringList();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return files;
}

QStringList Settings::recentEntries() const {
    return m_store->value(kRecentKey).toStringList();
}

void Settings::addRecentFile(const QString &file) {
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = m_store->value(kRecentKey).toStringList();
    files.removeAll(path);
    files.prepend(path);
    m_store->setValue(kRecentKey, QStringList(files.mid(0, kMaxRecent)));
}

void Settings::removeRecentFile(const QString &file) {
    QStringList files = m_store->value(kRecentKey).toStringList();
    files.removeAll(file);
    m_store->setValue(kRecentKey, files);
}

QVariant Settings::value(const QString &key, const QVariant &fallback) const {
    return m_store->value(key, fallback);
}
void Settings::setValue(const QString &key, const QVariant &value) {
    m_store->setValue(key, value);
}

void Settings::remove(const QString &key) {
    m_store->remove(key);
}

double Settings::number(const QString &key, double fallback) const {
    bool ok = false;
    const double value = m_store->value(key).toString().toDouble(&ok);
    return ok && std::isfinite(value) ? value : fallback;
}

void Settings::setNumber(const QString &key, double value) {
    m_store->setValue(key, QString::number(value, 'g', 6));
}

} // namespace paddock

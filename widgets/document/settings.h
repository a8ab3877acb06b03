// What the window remembers between starts. A damaged or foreign file never keeps the window from
// opening.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace paddock {

class Settings {
  public:
    static constexpr int kVersion = 1;
    static constexpr int kMaxRecent = 10;
    static constexpr int kMinTypeScale = 80, kMaxTypeScale = 150;
    static constexpr int kMaxThreads = 1024;

    // `file` is an INI file; one that cannot be read or has another version is set aside as
    // "<file>.bad".
    explicit Settings(const QString &file);
    static QString defaultFile();
    QString file() const { return m_store->fileName(); }

    bool recovered() const { return m_recovered; } // a damaged file was set aside

    QByteArray geometry() const;
    // Of the window's modes, e.g. "drive".
    QByteArray layout(const QString &mode) const;
    void setLayout(const QString &mode, const QByteArray &layout);
    void setGeometry(const QByteArray &geometry);
    QString themeName() const;
    void setThemeName(const QString &name);
    int typeScale() const; // percent of the system's size
    void setTypeScale(int percent);
    int threads() const; // of workers, 0: as many as cores
    void setThreads(int threads);
    QString runsFolder() const;
    void setRunsFolder(const QString &folder);
    QString languageName() const; // code of a language, or "system"
    void setLanguageName(const QString &name);
    double smoothing() const; // [0, 1)
    void setSmoothing(double weight);
    bool smoothMotion() const; // of the scene, at the cost of training
    void setSmoothMotion(bool smooth);
    QString lastFolder() const;
    void setLastFolder(const QString &folder);

    QStringList recentFiles() const;   // newest first, only those that exist
    QStringList recentEntries() const; // the same, with those that are gone
    void addRecentFile(const QString &file);
    void removeRecentFile(const QString &file);

    // What other parts keep under a key of their own, "group/name". A number that is missing or is
    // none comes back as the fallback.
    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);
    void remove(const QString &key);
    double number(const QString &key, double fallback) const;
    void setNumber(const QString &key, double value);

  private:
    std::unique_ptr<QSettings> m_store;
    bool m_recovered = false;
};

} // namespace paddock

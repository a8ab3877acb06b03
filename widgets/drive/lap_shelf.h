// The file that driven laps go to, and what can be done with them. Every change is on the disk at
// once and can be undone.
#pragma once

#include "core/run/lap_library.h"

#include <QObject>
#include <QString>

#include <optional>

namespace paddock {

class LapShelf : public QObject {
    Q_OBJECT
  public:
    // `folder` is where files are made when nobody chooses one.
    explicit LapShelf(QString folder, QObject *parent = nullptr);

    // The laps of this agent of a scenario belong in: the file at hand where it fits, else the one
    // named after the scenario, else a new one. None is made before there is a lap for it.
    void setScenario(const Scenario &scenario, int agent);
    // A file that somebody chose: opened, or made with the first lap.
    Status choose(const QString &file);

    QString file() const { return m_file; }                  // where the next lap goes
    bool holdsFile() const { return m_library.has_value(); } // and it is there already
    const DemonstrationMeta &meta() const { return m_meta; } // of the scenario at hand
    const std::vector<LapEntry> &laps() const;
    int cleanLaps() const { return m_library ? m_library->cleanLaps() : 0; }
    const LapEntry *find(std::size_t chunk) const; // null when it is not among the laps
    const LapEntry *best() const;                  // fastest clean one with a path
    std::optional<DemonstrationEpisode> lap(std::size_t chunk);

    // Clean laps are kept; others are set aside: in the file, but not among the laps.
    bool add(const DrivenLap &lap);
    bool hasSetAside() const { return m_setAside; } // and nothing was done since
    void keepSetAside();
    void discardLast();
    void discard(std::size_t chunk);
    void trim(std::size_t chunk, std::size_t first, std::size_t last); // rows [first, last)
    bool canUndo() const { return m_library && m_library->canUndo(); }
    QString undoText() const;
    void undo();

  Q_SIGNALS:
    void changed(); // laps or file
    void problem(const QString &title, const Error &error);

  private:
    bool fits(const DemonstrationMeta &meta) const;
    bool open(const QString &file);
    bool make();
    bool report(const Status &status);

    QString m_folder;
    QString m_file;
    DemonstrationMeta m_meta;
    std::optional<LapLibrary> m_library;
    bool m_setAside = false;
};

} // namespace paddock

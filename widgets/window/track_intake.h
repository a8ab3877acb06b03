// Makes a race of a track or of somebody else's map. Reading takes a moment, so it happens on a
// thread of its own and the document comes by a signal.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <thread>

namespace paddock {

// The tuned race on that track. A map of others becomes a track document in `folder`, under a name
// that is free there; a track document is used where it lies.
Result<Scenario> raceOnTrack(const std::filesystem::path &file,
                             const std::filesystem::path &folder);

class TrackIntake : public QObject {
    Q_OBJECT
  public:
    // `folder` takes the tracks that are made.
    explicit TrackIntake(QString folder, QObject *parent = nullptr);
    static QString defaultFolder();

    bool busy() const { return m_busy; }
    void read(const QString &file); // nothing while it is busy

  Q_SIGNALS:
    void ready(const Scenario &scenario, const QString &file);
    void failed(const QString &file, const Error &error);

  private:
    QString m_folder;
    bool m_busy = false;
    std::jthread m_thread; // last: it ends before what it uses
};

} // namespace paddock

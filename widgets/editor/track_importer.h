// Reads tracks from files of others beside the window's thread; the newest wish counts.
#pragma once

#include "core/scenario/track_import.h"

#include <QObject>
#include <QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace paddock {

class TrackImporter : public QObject {
    Q_OBJECT
  public:
    explicit TrackImporter(QObject *parent = nullptr);
    ~TrackImporter() override;

    // The answer comes by imported() with the number that this returns, unless another wish came.
    quint64 start(const QString &file, const TrackOptions &options);

  Q_SIGNALS:
    void imported(quint64 wish, std::shared_ptr<const Result<Track>> track);

  private:
    void work(const std::stop_token &stop);

    struct Wish {
        quint64 number = 0;
        QString file;
        TrackOptions options;
    };
    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_wake;
    std::optional<Wish> m_wish;
    quint64 m_number = 0;
    std::jthread m_worker; // last: it is joined before the rest goes
};

} // namespace paddock

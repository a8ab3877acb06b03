// Shows a recorded lap again: its poses become pictures of a world with one car, in real time.
#pragma once

#include "core/run/demonstration.h"
#include "core/run/training_session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace paddock {

class LapReplay : public QObject {
    Q_OBJECT
  public:
    explicit LapReplay(QObject *parent = nullptr);

    using Source = std::function<std::optional<DemonstrationEpisode>()>;
    // A lap of `rows` rows with poses, `period` s between them. It is read when it is to be shown;
    // 0 rows: there is none.
    void setLap(int rows, double period, Source source);
    bool canShow() const { return m_rows > 0; }
    int rows() const { return m_rows; }
    int row() const { return m_row; }
    double seconds() const { return m_row * m_period; }
    bool shown() const { return m_shown; } // the scene is its
    bool playing() const { return m_timer.isActive(); }

    void play(); // from the start when it stands at the end
    void pause();
    void seek(int row); // shows that row
    void step(int by) { seek(m_row + by); }
    void close(); // the scene is free again

  Q_SIGNALS:
    void snapshotReady(std::shared_ptr<const SessionSnapshot> snapshot);
    void moved(int row);
    void shownChanged(); // shown() or playing()

  private:
    void advance();
    void show(int row);
    bool read();
    void setShown(bool shown);
    std::shared_ptr<const SessionSnapshot> snapshotAt(int row) const;

    Source m_source;
    std::optional<DemonstrationEpisode> m_lap; // once it has been read
    int m_rows = 0;
    double m_period = 0.02;
    int m_row = 0;
    int m_playedFrom = 0;
    bool m_shown = false;
    QElapsedTimer m_clock; // since m_playedFrom
    QTimer m_timer;
};

} // namespace paddock

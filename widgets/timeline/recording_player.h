// Plays a recording, or two of them side by side: a frame at a time, both ways, at any speed. Makes
// the pictures' snapshots; shows nothing itself.
#pragma once

#include "core/run/checkpoint_compare.h"
#include "core/run/episode_recording.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace paddock {

class RecordingPlayer : public QObject {
    Q_OBJECT
  public:
    using Recording = std::shared_ptr<const EpisodeRecording>;

    explicit RecordingPlayer(QObject *parent = nullptr);

    // `second` stands beside it; null: the first alone.
    void open(Recording first, Recording second, int frame);
    void close();
    bool isOpen() const { return m_first != nullptr; }
    const Recording &first() const { return m_first; }
    const Recording &second() const { return m_second; }
    Scenario scene() const; // what is to be built for the pictures
    int frames() const { return m_frames; }
    int frame() const { return m_frame; }

    void seek(int frame); // the nearest one that is there
    bool step(int by);    // false: there is nothing further that way
    void play();          // from the start when it stands at the end
    void pause();
    bool playing() const { return m_timer.isActive(); }
    void setSpeed(double times);
    double speed() const { return m_speed; }
    void
    setAgent(int row); // whose numbers come along; in the second world behind those of the first
    int agent() const { return m_row; }

    std::shared_ptr<const SessionSnapshot> snapshot() const; // of now

  Q_SIGNALS:
    void moved();   // another picture
    void stepped(); // another frame
    void playingChanged();

  private:
    void advance();
    void moveTo(double position);

    Recording m_first, m_second;
    int m_frames = 0;
    int m_frame = 0;
    float m_part = 0; // of the way to the next frame, 0..1
    int m_row = 0;
    double m_speed = 1;
    double m_playedFrom = 0; // frames
    QElapsedTimer m_clock;   // since then
    QTimer m_timer;
};

// Pictures of one or two recordings (`second` may be null) at `position`, frames from the first one
// on; `row` is explained.
std::shared_ptr<const SessionSnapshot> snapshotBetween(const EpisodeRecording &first,
                                                       const EpisodeRecording *second,
                                                       double position, int row);

} // namespace paddock

// Checkpoints and laps of one car that cannot be cheated: what counts is the way won along the
// centre line, signed and unwrapped, so that driving back and forth over a line, turning round or
// reversing past it wins nothing.
#pragma once

#include "core/scenario/track_course.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace paddock {

struct LapEvents {
    int checkpoints = 0;  // passed with this step, in order
    bool lap = false;     // a lap was completed with this step
    bool bestLap = false; // and it was the fastest since the counter was made
    double lapTime = 0;   // s, of that lap
};

class LapCounter {
  public:
    explicit LapCounter(const TrackCourse &course);

    // A new start at arc length `s` (m). The best lap is kept.
    void start(float s);
    // The car has moved to `s` within `seconds`. The first checkpoint starts the clock, and a lap
    // is the whole round from there, wherever the start was.
    LapEvents advance(float s, double seconds);

    int laps() const { return m_laps; }
    int nextCheckpoint() const { return int(m_next); } // index of the one that counts next
    float progress() const { return m_progress; }      // m since the start, signed
    float pastCheckpoint() const {
        return m_progress - m_passedAt;
    }                                             // m, beyond the one passed last
    double lapTime() const { return m_lapTime; }  // s, of the lap under way
    double lastLapTime() const { return m_last; } // s, of the lap completed last, 0 = none
    double bestLapTime() const { return m_best; } // s, 0 = none yet
    // s behind the best lap (+) or ahead of it (-) at the checkpoint passed last; nullopt before
    // the first one of a lap and without a best lap.
    std::optional<float> delta() const { return m_delta; }
    bool wrongWay() const { return m_progress < m_furthest - kWrongWayDistance; }

  private:
    void split();

    static constexpr float kWrongWayDistance = 1.0f; // m driven back

    const TrackCourse *m_course;
    std::vector<float> m_places; // m, arc length of each checkpoint
    std::size_t m_next = 0;
    float m_nextAt = 0;   // m of progress at which it counts
    float m_passedAt = 0; // m of progress at which the last one counted
    float m_s = 0, m_progress = 0, m_furthest = 0;
    int m_passed = -1; // checkpoints of this lap; -1 before the first one
    int m_laps = 0;
    double m_lapTime = 0, m_last = 0, m_best = 0;
    std::vector<double> m_splits, m_bestSplits; // s into the lap at each checkpoint; [checkpoints]
    std::optional<float> m_delta;
};

} // namespace paddock

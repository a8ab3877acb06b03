// Arrows and WASD as throttle and steering. Keys are all or nothing, so the steering moves to where
// they ask it to be instead of jumping there.
#pragma once

#include "core/drivers/manual_control.h"

#include <set>

class QKeyEvent;

namespace paddock {

class KeyboardDrive {
  public:
    static constexpr double kOut = 4;  // steering per second, away from 0
    static constexpr double kBack = 8; // steering per second, towards 0

    static bool steers(int key); // W, A, S, D and the arrows
    // True: the event is of a driving key. With Ctrl, Alt or Meta a press is not.
    bool handle(const QKeyEvent &event);
    void release(); // all keys; the steering still moves back
    void reset();   // all keys, and the steering is 0 at once
    void advance(double seconds);

    // Throttle 1 or 0: there is none without its key, and the brake's key wins over it. Opposite
    // steering keys cancel out.
    DriveInput input() const;

  private:
    double wantedSteer() const;
    bool held(int one, int other) const { return m_held.count(one) + m_held.count(other) > 0; }

    std::set<int> m_held; // Qt::Key
    double m_steer = 0;   // -1 .. 1, left positive
};

} // namespace paddock

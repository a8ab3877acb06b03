// Counts pictures and measures the time between them.
#pragma once

#include <QElapsedTimer>

#include <array>
#include <cstdint>

namespace paddock {

class FrameClock {
  public:
    FrameClock() { m_timer.start(); }

    void tick() {
        m_times[m_count % m_times.size()] = m_timer.nsecsElapsed();
        ++m_count;
    }
    // Pictures of the last second.
    double perSecond() const {
        const std::int64_t from = m_timer.nsecsElapsed() - 1'000'000'000;
        int recent = 0;
        for (std::size_t i = 0; i < m_times.size() && i < m_count; ++i)
            recent += m_times[i] >= from;
        return recent;
    }
    // Seconds since the last call of restart(), at most 0.1: a view that was hidden does not leap.
    float restart() {
        const std::int64_t now = m_timer.nsecsElapsed();
        const float seconds = float(double(now - m_mark) * 1e-9);
        m_mark = now;
        return seconds < 0.1f ? seconds : 0.1f;
    }

  private:
    QElapsedTimer m_timer;
    std::array<std::int64_t, 256> m_times{}; // ns
    std::size_t m_count = 0;
    std::int64_t m_mark = 0;
};

} // namespace paddock

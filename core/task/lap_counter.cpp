#include "core/task/lap_counter.h"

#include <algorithm>

namespace paddock {

LapCounter::LapCounter(const TrackCourse &course) : m_course(&course) {
    for (const TrackCheckpoint &checkpoint : course.checkpoints())
        m_places.push_back(course.locate((checkpoint.left + checkpoint.right) * 0.5f).s);
    m_splits.resize(m_places.size());
    m_bestSplits.resize(m_places.size());
}

void LapCounter::start(float s) {
    m_s = s;
    m_progress = m_furthest = m_passedAt = 0;
    m_passed = -1;
    m_delta.reset();
    m_laps = 0;
    m_lapTime = m_last = 0;
    m_next = 0;
    m_nextAt = m_course->length();
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        // A start on the line itself has that line behind it.
        float ahead = m_course->distanceAhead(s, m_places[i]);
        if (ahead <= 0)
            ahead = m_course->length();
        if (ahead < m_nextAt) {
            m_nextAt = ahead;
            m_next = i;
        }
    }
}

// Compares the lap under way with the best one at the checkpoint just passed.
void LapCounter::split() {
    const std::size_t index = std::size_t(m_passed) - 1;
    m_splits[index] = m_lapTime;
    if (m_best > 0)
        m_delta = float(m_lapTime - m_bestSplits[index]);
}

LapEvents LapCounter::advance(float s, double seconds) {
    LapEvents events;
    m_progress += m_course->signedDistance(m_s, s);
    m_s = s;
    m_furthest = std::max(m_furthest, m_progress);
    m_lapTime += seconds;
    while (!m_places.empty() && m_progress >= m_nextAt) {
        const std::size_t passed = m_next;
        m_next = (m_next + 1) % m_places.size();
        m_passedAt = m_nextAt;
        const float gap = m_course->distanceAhead(m_places[passed], m_places[m_next]);
        m_nextAt += gap > 0 ? gap : m_course->length();
        ++events.checkpoints;
        if (++m_passed == 0)
            m_lapTime = 0;
        else
            split();
        if (m_passed < int(m_places.size()))
            continue;
        m_passed = 0;
        ++m_laps;
        events.lap = true;
        events.lapTime = m_lapTime;
        events.bestLap = m_best == 0 || m_lapTime < m_best;
        if (events.bestLap) {
            m_best = m_lapTime;
            m_bestSplits = m_splits;
        }
        m_last = m_lapTime;
        m_lapTime = 0;
    }
    return events;
}

} // namespace paddock

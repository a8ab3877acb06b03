// Statistics of finished episodes: a moving window for progress, and sums since the last metric
// row.
#pragma once

#include "core/task/world_batch.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace paddock {

struct EpisodeMeans {
    std::int64_t episodes = 0;
    double successRate = 0;   // share that ended at the goal
    double collisionRate = 0; // share that ended by touching somebody
    double meanReturn = 0;
    double meanLength = 0;   // decisions
    double meanDistance = 0; // m won along the way
    double meanLaps = 0;     // completed, per episode
    double meanLapTime = 0;  // s, of completed laps, 0 = none
};

// Sums up episodes; causes add up to the episodes.
class EpisodeSums {
  public:
    void add(const FinishedEpisode &episode);
    void clear() { *this = {}; }
    EpisodeMeans means() const;
    const std::map<std::uint8_t, std::int64_t> &outcomes() const { return m_outcomes; }
    std::map<std::string, std::int64_t> namedOutcomes() const;

  private:
    std::map<std::uint8_t, std::int64_t> m_outcomes;
    std::int64_t m_episodes = 0;
    double m_return = 0;
    double m_length = 0;
    double m_distance = 0;
    double m_lapSeconds = 0;
    std::int64_t m_laps = 0;
};

// The last `capacity` episodes.
class EpisodeWindow {
  public:
    explicit EpisodeWindow(std::size_t capacity) : m_capacity(capacity) {}
    void add(const FinishedEpisode &episode);
    EpisodeMeans means() const;
    const std::vector<FinishedEpisode> &episodes() const { return m_ring; } // in no order

  private:
    std::size_t m_capacity;
    std::size_t m_next = 0;
    std::vector<FinishedEpisode> m_ring;
};

} // namespace paddock

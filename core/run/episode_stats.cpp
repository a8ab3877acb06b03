#include "core/run/episode_stats.h"

namespace paddock {

void EpisodeSums::add(const FinishedEpisode &episode) {
    ++m_episodes;
    ++m_outcomes[episode.outcome];
    m_return += episode.episodeReturn;
    m_length += episode.length;
    m_distance += episode.summary.distance;
    m_lapSeconds += episode.summary.lapSeconds;
    m_laps += episode.summary.laps;
}

EpisodeMeans EpisodeSums::means() const {
    EpisodeMeans means;
    means.episodes = m_episodes;
    if (m_episodes == 0)
        return means;
    std::int64_t goals = 0, collisions = 0;
    for (const auto &[outcome, count] : m_outcomes) {
        goals += outcome == std::uint8_t(Outcome::Goal) ? count : 0;
        collisions += isCollision(outcome) ? count : 0;
    }
    const double n = double(m_episodes);
    means.successRate = double(goals) / n;
    means.collisionRate = double(collisions) / n;
    means.meanReturn = m_return / n;
    means.meanLength = m_length / n;
    means.meanDistance = m_distance / n;
    means.meanLaps = double(m_laps) / n;
    means.meanLapTime = m_laps > 0 ? m_lapSeconds / double(m_laps) : 0;
    return means;
}

std::map<std::string, std::int64_t> EpisodeSums::namedOutcomes() const {
    std::map<std::string, std::int64_t> named;
    for (const auto &[outcome, count] : m_outcomes)
        named[outcomeName(outcome)] += count;
    return named;
}

void EpisodeWindow::add(const FinishedEpisode &episode) {
    if (m_ring.size() < m_capacity)
        m_ring.push_back(episode);
    else
        m_ring[m_next] = episode;
    m_next = (m_next + 1) % m_capacity;
}

EpisodeMeans EpisodeWindow::means() const {
    EpisodeSums sums;
    for (const FinishedEpisode &episode : m_ring)
        sums.add(episode);
    return sums.means();
}

} // namespace paddock

#include "core/run/agent_trace.h"

#include <algorithm>

namespace paddock {

void AgentTrace::watch(int row, const WorldBatch &batch) {
    if (row == m_row)
        return;
    m_row = row;
    m_notes.clear();
    begin(batch);
}

void AgentTrace::begin(const WorldBatch &batch) {
    m_observations.clear();
    m_values.clear();
    m_rewards.clear();
    m_return = 0;
    m_race = batch.task(m_row / batch.agentsPerWorld()).race(m_row % batch.agentsPerWorld());
    see(batch);
}

void AgentTrace::see(const WorldBatch &batch) {
    const auto seen = batch.observations().row(std::size_t(m_row));
    m_columns = seen.size();
    m_observations.insert(m_observations.end(), seen.begin(), seen.end());
}

void AgentTrace::follow(const WorldBatch &batch) {
    if (m_row == kUnknown)
        return;
    const std::size_t row = std::size_t(m_row);
    m_return += batch.rewards()[row];
    if (batch.terminated()[row] || batch.truncated()[row]) {
        noteEnd(batch);
        begin(batch);
        return;
    }
    m_rewards.push_back(batch.rewards()[row]);
    noteProgress(batch);
    see(batch);
    trim();
}

// Cut seldom, so that a step costs little.
void AgentTrace::trim() {
    if (m_rewards.size() < 2 * kSpan)
        return;
    const auto dropFirst = [](std::vector<float> &values, std::size_t count) {
        count = std::min(count, values.size());
        values.erase(values.begin(), values.begin() + std::ptrdiff_t(count));
    };
    dropFirst(m_observations, kSpan * m_columns);
    dropFirst(m_values, kSpan);
    dropFirst(m_rewards, kSpan);
}

void AgentTrace::noteProgress(const WorldBatch &batch) {
    const int agents = batch.agentsPerWorld(), agent = m_row % agents;
    const Task &task = batch.task(m_row / agents);
    const RaceStatus race = task.race(agent);
    const std::int64_t episode = task.episode(agent);
    const int step = task.episodeStep(agent);
    if (race.nextCheckpoint != m_race.nextCheckpoint)
        note({AgentNote::Kind::Checkpoint, episode, step, m_race.nextCheckpoint + 1, race.lapTime});
    if (race.laps > m_race.laps)
        note({AgentNote::Kind::Lap, episode, step, race.laps, race.lastLapTime});
    m_race = race;
}

// By now the agent stands at the start of its next episode.
void AgentTrace::noteEnd(const WorldBatch &batch) {
    const int agents = batch.agentsPerWorld(), agent = m_row % agents;
    const Task &task = batch.task(m_row / agents);
    int length = int(m_rewards.size()) + 1; // since it is watched
    float paid = float(m_return);
    for (const FinishedEpisode &finished : batch.finished())
        if (finished.row == m_row) {
            length = finished.length;
            paid = finished.episodeReturn;
        }
    note({AgentNote::Kind::Ended, task.episode(agent) - 1, length, int(task.visual(agent).outcome),
          paid});
}

void AgentTrace::note(AgentNote happened) {
    m_notes.push_back(happened);
    if (m_notes.size() > kNotes)
        m_notes.pop_front();
}

void AgentTrace::explain(PpoLearner &policy, AgentDetail &detail) {
    if (m_row == kUnknown || m_columns == 0)
        return;
    const std::size_t known = m_values.size(), all = m_observations.size() / m_columns;
    // What lies too far back to be shown is never asked for.
    const std::size_t first = std::max(known, all > kSpan ? all - kSpan : 0);
    m_values.resize(all, 0.0f);
    if (first < all)
        policy.evaluate({m_observations.data() + first * m_columns, all - first, m_columns}, {},
                        {m_values.data() + first, all - first, 1});
    const std::size_t shown = std::min<std::size_t>(all, kSpan);
    detail.values.assign(m_values.end() - std::ptrdiff_t(shown), m_values.end());
    detail.rewards.assign(m_rewards.end() - std::ptrdiff_t(shown - 1), m_rewards.end());
    detail.notes.assign(m_notes.begin(), m_notes.end());
}

} // namespace paddock

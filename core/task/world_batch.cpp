#include "core/task/world_batch.h"

#include "core/base/hash.h"

#include <algorithm>

namespace paddock {

namespace {

template <class T>
std::span<T> slice(std::vector<T> &values, int world, std::size_t perWorld) {
    return {values.data() + std::size_t(world) * perWorld, perWorld};
}

} // namespace

WorldBatch::WorldBatch(std::shared_ptr<const Scenario> scenario, std::uint64_t seed,
                       WorkerPool &pool)
    : m_scenario(std::move(scenario)), m_pool(pool), m_layout(taskLayout(*m_scenario)),
      m_worlds(int(m_scenario->parallel.worlds)), m_agents(m_scenario->agentsPerWorld()) {
    warmUpPhysics();
    m_tasks = makeTasks(m_scenario, seed);
    const std::size_t m = std::size_t(rows());
    m_observations.resize(m * obsSize());
    m_finalObservations.resize(m * obsSize());
    m_rewards.resize(m);
    m_rewardTerms.resize(m * termCount());
    m_returnTerms.resize(m * termCount());
    m_returns.resize(m);
    m_lengths.resize(m);
    m_terminated.resize(m);
    m_truncated.resize(m);
    m_outcomes.resize(m);
    m_counted.resize(m);
    m_finished.reserve(m);
    reset();
}

void WorldBatch::reset() {
    m_steps = 0;
    m_finished.clear();
    for (auto *values : {&m_rewards, &m_rewardTerms, &m_returnTerms, &m_returns})
        std::fill(values->begin(), values->end(), 0.0f);
    std::fill(m_lengths.begin(), m_lengths.end(), 0);
    std::fill(m_outcomes.begin(), m_outcomes.end(), std::uint8_t(0));
    m_pool.parallelFor(m_worlds, [this](int w) {
        m_tasks[std::size_t(w)]->reset(slice(m_observations, w, std::size_t(m_agents) * obsSize()));
    });
}

void WorldBatch::stepWorld(int w, MatrixView<const std::int32_t> actions) {
    const std::size_t a = std::size_t(m_agents), d = a * obsSize(), r = a * termCount();
    m_tasks[std::size_t(w)]->step(
        {actions.data + std::size_t(w) * a * actions.cols, a * actions.cols},
        {slice(m_observations, w, d), slice(m_finalObservations, w, d), slice(m_rewards, w, a),
         slice(m_rewardTerms, w, r), slice(m_terminated, w, a), slice(m_truncated, w, a),
         slice(m_outcomes, w, a), slice(m_counted, w, a)});
}

void WorldBatch::step(MatrixView<const std::int32_t> actions) {
    // The sums of episodes that ended with the step before were shown until now.
    for (std::size_t row = 0; row < m_outcomes.size(); ++row) {
        if (m_outcomes[row] == 0)
            continue;
        m_returns[row] = 0;
        m_lengths[row] = 0;
        std::fill_n(m_returnTerms.begin() + std::ptrdiff_t(row * termCount()), termCount(), 0.0f);
    }
    m_pool.parallelFor(m_worlds, [&](int w) { stepWorld(w, actions); });
    ++m_steps;
    closeEpisodes();
}

void WorldBatch::closeEpisodes() {
    m_finished.clear();
    for (std::size_t row = 0; row < std::size_t(rows()); ++row) {
        m_returns[row] += m_rewards[row];
        ++m_lengths[row];
        if (m_outcomes[row] != 0 && m_counted[row] != 0)
            m_finished.push_back(
                {int(row), m_outcomes[row], m_returns[row], m_lengths[row],
                 m_tasks[row / std::size_t(m_agents)]->lastEpisode(int(row) % m_agents)});
    }
    for (std::size_t i = 0; i < m_rewardTerms.size(); ++i)
        m_returnTerms[i] += m_rewardTerms[i];
}

void WorldBatch::setRandomization(const RandomizationSpec &spec) {
    for (const auto &task : m_tasks)
        task->setRandomization(spec);
}

void WorldBatch::snapshot(SceneSnapshot &out) const {
    out.step = m_steps;
    out.simTime = simTime();
    out.worlds = m_worlds;
    out.agentsPerWorld = m_agents;
    out.agents.resize(std::size_t(rows()));
    for (int w = 0; w < m_worlds; ++w)
        for (int a = 0; a < m_agents; ++a)
            out.agents[std::size_t(w * m_agents + a)] = m_tasks[std::size_t(w)]->visual(a);
}

std::uint64_t WorldBatch::stateHash() const {
    std::uint64_t hash = kFnvOffset;
    for (const auto &task : m_tasks) {
        const std::uint64_t world = task->stateHash();
        hash = fnv1aBytes(&world, sizeof world, hash);
    }
    return hash;
}

} // namespace paddock

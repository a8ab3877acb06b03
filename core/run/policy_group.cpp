#include "core/run/policy_group.h"

#include <algorithm>

namespace paddock {

namespace {

std::vector<int> rowsOf(const Scenario &scenario, int index, int batchRows) {
    std::vector<int> rows;
    for (int row = 0; row < batchRows; ++row)
        if (scenario.groupOf(row) == index)
            rows.push_back(row);
    return rows;
}

int horizonOf(const TrainingSpec &training, std::size_t rows) {
    const auto count = std::int64_t(rows);
    return int(std::max(training.horizon, (training.bufferSize + count - 1) / count));
}

} // namespace

TrainingSpec groupTraining(const TrainingSpec &training, int group) {
    TrainingSpec mine = training;
    // Seeds far apart, within the range of a document's; the first group has the run's.
    constexpr std::uint64_t kApart = 0x9E3779B97F4A7C15u, kRange = std::uint64_t(1) << 52;
    if (group > 0)
        mine.seed =
            std::int64_t((std::uint64_t(training.seed) + std::uint64_t(group) * kApart) % kRange);
    return mine;
}

PolicyGroup::PolicyGroup(const Scenario &scenario, const PolicyShape &shape, int index,
                         int batchRows, int threads)
    : m_index(index), m_stride(scenario.policyGroups()), m_name(scenario.groupName(index)),
      m_rows(rowsOf(scenario, index, batchRows)),
      m_learner(groupTraining(scenario.training, index), shape, threads),
      m_rollout(shape, int(m_rows.size()), horizonOf(scenario.training, m_rows.size())),
      m_touched(m_rows.size()) {
    m_actions.resize(m_rows.size() * std::size_t(shape.branchCount()));
    m_logProbs.resize(m_actions.size());
}

void PolicyGroup::gather(MatrixView<const float> observations, std::vector<float> &mine) const {
    mine.resize(m_rows.size() * observations.cols);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        std::copy_n(observations.row(std::size_t(m_rows[i])).data(), observations.cols,
                    mine.begin() + std::ptrdiff_t(i * observations.cols));
}

void PolicyGroup::act(MatrixView<const float> observations, std::uint32_t decision,
                      MatrixView<std::int32_t> actions) {
    gather(observations, m_seen);
    const std::size_t count = m_rows.size(), branches = actions.cols;
    m_learner.act({m_seen.data(), count, observations.cols}, decision,
                  {m_actions.data(), count, branches}, {m_logProbs.data(), count, branches});
    for (std::size_t i = 0; i < count; ++i)
        std::copy_n(m_actions.begin() + std::ptrdiff_t(i * branches), branches,
                    actions.row(std::size_t(m_rows[i])).data());
}

void PolicyGroup::store(const WorldBatch &batch, int byHand) {
    const std::size_t count = m_rows.size(), branches = m_actions.size() / count;
    const auto pick = [this](const auto &from, auto &to) {
        to.resize(m_rows.size());
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            to[i] = from[std::size_t(m_rows[i])];
    };
    pick(batch.rewards(), m_rewards);
    pick(batch.terminated(), m_terminated);
    pick(batch.truncated(), m_truncated);
    const MatrixView<const float> finals = batch.finalObservations();
    m_finals.resize(count * finals.cols);
    for (std::size_t i = 0; i < count; ++i)
        if (m_terminated[i] || m_truncated[i])
            std::copy_n(finals.row(std::size_t(m_rows[i])).data(), finals.cols,
                        m_finals.begin() + std::ptrdiff_t(i * finals.cols));
    if (byHand >= 0 && byHand % m_stride == m_index)
        m_touched[placeOf(byHand)] = 1;
    m_rollout.append({m_seen.data(), count, finals.cols}, {m_actions.data(), count, branches},
                     {m_logProbs.data(), count, branches}, m_rewards.data(), m_terminated.data(),
                     m_truncated.data(), {m_finals.data(), count, finals.cols});
}

UpdateStats PolicyGroup::learn(MatrixView<const float> observations, std::int64_t step) {
    gather(observations, m_rollout.lastObservations);
    const bool touched = std::find(m_touched.begin(), m_touched.end(), 1) != m_touched.end();
    UpdateStats stats;
    if (touched) {
        RolloutBuffer own = withoutRows(m_rollout, m_touched);
        stats = m_learner.update(own, step);
        std::fill(m_touched.begin(), m_touched.end(), std::uint8_t(0));
    } else {
        stats = m_learner.update(m_rollout, step);
    }
    m_rollout.clear();
    if (stats.finite) {
        summary.add(stats);
        entropy = stats.entropy;
    }
    return stats;
}

void SummarySums::add(const UpdateStats &stats) {
    updates.policyLoss += stats.policyLoss;
    updates.valueLoss += stats.valueLoss;
    updates.entropy += stats.entropy;
    updates.approxKl += stats.approxKl;
    updates.clipFraction += stats.clipFraction;
    updates.explainedVariance += stats.explainedVariance;
    updates.meanValue += stats.meanValue;
    updates.learningRate = stats.learningRate; // in force, not a mean
    updates.epsilon = stats.epsilon;
    updates.beta = stats.beta;
    ++updateCount;
    ppoCount += stats.ppo ? 1 : 0;
    imitation.add(stats);
}

MetricRow SummarySums::row(std::int64_t step, double wallSeconds, bool vail,
                           double trackLength) const {
    MetricRow row;
    row.step = step;
    row.wallSeconds = wallSeconds;
    const EpisodeMeans means = episodes.means();
    if (means.episodes > 0)
        row.values = {{tag::kReward, means.meanReturn},
                      {tag::kLength, means.meanLength},
                      {tag::kExtrinsicReward, means.meanReturn},
                      {tag::kSuccess, means.successRate},
                      {tag::kCollision, means.collisionRate}};
    if (means.episodes > 0 && trackLength > 0) {
        row.values.emplace_back(tag::kLaps, means.meanLaps);
        if (means.meanLapTime > 0)
            row.values.emplace_back(tag::kLapTime, means.meanLapTime);
        if (means.meanDistance > 0)
            row.values.emplace_back(tag::kCollisionsPerLap,
                                    means.collisionRate / (means.meanDistance / trackLength));
    }
    if (updateCount > 0) {
        const double n = updateCount, ppo = ppoCount;
        row.values.emplace_back(tag::kEntropy, updates.entropy / n);
        if (ppoCount > 0)
            row.values.insert(row.values.end(),
                              {{tag::kValueEstimate, updates.meanValue / ppo},
                               {tag::kPolicyLoss, updates.policyLoss / ppo},
                               {tag::kValueLoss, updates.valueLoss / ppo},
                               {tag::kApproxKl, updates.approxKl / ppo},
                               {tag::kClipFraction, updates.clipFraction / ppo},
                               {tag::kExplainedVariance, updates.explainedVariance / ppo}});
        row.values.insert(row.values.end(), {{tag::kLearningRate, updates.learningRate},
                                             {tag::kEpsilon, updates.epsilon},
                                             {tag::kBeta, updates.beta}});
        imitation.appendTo(row, vail);
    }
    return row;
}

} // namespace paddock

#include "core/run/demonstration_adapt.h"

#include "core/base/text.h"
#include "core/run/driven_lap.h"
#include "core/task/task.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace paddock {

namespace {

// Row of the released layout -> row of the paper's.
void sweepRow(const float *released, std::size_t rays, float range, float *paper) {
    paper[0] = released[2 * rays]; // speed
    const std::size_t centre = rays / 2;
    for (std::size_t ray = 0; ray < rays; ++ray) {
        // Centre, right, left, second right, ...; the sweep goes from right to left.
        const std::size_t out = (ray + 1) / 2;
        const std::size_t place = ray % 2 == 1 ? centre - out : centre + out;
        paper[1 + place] = released[2 * ray] > 0.5f ? range : released[2 * ray + 1] * range;
    }
}

// The value that `count` rows hold most often in one of their columns.
std::int32_t mostOften(const std::int32_t *first, std::size_t count, std::size_t stride) {
    std::map<std::int32_t, int> times;
    for (std::size_t i = 0; i < count; ++i)
        ++times[first[i * stride]];
    std::int32_t best = first[0];
    for (std::size_t i = 0; i < count; ++i)
        if (times[first[i * stride]] > times[best])
            best = first[i * stride];
    return best;
}

class Adapter {
  public:
    Adapter(const DemonstrationMeta &from, const DemonstrationMeta &to, const Scenario &scenario,
            std::size_t rowsPerDecision)
        : m_from(from.observationSize()), m_to(to.observationSize()), m_branches(to.branchCount()),
          m_rays(std::size_t(scenario.racing.lidar.rays)),
          m_range(float(scenario.racing.lidar.range)), m_group(rowsPerDecision) {}

    DemonstrationEpisode episode(const DemonstrationEpisode &given) const {
        DemonstrationEpisode out;
        out.startReward = given.startReward;
        out.closed = given.closed;
        out.truncated = given.truncated;
        out.outcome = given.outcome;
        out.lapTime = given.lapTime;
        const std::size_t decisions = given.decisions();
        for (std::size_t row = 0; row < decisions; row += m_group)
            addRows(given, row, std::min(m_group, decisions - row), out);
        if (given.decisions() < given.rows()) // what was seen at the end
            addRows(given, decisions, 1, out);
        return out;
    }

  private:
    void addRows(const DemonstrationEpisode &given, std::size_t first, std::size_t count,
                 DemonstrationEpisode &out) const {
        const float *seen = &given.observations[first * m_from];
        out.observations.resize(out.observations.size() + m_to);
        float *row = &out.observations[out.observations.size() - m_to];
        if (m_from == m_to)
            std::copy_n(seen, m_to, row);
        else
            sweepRow(seen, m_rays, m_range, row);
        for (std::size_t k = 0; k < m_branches; ++k)
            out.actions.push_back(
                mostOften(&given.actions[first * m_branches + k], count, m_branches));
        float reward = 0;
        for (std::size_t i = 0; i < count; ++i)
            reward += given.rewards[first + i];
        out.rewards.push_back(reward);
        if (!given.poses.empty())
            out.poses.insert(out.poses.end(), &given.poses[3 * first], &given.poses[3 * first] + 3);
    }

    std::size_t m_from, m_to, m_branches, m_rays;
    float m_range;
    std::size_t m_group;
};

std::string listText(const std::vector<std::int32_t> &values) {
    std::string text;
    for (const std::int32_t value : values)
        text += (text.empty() ? "" : ", ") + std::to_string(value);
    return "[" + text + "]";
}

} // namespace

Result<Demonstration> adaptDemonstration(const Demonstration &given, const Scenario &scenario,
                                         double period) {
    DemonstrationMeta meta = demonstrationMeta(scenario, 0);
    meta.name = given.meta.name;
    meta.agent = given.meta.agent;
    std::vector<Problem> problems;
    if (given.meta.branches != meta.branches)
        problems.push_back({given.meta.name, "chooses among " + listText(given.meta.branches),
                            listText(meta.branches) + ", the scenario's choices"});
    const std::size_t released = 2 * std::size_t(scenario.racing.lidar.rays) + 1;
    const bool sweeps = scenario.kind == ScenarioKind::Racing &&
                        scenario.racing.layout == RangeLayout::Paper &&
                        given.meta.observationSize() == released;
    if (given.meta.observationSize() != meta.observationSize() && !sweeps)
        problems.push_back(
            {given.meta.name,
             "holds observations of " + std::to_string(given.meta.observationSize()) + " numbers",
             std::to_string(meta.observationSize()) + ", the scenario's"});
    const double mine = given.meta.decisionPeriod > 0 ? given.meta.decisionPeriod : period;
    const double ratio = mine > 0 ? meta.decisionPeriod / mine : 1;
    if (mine <= 0)
        problems.push_back({given.meta.name, "does not say how often it was decided",
                            "a period in s (the published ones: 0.004)"});
    const auto rows = std::size_t(std::max(1.0, std::round(ratio)));
    if (std::abs(ratio - double(rows)) > 0.01)
        problems.push_back({given.meta.name, "was decided every " + numberText(mine) + " s",
                            "a whole part of " + numberText(meta.decisionPeriod) +
                                " s, the scenario's decision_period"});
    if (!problems.empty())
        return Error(std::move(problems));
    const Adapter adapter(given.meta, meta, scenario, rows);
    Demonstration out;
    out.meta = meta;
    for (const DemonstrationEpisode &episode : given.episodes)
        out.episodes.push_back(adapter.episode(episode));
    return out;
}

} // namespace paddock

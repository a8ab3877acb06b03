#include "core/run/race_heats.h"

#include "core/scenario/track.h"

#include <algorithm>
#include <cmath>

namespace paddock {

HeatJudge::HeatJudge(const Scenario &scenario)
    : m_agents(int(scenario.agents.count)), m_length(scenario.track->length()) {
    const VehicleSpec &car = scenario.agentVehicle();
    m_clearAhead = float(car.bodyFront + car.bodyRear);
    const int families = int(scenario.parallel.worlds * scenario.parallel.families);
    for (int family = 0; family < families; ++family)
        m_heats.push_back(freshHeat(family));
}

HeatJudge::Heat HeatJudge::freshHeat(int family) const {
    const std::size_t agents = std::size_t(m_agents);
    Heat heat;
    heat.result.family = family;
    heat.result.episodes.resize(agents);
    heat.result.overtakes.resize(agents);
    heat.racing.assign(agents, true);
    heat.orders.assign(agents * agents, Order::Apart);
    return heat;
}

void HeatJudge::follow(const WorldBatch &batch) {
    m_finished.clear();
    for (const FinishedEpisode &episode : batch.finished()) {
        Heat &heat = m_heats[std::size_t(episode.row / m_agents)];
        const std::size_t place = std::size_t(episode.row % m_agents);
        heat.racing[place] = false;
        heat.result.episodes[place] = episode;
    }
    for (Heat &heat : m_heats) {
        compareCars(heat, batch);
        if (std::find(heat.racing.begin(), heat.racing.end(), true) == heat.racing.end())
            close(heat);
    }
}

// An overtake is a car that was close behind another one and is now clear ahead of it, by a car's
// length, so that two cars side by side do not count over and over.
void HeatJudge::compareCars(Heat &heat, const WorldBatch &batch) const {
    const int first = heat.result.family * m_agents;
    const auto along = [&](int place) {
        const int row = first + place;
        return batch.task(row / batch.agentsPerWorld()).race(row % batch.agentsPerWorld()).along;
    };
    for (int i = 0; i < m_agents; ++i)
        for (int j = i + 1; j < m_agents; ++j) {
            if (!heat.racing[std::size_t(i)] || !heat.racing[std::size_t(j)])
                continue;
            const float lead = std::remainder(along(i) - along(j), m_length); // m, of i before j
            Order &order = heat.orders[std::size_t(i * m_agents + j)];
            Order now = order;
            if (std::abs(lead) > m_length / 4)
                now = Order::Apart;
            else if (std::abs(lead) >= m_clearAhead)
                now = lead > 0 ? Order::FirstAhead : Order::SecondAhead;
            if (order != Order::Apart && now != Order::Apart && now != order)
                ++heat.result.overtakes[std::size_t(now == Order::FirstAhead ? i : j)];
            order = now;
        }
}

void HeatJudge::close(Heat &heat) {
    std::vector<double> times;
    for (int place = 0; place < m_agents; ++place) {
        const double time = heat.result.episodes[std::size_t(place)].summary.raceTime;
        if (time <= 0)
            continue;
        if (times.empty() || time < *std::min_element(times.begin(), times.end()))
            heat.result.winner = place;
        times.push_back(time);
    }
    std::sort(times.begin(), times.end());
    if (times.size() > 1)
        heat.result.gap = times[1] - times[0];
    m_finished.push_back(std::move(heat.result));
    heat = freshHeat(m_finished.back().family);
}

} // namespace paddock

#include "core/run/evaluation_summary.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr std::array<KpiInfo, kAllKpis.size()> kInfos{{
    {"success", "Success rate", "", true, false, 1,
     "runs in which every judged agent reached its goal or drove its laps; against an opponent: "
     "won"},
    {"reached", "Agents at the goal", "", false, false, 1,
     "share of a run's judged agents that reached their goal or drove their laps"},
    {"return", "Return", "", false, false, 1, "sum of rewards, mean over the judged agents"},
    {"duration_s", "Duration", "s", false, false, 0, "until the last judged agent's episode ended"},
    {"lap_time_s", "Lap time", "s", false, true, -1, "mean of the completed laps of a run"},
    {"best_lap_s", "Best lap", "s", false, true, -1, "shortest completed lap of a run"},
    {"laps", "Laps", "", false, true, 1, "completed by the judged agents"},
    {"collisions", "Collisions", "", false, false, -1,
     "judged agents whose episode a contact ended"},
    {"distance_m", "Distance", "m", false, false, 1,
     "won along the way, mean over the judged agents"},
}};

Interval rateInterval(const std::vector<double> &values) {
    return wilsonInterval(std::count(values.begin(), values.end(), 1.0), std::ssize(values));
}

PairedDifference paired(const EvaluationGrid &grid, std::size_t first, std::size_t second,
                        Kpi kpi) {
    PairedDifference pair{first, second, kpi, 0, 0, {}};
    const auto &a = grid.cells[first].runs, &b = grid.cells[second].runs;
    std::vector<double> differences;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const double difference = kpiValue(b[i], kpi) - kpiValue(a[i], kpi);
        if (!std::isnan(difference))
            differences.push_back(difference);
    }
    const MeanStats stats = meanStats(differences);
    pair.n = stats.n;
    pair.difference = stats.mean;
    pair.interval = stats.interval;
    if (kpiInfo(kpi).rate)
        pair.interval =
            pairedRateInterval(std::count(differences.begin(), differences.end(), 1.0),
                               std::count(differences.begin(), differences.end(), -1.0), pair.n);
    return pair;
}

} // namespace

const KpiInfo &kpiInfo(Kpi kpi) {
    return kInfos[std::size_t(kpi)];
}

double kpiValue(const EvaluationRun &run, Kpi kpi) {
    switch (kpi) {
    case Kpi::Success:
        return run.success ? 1 : 0;
    case Kpi::Reached:
        return double(run.reached) / double(run.agents);
    case Kpi::Return:
        return run.episodeReturn;
    case Kpi::Duration:
        return run.duration;
    case Kpi::LapTime:
        return run.lapTime;
    case Kpi::BestLap:
        return run.bestLap;
    case Kpi::Laps:
        return run.laps;
    case Kpi::Collisions:
        return run.collisions;
    case Kpi::Distance:
        return run.distance;
    }
    return 0;
}

KpiStats kpiStats(const EvaluationCell &cell, Kpi kpi) {
    std::vector<double> values;
    for (const EvaluationRun &run : cell.runs)
        if (const double value = kpiValue(run, kpi); !std::isnan(value))
            values.push_back(value);
    const MeanStats mean = meanStats(values);
    Interval interval = kpiInfo(kpi).rate ? rateInterval(values) : mean.interval;
    if (kpi == Kpi::Reached) // Student's interval knows nothing of what a share can be
        interval = {std::max(interval.low, 0.0), std::min(interval.high, 1.0)};
    return {mean.n, mean.mean, interval, boxStats(values)};
}

std::vector<PairedDifference> pairedDifferences(const EvaluationGrid &grid, Kpi kpi) {
    std::vector<PairedDifference> pairs;
    const auto comparable = [](const EvaluationCell &cell) { return cell.complete && cell.degree; };
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
        for (std::size_t j = i + 1; j < grid.cells.size(); ++j) {
            const EvaluationCell &a = grid.cells[i], &b = grid.cells[j];
            if (!comparable(a) || !comparable(b) || a.scenario != b.scenario ||
                a.degree != b.degree)
                continue;
            const PairedDifference pair = paired(grid, i, j, kpi);
            if (pair.n > 0)
                pairs.push_back(pair);
        }
    return pairs;
}

std::vector<EvaluationArena> arenasOf(const EvaluationGrid &grid) {
    std::vector<EvaluationArena> arenas;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const EvaluationCell &cell = grid.cells[i];
        if (!cell.complete || !cell.degree)
            continue;
        if (arenas.empty() || arenas.back().scenario != cell.scenario ||
            arenas.back().degree != cell.degree)
            arenas.push_back({cell.scenario, cell.degree, {}});
        arenas.back().cells.push_back(i);
    }
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const EvaluationCell &cell = grid.cells[i];
        if (!cell.complete || cell.degree)
            continue;
        bool placed = false;
        for (EvaluationArena &arena : arenas)
            if (arena.scenario == cell.scenario) {
                arena.cells.push_back(i);
                placed = true;
            }
        if (!placed)
            arenas.push_back({cell.scenario, std::nullopt, {i}});
    }
    return arenas;
}

std::vector<Kpi> kpisOf(const EvaluationJob &job) {
    const bool races = std::any_of(job.scenarios.begin(), job.scenarios.end(),
                                   [](const auto &s) { return s.kind == ScenarioKind::Racing; });
    std::vector<Kpi> kpis;
    for (const Kpi kpi : kAllKpis)
        if (races || !kpiInfo(kpi).racing)
            kpis.push_back(kpi);
    return kpis;
}

std::string degreeName(const std::optional<double> &degree) {
    if (!degree)
        return "as driven";
    const std::string xi = "\u03be " + numberText(*degree);
    return *degree == 0   ? "NDR (" + xi + ")"
           : *degree == 1 ? "LDR (" + xi + ")"
           : *degree == 2 ? "HDR (" + xi + ")"
                          : xi;
}

} // namespace paddock

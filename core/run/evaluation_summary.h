// What judged runs come to: key figures of each cell with their intervals, and paired differences
// between drivers.
#pragma once

#include "core/run/evaluation_grid.h"
#include "core/run/statistics.h"

#include <array>
#include <optional>
#include <vector>

namespace paddock {

enum class Kpi { Success, Reached, Return, Duration, LapTime, BestLap, Laps, Collisions, Distance };
inline constexpr std::array kAllKpis{Kpi::Success,  Kpi::Reached,    Kpi::Return,
                                     Kpi::Duration, Kpi::LapTime,    Kpi::BestLap,
                                     Kpi::Laps,     Kpi::Collisions, Kpi::Distance};

struct KpiInfo {
    const char *key;   // in JSON and CSV
    const char *name;  // in words
    const char *unit;  // "" when dimensionless
    bool rate;         // of runs: 0 or 1 each
    bool racing;       // races only
    int better;        // +1 more is better, -1 less is, 0 neither
    const char *words; // what it is
};
const KpiInfo &kpiInfo(Kpi kpi);
double kpiValue(const EvaluationRun &run, Kpi kpi); // NaN where the run has none

struct KpiStats {
    std::int64_t n = 0; // runs that have a value; 0: nothing else is meant
    double mean = 0;    // of a rate: the rate
    Interval interval;  // of the mean: Wilson's for a rate, Student's else; a share's within 0..1
    BoxStats box;       // of the values
};
KpiStats kpiStats(const EvaluationCell &cell, Kpi kpi);

// Second minus first, over the runs that both have, run by run.
struct PairedDifference {
    std::size_t first = 0, second = 0; // cells of one scenario and degree
    Kpi kpi = Kpi::Success;
    std::int64_t n = 0; // pairs
    double difference = 0;
    Interval interval; // Bonett and Price's for a rate, Student's else
    bool clear() const { return interval.low > 0 || interval.high < 0; } // of zero
};
// Every two complete cells of one scenario and degree; recorded laps have no pairs.
std::vector<PairedDifference> pairedDifferences(const EvaluationGrid &grid, Kpi kpi);

// A scenario and degree, in which drivers stand side by side.
struct EvaluationArena {
    int scenario = 0;
    std::optional<double> degree;   // none: recorded laps alone
    std::vector<std::size_t> cells; // complete ones; laps stand beside the drivers of every degree
};
std::vector<EvaluationArena> arenasOf(const EvaluationGrid &grid);

// The figures that a job has: races have more.
std::vector<Kpi> kpisOf(const EvaluationJob &job);

// A degree of randomization in words: "LDR (ξ 1)", "ξ 0.5", "as driven".
std::string degreeName(const std::optional<double> &degree);

} // namespace paddock

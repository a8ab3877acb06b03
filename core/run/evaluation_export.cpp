#include "core/run/evaluation_export.h"

#include "core/base/text.h"
#include "core/run/evaluation_summary.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <map>

namespace paddock {

namespace {

using Json = nlohmann::ordered_json; // writes NaN and infinities as null

// A field of CSV (RFC 4180); a spreadsheet takes none for a formula.
std::string quoted(const std::string &text) {
    std::string out = "\"";
    if (!text.empty() && std::string("=+-@").find(text.front()) != std::string::npos)
        out += "'";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + "\"";
}

std::string cellText(double value) {
    return std::isnan(value) ? std::string() : numberText(value);
}

Json intervalJson(const Interval &interval) {
    return {interval.low, interval.high};
}

Json figures(const EvaluationCell &cell, const std::vector<Kpi> &kpis) {
    Json all = Json::object();
    for (const Kpi kpi : kpis) {
        const KpiStats stats = kpiStats(cell, kpi);
        if (stats.n == 0) {
            all[kpiInfo(kpi).key] = nullptr;
            continue;
        }
        Json &one = all[kpiInfo(kpi).key];
        one = {{"n", stats.n}, {"mean", stats.mean}, {"interval", intervalJson(stats.interval)}};
        if (!kpiInfo(kpi).rate)
            one["box"] = {{"q1", stats.box.q1},
                          {"median", stats.box.median},
                          {"q3", stats.box.q3},
                          {"whiskers", {stats.box.whiskerLow, stats.box.whiskerHigh}},
                          {"outliers", stats.box.outliers}};
    }
    return all;
}

Json cellNames(const EvaluationJob &job, const EvaluationCell &cell) {
    Json names{{"scenario", job.scenarioNames[std::size_t(cell.scenario)]},
               {"degree", nullptr},
               {"driver", job.driverNames[std::size_t(cell.driver)]}};
    if (cell.degree)
        names["degree"] = *cell.degree;
    return names;
}

Json pairsJson(const EvaluationJob &job, const EvaluationGrid &grid, const std::vector<Kpi> &kpis) {
    Json pairs = Json::array();
    for (const Kpi kpi : kpis)
        for (const PairedDifference &pair : pairedDifferences(grid, kpi)) {
            const EvaluationCell &first = grid.cells[pair.first];
            Json one = cellNames(job, first);
            one["minus"] = one["driver"];
            one["driver"] = job.driverNames[std::size_t(grid.cells[pair.second].driver)];
            one["kpi"] = kpiInfo(kpi).key;
            one["n"] = pair.n;
            one["difference"] = pair.difference;
            one["interval"] = intervalJson(pair.interval);
            one["clear"] = pair.clear();
            pairs.push_back(std::move(one));
        }
    return pairs;
}

} // namespace

std::string evaluationCsv(const EvaluationJob &job, const EvaluationGrid &grid) {
    std::string csv = "scenario,degree,driver,run,seed,outcome";
    for (const Kpi kpi : kAllKpis)
        csv += std::string(",") + kpiInfo(kpi).key;
    csv += "\r\n";
    for (const EvaluationCell &cell : grid.cells)
        for (const EvaluationRun &run : cell.runs) {
            csv += quoted(job.scenarioNames[std::size_t(cell.scenario)]) + ",";
            csv += (cell.degree ? numberText(*cell.degree) : "") + ",";
            csv += quoted(job.driverNames[std::size_t(cell.driver)]) + ",";
            csv += numberText(run.run) + ",";
            csv += (cell.degree ? numberText(run.seed) : "") + "," + quoted(run.outcome);
            for (const Kpi kpi : kAllKpis)
                csv += "," + cellText(kpiValue(run, kpi));
            csv += "\r\n";
        }
    return csv;
}

std::string evaluationJson(const EvaluationJob &job, const EvaluationGrid &grid) {
    const std::vector<Kpi> kpis = kpisOf(job);
    Json root{{"plan", job.plan.name},
              {"runs", job.plan.runs},
              {"seed", job.plan.seed},
              {"complete", grid.complete()}};
    root["cells"] = Json::array();
    for (const EvaluationCell &cell : grid.cells) {
        Json one = cellNames(job, cell);
        one["complete"] = cell.complete;
        one["runs"] = cell.runs.size();
        if (cell.complete) {
            std::map<std::string, int> outcomes;
            for (const EvaluationRun &run : cell.runs)
                ++outcomes[run.outcome];
            one["outcomes"] = outcomes;
            one["kpis"] = figures(cell, kpis);
        }
        root["cells"].push_back(std::move(one));
    }
    root["pairs"] = pairsJson(job, grid, kpis);
    root["problems"] = Json::array();
    for (const Problem &problem : grid.problems)
        root["problems"].push_back(problem.text());
    return root.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace paddock

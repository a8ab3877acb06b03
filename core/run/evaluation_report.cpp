#include "core/run/evaluation_report.h"

#include "core/base/text.h"
#include "core/run/evaluation_summary.h"
#include "core/run/html_page.h"
#include "core/run/report_facts.h"
#include "core/run/svg_chart.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

std::string shown(double value) {
    return std::isfinite(value) ? fixedText(value, std::abs(value) >= 100 ? 1 : 2) : "\u2013";
}

std::string intervalText(const Interval &interval) {
    return "[" + shown(interval.low) + ", " + shown(interval.high) + "]";
}

std::string kpiTitle(Kpi kpi) {
    const KpiInfo &info = kpiInfo(kpi);
    return *info.unit ? std::string(info.name) + " [" + info.unit + "]" : info.name;
}

class Report {
  public:
    Report(const EvaluationJob &job, const EvaluationGrid &grid)
        : m_job(job), m_grid(grid), m_kpis(kpisOf(job)),
          m_page(job.plan.name, "Evaluation of " + std::to_string(job.plan.drivers.size()) +
                                    " drivers, " + std::to_string(job.plan.runs) +
                                    " runs a cell, seed " + numberText(job.plan.seed)) {}

    std::string write(const std::string &build) {
        if (!m_grid.complete())
            m_page.paragraph("This evaluation is not complete: cells that were stopped or failed "
                             "are left out.");
        for (const Problem &problem : m_grid.problems)
            m_page.paragraph(problem.text());
        for (const EvaluationArena &arena : arenasOf(m_grid))
            writeArena(arena);
        writeDifferences();
        writePlanPart();
        m_page.heading("Versions");
        m_page.facts(buildFacts(build));
        return m_page.finished();
    }

  private:
    std::string driver(const EvaluationCell &cell) const {
        return m_job.driverNames[std::size_t(cell.driver)] + (cell.degree ? "" : " (as driven)");
    }
    void writeArena(const EvaluationArena &arena) {
        m_page.heading(m_job.scenarioNames[std::size_t(arena.scenario)] + ", " +
                       degreeName(arena.degree));
        std::vector<std::string> header{"Driver", "Runs"};
        for (const Kpi kpi : m_kpis)
            header.push_back(kpiTitle(kpi));
        std::vector<std::vector<std::string>> rows;
        for (const std::size_t index : arena.cells) {
            const EvaluationCell &cell = m_grid.cells[index];
            std::vector<std::string> row{driver(cell), std::to_string(cell.runs.size())};
            for (const Kpi kpi : m_kpis) {
                const KpiStats stats = kpiStats(cell, kpi);
                row.push_back(stats.n == 0
                                  ? "\u2013"
                                  : shown(stats.mean) + " " + intervalText(stats.interval));
            }
            rows.push_back(std::move(row));
        }
        m_page.table(header, rows, 1);
        m_page.beginFigures();
        for (const Kpi kpi : m_kpis)
            m_page.figure(chart(arena, kpi), kpiInfo(kpi).words);
        m_page.endFigures();
    }
    std::string chart(const EvaluationArena &arena, Kpi kpi) const {
        std::vector<ChartBox> boxes;
        for (const std::size_t index : arena.cells) {
            const EvaluationCell &cell = m_grid.cells[index];
            const KpiStats stats = kpiStats(cell, kpi);
            ChartBox box{driver(cell), {}, stats.box, stats.mean, stats.interval};
            for (const EvaluationRun &run : cell.runs)
                if (const double value = kpiValue(run, kpi); !std::isnan(value))
                    box.values.push_back(value);
            boxes.push_back(std::move(box));
        }
        return boxChart(kpiTitle(kpi), boxes, kpiInfo(kpi).rate);
    }
    void writeDifferences() {
        std::vector<std::vector<std::string>> rows;
        for (const Kpi kpi : m_kpis)
            for (const PairedDifference &pair : pairedDifferences(m_grid, kpi)) {
                const EvaluationCell &first = m_grid.cells[pair.first];
                rows.push_back({kpiTitle(kpi), m_job.scenarioNames[std::size_t(first.scenario)],
                                degreeName(first.degree),
                                driver(m_grid.cells[pair.second]) + " minus " + driver(first),
                                std::to_string(pair.n), shown(pair.difference),
                                intervalText(pair.interval), pair.clear() ? "yes" : "no"});
            }
        if (rows.empty())
            return;
        m_page.heading("Paired differences");
        m_page.paragraph("Run i of every driver meets the same starts, dynamics and noise, so that "
                         "drivers are compared run by run. Clear: the interval leaves zero out.");
        m_page.table(
            {"Figure", "Scenario", "Degree", "Drivers", "Pairs", "Difference", "95 %", "Clear"},
            rows, 4);
    }
    void writePlanPart() {
        m_page.heading("What was judged, and how");
        m_page.paragraph("Intervals are at 95 %: Wilson's for rates, Student's for means, Bonett "
                         "and Price's for differences of rates. Boxes span the quartiles, the line "
                         "is the median, whiskers end at the last run within 1.5 box heights; each "
                         "dot is a run, the diamond the mean with its interval.");
        std::vector<std::vector<std::string>> drivers;
        for (std::size_t i = 0; i < m_job.plan.drivers.size(); ++i) {
            const PlanDriver &one = m_job.plan.drivers[i];
            const bool builtIn = one.kind == PlanDriverKind::BuiltIn;
            drivers.push_back({m_job.driverNames[i],
                               builtIn                              ? "built in"
                               : one.kind == PlanDriverKind::Policy ? "policy"
                                                                    : "recorded laps",
                               builtIn ? one.driver : one.file});
        }
        m_page.table({"Driver", "Kind", "From"}, drivers, 3);
        m_page.folded("Plan", writePlan(m_job.plan));
        for (std::size_t i = 0; i < m_job.scenarios.size(); ++i)
            m_page.folded("Scenario " + m_job.scenarioNames[i], writeScenario(m_job.scenarios[i]));
    }

    const EvaluationJob &m_job;
    const EvaluationGrid &m_grid;
    std::vector<Kpi> m_kpis;
    HtmlPage m_page;
};

} // namespace

std::string evaluationReport(const EvaluationJob &job, const EvaluationGrid &grid,
                             const std::string &build) {
    return Report(job, grid).write(build);
}

} // namespace paddock

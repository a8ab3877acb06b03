#include "app/cli/evaluate_arguments.h"
#include "app/cli/interrupt.h"
#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/learn/blas_info.h"
#include "core/run/build_info.h"
#include "core/run/evaluation_export.h"
#include "core/run/evaluation_plan.h"
#include "core/run/evaluation_report.h"
#include "core/run/evaluation_summary.h"
#include "core/run/run_report.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <future>
#include <unistd.h>

namespace paddock::cli {

namespace {

constexpr std::chrono::milliseconds kPollTime{100};

// "31 %  37/128 runs", redrawn on a terminal, a line for each tenth elsewhere.
class RunCounter {
  public:
    RunCounter(bool quiet, std::int64_t total)
        : m_quiet(quiet), m_terminal(isatty(STDERR_FILENO) != 0), m_total(total) {}

    void show(std::int64_t done) {
        const std::int64_t tenth = done * 10 / std::max<std::int64_t>(m_total, 1);
        if (m_quiet || done == m_shown || (!m_terminal && tenth == m_tenth))
            return;
        m_shown = done;
        m_tenth = tenth;
        std::fprintf(stderr, "%s%3lld%%  %lld/%lld runs%s", m_terminal ? "\r\033[K" : "",
                     static_cast<long long>(done * 100 / std::max<std::int64_t>(m_total, 1)),
                     static_cast<long long>(done), static_cast<long long>(m_total),
                     m_terminal ? "" : "\n");
        std::fflush(stderr);
    }
    void finish() const {
        if (!m_quiet && m_terminal && m_shown >= 0)
            std::fputs("\n", stderr);
    }

  private:
    bool m_quiet, m_terminal;
    std::int64_t m_total, m_shown = -1, m_tenth = -1;
};

// Works on a thread while this one looks after signals; true when somebody asked for the end.
bool follow(const EvaluationJob &job, int threads, bool quiet, EvaluationGrid &grid) {
    std::atomic<std::int64_t> done{0};
    std::stop_source stop;
    const InterruptWatch interrupt;
    auto work = std::async(std::launch::async, [&] {
        return runEvaluation(job, threads, stop.get_token(),
                             {.progress = [&](std::int64_t runs) { done = runs; }});
    });
    RunCounter counter(quiet, job.totalRuns());
    while (work.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        interrupt.sleepFor(kPollTime);
        counter.show(done);
        if (interrupt.requested() && !stop.stop_requested()) {
            stop.request_stop();
            std::fputs("\nstopping; whole cells are kept\n", stderr);
        }
    }
    grid = work.get();
    counter.show(done);
    counter.finish();
    return stop.stop_requested();
}

// "0.94 [0.72, 0.99]"
std::string figureText(const KpiStats &stats) {
    if (stats.n == 0)
        return "-";
    const auto text = [](double value) {
        return std::isfinite(value) ? fixedText(value, 2) : std::string("-");
    };
    return text(stats.mean) + " [" + text(stats.interval.low) + ", " + text(stats.interval.high) +
           "]";
}

// The text's width on a terminal: bytes that begin no character do not count.
std::size_t widthOf(const std::string &text) {
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void printTable(const std::vector<std::vector<std::string>> &rows) {
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto &row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    for (const auto &row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line += std::string(widths[i] - widthOf(row[i]) + 2, ' ');
        }
        std::printf("%s\n", line.c_str());
    }
}

void printFigures(const EvaluationJob &job, const EvaluationGrid &grid) {
    const std::vector<Kpi> kpis = kpisOf(job);
    std::vector<std::vector<std::string>> rows{{"scenario", "degree", "driver", "n"}};
    for (const Kpi kpi : kpis)
        rows.front().push_back(kpiInfo(kpi).key);
    for (const EvaluationCell &cell : grid.cells) {
        if (!cell.complete)
            continue;
        std::vector<std::string> row{
            job.scenarioNames[std::size_t(cell.scenario)], degreeName(cell.degree),
            job.driverNames[std::size_t(cell.driver)], std::to_string(cell.runs.size())};
        for (const Kpi kpi : kpis)
            row.push_back(figureText(kpiStats(cell, kpi)));
        rows.push_back(std::move(row));
    }
    printTable(rows);
}

Status writeFiles(const EvaluateArguments &arguments, const EvaluationJob &job,
                  const EvaluationGrid &grid) {
    std::vector<Problem> problems;
    const auto write = [&problems](const std::string &file, const std::string &text) {
        if (const Status written = writeFileAtomic(file, text); !written)
            problems.insert(problems.end(), written.error().problems.begin(),
                            written.error().problems.end());
    };
    if (!arguments.csv.empty())
        write(arguments.csv, evaluationCsv(job, grid));
    if (!arguments.report.empty())
        write(arguments.report, evaluationReport(job, grid, buildInfoJson(blasName())));
    return problems.empty() ? Status(Done{}) : Status(Error(problems));
}

} // namespace

int runEvaluate(const EvaluateArguments &arguments, const Output &output) {
    const Result<EvaluationPlan> plan = loadPlan(arguments.plan);
    if (!plan)
        return reportError(output, plan.error(), kBadInput);
    const std::string source = std::filesystem::path(arguments.plan).filename().string();
    const Result<EvaluationJob> job = prepareEvaluation(*plan, source);
    if (!job)
        return reportError(output, job.error(), kBadInput);
    EvaluationGrid grid;
    const bool stopped = follow(*job, arguments.threads, output.quiet, grid);
    if (const Status written = writeFiles(arguments, *job, grid); !written)
        return reportError(output, written.error(), kFailed);
    printFigures(*job, grid);
    if (output.json)
        std::printf("%s\n", evaluationJson(*job, grid).c_str());
    std::fflush(stdout);
    for (const Problem &problem : grid.problems)
        std::fprintf(stderr, "%s\n", problem.text().c_str());
    return stopped && !grid.complete() ? kInterrupted : grid.complete() ? kOk : kFailed;
}

int runReportCommand(const ReportArguments &arguments, const Output &output) {
    const Result<std::string> report = runReport(arguments.run);
    if (!report)
        return reportError(output, report.error(), kBadInput);
    if (const Status written = writeFileAtomic(arguments.out, *report); !written)
        return reportError(output, written.error(), kFailed);
    printResult(output, {{"report", arguments.out}, {"bytes", report->size()}});
    return kOk;
}

} // namespace paddock::cli

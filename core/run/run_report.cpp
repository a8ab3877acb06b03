#include "core/run/run_report.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/html_page.h"
#include "core/run/metrics.h"
#include "core/run/report_facts.h"
#include "core/run/run_directory.h"
#include "core/run/run_index.h"
#include "core/run/svg_chart.h"

#include <cmath>
#include <map>
#include <sstream>

namespace paddock {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{256} << 20;
constexpr std::size_t kMaxEvents = 400; // lines

using Curves = std::map<std::string, std::map<std::string, ChartCurve>>; // by tag, by policy

Curves readCurves(const std::filesystem::path &file) {
    Curves curves;
    const Result<std::string> text = readFile(file, kMaxBytes);
    if (!text)
        return curves;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        const Result<MetricRow> row = parseMetricLine(line);
        if (!row)
            continue; // the last line of a run at work may be half of one
        for (const auto &[tag, value] : row->values) {
            ChartCurve &curve = curves[tag][row->groupName];
            curve.name = row->groupName;
            curve.points.emplace_back(double(row->step), value);
        }
    }
    return curves;
}

std::string lastLines(const std::string &text, std::size_t most) {
    std::size_t at = text.size();
    for (std::size_t lines = 0; at > 0 && lines <= most; --at)
        if (text[at - 1] == '\n' && ++lines > most)
            break;
    return text.substr(at);
}

std::string join(const std::vector<std::string> &words) {
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

// Four significant digits, so that a small learning rate is not nothing.
std::string significantText(double value) {
    if (value == 0 || !std::isfinite(value))
        return numberText(value);
    const double unit = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
    return numberText(std::round(value * unit) / unit);
}

void writeFacts(HtmlPage &page, const RunSummary &run) {
    std::vector<std::pair<std::string, std::string>> facts{
        {"Scenario", run.scenario + (run.preset.empty() ? "" : " (" + run.preset + ")")},
        {"State", runStateName(run.state)},
        {"Started", dateText(run.started)},
        {"Seed", numberText(run.seed)},
        {"Steps", numberText(run.steps) + " of " + numberText(run.maxSteps)},
        {"Wall time", fixedText(run.wallSeconds, 1) + " s"}};
    if (!run.notes.parent.empty())
        facts.emplace_back("Went on from",
                           run.notes.parent + " at step " + numberText(run.notes.parentStep));
    if (!run.notes.tags.empty())
        facts.emplace_back("Tags", join(run.notes.tags));
    if (!run.notes.note.empty())
        facts.emplace_back("Note", run.notes.note);
    if (!run.problem.empty())
        facts.emplace_back("Problem", run.problem);
    page.facts(facts);
}

void writeCurves(HtmlPage &page, const Curves &curves) {
    std::string section;
    for (const auto &[tag, policies] : curves) {
        const std::size_t slash = tag.find('/');
        const std::string group = slash == std::string::npos ? "Other" : tag.substr(0, slash);
        if (group != section) {
            if (!section.empty())
                page.endFigures();
            page.heading(group + " curves");
            page.beginFigures();
            section = group;
        }
        std::vector<ChartCurve> shown;
        for (const auto &[policy, curve] : policies)
            shown.push_back(curve);
        page.figure(
            curveChart(slash == std::string::npos ? tag : tag.substr(slash + 1), "steps", shown),
            "");
    }
    if (!section.empty())
        page.endFigures();
    else
        page.paragraph("The run has no metric rows yet.");
}

void writeFiles(HtmlPage &page, const std::filesystem::path &runDir, const RunSummary &run) {
    page.heading("Checkpoints");
    std::vector<std::vector<std::string>> rows;
    for (const std::int64_t step : run.checkpoints)
        rows.push_back({numberText(step)});
    if (rows.empty())
        page.paragraph("None.");
    else
        page.table({"Step"}, rows, 0);
    page.heading("Versions");
    const Result<std::string> build = readFile(runDir / "build.json", 1u << 20);
    if (build)
        page.facts(buildFacts(*build));
    else
        page.paragraph(build.error().text());
    page.heading("Document and events");
    for (const auto &[title, name] :
         {std::pair{"Scenario document", "scenario.json"}, {"Events", "events.log"}}) {
        const Result<std::string> text = readFile(runDir / name, kMaxBytes);
        page.folded(title, text ? lastLines(*text, std::string(name) == "events.log" ? kMaxEvents
                                                                                     : text->size())
                                : text.error().text());
    }
}

} // namespace

Result<std::string> runReport(const std::filesystem::path &runDir) {
    if (!holdsRun(runDir))
        return Error(Problem{runDir.string(), "is no run directory", "the folder of a run"});
    const RunSummary run = readRunSummary(runDir);
    HtmlPage page(run.name, "Training run");
    writeFacts(page, run);
    if (!run.metrics.empty()) {
        page.heading("Last figures");
        std::vector<std::vector<std::string>> rows;
        for (const auto &[tag, value] : run.metrics)
            rows.push_back({tag, significantText(value)});
        page.table({"Figure", "Value"}, rows, 1);
    }
    writeCurves(page, readCurves(runDir / "metrics.jsonl"));
    writeFiles(page, runDir, run);
    return page.finished();
}

} // namespace paddock

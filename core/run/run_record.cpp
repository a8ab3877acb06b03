#include "core/run/run_record.h"

#include "core/base/file_io.h"
#include "core/base/text.h"

#include <map>

namespace paddock {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 28; // of a log

struct LogLines {
    std::vector<std::string_view> lines; // without their ends
    bool lastCut = false;                // the last one has no end yet
};

LogLines split(std::string_view text) {
    LogLines out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        out.lastCut = end == std::string_view::npos;
        if (end != 0)
            out.lines.push_back(text.substr(0, end));
        text.remove_prefix(out.lastCut ? text.size() : end + 1);
    }
    return out;
}

std::string readLog(const fs::path &path, std::vector<Problem> &problems) {
    std::error_code code;
    if (!fs::exists(path, code))
        return {}; // nothing was written yet
    Result<std::string> text = readFile(path, kMaxBytes);
    if (text)
        return std::move(*text);
    problems.insert(problems.end(), text.error().problems.begin(), text.error().problems.end());
    return {};
}

std::vector<MetricRow> readRows(const fs::path &path, std::vector<Problem> &problems) {
    const std::string text = readLog(path, problems);
    const LogLines log = split(text);
    std::vector<MetricRow> rows;
    std::int64_t damaged = 0;
    for (std::size_t i = 0; i < log.lines.size(); ++i) {
        Result<MetricRow> row = parseMetricLine(std::string(log.lines[i]));
        if (row)
            rows.push_back(std::move(*row));
        else if (!log.lastCut || i + 1 < log.lines.size())
            ++damaged;
    }
    if (damaged > 0)
        problems.push_back({path.string(), "has " + numberText(damaged) + " damaged lines",
                            "one JSON object a line"});
    return rows;
}

void addWallTime(std::vector<MetricRow> &rows, const std::vector<MetricRow> &timing) {
    std::map<std::int64_t, double> seconds;
    for (const MetricRow &row : timing)
        seconds[row.step] = row.get("wall_seconds", 0);
    for (MetricRow &row : rows)
        if (const auto found = seconds.find(row.step); found != seconds.end())
            row.wallSeconds = found->second;
}

// "step 12 change: training.learning_rate 0.0003 -> 0.0001"
std::optional<SessionEvent> parseEvent(std::string_view line) {
    constexpr std::string_view kStart = "step ";
    static constexpr std::string_view kLevels[] = {
        " info: ", " change: ", " warning: ", " error: "};
    if (!line.starts_with(kStart))
        return std::nullopt;
    line.remove_prefix(kStart.size());
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos)
        return std::nullopt;
    const auto step = parseInteger(line.substr(0, blank));
    line.remove_prefix(blank);
    for (std::size_t level = 0; step && level < std::size(kLevels); ++level)
        if (line.starts_with(kLevels[level]))
            return SessionEvent{*step, 0, EventLevel(int(level)),
                                std::string(line.substr(kLevels[level].size()))};
    return std::nullopt;
}

} // namespace

RunRecord readRunRecord(const fs::path &runDir) {
    RunRecord curves;
    curves.rows = readRows(runDir / "metrics.jsonl", curves.problems);
    addWallTime(curves.rows, readRows(runDir / "timing.jsonl", curves.problems));
    const std::string events = readLog(runDir / "events.log", curves.problems);
    for (const std::string_view line : split(events).lines)
        if (auto event = parseEvent(line))
            curves.events.push_back(std::move(*event));
    return curves;
}

} // namespace paddock

#include "core/run/run_directory.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/checkpoint_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <sstream>

namespace paddock {

namespace fs = std::filesystem;

namespace {

constexpr const char *kScenarioFile = "scenario.json";
constexpr const char *kBuildFile = "build.json";
constexpr const char *kMetricsFile = "metrics.jsonl";
constexpr const char *kTimingFile = "timing.jsonl";
constexpr const char *kEventsFile = "events.log";
constexpr const char *kCheckpoints = "checkpoints";
constexpr std::size_t kMaxScenarioBytes = 4u << 20;
constexpr std::size_t kMaxMetricsBytes = std::size_t{1} << 30;

Error failed(const fs::path &path, const std::string &action, const std::error_code &code) {
    return Error(Problem{path.string(), action + ": " + code.message(), ""});
}

// Letters, digits, dash and underscore: whatever a scenario is called, its run stays within the
// runs folder.
std::string folderWord(const std::string &name) {
    constexpr std::size_t kLongest = 60;
    std::string word = name.substr(0, kLongest);
    for (char &c : word) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_';
        c = plain ? c : '_';
    }
    return word.empty() ? "scenario" : word;
}

std::string utcStamp(std::int64_t unixTime) {
    const std::time_t time = unixTime;
    std::tm utc{};
    gmtime_r(&time, &utc);
    char stamp[64];
    std::snprintf(stamp, sizeof stamp, "%04d%02d%02d-%02d%02d%02d", utc.tm_year + 1900,
                  utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
    return stamp;
}

Status appendLine(std::ofstream &file, const fs::path &path, const std::string &line) {
    file << line + "\n" << std::flush;
    if (!file)
        return systemError(path, "cannot be written", errno);
    return Done{};
}

Result<std::vector<std::string>> readLines(const fs::path &path) {
    std::vector<std::string> lines;
    if (!fs::exists(path))
        return lines;
    const Result<std::string> bytes = readFile(path, kMaxMetricsBytes);
    if (!bytes)
        return bytes.error();
    std::istringstream stream(*bytes);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

// Keeps the rows up to `step`; what does not parse was cut by a crash.
Status truncateRows(const fs::path &path, std::int64_t step) {
    const Result<std::vector<std::string>> lines = readLines(path);
    if (!lines)
        return lines.error();
    std::string kept;
    for (const std::string &line : *lines) {
        const Result<MetricRow> row = parseMetricLine(line);
        if (row && row->step <= step)
            kept += line + "\n";
    }
    return writeFileAtomic(path, kept);
}

} // namespace

bool holdsRun(const fs::path &path) {
    return fs::exists(path / kScenarioFile) || fs::exists(path / kMetricsFile) ||
           fs::exists(path / kCheckpoints);
}

Result<fs::path> makeRunFolder(const fs::path &runsFolder, const std::string &scenarioName,
                               std::int64_t seed, std::int64_t unixTime) {
    std::error_code code;
    fs::create_directories(runsFolder, code);
    if (code)
        return failed(runsFolder, "cannot be created", code);
    const std::string name =
        utcStamp(unixTime) + "_" + folderWord(scenarioName) + "_s" + numberText(seed);
    constexpr int kTries = 10'000;
    for (int i = 1; i <= kTries; ++i) {
        const fs::path path = runsFolder / (i == 1 ? name : name + "_" + numberText(i));
        // Making the folder is the test: two processes that start at once never share one.
        if (fs::create_directory(path, code))
            return path;
        if (code)
            return failed(path, "cannot be created", code);
    }
    return Error(Problem{(runsFolder / name).string(), "is taken", "a free name"});
}

Result<RunDirectory> RunDirectory::create(const fs::path &runsFolder,
                                          const std::string &scenarioName, std::int64_t seed,
                                          std::int64_t unixTime) {
    const Result<fs::path> path = makeRunFolder(runsFolder, scenarioName, seed, unixTime);
    return path ? createAt(*path) : Result<RunDirectory>(path.error());
}

Result<RunDirectory> RunDirectory::createAt(const fs::path &path) {
    if (holdsRun(path))
        return Error(Problem{path.string(), "already holds a run", "a new or empty folder"});
    std::error_code code;
    fs::create_directories(path / kCheckpoints, code);
    if (code)
        return failed(path, "cannot be created", code);
    RunDirectory directory(path);
    if (const Status status = directory.openLogs(); !status.ok())
        return status.error();
    return directory;
}

Result<RunDirectory> RunDirectory::open(const fs::path &path) {
    if (!fs::exists(path / kScenarioFile))
        return Error(Problem{path.string(), "is no run", "a folder that holds scenario.json"});
    std::error_code code;
    fs::create_directories(path / kCheckpoints, code);
    if (code)
        return failed(path / kCheckpoints, "cannot be created", code);
    cleanLeftovers(path / kCheckpoints);
    RunDirectory directory(path);
    if (const Status status = directory.openLogs(); !status.ok())
        return status.error();
    return directory;
}

Status RunDirectory::openLogs() {
    const auto openLog = [this](std::ofstream &file, const char *name) {
        file = std::ofstream(m_path / name, std::ios::binary | std::ios::app);
        return file ? Status(Done{})
                    : Status(systemError(m_path / name, "cannot be opened", errno));
    };
    for (const auto &[file, name] :
         {std::pair(&m_metrics, kMetricsFile), std::pair(&m_timing, kTimingFile),
          std::pair(&m_events, kEventsFile)})
        if (Status status = openLog(*file, name); !status.ok())
            return status;
    return Done{};
}

Status RunDirectory::writeScenario(const std::string &json) {
    return writeFileAtomic(m_path / kScenarioFile, json);
}

Status RunDirectory::writeBuild(const std::string &json) {
    return writeFileAtomic(m_path / kBuildFile, json);
}

Result<std::string> RunDirectory::readScenario() const {
    return readFile(m_path / kScenarioFile, kMaxScenarioBytes);
}

Status RunDirectory::appendMetrics(const MetricRow &row) {
    return appendLine(m_metrics, m_path / kMetricsFile, metricLine(row));
}

Status RunDirectory::appendTiming(const MetricRow &row) {
    MetricRow timed = row;
    timed.values.insert(timed.values.begin(), {"wall_seconds", row.wallSeconds});
    return appendLine(m_timing, m_path / kTimingFile, metricLine(timed));
}

Status RunDirectory::appendEvent(const std::string &line) {
    std::string flat = line;
    std::replace_if(
        flat.begin(), flat.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return appendLine(m_events, m_path / kEventsFile, flat);
}

Result<std::vector<MetricRow>> RunDirectory::readMetrics() const {
    const Result<std::vector<std::string>> lines = readLines(m_path / kMetricsFile);
    if (!lines)
        return lines.error();
    std::vector<MetricRow> rows;
    for (std::size_t i = 0; i < lines->size(); ++i) {
        Result<MetricRow> row = parseMetricLine((*lines)[i]);
        if (!row && i + 1 < lines->size())
            return Error(Problem{(m_path / kMetricsFile).string() + ":" + std::to_string(i + 1),
                                 row.error().text(), ""});
        if (row)
            rows.push_back(std::move(*row));
    }
    return rows;
}

Status RunDirectory::truncateMetricsAfter(std::int64_t step) {
    for (const char *name : {kMetricsFile, kTimingFile})
        if (Status status = truncateRows(m_path / name, step); !status.ok())
            return status;
    return openLogs(); // the old streams write into files that have no name any more
}

Status RunDirectory::writeCheckpoint(std::int64_t step, const Files &files, std::int64_t keep) {
    const fs::path folder = checkpointPath(step);
    if (Status status = writeFolderAtomic(folder, files); !status.ok())
        return status;
    const Result<Files> readBack = readFolder(folder);
    if (!readBack)
        return readBack.error();
    if (*readBack != files)
        return Error(Problem{folder.string(), "reads back differently from what was written", ""});
    const std::vector<std::int64_t> steps = checkpoints();
    std::int64_t tooMany = keep > 0 ? static_cast<std::int64_t>(steps.size()) - keep : 0;
    std::error_code code;
    for (const std::int64_t old : steps)
        if (old != step && tooMany-- > 0)
            fs::remove_all(checkpointPath(old), code);
    return Done{};
}

std::vector<std::int64_t> RunDirectory::checkpoints() const {
    return listCheckpoints(m_path);
}

Status RunDirectory::removeCheckpointsAfter(std::int64_t step) {
    std::error_code code;
    for (const std::int64_t later : checkpoints())
        if (later > step && !code)
            fs::remove_all(checkpointPath(later), code);
    return code ? Status(failed(m_path / kCheckpoints, "cannot be cleared", code)) : Done{};
}

fs::path RunDirectory::checkpointPath(std::int64_t step) const {
    return m_path / kCheckpoints / checkpointName(step);
}

std::optional<std::int64_t> RunDirectory::latestCheckpoint() const {
    const std::vector<std::int64_t> steps = checkpoints();
    return steps.empty() ? std::nullopt : std::optional(steps.back());
}

std::vector<std::int64_t> listCheckpoints(const fs::path &runDir) {
    std::vector<std::int64_t> steps;
    std::error_code code;
    for (fs::directory_iterator it(runDir / kCheckpoints, code), end; !code && it != end;
         it.increment(code))
        if (const auto step = checkpointStep(it->path().filename().string()))
            steps.push_back(*step);
    std::sort(steps.begin(), steps.end());
    return steps;
}

Result<CheckpointPlace> locateCheckpoint(const fs::path &path) {
    std::error_code code;
    const fs::path place = fs::canonical(path, code);
    if (code)
        return failed(path, "cannot be found", code);
    if (const auto step = checkpointStep(place.filename().string()))
        return CheckpointPlace{place.parent_path().parent_path(), place, *step};
    if (!holdsRun(place))
        return Error(
            Problem{path.string(), "is no run", "a run directory or one of its checkpoints"});
    const std::vector<std::int64_t> steps = listCheckpoints(place);
    if (steps.empty())
        return Error(Problem{path.string(), "holds no checkpoint", ""});
    return CheckpointPlace{place, place / kCheckpoints / checkpointName(steps.back()),
                           steps.back()};
}

Result<RunDirectory::Files> readCheckpoint(const fs::path &checkpoint) {
    return readFolder(checkpoint);
}

} // namespace paddock

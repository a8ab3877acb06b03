#include "core/run/run_index.h"

#include "core/base/file_io.h"
#include "core/run/metrics.h"
#include "core/run/run_directory.h"
#include "core/run/run_lock.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>

namespace paddock {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr const char *kNotesFile = "notes.json";
constexpr const char *kTrash = ".trash";
constexpr std::size_t kMaxText = 4u << 20;
constexpr std::size_t kTail = 64u << 10; // bytes from the end of a log that are read
constexpr std::size_t kMaxTags = 100, kMaxTagLength = 100;

// The last whole lines of a file.
std::vector<std::string> lastLines(const fs::path &path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    std::vector<std::string> lines;
    if (!file)
        return lines;
    const std::streamoff size = file.tellg();
    const std::streamoff from = std::max<std::streamoff>(0, size - std::streamoff(kTail));
    file.seekg(from);
    std::string line;
    if (from > 0)
        std::getline(file, line); // most likely cut
    while (std::getline(file, line))
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

// Rows of the last step: one, or one for each policy.
void readMetrics(RunSummary &run) {
    std::vector<MetricRow> rows;
    const std::vector<std::string> lines = lastLines(run.path / "metrics.jsonl");
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        Result<MetricRow> row = parseMetricLine(*line);
        if (!row)
            continue; // cut by a crash
        if (!rows.empty() && row->step != rows.front().step)
            break;
        rows.push_back(std::move(*row));
    }
    if (rows.empty() && !lines.empty())
        run.problem = "its metrics.jsonl cannot be read";
    std::map<std::string, int> counts;
    for (const MetricRow &row : rows) {
        run.steps = row.step;
        for (const auto &[tag, value] : row.values) {
            run.metrics[tag] += value;
            ++counts[tag];
        }
    }
    for (auto &[tag, value] : run.metrics)
        value /= counts[tag];
    for (const std::string &line : lastLines(run.path / "timing.jsonl"))
        if (const Result<MetricRow> row = parseMetricLine(line))
            run.wallSeconds = row->get("wall_seconds", run.wallSeconds);
}

void readState(RunSummary &run) {
    if (RunLock::isTaken(run.path)) {
        run.state = RunState::Running;
        return;
    }
    const std::vector<std::string> lines = lastLines(run.path / "events.log");
    if (lines.empty())
        return;
    const std::string &last = lines.back();
    static const std::string kFailed = "the run failed: ";
    if (last.ends_with(" info: finished"))
        run.state = RunState::Finished;
    else if (last.ends_with(" info: stopped"))
        run.state = RunState::Stopped;
    else if (const auto at = last.find(kFailed); at != std::string::npos) {
        run.state = RunState::Failed;
        run.problem = last.substr(at + kFailed.size());
    }
}

std::string textAt(const Json &json, const char *key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::int64_t countAt(const Json &json, const char *key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::int64_t>() : 0;
}

void readScenarioOf(RunSummary &run) {
    const Result<std::string> text = readFile(run.path / "scenario.json", kMaxText);
    const Json json = text ? Json::parse(*text, nullptr, false) : Json();
    if (!json.is_object()) {
        run.problem = "its scenario.json cannot be read";
        return;
    }
    run.scenario = textAt(json, "name");
    run.preset = textAt(json, "preset");
    run.kind = textAt(json, "kind");
    if (const auto training = json.find("training");
        training != json.end() && training->is_object()) {
        run.seed = countAt(*training, "seed");
        run.maxSteps = countAt(*training, "max_steps");
    }
}

// When build.json was written: once, at the start.
std::int64_t startOf(const fs::path &runDir) {
    std::error_code code;
    fs::file_time_type written = fs::last_write_time(runDir / "build.json", code);
    if (code)
        written = fs::last_write_time(runDir, code);
    if (code)
        return 0;
    const auto system = std::chrono::file_clock::to_sys(written);
    return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

RunNotes readNotes(const fs::path &runDir) {
    RunNotes notes;
    const Result<std::string> text = readFile(runDir / kNotesFile, kMaxText);
    const Json json = text ? Json::parse(*text, nullptr, false) : Json();
    if (!json.is_object())
        return notes;
    notes.note = textAt(json, "note");
    notes.parent = textAt(json, "parent");
    notes.parentStep = countAt(json, "parent_step");
    if (const auto archived = json.find("archived");
        archived != json.end() && archived->is_boolean())
        notes.archived = archived->get<bool>();
    if (const auto tags = json.find("tags"); tags != json.end() && tags->is_array())
        for (const Json &tag : *tags)
            if (tag.is_string() && notes.tags.size() < kMaxTags)
                notes.tags.push_back(tag.get<std::string>().substr(0, kMaxTagLength));
    return notes;
}

template <class F>
void eachFolder(const fs::path &folder, F &&visit) {
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        std::error_code unreadable;
        if (!it->path().filename().string().starts_with('.') && it->is_directory(unreadable))
            visit(it->path());
    }
}

bool isSweep(const fs::path &folder) {
    std::error_code code;
    return fs::exists(folder / kSweepFile, code);
}

} // namespace

const char *runStateName(RunState state) {
    static constexpr const char *kNames[] = {"running", "finished", "stopped", "failed",
                                             "interrupted"};
    return kNames[int(state)];
}

RunSummary readRunSummary(const fs::path &runDir) {
    RunSummary run;
    run.path = runDir;
    run.name = runDir.filename().string();
    if (isSweep(runDir.parent_path()))
        run.sweep = runDir.parent_path().filename().string();
    run.started = startOf(runDir);
    readMetrics(run);
    readState(run);
    readScenarioOf(run);
    run.checkpoints = listCheckpoints(runDir);
    run.notes = readNotes(runDir);
    return run;
}

std::vector<fs::path> findRuns(const fs::path &runsFolder) {
    std::vector<fs::path> runs;
    eachFolder(runsFolder, [&runs](const fs::path &folder) {
        if (holdsRun(folder))
            runs.push_back(folder);
        else if (isSweep(folder))
            eachFolder(folder, [&runs](const fs::path &run) {
                if (holdsRun(run))
                    runs.push_back(run);
            });
    });
    return runs;
}

void sortRuns(std::vector<RunSummary> &runs) {
    std::sort(runs.begin(), runs.end(), [](const RunSummary &a, const RunSummary &b) {
        return std::pair(b.started, b.name) < std::pair(a.started, a.name);
    });
}

std::vector<RunSummary> listRuns(const fs::path &runsFolder) {
    std::vector<RunSummary> runs;
    for (const fs::path &run : findRuns(runsFolder))
        runs.push_back(readRunSummary(run));
    sortRuns(runs);
    return runs;
}

Status saveRunNotes(const fs::path &runDir, const RunNotes &notes) {
    Json json;
    json["tags"] = notes.tags;
    json["note"] = notes.note;
    json["archived"] = notes.archived;
    if (!notes.parent.empty()) {
        json["parent"] = notes.parent;
        json["parent_step"] = notes.parentStep;
    }
    return writeFileAtomic(runDir / kNotesFile,
                           json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Result<fs::path> trashRun(const fs::path &runDir) {
    if (!holdsRun(runDir))
        return Error(Problem{runDir.string(), "is no run", "a run directory"});
    if (RunLock::isTaken(runDir))
        return Error(Problem{runDir.string(), "is being trained", "a run that has ended"});
    const fs::path trash = runDir.parent_path() / kTrash;
    std::error_code code;
    fs::create_directories(trash, code);
    fs::path target = trash / runDir.filename();
    for (int i = 2; !code && fs::exists(target); ++i)
        target = trash / (runDir.filename().string() + "~" + std::to_string(i));
    if (!code)
        fs::rename(runDir, target, code);
    if (code)
        return Error(Problem{runDir.string(), "cannot be moved: " + code.message(), ""});
    return target;
}

Status restoreRun(const fs::path &trashed) {
    const std::string name = trashed.filename().string();
    const fs::path target = trashed.parent_path().parent_path() / name.substr(0, name.find('~'));
    std::error_code code;
    if (fs::exists(target, code))
        return Error(Problem{target.string(), "is there already", "a free name"});
    fs::rename(trashed, target, code);
    if (code)
        return Error(Problem{trashed.string(), "cannot be moved: " + code.message(), ""});
    return Done{};
}

} // namespace paddock

// What there is to know of the runs in a folder, read from the run directories alone.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace paddock {

// Running: a session works on it now. Interrupted: none does, and it never said that it ended.
enum class RunState { Running, Finished, Stopped, Failed, Interrupted };
const char *runStateName(RunState state);

// What a person says of a run; kept in notes.json of its directory.
struct RunNotes {
    std::vector<std::string> tags;
    std::string note;
    bool archived = false;
    std::string parent;          // name of the run that this one went on from, empty = none
    std::int64_t parentStep = 0; // of that run

    bool operator==(const RunNotes &) const = default;
};

struct RunSummary {
    std::filesystem::path path;
    std::string name;  // of the directory
    std::string sweep; // that it belongs to: the folder around it; empty = none
    std::string scenario, preset, kind;
    std::int64_t seed = 0;
    std::int64_t started = 0; // Unix seconds
    std::int64_t steps = 0;   // of its last metric row
    std::int64_t maxSteps = 0;
    double wallSeconds = 0;
    RunState state = RunState::Interrupted;
    std::string problem;                   // why it failed, or what cannot be read
    std::map<std::string, double> metrics; // of the last row, by tag; of several policies the means
    std::vector<std::int64_t> checkpoints; // steps, ascending
    RunNotes notes;

    bool operator==(const RunSummary &) const = default;
};

// The file that makes a folder of runs a sweep.
inline constexpr const char *kSweepFile = "sweep.json";

// One run. Something that cannot be read leaves its fields empty and says so in `problem`.
RunSummary readRunSummary(const std::filesystem::path &runDir);
// Where the runs of a folder lie, those of its sweeps too; other folders and files are passed over.
std::vector<std::filesystem::path> findRuns(const std::filesystem::path &runsFolder);
// The newest first; what began at the same second in the order of names.
void sortRuns(std::vector<RunSummary> &runs);
// All of them, the newest first.
std::vector<RunSummary> listRuns(const std::filesystem::path &runsFolder);

Status saveRunNotes(const std::filesystem::path &runDir, const RunNotes &notes);

// Moves a run into the folder's trash, from where it can come back. Error: it is at work.
Result<std::filesystem::path> trashRun(const std::filesystem::path &runDir);
// Back to where it was.
Status restoreRun(const std::filesystem::path &trashed);

} // namespace paddock

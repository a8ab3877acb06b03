// The folder of one run: the truth about it, from which it can be shown, judged, resumed and
// reproduced.
//   scenario.json   the document with all defaults written out      build.json   program,
//   libraries, machine metrics.jsonl   one row a line, free of wall time               timing.jsonl
//   rows that depend on wall time events.log      what happened, one line each
//   checkpoints/step_000000102400/ events.out.tfevents.*  for TensorBoard
#pragma once

#include "core/base/result.h"
#include "core/run/metrics.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paddock {

class RunDirectory {
  public:
    using Files = std::map<std::string, std::string>; // name, bytes

    // Makes `runsFolder`/<UTC time>_<scenario>_s<seed>; a number follows where that is taken.
    // `unixTime` in seconds.
    static Result<RunDirectory> create(const std::filesystem::path &runsFolder,
                                       const std::string &scenarioName, std::int64_t seed,
                                       std::int64_t unixTime);
    // Makes exactly `path`, or takes it when it is there and holds no run.
    static Result<RunDirectory> createAt(const std::filesystem::path &path);
    // An existing run, to go on with. Leftovers of an interrupted write are removed.
    static Result<RunDirectory> open(const std::filesystem::path &path);

    const std::filesystem::path &path() const { return m_path; }

    Status writeScenario(const std::string &json);
    Status writeBuild(const std::string &json);
    Result<std::string> readScenario() const;

    // Each appends one line that other processes can read when the call returns.
    Status appendMetrics(const MetricRow &row);
    Status appendTiming(const MetricRow &row);   // its values and wall_seconds
    Status appendEvent(const std::string &line); // line ends within become blanks

    // Rows of metrics.jsonl; a last line that was cut by a crash is left out.
    Result<std::vector<MetricRow>> readMetrics() const;
    // Forgets rows of metrics.jsonl and timing.jsonl later than `step`, so that a resumed run goes
    // on behind its checkpoint without a seam.
    Status truncateMetricsAfter(std::int64_t step);
    // Removes checkpoints of a future that a run resumed at `step` will not have.
    Status removeCheckpointsAfter(std::int64_t step);

    // Writes all files or none, reads them back, and only then removes the oldest checkpoints
    // beyond `keep` (0 = keeps all). A checkpoint of the same step is replaced.
    Status writeCheckpoint(std::int64_t step, const Files &files, std::int64_t keep);
    std::vector<std::int64_t> checkpoints() const; // steps, ascending
    std::filesystem::path checkpointPath(std::int64_t step) const;
    std::optional<std::int64_t> latestCheckpoint() const;

  private:
    explicit RunDirectory(std::filesystem::path path) : m_path(std::move(path)) {}
    Status openLogs();

    std::filesystem::path m_path;
    std::ofstream m_metrics;
    std::ofstream m_timing;
    std::ofstream m_events;
};

// Makes the folder that RunDirectory::create would, empty.
Result<std::filesystem::path> makeRunFolder(const std::filesystem::path &runsFolder,
                                            const std::string &scenarioName, std::int64_t seed,
                                            std::int64_t unixTime);

// Where a checkpoint lies.
struct CheckpointPlace {
    std::filesystem::path runDir;
    std::filesystem::path checkpoint;
    std::int64_t step = 0;
};

// Steps of the checkpoints of a run, ascending. Only looks: the run may be at work.
std::vector<std::int64_t> listCheckpoints(const std::filesystem::path &runDir);

// `path` is a run directory (its latest checkpoint is meant) or a checkpoint of one.
Result<CheckpointPlace> locateCheckpoint(const std::filesystem::path &path);

// The files of a checkpoint folder.
Result<RunDirectory::Files> readCheckpoint(const std::filesystem::path &checkpoint);

// True when `path` holds what only a run directory holds.
bool holdsRun(const std::filesystem::path &path);

} // namespace paddock

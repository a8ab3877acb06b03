// A sweep: one document trained with several values of some of its parameters and several seeds.
// Its plan is a JSON document (docs/runs.md); its runs lie in a folder of their own.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace paddock {

// Grid: every value of an axis with every value of the others. List: the first values of all axes
// together, then the second ones, and so on.
enum class SweepKind { Grid, List };

struct SweepAxis {
    std::string path;                // of a field, dotted
    std::vector<std::string> values; // as typed

    bool operator==(const SweepAxis &) const = default;
};

struct SweepSpec {
    std::string name;
    Scenario base;
    SweepKind kind = SweepKind::Grid;
    std::vector<SweepAxis> axes;
    std::vector<std::int64_t> seeds; // empty: the base's
    int jobs = 1;                    // runs side by side; no more than there are cores
    int threads = 0;                 // of each run; 0 = its share of the cores
};

inline constexpr std::size_t kMaxSweepRuns = 10'000;
inline constexpr int kMaxSweepJobs = 256;

struct SweepRun {
    std::string name; // of its folder: "003_learning_rate-0.001_s2"
    std::vector<std::pair<std::string, std::string>> settings; // path, value
    Scenario scenario;
};

// How many runs the plan makes, without making them. Error: every problem of the plan at once.
Result<std::size_t> countSweep(const SweepSpec &spec);

// The runs in the order in which they are trained: the last axis moves fastest, the seeds of one
// setting stand together. Error: the problems of the plan, or of one of its documents.
Result<std::vector<SweepRun>> expandSweep(const SweepSpec &spec);

// Count values from `from` to `to`, evenly spaced or each the same multiple of the one before.
Result<std::vector<std::string>> sweepRange(double from, double to, std::int64_t count,
                                            bool logarithmic);

// Reads a plan. A document that it names lies beside `file`. Errors: every problem at once, each
// with its JSON pointer.
Result<SweepSpec> readSweep(const std::string &json, const std::filesystem::path &file);
// `path` is a plan or the folder of a sweep that was begun.
Result<SweepSpec> loadSweep(const std::filesystem::path &path);
// The plan with its document written out. Reading it gives the same sweep.
std::string writeSweep(const SweepSpec &spec);
// Writes the plan, and the track of a race, into the folder of the sweep.
Status saveSweep(const SweepSpec &spec, const std::filesystem::path &folder);

} // namespace paddock

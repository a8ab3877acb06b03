// Demonstrations of any format that we read, as they are and as learners take them.
#pragma once

#include "core/learn/demonstration_data.h"
#include "core/learn/policy_shape.h"
#include "core/run/demonstration.h"

namespace paddock {

struct LoadedDemonstration {
    Demonstration demonstration;
    std::string format; // paddock | mlagents
    std::string note;   // what of the file was left out; empty when all was well
};

// Ours or ML-Agents', told apart by what is in the file.
Result<LoadedDemonstration> loadDemonstration(const std::filesystem::path &path);

// Every decision in order, one episode behind the other; closing rows, after which nothing was
// done, are left out.
DemonstrationData learnerData(const Demonstration &demonstration);

// The same of several files, for a policy of `shape`. Errors, all at once: files that cannot be
// read, other sizes of observation or branches.
Result<DemonstrationData> loadLearnerData(const std::vector<std::filesystem::path> &paths,
                                          const PolicyShape &shape);

} // namespace paddock

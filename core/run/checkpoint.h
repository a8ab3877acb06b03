// What a checkpoint holds besides weights: counters and live parameters. Files: state.json and one
// of weights for each policy: weights.safetensors, or weights_<policy>.safetensors where there are
// several. Worlds are not kept yet: a resumed run starts them
// anew, and says so.
#pragma once

#include "core/base/result.h"
#include "core/learn/tensor_file.h"
#include "core/run/run_directory.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace paddock {

inline constexpr const char *kWeightsFile = "weights.safetensors"; // where there is one policy
inline constexpr const char *kStateFile = "state.json";

struct CheckpointState {
    std::int64_t step = 0;      // agent steps
    std::int64_t decisions = 0; // of every world since the run began, resumes included
    std::int64_t episodes = 0;
    std::int64_t updates = 0;
    Scenario scenario; // with the live parameters as they were
};

struct Checkpoint {
    CheckpointState state;
    std::vector<TensorFile> weights; // [scenario.policyGroups()]
};

// The file of one policy's weights.
std::string weightsFile(const Scenario &scenario, int group);

RunDirectory::Files encodeCheckpoint(const Checkpoint &checkpoint);
// `path` is a run directory (latest checkpoint) or a checkpoint.
Result<Checkpoint> loadCheckpoint(const std::filesystem::path &path);

} // namespace paddock

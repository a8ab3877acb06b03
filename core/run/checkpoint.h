// What a checkpoint holds besides weights: counters and live parameters. Two files:
// weights.safetensors (learner) and state.json. Worlds are not kept yet: a resumed run starts them
// anew, and says so.
#pragma once

#include "core/base/result.h"
#include "core/learn/tensor_file.h"
#include "core/run/run_directory.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>

namespace paddock {

inline constexpr const char *kWeightsFile = "weights.safetensors";
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
    TensorFile weights;
};

RunDirectory::Files encodeCheckpoint(const Checkpoint &checkpoint);
// `path` is a run directory (latest checkpoint) or a checkpoint.
Result<Checkpoint> loadCheckpoint(const std::filesystem::path &path);

} // namespace paddock

// Two policies in the same scenario from the same seed: what each does, and where they part.
#pragma once

#include "core/run/episode_recording.h"
#include "core/run/episode_rollout.h"

#include <stop_token>

namespace paddock {

struct CompareOptions {
    std::uint64_t seed = 1000;
    double seconds = 30; // of simulated time
    // Greedy policies part for no other reason than their weights; sampled ones draw with the same
    // random numbers.
    std::string driver = "policy_greedy";
    float position = 1e-3f; // m apart at most while poses count as equal
    float yaw = 1e-3f;      // rad likewise
};

// Where the two ways of one agent part; -1: never.
struct Parting {
    int agent = 0;
    int action = -1; // first frame that another choice led to
    int pose = -1;   // first frame with another pose

    int frame() const; // the earlier of the two
};

struct PolicyComparison {
    EpisodeRecording first, second; // the same scenario, seed and length
    std::vector<Parting> partings;  // [A]

    const Parting *earliest() const; // null: the two do the same
};

// Frames are compared as far as both recordings go.
std::vector<Parting> findPartings(const EpisodeRecording &first, const EpisodeRecording &second,
                                  const CompareOptions &tolerances);

// Runs, checkpoints or .onnx files; both drive in the scenario of the first, which is then no
// .onnx file. Error: one that cannot be opened, or that sees or chooses something else.
Result<PolicyComparison> compareCheckpoints(const std::filesystem::path &first,
                                            const std::filesystem::path &second,
                                            const CompareOptions &options,
                                            std::stop_token stop = {});

} // namespace paddock

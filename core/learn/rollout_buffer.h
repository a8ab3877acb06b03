// What one group experienced between two updates, in flat arrays, and the advantages computed from
// it.
#pragma once

#include "core/base/view.h"
#include "core/learn/policy_shape.h"

#include <cstdint>
#include <vector>

namespace paddock {

// T steps of M rows. Time-major: sample index = t * M + row.
struct RolloutBuffer {
    RolloutBuffer(const PolicyShape &shape, int rows, int capacitySteps);

    int rows = 0;            // M
    int capacity = 0;        // T at most
    int steps = 0;           // T filled
    int observationSize = 0; // D
    int branchCount = 0;     // K

    std::vector<float> observations;      // [T, M, D]
    std::vector<std::int32_t> actions;    // [T, M, K] index within the branch
    std::vector<float> logProbs;          // [T, M, K] of the action taken, when it was taken
    std::vector<float> rewards;           // [T, M]
    std::vector<std::uint8_t> terminated; // [T, M] the episode ended for good after this step
    std::vector<std::uint8_t> truncated;  // [T, M] the episode was cut (time limit) after this step
    // Final observations of truncated steps, in the order of their samples: sample index and [D]
    // each.
    std::vector<std::int32_t> truncatedSamples;
    std::vector<float> truncatedObservations;
    std::vector<float> lastObservations; // [M, D] after the last step, to bootstrap from

    // Filled by the learner.
    std::vector<float> values;     // [T, M]
    std::vector<float> advantages; // [T, M]
    std::vector<float> returns;    // [T, M]

    int samples() const { return steps * rows; }
    bool full() const { return steps == capacity; }
    void clear();
    // Copies one step of all rows: observations [M, D] seen, actions and logProbs [M, K], rewards
    // [M], flags [M], finalObservations [M, D] (read only where truncated). A row with both flags
    // has terminated.
    void append(MatrixView<const float> observations, MatrixView<const std::int32_t> actions,
                MatrixView<const float> logProbs, const float *rewards,
                const std::uint8_t *terminated, const std::uint8_t *truncated,
                MatrixView<const float> finalObservations);
};

// Generalised advantage estimation (Schulman et al. 2016, eq. 16) over `buffer`, from its values
// and the values of what follows: truncatedValues [truncatedSamples.size()], lastValues [M].
// Terminated: nothing follows. Truncated: the final observation's value follows and the sum ends.
// returns = advantages + values. Rewards count `rewardStrength` times.
void computeGae(RolloutBuffer &buffer, const float *truncatedValues, const float *lastValues,
                float gamma, float lambda, float rewardStrength = 1);

} // namespace paddock

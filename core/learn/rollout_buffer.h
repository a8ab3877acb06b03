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
    RolloutBuffer() = default;
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
    // The same of terminated steps: reward signals that ignore the end of an episode look past it.
    std::vector<std::int32_t> terminatedSamples;
    std::vector<float> terminatedObservations;
    std::vector<float> lastObservations; // [M, D] after the last step, to bootstrap from

    // Filled by the learner.
    std::vector<float> values;     // [T, M]
    std::vector<float> advantages; // [T, M]
    std::vector<float> returns;    // [T, M]

    int samples() const { return steps * rows; }
    bool full() const { return steps == capacity; }
    void clear();
    // Copies one step of all rows: observations [M, D] seen, actions and logProbs [M, K], rewards
    // [M], flags [M], finalObservations [M, D] (read only where an episode ended; may be empty when
    // none is truncated). A row with both flags has terminated.
    void append(MatrixView<const float> observations, MatrixView<const std::int32_t> actions,
                MatrixView<const float> logProbs, const float *rewards,
                const std::uint8_t *terminated, const std::uint8_t *truncated,
                MatrixView<const float> finalObservations);
};

// A copy without the rows that `left` [M] marks, sample by sample the same otherwise.
RolloutBuffer withoutRows(const RolloutBuffer &buffer, const std::vector<std::uint8_t> &left);

// One reward signal over the samples of a buffer: N samples, M rows. Values and returns of several
// signals may lie side by side, `stride` apart.
struct SignalView {
    const float *rewards = nullptr;          // [N]
    const float *values = nullptr;           // [N] strided
    const float *truncatedValues = nullptr;  // [truncatedSamples] strided
    const float *terminatedValues = nullptr; // [terminatedSamples] strided; null: nothing follows
    const float *lastValues = nullptr;       // [M] strided
    std::size_t stride = 1;
    float gamma = 0.99f;
    float lambda = 0.95f;
    float strength = 1;          // factor on the rewards
    float *advantages = nullptr; // [N]
    float *returns = nullptr;    // [N] strided
};

// Generalised advantage estimation (Schulman et al. 2016, eq. 16). Terminated: nothing follows,
// unless the signal ignores it. Truncated: the final observation's value follows and the sum ends.
// returns = advantages + values.
void computeGae(const RolloutBuffer &buffer, const SignalView &signal);

// The same over the buffer's own rewards, values, advantages and returns.
void computeGae(RolloutBuffer &buffer, const float *truncatedValues, const float *lastValues,
                float gamma, float lambda, float rewardStrength = 1);

// Observations [N, D] that followed each sample, final ones at the ends of episodes; a terminated
// sample without one is followed by itself.
void nextObservations(const RolloutBuffer &buffer, std::vector<float> &next);

} // namespace paddock

// One pass of PPO over a shuffled buffer, for the actor and for the critic; the two share nothing
// but what they read.
#pragma once

#include "core/learn/policy_shape.h"
#include "core/learn/rollout_buffer.h"
#include "core/learn/trained_network.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paddock {

// Numbers in force during one update.
struct UpdateSettings {
    double learningRate = 0;
    float epsilon = 0;
    float beta = 0;
    std::size_t batchSize = 0; // samples of a minibatch; a shorter rest is dropped
};

// What the critic says of a buffer and shall say: N samples, S reward signals.
struct ValueColumns {
    std::size_t signals = 1;
    std::vector<float> values;  // [N, S] before the update
    std::vector<float> returns; // [N, S]
};

// The buffer in the order of one pass, so that a minibatch is a slice. N samples.
struct EpochData {
    std::size_t samples = 0;
    std::size_t observationSize = 0;
    std::size_t branchCount = 0;
    std::vector<float> observations;   // [N, D]
    std::vector<std::int32_t> actions; // [N, K]
    std::vector<float> logProbs;       // [N, K]
    std::vector<float> advantages;     // [N] normalised
    ValueColumns columns;

    // `order` [N] names samples of `buffer`; `normalised` are its advantages, normalised.
    void gather(const RolloutBuffer &buffer, std::span<const float> normalised,
                const ValueColumns &from, std::span<const std::uint32_t> order);
};

// Sums over the minibatches of a pass.
struct ActorPass {
    double policyLoss = 0; // of absolute values
    double entropy = 0;
    double approxKl = 0;
    double clipFraction = 0;
    int minibatches = 0;
    std::string problem; // what was not finite; the pass ended there
};

struct CriticPass {
    double valueLoss = 0;
    int minibatches = 0;
    std::string problem;
};

ActorPass runActorEpoch(TrainedNetwork &actor, std::span<const int> branches, const EpochData &data,
                        const UpdateSettings &settings);
CriticPass runCriticEpoch(TrainedNetwork &critic, const EpochData &data,
                          const UpdateSettings &settings);

} // namespace paddock

// The inside of PpoLearner, shared by ppo.cpp and ppo_checkpoint.cpp.
#pragma once

#include "core/learn/ppo.h"
#include "core/learn/ppo_epoch.h"
#include "core/learn/side_thread.h"

#include <memory>
#include <vector>

namespace paddock {

struct PpoLearner::Impl {
    Impl(const TrainingSpec &trainingSpec, const PolicyShape &policyShape, int threads)
        : spec(trainingSpec), shape(policyShape),
          actor(shape.observationSize, shape.logitCount(), shape),
          critic(shape.observationSize, 1, shape),
          side(threads >= 2 ? std::make_unique<SideThread>() : nullptr) {}

    TrainingSpec spec;
    PolicyShape shape;
    TrainedNetwork actor;
    TrainedNetwork critic;
    std::uint64_t updates = 0; // done so far; keys the shuffles

    // Room that is kept from call to call.
    std::vector<float> logits;          // [N, L] of the last inference
    std::vector<float> probabilities;   // [L] of one row
    std::vector<float> truncatedValues; // [buffer.truncatedSamples]
    std::vector<float> lastValues;      // [M]
    std::vector<float> normalised;      // [N] advantages
    std::vector<std::uint32_t> order;   // [N]
    EpochData epoch;
    std::unique_ptr<SideThread>
        side; // null: the critic learns on the calling thread; last: joins first

    MatrixView<const float> computeLogits(MatrixView<const float> observations);
    void estimateValues(RolloutBuffer &buffer);
    void shuffle(std::size_t samples, std::int64_t epochIndex);
    void runEpochs(const RolloutBuffer &buffer, UpdateStats &stats);
};

} // namespace paddock

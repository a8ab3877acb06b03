// The inside of PpoLearner, shared by its sources.
#pragma once

#include "core/learn/cloning.h"
#include "core/learn/ppo.h"
#include "core/learn/ppo_epoch.h"
#include "core/learn/side_thread.h"

#include <memory>
#include <vector>

namespace paddock {

struct PpoLearner::Impl {
    Impl(const TrainingSpec &trainingSpec, const PolicyShape &policyShape, int threads)
        : spec(trainingSpec), shape(policyShape), signals(spec, shape),
          actor(shape.observationSize, shape.logitCount(), shape.hiddenUnits, shape.numLayers),
          critic(shape.observationSize, 1 + int(signals.count()), shape.hiddenUnits,
                 shape.numLayers),
          cloning(actor.mlp.parameters().size()),
          side(threads >= 2 ? std::make_unique<SideThread>() : nullptr) {}

    TrainingSpec spec;
    PolicyShape shape;
    RewardSignals signals; // beside the task's own reward
    TrainedNetwork actor;
    TrainedNetwork critic; // heads: the task's reward, then `signals` in order
    BehaviouralCloning cloning;
    std::shared_ptr<const DemonstrationData> cloningDemo, gailDemo;
    std::uint64_t updates = 0; // done so far; keys the shuffles

    // Room that is kept from call to call. S = 1 + signals.count().
    std::vector<float> logits;           // [N, L] of the last inference
    std::vector<float> probabilities;    // [L] of one row
    std::vector<float> heads;            // [N, S] of the last evaluate()
    std::vector<float> truncatedValues;  // [buffer.truncatedSamples, S]
    std::vector<float> terminatedValues; // [buffer.terminatedSamples, S]
    std::vector<float> lastValues;       // [M, S]
    ValueColumns columns;
    std::vector<float> normalised;    // [N] advantages
    std::vector<std::uint32_t> order; // [N]
    EpochData epoch;
    std::unique_ptr<SideThread>
        side; // null: the critic learns on the calling thread; last: joins first

    MatrixView<const float> computeLogits(MatrixView<const float> observations);
    // Draws the choices [K] of one row; `logProbs` [K] may be null.
    void sample(std::span<const float> rowLogits, std::size_t row, std::uint32_t step,
                std::int32_t *actions, float *logProbs);
    double meanEntropy(const RolloutBuffer &buffer);
    std::size_t batchSize(const RolloutBuffer &buffer) const;
    // Runs both, at once when there is a second thread.
    void runBoth(const std::function<void()> &aside, const std::function<void()> &here);

    // ppo_estimates.cpp. Each returns what is wrong, or "".
    std::string checkExperience(const RolloutBuffer &buffer) const;
    std::string estimate(RolloutBuffer &buffer, UpdateStats &stats);
    void estimateValues(const RolloutBuffer &buffer);
    void computeAdvantages(RolloutBuffer &buffer);
    std::string checkEstimates(const RolloutBuffer &buffer);

    void runEpochs(const RolloutBuffer &buffer, UpdateStats &stats);
    void imitate(const RolloutBuffer &buffer, std::int64_t step, UpdateStats &stats);
    std::string runCloning(std::int64_t step, CloningStats &stats);
    void tellSignals(UpdateStats &stats);

    void visitState(StateVisitor &v);
};

} // namespace paddock

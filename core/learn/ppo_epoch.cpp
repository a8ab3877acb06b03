#include "core/learn/ppo_epoch.h"

#include "core/learn/ppo_loss.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

template <class T>
void gatherRows(const std::vector<T> &from, std::size_t width, std::span<const std::uint32_t> order,
                std::vector<T> &to) {
    to.resize(order.size() * width);
    T *out = to.data();
    for (const std::uint32_t i : order)
        out = std::copy_n(from.data() + i * width, width, out);
}

template <class T>
MatrixView<const T> rowsOf(const std::vector<T> &values, std::size_t width, std::size_t first,
                           std::size_t rows) {
    return {values.data() + first * width, rows, width};
}

} // namespace

void EpochData::gather(const RolloutBuffer &buffer, std::span<const float> normalised,
                       const ValueColumns &from, std::span<const std::uint32_t> order) {
    samples = order.size();
    observationSize = std::size_t(buffer.observationSize);
    branchCount = std::size_t(buffer.branchCount);
    gatherRows(buffer.observations, observationSize, order, observations);
    gatherRows(buffer.actions, branchCount, order, actions);
    gatherRows(buffer.logProbs, branchCount, order, logProbs);
    columns.signals = from.signals;
    gatherRows(from.values, from.signals, order, columns.values);
    gatherRows(from.returns, from.signals, order, columns.returns);
    advantages.resize(samples);
    for (std::size_t i = 0; i < samples; ++i)
        advantages[i] = normalised[order[i]];
}

ActorPass runActorEpoch(TrainedNetwork &actor, std::span<const int> branches, const EpochData &data,
                        const UpdateSettings &settings) {
    ActorPass pass;
    const std::size_t size = settings.batchSize;
    for (std::size_t first = 0; first + size <= data.samples; first += size) {
        PolicyBatch batch;
        batch.branches = branches;
        batch.logits =
            actor.mlp.forward(rowsOf(data.observations, data.observationSize, first, size));
        batch.actions = rowsOf(data.actions, data.branchCount, first, size);
        batch.oldLogProbs = rowsOf(data.logProbs, data.branchCount, first, size);
        batch.advantages = std::span(data.advantages).subspan(first, size);
        batch.epsilon = settings.epsilon;
        batch.beta = settings.beta;
        actor.outputGradient.resize(batch.logits.size());
        const PolicyLoss loss = policyLoss(batch, actor.outputGradient);
        const double total = loss.surrogate - double(settings.beta) * loss.entropy;
        pass.problem =
            improve(actor, actor.adam, "actor", total, pass.minibatches, settings.learningRate);
        if (!pass.problem.empty())
            return pass;
        pass.policyLoss += std::abs(loss.surrogate);
        pass.entropy += loss.entropy;
        pass.approxKl += loss.approxKl;
        pass.clipFraction += loss.clipFraction;
        ++pass.minibatches;
    }
    return pass;
}

CriticPass runCriticEpoch(TrainedNetwork &critic, const EpochData &data,
                          const UpdateSettings &settings) {
    CriticPass pass;
    const std::size_t size = settings.batchSize;
    for (std::size_t first = 0; first + size <= data.samples; first += size) {
        const MatrixView<const float> values =
            critic.mlp.forward(rowsOf(data.observations, data.observationSize, first, size));
        critic.outputGradient.resize(values.size());
        // All heads in one: the mean over heads of means is the mean over all.
        const std::size_t start = first * data.columns.signals;
        const double loss =
            valueLoss({{values.data, values.size()},
                       std::span(data.columns.values).subspan(start, values.size()),
                       std::span(data.columns.returns).subspan(start, values.size()),
                       settings.epsilon},
                      critic.outputGradient);
        pass.problem =
            improve(critic, critic.adam, "critic", loss, pass.minibatches, settings.learningRate);
        if (!pass.problem.empty())
            return pass;
        pass.valueLoss += loss;
        ++pass.minibatches;
    }
    return pass;
}

} // namespace paddock

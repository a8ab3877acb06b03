#include "core/learn/ppo.h"

#include "core/base/rng.h"
#include "core/learn/categorical.h"
#include "core/learn/finite.h"
#include "core/learn/ppo_impl.h"
#include "core/learn/weight_init.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace paddock {

namespace {

// Where the linear schedules end, as in ML-Agents.
constexpr double kLeastLearningRate = 1e-10, kLeastEpsilon = 0.1, kLeastBeta = 1e-5;

// `value` at `step`, on the way to `least` at `maxSteps`.
double scheduled(double value, Schedule schedule, double least, std::int64_t step,
                 std::int64_t maxSteps) {
    if (schedule == Schedule::Constant)
        return value;
    const double part = double(step) / double(std::max<std::int64_t>(maxSteps, 1));
    return (value - least) * (1 - std::clamp(part, 0.0, 1.0)) + least;
}

// Collects what keeps `demo` from teaching a policy of this shape.
void checkDemonstration(const DemonstrationData &demo, const PolicyShape &shape,
                        std::vector<Problem> &problems) {
    const auto expect = [&](const char *what, std::size_t found, std::size_t wanted) {
        if (found != wanted)
            problems.push_back({std::string("demonstration: ") + what,
                                "is " + std::to_string(found), std::to_string(wanted)});
    };
    const std::size_t n = demo.samples();
    if (n == 0)
        problems.push_back({"demonstration", "is empty", ""});
    expect("observation size", std::size_t(demo.observationSize),
           std::size_t(shape.observationSize));
    expect("number of action branches", std::size_t(demo.branchCount), shape.branches.size());
    expect("number of observed values", demo.observations.size(),
           n * std::size_t(shape.observationSize));
    expect("number of actions", demo.actions.size(), n * shape.branches.size());
    if (!problems.empty())
        return;
    if (const std::size_t i = firstNonFinite(demo.observations); i < demo.observations.size())
        problems.push_back(
            {"demonstration: step " + std::to_string(i / (demo.observations.size() / n)),
             "has an observation that is not finite", ""});
    for (std::size_t i = 0; i < demo.actions.size(); ++i) {
        const int choices = shape.branches[i % shape.branches.size()];
        if (demo.actions[i] >= 0 && demo.actions[i] < choices)
            continue;
        problems.push_back(
            {"demonstration: action of step " + std::to_string(i / shape.branches.size()),
             "is " + std::to_string(demo.actions[i]), "0 to " + std::to_string(choices - 1)});
        return;
    }
}

void fail(UpdateStats &stats, const std::string &problem) {
    stats.finite = false;
    stats.problem = problem;
}

} // namespace

PpoLearner::PpoLearner(const TrainingSpec &spec, const PolicyShape &shape, int threads)
    : m_impl(std::make_unique<Impl>(spec, shape, threads)) {
    initialiseWeights(m_impl->actor.mlp, Head::Action, std::uint64_t(spec.seed));
    initialiseWeights(m_impl->critic.mlp, Head::Value, std::uint64_t(spec.seed));
}

PpoLearner::~PpoLearner() = default;

const PolicyShape &PpoLearner::shape() const {
    return m_impl->shape;
}

MatrixView<const float> PpoLearner::Impl::computeLogits(MatrixView<const float> observations) {
    logits.resize(observations.rows * std::size_t(shape.logitCount()));
    probabilities.resize(std::size_t(shape.logitCount()));
    actor.mlp.evaluate(observations, logits.data());
    return {logits.data(), observations.rows, std::size_t(shape.logitCount())};
}

void PpoLearner::Impl::sample(std::span<const float> rowLogits, std::size_t row, std::uint32_t step,
                              std::int32_t *actions, float *logProbs) {
    Rng rng({.seed = std::uint64_t(spec.seed),
             .purpose = Purpose::ActionSample,
             .world = std::uint32_t(row),
             .step = step});
    std::size_t offset = 0;
    for (std::size_t k = 0; k < shape.branches.size(); ++k) {
        const std::size_t n = std::size_t(shape.branches[k]);
        const auto p = std::span(probabilities).first(n);
        softmax(rowLogits.subspan(offset, n), p);
        const int choice = sampleChoice(p, rng.uniform());
        actions[k] = choice;
        if (logProbs)
            logProbs[k] = logProbability(p[std::size_t(choice)]);
        offset += n;
    }
}

void PpoLearner::act(MatrixView<const float> observations, std::uint32_t step,
                     MatrixView<std::int32_t> actions, MatrixView<float> logProbs) {
    const auto logits = m_impl->computeLogits(observations);
    for (std::size_t row = 0; row < logits.rows; ++row)
        m_impl->sample(logits.row(row), row, step, actions.row(row).data(),
                       logProbs.data ? logProbs.row(row).data() : nullptr);
}

void PpoLearner::actGreedy(MatrixView<const float> observations, MatrixView<std::int32_t> actions) {
    const auto logits = m_impl->computeLogits(observations);
    for (std::size_t row = 0; row < logits.rows; ++row) {
        std::size_t offset = 0;
        for (std::size_t k = 0; k < m_impl->shape.branches.size(); ++k) {
            const std::size_t n = std::size_t(m_impl->shape.branches[k]);
            actions(row, k) = bestChoice(logits.row(row).subspan(offset, n));
            offset += n;
        }
    }
}

void PpoLearner::evaluate(MatrixView<const float> observations, MatrixView<float> probabilities,
                          MatrixView<float> values) {
    if (values.data) {
        const std::size_t width = 1 + m_impl->signals.count();
        m_impl->heads.resize(observations.rows * width);
        m_impl->critic.mlp.evaluate(observations, m_impl->heads.data());
        for (std::size_t row = 0; row < observations.rows; ++row)
            values.data[row] = m_impl->heads[row * width];
    }
    if (!probabilities.data)
        return;
    const auto logits = m_impl->computeLogits(observations);
    for (std::size_t row = 0; row < logits.rows; ++row) {
        std::size_t offset = 0;
        for (const int n : m_impl->shape.branches) {
            softmax(logits.row(row).subspan(offset, std::size_t(n)),
                    probabilities.row(row).subspan(offset, std::size_t(n)));
            offset += std::size_t(n);
        }
    }
}

// Of the policy over all samples, for updates in which PPO has no turn.
double PpoLearner::Impl::meanEntropy(const RolloutBuffer &buffer) {
    const std::size_t n = std::size_t(buffer.samples());
    const auto all =
        computeLogits({buffer.observations.data(), n, std::size_t(buffer.observationSize)});
    double sum = 0;
    for (std::size_t row = 0; row < n; ++row) {
        std::size_t offset = 0;
        for (const int choices : shape.branches) {
            const auto p = std::span(probabilities).first(std::size_t(choices));
            softmax(all.row(row).subspan(offset, p.size()), p);
            for (const float one : p)
                sum -= double(one * logProbability(one));
            offset += p.size();
        }
    }
    return sum / double(n);
}

std::size_t PpoLearner::Impl::batchSize(const RolloutBuffer &buffer) const {
    return std::clamp<std::size_t>(std::size_t(spec.batchSize), 1, std::size_t(buffer.samples()));
}

void PpoLearner::Impl::runBoth(const std::function<void()> &aside,
                               const std::function<void()> &here) {
    if (side) {
        side->runBoth(aside, here);
    } else {
        here();
        aside();
    }
}

UpdateStats PpoLearner::update(RolloutBuffer &buffer, std::int64_t step) {
    Impl &m = *m_impl;
    const TrainingSpec &spec = m.spec;
    UpdateStats stats;
    stats.learningRate = float(scheduled(spec.learningRate, spec.learningRateSchedule,
                                         kLeastLearningRate, step, spec.maxSteps));
    stats.epsilon =
        float(scheduled(spec.epsilon, spec.epsilonSchedule, kLeastEpsilon, step, spec.maxSteps));
    stats.beta = float(scheduled(spec.beta, spec.betaSchedule, kLeastBeta, step, spec.maxSteps));
    if (buffer.samples() == 0)
        return stats;
    if (const std::string problem = m.checkExperience(buffer); !problem.empty()) {
        fail(stats, problem);
        return stats;
    }

    stats.ppo = BehaviouralCloning::usesPpo(spec.cloning, m.updates, step);
    if (stats.ppo) {
        if (const std::string problem = m.estimate(buffer, stats); !problem.empty()) {
            fail(stats, problem);
            return stats;
        }
        m.runEpochs(buffer, stats);
    } else {
        stats.entropy = float(m.meanEntropy(buffer));
    }
    if (stats.finite)
        m.imitate(buffer, step, stats);
    ++m.updates;
    return stats;
}

void PpoLearner::Impl::runEpochs(const RolloutBuffer &buffer, UpdateStats &stats) {
    const std::size_t samples = std::size_t(buffer.samples());
    const UpdateSettings settings{stats.learningRate, stats.epsilon, stats.beta, batchSize(buffer)};
    ActorPass sum;
    double valueLossSum = 0;
    int criticMinibatches = 0;
    for (std::int64_t e = 0; e < spec.numEpoch && stats.finite; ++e) {
        shuffleSamples(std::uint64_t(spec.seed), updates, e, samples, order);
        epoch.gather(buffer, normalised, columns, order);
        ActorPass pass;
        CriticPass criticPass;
        const auto learnPolicy = [&] {
            pass = runActorEpoch(actor, shape.branches, epoch, settings);
        };
        const auto learnValues = [&] { criticPass = runCriticEpoch(critic, epoch, settings); };
        runBoth(learnValues, learnPolicy);

        ++stats.epochs;
        sum.policyLoss += pass.policyLoss;
        sum.entropy += pass.entropy;
        sum.clipFraction += pass.clipFraction;
        sum.minibatches += pass.minibatches;
        valueLossSum += criticPass.valueLoss;
        criticMinibatches += criticPass.minibatches;
        stats.approxKl = float(pass.approxKl / std::max(pass.minibatches, 1));
        if (!pass.problem.empty() || !criticPass.problem.empty())
            fail(stats, pass.problem.empty() ? criticPass.problem : pass.problem);
        if (spec.targetKl > 0 && double(stats.approxKl) > spec.targetKl)
            break; // the policy has moved far enough from the one that collected the data
    }
    stats.minibatches = sum.minibatches;
    const double actorCount = std::max(sum.minibatches, 1);
    stats.policyLoss = float(sum.policyLoss / actorCount);
    stats.entropy = float(sum.entropy / actorCount);
    stats.clipFraction = float(sum.clipFraction / actorCount);
    stats.valueLoss = float(valueLossSum / std::max(criticMinibatches, 1));
}

// Cloning beside the reward signals, which share nothing.
void PpoLearner::Impl::imitate(const RolloutBuffer &buffer, std::int64_t step, UpdateStats &stats) {
    const SignalSchedule schedule{std::uint64_t(spec.seed), updates, stats.epochs,
                                  batchSize(buffer)};
    const bool clones = BehaviouralCloning::clones(spec.cloning, updates, step);
    const std::size_t count = stats.ppo ? signals.count() : 0;
    // Without cloning the first signal learns on this thread.
    const std::size_t split = clones ? 0 : std::min<std::size_t>(count, 1);
    std::string problem, asideProblem;
    const auto here = [&] {
        if (clones)
            problem = runCloning(step, stats.cloning);
        for (std::size_t i = 0; i < split && problem.empty(); ++i)
            problem = signals.learn(i, buffer, schedule);
    };
    const auto aside = [&] {
        for (std::size_t i = split; i < count && asideProblem.empty(); ++i)
            asideProblem = signals.learn(i, buffer, schedule);
    };
    if (split < count)
        runBoth(aside, here);
    else
        here();
    if (stats.ppo)
        tellSignals(stats);
    if (!problem.empty() || !asideProblem.empty())
        fail(stats, problem.empty() ? asideProblem : problem);
}

std::string PpoLearner::Impl::runCloning(std::int64_t step, CloningStats &stats) {
    const CloningPass pass = cloning.run(actor, shape, *cloningDemo, spec, updates, step);
    stats.on = true;
    stats.loss = pass.loss / std::max(pass.minibatches, 1);
    stats.learningRate = BehaviouralCloning::learningRate(spec, step);
    stats.minibatches = pass.minibatches;
    return pass.problem;
}

void PpoLearner::Impl::tellSignals(UpdateStats &stats) {
    for (std::size_t i = 0; i < signals.count(); ++i) {
        const SignalKind kind = signals.kind(i);
        (kind == SignalKind::Gail        ? stats.gail
         : kind == SignalKind::Curiosity ? stats.curiosity
                                         : stats.rnd) = signals.stats(i);
    }
}

Status PpoLearner::setDemonstrations(std::shared_ptr<const DemonstrationData> cloning,
                                     std::shared_ptr<const DemonstrationData> gail) {
    std::vector<Problem> problems;
    for (const auto &demo : {cloning, gail == cloning ? nullptr : gail})
        if (demo)
            checkDemonstration(*demo, m_impl->shape, problems);
    if (!problems.empty())
        return Error(std::move(problems));
    if (cloning)
        m_impl->cloningDemo = std::move(cloning);
    if (gail) {
        m_impl->signals.setDemonstration(gail);
        m_impl->gailDemo = std::move(gail);
    }
    return Done{};
}

void PpoLearner::setTraining(const TrainingSpec &spec) {
    TrainingSpec &mine = m_impl->spec;
    mine.learningRate = spec.learningRate;
    mine.learningRateSchedule = spec.learningRateSchedule;
    mine.beta = spec.beta;
    mine.betaSchedule = spec.betaSchedule;
    mine.epsilon = spec.epsilon;
    mine.epsilonSchedule = spec.epsilonSchedule;
    mine.targetKl = spec.targetKl;
    mine.gamma = spec.gamma;
    mine.lambda = spec.lambda;
    mine.cloning.strength = spec.cloning.strength;
    m_impl->signals.setTraining(spec);
}

} // namespace paddock

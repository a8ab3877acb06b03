#include "core/learn/reward_signals.h"

#include <algorithm>
#include <numeric>

namespace paddock {

namespace {

constexpr std::uint32_t kFirstStream = 2; // of Purpose::Demonstration

template <class Spec>
void setLive(Spec &mine, const Spec &given) {
    mine.strength = given.strength;
    mine.gamma = given.gamma;
    mine.learningRate = given.learningRate;
}

void takeMeans(SignalLosses &l) {
    const double n = std::max(l.minibatches, 1);
    for (double *sum : {&l.loss, &l.policyEstimate, &l.expertEstimate, &l.gradientPenalty,
                        &l.vailBeta, &l.vailKl, &l.forward, &l.inverse})
        *sum /= n;
}

} // namespace

RewardSignals::RewardSignals(const TrainingSpec &spec, const PolicyShape &shape)
    : m_gailSpec(spec.gail), m_curiositySpec(spec.curiosity), m_rndSpec(spec.rnd) {
    const int d = shape.observationSize;
    const std::uint64_t seed = std::uint64_t(spec.seed);
    const auto add = [this](SignalKind kind, auto signal) {
        auto *raw = signal.get();
        Column column;
        column.kind = kind;
        column.signal = std::move(signal);
        m_columns.push_back(std::move(column));
        return raw;
    };
    if (m_gailSpec.enabled)
        m_gail = add(SignalKind::Gail, std::make_unique<Gail>(m_gailSpec, d, shape.branches, seed));
    if (m_curiositySpec.enabled)
        m_curiosity = add(SignalKind::Curiosity,
                          std::make_unique<Curiosity>(m_curiositySpec, d, shape.branches, seed));
    if (m_rndSpec.enabled)
        m_rnd =
            add(SignalKind::Rnd, std::make_unique<RandomNetworkDistillation>(m_rndSpec, d, seed));
}

void RewardSignals::setTraining(const TrainingSpec &spec) {
    setLive(m_gailSpec, spec.gail);
    setLive(m_curiositySpec, spec.curiosity);
    setLive(m_rndSpec, spec.rnd);
    if (m_gail)
        m_gail->setSpec(m_gailSpec);
    if (m_curiosity)
        m_curiosity->setSpec(m_curiositySpec);
    if (m_rnd)
        m_rnd->setSpec(m_rndSpec);
}

void RewardSignals::setDemonstration(const std::shared_ptr<const DemonstrationData> &demo) {
    if (m_gail)
        m_gail->setDemonstration(demo);
}

const char *RewardSignals::name(std::size_t i) const {
    static constexpr const char *kNames[] = {"gail", "curiosity", "rnd"};
    return kNames[int(kind(i))];
}

void RewardSignals::evaluate(const RolloutBuffer &buffer) {
    if (m_columns.empty())
        return;
    const std::size_t n = std::size_t(buffer.samples()), d = std::size_t(buffer.observationSize);
    nextObservations(buffer, m_next);
    m_ended.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        m_ended[i] = buffer.terminated[i] || buffer.truncated[i];
    const Experience all{{buffer.observations.data(), n, d},
                         {m_next.data(), n, d},
                         {buffer.actions.data(), n, std::size_t(buffer.branchCount)},
                         m_ended};
    for (Column &column : m_columns) {
        column.rewards.resize(n);
        column.advantages.resize(n);
        column.signal->evaluate(all, column.rewards);
        column.stats = {};
        column.stats.on = true;
        addEpisodes(column, buffer);
    }
}

// What each episode earned, told when it ends.
void RewardSignals::addEpisodes(Column &column, const RolloutBuffer &buffer) {
    const std::size_t m = std::size_t(buffer.rows);
    if (column.episodes.size() != m)
        column.episodes.assign(m, 0); // other rows than last time: sums start anew
    for (std::size_t i = 0; i < column.rewards.size(); ++i) {
        double &sum = column.episodes[i % m];
        sum += double(column.rewards[i]);
        if (!m_ended[i])
            continue;
        column.stats.finishedRewards += sum;
        ++column.stats.finishedEpisodes;
        sum = 0;
    }
}

Experience RewardSignals::gather(Minibatch &to, const RolloutBuffer &buffer,
                                 std::span<const std::uint32_t> samples) const {
    const std::size_t n = samples.size(), d = std::size_t(buffer.observationSize);
    const std::size_t k = std::size_t(buffer.branchCount);
    to.observations.resize(n * d);
    to.next.resize(n * d);
    to.actions.resize(n * k);
    to.ended.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t from = samples[i];
        std::copy_n(&buffer.observations[from * d], d, &to.observations[i * d]);
        std::copy_n(&m_next[from * d], d, &to.next[i * d]);
        std::copy_n(&buffer.actions[from * k], k, &to.actions[i * k]);
        to.ended[i] = m_ended[from];
    }
    return {{to.observations.data(), n, d},
            {to.next.data(), n, d},
            {to.actions.data(), n, k},
            to.ended};
}

std::string RewardSignals::learn(std::size_t i, const RolloutBuffer &buffer,
                                 const SignalSchedule &schedule) {
    Column &column = m_columns[i];
    const std::size_t samples = std::size_t(buffer.samples()), size = schedule.batchSize;
    SignalLosses &losses = column.stats.losses;
    std::string problem;
    for (std::int64_t e = 0; e < schedule.epochs && problem.empty(); ++e) {
        shuffleSamples(schedule.seed, schedule.update, e, samples, column.order);
        Rng rng({.seed = schedule.seed,
                 .purpose = Purpose::Demonstration,
                 .agent = kFirstStream + std::uint32_t(column.kind),
                 .episode = std::uint32_t(e),
                 .step = std::uint32_t(schedule.update)});
        for (std::size_t first = 0; first + size <= samples && problem.empty(); first += size)
            problem = column.signal->learn(
                gather(column.minibatch, buffer, std::span(column.order).subspan(first, size)), rng,
                losses);
    }
    takeMeans(losses);
    return problem;
}

void RewardSignals::visitState(StateVisitor &v) {
    for (Column &column : m_columns)
        column.signal->visitState(v);
}

void shuffleSamples(std::uint64_t seed, std::uint64_t update, std::int64_t epoch,
                    std::size_t samples, std::vector<std::uint32_t> &order) {
    order.resize(samples);
    std::iota(order.begin(), order.end(), 0u);
    Rng rng({.seed = seed,
             .purpose = Purpose::Shuffle,
             .episode = std::uint32_t(epoch),
             .step = std::uint32_t(update)});
    for (std::size_t i = samples; i > 1; --i)
        std::swap(order[i - 1], order[rng.below(std::uint32_t(i))]);
}

} // namespace paddock

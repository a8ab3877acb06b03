#include "core/run/imitation_metrics.h"

namespace paddock {

void ImitationSums::Signal::add(const SignalStats &stats) {
    if (!stats.on)
        return;
    ++updates;
    values += stats.meanValue;
    rewards += stats.finishedRewards;
    episodes += stats.finishedEpisodes;
    const SignalLosses &from = stats.losses;
    const double n = from.minibatches;
    losses.loss += n * from.loss;
    losses.policyEstimate += n * from.policyEstimate;
    losses.expertEstimate += n * from.expertEstimate;
    losses.gradientPenalty += n * from.gradientPenalty;
    losses.vailBeta += n * from.vailBeta;
    losses.vailKl += n * from.vailKl;
    losses.forward += n * from.forward;
    losses.inverse += n * from.inverse;
    losses.minibatches += from.minibatches;
}

void ImitationSums::Signal::appendTo(MetricRow &row, const char *rewardTag,
                                     const char *valueTag) const {
    if (episodes > 0)
        row.values.emplace_back(rewardTag, rewards / episodes);
    if (updates > 0)
        row.values.emplace_back(valueTag, values / updates);
}

void ImitationSums::add(const UpdateStats &stats) {
    m_gail.add(stats.gail);
    m_curiosity.add(stats.curiosity);
    m_rnd.add(stats.rnd);
    m_cloningLoss += stats.cloning.loss * stats.cloning.minibatches;
    m_cloningMinibatches += stats.cloning.minibatches;
}

void ImitationSums::appendTo(MetricRow &row, bool vail) const {
    const auto append = [&row](const char *name, double sum, int count) {
        if (count > 0)
            row.values.emplace_back(name, sum / count);
    };
    append(tag::kCloningLoss, m_cloningLoss, m_cloningMinibatches);

    m_gail.appendTo(row, tag::kGailReward, tag::kGailValueEstimate);
    const SignalLosses &gail = m_gail.losses;
    append(tag::kGailLoss, gail.loss, gail.minibatches);
    append(tag::kGailPolicyEstimate, gail.policyEstimate, gail.minibatches);
    append(tag::kGailExpertEstimate, gail.expertEstimate, gail.minibatches);
    append(tag::kGailGradMagLoss, gail.gradientPenalty, gail.minibatches);
    if (vail) {
        append(tag::kGailBeta, gail.vailBeta, gail.minibatches);
        append(tag::kGailKlLoss, gail.vailKl, gail.minibatches);
    }

    m_curiosity.appendTo(row, tag::kCuriosityReward, tag::kCuriosityValueEstimate);
    const SignalLosses &curiosity = m_curiosity.losses;
    append(tag::kCuriosityForwardLoss, curiosity.forward, curiosity.minibatches);
    append(tag::kCuriosityInverseLoss, curiosity.inverse, curiosity.minibatches);

    m_rnd.appendTo(row, tag::kRndReward, tag::kRndValueEstimate);
    append(tag::kRndLoss, m_rnd.losses.loss, m_rnd.losses.minibatches);
}

} // namespace paddock

#include "core/learn/ppo_loss.h"

#include "core/learn/categorical.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace paddock {

namespace {

// What one branch of one sample adds to the loss.
struct BranchTerm {
    float surrogate = 0; // min(r A, clip(r) A)
    float entropy = 0;
    float logRatio = 0;
    bool clipped = false;
};

struct BranchInput {
    std::span<const float> logits;
    std::int32_t action = 0;
    float oldLogProb = 0;
    float advantage = 0;
};

// Gradient by the logits from that by the probabilities (held in `gradient`): softmax's Jacobian.
void throughSoftmax(std::span<const float> p, std::span<float> gradient) {
    float mean = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
        mean += p[i] * gradient[i];
    for (std::size_t i = 0; i < p.size(); ++i)
        gradient[i] = p[i] * (gradient[i] - mean);
}

// `gradient` doubles as the place of the probabilities' gradient; surrogateScale and entropyScale
// are the weights of the two terms in the loss to be minimised.
BranchTerm branchTerm(const BranchInput &in, const PolicyBatch &batch, float surrogateScale,
                      float entropyScale, std::span<float> p, std::span<float> gradient) {
    softmax(in.logits, p);
    BranchTerm term;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const float logP = logProbability(p[i]);
        term.entropy -= p[i] * logP;
        gradient[i] = -entropyScale * (logP + p[i] / (p[i] + kProbabilityFloor));
    }
    const float chosen = p[std::size_t(in.action)];
    term.logRatio = logProbability(chosen) - in.oldLogProb;
    const float ratio = std::exp(term.logRatio);
    const float clippedRatio = std::clamp(ratio, 1 - batch.epsilon, 1 + batch.epsilon);
    term.clipped = clippedRatio != ratio;
    const float plain = ratio * in.advantage, clipped = clippedRatio * in.advantage;
    term.surrogate = std::min(plain, clipped);
    if (!(clipped < plain)) // the clipped term has no slope where it is the smaller one
        gradient[std::size_t(in.action)] += surrogateScale * plain / (chosen + kProbabilityFloor);
    throughSoftmax(p, gradient);
    return term;
}

} // namespace

PolicyLoss policyLoss(const PolicyBatch &batch, std::span<float> gradient) {
    const std::size_t samples = batch.logits.rows, branches = batch.branches.size();
    assert(gradient.size() == batch.logits.size() && batch.actions.cols == branches);
    const float surrogateScale = -1.0f / float(samples * branches);
    const float entropyScale = -batch.beta / float(samples);
    PolicyLoss loss;
    thread_local std::vector<float> p;
    p.resize(batch.logits.cols);
    for (std::size_t b = 0; b < samples; ++b) {
        std::size_t offset = 0;
        double logRatio = 0;
        for (std::size_t k = 0; k < branches; ++k) {
            const std::size_t n = std::size_t(batch.branches[k]);
            const BranchInput in{batch.logits.row(b).subspan(offset, n), batch.actions(b, k),
                                 batch.oldLogProbs(b, k), batch.advantages[b]};
            const BranchTerm term =
                branchTerm(in, batch, surrogateScale, entropyScale, std::span(p).first(n),
                           gradient.subspan(b * batch.logits.cols + offset, n));
            loss.surrogate -= double(term.surrogate);
            loss.entropy += double(term.entropy);
            loss.clipFraction += term.clipped ? 1 : 0;
            logRatio += double(term.logRatio);
            offset += n;
        }
        loss.approxKl += std::expm1(logRatio) - logRatio;
    }
    loss.surrogate /= double(samples * branches);
    loss.clipFraction /= double(samples * branches);
    loss.entropy /= double(samples);
    loss.approxKl /= double(samples);
    return loss;
}

double valueLoss(const ValueBatch &batch, std::span<float> gradient) {
    const std::size_t samples = batch.values.size();
    const float scale = 1.0f / float(samples); // 0.5 * d(error^2) = error
    double loss = 0;
    for (std::size_t i = 0; i < samples; ++i) {
        const float change = batch.values[i] - batch.oldValues[i];
        const float kept = std::clamp(change, -batch.epsilon, batch.epsilon);
        const float error = batch.values[i] - batch.returns[i];
        const float clippedError = batch.oldValues[i] + kept - batch.returns[i];
        const bool flat = kept != change && clippedError * clippedError > error * error;
        const float counted = flat ? clippedError : error;
        loss += double(counted) * double(counted);
        gradient[i] = flat ? 0.0f : scale * error;
    }
    return loss / double(samples);
}

} // namespace paddock

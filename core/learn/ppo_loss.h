// The two losses of PPO and their gradients by the networks' outputs, on plain arrays.
// Semantics of ML-Agents: ratios are taken and clipped per branch, log-probabilities are log(p +
// 1e-7).
#pragma once

#include "core/base/view.h"

#include <cstdint>
#include <span>

namespace paddock {

// One minibatch for the actor: B samples, K branches, L = sum of `branches` logits.
struct PolicyBatch {
    std::span<const int> branches;          // [K] number of choices
    MatrixView<const float> logits;         // [B, L]
    MatrixView<const std::int32_t> actions; // [B, K]
    MatrixView<const float> oldLogProbs;    // [B, K] when the action was taken
    std::span<const float> advantages;      // [B] normalised
    float epsilon = 0.2f;                   // clip range
    float beta = 0;                         // entropy weight
};

struct PolicyLoss {
    double surrogate = 0; // L_pi = -mean over B x K of min(r A, clip(r, 1 - eps, 1 + eps) A)
    double entropy = 0;   // sum over branches of -sum p log(p + 1e-7), mean over B
    double approxKl = 0;  // mean over B of (r - 1) - log r, r the ratio of the joint probabilities
    double clipFraction = 0; // of the B x K ratios, those outside of the clip range
};

// Writes the gradient [B, L] of surrogate - beta * entropy by the logits.
PolicyLoss policyLoss(const PolicyBatch &batch, std::span<float> gradient);

// One minibatch for the critic, each [B], or [B, S] with a head for each of S reward signals.
struct ValueBatch {
    std::span<const float> values;
    std::span<const float> oldValues; // before the update
    std::span<const float> returns;
    float epsilon = 0.2f;
};

// L_V = mean of max((R - V)^2, (R - clip(V, V_old - eps, V_old + eps))^2); writes the gradient [B]
// of 0.5 L_V.
double valueLoss(const ValueBatch &batch, std::span<float> gradient);

} // namespace paddock

// Categorical distributions over the choices of an action branch.
#pragma once

#include <cmath>
#include <span>

namespace paddock {

// Added to a probability before its logarithm, as ML-Agents does.
inline constexpr float kProbabilityFloor = 1e-7f;

inline float logProbability(float p) {
    return std::log(p + kProbabilityFloor);
}

// probabilities = exp(logits) / sum, of equal size.
void softmax(std::span<const float> logits, std::span<float> probabilities);

// Choice by inverse cumulative distribution, for `u` uniform in [0, 1).
int sampleChoice(std::span<const float> probabilities, float u);

// Most probable choice, the first of equals.
int bestChoice(std::span<const float> probabilities);

} // namespace paddock

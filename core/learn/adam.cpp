#include "core/learn/adam.h"

#include <cassert>
#include <cmath>

namespace paddock {

namespace {

constexpr double kBeta1 = 0.9, kBeta2 = 0.999;
constexpr float kEpsilon = 1e-8f;

struct Arrays {
    float *__restrict parameters;
    const float *__restrict gradients;
    float *__restrict mean;
    float *__restrict variance;
    std::size_t size;
};

// stepSize = rate / (1 - beta1^t); correction = sqrt(1 - beta2^t)
[[gnu::always_inline]] inline void adamLoop(const Arrays &a, float stepSize, float correction) {
    constexpr float kKeep1 = float(kBeta1), kTake1 = float(1 - kBeta1);
    constexpr float kKeep2 = float(kBeta2), kTake2 = float(1 - kBeta2);
    float *__restrict p = a.parameters;
    float *__restrict m = a.mean;
    float *__restrict v = a.variance;
    const float *__restrict g = a.gradients;
    for (std::size_t i = 0; i < a.size; ++i) {
        m[i] = kKeep1 * m[i] + kTake1 * g[i];
        v[i] = kKeep2 * v[i] + kTake2 * g[i] * g[i];
        p[i] -= stepSize * m[i] / (std::sqrt(v[i]) / correction + kEpsilon);
    }
}

// The same loop for wider registers. Every operation is rounded by IEEE rules and none is fused, so
// the width does not change a bit.
#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx512f")]] void adamAvx512(const Arrays &a, float stepSize, float correction) {
    adamLoop(a, stepSize, correction);
}
[[gnu::target("avx2")]] void adamAvx2(const Arrays &a, float stepSize, float correction) {
    adamLoop(a, stepSize, correction);
}
void adamBest(const Arrays &a, float stepSize, float correction) {
    if (__builtin_cpu_supports("avx512f"))
        adamAvx512(a, stepSize, correction);
    else if (__builtin_cpu_supports("avx2"))
        adamAvx2(a, stepSize, correction);
    else
        adamLoop(a, stepSize, correction);
}
#else
void adamBest(const Arrays &a, float stepSize, float correction) {
    adamLoop(a, stepSize, correction);
}
#endif

} // namespace

void Adam::step(std::span<float> parameters, std::span<const float> gradients, double rate) {
    assert(parameters.size() == m_mean.size() && gradients.size() == m_mean.size());
    ++steps;
    const double stepSize = rate / (1 - std::pow(kBeta1, double(steps)));
    const double correction = std::sqrt(1 - std::pow(kBeta2, double(steps)));
    adamBest({parameters.data(), gradients.data(), m_mean.data(), m_variance.data(), m_mean.size()},
             float(stepSize), float(correction));
}

} // namespace paddock

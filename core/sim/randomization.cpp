#include "core/sim/randomization.h"

#include <cmath>
#include <numeric>

namespace paddock {

namespace {

// Point `index` of a grid of `count` points from -1 to 1.
float gridPoint(int index, int count) {
    return count < 2 ? 0.0f : -1.0f + 2.0f * float(index) / float(count - 1);
}

// A stride that visits every point of a grid and lies near the golden section of it.
int decorrelatingStride(int count) {
    int stride = std::max(1, int(0.618 * count));
    while (std::gcd(stride, count) != 1)
        --stride;
    return stride;
}

} // namespace

DynamicsSample drawDynamics(const RandomizationSpec &spec, std::uint64_t seed, int world,
                            int agent) {
    const int count = int(spec.gridReplicas);
    const int replica = world % count;
    const float degree = float(spec.degree);
    DynamicsSample sample;
    sample.friction = 1 + degree * float(spec.frictionRange) * gridPoint(replica, count);
    const int delayed = int(std::int64_t(replica) * decorrelatingStride(count) % count);
    sample.delay = degree * float(spec.delayRange) * 0.5f * (1 + gridPoint(delayed, count));
    Rng rng({seed, Purpose::Dynamics, std::uint32_t(world), std::uint32_t(agent), 0, 0});
    const auto draw = [&](double range) {
        return degree * float(range) * gridPoint(int(rng.below(std::uint32_t(count))), count);
    };
    sample.comOffset = draw(spec.comRange);
    sample.suspensionOffset = draw(spec.suspensionRange);
    sample.tireStiffnessOffset = draw(spec.tireStiffnessRange);
    return sample;
}

NoiseScale noiseScale(const RandomizationSpec &spec) {
    const auto deviation = [&](double variance) {
        return float(spec.degree * std::sqrt(variance));
    };
    return {deviation(spec.positionNoiseVariance), deviation(spec.yawNoiseVariance),
            deviation(spec.speedNoiseVariance), deviation(spec.rangeNoiseVariance),
            deviation(spec.actionNoiseVariance)};
}

} // namespace paddock

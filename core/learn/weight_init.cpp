#include "core/learn/weight_init.h"

#include "core/base/rng.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kActionHeadScale = 0.1f;

void fillNormal(std::span<float> values, float deviation, Rng &rng) {
    for (float &value : values)
        value = deviation * rng.normal();
}

void fillUniform(std::span<float> values, float bound, Rng &rng) {
    for (float &value : values)
        value = rng.uniform(-bound, bound);
}

} // namespace

void initialiseWeights(Mlp &mlp, Head head, std::uint64_t seed) {
    const auto &layers = mlp.layers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Mlp::Layer &layer = layers[i];
        Rng rng({.seed = seed,
                 .purpose = Purpose::WeightInit,
                 .world = std::uint32_t(i),
                 .agent = std::uint32_t(head)});
        const auto weights = mlp.parameters().subspan(layer.weight, layer.bias - layer.weight);
        const float kaiming = 1.0f / std::sqrt(float(layer.inputs));
        if (i + 1 < layers.size())
            fillNormal(weights, kaiming, rng);
        else if (head == Head::Action)
            fillNormal(weights, kActionHeadScale * kaiming, rng);
        else
            fillUniform(weights, std::sqrt(6.0f / float(layer.inputs + layer.outputs)), rng);
        const auto biases = mlp.parameters().subspan(layer.bias, std::size_t(layer.outputs));
        std::fill(biases.begin(), biases.end(), 0.0f);
    }
}

} // namespace paddock

#include "core/learn/weight_init.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kActionHeadScale = 0.1f; // and of the bottleneck
constexpr float kDiscriminatorScale = 0.2f;

void fillNormal(std::span<float> values, float deviation, Rng &rng) {
    for (float &value : values)
        value = deviation * rng.normal();
}

void fillUniform(std::span<float> values, float bound, Rng &rng) {
    for (float &value : values)
        value = rng.uniform(-bound, bound);
}

} // namespace

void initialiseLayer(std::span<float> parameters, const Mlp::Layer &layer, Head law, Rng rng) {
    const auto weights = parameters.subspan(layer.weight, layer.bias - layer.weight);
    const float kaiming = 1.0f / std::sqrt(float(layer.inputs));
    const float xavier = std::sqrt(6.0f / float(layer.inputs + layer.outputs));
    const float xavierOne = std::sqrt(6.0f / float(layer.inputs + 1)); // each value is its own head
    switch (law) {
    case Head::Action:
    case Head::Code:
        fillNormal(weights, kActionHeadScale * kaiming, rng);
        break;
    case Head::Encoding:
        fillNormal(weights, kaiming, rng);
        break;
    case Head::Value:
        fillUniform(weights, xavierOne, rng);
        break;
    case Head::Prediction:
        fillUniform(weights, xavier, rng);
        break;
    case Head::Discriminator:
        fillUniform(weights, kDiscriminatorScale * xavier, rng);
        break;
    }
    const auto biases = parameters.subspan(layer.bias, std::size_t(layer.outputs));
    std::fill(biases.begin(), biases.end(), 0.0f);
}

void initialiseWeights(Mlp &mlp, Head head, std::uint64_t seed, std::uint32_t network) {
    const auto &layers = mlp.layers();
    for (std::size_t i = 0; i < layers.size(); ++i)
        initialiseLayer(mlp.parameters(), layers[i], i + 1 < layers.size() ? Head::Encoding : head,
                        Rng({.seed = seed,
                             .purpose = Purpose::WeightInit,
                             .world = std::uint32_t(i),
                             .agent = std::uint32_t(head) + 16 * network}));
}

} // namespace paddock

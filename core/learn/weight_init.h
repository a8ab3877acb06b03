// First weights as ML-Agents draws them: hidden layers Kaiming-normal with linear gain (std = 1 /
// sqrt(fan in)), action heads a tenth of that, value heads Xavier-uniform, biases 0.
#pragma once

#include "core/base/rng.h"
#include "core/learn/mlp.h"

#include <cstdint>

namespace paddock {

// Which law the last layer follows. `Discriminator` is Xavier-uniform times 0.2, `Code`
// Kaiming-normal times 0.1, `Encoding` like a hidden layer.
enum class Head { Action, Value, Discriminator, Prediction, Encoding, Code };

// Fills all parameters of `mlp`. Depends on `seed`, the kind of head and `network` alone, which
// tells apart networks with heads of one kind.
void initialiseWeights(Mlp &mlp, Head head, std::uint64_t seed, std::uint32_t network = 0);

// Fills the part of `parameters` that is `layer`'s as a head of kind `law` is filled.
void initialiseLayer(std::span<float> parameters, const Mlp::Layer &layer, Head law, Rng rng);

} // namespace paddock

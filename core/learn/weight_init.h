// First weights as ML-Agents draws them: hidden layers Kaiming-normal with linear gain (std = 1 /
// sqrt(fan in)), action heads a tenth of that, value heads Xavier-uniform, biases 0.
#pragma once

#include "core/learn/mlp.h"

#include <cstdint>

namespace paddock {

enum class Head { Action, Value };

// Fills all parameters of `mlp`. Depends on `seed` and the kind of head alone.
void initialiseWeights(Mlp &mlp, Head head, std::uint64_t seed);

} // namespace paddock

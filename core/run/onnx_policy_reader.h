// Finds the layers of a policy in an ONNX graph.
#pragma once

#include "core/run/onnx_graph.h"
#include "core/run/onnx_policy.h"

#include <map>
#include <optional>

namespace paddock {

struct OnnxParts {
    std::vector<std::string> names; // of the observations, in the order of concatenation
    std::vector<int> sizes;
    std::vector<OnnxPolicy::Layer> hidden;
    std::vector<OnnxPolicy::Layer> heads; // in the order of the branches
};

// Follows every value from the inputs to the branches; whatever is met on the way has to be known.
Result<OnnxParts> findOnnxParts(const OnnxGraph &graph, const std::string &source);

} // namespace paddock

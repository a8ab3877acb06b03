// An ONNX model file as plain data, as far as policies need it: nodes, weights, inputs, outputs.
// Field numbers from onnx.proto3 (the ONNX project). Nothing of it is ever executed.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace paddock {

struct OnnxTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values; // product of shape
};

struct OnnxNode {
    std::string type; // "Gemm", "Sigmoid", ...
    std::string name;
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    std::map<std::string, float> floats; // attributes by kind
    std::map<std::string, std::int64_t> integers;
    std::map<std::string, std::vector<std::int64_t>> lists;
    std::map<std::string, OnnxTensor> tensors;
};

// A value that goes in or comes out; a size of 0 stands for any, e.g. of the batch.
struct OnnxValue {
    std::string name;
    std::vector<std::int64_t> shape;
    std::int64_t elementType = 1; // 1 float, 7 int64
};

struct OnnxGraph {
    std::vector<OnnxNode> nodes; // in the order of evaluation
    std::vector<OnnxTensor> initializers;
    std::vector<OnnxValue> inputs; // without those that are initializers
    std::vector<OnnxValue> outputs;
};

inline constexpr std::size_t kMaxOnnxBytes = std::size_t{64} << 20;

// Errors: not such a file, damaged, too many parts, weights that are no plain finite floats inside
// the file. Tensors of other element types are left out.
Result<OnnxGraph> decodeOnnxGraph(std::string_view bytes, const std::string &source);

// The bytes of a model, opset 9.
std::string encodeOnnxGraph(const OnnxGraph &graph);

} // namespace paddock

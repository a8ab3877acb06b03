// Named arrays in a safetensors-style container: u64 little-endian header length, JSON header, raw
// little-endian data. Only plain numbers are ever read back, with caps on every size: no code runs
// from a file.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace paddock {

struct NamedTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values; // product of shape
};

struct TensorFile {
    std::map<std::string, NamedTensor> tensors;  // dtype F32
    std::map<std::string, std::string> metadata; // "__metadata__": counters, fingerprints

    std::string encode() const;
    static Result<TensorFile> decode(const std::string &bytes, const std::string &source);
};

} // namespace paddock

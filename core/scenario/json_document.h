// The first step of reading any JSON document: caps on size and depth, and no key twice.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace paddock {

struct DocumentLimits {
    std::size_t bytes = 0;
    int depth = 0;
};

// Fills `root` with the object that `text` holds. False, with words in `problems`, when it holds
// none; a key that stands twice in one object is a problem too, but the rest can be read all the
// same.
bool parseDocument(const std::string &text, const std::string &source, const DocumentLimits &limits,
                   nlohmann::json &root, std::vector<Problem> &problems);

} // namespace paddock

// The part of YAML that settings files are written in: block mappings and lists of plain or quoted
// scalars, with comments. Anchors, tags and texts of several lines are refused; flow collections
// stay the text that they are.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paddock {

struct YamlNode {
    std::string key;   // "-" for an item of a list
    std::string value; // of a scalar, without quotes; "" where children follow
    int line = 0;      // from 1
    std::vector<YamlNode> children;

    const YamlNode *find(std::string_view name) const;
    // Nothing was given: empty, ~ or null.
    bool isNull() const;
};

inline constexpr std::size_t kMaxYamlBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxYamlDepth = 32;
inline constexpr std::size_t kMaxYamlEntries = 4096;

// The document as a node without a key. Errors with the line: a line that is no "key: value", keys
// twice, tabs before a key, more depth, entries or bytes than above.
Result<YamlNode> parseBlockYaml(std::string_view text, const std::string &source);

} // namespace paddock

// Small pieces that reports share.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace paddock {

// The entries of a JSON object as names and values in words; nothing where it is none.
std::vector<std::pair<std::string, std::string>> buildFacts(const std::string &json);

// "2026-03-01 14:05 UTC"; "" for 0.
std::string dateText(std::int64_t unixSeconds);

} // namespace paddock

// What the reader and the editor share: is a value valid for its field, and the words when it is
// not.
#pragma once

#include "core/base/parameter.h"
#include "core/base/text.h"

#include <cmath>
#include <span>
#include <string>

namespace paddock {

inline constexpr std::size_t kMaxTextBytes = 4096;
inline constexpr std::size_t kMaxListItems = 64;

// "0.05 to 5 m", "at least 1 steps", "a number".
inline std::string rangeText(const FieldInfo &info, const char *kind = "a number") {
    const std::string unit = *info.unit ? std::string(" ") + info.unit : "";
    const bool low = std::isfinite(info.min), high = std::isfinite(info.max);
    if (low && high)
        return numberText(info.min) + " to " + numberText(info.max) + unit;
    if (low)
        return "at least " + numberText(info.min) + unit;
    if (high)
        return "at most " + numberText(info.max) + unit;
    return std::string(kind) + (unit.empty() ? "" : " in" + unit);
}

inline bool inRange(const FieldInfo &info, double value) {
    return std::isfinite(value) && value >= info.min && value <= info.max;
}

inline std::string optionsText(std::span<const char *const> options) {
    std::string text = "one of";
    for (std::size_t i = 0; i < options.size(); ++i)
        text += (i ? ", " : " ") + std::string(options[i]);
    return text;
}

} // namespace paddock

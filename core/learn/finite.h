// Guards against NaN and infinity on flat arrays.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace paddock {

// NaN and infinity are the floats whose exponent bits are all set; integer tests vectorise,
// std::isfinite does not.
inline bool isFinite(float value) {
    constexpr std::uint32_t kExponent = 0x7F800000u;
    return (std::bit_cast<std::uint32_t>(value) & kExponent) != kExponent;
}

inline bool allFinite(std::span<const float> values) {
    std::uint32_t bad = 0;
    for (const float value : values)
        bad |= std::uint32_t(!isFinite(value));
    return bad == 0;
}

// Index of the first value that is not finite; values.size() when there is none.
inline std::size_t firstNonFinite(std::span<const float> values) {
    std::size_t i = 0;
    while (i < values.size() && isFinite(values[i]))
        ++i;
    return i;
}

} // namespace paddock

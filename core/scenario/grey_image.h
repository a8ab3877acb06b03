// Maps as pictures: PGM (P2, P5) and PNG, as 8 bits of grey.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paddock {

inline constexpr int kMaxImageSide = 8192;                // pixels
inline constexpr std::size_t kMaxImagePixels = 16u << 20; // width times height
inline constexpr std::size_t kMaxImageBytes = 128u << 20; // of the file

struct GreyImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; // [height * width], first row on top, 255 white
};

// By the first bytes, not by the name. Colours are averaged over white; values deeper than 8 bits
// are scaled. Errors: another format, sizes beyond the limits, a file that ends too early.
Result<GreyImage> decodeImage(std::string_view bytes, const std::string &source);

} // namespace paddock

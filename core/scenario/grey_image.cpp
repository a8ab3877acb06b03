#include "core/scenario/grey_image.h"

#include "core/base/text.h"

#include <png.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace paddock {

namespace {

Error tooLarge(const std::string &source, std::uint64_t width, std::uint64_t height) {
    return Error(Problem{source,
                         "is " + std::to_string(width) + " x " + std::to_string(height) + " pixels",
                         "sides up to " + std::to_string(kMaxImageSide) + ", at most " +
                             std::to_string(kMaxImagePixels) + " pixels"});
}

bool sizeFits(std::uint64_t width, std::uint64_t height) {
    return width >= 1 && height >= 1 && width <= kMaxImageSide && height <= kMaxImageSide &&
           width * height <= kMaxImagePixels;
}

// Netpbm's grammar: decimal numbers between blanks, # starts a comment to the end of the line.
class PgmReader {
  public:
    PgmReader(std::string_view bytes, std::string source)
        : m_bytes(bytes), m_source(std::move(source)) {}

    Result<GreyImage> read() {
        const bool plain = m_bytes[1] == '2';
        m_at = 2;
        const auto width = number(), height = number(), depth = number();
        if (!width || !height || !depth)
            return fail("ends in the header or has no number there");
        if (!sizeFits(*width, *height))
            return tooLarge(m_source, *width, *height);
        if (*depth < 1 || *depth > 65535)
            return fail("has " + std::to_string(*depth) + " as its brightest grey, not 1 to 65535");
        GreyImage image{int(*width), int(*height), {}};
        image.pixels.resize(std::size_t(*width) * *height);
        return plain ? readPlain(std::move(image), *depth) : readRaw(std::move(image), *depth);
    }

  private:
    Error fail(const std::string &what) const { return Error(Problem{m_source, what, ""}); }

    static bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    std::optional<std::uint32_t> number() {
        while (m_at < m_bytes.size() && (isBlank(m_bytes[m_at]) || m_bytes[m_at] == '#')) {
            if (m_bytes[m_at] == '#')
                while (m_at < m_bytes.size() && m_bytes[m_at] != '\n')
                    ++m_at;
            else
                ++m_at;
        }
        std::uint32_t value = 0;
        const std::size_t begin = m_at;
        for (; m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9'; ++m_at) {
            if (value > 100'000'000)
                return std::nullopt;
            value = value * 10 + std::uint32_t(m_bytes[m_at] - '0');
        }
        return m_at > begin ? std::optional(value) : std::nullopt;
    }
    Result<GreyImage> readPlain(GreyImage image, std::uint32_t depth) {
        for (std::size_t i = 0; i < image.pixels.size(); ++i) {
            const auto value = number();
            if (!value || *value > depth)
                return fail("has no grey of 0 to " + std::to_string(depth) + " at pixel " +
                            std::to_string(i));
            image.pixels[i] = std::uint8_t((std::uint64_t(*value) * 255 + depth / 2) / depth);
        }
        return image;
    }
    Result<GreyImage> readRaw(GreyImage image, std::uint32_t depth) {
        ++m_at; // exactly one blank ends the header
        const std::size_t size = depth > 255 ? 2 : 1;
        if (m_at > m_bytes.size() || m_bytes.size() - m_at < image.pixels.size() * size)
            return fail("ends before its " + std::to_string(image.pixels.size()) + " pixels");
        for (std::size_t i = 0; i < image.pixels.size(); ++i) {
            std::uint32_t value = std::uint8_t(m_bytes[m_at + i * size]);
            if (size == 2)
                value = value * 256 + std::uint8_t(m_bytes[m_at + i * size + 1]);
            image.pixels[i] = std::uint8_t((std::min(value, depth) * 255 + depth / 2) / depth);
        }
        return image;
    }

    std::string_view m_bytes;
    std::string m_source;
    std::size_t m_at = 0;
};

Result<GreyImage> readPng(std::string_view bytes, const std::string &source) {
    png_image png;
    std::memset(&png, 0, sizeof png);
    png.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()))
        return Error(Problem{source, std::string("is no sound PNG: ") + png.message, ""});
    if (!sizeFits(png.width, png.height)) {
        const Error error = tooLarge(source, png.width, png.height);
        png_image_free(&png);
        return error;
    }
    png.format = PNG_FORMAT_RGBA;
    std::vector<std::uint8_t> rgba(PNG_IMAGE_SIZE(png));
    if (!png_image_finish_read(&png, nullptr, rgba.data(), 0, nullptr)) {
        const Error error(Problem{source, std::string("is no sound PNG: ") + png.message, ""});
        png_image_free(&png);
        return error;
    }
    GreyImage image{int(png.width), int(png.height), {}};
    image.pixels.resize(rgba.size() / 4);
    for (std::size_t i = 0; i < image.pixels.size(); ++i) {
        const std::uint8_t *p = &rgba[i * 4];
        const unsigned grey = (p[0] + p[1] + p[2] + 1u) / 3;
        image.pixels[i] = std::uint8_t((grey * p[3] + 255u * (255u - p[3]) + 127) / 255);
    }
    return image;
}

} // namespace

Result<GreyImage> decodeImage(std::string_view bytes, const std::string &source) {
    constexpr unsigned char kPngMagic[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    if (bytes.size() >= 3 && bytes[0] == 'P' && (bytes[1] == '2' || bytes[1] == '5'))
        return PgmReader(bytes, source).read();
    if (bytes.size() >= 8 && std::memcmp(bytes.data(), kPngMagic, 8) == 0)
        return readPng(bytes, source);
    return Error(Problem{source, "is neither PGM (P2, P5) nor PNG", ""});
}

} // namespace paddock

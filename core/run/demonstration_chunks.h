// The chunks of a .pdemo file as bytes; see demonstration.h for the format.
#pragma once

#include "core/run/demonstration.h"

#include <optional>

namespace paddock::demo {

inline constexpr std::string_view kMagic = "PADDEMO1";
inline constexpr std::size_t kChunkHeader = 16; // bytes

constexpr std::uint32_t kindOf(const char (&text)[5]) {
    std::uint32_t kind = 0;
    for (int i = 3; i >= 0; --i)
        kind = kind << 8 | static_cast<unsigned char>(text[i]);
    return kind;
}
inline constexpr std::uint32_t kMeta = kindOf("META");
inline constexpr std::uint32_t kEpisode = kindOf("EPIS");
inline constexpr std::uint32_t kDrop = kindOf("DROP");
inline constexpr std::uint32_t kBack = kindOf("BACK");

// Header, checksum and payload.
std::string chunk(std::uint32_t kind, const std::string &payload);

struct Chunk {
    std::uint32_t kind = 0;
    std::string_view payload;
    std::size_t size = 0; // with its header
};
// The chunk at the start of `bytes`; nothing when it is cut or its checksum is another.
std::optional<Chunk> firstChunk(std::string_view bytes);

std::string encodeMeta(const DemonstrationMeta &meta);
std::optional<DemonstrationMeta> decodeMeta(std::string_view payload);
std::string encodeEpisode(const DemonstrationEpisode &episode);
// Nothing when the payload does not fit `meta`.
std::optional<DemonstrationEpisode> decodeEpisode(std::string_view payload,
                                                  const DemonstrationMeta &meta);
std::string encodeIndex(std::uint32_t index);
std::optional<std::uint32_t> decodeIndex(std::string_view payload);

} // namespace paddock::demo

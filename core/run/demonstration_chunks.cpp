#include "core/run/demonstration_chunks.h"

#include "core/base/byte_stream.h"
#include "core/run/metrics.h"

namespace paddock::demo {

namespace {

using Writer = ByteWriter;
using Reader = ByteReader;

std::uint32_t checksum(std::uint32_t kind, std::string_view payload) {
    Writer covered;
    covered.value(kind);
    covered.value(static_cast<std::uint64_t>(payload.size()));
    return crc32c(covered.take().append(payload));
}

} // namespace

std::string chunk(std::uint32_t kind, const std::string &payload) {
    Writer header;
    header.value(kind);
    header.value(static_cast<std::uint64_t>(payload.size()));
    header.value(checksum(kind, payload));
    return header.take() + payload;
}

std::optional<Chunk> firstChunk(std::string_view bytes) {
    Reader header(bytes);
    Chunk found;
    std::uint64_t length = 0;
    std::uint32_t sum = 0;
    if (!header.value(found.kind) || !header.value(length) || !header.value(sum) ||
        length > bytes.size() - kChunkHeader)
        return std::nullopt;
    found.payload = bytes.substr(kChunkHeader, static_cast<std::size_t>(length));
    found.size = kChunkHeader + found.payload.size();
    if (checksum(found.kind, found.payload) != sum)
        return std::nullopt;
    return found;
}

std::string encodeMeta(const DemonstrationMeta &meta) {
    Writer out;
    out.text(meta.name);
    out.text(meta.agent);
    out.value(meta.scenarioHash);
    out.value(meta.decisionPeriod);
    out.value(static_cast<std::uint32_t>(meta.observationNames.size()));
    for (const std::string &name : meta.observationNames)
        out.text(name);
    out.list(meta.branches);
    return out.take();
}

std::optional<DemonstrationMeta> decodeMeta(std::string_view payload) {
    Reader in(payload);
    DemonstrationMeta meta;
    std::uint32_t names = 0;
    if (!in.text(meta.name) || !in.text(meta.agent) || !in.value(meta.scenarioHash) ||
        !in.value(meta.decisionPeriod) || !in.value(names))
        return std::nullopt;
    for (std::uint32_t i = 0; i < names; ++i)
        if (!in.text(meta.observationNames.emplace_back()))
            return std::nullopt;
    if (!in.list(meta.branches) || !in.atEnd() || !checkMeta(meta, "").empty())
        return std::nullopt;
    return meta;
}

std::string encodeEpisode(const DemonstrationEpisode &episode) {
    Writer out;
    out.text(episode.outcome);
    out.value(episode.lapTime);
    out.value(episode.startReward);
    out.value(static_cast<std::uint8_t>(episode.closed));
    out.value(static_cast<std::uint8_t>(episode.truncated));
    out.list(episode.rewards);
    out.list(episode.actions);
    out.list(episode.observations);
    out.list(episode.poses);
    return out.take();
}

std::optional<DemonstrationEpisode> decodeEpisode(std::string_view payload,
                                                  const DemonstrationMeta &meta) {
    Reader in(payload);
    DemonstrationEpisode episode;
    const bool read =
        in.text(episode.outcome) && in.value(episode.lapTime) && in.value(episode.startReward) &&
        in.flag(episode.closed) && in.flag(episode.truncated) && in.list(episode.rewards) &&
        in.list(episode.actions) && in.list(episode.observations) && in.list(episode.poses);
    if (!read || !in.atEnd() || !checkEpisode(meta, episode, "").empty())
        return std::nullopt;
    return episode;
}

std::string encodeIndex(std::uint32_t index) {
    Writer out;
    out.value(index);
    return out.take();
}

std::optional<std::uint32_t> decodeIndex(std::string_view payload) {
    Reader in(payload);
    std::uint32_t index = 0;
    return in.value(index) && in.atEnd() ? std::optional(index) : std::nullopt;
}

} // namespace paddock::demo

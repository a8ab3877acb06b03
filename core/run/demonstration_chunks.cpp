#include "core/run/demonstration_chunks.h"

#include "core/run/metrics.h"

#include <bit>
#include <cstring>

namespace paddock::demo {

static_assert(std::endian::native == std::endian::little, "the file is little-endian");

namespace {

class Writer {
  public:
    template <class T>
    void value(T v) {
        m_bytes.append(reinterpret_cast<const char *>(&v), sizeof v);
    }
    void text(const std::string &s) {
        value(static_cast<std::uint32_t>(s.size()));
        m_bytes += s;
    }
    template <class T>
    void list(const std::vector<T> &values) {
        value(static_cast<std::uint64_t>(values.size()));
        m_bytes.append(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(T));
    }
    std::string take() { return std::move(m_bytes); }

  private:
    std::string m_bytes;
};

// Never reads behind the end and never allocates more than the bytes that are there.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    template <class T>
    bool value(T &v) {
        if (m_bytes.size() < sizeof v)
            return false;
        std::memcpy(&v, m_bytes.data(), sizeof v);
        m_bytes.remove_prefix(sizeof v);
        return true;
    }
    bool flag(bool &v) {
        std::uint8_t byte = 0;
        const bool read = value(byte) && byte <= 1;
        v = byte == 1;
        return read;
    }
    bool text(std::string &s) {
        std::uint32_t size = 0;
        if (!value(size) || m_bytes.size() < size)
            return false;
        s = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return true;
    }
    template <class T>
    bool list(std::vector<T> &values) {
        std::uint64_t size = 0;
        if (!value(size) || m_bytes.size() / sizeof(T) < size)
            return false;
        values.resize(static_cast<std::size_t>(size));
        if (size > 0)
            std::memcpy(values.data(), m_bytes.data(), values.size() * sizeof(T));
        m_bytes.remove_prefix(values.size() * sizeof(T));
        return true;
    }
    bool atEnd() const { return m_bytes.empty(); }

  private:
    std::string_view m_bytes;
};

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

#include "core/learn/tensor_file.h"

#include "core/base/hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <set>

namespace paddock {

static_assert(std::endian::native == std::endian::little, "the container is little-endian");

namespace {

using nlohmann::json;

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMaxHeader = std::size_t(4) << 20; // bytes of JSON
constexpr std::size_t kMaxDimensions = 8;
constexpr int kMaxDepth = 3; // {name: {"shape": [...]}}
const char *const kMetadata = "__metadata__";
const char *const kChecksum = "checksum"; // in the metadata; ours, optional in files of others

// Over names, shapes, numbers and metadata, so that a flipped bit anywhere is seen.
std::string checksum(const TensorFile &file) {
    Fnv1a64 hash;
    for (const auto &[key, value] : file.metadata) {
        if (key == kChecksum)
            continue;
        hash.add(std::string_view(key));
        hash.add(std::string_view(value));
    }
    for (const auto &[name, tensor] : file.tensors) {
        hash.add(std::string_view(name));
        hash.add(std::uint64_t(tensor.shape.size()));
        hash.add(tensor.shape.data(), tensor.shape.size() * sizeof(std::int64_t));
        hash.add(std::span<const float>(tensor.values));
    }
    return std::to_string(hash.value());
}

// Where one tensor of a file lies.
struct Entry {
    std::string name;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0; // bytes after the header
    std::uint64_t end = 0;
};

class Decoder {
  public:
    Decoder(const std::string &bytes, const std::string &source)
        : m_bytes(bytes), m_source(source) {}

    Result<TensorFile> run() {
        TensorFile file;
        const std::optional<json> header = readHeader();
        if (!header || !readEntries(*header, file) || !checkCover() || !readData(file))
            return Error(m_problem);
        return file;
    }

  private:
    // Notes the first problem; always false.
    bool fail(const std::string &where, std::string what, std::string expected = "") {
        m_problem = {m_source + ": " + where, std::move(what), std::move(expected)};
        return false;
    }

    std::optional<json> readHeader();
    bool readEntries(const json &header, TensorFile &file);
    bool readMetadata(const json &object, TensorFile &file);
    bool readEntry(const std::string &name, const json &object);
    bool checkCover();
    bool readData(TensorFile &file);

    const std::string &m_bytes;
    std::string m_source;
    Problem m_problem;
    std::size_t m_dataStart = 0;
    std::vector<Entry> m_entries;
};

std::optional<json> Decoder::readHeader() {
    std::uint64_t length = 0;
    if (m_bytes.size() < kLengthBytes) {
        fail("header length", "has " + std::to_string(m_bytes.size()) + " bytes", "8 bytes");
        return std::nullopt;
    }
    std::memcpy(&length, m_bytes.data(), kLengthBytes);
    const std::size_t most = std::min(kMaxHeader, m_bytes.size() - kLengthBytes);
    if (length > most) {
        fail("header length", "is " + std::to_string(length), "at most " + std::to_string(most));
        return std::nullopt;
    }
    m_dataStart = kLengthBytes + std::size_t(length);
    bool deep = false;
    std::string twice;
    std::vector<std::set<std::string>> names(kMaxDepth +
                                             1); // keys of the open object at each depth
    const auto watch = [&](int depth, json::parse_event_t event, json &parsed) {
        deep = deep || depth > kMaxDepth;
        if (deep)
            return false;
        if (event == json::parse_event_t::object_start)
            names[std::size_t(depth)].clear();
        // Keys are reported one level below their object.
        if (event == json::parse_event_t::key && depth > 0 &&
            !names[std::size_t(depth) - 1].insert(parsed.get<std::string>()).second)
            twice = parsed.get<std::string>();
        return true;
    };
    json header = json::parse(m_bytes.begin() + kLengthBytes,
                              m_bytes.begin() + std::ptrdiff_t(m_dataStart), watch, false);
    if (deep)
        fail("header", "nests too deeply", "at most 3 levels");
    else if (!header.is_object())
        fail("header", "is not a JSON object");
    else if (!twice.empty())
        fail("header", "names \"" + twice + "\" twice");
    else
        return header;
    return std::nullopt;
}

bool Decoder::readEntries(const json &header, TensorFile &file) {
    for (const auto &[name, object] : header.items()) {
        if (!object.is_object())
            return fail(name, "is not an object");
        if (name == kMetadata ? !readMetadata(object, file) : !readEntry(name, object))
            return false;
    }
    return true;
}

bool Decoder::readMetadata(const json &object, TensorFile &file) {
    for (const auto &[key, value] : object.items()) {
        if (!value.is_string())
            return fail(std::string(kMetadata) + "/" + key, "is not a text");
        file.metadata[key] = value.get<std::string>();
    }
    return true;
}

// A non-negative integer that fits std::int64_t.
std::optional<std::uint64_t> count(const json &value) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        return std::nullopt;
    return value.get<std::uint64_t>();
}

bool Decoder::readEntry(const std::string &name, const json &object) {
    const json nothing;
    const auto member = [&](const char *key) -> const json & {
        const auto found = object.find(key);
        return found == object.end() ? nothing : *found;
    };
    if (member("dtype") != "F32")
        return fail(name + "/dtype", "is " + member("dtype").dump(-1, ' ', true), "\"F32\"");
    const json &shape = member("shape"), &offsets = member("data_offsets");
    if (!shape.is_array() || shape.size() > kMaxDimensions)
        return fail(name + "/shape", "is not a list of at most 8 sizes");
    if (!offsets.is_array() || offsets.size() != 2 || !count(offsets[0]) || !count(offsets[1]))
        return fail(name + "/data_offsets", "is not a list of two offsets");

    const std::uint64_t dataSize = m_bytes.size() - m_dataStart;
    Entry entry{name, {}, *count(offsets[0]), *count(offsets[1])};
    std::uint64_t bytes = sizeof(float);
    for (const json &size : shape) {
        const auto n = count(size);
        if (!n || __builtin_mul_overflow(bytes, *n, &bytes))
            return fail(name + "/shape", "has a size out of range");
        entry.shape.push_back(std::int64_t(*n));
    }
    if (entry.begin > entry.end || entry.end > dataSize)
        return fail(name + "/data_offsets", "lies outside of the data",
                    "0 to " + std::to_string(dataSize));
    if (entry.end - entry.begin != bytes)
        return fail(name + "/data_offsets",
                    "spans " + std::to_string(entry.end - entry.begin) + " bytes",
                    std::to_string(bytes) + " by its shape");
    m_entries.push_back(std::move(entry));
    return true;
}

// The tensors cover the data exactly: no overlaps, no holes, nothing hidden behind.
bool Decoder::checkCover() {
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::uint64_t covered = 0;
    for (const Entry &entry : m_entries) {
        if (entry.begin != covered)
            return fail(entry.name + "/data_offsets", "starts at " + std::to_string(entry.begin),
                        std::to_string(covered));
        covered = entry.end;
    }
    if (covered != m_bytes.size() - m_dataStart)
        return fail("data", "has " + std::to_string(m_bytes.size() - m_dataStart) + " bytes",
                    std::to_string(covered));
    return true;
}

bool Decoder::readData(TensorFile &file) {
    for (Entry &entry : m_entries) {
        NamedTensor &tensor = file.tensors[entry.name];
        tensor.shape = std::move(entry.shape);
        tensor.values.resize(std::size_t(entry.end - entry.begin) / sizeof(float));
        if (!tensor.values.empty())
            std::memcpy(tensor.values.data(), m_bytes.data() + m_dataStart + entry.begin,
                        tensor.values.size() * sizeof(float));
    }
    const auto expected = file.metadata.find(kChecksum);
    if (expected == file.metadata.end())
        return true;
    if (const std::string found = checksum(file); expected->second != found)
        return fail("checksum", "is " + found, expected->second);
    file.metadata.erase(expected);
    return true;
}

} // namespace

std::string TensorFile::encode() const {
    json header = json::object();
    json &notes = header[kMetadata] = json::object();
    for (const auto &[key, value] : metadata)
        notes[key] = value;
    notes[kChecksum] = checksum(*this);
    std::size_t size = 0;
    for (const auto &[name, tensor] : tensors) {
        const std::size_t end = size + tensor.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {size, end}}};
        size = end;
    }
    std::string text = header.dump(-1, ' ', true, json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' '); // so that the data starts aligned
    const std::uint64_t length = text.size();
    std::string bytes;
    bytes.reserve(kLengthBytes + text.size() + size);
    bytes.append(reinterpret_cast<const char *>(&length), kLengthBytes).append(text);
    for (const auto &[name, tensor] : tensors)
        bytes.append(reinterpret_cast<const char *>(tensor.values.data()),
                     tensor.values.size() * sizeof(float));
    return bytes;
}

Result<TensorFile> TensorFile::decode(const std::string &bytes, const std::string &source) {
    return Decoder(bytes, source).run();
}

} // namespace paddock

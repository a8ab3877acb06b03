#include "core/run/proto_wire.h"

namespace paddock {

static_assert(std::endian::native == std::endian::little, "the wire format is little-endian");

namespace {

constexpr std::uint64_t kMaxField = (1u << 29) - 1;

std::string encodedVarint(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += static_cast<char>(value | 0x80);
    return bytes += static_cast<char>(value);
}

} // namespace

std::optional<std::uint64_t> ProtoReader::takeVarint(std::string_view &rest) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < rest.size() && i < 10; ++i) {
        const auto byte = static_cast<unsigned char>(rest[i]);
        value |= std::uint64_t(byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            rest.remove_prefix(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> ProtoReader::takeDelimited(std::string_view &rest) {
    std::string_view after = rest;
    const std::optional<std::uint64_t> size = takeVarint(after);
    if (!size || *size > after.size())
        return std::nullopt;
    const std::string_view message = after.substr(0, static_cast<std::size_t>(*size));
    rest = after.substr(message.size());
    return message;
}

bool ProtoReader::next() {
    if (m_rest.empty() || m_failed)
        return false;
    m_failed = true; // until the field is whole
    m_bytes = {};
    m_number = 0;
    const std::optional<std::uint64_t> key = takeVarint(m_rest);
    if (!key || (*key >> 3) == 0 || (*key >> 3) > kMaxField)
        return false;
    m_field = static_cast<int>(*key >> 3);
    m_wire = static_cast<Wire>(*key & 7);
    switch (m_wire) {
    case Wire::Varint:
        if (const std::optional<std::uint64_t> value = takeVarint(m_rest)) {
            m_number = *value;
            m_failed = false;
        }
        break;
    case Wire::Bytes:
        if (const std::optional<std::string_view> value = takeDelimited(m_rest)) {
            m_bytes = *value;
            m_failed = false;
        }
        break;
    case Wire::Fixed32:
    case Wire::Fixed64:
        if (const std::size_t size = m_wire == Wire::Fixed32 ? 4 : 8; m_rest.size() >= size) {
            std::memcpy(&m_number, m_rest.data(), size);
            m_rest.remove_prefix(size);
            m_failed = false;
        }
        break;
    }
    return !m_failed;
}

bool ProtoReader::appendVarints(std::vector<std::int64_t> &values, std::size_t most) const {
    if (m_wire == Wire::Varint)
        values.push_back(static_cast<std::int64_t>(m_number));
    for (std::string_view rest = bytes(); !rest.empty() && values.size() <= most;) {
        const std::optional<std::uint64_t> value = takeVarint(rest);
        if (!value)
            return false;
        values.push_back(static_cast<std::int64_t>(*value));
    }
    return values.size() <= most;
}

bool ProtoReader::appendFloats(std::vector<float> &values, std::size_t most) const {
    if (m_wire == Wire::Fixed32)
        values.push_back(fixed32());
    const std::string_view packed = bytes();
    const std::size_t count = packed.size() / sizeof(float), before = values.size();
    if (packed.size() % sizeof(float) != 0 || before > most || count > most - before)
        return false;
    values.resize(before + count);
    if (count > 0)
        std::memcpy(values.data() + before, packed.data(), packed.size());
    return true;
}

void ProtoMessage::appendVarint(std::uint64_t value) {
    m_bytes += encodedVarint(value);
}

void ProtoMessage::key(int field, ProtoReader::Wire wire) {
    appendVarint(std::uint64_t(field) << 3 | static_cast<std::uint64_t>(wire));
}

ProtoMessage &ProtoMessage::varint(int field, std::uint64_t value) {
    key(field, ProtoReader::Wire::Varint);
    appendVarint(value);
    return *this;
}

ProtoMessage &ProtoMessage::fixed32(int field, float value) {
    key(field, ProtoReader::Wire::Fixed32);
    m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    return *this;
}

ProtoMessage &ProtoMessage::bytes(int field, std::string_view value) {
    key(field, ProtoReader::Wire::Bytes);
    appendVarint(value.size());
    m_bytes += value;
    return *this;
}

ProtoMessage &ProtoMessage::packedVarints(int field, const std::vector<std::int64_t> &values) {
    std::string packed;
    for (const std::int64_t value : values)
        packed += encodedVarint(static_cast<std::uint64_t>(value));
    return bytes(field, packed);
}

ProtoMessage &ProtoMessage::packedFloats(int field, const std::vector<float> &values) {
    return bytes(field,
                 {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(float)});
}

std::string ProtoMessage::delimited() const {
    return encodedVarint(m_bytes.size()) + m_bytes;
}

} // namespace paddock

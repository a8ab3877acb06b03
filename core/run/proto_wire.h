// The wire format of protocol buffers, as far as files of others need it: read with a bound on
// every byte, written in the order of the calls.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paddock {

// Walks the fields of one message. Never reads behind its end; damage ends the walk and shows in
// failed().
//     for (ProtoReader in(bytes); in.next();)
//         if (in.field() == 7) ...
class ProtoReader {
  public:
    enum class Wire { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

    explicit ProtoReader(std::string_view message) : m_rest(message) {}

    bool next();
    int field() const { return m_field; }
    Wire wire() const { return m_wire; }
    bool failed() const { return m_failed; }

    // The value of the field; of another wire type than its own it is 0 or empty.
    std::uint64_t varint() const { return m_wire == Wire::Varint ? m_number : 0; }
    float fixed32() const {
        return m_wire == Wire::Fixed32 ? std::bit_cast<float>(std::uint32_t(m_number)) : 0;
    }
    std::string_view bytes() const { return m_wire == Wire::Bytes ? m_bytes : std::string_view(); }

    // Takes a varint from the front of `rest`; nothing when there is no whole one.
    static std::optional<std::uint64_t> takeVarint(std::string_view &rest);
    // Takes a message with its length in front.
    static std::optional<std::string_view> takeDelimited(std::string_view &rest);

    // Repeated numbers come packed or one by one: both append the field's value(s). False: damaged,
    // or more than `most` values.
    bool appendVarints(std::vector<std::int64_t> &values, std::size_t most) const;
    bool appendFloats(std::vector<float> &values, std::size_t most) const;

  private:
    std::string_view m_rest;
    std::string_view m_bytes;
    std::uint64_t m_number = 0;
    int m_field = 0;
    Wire m_wire = Wire::Varint;
    bool m_failed = false;
};

class ProtoMessage {
  public:
    ProtoMessage &varint(int field, std::uint64_t value);
    ProtoMessage &fixed32(int field, float value);
    ProtoMessage &bytes(int field, std::string_view value);
    ProtoMessage &message(int field, const ProtoMessage &value) {
        return bytes(field, value.m_bytes);
    }
    ProtoMessage &packedVarints(int field, const std::vector<std::int64_t> &values);
    ProtoMessage &packedFloats(int field, const std::vector<float> &values);

    const std::string &text() const { return m_bytes; }
    std::string delimited() const; // its length, then itself

  private:
    void appendVarint(std::uint64_t value);
    void key(int field, ProtoReader::Wire wire);

    std::string m_bytes;
};

} // namespace paddock

// FNV-1a, 64 bit (Fowler, Noll, Vo): a checksum of plain bytes, not a defence against intent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace paddock {

class Fnv1a64 {
  public:
    void add(const void *data, std::size_t size) {
        const auto *bytes = static_cast<const unsigned char *>(data);
        for (std::size_t i = 0; i < size; ++i)
            m_hash = (m_hash ^ bytes[i]) * 0x100000001B3ull;
    }
    void add(std::uint64_t value) { add(&value, sizeof value); }
    void add(std::span<const float> values) { add(values.data(), values.size_bytes()); }
    // Length first, so that two texts in a row cannot be cut elsewhere and hash alike.
    void add(std::string_view text) {
        add(std::uint64_t(text.size()));
        add(text.data(), text.size());
    }
    std::uint64_t value() const { return m_hash; }

  private:
    std::uint64_t m_hash = 0xCBF29CE484222325ull;
};

} // namespace paddock

// FNV-1a, 64 bits: a fingerprint that is the same on every machine. Not for secrets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace paddock {

inline constexpr std::uint64_t kFnvOffset = 0xcbf29ce484222325u;
inline constexpr std::uint64_t kFnvPrime = 0x100000001b3u;

// Hash of `bytes`, going on from `hash`.
inline std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = kFnvOffset) {
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
    return hash;
}

// The same over raw memory. Not an overload: a literal would rather become a pointer than a
// string_view.
inline std::uint64_t fnv1aBytes(const void *data, std::size_t size,
                                std::uint64_t hash = kFnvOffset) {
    return fnv1a(std::string_view(static_cast<const char *>(data), size), hash);
}

// The same piece by piece.
class Fnv1a64 {
  public:
    void add(const void *data, std::size_t size) { m_hash = fnv1aBytes(data, size, m_hash); }
    void add(std::uint64_t value) { add(&value, sizeof value); }
    void add(std::span<const float> values) { add(values.data(), values.size_bytes()); }
    // Length first, so that two texts in a row cannot be cut elsewhere and hash alike.
    void add(std::string_view text) {
        add(std::uint64_t(text.size()));
        add(text.data(), text.size());
    }
    std::uint64_t value() const { return m_hash; }

  private:
    std::uint64_t m_hash = kFnvOffset;
};

// 16 lower-case hexadecimal digits.
inline std::string hexText(std::uint64_t value) {
    std::string text(16, '0');
    for (int i = 15; i >= 0; --i, value >>= 4)
        text[i] = "0123456789abcdef"[value & 15];
    return text;
}

} // namespace paddock

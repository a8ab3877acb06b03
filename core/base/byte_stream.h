// Values as bytes of a little-endian file and back.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paddock {

static_assert(std::endian::native == std::endian::little, "the files are little-endian");

class ByteWriter {
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
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : m_bytes(bytes) {}

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

} // namespace paddock

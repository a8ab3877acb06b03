// 256 colours that stand for those of a picture: its colours are cut into boxes of about as many
// pixels each, along the widest side of the fullest box (median cut, Heckbert 1982).
#pragma once

#include <QImage>

#include <array>
#include <cstdint>
#include <vector>

namespace paddock {

class Palette {
  public:
    explicit Palette(const QImage &picture); // RGB32

    const std::array<std::uint32_t, 256> &colours() const { return m_colours; } // 0xFFRRGGBB
    void indices(const std::uint32_t *pixels, int count, std::uint8_t *out);

  private:
    std::uint8_t nearest(std::uint32_t pixel) const;

    std::array<std::uint32_t, 256> m_colours{};
    std::vector<std::int16_t> m_known; // by 5 bits of each colour, -1: not looked for yet
};

} // namespace paddock

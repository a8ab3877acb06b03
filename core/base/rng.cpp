#include "core/base/rng.h"

#include <cmath>

namespace paddock {

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> c,
                                        std::array<std::uint32_t, 2> k) {
    constexpr std::uint64_t kMul0 = 0xD2511F53, kMul1 = 0xCD9E8D57; // Table 2 of the paper
    constexpr std::uint32_t kWeyl0 = 0x9E3779B9, kWeyl1 = 0xBB67AE85;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = kMul0 * c[0], p1 = kMul1 * c[2];
        c = {std::uint32_t(p1 >> 32) ^ c[1] ^ k[0], std::uint32_t(p1),
             std::uint32_t(p0 >> 32) ^ c[3] ^ k[1], std::uint32_t(p0)};
        k[0] += kWeyl0;
        k[1] += kWeyl1;
    }
    return c;
}

// The key takes the seed and the purpose, the counter takes the place in the run; counter[0] counts
// blocks of four draws (2^24 of them) and shares its word with nothing.
Rng::Rng(const RngKey &key)
    : m_counter{0, key.step, key.episode, (key.world << 8) ^ key.agent},
      m_key{std::uint32_t(key.seed),
            std::uint32_t(key.seed >> 32) ^ (std::uint32_t(key.purpose) * 0x85EBCA6Bu)} {}

std::uint32_t Rng::bits() {
    if (m_used == 4) {
        m_block = philox4x32(m_counter, m_key);
        ++m_counter[0];
        m_used = 0;
    }
    return m_block[m_used++];
}

float Rng::uniform() {
    return float(bits() >> 8) * 0x1p-24f;
}

float Rng::uniform(float lo, float hi) {
    return lo + (hi - lo) * uniform();
}

std::uint32_t Rng::below(std::uint32_t n) {
    // Lemire's multiply-shift with rejection of the short first interval.
    std::uint64_t product = std::uint64_t(bits()) * n;
    if (std::uint32_t(product) < n) {
        const std::uint32_t threshold = (0u - n) % n;
        while (std::uint32_t(product) < threshold)
            product = std::uint64_t(bits()) * n;
    }
    return std::uint32_t(product >> 32);
}

float Rng::normal() {
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spareNormal;
    }
    const float u = 1.0f - uniform(); // (0, 1], so that the logarithm is finite
    const float radius = std::sqrt(-2.0f * std::log(u));
    const float angle = 6.28318530717958647692f * uniform();
    m_spareNormal = radius * std::sin(angle);
    m_hasSpare = true;
    return radius * std::cos(angle);
}

} // namespace paddock

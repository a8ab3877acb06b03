// Counter-based random numbers: a draw depends on its key alone, never on scheduling or on earlier
// draws of others. Generator: Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1,
// 2, 3", SC'11).
#pragma once

#include <array>
#include <cstdint>

namespace paddock {

// What a stream of random numbers is for; part of its key, so that two uses never share a stream.
enum class Purpose : std::uint32_t {
    Spawn = 1,
    ObservationNoise,
    ActionNoise,
    Dynamics,
    ActionSample,
    WeightInit,
    Shuffle,
    Evaluation,
    Route,
    Demonstration,
    Test,
};

// Where in a run a stream belongs.
struct RngKey {
    std::uint64_t seed = 0; // of the run
    Purpose purpose = Purpose::Test;
    std::uint32_t world = 0;
    std::uint32_t agent = 0;
    std::uint32_t episode = 0;
    std::uint32_t step = 0;
};

// One Philox block: ten rounds of `counter` under `key`.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

class Rng {
  public:
    explicit Rng(const RngKey &key);

    std::uint32_t bits();                 // uniform over 32 bits
    float uniform();                      // [0, 1)
    float uniform(float lo, float hi);    // [lo, hi)
    std::uint32_t below(std::uint32_t n); // 0 .. n-1 without bias; n > 0
    float normal();                       // mean 0, variance 1 (Box-Muller)

    // UniformRandomBitGenerator, for std algorithms whose result is fully specified.
    using result_type = std::uint32_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xffffffffu; }
    result_type operator()() { return bits(); }

  private:
    std::array<std::uint32_t, 4> m_counter;
    std::array<std::uint32_t, 2> m_key;
    std::array<std::uint32_t, 4> m_block{};
    std::uint32_t m_used = 4;
    float m_spareNormal = 0;
    bool m_hasSpare = false;
};

} // namespace paddock

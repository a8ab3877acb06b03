// Philox against the vectors published with it, and the distributions drawn from it against their
// moments.
#include "core/base/rng.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>
#include <vector>

using namespace paddock;

namespace {

constexpr int kDraws = 200'000;

struct Moments {
    double mean = 0, variance = 0, skewness = 0, kurtosis = 0;
};

template <class Draw>
Moments momentsOf(Draw draw) {
    std::vector<double> values(kDraws);
    Moments m;
    for (double &value : values)
        m.mean += (value = draw()) / kDraws;
    double third = 0, fourth = 0;
    for (const double value : values) {
        const double d = value - m.mean;
        m.variance += d * d / kDraws;
        third += d * d * d / kDraws;
        fourth += d * d * d * d / kDraws;
    }
    m.skewness = third / std::pow(m.variance, 1.5);
    m.kurtosis = fourth / (m.variance * m.variance);
    return m;
}

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

std::vector<std::uint32_t> firstBits(const RngKey &key) {
    Rng rng(key);
    std::vector<std::uint32_t> bits(16);
    for (std::uint32_t &b : bits)
        b = rng.bits();
    return bits;
}

} // namespace

class TestRng : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // Known answers of philox4x32-10 from the Random123 distribution (kat_vectors).
    void philoxMatchesThePublishedVectors() {
        using Counter = std::array<std::uint32_t, 4>;
        QCOMPARE(philox4x32({0, 0, 0, 0}, {0, 0}),
                 (Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QCOMPARE(philox4x32({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}),
                 (Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QCOMPARE(
            philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void uniformHasTheMomentsOfTheUnitInterval() {
        Rng rng({7, Purpose::Test});
        const Moments m = momentsOf([&] { return rng.uniform(); });
        QVERIFY(near(m.mean, 0.5, 0.003)); // 5 standard errors of 1/sqrt(12 n)
        QVERIFY(near(m.variance, 1.0 / 12, 0.001));
        QVERIFY(near(m.kurtosis, 1.8, 0.02));
    }

    void uniformStaysInItsHalfOpenInterval() {
        Rng rng({8, Purpose::Test});
        for (int i = 0; i < kDraws; ++i) {
            const float value = rng.uniform();
            QVERIFY(value >= 0.0f && value < 1.0f);
        }
    }

    void normalHasTheMomentsOfTheBellCurve() {
        Rng rng({9, Purpose::Test});
        const Moments m = momentsOf([&] { return rng.normal(); });
        QVERIFY(near(m.mean, 0, 0.012));
        QVERIFY(near(m.variance, 1, 0.016));
        QVERIFY(near(m.skewness, 0, 0.03));
        QVERIFY(near(m.kurtosis, 3, 0.06));
    }

    void belowGivesEachNumberItsShare() {
        Rng rng({10, Purpose::Test});
        std::array<int, 7> counts{};
        for (int i = 0; i < kDraws; ++i)
            ++counts.at(rng.below(7));
        double chiSquare = 0;
        for (const int count : counts)
            chiSquare += std::pow(count - kDraws / 7.0, 2) / (kDraws / 7.0);
        QVERIFY2(chiSquare < 22.5, "chi-square with 6 degrees of freedom, p = 0.001");
    }

    void equalKeysGiveEqualStreams() {
        const RngKey key{42, Purpose::Spawn, 1, 2, 3, 4};
        QCOMPARE(firstBits(key), firstBits(key));
    }

    void eachPartOfTheKeyChangesTheStream() {
        const std::vector<RngKey> keys{{42, Purpose::Spawn, 1, 2, 3, 4},
                                       {43, Purpose::Spawn, 1, 2, 3, 4},
                                       {42 + (1ull << 32), Purpose::Spawn, 1, 2, 3, 4},
                                       {42, Purpose::Dynamics, 1, 2, 3, 4},
                                       {42, Purpose::Spawn, 2, 2, 3, 4},
                                       {42, Purpose::Spawn, 1, 3, 3, 4},
                                       {42, Purpose::Spawn, 1, 2, 4, 4},
                                       {42, Purpose::Spawn, 1, 2, 3, 5}};
        std::set<std::vector<std::uint32_t>> streams;
        for (const RngKey &key : keys)
            streams.insert(firstBits(key));
        QCOMPARE(streams.size(), keys.size());
    }

    void neighbouringStreamsAreUncorrelated() {
        double covariance = 0;
        for (std::uint32_t world = 0; world < 20'000; ++world) {
            Rng a({1, Purpose::Test, world});
            Rng b({1, Purpose::Test, world + 1});
            covariance += (a.uniform() - 0.5) * (b.uniform() - 0.5) / 20'000;
        }
        QVERIFY(near(covariance * 12, 0, 0.04)); // correlation; 5 standard errors of 1/sqrt(n)
    }
};

QTEST_GUILESS_MAIN(TestRng)
#include "test_rng.moc"

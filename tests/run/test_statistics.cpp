// Claims about the statistics of judged runs, against tables and closed forms.
#include "core/run/statistics.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace paddock;

namespace {
bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}
} // namespace

class TestStatistics : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // Worked out by hand for 1, 2, 4, 8: positions 0.75, 1.5 and 2.25 between the order statistics.
    void quantilesLieBetweenTheOrderStatistics() {
        const std::vector<double> values{1, 2, 4, 8};
        QCOMPARE(quantile(values, 0), 1.0);
        QCOMPARE(quantile(values, 0.25), 1.75);
        QCOMPARE(quantile(values, 0.5), 3.0);
        QCOMPARE(quantile(values, 0.75), 5.0);
        QCOMPARE(quantile(values, 1), 8.0);
    }

    void aSingleValueIsItsOwnBox() {
        const BoxStats box = boxStats(std::vector<double>{3});
        QCOMPARE(box.n, std::int64_t(1));
        QCOMPARE(box.q1, 3.0);
        QCOMPARE(box.q3, 3.0);
        QCOMPARE(box.whiskerHigh, 3.0);
        QVERIFY(box.outliers.empty());
    }

    // 1..9 and 30: quartiles 3.25 and 7.75, so whiskers reach at most -3.5 and 14.5.
    void whiskersEndAtTheLastValueThatIsNoOutlier() {
        const BoxStats box = boxStats(std::vector<double>{30, 9, 8, 7, 6, 5, 4, 3, 2, 1});
        QCOMPARE(box.q1, 3.25);
        QCOMPARE(box.median, 5.5);
        QCOMPARE(box.q3, 7.75);
        QCOMPARE(box.whiskerLow, 1.0);
        QCOMPARE(box.whiskerHigh, 9.0);
        QCOMPARE(box.outliers, std::vector<double>{30});
    }

    // z^2 = 3.84146: for 0 of n the interval ends at z^2 / (n + z^2); for 5 of 10 it is
    // 0.5 -+ z / 2 / sqrt(10 + z^2).
    void wilsonsIntervalHasItsClosedForms() {
        const double z = 1.959963984540054, z2 = z * z;
        const Interval none = wilsonInterval(0, 16);
        QCOMPARE(none.low, 0.0);
        QVERIFY(near(none.high, z2 / (16 + z2), 1e-12));
        const Interval all = wilsonInterval(16, 16);
        QCOMPARE(all.high, 1.0);
        QVERIFY(near(all.low, 16 / (16 + z2), 1e-12));
        const Interval half = wilsonInterval(5, 10);
        QVERIFY(near(half.high - 0.5, z / 2 / std::sqrt(10 + z2), 1e-12));
        QVERIFY(near(half.low + half.high, 1, 1e-12));
        QCOMPARE(wilsonInterval(0, 0), (Interval{0, 1}));
    }

    // One degree of freedom is Cauchy's distribution, two have a closed form; the rest is from the
    // tables of every textbook (two-sided 95 %).
    void studentsQuantilesAreThoseOfTheTables() {
        QVERIFY(near(studentQuantile(0.975, 1), std::tan(std::numbers::pi * 0.475), 1e-6));
        const double p = 0.975;
        QVERIFY(near(studentQuantile(p, 2), (2 * p - 1) * std::sqrt(1 / (2 * p * (1 - p))), 1e-9));
        QVERIFY(near(studentQuantile(p, 5), 2.571, 5e-4));
        QVERIFY(near(studentQuantile(p, 10), 2.228, 5e-4));
        QVERIFY(near(studentQuantile(p, 15), 2.131, 5e-4));
        QVERIFY(near(studentQuantile(p, 100), 1.984, 5e-4));
        QVERIFY(near(studentQuantile(0.95, 9), 1.833, 5e-4));
        QCOMPARE(studentQuantile(0.025, 15), -studentQuantile(0.975, 15));
    }

    // 2, 4, 6: mean 4, deviation 2, half width 4.303 * 2 / sqrt(3).
    void theMeansIntervalIsStudents() {
        const MeanStats stats = meanStats(std::vector<double>{2, 4, 6});
        QCOMPARE(stats.mean, 4.0);
        QCOMPARE(stats.deviation, 2.0);
        QVERIFY(near(stats.interval.high - 4, 4.30265 * 2 / std::sqrt(3.0), 1e-4));
        QVERIFY(near(stats.interval.low + stats.interval.high, 8, 1e-12));
    }

    void oneValueSaysNothingAboutItsSpread() {
        const MeanStats stats = meanStats(std::vector<double>{7});
        QCOMPARE(stats.mean, 7.0);
        QVERIFY(std::isinf(stats.interval.high) && std::isinf(stats.interval.low));
        QCOMPARE(meanStats({}).n, std::int64_t(0));
    }

    // 14 pairs, 8 for the first alone and 2 for the second: 9/16 and 3/16, so the difference is
    // 3/8 and its variance (12/16 - 9/64) / 16 = 39/1024.
    void pairedRatesFollowBonettAndPrice() {
        const Interval interval = pairedRateInterval(8, 2, 14);
        const double half = 1.959963984540054 * std::sqrt(39.0 / 1024);
        QVERIFY(near(interval.low, 0.375 - half, 1e-12));
        QVERIFY(near(interval.high, 0.375 + half, 1e-12));
        const Interval other = pairedRateInterval(2, 8, 14);
        QVERIFY(near(other.low, -interval.high, 1e-12));
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "test_statistics.moc"

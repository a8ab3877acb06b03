// Small-sample statistics of judged runs: boxes, intervals for rates and means, paired differences.
// All intervals are at 95 %.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace paddock {

struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval &) const = default;
};

// The `p`-quantile of ascending `values` (at least one): linear between the order statistics, with
// the smallest at 0 and the largest at 1 (type 7 of Hyndman & Fan 1996).
double quantile(std::span<const double> values, double p);

// A box plot (Tukey): whiskers end at the last values within 1.5 box heights of the box, what lies
// beyond are outliers.
struct BoxStats {
    std::int64_t n = 0; // 0: nothing else is meant
    double q1 = 0, median = 0, q3 = 0;
    double whiskerLow = 0, whiskerHigh = 0;
    std::vector<double> outliers; // ascending
};
BoxStats boxStats(std::span<const double> values);

// Wilson's score interval (1927) of a rate: `hits` of n; 0 to 1 where n is 0.
Interval wilsonInterval(std::int64_t hits, std::int64_t n);

// The quantile of Student's t distribution with `freedom` degrees of freedom, at least 1; p within
// 0 and 1. Good to 1e-9.
double studentQuantile(double p, int freedom);

// Mean and Student's interval about it; of fewer than two values the interval is unbounded.
struct MeanStats {
    std::int64_t n = 0;
    double mean = 0;
    double deviation = 0; // standard, of the sample
    Interval interval;
};
MeanStats meanStats(std::span<const double> values);

// Difference of two rates over n pairs (Bonett & Price 2012): `onlyFirst` pairs hit in the first
// alone, `onlySecond` in the second alone.
Interval pairedRateInterval(std::int64_t onlyFirst, std::int64_t onlySecond, std::int64_t n);

} // namespace paddock

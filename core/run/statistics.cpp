#include "core/run/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace paddock {

namespace {

constexpr double kNormal975 = 1.959963984540054; // quantile of the normal distribution at 0.975

// P(T <= t) for t >= 0 as the finite sums of Abramowitz & Stegun 26.7.3 and 26.7.4.
double studentCdf(double t, int freedom) {
    const double theta = std::atan(t / std::sqrt(double(freedom)));
    const double c = std::cos(theta), s = std::sin(theta);
    const bool odd = freedom % 2 == 1;
    double term = odd ? c : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
        term *= c * c * double(k - 1) / double(k);
        sum += term;
    }
    const double within = odd ? 2 / std::numbers::pi * (theta + s * sum) : s * sum;
    return 0.5 + within / 2;
}

} // namespace

double quantile(std::span<const double> values, double p) {
    const double at = p * double(values.size() - 1);
    const std::size_t below = std::size_t(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - double(below)) * (values[above] - values[below]);
}

BoxStats boxStats(std::span<const double> values) {
    BoxStats box;
    box.n = std::ssize(values);
    if (values.empty())
        return box;
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    box.q1 = quantile(sorted, 0.25);
    box.median = quantile(sorted, 0.5);
    box.q3 = quantile(sorted, 0.75);
    const double reach = 1.5 * (box.q3 - box.q1);
    box.whiskerLow = box.q1;
    box.whiskerHigh = box.q3;
    for (const double value : sorted) {
        if (value < box.q1 - reach || value > box.q3 + reach) {
            box.outliers.push_back(value);
            continue;
        }
        box.whiskerLow = std::min(box.whiskerLow, value);
        box.whiskerHigh = std::max(box.whiskerHigh, value);
    }
    return box;
}

Interval wilsonInterval(std::int64_t hits, std::int64_t n) {
    if (n == 0)
        return {0, 1};
    const double count = double(n), rate = double(hits) / count;
    const double z2 = kNormal975 * kNormal975;
    const double middle = (rate + z2 / (2 * count)) / (1 + z2 / count);
    const double half = kNormal975 / (1 + z2 / count) *
                        std::sqrt(rate * (1 - rate) / count + z2 / (4 * count * count));
    // At the ends of the scale the interval ends there; rounding must not say otherwise.
    return {hits == 0 ? 0 : middle - half, hits == n ? 1 : middle + half};
}

double studentQuantile(double p, int freedom) {
    if (p < 0.5)
        return -studentQuantile(1 - p, freedom);
    double low = 0, high = 1;
    while (studentCdf(high, freedom) < p && high < 1e12)
        high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-12 * high; ++i) {
        const double middle = (low + high) / 2;
        (studentCdf(middle, freedom) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

MeanStats meanStats(std::span<const double> values) {
    constexpr double kNoBound = std::numeric_limits<double>::infinity();
    MeanStats stats;
    stats.n = std::ssize(values);
    stats.interval = {-kNoBound, kNoBound};
    if (values.empty())
        return stats;
    const double n = double(stats.n);
    stats.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    if (stats.n < 2)
        return stats;
    double squares = 0;
    for (const double value : values)
        squares += (value - stats.mean) * (value - stats.mean);
    stats.deviation = std::sqrt(squares / (n - 1));
    const double half = studentQuantile(0.975, int(stats.n - 1)) * stats.deviation / std::sqrt(n);
    stats.interval = {stats.mean - half, stats.mean + half};
    return stats;
}

Interval pairedRateInterval(std::int64_t onlyFirst, std::int64_t onlySecond, std::int64_t n) {
    const double all = double(n + 2);
    const double first = double(onlyFirst + 1) / all, second = double(onlySecond + 1) / all;
    const double difference = first - second;
    const double half = kNormal975 * std::sqrt((first + second - difference * difference) / all);
    return {std::max(-1.0, difference - half), std::min(1.0, difference + half)};
}

} // namespace paddock

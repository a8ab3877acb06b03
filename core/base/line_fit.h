// The straight line nearest to some points, by least squares.
#pragma once

#include <algorithm>
#include <span>

namespace paddock {

struct Line {
    double offset = 0;
    double slope = 0; // 0 where fewer than two different x tell nothing
};

inline Line fitLine(std::span<const double> x, std::span<const double> y) {
    const std::size_t n = std::min(x.size(), y.size());
    if (n == 0)
        return {};
    double meanX = 0, meanY = 0;
    for (std::size_t i = 0; i < n; ++i) {
        meanX += x[i] / double(n);
        meanY += y[i] / double(n);
    }
    double both = 0, square = 0;
    for (std::size_t i = 0; i < n; ++i) {
        both += (x[i] - meanX) * (y[i] - meanY);
        square += (x[i] - meanX) * (x[i] - meanX);
    }
    const double slope = square > 0 ? both / square : 0;
    return {meanY - slope * meanX, slope};
}

} // namespace paddock

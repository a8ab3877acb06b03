// Charts as SVG for reports: curves over steps, and box plots with every run as a dot. Colours come
// from the page (html_page.h).
#pragma once

#include "core/run/statistics.h"

#include <string>
#include <utility>
#include <vector>

namespace paddock {

// Round numbers that cover [low, high], about `count` of them, ascending.
std::vector<double> niceTicks(double low, double high, int count);

struct ChartCurve {
    std::string name;                              // "" where there is only one
    std::vector<std::pair<double, double>> points; // ascending in x; what is not finite is left out
};
std::string curveChart(const std::string &title, const std::string &below,
                       const std::vector<ChartCurve> &curves);

struct ChartBox {
    std::string name;
    std::vector<double> values; // each a dot
    BoxStats box;
    double mean = 0;
    Interval interval; // of the mean
};
// A rate has neither box nor dots: its value with the interval.
std::string boxChart(const std::string &title, const std::vector<ChartBox> &boxes, bool rate);

} // namespace paddock

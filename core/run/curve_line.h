// What is drawn of a metric: the line of one run, or the mean and the band over runs of one
// document with several seeds; and so much of it as a view can show.
#pragma once

#include "core/run/metric_curve.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace paddock {

struct LinePoint {
    double step = 0;
    double x = 0;      // where it is drawn; the step unless somebody says otherwise
    double raw = 0;    // mean of the samples; nan in a band over runs
    double smooth = 0; // of the band: the mean over its runs
    double low = 0;    // of merged samples the least and the greatest; of a band its edges
    double high = 0;
    int runs = 1; // that the point tells of
};

// How far a band over runs reaches.
enum class BandSpread { Extremes, Deviation }; // least to greatest; mean -+ standard deviation

std::vector<LinePoint> lineOf(const MetricCurve &curve, double smoothing);
// Each run is smoothed alone and read between its points; beyond its ends it says nothing.
std::vector<LinePoint> bandOf(std::span<const std::shared_ptr<const MetricCurve>> runs,
                              double smoothing, BandSpread spread);

// The points with x in [lower, upper] and one more on each side, so that lines reach the edges. No
// more than `most` and a few: neighbours are merged, and their extremes are those of the merged.
std::vector<LinePoint> pointsInView(std::span<const LinePoint> line, double lower, double upper,
                                    std::size_t most);

struct ValueRange {
    double low = 0, high = 0;
    bool any = false;
};
// Exact: of all points with x in [lower, upper]. `leastValue` leaves out what is not above it (for
// logarithmic axes).
ValueRange valuesInView(std::span<const LinePoint> line, double lower, double upper,
                        double leastValue);
// Index of the point whose x is nearest; -1: there is none.
int nearestPoint(std::span<const LinePoint> line, double x);

} // namespace paddock

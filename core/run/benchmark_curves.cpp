#include "core/run/benchmark_curves.h"

#include "core/run/curve_line.h"

#include <chrono>
#include <cmath>

namespace paddock {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSamples = 1'000'000;
constexpr int kSeeds = 8;
constexpr int kViews = 200;
constexpr std::size_t kPixels = 600; // points of a view, twice the width of a small plot

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::shared_ptr<MetricCurve> longCurve(int seed) {
    auto curve = std::make_shared<MetricCurve>();
    for (int i = 1; i <= kSamples; ++i)
        curve->add(i, std::sin(i * 1e-5 + seed) + 0.3 * std::sin(i * 0.7 * (seed + 1)));
    return curve;
}

// Milliseconds a view, panned from the start to the end.
double viewTime(const std::vector<LinePoint> &line) {
    const auto begin = Clock::now();
    double seen = 0; // keeps the work from being left out
    for (int i = 0; i < kViews; ++i) {
        const double from = 0.5 * kSamples * i / kViews;
        const auto points = pointsInView(line, from, from + 0.5 * kSamples, kPixels);
        seen += points.back().high + valuesInView(line, from, from + 0.5 * kSamples, -1e9).high;
    }
    return std::isfinite(seen) ? millisecondsSince(begin) / kViews : 0;
}

} // namespace

void benchCurves(const BenchOptions &options, const std::function<void(const BenchRow &)> &print) {
    static constexpr const char *kNames[] = {"plots/add", "plots/memory", "plots/line",
                                             "plots/view", "plots/band8"};
    bool any = false;
    for (const char *name : kNames)
        any = any || std::string(name).find(options.filter) != std::string::npos;
    if (!any)
        return;
    const auto row = [&](const char *name, double value, const char *unit, const char *how) {
        if (std::string(name).find(options.filter) != std::string::npos)
            print({name, value, unit, how});
    };
    const auto begin = Clock::now();
    std::vector<std::shared_ptr<const MetricCurve>> curves{longCurve(0)};
    const double added = kSamples / (millisecondsSince(begin) / 1000);
    row("plots/add", added, "samples/s", "one metric, 1 M samples");
    row("plots/memory", double(curves[0]->points().capacity() * sizeof(CurvePoint)) / 1024, "KiB",
        "one metric after 1 M samples");
    const auto before = Clock::now();
    const std::vector<LinePoint> line = lineOf(*curves[0], 0.6);
    row("plots/line", millisecondsSince(before), "ms", "smoothing a metric of 1 M samples");
    row("plots/view", viewTime(line), "ms", "half of 1 M samples chosen for 600 points");
    if (options.quick || std::string("plots/band8").find(options.filter) == std::string::npos)
        return;
    for (int seed = 1; seed < kSeeds; ++seed)
        curves.push_back(longCurve(seed));
    const auto start = Clock::now();
    const auto band = bandOf(curves, 0.6, BandSpread::Extremes);
    row("plots/band8", band.empty() ? 0 : millisecondsSince(start), "ms",
        "mean and band over 8 metrics of 1 M samples");
}

} // namespace paddock

#include "core/run/curve_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

constexpr std::size_t kBandPoints = 4096; // more steps than that are read at even distances

using Line = std::span<const LinePoint>;

// A line read at steps that grow.
class LineCursor {
  public:
    explicit LineCursor(std::vector<LinePoint> line) : m_line(std::move(line)) {}

    // nan beyond the ends.
    double at(double step) {
        if (m_line.empty() || step < m_line.front().step || step > m_line.back().step)
            return std::numeric_limits<double>::quiet_NaN();
        while (m_line[m_next].step < step)
            ++m_next;
        const LinePoint &b = m_line[m_next];
        if (m_next == 0 || b.step == step)
            return b.smooth;
        const LinePoint &a = m_line[m_next - 1];
        return a.smooth + (b.smooth - a.smooth) * (step - a.step) / (b.step - a.step);
    }
    const std::vector<LinePoint> &line() const { return m_line; }

  private:
    std::vector<LinePoint> m_line;
    std::size_t m_next = 0; // first point that is not before the newest step
};

// Every step at which a run has a point, as long as they are not too many.
std::vector<double> stepsOf(const std::vector<LineCursor> &runs) {
    std::vector<double> steps;
    for (const LineCursor &run : runs)
        for (const LinePoint &p : run.line())
            steps.push_back(p.step);
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    if (steps.size() <= kBandPoints)
        return steps;
    const double first = steps.front(), last = steps.back();
    steps.resize(kBandPoints);
    for (std::size_t i = 0; i + 1 < kBandPoints; ++i)
        steps[i] = first + (last - first) * double(i) / double(kBandPoints - 1);
    steps.back() = last;
    return steps;
}

LinePoint bandPoint(double step, std::span<const double> values, BandSpread spread) {
    LinePoint p{step, step, std::numeric_limits<double>::quiet_NaN(), 0, 0, 0, int(values.size())};
    for (double value : values)
        p.smooth += value / double(values.size());
    if (spread == BandSpread::Extremes) {
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        p.low = *low;
        p.high = *high;
        return p;
    }
    double squares = 0;
    for (double value : values)
        squares += (value - p.smooth) * (value - p.smooth);
    const double deviation =
        values.size() > 1 ? std::sqrt(squares / double(values.size() - 1)) : 0.0;
    p.low = p.smooth - deviation;
    p.high = p.smooth + deviation;
    return p;
}

LinePoint merged(Line points) {
    LinePoint out = points.back();
    double sum = 0;
    for (const LinePoint &p : points) {
        sum += p.raw;
        out.low = std::min(out.low, p.low);
        out.high = std::max(out.high, p.high);
    }
    out.raw = sum / double(points.size());
    return out;
}

Line within(Line line, double lower, double upper) {
    const auto first = std::lower_bound(line.begin(), line.end(), lower,
                                        [](const LinePoint &p, double x) { return p.x < x; });
    const auto last = std::upper_bound(first, line.end(), upper,
                                       [](double x, const LinePoint &p) { return x < p.x; });
    return {first, last};
}

} // namespace

std::vector<LinePoint> lineOf(const MetricCurve &curve, double smoothing) {
    const std::vector<double> smoothed = curve.smoothed(smoothing);
    std::vector<LinePoint> out;
    out.reserve(smoothed.size());
    for (std::size_t i = 0; i < smoothed.size(); ++i) {
        const CurvePoint &p = curve.points()[i];
        out.push_back({p.step, p.step, p.mean, smoothed[i], p.min, p.max, 1});
    }
    return out;
}

std::vector<LinePoint> bandOf(std::span<const std::shared_ptr<const MetricCurve>> runs,
                              double smoothing, BandSpread spread) {
    std::vector<LineCursor> cursors;
    for (const auto &run : runs)
        if (run)
            cursors.emplace_back(lineOf(*run, smoothing));
    std::vector<LinePoint> out;
    std::vector<double> values;
    for (double step : stepsOf(cursors)) {
        values.clear();
        for (LineCursor &cursor : cursors)
            if (const double value = cursor.at(step); std::isfinite(value))
                values.push_back(value);
        if (!values.empty())
            out.push_back(bandPoint(step, values, spread));
    }
    return out;
}

std::vector<LinePoint> pointsInView(Line line, double lower, double upper, std::size_t most) {
    const Line inside = within(line, lower, upper);
    const std::size_t first = std::size_t(inside.data() - line.data());
    const std::size_t end = first + inside.size();
    std::vector<LinePoint> out;
    if (first > 0)
        out.push_back(line[first - 1]);
    std::size_t stride = 1; // a power of two, counted from the start: panning does not shimmer
    while (inside.size() / stride > std::max<std::size_t>(most, 1))
        stride *= 2;
    for (std::size_t i = first; i < end;) {
        const std::size_t next = std::min(end, (i / stride + 1) * stride);
        out.push_back(merged(line.subspan(i, next - i)));
        i = next;
    }
    if (end < line.size())
        out.push_back(line[end]);
    return out;
}

ValueRange valuesInView(Line line, double lower, double upper, double leastValue) {
    ValueRange out{std::numeric_limits<double>::infinity(),
                   -std::numeric_limits<double>::infinity(), false};
    for (const LinePoint &p : within(line, lower, upper))
        for (double value : {p.low, p.high, p.smooth})
            if (value > leastValue) {
                out.low = std::min(out.low, value);
                out.high = std::max(out.high, value);
                out.any = true;
            }
    return out.any ? out : ValueRange{};
}

int nearestPoint(Line line, double x) {
    if (line.empty())
        return -1;
    const auto after = std::lower_bound(line.begin(), line.end(), x,
                                        [](const LinePoint &p, double at) { return p.x < at; });
    if (after == line.end())
        return int(line.size()) - 1;
    if (after == line.begin() || after->x - x < x - (after - 1)->x)
        return int(after - line.begin());
    return int(after - line.begin()) - 1;
}

} // namespace paddock

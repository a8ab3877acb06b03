#include "core/run/metric_curve.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

CurvePoint merged(const CurvePoint &a, const CurvePoint &b) {
    const std::int64_t count = a.count + b.count;
    const double mean = (a.mean * double(a.count) + b.mean * double(b.count)) / double(count);
    return {b.step, mean, std::min(a.min, b.min), std::max(a.max, b.max), count};
}

} // namespace

MetricCurve::MetricCurve(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 2)) {}

void MetricCurve::add(double step, double value) {
    if (!std::isfinite(step) || !std::isfinite(value))
        return;
    if (!m_points.empty() && step <= m_points.back().step)
        return;
    if (m_points.size() == m_capacity && m_points.back().count == m_stride)
        halve();
    const CurvePoint sample{step, value, value, value, 1};
    if (!m_points.empty() && m_points.back().count < m_stride)
        m_points.back() = merged(m_points.back(), sample);
    else
        m_points.push_back(sample);
}

void MetricCurve::clear() {
    m_points.clear();
    m_stride = 1;
}

// Merges neighbours, so the extremes survive and all of the curve keeps the same resolution.
void MetricCurve::halve() {
    m_stride *= 2;
    std::size_t out = 0;
    for (std::size_t i = 0; i < m_points.size(); i += 2)
        m_points[out++] =
            i + 1 < m_points.size() ? merged(m_points[i], m_points[i + 1]) : m_points[i];
    m_points.resize(out);
}

std::vector<double> MetricCurve::smoothed(double weight) const {
    std::vector<double> out;
    out.reserve(m_points.size());
    double average = 0;
    double kept = 1; // weight^n: what is still missing from the average
    std::int64_t count = 1;
    double w = weight; // weight^count
    for (const CurvePoint &p : m_points) {
        if (p.count != count) {
            count = p.count;
            w = std::pow(weight, double(count));
        }
        average = average * w + p.mean * (1 - w);
        kept *= w;
        out.push_back(average / (1 - kept));
    }
    return out;
}

int MetricCurve::nearest(double step) const {
    if (m_points.empty())
        return -1;
    const auto after = std::lower_bound(m_points.begin(), m_points.end(), step,
                                        [](const CurvePoint &p, double s) { return p.step < s; });
    if (after == m_points.end())
        return int(m_points.size()) - 1;
    if (after == m_points.begin())
        return 0;
    const auto before = after - 1;
    return int((step - before->step <= after->step - step ? before : after) - m_points.begin());
}

} // namespace paddock

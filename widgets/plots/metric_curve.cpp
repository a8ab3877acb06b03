#include "widgets/plots/metric_curve.h"

#include <algorithm>
#include <cmath>

namespace paddock {

MetricCurve::MetricCurve(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 2)) {}

void MetricCurve::add(double step, double value) {
    if (!std::isfinite(step) || !std::isfinite(value))
        return;
    if (!m_points.empty() && step <= m_points.back().step)
        return;
    if (m_points.size() == m_capacity)
        halve();
    m_points.push_back({step, value, value, value, 1});
}

void MetricCurve::clear() {
    m_points.clear();
}

// Merges neighbours, so the extremes survive and old samples become coarser than new ones.
void MetricCurve::halve() {
    std::size_t out = 0;
    for (std::size_t i = 0; i < m_points.size(); i += 2) {
        CurvePoint merged = m_points[i];
        if (i + 1 < m_points.size()) {
            const CurvePoint &b = m_points[i + 1];
            const std::int64_t count = merged.count + b.count;
            merged.mean =
                (merged.mean * double(merged.count) + b.mean * double(b.count)) / double(count);
            merged.step = b.step;
            merged.min = std::min(merged.min, b.min);
            merged.max = std::max(merged.max, b.max);
            merged.count = count;
        }
        m_points[out++] = merged;
    }
    m_points.resize(out);
}

std::vector<double> MetricCurve::smoothed(double weight) const {
    std::vector<double> out;
    out.reserve(m_points.size());
    double average = 0;
    double kept = 1; // weight^n: what is still missing from the average
    for (const CurvePoint &p : m_points) {
        const double w = p.count == 1 ? weight : std::pow(weight, double(p.count));
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

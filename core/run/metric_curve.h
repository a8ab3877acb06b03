// One metric over agent steps: bounded memory, debiased smoothing. Knows nothing of drawing.
// Beyond its capacity it keeps buckets of 2, 4, 8, ... samples with their mean and their extremes,
// all of the same size but the newest, so that a long curve is as fine at its start as at its end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paddock {

// One or several neighbouring samples.
struct CurvePoint {
    double step = 0; // of the last sample
    double mean = 0;
    double min = 0;
    double max = 0;
    std::int64_t count = 1; // samples that it stands for
};

class MetricCurve {
  public:
    static constexpr std::size_t kDefaultCapacity = 20'000;
    explicit MetricCurve(std::size_t capacity = kDefaultCapacity);

    // Appends a sample. Steps must grow; samples that do not, or are not finite, are left out.
    void add(double step, double value);
    void clear();

    const std::vector<CurvePoint> &points() const { return m_points; }
    bool empty() const { return m_points.empty(); }
    // TensorBoard's exponential moving average, divided by 1 - weight^n so that it starts unbiased.
    // `weight` in [0, 1); 0 gives the means. One value per point.
    std::vector<double> smoothed(double weight) const;
    // Index of the point nearest to `step`, -1 when there is none.
    int nearest(double step) const;

  private:
    void halve();

    std::vector<CurvePoint> m_points;
    std::int64_t m_stride = 1; // samples in each point but the last
    std::size_t m_capacity;
};

} // namespace paddock

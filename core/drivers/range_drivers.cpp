#include "core/drivers/range_drivers.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kQuarter = 1.5708f; // rad

// Ray with the largest range in [first, last], the middle one of equals.
int farthest(std::span<const float> ranges, int first, int last) {
    int from = first, to = first;
    for (int i = first; i <= last; ++i)
        if (ranges[std::size_t(i)] > ranges[std::size_t(from)] + 1e-4f)
            from = to = i;
        else if (ranges[std::size_t(i)] >= ranges[std::size_t(from)] - 1e-4f && to == i - 1)
            to = i;
    return (from + to) / 2;
}

class RangeDriver : public Driver {
  public:
    RangeDriver(bool gap, const RacingTaskSpec &spec, double steeringLimit)
        : m_gap(gap), m_spec(spec), m_limit(float(steeringLimit)),
          m_ranges(std::size_t(spec.lidar.rays)) {}

    void act(MatrixView<const float> observations, std::uint32_t,
             MatrixView<std::int32_t> actions) override {
        for (std::size_t row = 0; row < observations.rows; ++row) {
            const float speed = read(observations.row(row));
            const RangeScan scan{m_ranges, -float(m_spec.lidar.fieldOfView) / 2,
                                 float(m_spec.lidar.fieldOfView) /
                                     float(std::max<std::size_t>(m_ranges.size() - 1, 1))};
            const Heading heading =
                m_gap ? followTheGap(scan, 4.0f, 0.30f) : extendDisparities(scan, 0.4f, 0.28f);
            actions(row, 0) = throttleFor(heading, speed);
            actions(row, 1) = nearestChoice(m_spec.steers, heading.angle / m_limit);
        }
    }

  private:
    // Ranges in sweep order into m_ranges, whichever layout the row has; returns the speed.
    float read(std::span<const float> row) {
        const int n = int(m_ranges.size());
        if (m_spec.layout == RangeLayout::Paper) {
            std::copy_n(row.begin() + 1, n, m_ranges.begin());
            return row[0];
        }
        for (int i = 0; i < n; ++i) {
            const int side = i % 2 == 1 ? -1 : 1;
            const int sweep = (n - 1) / 2 + side * ((i + 1) / 2);
            m_ranges[std::size_t(sweep)] = row[std::size_t(2 * i + 1)] * float(m_spec.lidar.range);
        }
        return row[std::size_t(2 * n)];
    }

    static std::int32_t nearestChoice(const std::vector<double> &choices, float wanted) {
        const auto best = std::min_element(choices.begin(), choices.end(), [&](double a, double b) {
            return std::abs(a - wanted) < std::abs(b - wanted);
        });
        return std::int32_t(best - choices.begin());
    }

    // As fast as one can still stop in the free way ahead, slower when turning hard.
    std::int32_t throttleFor(const Heading &heading, float) const {
        constexpr float kBraking = 5.0f, kTopSpeed = 4.96f, kReaction = 0.8f; // m/s^2, m/s, m
        const float room = std::max(heading.free - kReaction, 0.0f);
        const float turn = std::min(std::abs(heading.angle) / m_limit, 1.0f);
        const float speed = std::sqrt(2 * kBraking * room) * (1 - 0.5f * turn);
        return nearestChoice(m_spec.throttles, 0.5f * speed / kTopSpeed);
    }

    bool m_gap;
    RacingTaskSpec m_spec;
    float m_limit;
    std::vector<float> m_ranges; // [rays] in sweep order
};

} // namespace

Heading followTheGap(const RangeScan &scan, float reach, float bubble) {
    std::vector<float> ranges(scan.ranges.begin(), scan.ranges.end());
    // Only what lies ahead.
    const int n = int(ranges.size());
    int first = 0, last = n - 1;
    while (first < last && scan.angleOf(first) < -kQuarter)
        ++first;
    while (last > first && scan.angleOf(last) > kQuarter)
        --last;
    for (float &range : ranges)
        range = std::min(range, reach);
    const auto nearest = std::min_element(ranges.begin() + first, ranges.begin() + last + 1);
    const int at = int(nearest - ranges.begin());
    const float angle = std::asin(std::min(bubble / std::max(*nearest, bubble), 1.0f));
    const int spread = scan.step > 0 ? int(std::ceil(angle / scan.step)) : 0;
    for (int i = std::max(at - spread, first); i <= std::min(at + spread, last); ++i)
        ranges[std::size_t(i)] = 0;
    // The run of open rays with the most free way in it.
    int bestFirst = first, bestLast = first;
    float bestSum = -1, sum = 0;
    for (int i = first, begin = first; i <= last + 1; ++i) {
        if (i <= last && ranges[std::size_t(i)] > 0) {
            sum += ranges[std::size_t(i)];
            continue;
        }
        if (sum > bestSum && i > begin) {
            bestSum = sum;
            bestFirst = begin;
            bestLast = i - 1;
        }
        begin = i + 1;
        sum = 0;
    }
    const int goal = farthest(ranges, bestFirst, bestLast);
    const float middle = 0.5f * (scan.angleOf(bestFirst) + scan.angleOf(bestLast));
    return {0.5f * (middle + scan.angleOf(goal)), ranges[std::size_t(goal)]};
}

Heading extendDisparities(const RangeScan &scan, float threshold, float halfWidth) {
    std::vector<float> ranges(scan.ranges.begin(), scan.ranges.end());
    const int n = int(ranges.size());
    for (int i = 0; i + 1 < n; ++i) {
        const float a = scan.ranges[std::size_t(i)], b = scan.ranges[std::size_t(i + 1)];
        if (std::abs(a - b) <= threshold)
            continue;
        const float near = std::min(a, b);
        const float angle = 2 * std::asin(std::min(halfWidth / (2 * std::max(near, 0.05f)), 1.0f));
        const int count = scan.step > 0 ? int(std::ceil(angle / scan.step)) : 0;
        const int way = a < b ? 1 : -1, from = a < b ? i + 1 : i;
        for (int k = 0, j = from; k < count && j >= 0 && j < n; ++k, j += way)
            ranges[std::size_t(j)] = std::min(ranges[std::size_t(j)], near);
    }
    int first = 0, last = n - 1;
    while (first < last && scan.angleOf(first) < -kQuarter)
        ++first;
    while (last > first && scan.angleOf(last) > kQuarter)
        --last;
    const int goal = farthest(ranges, first, last);
    return {scan.angleOf(goal), ranges[std::size_t(goal)]};
}

std::unique_ptr<Driver> makeRangeDriver(const std::string &name, const RacingTaskSpec &spec,
                                        double steeringLimit) {
    if (name != "follow_the_gap" && name != "disparity_extender")
        return nullptr;
    return std::make_unique<RangeDriver>(name == "follow_the_gap", spec, steeringLimit);
}

} // namespace paddock

#include "widgets/input/axis_capture.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace paddock {

namespace {

constexpr double kLeastWay = 0.3;    // raw, of an axis that a person moved
constexpr double kLeastShare = 0.25; // of the way of an axis, to count as meant
constexpr double kRestShare = 0.2;   // of the way: nearer to an end than this is a pedal's rest

} // namespace

void AxisCapture::begin(const DeviceCalibration &before) {
    m_step = CaptureStep::Ends;
    m_axes.clear();
    m_result = before;
}

void AxisCapture::observe(const std::vector<double> &axes) {
    if (m_axes.size() != axes.size()) { // the first look, or another device
        m_axes.assign(axes.size(), {});
        for (std::size_t i = 0; i < axes.size(); ++i)
            m_axes[i].low = m_axes[i].high = axes[i];
        m_step = CaptureStep::Ends;
    }
    for (std::size_t i = 0; i < axes.size(); ++i) {
        Axis &axis = m_axes[i];
        axis.now = axes[i];
        if (m_step == CaptureStep::Ends) {
            axis.low = std::min(axis.low, axis.now);
            axis.high = std::max(axis.high, axis.now);
        } else if (std::abs(axis.now - axis.centre) > std::abs(axis.farthest)) {
            axis.farthest = axis.now - axis.centre;
        }
    }
}

bool AxisCapture::wayIsKnown(const Axis &axis) const {
    return axis.way() >= kLeastWay;
}

int AxisCapture::moved() const {
    int best = -1;
    double most = kLeastShare;
    for (int i = 0; i < std::ssize(m_axes); ++i) {
        const Axis &axis = m_axes[std::size_t(i)];
        if (!wayIsKnown(axis) || (m_step == CaptureStep::Throttle && i == m_result.steer.axis))
            continue;
        const double share = std::abs(axis.farthest) / axis.way();
        if (share > most) {
            most = share;
            best = i;
        }
    }
    return best;
}

bool AxisCapture::canGoOn() const {
    switch (m_step) {
    case CaptureStep::Ends: // one to steer, one for the throttle
        return std::count_if(m_axes.begin(), m_axes.end(),
                             [&](const Axis &axis) { return wayIsKnown(axis); }) >= 2;
    case CaptureStep::Rest:
        return true;
    case CaptureStep::Steer:
    case CaptureStep::Throttle:
        return moved() >= 0;
    }
    return false;
}

AxisCalibration AxisCapture::measured(int index, const AxisCalibration &before) const {
    const Axis &axis = m_axes[std::size_t(index)];
    AxisCalibration out = before;
    out.axis = index;
    out.low = axis.low;
    out.centre = std::clamp(axis.centre, axis.low, axis.high);
    out.high = axis.high;
    return out;
}

bool AxisCapture::next() {
    if (!canGoOn())
        return false;
    switch (m_step) {
    case CaptureStep::Ends:
        m_step = CaptureStep::Rest;
        return false;
    case CaptureStep::Rest:
        for (Axis &axis : m_axes)
            axis.centre = axis.now;
        m_step = CaptureStep::Steer;
        break;
    case CaptureStep::Steer: { // to the left, which is positive
        const int steer = moved();
        m_result.steer = measured(steer, m_result.steer);
        m_result.steer.inverted = m_axes[std::size_t(steer)].farthest < 0;
        m_step = CaptureStep::Throttle;
        break;
    }
    case CaptureStep::Throttle: {
        const int throttle = moved();
        const Axis &axis = m_axes[std::size_t(throttle)];
        m_result.throttle = measured(throttle, m_result.throttle);
        m_result.throttle.inverted = axis.farthest < 0;
        const double rest = (m_result.throttle.centre - axis.low) / axis.way();
        m_result.throttleFromRest = rest > kRestShare && rest < 1 - kRestShare;
        return true;
    }
    }
    for (Axis &axis : m_axes)
        axis.farthest = 0;
    return false;
}

} // namespace paddock

#include "widgets/plots/plot_axis.h"
#include "widgets/plots/plot_library.h"

#include "widgets/plots/step_ticker.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kMinute = 60, kHour = 3600, kDay = 86400; // s

QString tr(const char *text) {
    return QCoreApplication::translate("PlotAxis", text);
}

QString timeOfDay(double unixSeconds, bool seconds) {
    return QDateTime::fromSecsSinceEpoch(qint64(unixSeconds))
        .toString(seconds ? "HH:mm:ss" : "HH:mm");
}

// Ticks at whole seconds, minutes and hours.
class TimeTicker : public QCPAxisTicker {
  public:
    explicit TimeTicker(bool ofDay) : m_ofDay(ofDay) { setTickCount(4); }

  protected:
    double getTickStep(const QCPRange &range) override {
        static constexpr double kSteps[] = {
            0.1,          0.2,          0.5,          1,       2,           5,
            10,           15,           30,           kMinute, 2 * kMinute, 5 * kMinute,
            10 * kMinute, 15 * kMinute, 30 * kMinute, kHour,   2 * kHour,   6 * kHour,
            12 * kHour,   kDay,         2 * kDay};
        m_step = range.size() / 4;
        for (double step : kSteps)
            if (step >= m_step)
                return m_step = step;
        return m_step = std::ceil(m_step / kDay) * kDay;
    }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override {
        if (m_ofDay)
            return timeOfDay(tick, m_step < kMinute);
        return m_step < 1 ? decimalText(tick, 1) : durationText(tick);
    }

  private:
    bool m_ofDay;
    double m_step = 1;
};

class LogTicker : public QCPAxisTickerLog {
  public:
    explicit LogTicker(PlotAxis axis) : m_axis(axis) { setTickCount(3); }

  protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override {
        return axisText(m_axis, tick);
    }

  private:
    PlotAxis m_axis;
};

double readAt(const MetricCurve &curve, double step) {
    const auto &points = curve.points();
    if (points.empty())
        return kUnknown;
    const auto after = std::lower_bound(points.begin(), points.end(), step,
                                        [](const CurvePoint &p, double s) { return p.step < s; });
    if (after == points.end())
        return points.back().max;
    const double fromStep = after == points.begin() ? 0 : (after - 1)->step;
    const double from = after == points.begin() ? 0 : (after - 1)->max;
    if (after->step <= fromStep)
        return after->max;
    return from + (after->max - from) * (step - fromStep) / (after->step - fromStep);
}

} // namespace

QString axisTitle(PlotAxis axis) {
    switch (axis) {
    case PlotAxis::Relative:
        return tr("Time since the start");
    case PlotAxis::WallTime:
        return tr("Time of day");
    case PlotAxis::Episodes:
        return tr("Episodes");
    case PlotAxis::Steps:
        break;
    }
    return tr("Agent steps");
}

QString axisLabel(PlotAxis axis) {
    switch (axis) {
    case PlotAxis::Relative:
        return tr("time since the start");
    case PlotAxis::WallTime:
        return tr("time of day");
    case PlotAxis::Episodes:
        return tr("episodes");
    case PlotAxis::Steps:
        break;
    }
    return tr("agent steps");
}

const char *axisName(PlotAxis axis) {
    static constexpr const char *kNames[] = {"steps", "relative", "wall_time", "episodes"};
    return kNames[int(axis)];
}

PlotAxis axisFromName(const QString &name) {
    for (PlotAxis axis : kPlotAxes)
        if (name == axisName(axis))
            return axis;
    return PlotAxis::Steps;
}

double axisPosition(PlotAxis axis, const StepClock &clock, double step) {
    if (axis == PlotAxis::Steps)
        return step;
    const auto &curve = axis == PlotAxis::Episodes ? clock.episodes : clock.seconds;
    if (!curve)
        return kUnknown;
    const double at = readAt(*curve, step);
    return axis == PlotAxis::WallTime ? double(clock.started) + at : at;
}

double axisPosition(PlotAxis axis, const std::vector<StepClock> &clocks, double step) {
    double sum = 0;
    int count = 0;
    for (const StepClock &clock : clocks)
        if (const double x = axisPosition(axis, clock, step); std::isfinite(x)) {
            sum += x;
            ++count;
        }
    return count > 0 ? sum / count : kUnknown;
}

QSharedPointer<QCPAxisTicker> axisTicker(PlotAxis axis, bool logarithmic) {
    if (logarithmic)
        return QSharedPointer<LogTicker>::create(axis);
    if (axis == PlotAxis::Relative || axis == PlotAxis::WallTime)
        return QSharedPointer<TimeTicker>::create(axis == PlotAxis::WallTime);
    return QSharedPointer<StepTicker>::create();
}

QString axisText(PlotAxis axis, double x) {
    switch (axis) {
    case PlotAxis::Relative:
        return x < 10 ? decimalText(x, 1) + " s" : durationText(x);
    case PlotAxis::WallTime:
        return timeOfDay(x, true);
    case PlotAxis::Episodes:
    case PlotAxis::Steps:
        break;
    }
    return shortCount(x);
}

} // namespace paddock

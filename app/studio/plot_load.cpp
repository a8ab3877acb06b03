#include "app/studio/plot_load.h"
#include "widgets/plots/curve_plot.h"

#include "widgets/theme/number_text.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kRowsAtOnce = 1000;
constexpr int kStepsPerRow = 1000;
constexpr int kPeriod = 16;   // ms
constexpr int kViews = 200;   // of a pan from the start to the end
constexpr double kPart = 0.2; // of the curve that is in view meanwhile

MetricRow madeRow(int index, int rows) {
    const double t = double(index) / rows;
    const double noise = std::sin(index * 12.9898) * std::cos(index * 78.233);
    MetricRow row{std::int64_t(index + 1) * kStepsPerRow, index * 0.01, {}};
    row.values = {{tag::kReward, 7 * t + noise},
                  {tag::kSuccess, std::clamp(t + 0.2 * noise, 0.0, 1.0)},
                  {tag::kLength, 500 + 100 * noise},
                  {tag::kEntropy, 1.8 - t + 0.05 * noise},
                  {tag::kValueLoss, 0.05 + 0.02 * noise},
                  {tag::kApproxKl, 0.01 + 0.005 * noise},
                  {tag::kLearningRate, 3e-4 * (1 - t)},
                  {tag::kStepsPerSecond, 5e4 + 5e3 * noise}};
    return row;
}

} // namespace

PlotLoad::PlotLoad(PlotPanel &plots, int rows, QObject *parent)
    : QObject(parent), m_plots(plots), m_rows(rows) {
    m_plots.clearRun(std::int64_t(rows) * kStepsPerRow);
    m_timer.setInterval(kPeriod);
    connect(&m_timer, &QTimer::timeout, this, &PlotLoad::step);
    m_timer.start();
}

void PlotLoad::step() {
    if (m_made < m_rows)
        addRows();
    else
        pan();
}

void PlotLoad::addRows() {
    std::vector<MetricRow> rows;
    for (int i = 0; i < kRowsAtOnce && m_made < m_rows; ++i)
        rows.push_back(madeRow(m_made++, m_rows));
    m_plots.addRows(rows);
}

// One plot a turn is what a person's drag costs; the sum over all is what is written down.
void PlotLoad::pan() {
    const double all = double(m_rows) * kStepsPerRow;
    const double from = (1 - kPart) * all * (m_panned++ % kViews) / kViews;
    m_plots.panTo(from, from + kPart * all);
    QElapsedTimer clock;
    clock.start();
    for (CurvePlot *plot : m_plots.plots())
        plot->replot(QCustomPlot::rpImmediateRefresh);
    m_redraws.push_back(double(clock.nsecsElapsed()) * 1e-6);
}

QString PlotLoad::report() const {
    std::size_t points = 0;
    for (const CurvePlot *plot : m_plots.plots())
        for (const auto &series : plot->series())
            points += series->curve().points().size();
    std::vector<double> sorted = m_redraws;
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&](double part) {
        return sorted.empty() ? 0 : sorted[std::size_t(double(sorted.size() - 1) * part)];
    };
    return QString("plots: %1 rows in each of %2 plots, %3 points kept, redraw of all %4 ms "
                   "(p99 %5 ms)")
        .arg(m_made)
        .arg(m_plots.plots().size())
        .arg(points)
        .arg(decimalText(at(0.5), 1), decimalText(at(0.99), 1));
}

} // namespace paddock

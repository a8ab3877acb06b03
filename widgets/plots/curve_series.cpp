#include "widgets/plots/curve_series.h"

#include <QFontMetrics>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kLabelFont = -2; // points below the application's font
constexpr float kBandAlpha = 0.12f;

} // namespace

CurveSeries::CurveSeries(QCustomPlot &plot, SeriesIdentity identity, const Theme &theme)
    : m_plot(plot), m_identity(std::move(identity)) {
    m_low = addGraph("below");
    m_high = addGraph("below");
    m_high->setChannelFillGraph(m_low);
    m_raw = addGraph("main");
    m_bold = addGraph("above");
    m_end = addGraph("above");
    m_end->setLineStyle(QCPGraph::lsNone);
    m_label = new QCPItemText(&m_plot);
    m_label->setLayer("overlay");
    m_label->setClipToAxisRect(false);
    m_label->setText(m_identity.name);
    m_label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_label->position->setType(QCPItemPosition::ptAbsolute);
    m_label->setVisible(false);
    setTheme(theme);
}

CurveSeries::~CurveSeries() {
    m_plot.removeItem(m_label);
    m_high->setChannelFillGraph(nullptr);
    for (QCPGraph *graph : {m_end, m_bold, m_raw, m_high, m_low})
        m_plot.removeGraph(graph);
}

QCPGraph *CurveSeries::addGraph(const char *layer) {
    QCPGraph *graph = m_plot.addGraph();
    graph->setLayer(layer);
    return graph;
}

void CurveSeries::setTheme(const Theme &theme) {
    const QColor color = groupColor(m_identity.group, m_identity.alone, theme);
    m_raw->setPen(rawPen(color));
    m_bold->setPen(runPen(color, m_identity.line));
    m_end->setScatterStyle(endMark(m_identity.group, color));
    QColor band = color;
    band.setAlphaF(kBandAlpha);
    m_low->setPen(Qt::NoPen);
    m_high->setPen(Qt::NoPen);
    m_high->setBrush(band);
    m_label->setFont(uiFont(kLabelFont));
    m_label->setColor(groupTextColor(m_identity.group, m_identity.alone, theme));
}

void CurveSeries::rebuild(double smoothing) {
    m_smoothed = m_curve.smoothed(smoothing);
    const auto &points = m_curve.points();
    QVector<QCPGraphData> raw, bold, low, high;
    bool merged = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        raw.append({points[i].step, points[i].mean});
        bold.append({points[i].step, m_smoothed[i]});
        low.append({points[i].step, points[i].min});
        high.append({points[i].step, points[i].max});
        merged = merged || points[i].count > 1;
    }
    m_raw->data()->set(raw, true);
    m_bold->data()->set(bold, true);
    m_low->data()->set(merged ? low : QVector<QCPGraphData>(), true);
    m_high->data()->set(merged ? high : QVector<QCPGraphData>(), true);
}

bool CurveSeries::addValues(QCPRange &range, const QCPRange &steps, bool already) const {
    for (const QCPGraph *graph : {m_raw, m_low, m_high}) {
        bool found = false;
        const QCPRange r = graph->getValueRange(found, QCP::sdBoth, steps);
        if (!found)
            continue;
        range = already ? range.expanded(r) : r;
        already = true;
    }
    return already;
}

bool CurveSeries::findEnd(const QCPRange &steps) {
    const auto &points = m_curve.points();
    const auto after =
        std::upper_bound(points.begin(), points.end(), steps.upper,
                         [](double step, const CurvePoint &p) { return step < p.step; });
    const bool shown = !m_identity.name.isEmpty() && after != points.begin() &&
                       (after - 1)->step >= steps.lower && m_smoothed.size() == points.size();
    m_label->setVisible(shown);
    m_end->setVisible(shown);
    if (!shown)
        return false;
    m_endStep = (after - 1)->step;
    m_endValue = m_smoothed[std::size_t(after - 1 - points.begin())];
    m_end->data()->set({QCPGraphData(m_endStep, m_endValue)}, true);
    return true;
}

void CurveSeries::placeLabel(const QPointF &at) {
    m_label->position->setCoords(at);
}

int CurveSeries::labelWidth() const {
    return m_identity.name.isEmpty()
               ? 0
               : QFontMetrics(m_label->font()).horizontalAdvance(m_identity.name);
}

} // namespace paddock

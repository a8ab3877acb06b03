#include "widgets/plots/curve_series.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

constexpr int kLabelFont = -2;   // points below the application's font
constexpr int kLongestName = 48; // px at the end of a line; a longer one stands in the legend
constexpr float kMergedAlpha = 0.12f;
constexpr float kBandAlpha = 0.22f;
constexpr float kCrowdedRaw = 0.4f; // of what a raw curve has otherwise

} // namespace

CurveSeries::CurveSeries(QCustomPlot &plot, SeriesIdentity identity, const Theme &theme)
    : m_plot(plot) {
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
    m_label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_label->position->setType(QCPItemPosition::ptAbsolute);
    m_label->setVisible(false);
    setIdentity(std::move(identity), theme);
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

void CurveSeries::setIdentity(SeriesIdentity identity, const Theme &theme) {
    m_identity = std::move(identity);
    m_label->setText(m_identity.name);
    setTheme(theme);
}

void CurveSeries::setSources(std::vector<Curve> sources, std::vector<StepClock> clocks) {
    const bool band = isBand();
    m_sources = std::move(sources);
    m_clocks = std::move(clocks);
    if (band != isBand())
        setTheme(m_theme);
}

void CurveSeries::setTheme(const Theme &theme) {
    m_theme = theme;
    const bool own = m_identity.run < 0;
    const QColor color = own ? groupColor(m_identity.group, m_identity.alone, theme)
                             : runColor(m_identity.run, theme);
    m_textColor = own ? groupTextColor(m_identity.group, m_identity.alone, theme)
                      : runTextColor(m_identity.run, theme);
    QPen raw = rawPen(color);
    if (m_identity.crowded) {
        QColor faint = raw.color();
        faint.setAlphaF(faint.alphaF() * kCrowdedRaw);
        raw.setColor(faint);
    }
    m_raw->setPen(raw);
    m_bold->setPen(runPen(color, m_identity.pattern));
    m_end->setScatterStyle(endMark(own ? m_identity.group : m_identity.run + 1, color));
    QColor band = color;
    band.setAlphaF(isBand() ? kBandAlpha : kMergedAlpha);
    m_low->setPen(Qt::NoPen);
    m_high->setPen(Qt::NoPen);
    m_high->setBrush(band);
    m_label->setFont(uiFont(kLabelFont));
    m_label->setColor(m_textColor);
}

void CurveSeries::rebuild(const LineRules &rules) {
    if (isBand())
        m_line = bandOf(m_sources, rules.smoothing, rules.spread);
    else
        m_line = lineOf(m_sources.empty() ? m_curve : *m_sources.front(), rules.smoothing);
    m_logY = rules.logY;
    m_floor = std::numeric_limits<double>::infinity();
    for (LinePoint &p : m_line)
        for (double *value : {&p.raw, &p.smooth, &p.low, &p.high}) {
            *value *= rules.scale;
            if (*value > 0)
                m_floor = std::min(m_floor, *value);
        }
    if (rules.axis != PlotAxis::Steps || rules.logX)
        placeAlong(rules);
}

// Points that the run has no time for are left out, and so are those that do not go on.
void CurveSeries::placeAlong(const LineRules &rules) {
    double before = -std::numeric_limits<double>::infinity();
    std::size_t out = 0;
    for (LinePoint p : m_line) {
        p.x = axisPosition(rules.axis, m_clocks, p.step);
        if (rules.axis == PlotAxis::Steps)
            p.x = p.step;
        if (!(p.x > before) || (rules.logX && p.x <= 0))
            continue;
        before = p.x;
        m_line[out++] = p;
    }
    m_line.resize(out);
}

void CurveSeries::show(const QCPRange &view, int pixels) {
    QVector<QCPGraphData> raw, bold, low, high;
    bool wide = false;
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const auto value = [&](double v) { return m_logY && v <= 0 ? gap : v; };
    const auto edge = [&](double v) { return m_logY ? std::max(v, m_floor) : v; };
    for (const LinePoint &p :
         pointsInView(m_line, view.lower, view.upper, std::size_t(std::max(pixels, 100)))) {
        if (!isBand())
            raw.append({p.x, value(p.raw)});
        bold.append({p.x, value(p.smooth)});
        low.append({p.x, edge(p.low)});
        high.append({p.x, edge(p.high)});
        wide = wide || p.low < p.high;
    }
    m_raw->data()->set(raw, true);
    m_bold->data()->set(bold, true);
    m_low->data()->set(wide ? low : QVector<QCPGraphData>(), true);
    m_high->data()->set(wide ? high : QVector<QCPGraphData>(), true);
}

bool CurveSeries::findEnd(const QCPRange &view) {
    const auto after = std::upper_bound(m_line.begin(), m_line.end(), view.upper,
                                        [](double x, const LinePoint &p) { return x < p.x; });
    const bool shown =
        !m_identity.name.isEmpty() && after != m_line.begin() && (after - 1)->x >= view.lower;
    m_label->setVisible(shown && named());
    m_end->setVisible(shown);
    if (!shown)
        return false;
    m_endX = (after - 1)->x;
    m_endValue = (after - 1)->smooth;
    m_end->data()->set({QCPGraphData(m_endX, m_endValue)}, true);
    return named();
}

void CurveSeries::placeLabel(const QPointF &at) {
    m_label->position->setCoords(at);
}

// Names of groups have the room they need; those of runs may be long and stand in the legend.
bool CurveSeries::named() const {
    if (m_identity.name.isEmpty() || m_identity.crowded)
        return false;
    return m_identity.run < 0 || nameWidth() <= kLongestName;
}

int CurveSeries::nameWidth() const {
    return QFontMetrics(m_label->font()).horizontalAdvance(m_label->text());
}

int CurveSeries::labelWidth() const {
    return named() ? nameWidth() : 0;
}

} // namespace paddock

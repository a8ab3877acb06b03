#include "widgets/plots/curve_plot.h"

#include "widgets/help/help_entry.h"

#include "widgets/plots/step_ticker.h"
#include "widgets/theme/number_text.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace paddock {

namespace {

constexpr int kLeftMargin = 56;      // px: the same in all plots, so that their axes line up
constexpr int kRightMargin = 20;     // px: half of the last tick label
constexpr int kBottomMargin = 34;    // px: tick labels and the axis label
constexpr int kSmallFont = -2;       // points below the application's font
constexpr std::size_t kFewLines = 4; // whose names find room at their ends
constexpr int kLabelGap = 5;         // px between the end of a line and its name

// Two lines of a group are told apart by what they show, two groups by whose they are.
QString seriesName(const PlotSpec &spec, std::size_t line, const std::vector<QString> &groups,
                   std::size_t group) {
    const QString what = spec.lines[line].name;
    if (groups.size() == 1)
        return what;
    return what.isEmpty() ? groups[group] : QString("%1 %2").arg(what).arg(group + 1);
}

} // namespace

CurvePlot::CurvePlot(PlotSpec spec, const Theme &theme, QWidget *parent)
    : QCustomPlot(parent), m_spec(std::move(spec)), m_theme(theme) {
    if (!m_spec.lines.empty())
        setHelpTopic(this, QString("curve/") + m_spec.lines.front().tag);
    setMinimumWidth(200);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Plot of %1").arg(m_spec.title));
    QStringList tags;
    for (const PlotLine &line : m_spec.lines)
        tags << QString::fromLatin1(line.tag);
    setToolTip(QString("%1\n%2").arg(
        tags.join("\n"),
        tr("Drag: move. Ctrl+wheel: zoom. Double click: note. Right click: more.")));
    setInteractions(QCP::iRangeDrag);
    setNoAntialiasingOnDrag(true);
    setAutoAddPlottableToLegend(false);
    m_header = std::make_unique<PlotHeader>(*this, m_spec.title);
    buildLayers();
    buildAxes();
    setGroups({QString()});
    setTheme(theme);
}

CurvePlot::~CurvePlot() {
    m_series.clear(); // while the plot still stands
    m_compared.clear();
}

void CurvePlot::buildLayers() {
    addLayer("below", layer("main"), limBelow); // bands and reference curves
    addLayer("above", layer("main"), limAbove); // smoothed curves
    m_cursor = new QCPItemStraightLine(this);
    m_cursor->setLayer("overlay");
    m_cursor->setVisible(false);
    for (auto *point : {m_cursor->point1, m_cursor->point2}) {
        point->setTypeX(QCPItemPosition::ptPlotCoords);
        point->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    connect(this, &QCustomPlot::beforeReplot, this, &CurvePlot::prepareView);
    connect(this, &QCustomPlot::afterLayout, this, &CurvePlot::placeEnds);
}

void CurvePlot::buildAxes() {
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMargins({kLeftMargin, space::kTiny, kRightMargin, kBottomMargin});
    axisRect()->setRangeDrag(Qt::Horizontal);
    xAxis->setTicker(QSharedPointer<StepTicker>::create());
    xAxis->setLabel(tr("agent steps"));
    yAxis->setLabel(m_spec.unit);
    yAxis->setTicker(QSharedPointer<ValueTicker>::create());
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setLabelPadding(1);
        axis->setTickLabelPadding(3);
        axis->setNumberFormat("g"); // no powers of ten drawn as superscripts: too wide
        axis->setSubTicks(false);
        axis->setTickLength(0, 3);
    }
    xAxis->setRange(0, 1);
    connect(xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this,
            [this](const QCPRange &range) {
                m_viewDirty = true;
                if (QGuiApplication::mouseButtons() & Qt::LeftButton)
                    Q_EMIT stepRangeChosen(range.lower, range.upper);
            });
}

void CurvePlot::setGroups(const std::vector<QString> &names) {
    m_groups = names.empty() || m_spec.wholeRun ? std::vector<QString>{QString()} : names;
    m_series.clear();
    for (std::size_t group = 0; group < m_groups.size(); ++group)
        for (std::size_t line = 0; line < m_spec.lines.size(); ++line)
            m_series.push_back(
                std::make_unique<CurveSeries>(*this, ownIdentity(group, line), m_theme));
    setClock(m_clock);
    m_dirty = true;
    refresh();
}

// Beside other runs the colour says which run it is, and dashes tell the groups apart.
SeriesIdentity CurvePlot::ownIdentity(std::size_t group, std::size_t line) const {
    SeriesIdentity out{int(group), int(line), m_groups.size() == 1,
                       seriesName(m_spec, line, m_groups, group)};
    out.pattern = int(line);
    if (m_compared.empty())
        return out;
    out.alone = true;
    out.pattern = int(group * m_spec.lines.size() + line);
    out.name = out.name.isEmpty() ? tr("this run") : tr("this run, %1").arg(out.name);
    out.crowded = m_compared.size() + m_series.size() > kFewLines;
    return out;
}

void CurvePlot::nameOwn() {
    for (const auto &series : m_series)
        series->setIdentity(ownIdentity(std::size_t(series->identity().group),
                                        std::size_t(series->identity().line)),
                            m_theme);
}

void CurvePlot::setCompared(const std::vector<ComparedSet> &sets) {
    struct Wanted {
        SeriesIdentity identity;
        std::vector<CurveSeries::Curve> sources;
        std::vector<StepClock> clocks;
    };
    std::vector<Wanted> wanted;
    for (const ComparedSet &set : sets) {
        const std::vector<std::string> &groups = set.runs.front()->groups;
        const std::size_t count = m_spec.wholeRun ? 1 : groups.size();
        for (std::size_t group = 0; group < count; ++group)
            for (std::size_t line = 0; line < m_spec.lines.size(); ++line) {
                Wanted w{{int(group), int(line), true, set.label, set.identity,
                          int(group * m_spec.lines.size() + line)},
                         {},
                         {}};
                if (count > 1)
                    w.identity.name += ", " + readableGroup(groups[group]);
                if (!m_spec.lines[line].name.isEmpty())
                    w.identity.name += ", " + m_spec.lines[line].name;
                for (const auto &run : set.runs)
                    if (const auto curve = run->find(m_spec.lines[line].tag, int(group))) {
                        w.sources.push_back(curve);
                        w.clocks.push_back(clockOf(*run));
                    }
                if (!w.sources.empty())
                    wanted.push_back(std::move(w));
            }
    }
    const bool few = wanted.size() + m_series.size() <= kFewLines;
    m_compared.resize(std::min(m_compared.size(), wanted.size()));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i].identity.crowded = !few;
        if (i == m_compared.size())
            m_compared.push_back(std::make_unique<CurveSeries>(*this, wanted[i].identity, m_theme));
        else if (!(m_compared[i]->identity() == wanted[i].identity))
            m_compared[i]->setIdentity(wanted[i].identity, m_theme);
        m_compared[i]->setSources(std::move(wanted[i].sources), std::move(wanted[i].clocks));
    }
    nameOwn();
    m_dirty = true;
}

void CurvePlot::setSpread(BandSpread spread) {
    m_spread = spread;
    m_dirty = true;
}

std::vector<const CurveSeries *> CurvePlot::allSeries() const {
    std::vector<const CurveSeries *> out;
    for (const auto *list : {&m_series, &m_compared})
        for (const auto &series : *list)
            if (m_compared.empty() || !series->empty())
                out.push_back(series.get());
    if (out.empty())
        out.push_back(m_series.front().get());
    return out;
}

const MetricCurve &CurvePlot::curve(int group, int line) const {
    return m_series.at(std::size_t(group) * m_spec.lines.size() + std::size_t(line))->curve();
}

void CurvePlot::styleAxis(QCPAxis *axis) {
    axis->setBasePen(QPen(m_theme.line));
    axis->setTickPen(QPen(m_theme.line));
    axis->setTickLabelColor(m_theme.muted);
    axis->setLabelColor(m_theme.muted);
    axis->setTickLabelFont(uiFont(kSmallFont));
    axis->setLabelFont(uiFont(kSmallFont));
    QColor grid = m_theme.line;
    grid.setAlphaF(0.5);
    axis->grid()->setPen(QPen(grid));
    axis->grid()->setZeroLinePen(QPen(grid));
}

void CurvePlot::setTheme(const Theme &theme) {
    m_theme = theme;
    setBackground(QBrush(theme.panel));
    styleAxis(xAxis);
    styleAxis(yAxis);
    m_header->setTheme(theme);
    for (const auto *list : {&m_series, &m_compared})
        for (const auto &series : *list)
            series->setTheme(theme);
    drawReferences();
    m_cursor->setPen(QPen(theme.muted, 1, Qt::DotLine));
    m_marks.setTheme(theme);
    m_dirty = true;
    refresh();
}

void CurvePlot::add(const MetricRow &row) {
    const std::size_t group = m_spec.wholeRun ? 0 : std::size_t(std::max(0, row.group));
    if (group >= m_groups.size())
        return;
    for (std::size_t line = 0; line < m_spec.lines.size(); ++line) {
        const double value = row.get(m_spec.lines[line].tag, std::nan(""));
        m_series[group * m_spec.lines.size() + line]->curve().add(double(row.step), value);
    }
    m_dirty = true;
}

void CurvePlot::addMark(const PlotMark &mark) {
    m_marks.add(mark);
    m_dirty = true;
}

void CurvePlot::clearMarks(MarkKind kind) {
    m_marks.clear(kind);
    m_dirty = true;
}

void CurvePlot::placeMarks() {
    m_marks.place([this](double step) { return axisPosition(m_axis, m_clock, step); });
}

void CurvePlot::setAxis(PlotAxis axis, bool logarithmic) {
    m_axis = axis;
    m_logX = logarithmic;
    xAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    xAxis->setTicker(axisTicker(axis, logarithmic));
    drawReferences();
    m_dirty = true;
}

void CurvePlot::setClock(const StepClock &clock) {
    m_clock = clock;
    for (const auto &series : m_series)
        series->setClock(clock);
}

void CurvePlot::setLogValues(bool logarithmic) {
    m_logY = logarithmic;
    yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        yAxis->setTicker(QSharedPointer<LogValueTicker>::create());
    else
        yAxis->setTicker(QSharedPointer<ValueTicker>::create());
    m_dirty = true;
}

double CurvePlot::stepAt(double x) const {
    if (m_axis == PlotAxis::Steps)
        return x;
    const CurveSeries *series = allSeries().front();
    const int at = nearestPoint(series->line(), x);
    return at < 0 ? 0 : series->line()[std::size_t(at)].step;
}

void CurvePlot::clearRun() {
    for (const auto &series : m_series)
        series->curve().clear();
    m_marks.clear();
    m_dirty = true;
    refresh();
}

void CurvePlot::setReferences(const std::vector<ReferenceCurves> &references) {
    m_references.clear();
    m_referenceIndex.clear();
    for (std::size_t i = 0; i < references.size(); ++i) {
        ReferenceCurves mine{references[i].name, {}, references[i].group};
        for (const PlotLine &line : m_spec.lines)
            if (const auto found = references[i].curves.find(line.tag);
                found != references[i].curves.end())
                mine.curves.insert(*found);
        if (mine.curves.empty())
            continue;
        m_references.push_back(std::move(mine));
        m_referenceIndex.push_back(int(i));
    }
    drawReferences();
    m_dirty = true;
    refresh();
}

void CurvePlot::drawReferences() {
    for (QCPGraph *graph : m_referenceGraphs)
        removeGraph(graph);
    m_referenceGraphs.clear();
    if (m_axis != PlotAxis::Steps) // they tell of nothing else
        return;
    for (std::size_t i = 0; i < m_references.size(); ++i) {
        const ReferenceCurves &reference = m_references[i];
        const QPen pen =
            referencePen(groupColor(reference.group, false, m_theme), m_referenceIndex[i]);
        for (const auto &[tag, points] : reference.curves) {
            QCPGraph *graph = addGraph();
            graph->setLayer("below");
            graph->setPen(pen);
            for (const auto &[step, value] : points)
                graph->addData(step, value * m_spec.scale);
            m_referenceGraphs.push_back(graph);
        }
    }
}

void CurvePlot::setSmoothing(double weight) {
    m_smoothing = std::clamp(weight, 0.0, 0.999);
    m_dirty = true;
    refresh();
}

void CurvePlot::setView(double lower, double upper) {
    const QCPRange range = xAxis->range();
    if (range.lower == lower && range.upper == upper)
        return;
    xAxis->setRange(lower, upper);
    m_dirty = true;
}

void CurvePlot::setRightMargin(int pixels) {
    QMargins margins = axisRect()->margins();
    if (margins.right() == pixels)
        return;
    margins.setRight(pixels);
    axisRect()->setMargins(margins);
    m_dirty = true;
}

int CurvePlot::wantedRightMargin() const {
    int widest = 0;
    for (const auto *list : {&m_series, &m_compared})
        for (const auto &series : *list)
            widest = std::max(widest, series->labelWidth());
    return widest == 0 ? kRightMargin : std::max(kRightMargin, widest + kLabelGap + space::kTiny);
}

// What is in view is chosen anew before it is drawn, however the view came to change.
void CurvePlot::prepareView() {
    if (!std::exchange(m_viewDirty, false))
        return;
    for (const auto *list : {&m_series, &m_compared})
        for (const auto &series : *list)
            series->show(xAxis->range(), 2 * axisRect()->width());
    fitValues();
}

void CurvePlot::fitValues() {
    const QCPRange view = xAxis->range();
    bool any = false;
    QCPRange range;
    const auto take = [&](const QCPRange &r) {
        range = any ? range.expanded(r) : r;
        any = true;
    };
    for (const CurveSeries *series : allSeries()) {
        const ValueRange values =
            valuesInView(series->line(), view.lower, view.upper,
                         m_logY ? 0 : -std::numeric_limits<double>::infinity());
        if (values.any)
            take({values.low, values.high});
    }
    for (const QCPGraph *graph : m_referenceGraphs) {
        bool found = false;
        const QCPRange r =
            graph->getValueRange(found, m_logY ? QCP::sdPositive : QCP::sdBoth, view);
        if (found)
            take(r);
    }
    if (m_logY) {
        range = any ? range : QCPRange(0.1, 1);
        const double pad = std::max(1.02, std::pow(range.upper / range.lower, 0.08));
        yAxis->setRange(range.lower / pad, range.upper * pad);
        return;
    }
    if (!any)
        range = {0, 1};
    // A curve that is zero all along stands in the middle of -1 to 1.
    const double least = range.size() == 0 && range.center() == 0
                             ? 1.0
                             : std::max(1e-12, std::abs(range.center()) * 0.02);
    const double pad = std::max(range.size() * 0.08, least);
    yAxis->setRange(range.lower - pad, range.upper + pad);
}

// Names stand beside the ends of their lines and give way to each other.
void CurvePlot::placeEnds() {
    std::vector<std::pair<double, CurveSeries *>> ends; // y in px
    for (const auto *list : {&m_series, &m_compared})
        for (const auto &series : *list)
            if (series->findEnd(xAxis->range()))
                ends.emplace_back(yAxis->coordToPixel(series->endValue()), series.get());
    std::stable_sort(ends.begin(), ends.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    const double height = QFontMetrics(uiFont(kSmallFont)).height() - 2;
    const QRect area = axisRect()->rect();
    double least = area.top() + height / 2;
    for (auto &[y, series] : ends) {
        y = std::max(y, least);
        least = y + height;
    }
    double most = area.bottom() - height / 2;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        end->first = std::min(end->first, most);
        most = end->first - height;
        const double x = xAxis->coordToPixel(end->second->endX());
        end->second->placeLabel({x + kLabelGap, end->first});
    }
}

void CurvePlot::refresh() {
    if (!m_dirty)
        return;
    m_dirty = false;
    for (const auto *list : {&m_series, &m_compared})
        for (const auto &series : *list)
            series->rebuild({m_smoothing, m_spec.scale, m_spread, m_axis, m_logX, m_logY});
    m_viewDirty = true;
    placeMarks();
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::mouseMoveEvent(QMouseEvent *event) {
    QCustomPlot::mouseMoveEvent(event);
    if (axisRect()->rect().contains(event->pos()))
        Q_EMIT cursorMoved(xAxis->pixelToCoord(event->position().x()));
    else
        Q_EMIT cursorLeft();
    explain(event->pos());
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent *event) {
    QCustomPlot::mouseDoubleClickEvent(event);
    if (axisRect()->rect().contains(event->pos()))
        Q_EMIT noteWanted(xAxis->pixelToCoord(event->position().x()));
}

void CurvePlot::resizeEvent(QResizeEvent *event) {
    QCustomPlot::resizeEvent(event);
    updateReadout();
}

void CurvePlot::leaveEvent(QEvent *event) {
    QCustomPlot::leaveEvent(event);
    Q_EMIT cursorLeft();
}

// Plots live in a scroll area: a plain wheel scrolls it, with Ctrl it zooms.
void CurvePlot::wheelEvent(QWheelEvent *event) {
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    const double factor = std::pow(0.85, event->angleDelta().y() / 120.0);
    const QCPRange range = xAxis->range();
    const double at = xAxis->pixelToCoord(event->position().x());
    if (m_logX)
        Q_EMIT stepRangeChosen(at * std::pow(range.lower / at, factor),
                               at * std::pow(range.upper / at, factor));
    else
        Q_EMIT stepRangeChosen(std::max(0.0, at + (range.lower - at) * factor),
                               at + (range.upper - at) * factor);
    event->accept();
}

} // namespace paddock

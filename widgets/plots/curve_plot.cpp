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

// What stands in brackets behind a smoothed value: the raw one, or the edges of a band.
QString besideMean(const LinePoint &p) {
    return p.runs == 1 ? plotValue(p.raw, 3)
                       : QString("%1…%2").arg(plotValue(p.low, 3), plotValue(p.high, 3));
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
        tr("Drag: move. Ctrl+wheel: zoom. Double click: all. Right click: export.")));
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
    };
    std::vector<Wanted> wanted;
    for (const ComparedSet &set : sets) {
        const std::vector<std::string> &groups = set.runs.front()->groups;
        const std::size_t count = m_spec.wholeRun ? 1 : groups.size();
        for (std::size_t group = 0; group < count; ++group)
            for (std::size_t line = 0; line < m_spec.lines.size(); ++line) {
                Wanted w{{int(group), int(line), true, set.label, set.identity,
                          int(group * m_spec.lines.size() + line)},
                         {}};
                if (count > 1)
                    w.identity.name += ", " + readableGroup(groups[group]);
                if (!m_spec.lines[line].name.isEmpty())
                    w.identity.name += ", " + m_spec.lines[line].name;
                for (const auto &run : set.runs)
                    if (const auto curve = run->find(m_spec.lines[line].tag, int(group)))
                        w.sources.push_back(curve);
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
        m_compared[i]->setSources(std::move(wanted[i].sources));
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
    for (QCPItemStraightLine *line : m_markLines)
        line->setPen(QPen(theme.warn, 1, Qt::DashLine));
    QColor ground = theme.panel; // behind the words of a mark, so that curves do not cross them
    ground.setAlphaF(0.6f);
    for (QCPItemText *text : m_markTexts) {
        text->setColor(theme.warn);
        text->setBrush(ground);
    }
    m_dirty = true;
    refresh();
}

QString CurvePlot::smoothingWords() const {
    return tr("smoothed %1").arg(decimalText(m_smoothing, 2));
}

QString CurvePlot::smoothingNote() const {
    QStringList notes;
    if (m_smoothing > 0)
        notes << smoothingWords();
    if (m_references.size() == 1)
        notes << tr("··· %1").arg(QString::fromStdString(m_references.front().name));
    if (m_references.size() > 1)
        notes << tr("··· %1 references").arg(m_references.size());
    return notes.join(" · ");
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
    m_dirty = true;
    if (!m_marks.empty() && m_marks.back().step == mark.step) { // one line, all words
        m_marks.back().text += ", " + mark.text;
        m_markTexts.back()->setText(m_marks.back().text);
        return;
    }
    m_marks.push_back(mark);
    drawMark(mark);
}

void CurvePlot::drawMark(const PlotMark &mark) {
    auto *line = new QCPItemStraightLine(this);
    line->setLayer("overlay");
    line->point1->setCoords(mark.step, 0);
    line->point2->setCoords(mark.step, 1);
    line->setPen(QPen(m_theme.warn, 1, Qt::DashLine));
    auto *text = new QCPItemText(this);
    text->setLayer("overlay");
    text->setText(mark.text);
    text->setRotation(-90);
    text->setFont(uiFont(kSmallFont));
    text->setColor(m_theme.warn);
    QColor ground = m_theme.panel;
    ground.setAlphaF(0.6f);
    text->setBrush(ground);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setPadding({2, 2, 2, 2});
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(mark.step, 1.0);
    text->setClipToAxisRect(true);
    m_markLines.push_back(line);
    m_markTexts.push_back(text);
}

void CurvePlot::clearRun() {
    for (const auto &series : m_series)
        series->curve().clear();
    m_marks.clear();
    for (QCPItemStraightLine *line : m_markLines)
        removeItem(line);
    for (QCPItemText *text : m_markTexts)
        removeItem(text);
    m_markLines.clear();
    m_markTexts.clear();
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

void CurvePlot::setStepRange(double max) {
    const double upper = max * 1.0005; // the last tick is inside, whatever the rounding
    if (xAxis->range().lower == 0 && xAxis->range().upper == upper)
        return;
    xAxis->setRange(0, upper);
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
        const ValueRange values = valuesInView(series->line(), view.lower, view.upper,
                                               -std::numeric_limits<double>::infinity());
        if (values.any)
            take({values.low, values.high});
    }
    for (const QCPGraph *graph : m_referenceGraphs) {
        bool found = false;
        const QCPRange r = graph->getValueRange(found, QCP::sdBoth, view);
        if (found)
            take(r);
    }
    if (!any)
        range = {0, 1};
    const double least = std::max(1e-12, std::abs(range.center()) * 0.02);
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

int CurvePlot::pointAt(const CurveSeries &series) const {
    return m_cursorStep >= 0 ? nearestPoint(series.line(), m_cursorStep)
                             : int(series.line().size()) - 1;
}

void CurvePlot::showOneReadout(const CurveSeries &only) {
    const int at = pointAt(only);
    m_readout.clear();
    if (at >= 0) {
        const LinePoint &p = only.line()[std::size_t(at)];
        const QString bold = plotValue(p.smooth, 3);
        m_readout = m_cursorStep < 0
                        ? bold
                        : QString("%1: %2 (%3)").arg(shortCount(p.step), bold, besideMean(p));
    }
    m_header->setReadouts({}, width());
    m_header->setValue(m_readout);
}

void CurvePlot::showReadouts(const std::vector<const CurveSeries *> &all) {
    std::vector<PlotReadout> readouts;
    QStringList words;
    QString step;
    for (const CurveSeries *series : all) {
        const int at = pointAt(*series);
        const QString name = series->identity().name;
        QString bold = "-", raw;
        if (at >= 0) {
            const LinePoint &p = series->line()[std::size_t(at)];
            bold = plotValue(p.smooth, 3);
            raw = m_cursorStep < 0 ? QString() : QString(" (%1)").arg(besideMean(p));
            step = m_cursorStep < 0 ? QString() : shortCount(p.step);
        }
        readouts.push_back(
            {{name + " " + bold + raw, name + " " + bold, bold}, series->textColor()});
        words << name + " " + bold + raw;
    }
    m_readout = (step.isEmpty() ? QString() : step + ": ") + words.join(", ");
    m_header->setReadouts(readouts, width());
    m_header->setValue(step);
}

void CurvePlot::updateReadout() {
    const std::vector<const CurveSeries *> all = allSeries();
    if (all.size() == 1)
        showOneReadout(*all.front());
    else
        showReadouts(all);
    placeNote();
}

// A narrow header has no room for the note, which then stands with the axis; a number of references
// is the first to give way, as the legend names them.
void CurvePlot::placeNote() {
    const QString value = allSeries().size() == 1 ? m_readout : QString("100 k");
    const bool narrow = !m_header->hasRoom(smoothingNote(), value, width());
    m_header->setNote(narrow ? QString() : smoothingNote());
    QString label = tr("agent steps");
    if (narrow && !smoothingNote().isEmpty())
        label = tr("agent steps, %1").arg(smoothingNote());
    const QFontMetrics metrics(xAxis->labelFont());
    if (m_references.size() > 1 && metrics.horizontalAdvance(label) > axisRect()->width())
        label = m_smoothing > 0 ? tr("agent steps, %1").arg(smoothingWords()) : tr("agent steps");
    xAxis->setLabel(
        metrics.elidedText(label, Qt::ElideRight, std::max(120, width() - kLeftMargin)));
}

void CurvePlot::refresh() {
    if (!m_dirty)
        return;
    m_dirty = false;
    for (const auto *list : {&m_series, &m_compared})
        for (const auto &series : *list)
            series->rebuild({m_smoothing, m_spec.scale, m_spread});
    m_viewDirty = true;
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setCursor(double step) {
    m_cursorStep = std::max(0.0, step);
    m_cursor->point1->setCoords(step, 0);
    m_cursor->point2->setCoords(step, 1);
    m_cursor->setVisible(true);
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::clearCursor() {
    if (m_cursorStep < 0)
        return;
    m_cursorStep = -1;
    m_cursor->setVisible(false);
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::mouseMoveEvent(QMouseEvent *event) {
    QCustomPlot::mouseMoveEvent(event);
    if (axisRect()->rect().contains(event->pos()))
        Q_EMIT cursorMoved(xAxis->pixelToCoord(event->position().x()));
    else
        Q_EMIT cursorLeft();
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent *event) {
    QCustomPlot::mouseDoubleClickEvent(event);
    Q_EMIT stepRangeReset();
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
    QCPRange range = xAxis->range();
    const double at = xAxis->pixelToCoord(event->position().x());
    Q_EMIT stepRangeChosen(std::max(0.0, at + (range.lower - at) * factor),
                           at + (range.upper - at) * factor);
    event->accept();
}

} // namespace paddock

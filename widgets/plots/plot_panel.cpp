#include "widgets/plots/plot_panel.h"
#include "widgets/plots/curve_plot.h"

#include "core/run/timing_tag.h"
#include "widgets/plots/plot_hints.h"
#include "widgets/plots/reference_chooser.h"

#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kRefreshPeriod = 25;     // ms, one plot each time, so that each turn is short
constexpr int kPlotWidth = 224;        // px, least comfortable width of one plot
constexpr int kNamesWidth = 56;        // px more where lines have names at their ends
constexpr int kPlotHeight = 124;       // px, least comfortable height of one plot
constexpr double kFirstRange = 20'000; // agent steps, x axis of a run that has just begun

// 1, 2 or 5 times a power of ten: the axis grows in few steps instead of creeping.
double niceRange(double step) {
    const double size = std::pow(10.0, std::floor(std::log10(std::max(step, 1.0))));
    for (double factor : {1.0, 2.0, 5.0})
        if (step <= factor * size)
            return factor * size;
    return 10 * size;
}

bool sameLines(const PlotSpec &a, const PlotSpec &b) {
    return std::equal(
        a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
        [](const PlotLine &x, const PlotLine &y) { return qstrcmp(x.tag, y.tag) == 0; });
}

QString logKey(const CurvePlot &plot) {
    const QString tag = QString::fromLatin1(plot.spec().lines.front().tag).toLower();
    return "plots/log_values_" + QString(tag).replace('/', '_').replace(' ', '_');
}

} // namespace

PlotPanel::PlotPanel(ThemeManager &themes, QWidget *parent) : QWidget(parent), m_themes(themes) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_seconds = std::make_shared<MetricCurve>();
    m_episodes = std::make_shared<MetricCurve>();
    m_comparison = new Comparison(this);
    buildBar();
    layout->addWidget(m_bar);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *holder = new QWidget;
    m_grid = new QGridLayout(holder);
    m_grid->setContentsMargins(space::kTiny, 0, space::kTiny, 0);
    m_grid->setSpacing(space::kTiny);
    m_scroll->setWidget(holder);
    layout->addWidget(m_scroll, 1);
    m_scroll->viewport()->installEventFilter(this); // rows follow its height
    setFocusProxy(m_scroll);
    setScenario({});
    clearRun(std::int64_t(kFirstRange));
    setSmoothing(0.6);

    m_refresh.setInterval(kRefreshPeriod);
    connect(&m_refresh, &QTimer::timeout, this, &PlotPanel::refreshNext);
    connect(&m_themes, &ThemeManager::changed, this, [this] {
        for (CurvePlot *plot : m_plots)
            plot->setTheme(m_themes.theme());
    });
}

void PlotPanel::buildBar() {
    m_bar = new PlotBar(m_themes);
    connect(m_bar, &PlotBar::smoothingChanged, this, [this](double weight) {
        for (CurvePlot *plot : m_plots)
            plot->setSmoothing(weight);
        Q_EMIT smoothingChanged(weight);
    });
    connect(m_bar, &PlotBar::bandsChanged, this, [this](bool bands) {
        m_comparison->setBands(bands);
        if (m_settings)
            m_settings->setValue("plots/bands", bands);
    });
    connect(m_bar, &PlotBar::axisChanged, this, [this] { applyAxis(); });
    connect(m_comparison, &Comparison::changed, this, &PlotPanel::showCompared);
}

CurvePlot *PlotPanel::makePlot(PlotSpec spec) {
    auto *plot = new CurvePlot(std::move(spec), m_themes.theme());
    plot->setSmoothing(smoothing());
    plot->setAxis(m_bar->axis(), m_logSteps);
    plot->setClock(ownClock());
    plot->setSpread(m_spread);
    if (m_settings)
        plot->setLogValues(m_settings->value(logKey(*plot)).toBool());
    plot->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(plot, &CurvePlot::cursorMoved, this, &PlotPanel::setCursor);
    connect(plot, &CurvePlot::cursorLeft, this, &PlotPanel::clearCursor);
    connect(plot, &CurvePlot::stepRangeChosen, this, &PlotPanel::chooseRange);
    connect(plot, &CurvePlot::stepRangeReset, this, &PlotPanel::resetRange);
    connect(plot, &CurvePlot::noteWanted, this, &PlotPanel::askNote);
    connect(plot, &QWidget::customContextMenuRequested, this,
            [this, plot](const QPoint &at) { showMenu(plot, plot->mapToGlobal(at)); });
    return plot;
}

// Plots of a metric that was shown before stay what they are.
void PlotPanel::buildPlots(std::vector<PlotSpec> specs) {
    std::vector<CurvePlot *> before = std::exchange(m_plots, {});
    for (PlotSpec &spec : specs) {
        const auto same = std::find_if(before.begin(), before.end(), [&](const CurvePlot *plot) {
            return plot && sameLines(plot->spec(), spec);
        });
        m_plots.push_back(same == before.end() ? makePlot(std::move(spec))
                                               : std::exchange(*same, nullptr));
    }
    for (CurvePlot *plot : before)
        delete plot;
    m_next = 0;
    m_columns = 0;
    arrange();
}

void PlotPanel::setScenario(const Scenario &scenario) {
    if (hasCurves())
        return;
    m_scenario = scenario;
    const bool other = rebuildPlots();
    std::vector<QString> groups = groupNames(scenario);
    if (!other && groups == m_groups)
        return;
    setGroups(std::move(groups));
    setReferences(std::move(m_references));
}

bool PlotPanel::rebuildPlots() {
    std::vector<PlotSpec> specs = plotsOf(m_scenario, m_comparison->tags());
    const bool same = std::equal(
        m_plots.begin(), m_plots.end(), specs.begin(), specs.end(),
        [](const CurvePlot *plot, const PlotSpec &spec) { return sameLines(plot->spec(), spec); });
    if (!same)
        buildPlots(std::move(specs));
    return !same;
}

void PlotPanel::setCompared(const std::vector<ComparedRun> &runs) {
    m_comparison->setRuns(runs);
}

void PlotPanel::setOwnFolder(const QString &folder) {
    m_comparison->setOwnFolder(folder);
    readNotes();
}

void PlotPanel::setBands(bool bands) {
    m_bar->setBands(bands);
}

// The runs have grown, or others are shown.
void PlotPanel::showCompared() {
    m_bar->offerBands(m_comparison->hasSeeds());
    if (rebuildPlots()) {
        for (CurvePlot *plot : m_plots)
            if (plot->groups() != m_groups && !plot->spec().wholeRun)
                plot->setGroups(m_groups);
        setReferences(std::move(m_references));
        showNotes();
    }
    for (CurvePlot *plot : m_plots)
        plot->setCompared(m_comparison->sets());
    const std::vector<ComparedSet> &sets = m_comparison->sets();
    const bool one = !hasCurves() && sets.size() == 1; // stands for the own run
    for (CurvePlot *plot : m_plots)
        plot->setClock(one ? clockOf(*sets.front().runs.front()) : ownClock());
    shareMargin();
    showLegend();
    arrange();
    readNotes();
    findHints();
    wantRefresh();
}

void PlotPanel::applyAxis() {
    m_zoomed = false;
    for (CurvePlot *plot : m_plots)
        plot->setAxis(m_bar->axis(), m_logSteps);
    if (m_settings) {
        m_settings->setValue("plots/axis", QString(axisName(m_bar->axis())));
        m_settings->setValue("plots/log_steps", m_logSteps);
    }
    wantRefresh();
}

void PlotPanel::setAxis(PlotAxis axis) {
    m_bar->setAxis(axis);
}

void PlotPanel::setLogSteps(bool logarithmic) {
    m_logSteps = logarithmic;
    applyAxis();
}

void PlotPanel::setLogValues(CurvePlot &plot, bool logarithmic) {
    plot.setLogValues(logarithmic);
    if (m_settings)
        m_settings->setValue(logKey(plot), logarithmic);
    plot.refresh();
}

void PlotPanel::useSettings(Settings &settings) {
    m_logSteps = settings.value("plots/log_steps").toBool();
    for (CurvePlot *plot : m_plots)
        plot->setLogValues(settings.value(logKey(*plot)).toBool());
    const PlotAxis axis = axisFromName(settings.value("plots/axis").toString());
    m_printTheme = settings.value("plots/print_theme", true).toBool();
    m_bar->setBands(settings.value("plots/bands").toBool());
    m_bar->setAxis(axis);
    if (settings.value("plots/deviation").toBool())
        setSpread(BandSpread::Deviation);
    m_settings = &settings;
    applyAxis();
}

void PlotPanel::keepClock(const MetricRow &row) {
    m_seconds->add(double(row.step), row.wallSeconds);
    m_episodes->add(double(row.step), row.get(tag::kEpisodes, std::nan("")));
}

StepClock PlotPanel::ownClock() const {
    return {m_seconds, m_episodes, m_started};
}

AxisExtent PlotPanel::fullView() const {
    const PlotAxis axis = m_bar->axis();
    AxisExtent out = m_comparison->extent(axis);
    if (hasCurves() || out.empty()) {
        if (axis == PlotAxis::Steps)
            out.include(m_maxStep);
        for (const MetricCurve *curve : {m_seconds.get(), m_episodes.get()})
            if (!curve->empty())
                for (double step : {curve->points().front().step, curve->points().back().step})
                    out.include(axisPosition(axis, ownClock(), step));
    }
    if (out.empty())
        return {0, 1};
    if (m_logSteps && axis != PlotAxis::WallTime) // not before the first row, nor at nothing
        out.lower = std::max(out.lower < out.upper ? out.lower : 0, out.upper * 1e-4);
    else if (axis != PlotAxis::WallTime)
        out.lower = 0;
    if (out.upper <= out.lower)
        out.upper = out.lower + 1;
    out.upper += (out.upper - out.lower) * 5e-4; // the last tick is inside, whatever the rounding
    return out;
}

void PlotPanel::setGroups(std::vector<QString> groups) {
    m_groups = std::move(groups);
    for (CurvePlot *plot : m_plots)
        plot->setGroups(m_groups);
    shareMargin();
    showLegend();
    arrange();
}

// A run may have groups that no document announced; the rows name them.
void PlotPanel::nameGroup(const MetricRow &row) {
    if (row.group < 0 || std::size_t(row.group) < m_groups.size() || hasCurves())
        return;
    std::vector<QString> groups = m_groups;
    for (int group = int(groups.size()); group <= row.group; ++group)
        groups.push_back(tr("group %1").arg(group + 1));
    setGroups(std::move(groups));
}

bool PlotPanel::hasCurves() const {
    return std::any_of(m_plots.begin(), m_plots.end(), [](const CurvePlot *plot) {
        return std::any_of(plot->series().begin(), plot->series().end(),
                           [](const auto &series) { return !series->curve().empty(); });
    });
}

void PlotPanel::shareMargin() {
    int margin = 0;
    for (const CurvePlot *plot : m_plots)
        margin = std::max(margin, plot->wantedRightMargin());
    for (CurvePlot *plot : m_plots)
        plot->setRightMargin(margin);
}

void PlotPanel::showLegend() {
    std::vector<LegendEntry> entries;
    if (comparing() && hasCurves())
        entries.push_back({tr("this run"), 0, -1, -1, true});
    for (std::size_t i = 0; !comparing() && m_groups.size() > 1 && i < m_groups.size(); ++i)
        entries.push_back({m_groups[i], int(i), -1});
    for (const ComparedSet &set : m_comparison->sets())
        entries.push_back({set.label, 0, -1, set.identity, false, set.runs.size() > 1});
    for (std::size_t i = 0; i < m_references.size(); ++i)
        entries.push_back(
            {QString::fromStdString(m_references[i].name), m_references[i].group, int(i)});
    m_bar->legend().setEntries(std::move(entries));
}

// As few rows as there is room for, and all of them as full as can be.
void PlotPanel::arrange() {
    const int count = int(m_plots.size());
    const int each = kPlotWidth + (m_groups.size() > 1 || comparing() ? kNamesWidth : 0);
    const int room = std::clamp((width() - 2 * space::kSmall) / each, 1, count);
    const int rows = (count + room - 1) / room;
    const int columns = (count + rows - 1) / rows;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_plots[std::size_t(i)], i / columns, i % columns);
    for (int c = 0; c < std::max(count, m_grid->columnCount()); ++c)
        m_grid->setColumnStretch(c, c < columns ? 1 : 0);
    fitRows();
}

// Where not all rows are in view, those that are stand there whole.
void PlotPanel::fitRows() {
    if (m_columns == 0)
        return;
    const int rows = (int(m_plots.size()) + m_columns - 1) / m_columns;
    const int height = m_scroll->viewport()->height();
    const int shown = std::clamp((height + space::kTiny) / (kPlotHeight + space::kTiny), 1, rows);
    const int each = std::max(kPlotHeight, (height + space::kTiny) / shown - space::kTiny);
    for (int row = 0; row < std::max(rows, m_grid->rowCount()); ++row) {
        m_grid->setRowMinimumHeight(row, row < rows ? each : 0);
        m_grid->setRowStretch(row, row < rows ? 1 : 0);
    }
}

void PlotPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

bool PlotPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        fitRows();
    return QWidget::eventFilter(watched, event);
}

void PlotPanel::clearRun(std::int64_t maxSteps) {
    m_lastStep = std::max<double>(1, double(maxSteps));
    m_maxStep = std::min(m_lastStep, kFirstRange);
    m_zoomed = false;
    m_seconds = std::make_shared<MetricCurve>();
    m_episodes = std::make_shared<MetricCurve>();
    m_started = QDateTime::currentSecsSinceEpoch();
    m_hints.clear();
    m_hintRows = 0;
    for (CurvePlot *plot : m_plots) {
        plot->setClock(ownClock());
        plot->clearRun();
    }
    const AxisExtent view = fullView();
    for (CurvePlot *plot : m_plots)
        plot->setView(view.lower, view.upper);
    showLegend();
    readNotes();
    showNotes();
}

void PlotPanel::addRows(const std::vector<MetricRow> &rows) {
    if (rows.empty())
        return;
    const bool first = !hasCurves();
    for (const MetricRow &row : rows) {
        nameGroup(row);
        keepClock(row);
    }
    for (const MetricRow &row : rows)
        for (CurvePlot *plot : m_plots)
            plot->add(row);
    if (first) {
        showLegend();
        readNotes();
    }
    const double step = double(rows.back().step);
    m_maxStep = std::max(m_maxStep, std::min(niceRange(step), std::max(m_lastStep, step)));
    findHints();
    wantRefresh();
}

void PlotPanel::addMark(const PlotMark &mark) {
    for (CurvePlot *plot : m_plots)
        plot->addMark(mark);
    wantRefresh();
}

void PlotPanel::wantRefresh() {
    m_waiting = int(m_plots.size());
    if (!m_refresh.isActive())
        m_refresh.start();
}

// One plot at a time, so that no turn of the event loop takes long.
void PlotPanel::refreshNext() {
    CurvePlot *plot = m_plots[m_next];
    m_next = (m_next + 1) % m_plots.size();
    if (!m_zoomed) {
        const AxisExtent view = fullView();
        plot->setView(view.lower, view.upper);
    }
    plot->refresh();
    if (--m_waiting <= 0)
        m_refresh.stop();
}

void PlotPanel::setReferences(std::vector<ReferenceCurves> references) {
    m_references = std::move(references);
    for (CurvePlot *plot : m_plots)
        plot->setReferences(m_references);
    showLegend();
}

std::vector<Problem> PlotPanel::openReferences(const QStringList &files) {
    QStringList groups;
    for (const QString &name : m_groups)
        groups << name;
    ReferenceChoice choice = readReferences(files, groups, askInDialog(this));
    for (const ReferenceCurves &reference : choice.curves)
        for (const QString &text : hintsOfReference(reference))
            Q_EMIT hint(text);
    if (!choice.curves.empty())
        setReferences(std::move(choice.curves));
    return choice.problems;
}

void PlotPanel::clearReference() {
    setReferences({});
}

void PlotPanel::setSmoothing(double weight) {
    m_bar->setSmoothing(weight);
}

CurvePlot *PlotPanel::plotOf(const char *tag) const {
    for (CurvePlot *plot : m_plots)
        if (plot->spec().shows(tag))
            return plot;
    return nullptr;
}

void PlotPanel::setCursor(double step) {
    for (CurvePlot *plot : m_plots)
        plot->setCursor(step);
}

void PlotPanel::clearCursor() {
    for (CurvePlot *plot : m_plots)
        plot->clearCursor();
}

void PlotPanel::chooseRange(double lower, double upper) {
    m_zoomed = true;
    for (CurvePlot *plot : m_plots) {
        plot->xAxis->setRange(lower, upper);
        plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void PlotPanel::resetRange() {
    m_zoomed = false;
    const AxisExtent view = fullView();
    for (CurvePlot *plot : m_plots) {
        plot->setView(view.lower, view.upper);
        plot->refresh();
        plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

} // namespace paddock

#include "widgets/plots/plot_panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kRefreshPeriod = 25; // ms, one plot each time: at most five replots a second of all
constexpr int kPlotWidth = 224;    // px, least comfortable width of one plot
constexpr double kSliderSteps = 100;
constexpr double kFirstRange = 20'000; // agent steps, x axis of a run that has just begun
constexpr double kExportScale = 2;     // PNG pixels per screen pixel

// 1, 2 or 5 times a power of ten: the axis grows in few steps instead of creeping.
double niceRange(double step) {
    const double size = std::pow(10.0, std::floor(std::log10(std::max(step, 1.0))));
    for (double factor : {1.0, 2.0, 5.0})
        if (step <= factor * size)
            return factor * size;
    return 10 * size;
}

std::vector<PlotSpec> plotSpecs() {
    return {
        {tag::kReward, PlotPanel::tr("Cumulative reward"), PlotPanel::tr("reward"), 1},
        {tag::kSuccess, PlotPanel::tr("Success rate"), PlotPanel::tr("%"), 100},
        {tag::kLength, PlotPanel::tr("Episode length"), PlotPanel::tr("steps"), 1},
        {tag::kEntropy, PlotPanel::tr("Entropy"), PlotPanel::tr("nat"), 1},
        {tag::kValueLoss, PlotPanel::tr("Value loss"), PlotPanel::tr("reward²"), 1},
        {tag::kApproxKl, PlotPanel::tr("Approx. KL"), PlotPanel::tr("nat"), 1},
        {tag::kLearningRate, PlotPanel::tr("Learning rate"), PlotPanel::tr("rate α"), 1},
        {tag::kStepsPerSecond, PlotPanel::tr("Throughput"), PlotPanel::tr("steps/s"), 1},
    };
}

} // namespace

PlotPanel::PlotPanel(ThemeManager &themes, QWidget *parent) : QWidget(parent), m_themes(themes) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *holder = new QWidget;
    m_grid = new QGridLayout(holder);
    m_grid->setContentsMargins(space::kTiny, 0, space::kTiny, 0);
    m_grid->setSpacing(space::kTiny);
    m_scroll->setWidget(holder);
    layout->addWidget(m_scroll, 1);
    setFocusProxy(m_scroll);
    buildPlots();
    setSmoothing(0.6);

    m_refresh.setInterval(kRefreshPeriod);
    connect(&m_refresh, &QTimer::timeout, this, &PlotPanel::refreshNext);
    connect(&m_themes, &ThemeManager::changed, this, [this] {
        for (CurvePlot *plot : m_plots)
            plot->setTheme(m_themes.theme());
    });
}

QWidget *PlotPanel::buildHeader() {
    auto *header = new QWidget;
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
    layout->setSpacing(space::kSmall);
    m_smoothingLabel = new QLabel;
    m_smoothingLabel->setProperty("role", "muted");
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, int(kSliderSteps) - 1);
    m_slider->setFixedWidth(160);
    m_slider->setAccessibleName(tr("Smoothing of the curves"));
    m_slider->setToolTip(tr("Weight of the exponential moving average, debiased at the start.\n"
                            "The faint curve is the raw one."));
    layout->addWidget(m_smoothingLabel);
    layout->addWidget(m_slider);
    layout->addStretch(1);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        const double weight = value / kSliderSteps;
        m_smoothingLabel->setText(tr("Smoothing %1").arg(QLocale::c().toString(weight, 'f', 2)));
        for (CurvePlot *plot : m_plots)
            plot->setSmoothing(weight);
        Q_EMIT smoothingChanged(weight);
    });
    return header;
}

void PlotPanel::buildPlots() {
    for (PlotSpec &spec : plotSpecs()) {
        auto *plot = new CurvePlot(std::move(spec), m_themes.theme());
        plot->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(plot, &CurvePlot::cursorMoved, this, &PlotPanel::setCursor);
        connect(plot, &CurvePlot::cursorLeft, this, &PlotPanel::clearCursor);
        connect(plot, &CurvePlot::stepRangeChosen, this, &PlotPanel::chooseRange);
        connect(plot, &CurvePlot::stepRangeReset, this, &PlotPanel::resetRange);
        connect(plot, &QWidget::customContextMenuRequested, this,
                [this, plot](const QPoint &at) { showMenu(plot, plot->mapToGlobal(at)); });
        m_plots.push_back(plot);
    }
    arrange();
    clearRun(std::int64_t(kFirstRange));
}

void PlotPanel::arrange() {
    const int room = std::max(1, (width() - 2 * space::kSmall) / kPlotWidth);
    int columns = std::min(room, int(m_plots.size()));
    // Full rows only: 8 plots as 8, 4 or 2 columns leave no hole.
    while (columns > 1 && int(m_plots.size()) % columns != 0)
        --columns;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < int(m_plots.size()); ++i)
        m_grid->addWidget(m_plots[std::size_t(i)], i / columns, i % columns);
    for (int c = 0; c < int(m_plots.size()); ++c)
        m_grid->setColumnStretch(c, c < columns ? 1 : 0);
}

void PlotPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PlotPanel::clearRun(std::int64_t maxSteps) {
    m_lastStep = std::max<double>(1, double(maxSteps));
    m_maxStep = std::min(m_lastStep, kFirstRange);
    m_zoomed = false;
    for (CurvePlot *plot : m_plots) {
        plot->setStepRange(m_maxStep);
        plot->clearRun();
    }
}

void PlotPanel::addRows(const std::vector<MetricRow> &rows) {
    for (const MetricRow &row : rows)
        for (CurvePlot *plot : m_plots)
            plot->add(double(row.step), row.get(plot->spec().tag, std::nan("")));
    if (!rows.empty()) {
        m_maxStep = std::max(m_maxStep, std::min(niceRange(double(rows.back().step)),
                                                 std::max(m_lastStep, double(rows.back().step))));
        wantRefresh();
    }
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
    if (!m_zoomed)
        plot->setStepRange(m_maxStep);
    plot->refresh();
    if (--m_waiting <= 0)
        m_refresh.stop();
}

void PlotPanel::setReference(const ReferenceCurves &reference) {
    for (CurvePlot *plot : m_plots) {
        const auto found = reference.curves.find(plot->spec().tag);
        if (found != reference.curves.end())
            plot->setReference(QString::fromStdString(reference.name), found->second);
        else
            plot->setReference({}, {});
    }
}

void PlotPanel::clearReference() {
    setReference({});
}

void PlotPanel::setSmoothing(double weight) {
    m_slider->setValue(qRound(weight * kSliderSteps));
}

double PlotPanel::smoothing() const {
    return m_slider->value() / kSliderSteps;
}

CurvePlot *PlotPanel::plotOf(const char *tag) const {
    for (CurvePlot *plot : m_plots)
        if (qstrcmp(plot->spec().tag, tag) == 0)
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
    for (CurvePlot *plot : m_plots) {
        plot->setStepRange(m_maxStep);
        plot->refresh();
        plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void PlotPanel::showMenu(CurvePlot *plot, const QPoint &at) {
    QMenu menu;
    for (const char *extension : {"png", "pdf", "csv"})
        menu.addAction(tr("Save as %1…").arg(QString(extension).toUpper()), this,
                       [this, plot, extension] { exportPlot(plot, extension); });
    menu.addSeparator();
    menu.addAction(tr("Show all steps"), this, &PlotPanel::resetRange);
    menu.exec(at);
}

void PlotPanel::exportPlot(CurvePlot *plot, const QString &extension) {
    const QString name = plot->spec().title.toLower().replace(' ', '-').remove('.');
    const QString file = QFileDialog::getSaveFileName(this, tr("Save plot"), name + "." + extension,
                                                      "*." + extension);
    if (file.isEmpty())
        return;
    const QString problem = writePlot(*plot, file);
    Q_EMIT message(problem.isEmpty() ? tr("Saved %1").arg(file) : problem);
}

QString writePlot(CurvePlot &plot, const QString &file) {
    const QString failed = PlotPanel::tr("%1 cannot be written").arg(file);
    if (file.endsWith(".png"))
        return plot.savePng(file, 0, 0, kExportScale) ? QString() : failed;
    if (file.endsWith(".pdf"))
        return plot.savePdf(file, 0, 0, QCP::epNoCosmetic) ? QString() : failed;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return failed + ": " + out.errorString();
    out.write(plot.csv());
    return out.commit() ? QString() : failed + ": " + out.errorString();
}

} // namespace paddock

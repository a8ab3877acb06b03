#include "widgets/evaluate/results_view.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kPlotWidth = 340; // px, at least
constexpr int kMostGap = 48;    // px, between columns, so that rows can be followed
constexpr int kScrollBar = 12;  // px

QString numberOrDash(double value) {
    return std::isfinite(value) ? decimalText(value, std::abs(value) >= 100 ? 1 : 2) : "–";
}

QString intervalText(const Interval &interval) {
    return QString("[%1, %2]").arg(numberOrDash(interval.low), numberOrDash(interval.high));
}

QString kpiTitle(Kpi kpi) {
    const KpiInfo &info = kpiInfo(kpi);
    return *info.unit ? QString("%1 [%2]").arg(info.name, info.unit) : QString(info.name);
}

QTableWidgetItem *cellItem(const QString &text, bool number) {
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (number) {
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        item->setFont(numberFont(-1));
    }
    return item;
}

// As tall as its rows, for the page scrolls and not the table; its columns share what room is left.
void fitTable(QTableWidget &table, int room) {
    table.resizeColumnsToContents();
    table.resizeRowsToContents();
    const int columns = table.columnCount();
    const int needed = table.horizontalHeader()->length();
    const int each = columns > 0 ? std::clamp((room - needed) / columns, 0, kMostGap) : 0;
    for (int column = 0; column < columns; ++column)
        table.setColumnWidth(column, table.columnWidth(column) + each);
    int height = table.horizontalHeader()->sizeHint().height() + 4;
    for (int row = 0; row < table.rowCount(); ++row)
        height += table.rowHeight(row);
    table.setFixedHeight(height + (needed > room ? kScrollBar + 2 : 0));
}

} // namespace

ResultsView::ResultsView(StudioActions &actions, EvaluationController &evaluation,
                         ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_evaluation(evaluation), m_themes(themes) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead(actions));
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildResults());
    layout->addWidget(m_stack, 1);
    connect(&evaluation, &EvaluationController::phaseChanged, this, &ResultsView::showPhase);
    connect(&evaluation, &EvaluationController::progressChanged, this, &ResultsView::showProgress);
    connect(&evaluation, &EvaluationController::resultsChanged, this, &ResultsView::showResults);
    showPhase();
    showResults();
}

QWidget *ResultsView::buildHead(StudioActions &actions) {
    auto *head = new QWidget;
    head->setAutoFillBackground(true);
    m_title = new QLabel(tr("Evaluation"));
    m_title->setFont(uiFont(2, true));
    m_arena = new QComboBox;
    m_arena->setAccessibleName(tr("Scenario and degree"));
    m_arena->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Runs done"));
    m_progress->setFixedWidth(160);
    m_count = new QLabel;
    m_count->setFont(numberFont(-1));
    m_message = new QLabel;
    m_message->setProperty("role", "warn");
    m_message->setWordWrap(true);
    m_message->hide();
    auto *start = actionButton(actions.evaluateStart, true);
    start->setObjectName("primary");
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(m_title);
    row->addWidget(m_arena);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_progress);
    row->addWidget(actionButton(actions.exportRuns));
    row->addWidget(actionButton(actions.exportReport));
    row->addWidget(actionButton(actions.showReport));
    row->addWidget(actionButton(actions.evaluateStop));
    row->addWidget(start);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(space::kLarge, space::kSmall, space::kSmall, space::kSmall);
    layout->addLayout(row);
    layout->addWidget(m_message);
    connect(m_arena, &QComboBox::currentIndexChanged, this, &ResultsView::showArena);
    return head;
}

QWidget *ResultsView::buildEmpty() {
    auto *page = new QWidget;
    auto *title = new QLabel(tr("Who drives best?"));
    title->setFont(uiFont(6, true));
    auto *words = new QLabel(
        tr("Choose drivers, scenarios and degrees of randomization at the left, then start. Every "
           "driver meets the same runs, so that they are compared run by run."));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setProperty("role", "muted");
    words->setFixedWidth(440);
    m_example = new QPushButton(tr("Judge the newest run on the open document"));
    m_example->setToolTip(tr("Beside the built-in drivers, 16 runs each"));
    m_example->setDefault(true);
    connect(m_example, &QPushButton::clicked, this, &ResultsView::exampleWanted);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(space::kMedium);
    layout->addStretch(1);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    auto *middle = new QHBoxLayout; // an alignment would cut the second line of the words
    middle->addStretch();
    middle->addWidget(words);
    middle->addStretch();
    layout->addLayout(middle);
    layout->addWidget(m_example, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return page;
}

QTableWidget *ResultsView::buildTable(const QString &name) {
    auto *table = new QTableWidget;
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setTabKeyNavigation(false);
    table->setStyleSheet("QHeaderView::section { padding: 4px; }"); // above its cells
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return table;
}

QWidget *ResultsView::buildResults() {
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setObjectName("welcome"); // on the surface, not on a panel
    auto *body = new QWidget;
    body->setObjectName("welcomeBody");
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    layout->setSpacing(space::kMedium);
    m_figures = buildTable(tr("Key figures"));
    m_differences = buildTable(tr("Paired differences"));
    m_differencesTitle = new QLabel(tr("Paired differences, with 95 % intervals"));
    m_differencesTitle->setFont(uiFont(1, true));
    auto *plots = new QWidget;
    m_plotGrid = new QGridLayout(plots);
    m_plotGrid->setContentsMargins(0, 0, 0, 0);
    m_plotGrid->setSpacing(space::kMedium);
    layout->addWidget(m_figures);
    layout->addWidget(plots);
    layout->addWidget(m_differencesTitle);
    layout->addWidget(m_differences);
    layout->addWidget(panelNote(
        tr("Boxes span the quartiles, the thick line is the median, whiskers end at the last run "
           "within 1.5 box heights. The diamond is the mean with its 95 % interval: Wilson's for "
           "rates, Student's else. Each mark is a run; a click shows it again.")));
    layout->addStretch(1);
    scroll->setWidget(body);
    return scroll;
}

void ResultsView::showMessage(const QString &text) {
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void ResultsView::showPhase() {
    const bool active = m_evaluation.active();
    m_progress->setVisible(active);
    m_count->setVisible(active || m_evaluation.replaying());
    if (m_evaluation.phase() == EvaluationController::Phase::Preparing) {
        showMessage({});
        m_progress->setRange(0, 0);
        m_count->setText(tr("opening drivers"));
    } else {
        showProgress();
    }
    if (!active && m_evaluation.replaying())
        m_count->setText(tr("simulating the run again"));
}

void ResultsView::showProgress() {
    if (m_evaluation.phase() == EvaluationController::Phase::Preparing)
        return;
    m_progress->setRange(0, int(std::max<std::int64_t>(m_evaluation.runsTotal(), 1)));
    m_progress->setValue(int(m_evaluation.runsDone()));
    m_count->setText(m_evaluation.phase() == EvaluationController::Phase::Stopping
                         ? tr("stopping")
                         : tr("%1 of %2 runs")
                               .arg(groupedCount(m_evaluation.runsDone()),
                                    groupedCount(m_evaluation.runsTotal())));
}

// The chosen arena stays chosen while others arrive.
void ResultsView::showResults() {
    const QString chosen = m_arena->currentText();
    m_arenas = arenasOf(m_evaluation.grid());
    const QSignalBlocker quiet(m_arena);
    m_arena->clear();
    for (const EvaluationArena &arena : m_arenas)
        m_arena->addItem(QString("%1, %2").arg(
            QString::fromStdString(m_evaluation.job()->scenarioNames[std::size_t(arena.scenario)]),
            QString::fromStdString(degreeName(arena.degree))));
    m_arena->setCurrentIndex(std::max(0, m_arena->findText(chosen)));
    m_arena->setVisible(!m_arenas.empty());
    m_title->setText(m_evaluation.job() ? QString::fromStdString(m_evaluation.job()->plan.name)
                                        : tr("Evaluation"));
    m_stack->setCurrentIndex(m_arenas.empty() ? 0 : 1);
    showArena();
}

void ResultsView::showArena() {
    const int index = m_arena->currentIndex();
    if (index < 0 || std::size_t(index) >= m_arenas.size())
        return;
    const EvaluationArena &arena = m_arenas[std::size_t(index)];
    fillFigures(arena);
    fillDifferences(arena);
    const std::vector<Kpi> kpis = kpisOf(*m_evaluation.job());
    while (m_plots.size() > qsizetype(kpis.size()))
        delete m_plots.takeLast();
    while (m_plots.size() < qsizetype(kpis.size())) {
        auto *plot = new KpiPlot(m_themes);
        connect(plot, &KpiPlot::runPicked, this, &ResultsView::runPicked);
        m_plots << plot;
    }
    for (std::size_t i = 0; i < kpis.size(); ++i)
        m_plots[qsizetype(i)]->show(kpis[i], *m_evaluation.job(), m_evaluation.grid(), arena);
    layOutPlots();
}

void ResultsView::fillFigures(const EvaluationArena &arena) {
    const EvaluationJob &job = *m_evaluation.job();
    const std::vector<Kpi> kpis = kpisOf(job);
    QStringList header{tr("Driver"), tr("Runs")};
    for (const Kpi kpi : kpis)
        header << kpiTitle(kpi);
    m_figures->clear();
    m_figures->setRowCount(int(arena.cells.size()));
    m_figures->setColumnCount(int(header.size()));
    m_figures->setHorizontalHeaderLabels(header);
    m_figures->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (std::size_t i = 0; i < kpis.size(); ++i)
        m_figures->horizontalHeaderItem(int(i) + 2)->setToolTip(kpiInfo(kpis[i]).words);
    for (std::size_t row = 0; row < arena.cells.size(); ++row) {
        const EvaluationCell &cell = m_evaluation.grid().cells[arena.cells[row]];
        const QString name = QString::fromStdString(job.driverNames[std::size_t(cell.driver)]);
        m_figures->setItem(int(row), 0,
                           cellItem(cell.degree ? name : tr("%1 (as driven)").arg(name), false));
        m_figures->setItem(int(row), 1, cellItem(QString::number(cell.runs.size()), true));
        for (std::size_t i = 0; i < kpis.size(); ++i) {
            const KpiStats stats = kpiStats(cell, kpis[i]);
            const QString text = stats.n == 0 ? QString("–")
                                              : QString("%1\n%2").arg(numberOrDash(stats.mean),
                                                                      intervalText(stats.interval));
            m_figures->setItem(int(row), int(i) + 2, cellItem(text, true));
        }
    }
    fitTable(*m_figures, room());
}

void ResultsView::fillDifferences(const EvaluationArena &arena) {
    const EvaluationJob &job = *m_evaluation.job();
    const EvaluationGrid &grid = m_evaluation.grid();
    std::vector<PairedDifference> shown;
    for (const Kpi kpi : kpisOf(job))
        for (const PairedDifference &pair : pairedDifferences(grid, kpi))
            if (std::find(arena.cells.begin(), arena.cells.end(), pair.first) != arena.cells.end())
                shown.push_back(pair);
    m_differences->clear();
    m_differences->setColumnCount(6);
    m_differences->setHorizontalHeaderLabels({tr("Drivers"), tr("Figure"), tr("Pairs"),
                                              tr("Difference"), tr("95 %"), tr("Clear of zero")});
    for (const int column : {0, 1})
        m_differences->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft |
                                                                      Qt::AlignVCenter);
    m_differences->setRowCount(int(shown.size()));
    const auto name = [&](std::size_t cell) {
        return QString::fromStdString(job.driverNames[std::size_t(grid.cells[cell].driver)]);
    };
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const PairedDifference &pair = shown[i];
        const int row = int(i);
        m_differences->setItem(
            row, 0, cellItem(tr("%1 − %2").arg(name(pair.second), name(pair.first)), false));
        m_differences->setItem(row, 1, cellItem(kpiTitle(pair.kpi), false));
        m_differences->setItem(row, 2, cellItem(QString::number(pair.n), true));
        m_differences->setItem(row, 3, cellItem(numberOrDash(pair.difference), true));
        m_differences->setItem(row, 4, cellItem(intervalText(pair.interval), true));
        m_differences->setItem(row, 5, cellItem(pair.clear() ? tr("yes") : tr("no"), true));
    }
    m_differences->setVisible(!shown.empty());
    m_differencesTitle->setVisible(!shown.empty());
    fitTable(*m_differences, room());
}

// As many beside each other as have room.
void ResultsView::layOutPlots() {
    const int columns = std::clamp((width() - 2 * space::kLarge) / kPlotWidth, 1, 4);
    for (int i = 0; i < m_plots.size(); ++i)
        m_plotGrid->addWidget(m_plots[i], i / columns, i % columns);
    for (int column = 0; column < 4; ++column)
        m_plotGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

int ResultsView::room() const {
    return width() - 2 * space::kLarge - kScrollBar;
}

void ResultsView::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    layOutPlots();
    fitTable(*m_figures, room());
    fitTable(*m_differences, room());
}

} // namespace paddock

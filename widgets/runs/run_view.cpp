#include "widgets/runs/run_view.h"

#include "widgets/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace paddock {

namespace {

constexpr const char *kColumnsKey = "runs/columns_1"; // the number changes with the columns
constexpr int kSaveDelay = 400;                       // ms
constexpr int kRowHeight = 26;                        // px

int widthOf(int column) {
    switch (column) {
    case RunTable::Name:
        return 248;
    case RunTable::Scenario:
    case RunTable::Started:
    case RunTable::Parent:
        return 132;
    case RunTable::State:
        return 112;
    case RunTable::Tags:
        return 120;
    case RunTable::Note:
        return 160;
    case RunTable::Seed:
        return 56;
    default:
        return 80;
    }
}

} // namespace

RunView::RunView(RunFilter &filter, RunStore &store, Settings &settings, QWidget *parent)
    : QTableView(parent), m_filter(filter), m_store(store), m_settings(settings) {
    setModel(&filter);
    setAccessibleName(tr("Runs"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed | SelectedClicked);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setFont(uiFont(-1));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setToolTip(tr("Click to sort, drag to move, right click to choose columns"));
    restoreColumns();
    setSortingEnabled(true);
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveDelay);
    connect(&m_save, &QTimer::timeout, this, &RunView::saveColumns);
    const auto save = [this] { m_save.start(); };
    connect(header, &QHeaderView::sectionMoved, this, save);
    connect(header, &QHeaderView::sectionResized, this, save);
    connect(header, &QHeaderView::sortIndicatorChanged, this, save);
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu;
        fillColumnMenu(menu);
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!(index.flags() & Qt::ItemIsEditable))
            Q_EMIT openWanted();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&filter, signal, this, &RunView::selectionMoved);
    connect(&filter, &QAbstractItemModel::dataChanged, this, &RunView::selectionMoved);
}

RunView::~RunView() {
    if (m_save.isActive())
        saveColumns();
}

void RunView::saveColumns() {
    m_settings.setValue(kColumnsKey, horizontalHeader()->saveState());
}

void RunView::restoreColumns() {
    resetColumns();
    const QByteArray kept = m_settings.value(kColumnsKey).toByteArray();
    if (!kept.isEmpty() && (!horizontalHeader()->restoreState(kept) ||
                            horizontalHeader()->hiddenSectionCount() >= RunTable::ColumnCount))
        resetColumns();
}

void RunView::resetColumns() {
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < RunTable::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        setColumnWidth(column, roomFor(column));
        setColumnHidden(column, !RunTable::shownAtFirst(column));
    }
    sortByColumn(RunTable::Started, Qt::DescendingOrder);
}

int RunView::roomFor(int column) const {
    constexpr int kSides = 20; // px, and the mark of the sorted column
    const QString title = RunTable::columnTitle(column);
    return std::max(widthOf(column), fontMetrics().horizontalAdvance(title) + kSides);
}

void RunView::setColumnShown(int column, bool shown) {
    setColumnHidden(column, !shown);
    if (shown && columnWidth(column) < 24)
        setColumnWidth(column, roomFor(column));
    m_save.start();
}

void RunView::fillColumnMenu(QMenu &menu) {
    for (int column = 0; column < RunTable::ColumnCount; ++column) {
        QAction *action = menu.addAction(RunTable::columnTitle(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != RunTable::Name); // something must be there to click on
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnShown(column, shown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Columns of the start")), &QAction::triggered, this,
            &RunView::resetColumns);
}

std::vector<RunSummary> RunView::selectedRuns() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<RunSummary> runs;
    for (const QModelIndex &row : rows)
        runs.push_back(m_filter.run(row));
    return runs;
}

void RunView::select(const std::filesystem::path &run) {
    for (int row = 0; row < m_filter.rowCount(); ++row)
        if (m_filter.run(m_filter.index(row, 0)).path == run) {
            setCurrentIndex(m_filter.index(row, 0));
            scrollTo(m_filter.index(row, 0));
        }
}

void RunView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void RunView::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Delete)
        Q_EMIT deleteWanted();
    else if (enter && state() != EditingState)
        Q_EMIT openWanted();
    else
        QTableView::keyPressEvent(event);
}

QString RunView::emptyText() const {
    if (!m_store.listed())
        return tr("Looking for runs…");
    if (!m_store.runs().empty() && m_filter.archivedHidden() == int(m_store.runs().size()))
        return tr("All runs are archived.\n\nRuns > Show archived brings them here.");
    if (!m_store.runs().empty())
        return tr("No run has all of these words.");
    return tr("No runs yet.\n\nF5 trains the open document; every training is kept as a run in\n%1")
        .arg(QString::fromStdString(m_store.folder().string()));
}

void RunView::paintEvent(QPaintEvent *event) {
    QTableView::paintEvent(event);
    if (m_filter.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(24, 24, -24, -8),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, emptyText());
}

} // namespace paddock

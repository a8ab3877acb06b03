#include "widgets/runs/run_panel.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/runs/run_words.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kWordsWidth = 840;                     // px, from which on buttons have words
constexpr int kLeastWidth = 520;                     // px
constexpr int kLeastSearch = 120, kMostSearch = 240; // px

// "run x" or "3 runs"
QString named(const std::vector<RunSummary> &runs) {
    return runs.size() == 1 ? QString::fromStdString(runs.front().name)
                            : RunPanel::tr("%1 runs").arg(runs.size());
}

bool anyRunning(const std::vector<RunSummary> &runs) {
    return std::any_of(runs.begin(), runs.end(),
                       [](const RunSummary &run) { return run.state == RunState::Running; });
}

bool allArchived(const std::vector<RunSummary> &runs) {
    return !runs.empty() && std::all_of(runs.begin(), runs.end(),
                                        [](const RunSummary &run) { return run.notes.archived; });
}

} // namespace

RunPanel::RunPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_actions(parts.actions), m_store(parts.store) {
    m_table = new RunTable(m_store, parts.themes, this);
    m_filter = new RunFilter(*m_table, this);
    m_view = new RunView(*m_filter, m_store, parts.settings);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildNotice());
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    setMinimumWidth(kLeastWidth); // without the words
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_actions.openRun, m_actions.resumeRun, m_actions.forkRun,
                        m_actions.compareRuns, m_actions.archiveRuns, m_actions.deleteRuns,
                        m_actions.openRunFolder});
    connectActions();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        showCount();
    });
    connect(&m_store, &RunStore::changed, this, &RunPanel::showCount);
    connect(&m_store, &RunStore::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(&m_store, &RunStore::undoChanged, this, &RunPanel::showNotice);
    connect(m_view, &RunView::selectionMoved, this, &RunPanel::enableActions);
    showCount();
    enableActions();
    showNotice();
}

QWidget *RunPanel::buildHeader() {
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search runs, tags, notes"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(kLeastSearch);
    m_search->setMaximumWidth(kMostSearch);
    m_search->setAccessibleName(tr("Search runs"));
    m_count = new QLabel;
    m_count->setProperty("role", "muted");
    auto *columns = new QToolButton;
    columns->setText(tr("Columns"));
    columns->setToolTip(tr("Choose the columns"));
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        QMenu menu;
        m_view->fillColumnMenu(menu);
        menu.exec(columns->mapToGlobal(QPoint(0, columns->height())));
    });
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
    row->setSpacing(space::kTiny);
    row->addWidget(m_search, 1);
    row->addSpacing(space::kTiny);
    row->addWidget(m_count);
    row->addStretch(1);
    for (QAction *action :
         {m_actions.openRun, m_actions.resumeRun, m_actions.forkRun, m_actions.compareRuns}) {
        m_worded << actionButton(action, true);
        row->addWidget(m_worded.back());
    }
    for (QAction *action :
         {m_actions.archiveRuns, m_actions.deleteRuns, m_actions.undoRuns, m_actions.showArchived})
        row->addWidget(actionButton(action));
    row->addWidget(columns);
    return header;
}

void RunPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    const auto style =
        width() < kWordsWidth ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (QToolButton *button : m_worded)
        button->setToolButtonStyle(style);
}

QWidget *RunPanel::buildNotice() {
    m_noticeRow = new QFrame;
    m_noticeRow->setObjectName("banner");
    m_notice = new QLabel;
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *undo = new QToolButton;
    undo->setText(tr("Undo"));
    connect(undo, &QToolButton::clicked, m_actions.undoRuns, &QAction::trigger);
    auto *close = new QToolButton;
    close->setText("×");
    close->setAccessibleName(tr("Hide this notice"));
    connect(close, &QToolButton::clicked, m_noticeRow, &QWidget::hide);
    auto *row = new QHBoxLayout(m_noticeRow);
    row->setContentsMargins(space::kSmall, 0, 2, 0);
    row->addWidget(m_notice, 1);
    row->addWidget(undo);
    row->addWidget(close);
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    layout->addWidget(m_noticeRow);
    return holder;
}

void RunPanel::connectActions() {
    const auto open = [this] {
        if (const auto runs = m_view->selectedRuns(); runs.size() == 1)
            Q_EMIT openWanted(runs.front().path);
    };
    connect(m_view, &RunView::openWanted, this, open);
    connect(m_view, &RunView::deleteWanted, this, &RunPanel::remove);
    connect(m_actions.openRun, &QAction::triggered, this, open);
    connect(m_actions.resumeRun, &QAction::triggered, this,
            [this] { withSelected(&RunPanel::resumeWanted); });
    connect(m_actions.forkRun, &QAction::triggered, this,
            [this] { withSelected(&RunPanel::forkWanted); });
    connect(m_actions.compareRuns, &QAction::triggered, this, &RunPanel::compare);
    connect(m_actions.archiveRuns, &QAction::triggered, this, &RunPanel::archive);
    connect(m_actions.deleteRuns, &QAction::triggered, this, &RunPanel::remove);
    connect(m_actions.undoRuns, &QAction::triggered, &m_store, &RunStore::undo);
    connect(m_actions.openRunFolder, &QAction::triggered, this, &RunPanel::openFolder);
    connect(m_actions.showArchived, &QAction::toggled, this, [this](bool on) {
        m_filter->setShowArchived(on);
        showCount();
    });
}

void RunPanel::withSelected(void (RunPanel::*signal)(const RunSummary &run)) {
    if (const auto runs = m_view->selectedRuns(); runs.size() == 1)
        Q_EMIT(this->*signal)(runs.front());
}

void RunPanel::showCount() {
    const int shown = m_filter->rowCount(), hidden = m_filter->archivedHidden();
    QString text = shown == 1 ? tr("1 run") : tr("%1 runs").arg(shown);
    if (hidden > 0)
        text += tr(" · %1 archived").arg(hidden);
    m_count->setText(text);
    enableActions();
}

void RunPanel::enableActions() {
    const std::vector<RunSummary> runs = m_view->selectedRuns();
    const bool one = runs.size() == 1, running = anyRunning(runs);
    const bool checkpoints = one && !runs.front().checkpoints.empty();
    m_actions.openRun->setEnabled(one);
    m_actions.resumeRun->setEnabled(checkpoints && !running);
    m_actions.forkRun->setEnabled(checkpoints);
    const bool compared = !runs.empty() && selectedPaths() == m_compared;
    m_actions.compareRuns->setEnabled(!runs.empty());
    m_actions.compareRuns->setText(compared ? tr("Stop &comparing") : tr("&Compare"));
    m_actions.archiveRuns->setEnabled(!runs.empty());
    m_actions.archiveRuns->setText(allArchived(runs) ? tr("Take out of the &archive")
                                                     : tr("&Archive"));
    m_actions.deleteRuns->setEnabled(!runs.empty() && !running);
    m_actions.openRunFolder->setEnabled(one);
    m_actions.undoRuns->setEnabled(m_store.canUndo());
}

void RunPanel::showNotice() {
    m_notice->setText(tr("Last change: %1").arg(m_store.undoWords()));
    m_noticeRow->setVisible(m_store.canUndo());
    enableActions();
}

std::vector<std::filesystem::path> RunPanel::selectedPaths() const {
    std::vector<std::filesystem::path> paths;
    for (const RunSummary &run : m_view->selectedRuns())
        paths.push_back(run.path);
    return paths;
}

// The same runs again: that was enough.
void RunPanel::compare() {
    std::vector<std::filesystem::path> paths = selectedPaths();
    if (paths == m_compared)
        paths.clear();
    m_compared = paths;
    Q_EMIT compareWanted(m_compared);
    enableActions();
}

void RunPanel::archive() {
    const std::vector<RunSummary> runs = m_view->selectedRuns();
    const bool out = allArchived(runs);
    std::vector<RunStore::NotesChange> changes;
    for (const RunSummary &run : runs) {
        changes.push_back({run.path, run.notes, run.notes});
        changes.back().after.archived = !out;
    }
    m_store.changeNotes(
        std::move(changes),
        (out ? tr("take %1 out of the archive") : tr("archive %1")).arg(named(runs)));
}

void RunPanel::remove() {
    const std::vector<RunSummary> runs = m_view->selectedRuns();
    if (runs.empty() || anyRunning(runs))
        return;
    m_store.moveToTrash(selectedPaths(), tr("delete %1").arg(named(runs)));
}

void RunPanel::openFolder() {
    if (const auto runs = m_view->selectedRuns(); runs.size() == 1)
        QDesktopServices::openUrl(QUrl::fromLocalFile(pathText(runs.front().path)));
}

void RunPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    m_store.setWatching(true);
}

void RunPanel::hideEvent(QHideEvent *event) {
    QWidget::hideEvent(event);
    m_store.setWatching(false);
}

} // namespace paddock

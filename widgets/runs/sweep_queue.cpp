#include "widgets/runs/sweep_queue.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QHeaderView>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace paddock {

namespace {

constexpr const char *kMime = "application/x-paddock-sweep-run";
constexpr int kRowHeight = 24; // px

QString iconOf(SweepRunState state) {
    static constexpr const char *kIcons[] = {"clock", "play", "keep", "stop", "error", "discard"};
    return kIcons[int(state)];
}

QColor colorOf(SweepRunState state, const Theme &theme) {
    switch (state) {
    case SweepRunState::Running:
        return theme.accent;
    case SweepRunState::Finished:
        return theme.good;
    case SweepRunState::Failed:
        return theme.bad;
    default:
        return theme.muted;
    }
}

QString wordOf(SweepRunState state) {
    switch (state) {
    case SweepRunState::Waiting:
        return SweepModel::tr("waiting");
    case SweepRunState::Running:
        return SweepModel::tr("running");
    case SweepRunState::Finished:
        return SweepModel::tr("finished");
    case SweepRunState::Stopped:
        return SweepModel::tr("stopped");
    case SweepRunState::Failed:
        return SweepModel::tr("failed");
    case SweepRunState::Left:
        return SweepModel::tr("left out");
    }
    return {};
}

} // namespace

SweepModel::SweepModel(SweepController &sweep, ThemeManager &themes, QObject *parent)
    : QAbstractTableModel(parent), m_sweep(sweep), m_themes(themes) {
    connect(&sweep, &SweepController::changed, this, &SweepModel::follow);
}

// Another queue, or other places in it, is a new model; else only the words change.
void SweepModel::follow() {
    const std::vector<SweepItem> &now = m_sweep.progress().items;
    const bool same =
        std::equal(now.begin(), now.end(), m_items.begin(), m_items.end(),
                   [](const SweepItem &a, const SweepItem &b) { return a.name == b.name; });
    if (!same) {
        beginResetModel();
        m_items = now;
        endResetModel();
        return;
    }
    m_items = now;
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SweepModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_items.size());
}

int SweepModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

int SweepModel::firstWaiting() const {
    const auto first = std::find_if(m_items.begin(), m_items.end(), [](const SweepItem &item) {
        return item.state == SweepRunState::Waiting;
    });
    return int(first - m_items.begin());
}

QString SweepModel::text(const SweepItem &item, int column) const {
    const bool trained = item.steps > 0;
    switch (column) {
    case Name:
        return QString::fromStdString(item.name);
    case State:
        return wordOf(item.state);
    case Progress:
        return percentText(item.maxSteps > 0 ? double(item.steps) / double(item.maxSteps) : 0);
    case Success:
        return trained ? percentText(item.successRate) : QString("–");
    default:
        return trained ? decimalText(item.meanReturn, 3) : QString("–");
    }
}

QVariant SweepModel::data(const QModelIndex &index, int role) const {
    const SweepItem &item = this->item(index.row());
    const int column = index.column();
    const Theme &theme = m_themes.theme();
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case Qt::ToolTipRole:
        return item.problem.empty() ? QString::fromStdString(item.runDir.string())
                                    : QString::fromStdString(item.problem);
    case Qt::DecorationRole:
        if (column == State)
            return themedPixmap(iconOf(item.state), colorOf(item.state, theme), 16, 2);
        return {};
    case Qt::ForegroundRole:
        return column == State ? colorOf(item.state, theme) : theme.text;
    case Qt::FontRole:
        return column >= Progress ? numberFont(-1) : uiFont(-1);
    case Qt::TextAlignmentRole:
        return int((column >= Progress ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Progress ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Run"), tr("State"), tr("Done"), tr("Success"), tr("Return")};
    return titles[section];
}

Qt::ItemFlags SweepModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return item(index.row()).state == SweepRunState::Waiting ? all | Qt::ItemIsDragEnabled : all;
}

QStringList SweepModel::mimeTypes() const {
    return {kMime};
}

QMimeData *SweepModel::mimeData(const QModelIndexList &indexes) const {
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(kMime, QByteArray::fromStdString(item(indexes.front().row()).name));
    return data;
}

bool SweepModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                              const QModelIndex &parent) {
    if (action != Qt::MoveAction || !data->hasFormat(kMime))
        return false;
    const std::string name = data->data(kMime).toStdString();
    int place = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    for (int i = 0; i < place && i < rowCount(); ++i)
        if (item(i).name == name) { // it leaves the place above
            --place;
            break;
        }
    m_sweep.moveTo(name, place - firstWaiting());
    return false; // the queue itself has moved it: nothing is to be removed here
}

SweepQueue::SweepQueue(SweepController &sweep, ThemeManager &themes, QWidget *parent)
    : QTableView(parent) {
    m_model = new SweepModel(sweep, themes, this);
    setModel(m_model);
    setAccessibleName(tr("Runs of the sweep"));
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFont(uiFont(-1));
    horizontalHeader()->setSectionResizeMode(SweepModel::Name, QHeaderView::Stretch);
    setColumnWidth(SweepModel::State, 104);
    for (const int column : {SweepModel::Progress, SweepModel::Success, SweepModel::Return})
        setColumnWidth(column, 76);
}

std::vector<std::string> SweepQueue::selectedRuns() const {
    std::vector<std::string> names;
    for (const QModelIndex &row : selectionModel()->selectedRows())
        names.push_back(m_model->item(row.row()).name);
    return names;
}

void SweepQueue::paintEvent(QPaintEvent *event) {
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(24, 16, -24, -8),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("No sweep yet.\n\nChoose parameters and their values at the left; every "
                        "combination becomes a run that trains in the background. Runs that wait "
                        "are dragged to another place."));
}

} // namespace paddock

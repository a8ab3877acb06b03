#include "widgets/runs/run_table.h"

#include "core/run/metrics.h"
#include "widgets/runs/run_words.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace paddock {

namespace {

struct ColumnInfo {
    const char *key;
    const char *title;
    bool shown;
    bool number;
};
constexpr ColumnInfo kColumns[RunTable::ColumnCount] = {
    {"name", QT_TRANSLATE_NOOP("RunTable", "Run"), true, false},
    {"scenario", QT_TRANSLATE_NOOP("RunTable", "Scenario"), true, false},
    {"preset", QT_TRANSLATE_NOOP("RunTable", "Preset"), false, false},
    {"seed", QT_TRANSLATE_NOOP("RunTable", "Seed"), true, true},
    {"state", QT_TRANSLATE_NOOP("RunTable", "State"), true, false},
    {"steps", QT_TRANSLATE_NOOP("RunTable", "Steps"), true, true},
    {"success", QT_TRANSLATE_NOOP("RunTable", "Success"), true, true},
    {"return", QT_TRANSLATE_NOOP("RunTable", "Return"), true, true},
    {"laps", QT_TRANSLATE_NOOP("RunTable", "Laps"), false, true},
    {"lap_time", QT_TRANSLATE_NOOP("RunTable", "Lap time"), false, true},
    {"wall_time", QT_TRANSLATE_NOOP("RunTable", "Wall time"), true, true},
    {"started", QT_TRANSLATE_NOOP("RunTable", "Started"), true, false},
    {"sweep", QT_TRANSLATE_NOOP("RunTable", "Sweep"), false, false},
    {"parent", QT_TRANSLATE_NOOP("RunTable", "Forked from"), false, false},
    {"checkpoints", QT_TRANSLATE_NOOP("RunTable", "Checkpoints"), false, true},
    {"tags", QT_TRANSLATE_NOOP("RunTable", "Tags"), true, false},
    {"note", QT_TRANSLATE_NOOP("RunTable", "Note"), true, false},
};

std::optional<double> metric(const RunSummary &run, const char *name) {
    const auto found = run.metrics.find(name);
    return found == run.metrics.end() || !std::isfinite(found->second)
               ? std::nullopt
               : std::optional(found->second);
}

std::optional<double> metricOf(const RunSummary &run, int column) {
    switch (column) {
    case RunTable::Success:
        return metric(run, tag::kSuccess);
    case RunTable::Return:
        return metric(run, tag::kReward);
    case RunTable::Laps:
        return metric(run, tag::kLaps);
    case RunTable::LapTime:
        return metric(run, tag::kLapTime);
    default:
        return std::nullopt;
    }
}

QString metricText(const RunSummary &run, int column) {
    const auto value = metricOf(run, column);
    return !value                        ? QString("–")
           : column == RunTable::Success ? percentText(*value)
           : column == RunTable::LapTime ? decimalText(*value, 2) + " s"
                                         : decimalText(*value, column == RunTable::Laps ? 1 : 3);
}

QString flat(const std::string &text) {
    return QString::fromStdString(text).simplified();
}

} // namespace

QString RunTable::columnKey(int column) {
    return kColumns[column].key;
}

QString RunTable::columnTitle(int column) {
    return tr(kColumns[column].title);
}

bool RunTable::shownAtFirst(int column) {
    return kColumns[column].shown;
}

RunTable::RunTable(RunStore &store, ThemeManager &themes, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_themes(themes), m_runs(store.runs()) {
    connect(&store, &RunStore::changed, this, &RunTable::follow);
    connect(&themes, &ThemeManager::changed, this, [this] {
        if (!m_runs.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void RunTable::follow() {
    std::map<std::filesystem::path, const RunSummary *> now;
    for (const RunSummary &run : m_store.runs())
        now[run.path] = &run;
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto found = now.find(run(row).path);
        if (found == now.end()) {
            beginRemoveRows({}, row, row);
            m_runs.erase(m_runs.begin() + row);
            endRemoveRows();
            continue;
        }
        if (!(run(row) == *found->second)) {
            m_runs[std::size_t(row)] = *found->second;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        now.erase(found);
    }
    if (now.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(now.size()) - 1);
    for (const auto &[path, run] : now)
        m_runs.push_back(*run);
    endInsertRows();
}

int RunTable::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunTable::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunTable::sortValue(const RunSummary &run, int column) const {
    switch (column) {
    case Seed:
        return qlonglong(run.seed);
    case State:
        return int(run.state);
    case Steps:
        return qlonglong(run.steps);
    case Success:
    case Return:
    case Laps:
    case LapTime: {
        const auto value = metricOf(run, column);
        return value ? QVariant(*value) : QVariant();
    }
    case WallTime:
        return run.wallSeconds > 0 ? QVariant(run.wallSeconds) : QVariant();
    case Started:
        return qlonglong(run.started);
    case Checkpoints:
        return qlonglong(run.checkpoints.size());
    default: {
        const QString words = text(run, column);
        return words.isEmpty() ? QVariant() : QVariant(words);
    }
    }
}

QString RunTable::text(const RunSummary &run, int column) const {
    switch (column) {
    case Name:
        return QString::fromStdString(run.name);
    case Scenario:
        return flat(run.scenario);
    case Preset:
        return flat(run.preset);
    case Seed:
        return QString::number(run.seed);
    case State:
        return stateText(run.state);
    case Steps:
        return shortCount(double(run.steps));
    case WallTime:
        return run.wallSeconds > 0 ? durationText(run.wallSeconds) : QString("–");
    case Started:
        return QDateTime::fromSecsSinceEpoch(run.started).toString("yyyy-MM-dd HH:mm");
    case Sweep:
        return QString::fromStdString(run.sweep);
    case Parent:
        return flat(run.notes.parent);
    case Checkpoints:
        return QString::number(run.checkpoints.size());
    case Tags:
        return tagText(run.notes);
    case Note:
        return flat(run.notes.note);
    default:
        return metricText(run, column);
    }
}

QVariant RunTable::data(const QModelIndex &index, int role) const {
    const RunSummary &run = this->run(index.row());
    const int column = index.column();
    const Theme &theme = m_themes.theme();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(run, column);
    case kSortRole:
        return sortValue(run, column);
    case kSearchRole: {
        QString all;
        for (const int each : {Name, Scenario, Preset, State, Sweep, Parent, Tags, Note})
            all += text(run, each) + '\n';
        return all;
    }
    case Qt::ToolTipRole:
        return column == Steps
                   ? tr("%1 of %2 steps").arg(groupedCount(run.steps), groupedCount(run.maxSteps))
                   : runDescription(run);
    case Qt::DecorationRole:
        if (column == State)
            return themedPixmap(stateIcon(run.state), stateColor(run.state, theme), 16, 2);
        return {};
    case Qt::ForegroundRole:
        if (column == State)
            return stateColor(run.state, theme);
        if (run.notes.archived || column == Seed || column == Started || column == Preset)
            return theme.muted;
        return column == Tags ? theme.accent : theme.text;
    case Qt::FontRole:
        return kColumns[column].number || column == Started ? numberFont(-1) : uiFont(-1);
    case Qt::TextAlignmentRole:
        return int((kColumns[column].number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool RunTable::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    RunSummary &run = m_runs[std::size_t(index.row())];
    const QString typed = value.toString();
    if (typed == text(run, index.column()))
        return false; // a note of several lines stays as it is unless it is edited
    RunStore::NotesChange change{run.path, run.notes, run.notes};
    if (index.column() == Tags)
        change.after.tags = parseTags(typed);
    else
        change.after.note = typed.trimmed().toStdString();
    run.notes = change.after; // shown at once; the store's next look says the same
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    m_store.changeNotes({change}, index.column() == Tags
                                      ? tr("tags of %1").arg(QString::fromStdString(run.name))
                                      : tr("note of %1").arg(QString::fromStdString(run.name)));
    return true;
}

Qt::ItemFlags RunTable::flags(const QModelIndex &index) const {
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Tags || index.column() == Note ? all | Qt::ItemIsEditable : all;
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((kColumns[section].number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(columnTitle(section)) : QVariant();
}

RunFilter::RunFilter(RunTable &table, QObject *parent)
    : QSortFilterProxyModel(parent), m_table(table) {
    setSourceModel(&table);
    setSortRole(RunTable::kSortRole);
    setDynamicSortFilter(true);
}

void RunFilter::setWords(const QString &words) {
    m_words = words.simplified().split(' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunFilter::setShowArchived(bool show) {
    m_archived = show;
    invalidateFilter();
}

const RunSummary &RunFilter::run(const QModelIndex &index) const {
    return m_table.run(mapToSource(index).row());
}

int RunFilter::archivedHidden() const {
    int hidden = 0;
    for (int row = 0; !m_archived && row < m_table.rowCount(); ++row)
        hidden += m_table.run(row).notes.archived;
    return hidden;
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex &) const {
    if (m_table.run(row).notes.archived && !m_archived)
        return false;
    const QString all = m_table.data(m_table.index(row, 0), RunTable::kSearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&all](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

// What has no value comes last in both orders; equal ones stand in the order of their names.
bool RunFilter::lessThan(const QModelIndex &a, const QModelIndex &b) const {
    const QVariant x = a.data(sortRole()), y = b.data(sortRole());
    if (x.isValid() != y.isValid())
        return (sortOrder() == Qt::AscendingOrder) == x.isValid();
    if (x.isValid() && x != y)
        return x.typeId() == QMetaType::QString
                   ? QString::compare(x.toString(), y.toString(), Qt::CaseInsensitive) < 0
                   : x.toDouble() < y.toDouble();
    return m_table.run(a.row()).name < m_table.run(b.row()).name;
}

} // namespace paddock

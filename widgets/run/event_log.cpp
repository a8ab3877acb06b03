#include "widgets/run/event_log.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr std::int64_t kNoStep = -1; // an event of the window, not of a run

const char *levelIcon(EventLevel level) {
    switch (level) {
    case EventLevel::Change:
        return "change";
    case EventLevel::Warning:
        return "warning";
    case EventLevel::Error:
        return "error";
    case EventLevel::Info:
        break;
    }
    return "info";
}

QColor levelColor(EventLevel level, const Theme &theme) {
    switch (level) {
    case EventLevel::Change:
        return theme.accent;
    case EventLevel::Warning:
        return theme.warn;
    case EventLevel::Error:
        return theme.bad;
    case EventLevel::Info:
        break;
    }
    return theme.muted;
}

} // namespace

QString levelName(EventLevel level) {
    switch (level) {
    case EventLevel::Change:
        return EventLog::tr("Change");
    case EventLevel::Warning:
        return EventLog::tr("Warning");
    case EventLevel::Error:
        return EventLog::tr("Error");
    case EventLevel::Info:
        break;
    }
    return EventLog::tr("Info");
}

EventModel::EventModel(ThemeManager &themes, QObject *parent)
    : QAbstractTableModel(parent), m_themes(themes) {
    connect(&themes, &ThemeManager::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void EventModel::append(const SessionEvent &event) {
    if (int(m_events.size()) == kMaxEvents) {
        beginRemoveRows({}, 0, 0);
        m_events.pop_front();
        endRemoveRows();
    }
    const int row = int(m_events.size());
    beginInsertRows({}, row, row);
    m_events.push_back(event);
    endInsertRows();
}

void EventModel::clear() {
    beginResetModel();
    m_events.clear();
    endResetModel();
}

int EventModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_events.size());
}

int EventModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const {
    const SessionEvent &e = m_events[std::size_t(index.row())];
    const Theme &theme = m_themes.theme();
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(e.text) + "\n" + levelName(e.level) +
               (e.step == kNoStep
                    ? QString()
                    : tr(", step %1, %2").arg(groupedCount(e.step), durationText(e.wallSeconds)));
    if (role == Qt::DisplayRole)
        return index.column() == Level  ? levelName(e.level)
               : index.column() == Step ? (e.step < 0 ? QString("-") : shortCount(double(e.step)))
                                        : QString::fromStdString(e.text);
    if (role == Qt::DecorationRole && index.column() == Level)
        return themedPixmap(levelIcon(e.level), levelColor(e.level, theme), 16, 2);
    if (role == Qt::ForegroundRole)
        return index.column() == Level  ? levelColor(e.level, theme)
               : index.column() == Step ? theme.muted
                                        : theme.text;
    if (role == Qt::FontRole && index.column() == Step)
        return numberFont(-1);
    if (role == Qt::TextAlignmentRole && index.column() == Step)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Step ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Level ? tr("Level") : section == Step ? tr("Step") : tr("Event");
}

EventLog::EventLog(ThemeManager &themes, QWidget *parent) : QWidget(parent) {
    m_model = new EventModel(themes, this);
    m_view = new QTableView;
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Event log"));
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setWordWrap(true);
    m_view->setFont(uiFont(-1));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->verticalHeader()->setMinimumSectionSize(24);
    m_view->horizontalHeader()->setSectionResizeMode(EventModel::Level, QHeaderView::Fixed);
    m_view->horizontalHeader()->setSectionResizeMode(EventModel::Step, QHeaderView::Fixed);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setFont(uiFont(-1));
    m_view->setColumnWidth(EventModel::Level, 88);
    m_view->setColumnWidth(EventModel::Step, 64);
    m_view->horizontalHeader()->setSectionResizeMode(EventModel::Text, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
}

void EventLog::append(const std::vector<SessionEvent> &events) {
    const QScrollBar *bar = m_view->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - 1; // whoever scrolled up is reading
    for (const SessionEvent &event : events)
        m_model->append(event);
    if (atEnd)
        m_view->scrollToBottom();
}

void EventLog::note(EventLevel level, const QString &text) {
    append({SessionEvent{kNoStep, 0, level, text.toStdString()}});
}

} // namespace paddock

// What happened during the run, newest at the end: level as icon and word, step, text. Bounded.
#pragma once

#include "core/run/training_session.h"
#include "widgets/theme/theme_manager.h"

#include <QAbstractTableModel>
#include <QTableView>
#include <QWidget>

#include <deque>

namespace paddock {

class EventModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    static constexpr int kMaxEvents = 2000;
    enum Column { Level, Step, Text, ColumnCount };

    explicit EventModel(ThemeManager &themes, QObject *parent = nullptr);
    void append(const SessionEvent &event); // the oldest makes room
    void clear();
    const SessionEvent &event(int row) const { return m_events[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    ThemeManager &m_themes;
    std::deque<SessionEvent> m_events;
};

class EventLog : public QWidget {
    Q_OBJECT
  public:
    explicit EventLog(ThemeManager &themes, QWidget *parent = nullptr);

    EventModel &model() { return *m_model; }
    void append(const std::vector<SessionEvent> &events);
    // Something that the window itself has to say.
    void note(EventLevel level, const QString &text);
    void clear() { m_model->clear(); }

  private:
    EventModel *m_model = nullptr;
    QTableView *m_view = nullptr;
};

QString levelName(EventLevel level);

} // namespace paddock

// The runs as a table: a row each, tags and note editable in place; and the sorted, filtered view
// of it.
#pragma once

#include "widgets/runs/run_store.h"
#include "widgets/theme/theme_manager.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace paddock {

class RunTable : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        Name,
        Scenario,
        Preset,
        Seed,
        State,
        Steps,
        Success,
        Return,
        Laps,
        LapTime,
        WallTime,
        Started,
        Sweep,
        Parent,
        Checkpoints,
        Tags,
        Note,
        ColumnCount
    };
    static constexpr int kSortRole = Qt::UserRole;       // invalid where there is no value
    static constexpr int kSearchRole = Qt::UserRole + 1; // all words of the run
    // Names in settings; also what --columns of a later version would take.
    static QString columnKey(int column);
    static QString columnTitle(int column);
    static bool shownAtFirst(int column);

    RunTable(RunStore &store, ThemeManager &themes, QObject *parent = nullptr);

    const RunSummary &run(int row) const { return m_runs[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    void follow(); // the store, row by row, so that selection and editors stay
    QVariant sortValue(const RunSummary &run, int column) const;
    QString text(const RunSummary &run, int column) const;

    RunStore &m_store;
    ThemeManager &m_themes;
    std::vector<RunSummary> m_runs;
};

class RunFilter : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit RunFilter(RunTable &table, QObject *parent = nullptr);

    void setWords(const QString &words); // all of them must be there
    void setShowArchived(bool show);
    bool showArchived() const { return m_archived; }
    const RunSummary &run(const QModelIndex &index) const;
    int archivedHidden() const; // runs that only the archive hides

  protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &a, const QModelIndex &b) const override;

  private:
    RunTable &m_table;
    QStringList m_words;
    bool m_archived = false;
};

} // namespace paddock

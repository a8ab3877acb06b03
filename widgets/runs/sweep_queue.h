// The runs of a sweep in the order in which they train: state, progress, results. Those that wait
// are dragged to another place.
#pragma once

#include "widgets/runs/sweep_controller.h"
#include "widgets/theme/theme_manager.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace paddock {

class SweepModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Name, State, Progress, Success, Return, ColumnCount };

    SweepModel(SweepController &sweep, ThemeManager &themes, QObject *parent = nullptr);

    const SweepItem &item(int row) const { return m_items[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

  private:
    void follow();
    int firstWaiting() const;
    QString text(const SweepItem &item, int column) const;

    SweepController &m_sweep;
    ThemeManager &m_themes;
    std::vector<SweepItem> m_items;
};

class SweepQueue : public QTableView {
    Q_OBJECT
  public:
    SweepQueue(SweepController &sweep, ThemeManager &themes, QWidget *parent = nullptr);

    SweepModel &runs() { return *m_model; }
    std::vector<std::string> selectedRuns() const;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    SweepModel *m_model = nullptr;
};

} // namespace paddock

// The table of runs on the screen: columns are chosen by a menu on the header, sorted by a click,
// and remembered with order and width.
#pragma once

#include "widgets/document/settings.h"
#include "widgets/runs/run_table.h"

#include <QMenu>
#include <QTableView>
#include <QTimer>

namespace paddock {

class RunView : public QTableView {
    Q_OBJECT
  public:
    RunView(RunFilter &filter, RunStore &store, Settings &settings, QWidget *parent = nullptr);
    ~RunView() override; // columns that were changed a moment ago are kept too

    std::vector<RunSummary> selectedRuns() const; // in the order of the rows
    void select(const std::filesystem::path &run);
    void setColumnShown(int column, bool shown);
    void resetColumns();
    void fillColumnMenu(QMenu &menu);

  Q_SIGNALS:
    void selectionMoved();
    void openWanted();   // Return or a double click
    void deleteWanted(); // Del

  protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

  private:
    int roomFor(int column) const; // px, its title among it
    void restoreColumns();
    void saveColumns();
    QString emptyText() const;

    RunFilter &m_filter;
    RunStore &m_store;
    Settings &m_settings;
    QTimer m_save; // of the columns, a moment after the last change
};

} // namespace paddock

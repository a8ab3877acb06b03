// Asks how to go on from a run: up to which step, and for a fork also from which checkpoint, under
// which name and with whose parameters.
#pragma once

#include "core/run/run_index.h"
#include "core/scenario/scenario.h"

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace paddock {

struct GoOnChoice {
    std::filesystem::path from; // the run, or one of its checkpoints
    Scenario scenario;
    bool ofDocument = false; // the parameters are those of the open document
};

class GoOnDialog : public QDialog {
    Q_OBJECT
  public:
    enum class Kind { Resume, Fork };

    // `own` is the document of the run's latest checkpoint, `open` the one in the window.
    GoOnDialog(Kind kind, const RunSummary &run, const Scenario &own, const Scenario &open,
               QWidget *parent);

    GoOnChoice choice() const;
    QString problem() const { return m_problem->text(); } // empty: may be accepted
    QLineEdit &steps() { return *m_steps; }
    QLineEdit &name() { return *m_name; }
    QComboBox &checkpoints() { return *m_checkpoints; }
    QComboBox &parameters() { return *m_parameters; }

  Q_SIGNALS:
    void chosen(const GoOnChoice &choice);

  private:
    void buildFork(QFormLayout &form);
    void showDifferences();
    void check();
    std::int64_t fromStep() const;

    Kind m_kind;
    RunSummary m_run;
    Scenario m_own, m_open;
    QComboBox *m_checkpoints = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_parameters = nullptr;
    QTableWidget *m_differences = nullptr;
    QLineEdit *m_steps = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace paddock

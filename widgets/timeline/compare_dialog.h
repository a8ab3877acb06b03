// Chooses two checkpoints of a run and lets both drive from the same seed, beside the window.
#pragma once

#include "core/run/checkpoint_compare.h"
#include "widgets/timeline/background_task.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>

#include <memory>

namespace paddock {

class CompareDialog : public QDialog {
    Q_OBJECT
  public:
    // `run` is chosen at first; empty: the newest one of the folder.
    CompareDialog(const QString &runsFolder, const QString &run, QWidget *parent);

    QComboBox &run() { return *m_run; }
    QComboBox &first() { return *m_first; }
    QComboBox &second() { return *m_second; }
    void start();

  Q_SIGNALS:
    void compared(std::shared_ptr<const PolicyComparison> comparison);

  private:
    void fillRuns(const QString &run);
    void fillCheckpoints();
    void finish(Result<PolicyComparison> result);
    void say(const QString &words);

    QString m_folder;
    QComboBox *m_run = nullptr;
    QComboBox *m_first = nullptr;
    QComboBox *m_second = nullptr;
    QComboBox *m_driver = nullptr;
    QSpinBox *m_seed = nullptr;
    QDoubleSpinBox *m_seconds = nullptr;
    QLabel *m_words = nullptr;
    QProgressBar *m_busy = nullptr;
    QPushButton *m_go = nullptr;
    BackgroundTask<Result<PolicyComparison>> m_task{this};
};

} // namespace paddock

// Sweeps in the window: at the left what is varied, at the right the queue of runs with its
// progress.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/runs/sweep_queue.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

#include <vector>

namespace paddock {

class SweepPanel : public QWidget {
    Q_OBJECT
  public:
    SweepPanel(SweepController &sweep, DocumentModel &document, ThemeManager &themes,
               QWidget *parent = nullptr);

    // What the left side says, of the open document. Error: the first thing that is wrong.
    Result<SweepSpec> plan() const;
    void addAxis(const QString &path = {}, const QString &values = {});
    QLineEdit &name() { return *m_name; }
    QLineEdit &seeds() { return *m_seeds; }
    QSpinBox &jobs() { return *m_jobs; }
    SweepQueue &queue() { return *m_queue; }
    QToolButton &startButton() { return *m_start; }
    QString summary() const { return m_summary->text(); }
    QString progressText() const { return m_progressText->text(); }

  private:
    struct AxisRow {
        QWidget *row = nullptr;
        QComboBox *path = nullptr;
        QLineEdit *values = nullptr;
    };
    QWidget *buildPlan();
    QWidget *buildRuns();
    void goOn();
    void fillPaths(QComboBox &box) const;
    void followDocument();
    void showPlan();
    void showProgress();
    void enableButtons();

    SweepController &m_sweep;
    DocumentModel &m_document;
    std::vector<AxisRow> m_axes;
    QVBoxLayout *m_axisLayout = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_seeds = nullptr;
    QSpinBox *m_jobs = nullptr;
    QLabel *m_summary = nullptr;
    QToolButton *m_start = nullptr;
    QToolButton *m_goOn = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_leaveOut = nullptr;
    QToolButton *m_cancel = nullptr;
    SweepQueue *m_queue = nullptr;
};

} // namespace paddock

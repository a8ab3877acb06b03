// One line under the window: how far the run is, how well it does, how long it takes.
#pragma once

#include "core/run/training_session.h"
#include "widgets/run/run_controller.h"

#include <QLabel>
#include <QProgressBar>
#include <QWidget>

#include <vector>

namespace paddock {

class ProgressStrip : public QWidget {
    Q_OBJECT
  public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    void setPhase(RunController::Phase phase);
    void setProgress(const SessionProgress &progress);
    QString phaseText() const { return m_phase->text(); }

  private:
    QLabel *addCell(const QString &caption, const QString &help, int digits);

    QLabel *m_phase = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_steps, *m_episodes, *m_success, *m_return, *m_speed, *m_elapsed, *m_eta;
};

} // namespace paddock

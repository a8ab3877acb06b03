// Who else drives: nobody, the ghost of a lap, a controller or a policy.
#pragma once

#include "core/run/drive_session.h"
#include "widgets/drive/lap_shelf.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace paddock {

class OpponentBox : public QWidget {
    Q_OBJECT
  public:
    OpponentBox(LapShelf &shelf, QString runsFolder, QWidget *parent = nullptr);

    void setScenario(const Scenario &scenario); // some opponents only race
    OpponentKind kind() const;
    void choose(OpponentKind kind);
    void choosePolicy(const QString &path); // .onnx, run or checkpoint
    QString policy() const { return m_policy; }
    // Fills in the opponent of a set-up; false when it is not there, and then problem() says why.
    bool apply(DriveSetup &setup);
    QString problem() const { return m_problem; }
    QComboBox *kindBox() const { return m_kind; }

  private:
    void fillLaps();
    void fillPolicies();
    void choosePolicyFile();
    void choosePolicyRun();
    void showKind();

    LapShelf &m_shelf;
    QString m_runsFolder;
    QString m_policy;
    QString m_problem;
    QComboBox *m_kind = nullptr;
    QWidget *m_lapRow = nullptr;
    QComboBox *m_lap = nullptr;
    QWidget *m_policyRow = nullptr;
    QToolButton *m_policyButton = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace paddock

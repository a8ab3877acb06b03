// The evaluation plan as a form: who is judged, where, at which degrees of randomization, how
// often.
#pragma once

#include "widgets/evaluate/plan_model.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

namespace paddock {

class PlanPanel : public QScrollArea {
    Q_OBJECT
  public:
    PlanPanel(StudioActions &actions, PlanModel &model, ThemeManager &themes, QString runsFolder,
              QWidget *parent = nullptr);

    void setOpenDocument(const QString &title); // what a scenario without a file means
    void setEditable(bool on);                  // not while a plan is carried out
    void addDriver(const PlanDriver &driver);
    void addScenario(const QString &file); // empty: the open document
    void toggleDegree(double degree, bool on);

    QSpinBox *runsBox() const { return m_runs; }
    QToolButton *addDriverButton() const { return m_addDriver; }
    QList<QToolButton *> degreeButtons() const { return m_degrees; }
    QList<QToolButton *> removeButtons() const; // of drivers, then scenarios

  private:
    QWidget *buildHead(StudioActions &actions);
    QWidget *buildDrivers();
    QWidget *buildScenarios();
    QWidget *buildDegrees();
    QWidget *buildOptions();
    void fillDriverMenu();
    void showPlan();
    void showRows();
    void addRow(QVBoxLayout &rows, const QString &name, const QString &kind, const QString &tip,
                const QString &remove, std::function<void(EvaluationPlan &)> change);
    void edit(const QString &what, const QString &field,
              const std::function<void(EvaluationPlan &)> &change);
    void chooseDriverFile(PlanDriverKind kind, const QString &title, const QString &filter);
    void setDegrees(const QString &text);

    PlanModel &m_model;
    ThemeManager &m_themes;
    QString m_runsFolder;
    QString m_openDocument;
    QWidget *m_body = nullptr;
    QLabel *m_title = nullptr;
    QVBoxLayout *m_driverRows = nullptr;
    QVBoxLayout *m_scenarioRows = nullptr;
    QToolButton *m_addDriver = nullptr;
    QToolButton *m_addScenario = nullptr;
    QList<QToolButton *> m_degrees; // NDR, LDR, HDR
    QLineEdit *m_degreeText = nullptr;
    QSpinBox *m_runs = nullptr;
    QLineEdit *m_seed = nullptr;
    QSpinBox *m_laps = nullptr;
    QCheckBox *m_alone = nullptr;
    QCheckBox *m_grid = nullptr;
    QLineEdit *m_opponent = nullptr;
};

} // namespace paddock

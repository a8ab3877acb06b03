// The Evaluate mode: a plan at the left, its results in the middle, each run one click away.
#pragma once

#include "widgets/evaluate/evaluation_controller.h"
#include "widgets/evaluate/plan_model.h"
#include "widgets/evaluate/plan_panel.h"
#include "widgets/evaluate/replay_page.h"
#include "widgets/evaluate/results_view.h"
#include "widgets/window/mode_page.h"
#include "widgets/window/studio_parts.h"

#include <QStackedWidget>

namespace paddock {

class EvaluateMode : public ModePage {
    Q_OBJECT
  public:
    EvaluateMode(const StudioParts &parts, QObject *parent);

    PlanModel &plan() { return m_plan; }
    PlanPanel &panel() { return *m_panel; }
    ResultsView &results() { return *m_results; }
    ReplayPage &replay() { return *m_replay; }
    EvaluationController &evaluation() { return m_evaluation; }

    QList<QDockWidget *> docks() const override { return {m_panelDock, &m_.logDock}; }
    void arrange() override;
    QWidget *centre() const override { return m_centre; }
    QList<QWidget *> panels() const override { return {m_panel}; }
    void setShown(bool shown) override;

    void start();   // the plan
    void example(); // the newest run and the built-in drivers on the open document, at once
    // Writes what is shown; errors say why not.
    Status writeRuns(const QString &file) const;
    Status writeReport(const QString &file) const;

  private:
    void connectActions();
    void showPhase();
    void showReplay(const std::shared_ptr<const EpisodeReplay> &replay, std::size_t cell);
    void openPlan();
    void savePlanAs();
    void exportTo(const QString &title, const QString &name, const QString &filter,
                  Status (EvaluateMode::*write)(const QString &) const);
    void openInBrowser();
    void tell(const Status &status, const QString &done, const QString &title);

    StudioParts m_;
    PlanModel m_plan;
    EvaluationController m_evaluation;
    PlanPanel *m_panel = nullptr;
    QDockWidget *m_panelDock = nullptr;
    QStackedWidget *m_centre = nullptr;
    ResultsView *m_results = nullptr;
    ReplayPage *m_replay = nullptr;
    bool m_shown = false;
};

} // namespace paddock

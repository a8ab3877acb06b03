// The Train mode: the document as a form, the worlds, the picked agent, the curves and the log.
#pragma once

#include "widgets/form/parameter_form.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/plots/plot_panel.h"
#include "widgets/run/policy_map_controller.h"
#include "widgets/runs/run_opener.h"
#include "widgets/runs/run_panel.h"
#include "widgets/runs/sweep_panel.h"
#include "widgets/timeline/time_travel.h"
#include "widgets/window/mode_page.h"
#include "widgets/window/studio_parts.h"
#include "widgets/window/train_scene.h"

namespace paddock {

class TrainMode : public ModePage {
    Q_OBJECT
  public:
    TrainMode(const StudioParts &parts, QObject *parent);

    ParameterForm &form() { return *m_form; }
    InspectorPanel &inspector() { return *m_inspector; }
    PlotPanel &plots() { return *m_plots; }
    PolicyMapController &map() { return *m_map; }
    RunPanel &runs() { return *m_runs; }
    void openRun(const std::filesystem::path &run) { m_opener->open(run); }
    RunStore &runStore() { return *m_runStore; }
    SweepPanel &sweepPanel() { return *m_sweepPanel; }
    SweepController &sweep() { return *m_sweep; }
    void showCompared(const std::vector<std::filesystem::path> &runs);
    void showSweep();
    void showRuns(); // the browser comes to the front
    TimeTravel &travel() { return *m_travel; }
    void findParameter(const QString &words = {}); // in the form; empty: what stands there

    QList<QDockWidget *> docks() const override;
    void arrange() override;
    QList<QWidget *> panels() const override { return {m_form, m_inspector, m_plots, m_runs}; }
    void setShown(bool shown) override;

  private:
    void connectDocument();
    void connectRun();
    void connectMap();
    void chooseMap();
    void connectRuns();
    void showRecord(const Scenario &scenario, const RunRecord &record);

    StudioParts m_;
    ParameterForm *m_form = nullptr;
    InspectorPanel *m_inspector = nullptr;
    PlotPanel *m_plots = nullptr;
    RunStore *m_runStore = nullptr;
    RunOpener *m_opener = nullptr;
    RunPanel *m_runs = nullptr;
    SweepController *m_sweep = nullptr;
    SweepPanel *m_sweepPanel = nullptr;
    QDockWidget *m_formDock = nullptr;
    QDockWidget *m_inspectorDock = nullptr;
    QDockWidget *m_plotDock = nullptr;
    QDockWidget *m_runsDock = nullptr;
    QDockWidget *m_sweepDock = nullptr;
    TrainScene *m_scene = nullptr;
    PolicyMapController *m_map = nullptr;
    bool m_shown = true;
    TimeTravel *m_travel = nullptr;
};

} // namespace paddock

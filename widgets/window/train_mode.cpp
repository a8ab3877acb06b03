#include "widgets/window/train_mode.h"

#include "widgets/window/change_marks.h"
#include "widgets/window/dock_panel.h"

namespace paddock {

TrainMode::TrainMode(const StudioParts &parts, QObject *parent) : ModePage(parent), m_(parts) {
    m_form = new ParameterForm(m_.document, m_.themes);
    m_inspector = new InspectorPanel(m_.themes);
    m_inspector->setScenario(m_.document.scenario());
    m_plots = new PlotPanel(m_.themes);
    m_plots->setSmoothing(m_.settings.smoothing());
    m_plots->useSettings(m_.settings);
    QWidget *window = &m_.window;
    m_formDock = new DockPanel("parameters", tr("Parameters"), m_form, m_.themes, window);
    m_inspectorDock = new DockPanel("inspector", tr("Inspector"), m_inspector, m_.themes, window);
    m_plotDock = new DockPanel("curves", tr("Learning curves"), m_plots, m_.themes, window);
    m_runStore = new RunStore(m_.runsFolder);
    m_runs = new RunPanel({m_.actions, *m_runStore, m_.settings, m_.themes});
    m_runStore->setParent(m_runs); // whose last events still ask it
    m_runsDock = new DockPanel("runs", tr("Runs"), m_runs, m_.themes, window);
    m_sweep = new SweepController(m_.runsFolder.toStdString(), this);
    m_sweepPanel = new SweepPanel(*m_sweep, m_.document, m_.themes);
    m_sweepDock = new DockPanel("sweep", tr("Sweep"), m_sweepPanel, m_.themes, window);
    m_opener = new RunOpener(
        {m_.window, *m_runStore, m_.document, m_.run, [this] { return m_.files.mayLeave(); }},
        this);
    m_scene = new TrainScene(m_.actions, m_.scene, m_.run, m_.document, this);
    m_map = new PolicyMapController(m_.run, this);
    m_travel = new TimeTravel(m_, *m_scene, *m_inspector, this);
    connect(m_travel, &TimeTravel::problem, this, &ModePage::problem);
    connectDocument();
    connectRun();
    connectMap();
    connectRuns();
    connect(m_.actions.findParameter, &QAction::triggered, this, [this] { findParameter(); });
    connect(m_.actions.clearReference, &QAction::triggered, m_plots, &PlotPanel::clearReference);
    connect(m_plots, &PlotPanel::smoothingChanged, this,
            [this](double weight) { m_.settings.setSmoothing(weight); });
    connect(m_plots, &PlotPanel::message, this,
            [this](const QString &text) { m_.log.note(EventLevel::Info, text); });
    connect(m_plots, &PlotPanel::hint, this,
            [this](const QString &text) { m_.log.note(EventLevel::Warning, text); });
}

void TrainMode::connectDocument() {
    connect(&m_.document, &DocumentModel::changed, this, [this] {
        m_inspector->setScenario(m_.document.scenario());
        m_plots->setScenario(m_.document.scenario());
    });
    connect(&m_.document, &DocumentModel::fieldChanged, this,
            [this](const QString &path, const QString &value) {
                const FieldRow *row = m_.document.field(path);
                if (row && row->live)
                    m_.run.setLive(path, value);
            });
}

void TrainMode::connectRun() {
    connect(&m_.run, &RunController::started, this, [this](const Scenario &scenario) {
        m_inspector->setRun(m_.run.info(), scenario);
        m_plots->clearRun(scenario.training.maxSteps);
        m_plots->setOwnFolder(QString::fromStdString(m_.run.info().runDir.string()));
        m_plots->setScenario(scenario);
    });
    connect(&m_.run, &RunController::detailReady, m_inspector,
            [this](const std::shared_ptr<const SessionSnapshot> &snapshot) {
                if (!m_travel->away())
                    m_inspector->setSnapshot(snapshot);
            });
    connect(&m_.run, &RunController::metricsReady, m_plots, &PlotPanel::addRows);
    connect(&m_.run, &RunController::eventsReady, this,
            [this](const std::vector<SessionEvent> &events) {
                for (const SessionEvent &event : events)
                    if (const auto mark = markOf(event, m_.document.fields()))
                        m_plots->addMark(*mark);
            });
}

// What explains is only worked out while somebody can see it.
void TrainMode::connectMap() {
    m_inspector->setMapActions(m_.actions.maps());
    connect(m_inspectorDock, &QDockWidget::visibilityChanged, &m_.run, &RunController::setWhy);
    for (QAction *map : m_.actions.maps())
        connect(map, &QAction::toggled, this, &TrainMode::chooseMap);
    connect(&m_.scene, &ScenePanel::picked, m_map, [this](int row) {
        if (m_shown)
            m_map->setRow(row);
    });
    connect(m_map, &PolicyMapController::heatChanged, this,
            [this](const std::shared_ptr<const HeatMap> &heat) {
                if (m_shown)
                    m_.scene.view().setHeat(heat);
            });
    connect(m_map, &PolicyMapController::failed, this, [this](const QString &why) {
        m_.log.note(EventLevel::Error, tr("No map of the policy: %1").arg(why));
    });
}

// Branch 0 is the throttle and 1 the steering in every task.
void TrainMode::chooseMap() {
    std::optional<PolicyHeatChoice> choice;
    for (int i = 0; i < m_.actions.maps().size(); ++i)
        if (m_.actions.maps()[i]->isChecked())
            choice = PolicyHeatChoice{i - 1};
    m_map->show(m_shown ? choice : std::nullopt);
}

void TrainMode::connectRuns() {
    connect(m_.actions.showRuns, &QAction::triggered, this, &TrainMode::showRuns);
    connect(m_.actions.showSweep, &QAction::triggered, this, &TrainMode::showSweep);
    connect(m_sweep, &SweepController::failed, this,
            [this](const Error &error) { Q_EMIT problem(tr("The sweep cannot begin"), error); });
    connect(m_sweep, &SweepController::ended, this, [this] {
        const SweepProgress &last = m_sweep->progress();
        m_.log.note(last.failed > 0 ? EventLevel::Warning : EventLevel::Info,
                    tr("The sweep has ended: %1 of %2 runs finished, %3 failed")
                        .arg(last.finished)
                        .arg(last.items.size())
                        .arg(last.failed));
        m_runStore->refresh();
    });
    connect(m_runs, &RunPanel::compareWanted, this, &TrainMode::showCompared);
    connect(m_runs, &RunPanel::openWanted, m_opener, &RunOpener::open);
    connect(m_runs, &RunPanel::resumeWanted, m_opener, &RunOpener::resume);
    connect(m_runs, &RunPanel::forkWanted, m_opener, &RunOpener::fork);
    connect(m_opener, &RunOpener::recordReady, this, &TrainMode::showRecord);
    connect(m_opener, &RunOpener::problem, this, &ModePage::problem);
    connect(m_runStore, &RunStore::problem, this, &ModePage::problem);
    connect(m_opener, &RunOpener::notice, this,
            [this](const QString &text) { m_.log.note(EventLevel::Info, text); });
    connect(&m_.run, &RunController::phaseChanged, m_runStore, &RunStore::refresh);
}

void TrainMode::showCompared(const std::vector<std::filesystem::path> &runs) {
    std::vector<ComparedRun> compared;
    for (const std::filesystem::path &run : runs)
        compared.push_back({QString::fromStdString(run.string()),
                            QString::fromStdString(run.filename().string()), int(compared.size())});
    m_plots->setCompared(compared);
}

void TrainMode::showSweep() {
    m_sweepDock->show();
    m_sweepDock->raise();
    m_sweepPanel->setFocus();
}

void TrainMode::showRuns() {
    m_runsDock->show();
    m_runsDock->raise();
    m_runs->setFocus();
}

// The curves of a run that is over, as they stood while it trained.
void TrainMode::showRecord(const Scenario &scenario, const RunRecord &record) {
    m_plots->clearRun(scenario.training.maxSteps);
    m_plots->setScenario(scenario);
    m_plots->addRows(record.rows);
    for (const SessionEvent &event : record.events)
        if (const auto mark = markOf(event, m_.document.fields()))
            m_plots->addMark(*mark);
    m_plotDock->show();
    m_plotDock->raise();
}

void TrainMode::findParameter(const QString &words) {
    m_formDock->show();
    m_formDock->raise();
    if (!words.isEmpty()) {
        m_form->searchBox()->setText(words);
        return;
    }
    m_form->searchBox()->setFocus();
    m_form->searchBox()->selectAll();
}

QList<QDockWidget *> TrainMode::docks() const {
    return {m_formDock, m_inspectorDock, m_plotDock, m_runsDock, m_sweepDock, &m_.logDock};
}

void TrainMode::arrange() {
    QMainWindow &window = m_.window;
    window.addDockWidget(Qt::LeftDockWidgetArea, m_formDock);
    window.addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    window.addDockWidget(Qt::BottomDockWidgetArea, m_plotDock);
    window.splitDockWidget(m_plotDock, &m_.logDock, Qt::Horizontal);
    window.tabifyDockWidget(m_plotDock, m_runsDock);
    window.tabifyDockWidget(m_runsDock, m_sweepDock);
    for (QDockWidget *dock : docks())
        dock->show();
    m_plotDock->raise();
    const bool small = window.width() < 1400;
    const int side = small ? 296 : 336;
    window.resizeDocks({m_formDock, m_inspectorDock}, {small ? 320 : 352, side}, Qt::Horizontal);
    window.resizeDocks({m_plotDock, &m_.logDock}, {window.width() - side, side}, Qt::Horizontal);
    window.resizeDocks({m_plotDock}, {window.height() < 900 ? 296 : 336}, Qt::Vertical);
}

void TrainMode::setShown(bool shown) {
    m_travel->setShown(shown); // it gives the scene back first
    m_scene->setShown(shown);
    m_shown = shown;
    chooseMap();
    if (!shown)
        m_.scene.view().setHeat(nullptr);
}

} // namespace paddock

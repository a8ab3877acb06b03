#include "widgets/evaluate/evaluate_mode.h"

#include "core/base/file_io.h"
#include "core/run/build_info.h"
#include "core/run/episode_rollout.h"
#include "core/run/evaluation_export.h"
#include "core/run/evaluation_report.h"
#include "core/run/run_directory.h"
#include "widgets/window/centre_stack.h"
#include "widgets/window/dock_panel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QUrl>

namespace paddock {

namespace {

// The newest run with a checkpoint whose policy is of the same kind of task; empty when there is
// none.
QString newestRun(const QString &folder, ScenarioKind kind) {
    for (const QFileInfo &run :
         QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time)) {
        const std::string path = run.absoluteFilePath().toStdString();
        if (listCheckpoints(path).empty())
            continue;
        if (const auto scenario = scenarioOfRun(path); scenario && scenario->kind == kind)
            return run.absoluteFilePath();
    }
    return {};
}

// How a run ended, of the first car that failed.
QString outcomeWords(const std::string &outcome) {
    const auto words = [](const char *text) {
        return QCoreApplication::translate("EvaluateMode", text);
    };
    if (outcome == "goal")
        return words(QT_TRANSLATE_NOOP("EvaluateMode", "everybody arrived"));
    if (outcome == "lane_bound")
        return words(QT_TRANSLATE_NOOP("EvaluateMode", "a car left its lane"));
    if (outcome == "wall")
        return words(QT_TRANSLATE_NOOP("EvaluateMode", "a car hit a wall"));
    if (outcome == "time")
        return words(QT_TRANSLATE_NOOP("EvaluateMode", "out of time"));
    if (outcome.starts_with("collision"))
        return words(QT_TRANSLATE_NOOP("EvaluateMode", "cars collided"));
    return QString::fromStdString(outcome);
}

} // namespace

EvaluateMode::EvaluateMode(const StudioParts &parts, QObject *parent)
    : ModePage(parent), m_(parts) {
    m_panel = new PlanPanel(m_.actions, m_plan, m_.themes, m_.runsFolder);
    m_panelDock = new DockPanel("plan", tr("Evaluation plan"), m_panel, m_.themes, &m_.window);
    m_results = new ResultsView(m_.actions, m_evaluation, m_.themes);
    m_replay = new ReplayPage(m_.actions, m_.themes);
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_results);
    m_centre->addWidget(m_replay);
    showPage(*m_centre, m_results);
    m_centre->setFocusProxy(m_results);
    connectActions();
    connect(&m_plan, &PlanModel::changed, this, &EvaluateMode::showPhase);
    connect(&m_plan.undoStack(), &QUndoStack::indexChanged, this, &EvaluateMode::showPhase);
    connect(&m_evaluation, &EvaluationController::phaseChanged, this, &EvaluateMode::showPhase);
    connect(&m_evaluation, &EvaluationController::resultsChanged, this, &EvaluateMode::showPhase);
    connect(&m_evaluation, &EvaluationController::replayReady, this, &EvaluateMode::showReplay);
    connect(&m_evaluation, &EvaluationController::failed, this, [this](const Error &error) {
        m_results->showMessage(QString::fromStdString(error.text()));
        for (const Problem &one : error.problems)
            m_.log.note(EventLevel::Error, QString::fromStdString(one.text()));
    });
    connect(m_results, &ResultsView::exampleWanted, this, &EvaluateMode::example);
    connect(m_results, &ResultsView::runPicked, &m_evaluation, &EvaluationController::replay);
    connect(m_replay, &ReplayPage::closed, this, [this] {
        showPage(*m_centre, m_results);
        showPhase();
    });
    const auto title = [this] { m_panel->setOpenDocument(m_.document.title()); };
    connect(&m_.document, &DocumentModel::fileChanged, this, title);
    title();
    showPhase();
}

void EvaluateMode::connectActions() {
    StudioActions &a = m_.actions;
    connect(a.evaluateStart, &QAction::triggered, this, &EvaluateMode::start);
    connect(a.evaluateStop, &QAction::triggered, &m_evaluation, &EvaluationController::stop);
    connect(a.planUndo, &QAction::triggered, &m_plan.undoStack(), &QUndoStack::undo);
    connect(a.planRedo, &QAction::triggered, &m_plan.undoStack(), &QUndoStack::redo);
    connect(a.planOpen, &QAction::triggered, this, &EvaluateMode::openPlan);
    connect(a.planSave, &QAction::triggered, this, &EvaluateMode::savePlanAs);
    connect(a.exportRuns, &QAction::triggered, this, [this] {
        exportTo(tr("Save the runs"), "evaluation.csv", tr("Tables (*.csv)"),
                 &EvaluateMode::writeRuns);
    });
    connect(a.exportReport, &QAction::triggered, this, [this] {
        exportTo(tr("Save the report"), "evaluation.html", tr("Pages (*.html)"),
                 &EvaluateMode::writeReport);
    });
    connect(a.showReport, &QAction::triggered, this, &EvaluateMode::openInBrowser);
}

void EvaluateMode::arrange() {
    QMainWindow &window = m_.window;
    window.addDockWidget(Qt::LeftDockWidgetArea, m_panelDock);
    window.addDockWidget(Qt::BottomDockWidgetArea, &m_.logDock);
    m_panelDock->show();
    m_.logDock.hide(); // problems stand above the results; View > Panels has it
    window.resizeDocks({m_panelDock}, {window.width() < 1400 ? 320 : 352}, Qt::Horizontal);
}

void EvaluateMode::setShown(bool shown) {
    m_shown = shown;
    if (!shown)
        m_replay->close();
    showPhase();
}

void EvaluateMode::start() {
    const std::string title = m_plan.title().toStdString();
    if (const auto problems = planProblems(m_plan.plan(), title, true); !problems.empty())
        return m_results->showMessage(QString::fromStdString(Error(problems).text()));
    m_replay->close();
    m_results->showMessage({});
    m_evaluation.start(m_plan.plan(), m_plan.title(), m_.document.scenario());
}

void EvaluateMode::example() {
    EvaluationPlan plan = m_plan.plan();
    plan.name = m_.document.scenario().name;
    plan.drivers.clear();
    plan.scenarios = {PlanScenario{}};
    if (const QString run = newestRun(m_.runsFolder, m_.document.scenario().kind); !run.isEmpty())
        plan.drivers.push_back({.kind = PlanDriverKind::Policy, .file = run.toStdString()});
    const bool racing = m_.document.scenario().kind == ScenarioKind::Racing;
    const std::vector<std::string> names =
        racing ? std::vector<std::string>{"follow_the_gap", "disparity_extender"}
               : std::vector<std::string>{"full_speed", "random"};
    for (const std::string &name : names)
        plan.drivers.push_back({.driver = name});
    m_plan.change(tr("Judge the newest run"), plan);
    start();
}

void EvaluateMode::showPhase() {
    StudioActions &a = m_.actions;
    const bool active = m_evaluation.active();
    const bool results = m_evaluation.job() && !arenasOf(m_evaluation.grid()).empty();
    m_panel->setEditable(!active);
    a.evaluateStart->setEnabled(!active);
    a.evaluateStop->setEnabled(m_evaluation.phase() == EvaluationController::Phase::Running ||
                               m_evaluation.phase() == EvaluationController::Phase::Preparing);
    a.planUndo->setEnabled(!active && m_plan.undoStack().canUndo());
    a.planRedo->setEnabled(!active && m_plan.undoStack().canRedo());
    a.planOpen->setEnabled(!active);
    for (QAction *action : {a.exportRuns, a.exportReport, a.showReport})
        action->setEnabled(results);
    for (QAction *action : {a.runClose, a.runPlay, a.runBack, a.runForward})
        action->setEnabled(m_replay->isOpen());
}

void EvaluateMode::showReplay(const std::shared_ptr<const EpisodeReplay> &replay,
                              std::size_t cell) {
    if (!m_shown || !m_evaluation.job() || cell >= m_evaluation.job()->cells.size())
        return;
    const EvaluationCell &of = m_evaluation.job()->cells[cell];
    showPage(*m_centre, m_replay);
    m_replay->open(replay, tr("%1, run %2: %3")
                               .arg(QString::fromStdString(
                                   m_evaluation.job()->driverNames[std::size_t(of.driver)]))
                               .arg(replay->run.run + 1)
                               .arg(outcomeWords(replay->run.outcome)));
    showPhase();
}

void EvaluateMode::tell(const Status &status, const QString &done, const QString &title) {
    if (status) {
        m_.log.note(EventLevel::Info, done);
        if (m_evaluation.job())
            m_results->showMessage(done); // the log is seldom in view here
    } else
        Q_EMIT problem(title, status.error());
}

void EvaluateMode::openPlan() {
    const QString file = QFileDialog::getOpenFileName(
        &m_.window, tr("Open a plan"), m_.settings.lastFolder(), tr("Evaluation plans (*.json)"));
    if (!file.isEmpty())
        tell(m_plan.open(file), tr("Opened %1").arg(file), tr("The plan cannot be read"));
}

void EvaluateMode::savePlanAs() {
    const QString at =
        m_plan.file().isEmpty() ? m_.settings.lastFolder() + "/plan.json" : m_plan.file();
    const QString file = QFileDialog::getSaveFileName(&m_.window, tr("Save the plan"), at,
                                                      tr("Evaluation plans (*.json)"));
    if (!file.isEmpty())
        tell(m_plan.save(file), tr("Saved %1").arg(file), tr("The plan cannot be written"));
}

Status EvaluateMode::writeRuns(const QString &file) const {
    return writeFileAtomic(file.toStdString(),
                           evaluationCsv(*m_evaluation.job(), m_evaluation.grid()));
}

Status EvaluateMode::writeReport(const QString &file) const {
    return writeFileAtomic(file.toStdString(),
                           evaluationReport(*m_evaluation.job(), m_evaluation.grid(),
                                            buildInfoJson(m_.run.info().blas)));
}

void EvaluateMode::exportTo(const QString &title, const QString &name, const QString &filter,
                            Status (EvaluateMode::*write)(const QString &) const) {
    if (!m_evaluation.job())
        return;
    const QString file = QFileDialog::getSaveFileName(
        &m_.window, title,
        (QDir(m_.runsFolder).exists() ? m_.runsFolder : m_.settings.lastFolder()) + "/" + name,
        filter);
    if (!file.isEmpty())
        tell((this->*write)(file), tr("Saved %1").arg(file), tr("It cannot be written"));
}

void EvaluateMode::openInBrowser() {
    if (!m_evaluation.job())
        return;
    const QString file = QDir::temp().filePath("paddock-evaluation.html");
    const Status written = writeReport(file);
    const bool opened = written && QDesktopServices::openUrl(QUrl::fromLocalFile(file));
    tell(written,
         opened ? tr("Opened %1").arg(file) : tr("No browser opens; the report is %1").arg(file),
         tr("The report cannot be written"));
}

} // namespace paddock

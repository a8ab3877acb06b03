#include "widgets/window/main_window.h"
#include "widgets/plots/curve_plot.h"

#include "widgets/form/difference_dialog.h"
#include "widgets/theme/icons.h"
#include "widgets/window/centre_stack.h"
#include "widgets/window/change_marks.h"
#include "widgets/window/dock_panel.h"
#include "widgets/window/help_dialogs.h"
#include "widgets/window/shortcut_guard.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QPainter>
#include <QStatusBar>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kNoticeTime = 6000; // ms
constexpr QSize kDefaultSize{1600, 1000};

} // namespace

MainWindow::MainWindow(ThemeManager &themes, Settings &settings, SessionOptions options)
    : m_themes(themes), m_settings(settings), m_run(options), m_layouts(*this, settings) {
    m_actions = new StudioActions(this);
    m_keys = new KeyBindings(*m_actions, settings, this);
    m_preferences = new Preferences(settings, themes, *m_keys, m_run, this);
    m_files = new DocumentActions(*m_actions, m_document, settings, this);
    buildPanels();
    buildModes(QString::fromStdString(options.runsFolder.string()));
    buildMenus();
    connectDocument();
    connectRun();
    connectActions();
    connectSettings();
    connectDrive();
    connectWelcome();
    connectScenario();
    connectLessons();
    connectDrops();
    connectHelp();
    new ShortcutGuard(&m_scene->view(), this);
    setAcceptDrops(true);
    applyIcons(this, m_themes.theme());
    connect(&m_themes, &ThemeManager::changed, this,
            [this] { applyIcons(this, m_themes.theme()); });
    restoreWindow();
    showTitle();
    showPhase();
    m_scene->view().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanels() {
    m_scene = new ScenePanel(*m_actions, m_themes);
    m_log = new EventLog(m_themes);
    m_progress = new ProgressStrip;
    m_toolBar = new RunToolBar(*m_actions, m_run, m_document);
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_scene);
    auto *middle = new QWidget; // and the lesson beside it, while one is on
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_centre, 1);
    setCentralWidget(middle);
    m_logDock = new DockPanel("log", tr("Events"), m_log, m_themes, this);
    addToolBar(Qt::TopToolBarArea, m_toolBar);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_progress, 1);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

void MainWindow::buildModes(const QString &runsFolder) {
    m_runsFolder = QFileInfo(runsFolder).absoluteFilePath();
    const StudioParts parts{*this,    *m_actions, m_themes,   m_settings,   m_document, m_run,
                            *m_scene, *m_log,     *m_logDock, m_runsFolder, *m_files};
    m_train = new TrainMode(parts, this);
    addPage(StudioMode::Train, *m_train);
    m_drive = new DriveMode(parts, this);
    addPage(StudioMode::Drive, *m_drive);
    m_evaluate = new EvaluateMode(parts, this);
    addPage(StudioMode::Evaluate, *m_evaluate);
    m_welcome = new WelcomeMode(parts, this);
    addPage(StudioMode::Welcome, *m_welcome);
    m_scenario = new ScenarioMode(parts, this);
    addPage(StudioMode::Scenario, *m_scenario);
    m_lessons = new LessonGuide(parts, *m_train, *m_drive, *m_files, this);
    centralWidget()->layout()->addWidget(&m_lessons->panel());
    m_presenter = new Presenter(*this, *m_scene, m_themes, this);
    m_drops = new DropTarget(*m_files, *m_lessons, *m_train, *m_drive, TrackIntake::defaultFolder(),
                             this);
    m_modeBar = new ModeBar(*m_actions);
    addToolBar(Qt::LeftToolBarArea, m_modeBar);
    connect(m_modeBar, &ModeBar::entered, this, &MainWindow::showMode);
}

void MainWindow::addPage(StudioMode mode, ModePage &page) {
    m_pages[mode] = &page;
    m_layouts.add(mode, page.docks(), [&page] { page.arrange(); });
    if (QWidget *centre = page.centre())
        m_centre->addWidget(centre);
    connect(&page, &ModePage::problem, this, &MainWindow::explain);
}

// A training run goes on whatever is shown.
void MainWindow::showMode() {
    const StudioMode mode = m_actions->mode();
    const bool train = mode == StudioMode::Train;
    m_actions->present->setChecked(false); // the layout to keep is not the presenter's
    ModePage &shown = *m_pages.at(mode);
    giveRoom(*m_centre, nullptr); // the docks of both modes meet for a moment
    m_layouts.enter(mode);
    m_toolBar->setVisible(train);
    statusBar()->setVisible(train || m_run.active()); // it tells of training alone
    for (const auto &[other, page] : m_pages)
        if (other != mode)
            page->setShown(false);
    showPage(*m_centre, shown.centre() ? shown.centre() : m_scene);
    shown.setShown(true);
    showMenus();
    m_lessons->modeEntered();
    if (shown.centre())
        shown.centre()->setFocus();
    else
        m_scene->view().setFocus();
}

// A menu without an action of the mode would be an empty one.
void MainWindow::showMenus() {
    const auto here = [this](const QAction *action) {
        return m_actions->belongs(action, m_actions->mode());
    };
    for (auto menu = m_menus.begin(); menu != m_menus.end(); ++menu)
        menu.key()->menuAction()->setVisible(std::any_of(menu->begin(), menu->end(), here));
}

void MainWindow::buildMenus() {
    for (const StudioActions::Group &group : m_actions->groups()) {
        if (group.actions.contains(m_actions->frameAll)) {
            addViewMenu(group);
            continue;
        }
        QMenu *menu = menuBar()->addMenu(group.title);
        menu->addActions(group.actions);
        m_menus[menu] = group.actions;
        if (group.actions.contains(m_actions->save)) {
            menu->insertMenu(m_actions->open, m_files->presetMenu());
            menu->insertMenu(m_actions->save, m_files->recentMenu());
            menu->insertSeparator(m_actions->save);
            menu->insertSeparator(m_actions->quit);
        }
        if (group.actions.contains(m_actions->slower))
            menu->insertSeparator(m_actions->slower);
    }
}

QMenu *MainWindow::addViewMenu(const StudioActions::Group &group) {
    QMenu *menu = menuBar()->addMenu(group.title);
    menu->addActions(group.actions);
    for (QAction *first :
         {m_actions->cameraOverview, m_actions->frameAll, m_actions->nextAgent,
          m_actions->showGoals, m_actions->mapValue, m_actions->smoothMotion,
          m_actions->themeSystem, m_actions->fullScreen, m_actions->referenceCurves})
        menu->insertSeparator(first);
    QMenu *panels = new QMenu(tr("&Panels"), menu);
    connect(panels, &QMenu::aboutToShow, this, [this, panels] {
        panels->clear();
        for (QDockWidget *dock : m_layouts.docks())
            panels->addAction(dock->toggleViewAction());
    });
    menu->insertMenu(m_actions->fullScreen, panels);
    return menu;
}

void MainWindow::connectDocument() {
    connect(&m_document, &DocumentModel::fileChanged, this, &MainWindow::showTitle);
    connect(m_files, &DocumentActions::problemsFound, this, &MainWindow::explain);
    connect(m_files, &DocumentActions::notice, this,
            [this](const QString &text) { m_log->note(EventLevel::Info, text); });
}

void MainWindow::connectRun() {
    connect(&m_run, &RunController::phaseChanged, this, &MainWindow::showPhase);
    connect(&m_run, &RunController::progressChanged, m_progress, &ProgressStrip::setProgress);
    connect(&m_run, &RunController::eventsReady, m_log, &EventLog::append);
    connect(&m_run, &RunController::failed, this,
            [this](const Error &error) { explain(tr("The run cannot go on"), error); });
}

void MainWindow::connectActions() {
    connect(m_actions->start, &QAction::triggered, this, [this] { startRun(); });
    connect(m_actions->pause, &QAction::triggered, &m_run, &RunController::togglePause);
    connect(m_actions->step, &QAction::triggered, this, [this] {
        if (m_train->travel().stepOn())
            return;
        if (m_run.active())
            m_run.stepOnce();
        else
            startRun(true);
    });
    connect(m_actions->stop, &QAction::triggered, &m_run, &RunController::stop);
    connect(m_actions->checkpoint, &QAction::triggered, &m_run, &RunController::checkpoint);
    connect(m_actions->smoothMotion, &QAction::toggled, this, [this](bool on) {
        m_scene->view().setSmoothness(on ? Smoothness::Smooth : Smoothness::Balanced);
        m_settings.setSmoothMotion(on);
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->nextPanel, &QAction::triggered, this, &MainWindow::focusNextPanel);
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(m_actions->screenshot, &QAction::triggered, this, &MainWindow::chooseScreenshot);
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions->referenceCurves, &QAction::triggered, this, &MainWindow::chooseReference);
}

void MainWindow::connectSettings() {
    const std::pair<QAction *, ThemeChoice> choices[] = {
        {m_actions->themeSystem, ThemeChoice::System},
        {m_actions->themeDark, ThemeChoice::Dark},
        {m_actions->themeLight, ThemeChoice::Light}};
    for (const auto &[action, choice] : choices)
        connect(action, &QAction::triggered, this,
                [this, name = ThemeManager::choiceName(choice)] { m_preferences->setTheme(name); });
    connect(&m_themes, &ThemeManager::changed, this, &MainWindow::showThemeChoice);
    connect(m_actions->settings, &QAction::triggered, this, [this] { openSettings(); });
}

SettingsDialog &MainWindow::openSettings() {
    auto *dialog = new SettingsDialog(*m_preferences, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return *dialog;
}

void MainWindow::showThemeChoice() {
    const ThemeChoice choice = m_themes.choice();
    m_actions->themeSystem->setChecked(choice == ThemeChoice::System);
    m_actions->themeDark->setChecked(choice == ThemeChoice::Dark);
    m_actions->themeLight->setChecked(choice == ThemeChoice::Light);
}

void MainWindow::connectDrive() {
    connect(m_drive, &DriveMode::trainingWanted, this, [this] {
        setMode(StudioMode::Train);
        m_train->findParameter("behavioral_cloning");
        m_log->note(EventLevel::Info, tr("Behavioural cloning of the laps is on; F5 trains"));
    });
}

void MainWindow::connectWelcome() {
    WelcomePage &page = m_welcome->page();
    const auto opened = [this](const QString &file) {
        if (!file.isEmpty())
            return m_files->openFile(file);
        m_actions->newDocument->trigger(); // nothing came with the program
        return !m_run.active();
    };
    connect(&page, &WelcomePage::openWanted, this, [this, opened](const QString &file) {
        if (opened(file))
            setMode(StudioMode::Train);
        else
            welcome().refresh();
    });
    connect(&page, &WelcomePage::trainWanted, this, [this, opened](const QString &file) {
        if (!opened(file))
            return;
        setMode(StudioMode::Train);
        startRun();
    });
    connect(&page, &WelcomePage::driveWanted, this, [this, opened](const QString &file) {
        if (opened(file))
            setMode(StudioMode::Drive);
    });
    connect(&page, &WelcomePage::runWanted, this, [this] { setMode(StudioMode::Train); });
    connect(m_files, &DocumentActions::notice, &page, &WelcomePage::showNotice);
}

void MainWindow::connectScenario() {
    connect(m_scenario, &ScenarioMode::testDriveWanted, this, [this](int place) {
        setMode(StudioMode::Drive);
        m_drive->testDrive(place);
    });
    connect(m_scenario, &ScenarioMode::newDocumentWanted, this, [this](const Scenario &made) {
        m_files->openValues(made, DocumentActions::Origin::MadeHere);
    });
    connect(m_actions->backToScenario, &QAction::triggered, this,
            [this] { setMode(StudioMode::Scenario); });
}

void MainWindow::connectLessons() {
    connect(m_lessons, &LessonGuide::problem, this, &MainWindow::explain);
    connect(m_lessons, &LessonGuide::modeWanted, this, &MainWindow::setMode);
    connect(&welcome(), &WelcomePage::lessonWanted, m_lessons, &LessonGuide::begin);
    connect(m_actions->lessons, &QAction::triggered, this, [this] {
        setMode(StudioMode::Welcome);
        welcome().showLessons();
    });
    connect(m_actions->differences, &QAction::triggered, this, [this] {
        auto *dialog = new DifferenceDialog(m_document, m_settings, m_runsFolder, this);
        dialog->show();
    });
    connect(m_actions->present, &QAction::toggled, this, &MainWindow::present);
    connect(m_actions->leaveWorld, &QAction::triggered, this,
            [this] { m_actions->present->setChecked(false); });
}

void MainWindow::present(bool on) {
    if (!on)
        return m_presenter->leave();
    const bool train = m_actions->mode() == StudioMode::Train;
    m_presenter->enter(train ? findChild<QDockWidget *>("curves") : nullptr);
}

void MainWindow::connectDrops() {
    connect(m_drops, &DropTarget::modeWanted, this, &MainWindow::setMode);
    connect(m_drops, &DropTarget::recordingWanted, this,
            [this](const QString &file) { m_train->travel().openFile(file); });
    connect(m_drops, &DropTarget::problem, this, &MainWindow::explain);
    connect(m_drops, &DropTarget::notice, this,
            [this](const QString &text) { m_log->note(EventLevel::Info, text); });
    connect(m_drops, &DropTarget::tell, this, [this](const QString &title, const QString &words) {
        openTextDialog(this, title, words, {640, 360});
    });
}

void MainWindow::connectHelp() {
    m_help = new HelpDesk(*m_keys, m_themes, this);
    connect(m_help, &HelpDesk::settingsWanted, this, [this] { openSettings().showKeys(); });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        openTextDialog(this, tr("About Paddock"),
                       aboutText(QString::fromStdString(m_run.info().blas)), {480, 360});
    });
}

void MainWindow::restoreWindow() {
    if (!restoreGeometry(m_settings.geometry()))
        resize(kDefaultSize);
    showPage(*m_centre, m_scene);
    m_layouts.begin(StudioMode::Train);
    showMenus();
    m_actions->smoothMotion->setChecked(m_settings.smoothMotion());
    showThemeChoice();
    if (m_settings.recovered())
        m_log->note(EventLevel::Warning,
                    tr("The settings file was damaged and has been set aside"));
}

void MainWindow::keepRecovery(const QString &folder) {
    m_recovery = std::make_unique<DocumentRecovery>(m_document, folder);
}

bool MainWindow::offerRecovery(bool ask) {
    if (!m_recovery)
        return false;
    for (const RecoveryFile &found : m_recovery->leftOver()) {
        const RecoveryAnswer answer = ask ? askAboutRecovery(this, found) : RecoveryAnswer::Recover;
        if (answer == RecoveryAnswer::Later)
            return false;
        if (answer == RecoveryAnswer::Discard) {
            DocumentRecovery::discard(found);
            continue;
        }
        const Status status = m_recovery->recover(found);
        if (status) {
            m_log->note(EventLevel::Info, tr("Recovered %1; it is not saved yet").arg(found.title));
            return true;
        }
        explain(tr("%1 cannot be recovered").arg(found.title), status.error());
    }
    return false;
}

void MainWindow::startRun(bool paused) {
    const std::vector<Problem> problems =
        validate(m_document.scenario(), m_document.title().toStdString());
    if (!problems.empty()) {
        form().showProblems(problems);
        explain(tr("The document cannot be trained yet"), Error(problems));
        return;
    }
    m_run.start(m_document.scenario(), paused);
}

void MainWindow::showTitle() {
    setWindowTitle(m_document.title() + "[*] - Paddock");
    setWindowModified(m_document.modified());
}

void MainWindow::showPhase() {
    m_document.setRunActive(m_run.active());
    m_progress->setPhase(m_run.phase());
    if (m_run.phase() == RunController::Phase::Ended) {
        m_progress->setProgress(m_run.progress());
        offerEvaluation();
    }
    if (m_closing && !m_run.active())
        close();
}

// What a person wants next.
void MainWindow::offerEvaluation() {
    const SessionProgress progress = m_run.progress();
    if (progress.state != SessionState::Finished || m_layouts.mode() != StudioMode::Train)
        return;
    m_scene->showNotice(tr("Trained; the policy is kept in %1")
                            .arg(QString::fromStdString(m_run.info().runDir.filename().string())),
                        tr("Evaluate it"), [this] {
                            setMode(StudioMode::Evaluate);
                            m_evaluate->example();
                        });
}

void MainWindow::resetLayout() {
    m_actions->present->setChecked(false);
    m_layouts.reset();
}

void MainWindow::explain(const QString &title, const Error &error) {
    for (const Problem &problem : error.problems)
        m_log->note(EventLevel::Error, QString::fromStdString(problem.text()));
    openTextDialog(this, title, "### " + title + "\n\n" + problemList(error), {640, 320});
}

void MainWindow::chooseReference() {
    const std::vector<Problem> problems = plots().openReferences(QFileDialog::getOpenFileNames(
        this, tr("Reference curves"), m_settings.lastFolder(), tr("Curves (*.csv)")));
    if (!problems.empty())
        explain(tr("The curves cannot be read"), Error(problems));
}

// Words that the scene paints over its pictures are missing from a widget's own grab, so it goes in
// by itself.
QPixmap MainWindow::picture() {
    QPixmap all = grab();
    SceneView &view = m_scene->view();
    const QImage shown = view.isVisible() ? view.grabFramebuffer() : QImage();
    if (!shown.isNull()) {
        QPainter painter(&all);
        painter.drawImage(QRect(view.mapTo(this, QPoint(0, 0)), view.size()), shown);
        LessonPanel &lesson = m_lessons->panel(); // may lie over the scene
        if (lesson.isVisible())
            painter.drawPixmap(lesson.mapTo(this, QPoint(0, 0)), lesson.grab());
    }
    for (QDialog *dialog : findChildren<QDialog *>(Qt::FindDirectChildrenOnly))
        if (dialog->isVisible()) {
            QPainter painter(&all);
            const QPoint at = mapFromGlobal(dialog->mapToGlobal(QPoint(0, 0)));
            painter.drawPixmap(at, dialog->grab());
            painter.setPen(m_themes.theme().muted);
            painter.drawRect(QRect(at, dialog->size()));
        }
    return all;
}

QString MainWindow::writeScreenshot(const QString &file) {
    return picture().save(file) ? QString() : tr("%1 cannot be written").arg(file);
}

void MainWindow::chooseScreenshot() {
    const QPixmap shot = picture(); // before a dialog covers anything
    const QString name =
        "paddock-" + QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss") + ".png";
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save screenshot"), m_settings.lastFolder() + "/" + name, "*.png");
    if (file.isEmpty())
        return;
    const bool saved = shot.save(file);
    m_log->note(saved ? EventLevel::Info : EventLevel::Error,
                saved ? tr("Saved %1").arg(file) : tr("%1 cannot be written").arg(file));
}

void MainWindow::focusNextPanel() {
    const ModePage &page = *m_pages.at(m_actions->mode());
    QList<QWidget *> panels{page.centre() ? page.centre() : &m_scene->view()};
    panels << page.panels() << m_log;
    int now = -1;
    for (int i = 0; i < panels.size(); ++i)
        if (panels[i]->isAncestorOf(QApplication::focusWidget()) ||
            panels[i] == QApplication::focusWidget())
            now = i;
    for (int i = 1; i <= panels.size(); ++i) {
        QWidget *panel = panels[(now + i) % panels.size()];
        if (!panel->isVisible())
            continue;
        panel->setFocus(Qt::TabFocusReason);
        return;
    }
}

// A run is stopped with a checkpoint first; the window goes when the run has ended.
void MainWindow::closeEvent(QCloseEvent *event) {
    if (!m_closing && !m_unattended && !m_files->mayLeave()) {
        event->ignore();
        return;
    }
    if (m_run.active()) {
        m_closing = true;
        m_run.stop();
        statusBar()->showMessage(tr("Writing a checkpoint, then closing"), kNoticeTime);
        event->ignore();
        return;
    }
    m_actions->present->setChecked(false);
    m_lessons->player().leave();
    if (!m_unattended) {
        m_settings.setGeometry(saveGeometry());
        m_layouts.save();
    }
    if (m_recovery)
        m_recovery->forget();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        for (const auto &[mode, page] : m_pages)
            page->windowLeft();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (!droppedPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event) {
    event->acceptProposedAction();
    m_drops->open(droppedPaths(event->mimeData()));
}

} // namespace paddock

// The window: lays out the panels and connects them. What they do is theirs.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/document/document_recovery.h"
#include "widgets/document/settings.h"
#include "widgets/drive/drive_mode.h"
#include "widgets/editor/scenario_mode.h"
#include "widgets/evaluate/evaluate_mode.h"
#include "widgets/help/help_desk.h"
#include "widgets/keys/key_bindings.h"
#include "widgets/run/event_log.h"
#include "widgets/run/progress_strip.h"
#include "widgets/run/run_controller.h"
#include "widgets/settings/settings_dialog.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/document_actions.h"
#include "widgets/window/drop_target.h"
#include "widgets/window/lesson_guide.h"
#include "widgets/window/mode_bar.h"
#include "widgets/window/mode_layouts.h"
#include "widgets/window/presenter.h"
#include "widgets/window/run_tool_bar.h"
#include "widgets/window/scene_panel.h"
#include "widgets/window/studio_actions.h"
#include "widgets/window/train_mode.h"
#include "widgets/window/welcome_mode.h"

#include <QHash>
#include <QMainWindow>
#include <QStackedWidget>

#include <map>

namespace paddock {

class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    MainWindow(ThemeManager &themes, Settings &settings, SessionOptions options);
    ~MainWindow() override;

    DocumentModel &document() { return m_document; }
    RunController &run() { return m_run; }
    StudioActions &actions() { return *m_actions; }
    DocumentActions &files() { return *m_files; }
    ScenePanel &scene() { return *m_scene; }
    TrainMode &train() { return *m_train; }
    ParameterForm &form() { return m_train->form(); }
    PlotPanel &plots() { return m_train->plots(); }
    InspectorPanel &inspector() { return m_train->inspector(); }
    EventLog &log() { return *m_log; }
    RunToolBar &toolBar() { return *m_toolBar; }
    DriveMode &drive() { return *m_drive; }
    LessonGuide &lessons() { return *m_lessons; }
    Presenter &presenter() { return *m_presenter; }
    DropTarget &drops() { return *m_drops; }
    EvaluateMode &evaluate() { return *m_evaluate; }
    WelcomePage &welcome() { return m_welcome->page(); }
    ScenarioMode &scenarioMode() { return *m_scenario; }
    KeyBindings &keys() { return *m_keys; }
    Preferences &preferences() { return *m_preferences; }
    SettingsDialog &openSettings();
    HelpDesk &help() { return *m_help; }

    // From now on unsaved changes outlive a crash, in `folder`.
    void keepRecovery(const QString &folder);
    // Asks about the document that a crashed window left, if there is one; true when it is open
    // now.
    bool offerRecovery(bool ask = true); // not asked: the newest one is opened
    void startRun(bool paused = false);
    void setMode(StudioMode mode) { m_modeBar->setMode(mode); }
    void resetLayout();                                     // of the mode that is on
    void explain(const QString &title, const Error &error); // all problems, in the log and a dialog
    QString writeScreenshot(const QString &file);           // what went wrong, empty when nothing
    // Programs that drive the window have nobody to ask about unsaved changes.
    void setUnattended(bool unattended) { m_unattended = unattended; }

  protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void buildPanels();
    void buildMenus();
    void buildModes(const QString &runsFolder);
    void addPage(StudioMode mode, ModePage &page);
    void showMode();
    void showMenus();
    QMenu *addViewMenu(const StudioActions::Group &group);
    void connectDocument();
    void connectRun();
    void connectActions();
    void connectDrive();
    void connectWelcome();
    void connectScenario();
    void connectLessons();
    void connectDrops();
    void present(bool on);
    void connectHelp();
    void restoreWindow();
    void showTitle();
    void showPhase();
    void offerEvaluation();
    void chooseReference();
    void chooseScreenshot();
    QPixmap picture(); // of the whole window
    void focusNextPanel();
    void connectSettings();
    void showThemeChoice();

    ThemeManager &m_themes;
    Settings &m_settings;
    DocumentModel m_document;
    std::unique_ptr<DocumentRecovery> m_recovery; // null: nothing is kept
    RunController m_run;
    QString m_runsFolder; // absolute
    StudioActions *m_actions = nullptr;
    KeyBindings *m_keys = nullptr;
    Preferences *m_preferences = nullptr;
    HelpDesk *m_help = nullptr;
    DocumentActions *m_files = nullptr;
    ScenePanel *m_scene = nullptr;
    EventLog *m_log = nullptr;
    ProgressStrip *m_progress = nullptr;
    RunToolBar *m_toolBar = nullptr;
    QDockWidget *m_logDock = nullptr;
    QStackedWidget *m_centre = nullptr; // the scene, or what a mode shows instead
    ModeBar *m_modeBar = nullptr;
    ModeLayouts m_layouts;
    TrainMode *m_train = nullptr;
    DriveMode *m_drive = nullptr;
    EvaluateMode *m_evaluate = nullptr;
    WelcomeMode *m_welcome = nullptr;
    ScenarioMode *m_scenario = nullptr;
    LessonGuide *m_lessons = nullptr;
    Presenter *m_presenter = nullptr;
    DropTarget *m_drops = nullptr;
    std::map<StudioMode, ModePage *> m_pages;
    QHash<QMenu *, QList<QAction *>> m_menus; // what stands in them, for all modes
    bool m_closing = false;
    bool m_unattended = false;
};

} // namespace paddock

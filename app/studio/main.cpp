// The window program: reads the command line, opens the window, then does what the command line
// asks of it.
#include "app/studio/film_program.h"
#include "app/studio/loop_probe.h"
#include "app/studio/plot_load.h"
#include "app/studio/soak.h"
#include "app/studio/studio_options.h"
#include "core/base/heap.h"
#include "core/scenario/scenario_io.h"
#include "widgets/language/language.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/theme/number_text.h"
#include "widgets/window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QSurfaceFormat>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace paddock;

namespace {

constexpr int kBadArguments = 2; // exit codes
constexpr int kNoDisplay = 3;
constexpr int kFailed = 1;

// Qt aborts without a display; a person deserves to be told how to go on.
bool displayAvailable() {
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool x = !qEnvironmentVariableIsEmpty("DISPLAY");
    const bool wayland = !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if (platform.isEmpty())
        return x || wayland;
    return platform.startsWith("xcb") ? x : platform.startsWith("wayland") ? wayland : true;
}

int sayNoDisplay() {
    std::fputs("paddock: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
               "Log in to a desktop, use \"ssh -X\", or train without a window:\n"
               "  run.sh --headless\n"
               "  paddock-cli --help\n",
               stderr);
    return kNoDisplay;
}

void setUpApplication() {
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    QSurfaceFormat::setDefaultFormat(format);
    QApplication::setApplicationName("paddock");
    QApplication::setApplicationDisplayName("Paddock");
    QApplication::setApplicationVersion(PADDOCK_VERSION);
    QApplication::setDesktopFileName("paddock");
    QLocale::setDefault(QLocale::c());
}

void applyView(MainWindow &window, const StudioOptions &options) {
    if (options.width > 0) {
        window.resize(options.width, options.height);
        window.resetLayout();
    }
    if (!options.render)
        window.actions().render->setChecked(false);
}

OpponentKind opponentKind(const std::string &name) {
    return name == "ghost"                ? OpponentKind::Ghost
           : name == "follow_the_gap"     ? OpponentKind::FollowTheGap
           : name == "disparity_extender" ? OpponentKind::DisparityExtender
                                          : OpponentKind::None;
}

// Judges at once; and shows the first run again once all are done.
void applyEvaluation(MainWindow &window, const StudioOptions &options) {
    window.setMode(StudioMode::Evaluate);
    EvaluateMode &mode = window.evaluate();
    if (!options.plan.empty()) {
        const Status opened = mode.plan().open(QString::fromStdString(options.plan));
        if (!opened)
            return window.explain(QObject::tr("The plan cannot be read"), opened.error());
        mode.start();
    } else if (options.judge) {
        mode.example();
    }
    EvaluationController &evaluation = mode.evaluation();
    if (options.replay)
        QObject::connect(&evaluation, &EvaluationController::phaseChanged, &window, [&] {
            if (!evaluation.active() && !evaluation.replaying() && !mode.replay().isOpen())
                evaluation.replay(0, 0);
        });
}

// The mode, and in Drive whoever drives without a person. False: there is no such driver.
bool applyMode(MainWindow &window, const StudioOptions &options) {
    if (options.mode == "drive")
        window.setMode(StudioMode::Drive);
    if (options.mode == "welcome")
        window.setMode(StudioMode::Welcome);
    if (options.mode == "scenario")
        window.setMode(StudioMode::Scenario);
    if (options.mode == "evaluate" || !options.plan.empty() || options.judge) {
        applyEvaluation(window, options);
        return true;
    }
    if (auto *dock = window.findChild<QDockWidget *>(QString::fromStdString(options.panel));
        dock && !options.panel.empty()) {
        dock->show();
        dock->raise();
    }
    if (options.replay) {
        window.setMode(StudioMode::Drive);
        window.actions().replayLap->trigger();
    }
    if (options.hands.empty())
        return true;
    if (!window.drive().useHands(QString::fromStdString(options.hands)))
        return false;
    window.setMode(StudioMode::Drive);
    window.drive().panel().opponent().choose(opponentKind(options.opponent));
    window.drive().start();
    if (options.record)
        QObject::connect(&window.drive().drive(), &DriveController::started, &window,
                         [&window] { window.drive().drive().arm(true); });
    return true;
}

void applyOverlays(StudioActions &actions, const StudioOptions &options) {
    const int map =
        int(QStringList{"value", "throttle", "steer"}.indexOf(QString::fromStdString(options.map)));
    if (map >= 0)
        actions.maps()[map]->setChecked(true);
    for (const std::string &overlay : options.overlays)
        (overlay == "lanes"      ? actions.showLanes
         : overlay == "velocity" ? actions.showVelocity
                                 : actions.showSteering)
            ->setChecked(true);
}

// For pictures of them.
void openSettings(MainWindow &window, const StudioOptions &options) {
    static const QStringList pages{"look", "keys", "files", "performance"};
    const int page = int(pages.indexOf(QString::fromStdString(options.settingsPage)));
    if (page >= 0)
        window.openSettings().showPage(page);
    if (!options.helpTopic.empty())
        window.help().open(QString::fromStdString(options.helpTopic));
}

void applyTimeline(MainWindow &window, const StudioOptions &options) {
    TimeTravel &travel = window.train().travel();
    if (!options.recording.empty() || !options.sideBySide.empty())
        window.setMode(StudioMode::Train);
    if (!options.recording.empty())
        travel.openFile(QString::fromStdString(options.recording), options.frame);
    if (options.sideBySide.size() == 2)
        travel.compare(QString::fromStdString(options.sideBySide.front()),
                       QString::fromStdString(options.sideBySide.back()));
    if (options.lookBack < 0)
        return;
    constexpr double kToSettle = 1.5; // s before the screenshot
    QTimer::singleShot(int(std::max(options.after - kToSettle, 0.0) * 1000), &window,
                       [&window, &travel, seconds = options.lookBack] {
                           window.run().togglePause();
                           travel.lookBack(seconds);
                       });
}

// Cameras need the scene's size, so they follow once the window is up.
void applyCamera(MainWindow &window, const StudioOptions &options) {
    if (options.mode == "train")
        window.scene().pick(options.pick);
    static const QStringList names{"overview", "orbit", "birdseye", "follow", "driver"};
    const int mode = int(names.indexOf(QString::fromStdString(options.camera)));
    if (mode >= 0)
        window.actions().cameras()[mode]->trigger();
    // Last: choosing a camera shows all worlds again.
    if (options.zoomWorld >= 0)
        window.scene().view().zoomToWorld(options.zoomWorld);
}

void applyCompared(MainWindow &window, const StudioOptions &options) {
    std::vector<ComparedRun> runs;
    for (const std::string &folder : options.compare) {
        const QString path = QDir::cleanPath(QString::fromStdString(folder));
        runs.push_back({path, QFileInfo(path).fileName(), int(runs.size())});
    }
    if (!runs.empty())
        window.plots().setCompared(runs);
    if (options.bands)
        window.plots().setBands(true);
    if (!options.plotAxis.empty())
        window.plots().setAxis(axisFromName(QString::fromStdString(options.plotAxis)));
}

void applyLesson(MainWindow &window, const StudioOptions &options) {
    if (options.lesson.empty() ||
        !window.lessons().begin(
            QFileInfo(QString::fromStdString(options.lesson)).absoluteFilePath()))
        return;
    for (int step = 1; step < options.lessonStep; ++step)
        window.lessons().player().next();
}

// False: one of them cannot be made, which has been said.
bool applyEdits(MainWindow &window, const StudioOptions &options) {
    for (const std::string &edit : options.edit) {
        const QString text = QString::fromStdString(edit);
        const Status status =
            window.document().setField(text.section('=', 0, 0), text.section('=', 1));
        if (!status) {
            std::fprintf(stderr, "paddock: --edit %s: %s\n", edit.c_str(),
                         status.error().text().c_str());
            return false;
        }
    }
    return true;
}

void openDocument(MainWindow &window, const StudioOptions &options, const Scenario &scenario) {
    const QString file = QString::fromStdString(options.document);
    window.document().setScenario(scenario,
                                  file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath());
}

void scheduleScreenshot(MainWindow &window, const StudioOptions &options) {
    QTimer::singleShot(int(options.after * 1000), &window, [&window, options] {
        const QString problem = window.writeScreenshot(QString::fromStdString(options.screenshot));
        if (problem.isEmpty())
            window.close();
        else {
            std::fprintf(stderr, "paddock: %s\n", qPrintable(problem));
            QApplication::exit(kFailed);
        }
    });
}

int runWindow(int argc, char **argv, const StudioOptions &options,
              const Result<Scenario> &scenario) {
    setUpApplication();
    QApplication app(argc, argv);
    QApplication::setWindowIcon(QIcon(":/paddock/paddock.svg"));
    Settings settings(Settings::defaultFile());
    installLanguage(app, languageOf(options.language.empty()
                                        ? settings.languageName()
                                        : QString::fromStdString(options.language)));
    ThemeManager themes;
    themes.setTypeScale(settings.typeScale());
    themes.setChoice(ThemeManager::choiceFromName(
        options.theme.empty() ? settings.themeName() : QString::fromStdString(options.theme)));
    SessionOptions session;
    session.runsFolder = options.out.empty() ? settings.runsFolder().toStdString() : options.out;
    session.threads = options.threads > 0 ? options.threads : settings.threads();
    MainWindow window(themes, settings, session);
    window.setUnattended(options.unattended());
    if (scenario)
        openDocument(window, options, *scenario);
    if (!options.unattended())
        window.keepRecovery(DocumentRecovery::defaultFolder());
    applyView(window, options);
    if (options.bare() && WelcomePage::wantedAtStart(settings))
        window.setMode(StudioMode::Welcome);
    applyCompared(window, options);
    window.show();
    std::optional<LoopProbe> probe;
    std::optional<Soak> soak;
    std::optional<PlotLoad> load;
    if (options.plotPoints > 0)
        load.emplace(window.plots(), options.plotPoints);
    if (options.unattended())
        probe.emplace(window.scene().view());

    // After the first paint: the window stands before anything of the learner is touched.
    QTimer::singleShot(0, &window, [&] {
        applyCamera(window, options);
        applyOverlays(window.actions(), options);
        if (!applyMode(window, options)) {
            std::fprintf(stderr, "paddock: --hands: there is no driver \"%s\" for this scenario\n",
                         options.hands.c_str());
            QApplication::exit(kBadArguments);
        }
        openSettings(window, options);
        if (!scenario)
            window.explain(QCoreApplication::translate("Program", "The document cannot be opened"),
                           scenario.error());
        else if (window.offerRecovery(!options.recover))
            window.setMode(StudioMode::Train);
        else if (options.train)
            window.startRun();
        applyTimeline(window, options);
        applyLesson(window, options);
        window.actions().present->setChecked(options.present);
        if (!applyEdits(window, options))
            QApplication::exit(kBadArguments);
        if (options.soak >= 0)
            soak.emplace(window);
    });
    if (!options.screenshot.empty())
        scheduleScreenshot(window, options);
    const double quitAfter = std::max(options.quitAfter, options.soak);
    if (quitAfter >= 0)
        QTimer::singleShot(int(quitAfter * 1000), &window, &QWidget::close);
    const int code = QApplication::exec();
    if (soak && probe)
        soak->print(*probe);
    if (load)
        std::fprintf(stderr, "%s\n", qPrintable(load->report()));
    if (probe)
        std::fprintf(stderr,
                     "studio: frames/s %s, event loop p99 %s ms, window thread %s of a core\n",
                     qPrintable(decimalText(probe->framesPerSecond(), 1)),
                     qPrintable(decimalText(probe->lateness(0.99), 1)),
                     qPrintable(percentText(probe->processorShare())));
    return code;
}

} // namespace

int main(int argc, char **argv) {
    keepHeapFlat();
    if (wantsFilm(argc, argv))
        return displayAvailable() ? runFilm(argc, argv) : sayNoDisplay();
    const ParsedOptions parsed = parseStudioOptions(argc, argv);
    if (parsed.exitCode)
        return *parsed.exitCode;
    const Result<Scenario> scenario = scenarioOf(parsed.options);
    if (!scenario && parsed.options.unattended()) {
        std::fprintf(stderr, "%s\n", scenario.error().text().c_str());
        return kBadArguments;
    }
    if (!displayAvailable())
        return sayNoDisplay();
    return runWindow(argc, argv, parsed.options, scenario);
}

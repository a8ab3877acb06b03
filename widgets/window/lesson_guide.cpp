#include "widgets/window/lesson_guide.h"

#include "widgets/drive/drive_mode.h"
#include "widgets/run/randomization_bar.h"
#include "widgets/window/train_mode.h"

#include <QEvent>
#include <QFileInfo>
#include <QLayout>
#include <QScrollArea>
#include <QToolButton>

#include <utility>

namespace paddock {

namespace {
constexpr int kRoomy = 1500; // px of the window from which nothing has to give way
}

LessonGuide::LessonGuide(const StudioParts &parts, TrainMode &train, DriveMode &drive,
                         DocumentActions &files, QObject *parent)
    : QObject(parent), m_(parts), m_train(train), m_files(files) {
    m_watch = new LessonWatch(
        {m_.actions, m_.document, m_.run, m_.scene, drive.drive(), drive.shelf()}, this);
    m_player = new LessonPlayer(*m_watch, this);
    m_panel = new LessonPanel(*m_player, m_.themes);
    m_spotlight = new Spotlight(m_.themes, &m_.window);
    connect(m_panel, &LessonPanel::showWanted, this, &LessonGuide::pointAt);
    connect(m_player, &LessonPlayer::activeChanged, this, &LessonGuide::makeRoom);
    connect(m_player, &LessonPlayer::activeChanged, m_spotlight,
            [this] { m_spotlight->pointAt(nullptr); });
}

bool LessonGuide::begin(const QString &file) {
    const auto explain = [this, &file](const Error &error) {
        Q_EMIT problem(tr("The lesson “%1” cannot begin").arg(QFileInfo(file).fileName()), error);
        return false;
    };
    const Result<Lesson> lesson = loadLesson(file);
    if (!lesson)
        return explain(lesson.error());
    const Result<Scenario> scenario = lessonScenario(*lesson);
    if (!scenario)
        return explain(scenario.error());
    if (m_.run.active())
        return explain(Error(Problem{"", "a run is going on", "a stopped run"}));
    // Without a file: what a lesson changes is never saved over a document that ships.
    if (!m_files.openValues(*scenario, DocumentActions::Origin::Elsewhere))
        return false;
    Q_EMIT modeWanted(StudioMode::Train);
    layOver(m_.window.width() < kRoomy); // before it is shown, so that it pushes nothing aside
    m_player->begin(*lesson);
    return true;
}

QAction *LessonGuide::actionOf(const QString &name) const {
    const StudioActions &a = m_.actions;
    const std::pair<const char *, QAction *> names[] = {
        {"start", a.start},
        {"pause", a.pause},
        {"stop", a.stop},
        {"render", a.render},
        {"take_over", a.takeOver},
        {"frame_all", a.frameAll},
        {"camera_overview", a.cameraOverview},
        {"camera_follow", a.cameraFollow},
        {"camera_driver", a.cameraDriver},
        {"drive_start", a.driveStart},
        {"record", a.record},
        {"train_on_laps", a.trainOnLaps},
    };
    for (const auto &[known, action] : names)
        if (name == known)
            return action;
    return nullptr;
}

bool LessonGuide::knows(const QString &target) const {
    const QString kind = target.section(':', 0, 0), name = target.section(':', 1);
    if (kind == "action")
        return actionOf(name) != nullptr;
    if (kind == "field")
        return m_.document.field(name) != nullptr;
    if (kind == "panel")
        return m_.window.findChild<QDockWidget *>(name) != nullptr;
    if (kind == "mode") {
        for (const QAction *mode : m_.actions.modes())
            if (name == modeName(StudioActions::modeOf(mode)))
                return true;
        return false;
    }
    return target == "scene" || target == "randomization";
}

QWidget *LessonGuide::findField(const QString &path) {
    m_train.findParameter(path);
    return m_train.form().row(path);
}

QWidget *LessonGuide::find(const QString &target) {
    const QString kind = target.section(':', 0, 0), name = target.section(':', 1);
    const QAction *action = kind == "action" ? actionOf(name) : nullptr;
    if (kind == "mode")
        for (const QAction *mode : m_.actions.modes())
            if (name == modeName(StudioActions::modeOf(mode)))
                action = mode;
    if (action) {
        for (QToolButton *button : m_.window.findChildren<QToolButton *>())
            if (button->defaultAction() == action && button->isVisible())
                return button;
        return nullptr;
    }
    if (kind == "field")
        return findField(name);
    if (kind == "panel") {
        auto *dock = m_.window.findChild<QDockWidget *>(name);
        if (dock && dock->isHidden() && m_train.docks().contains(dock))
            dock->show();
        return dock;
    }
    if (target == "randomization")
        return m_.window.findChild<RandomizationBar *>();
    return target == "scene" ? &m_.scene : nullptr;
}

// What is on another page is pointed at by the button that leads there.
void LessonGuide::pointAt(const QString &target) {
    const QString kind = target.section(':', 0, 0);
    const bool train = kind == "field" || kind == "panel" || target == "randomization";
    QWidget *widget = nullptr;
    if (train && m_.actions.mode() != StudioMode::Train)
        widget = find("mode:train");
    else
        widget = find(target);
    if (!widget && kind == "action") {
        const QAction *action = actionOf(target.section(':', 1));
        for (const QAction *mode : m_.actions.modes())
            if (action && m_.actions.belongs(action, StudioActions::modeOf(mode)))
                widget = find(QString("mode:") + modeName(StudioActions::modeOf(mode)));
    }
    m_spotlight->pointAt(widget);
}

void LessonGuide::modeEntered() {
    makeRoom();
}

// A narrow window has no room beside the scene, whose bar needs its width: the panel covers a part.
void LessonGuide::layOver(bool over) {
    QWidget *middle = m_.window.centralWidget();
    if (!middle || !middle->layout())
        return;
    middle->installEventFilter(this);
    if (over != m_over) {
        m_over = over;
        if (over)
            middle->layout()->removeWidget(m_panel);
        else
            middle->layout()->addWidget(m_panel);
    }
    if (!over)
        return;
    const int below = m_.scene.bar()->isVisible() ? m_.scene.bar()->height() : 0;
    m_panel->setGeometry(middle->width() - m_panel->width(), 0, m_panel->width(),
                         middle->height() - below);
    m_panel->raise();
}

bool LessonGuide::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize && m_player->active())
        layOver(m_.window.width() < kRoomy);
    return QObject::eventFilter(watched, event);
}

// In a narrow window the inspector gives way to the lesson, and comes back after it.
void LessonGuide::makeRoom() {
    auto *inspector = m_.window.findChild<QDockWidget *>("inspector");
    layOver(m_.window.width() < kRoomy);
    if (!inspector || m_.actions.mode() != StudioMode::Train)
        return;
    const bool narrow = m_player->active() && m_.window.width() < kRoomy;
    if (narrow && !inspector->isHidden()) {
        inspector->hide();
        m_inspectorHidden = true;
    } else if (!m_player->active() && m_inspectorHidden) {
        inspector->show();
        m_inspectorHidden = false;
    }
}

} // namespace paddock

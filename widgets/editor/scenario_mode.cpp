#include "widgets/editor/scenario_mode.h"

#include "core/scenario/track_drawings.h"
#include "widgets/editor/import_dialog.h"
#include "widgets/window/dock_panel.h"

#include <QCursor>
#include <QFileDialog>
#include <QFileInfo>
#include <QTimer>

namespace paddock {

namespace {
constexpr QSize kThumbnail{72, 48}; // px
}

ScenarioMode::ScenarioMode(const StudioParts &parts, QObject *parent)
    : ModePage(parent), m_(parts), m_editor(parts.document) {
    m_canvas = new PlanCanvas(m_editor, m_.themes);
    m_items = new ItemPanel(m_editor, m_.actions, m_.themes);
    m_problems = new ProblemPanel(m_editor, m_.themes);
    m_randomization = new RandomizationPanel(m_editor, m_.themes);
    QWidget *window = &m_.window;
    m_itemDock = new DockPanel("scene", tr("Scene"), m_items, m_.themes, window);
    m_problemDock = new DockPanel("problems", tr("Problems"), m_problems, m_.themes, window);
    m_randomizationDock = new DockPanel("randomization", tr("Domain randomization"),
                                        m_randomization, m_.themes, window);
    m_templates = new QMenu(window);
    connect(m_templates, &QMenu::aboutToShow, this, &ScenarioMode::fillTemplates);
    connectActions();
    connect(m_problems, &ProblemPanel::itemWanted, m_canvas, &PlanCanvas::showItem);
    connect(m_items, &ItemPanel::itemWanted, this,
            [this](SceneItem item) { m_canvas->showItem(item, {}); });
    connect(m_canvas, &PlanCanvas::menuWanted, this, &ScenarioMode::showMenu);
    connect(m_canvas, &PlanCanvas::insertWanted, m_.actions.insertItem, &QAction::trigger);
    connect(&m_editor, &SceneEditor::notice, this,
            [this](const QString &text) { m_.log.note(EventLevel::Info, text); });
    connect(&m_editor, &SceneEditor::layerChanged, this, &ScenarioMode::showLayer);
    connect(&m_.document, &DocumentModel::changed, this, &ScenarioMode::showKind);
    showKind();
}

// The intersection has no lines to draw: its handles stand for fields.
void ScenarioMode::showKind() {
    StudioActions &a = m_.actions;
    const bool track = m_editor.racing() && m_editor.scenario().track;
    for (QAction *action :
         {a.editLine, a.editWalls, a.editCheckpoints, a.editStarts, a.editObstacles, a.insertItem,
          a.removeItem, a.smoothLine, a.reverseTrack})
        action->setEnabled(track);
}

void ScenarioMode::connectActions() {
    StudioActions &a = m_.actions;
    const std::pair<QAction *, SceneLayer> layers[] = {{a.editLine, SceneLayer::Line},
                                                       {a.editWalls, SceneLayer::Walls},
                                                       {a.editCheckpoints, SceneLayer::Checkpoints},
                                                       {a.editStarts, SceneLayer::Starts},
                                                       {a.editObstacles, SceneLayer::Obstacles}};
    for (const auto &[action, layer] : layers)
        connect(action, &QAction::triggered, this, [this, layer = layer] {
            m_canvas->setMeasuring(false);
            m_editor.setLayer(layer);
        });
    connect(a.measure, &QAction::triggered, this, [this] { m_canvas->setMeasuring(true); });
    connect(a.snap, &QAction::toggled, m_canvas, &PlanCanvas::setSnapping);
    m_canvas->setSnapping(a.snap->isChecked());
    connect(a.insertItem, &QAction::triggered, this,
            [this] { m_editor.insertAt(m_canvas->pointerPlace()); });
    connect(a.removeItem, &QAction::triggered, &m_editor, &SceneEditor::removeSelected);
    connect(a.smoothLine, &QAction::triggered, &m_editor, &SceneEditor::smooth);
    connect(a.reverseTrack, &QAction::triggered, &m_editor, &SceneEditor::reverse);
    connect(a.testDrive, &QAction::triggered, this,
            [this] { Q_EMIT testDriveWanted(drivenPlace()); });
    connect(a.newTrack, &QAction::triggered, this, [this] { m_templates->popup(QCursor::pos()); });
    connect(a.importTrack, &QAction::triggered, this, &ScenarioMode::chooseImport);
    connect(a.frameAll, &QAction::triggered, this, [this] {
        if (m_shown)
            m_canvas->frameAll();
    });
}

QList<QDockWidget *> ScenarioMode::docks() const {
    return {m_itemDock, m_problemDock, m_randomizationDock, &m_.logDock};
}

QList<QWidget *> ScenarioMode::panels() const {
    return {m_items, m_problems, m_randomization};
}

void ScenarioMode::arrange() {
    QMainWindow &window = m_.window;
    window.addDockWidget(Qt::LeftDockWidgetArea, m_itemDock);
    window.addDockWidget(Qt::RightDockWidgetArea, m_problemDock);
    window.addDockWidget(Qt::RightDockWidgetArea, m_randomizationDock);
    window.addDockWidget(Qt::BottomDockWidgetArea, &m_.logDock);
    for (QDockWidget *dock : {m_itemDock, m_problemDock, m_randomizationDock})
        dock->show();
    m_.logDock.hide();
    fitDocks();
    // Once more when the panels of the mode before have left the layout.
    QTimer::singleShot(0, this, &ScenarioMode::fitDocks);
}

void ScenarioMode::fitDocks() {
    QMainWindow &window = m_.window;
    const int side = window.width() < 1400 ? 336 : 344;
    window.resizeDocks({m_itemDock, m_problemDock}, {side, side}, Qt::Horizontal);
    window.resizeDocks({m_problemDock, m_randomizationDock},
                       {window.height() / 4, window.height() * 3 / 4}, Qt::Vertical);
}

void ScenarioMode::setShown(bool shown) {
    m_shown = shown;
    m_editor.setActive(shown);
}

// The tool buttons follow what is selected elsewhere.
void ScenarioMode::showLayer() {
    StudioActions &a = m_.actions;
    QAction *const tools[] = {a.editLine, a.editWalls, a.editCheckpoints, a.editStarts,
                              a.editObstacles};
    tools[int(m_editor.layer())]->setChecked(true);
    m_canvas->setMeasuring(false);
}

int ScenarioMode::drivenPlace() const {
    const SceneItem item = m_editor.selected();
    const bool place = item.kind == SceneItemKind::Start || item.kind == SceneItemKind::StartYaw ||
                       item.kind == SceneItemKind::Agent;
    return place ? item.index : 0;
}

void ScenarioMode::showMenu(const QPoint &global) {
    StudioActions &a = m_.actions;
    QMenu menu(m_canvas);
    if (m_editor.racing())
        menu.addActions({a.insertItem, a.removeItem, a.smoothLine, a.reverseTrack});
    menu.addSeparator();
    menu.addActions({a.testDrive, a.undo, a.redo, a.frameAll});
    menu.exec(global);
}

void ScenarioMode::fillTemplates() {
    m_templates->clear();
    for (const std::string &name : drawnTrackNames()) {
        Result<Track> track = drawnTrack(name);
        if (!track)
            continue;
        const QPixmap picture = trackThumbnail(*track, m_.themes.theme(), kThumbnail);
        connect(m_templates->addAction(
                    QIcon(picture), tr("%1: %2").arg(QString::fromStdString(track->name),
                                                     QString::fromStdString(track->description))),
                &QAction::triggered, this, [this, track = std::move(*track)] {
                    takeTrack(track, tr("New track %1").arg(QString::fromStdString(track.name)));
                });
    }
}

void ScenarioMode::chooseImport() {
    const QString file = QFileDialog::getOpenFileName(
        &m_.window, tr("Import a track"), m_.settings.lastFolder(),
        tr("Maps, centre lines and tracks (*.yaml *.yml *.csv *.json)"));
    if (!file.isEmpty())
        importFile(file);
}

void ScenarioMode::importFile(const QString &file) {
    auto *dialog = new ImportDialog(m_importer, file, m_.themes, &m_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::taken, this, [this, file](const Track &track) {
        takeTrack(track, tr("Import %1").arg(QFileInfo(file).fileName()));
    });
    dialog->open();
}

void ScenarioMode::takeTrack(Track track, const QString &words) {
    if (m_editor.locked())
        return m_.log.note(EventLevel::Warning, tr("Stop the run before changing the track"));
    if (m_editor.racing()) {
        m_editor.useTrack(std::move(track), words);
        return m_canvas->frameAll();
    }
    Scenario race = presetScenario("paper", ScenarioKind::Racing);
    race.name = track.name;
    race.track = std::make_shared<const Track>(std::move(track));
    Q_EMIT newDocumentWanted(race);
}

} // namespace paddock

#include "widgets/window/studio_actions.h"

#include "widgets/theme/icons.h"

#include <QWidget>

namespace paddock {

namespace {
constexpr const char *kModeProperty = "paddockModes"; // in which an action is there, a bit each

int bitOf(StudioMode mode) {
    return 1 << int(mode);
}
} // namespace

StudioActions::StudioActions(QWidget *window) : QObject(window), m_window(window) {
    addFileAndEdit();
    addRun();
    addRuns();
    addTimeline();
    addDrive();
    addLaps();
    addScenario();
    addEvaluate();
    addView();
    addLooks();
    addHelp();
    setMode(StudioMode::Train);
}

QAction *StudioActions::add(const QString &text, const QString &help, const QString &icon,
                            const QList<QKeySequence> &keys) {
    auto *action = new QAction(text, m_window);
    action->setShortcuts(keys);
    action->setStatusTip(help);
    describe(action);
    if (!icon.isEmpty())
        setIconName(action, icon);
    m_window->addAction(action);
    m_groups.back().actions << action;
    return action;
}

void StudioActions::describe(QAction *action) {
    const QKeySequence key = action->shortcut();
    const QString shown =
        key.isEmpty() ? QString() : " (" + key.toString(QKeySequence::NativeText) + ")";
    action->setToolTip(action->text().remove('&').remove(u'…') + shown + "\n" +
                       action->statusTip());
}

QAction *StudioActions::toggle(const QString &text, const QString &help, const QString &icon,
                               bool on, const QList<QKeySequence> &keys) {
    QAction *action = add(text, help, icon, keys);
    action->setCheckable(true);
    action->setChecked(on);
    return action;
}

void StudioActions::beginGroup(const QString &title) {
    m_groups.append({title, {}});
}

void StudioActions::addFileAndEdit() {
    beginGroup(tr("&File"));
    newDocument = add(tr("&New"), tr("A new document with the values of the first preset"),
                      "file-new", {QKeySequence("Ctrl+N")});
    open = add(tr("&Open…"), tr("Open a scenario document"), "file-open", {QKeySequence("Ctrl+O")});
    save = add(tr("&Save"), tr("Save the document"), "file-save", {QKeySequence("Ctrl+S")});
    saveAs = add(tr("Save &as…"), tr("Save the document under another name"), "",
                 {QKeySequence("Ctrl+Shift+S")});
    quit = add(tr("&Quit"), tr("Stop with a checkpoint and close"), "", {QKeySequence("Ctrl+Q")});
    beginGroup(tr("&Edit"));
    undo = add(tr("&Undo"), tr("Take back the last edit"), "undo", {QKeySequence("Ctrl+Z")});
    redo = add(tr("&Redo"), tr("Do it again"), "redo", {QKeySequence("Ctrl+Shift+Z")});
    findParameter =
        add(tr("&Find parameter"), tr("Search the parameters"), "search", {QKeySequence("Ctrl+F")});
    differences = add(tr("&Differences…"),
                      tr("Compare this document with another one, a run or a preset"), "change");
    onlyIn({StudioMode::Train, StudioMode::Scenario}, {undo, redo});
    onlyIn({StudioMode::Train}, {findParameter});
    settings = add(tr("&Settings…"), tr("Looks, keys, folders, threads"), "settings",
                   {QKeySequence("Ctrl+,")});
}

void StudioActions::addRun() {
    beginGroup(tr("&Run"));
    start = add(tr("&Start"), tr("Train the open document"), "play", {QKeySequence("F5")});
    pause =
        add(tr("&Pause"), tr("Pause or resume; nothing is lost"), "pause", {QKeySequence("Space")});
    step = add(tr("S&tep"), tr("One decision of all worlds, then pause"), "step",
               {QKeySequence("Right")});
    stop = add(tr("St&op"), tr("Write a checkpoint and end the run"), "stop",
               {QKeySequence("Shift+F5")});
    checkpoint = add(tr("&Checkpoint"), tr("Write a checkpoint now"), "checkpoint",
                     {QKeySequence("Ctrl+K")});
    slower = add(tr("S&lower"), tr("Next lower speed"), "", {QKeySequence("-")});
    faster = add(tr("&Faster"), tr("Next higher speed"), "", {QKeySequence("=")});
    render = toggle(tr("&Render"), tr("Draw the worlds; training runs a little faster without"),
                    "render", true, {QKeySequence("Ctrl+R")});
    takeOver =
        toggle(tr("Take o&ver"),
               tr("Drive the picked agent by hand while training goes on; Esc gives it back"),
               "take-over", false, {QKeySequence("G")});
    onlyIn({StudioMode::Train}, {start, pause, step, slower, faster, render, takeOver});
}

// Runs that were kept. Keys of the list itself, Return and Del, count only in it.
void StudioActions::addRuns() {
    beginGroup(tr("Ru&ns"));
    showRuns = add(tr("&Browse runs"), tr("Bring the list of all runs to the front"), "runs",
                   {QKeySequence("Ctrl+B")});
    openRun =
        add(tr("&Open"), tr("Show the document and the curves of the selected run"), "file-open");
    resumeRun = add(tr("&Resume…"), tr("Train the selected run on, in its own folder"), "play");
    forkRun =
        add(tr("&Fork…"),
            tr("A new run from a checkpoint of the selected one, with other parameters"), "fork");
    compareRuns =
        add(tr("&Compare"), tr("Lay the curves of the selected runs over each other"), "compare");
    archiveRuns = add(tr("&Archive"), tr("Out of the list, not off the disk"), "archive");
    deleteRuns =
        add(tr("&Delete"), tr("Move the selected runs to the trash of their folder"), "discard");
    undoRuns = add(tr("&Undo change of runs"),
                   tr("Take back the last deletion, archiving, tag or note"), "undo");
    showArchived =
        toggle(tr("&Show archived"), tr("List runs that are archived too"), "show-archived", false);
    showSweep = add(tr("S&weep"), tr("Train the open document with many parameters and seeds"),
                    "sweep", {QKeySequence("Ctrl+Shift+B")});
    openRunFolder = add(tr("Open fo&lder"), tr("Show the files of the selected run"), "");
    onlyIn({StudioMode::Train}, m_groups.back().actions);
}

void StudioActions::addTimeline() {
    beginGroup(tr("&Timeline"));
    showTimeline = toggle(tr("&Time line"), tr("The recent past of the watched world, to scrub"),
                          "timeline", true, {QKeySequence("Ctrl+L")});
    stepBack = add(tr("Step &back"), tr("One decision back in the past of the watched world"),
                   "step-back", {QKeySequence("Left")});
    playPast = add(tr("Re&play"), tr("Play what is shown, or the last seconds again; or hold it"),
                   "play", {QKeySequence("P")});
    goLive = add(tr("&Live"), tr("Back from the past or a recording to what happens now"), "live",
                 {QKeySequence("L")});
    keepEpisode =
        add(tr("&Keep episode"),
            tr("Keep the episode of the picked agent as a recording; live: the newest that ended"),
            "keep", {QKeySequence("K")});
    openRecording = add(tr("&Open recording…"), tr("Show a recording that was kept"), "",
                        {QKeySequence("Ctrl+Shift+O")});
    exportRecording = add(tr("&Export table…"), tr("What is shown as numbers: CSV or JSON"), "");
    exportVideo =
        add(tr("Export &video…"), tr("A film of what is shown, in simulation time"), "film");
    compareCheckpoints = add(
        tr("&Compare checkpoints…"),
        tr("Two checkpoints side by side from the same seed, and where they part"), "side-by-side");
    onlyIn({StudioMode::Train}, m_groups.back().actions);
}

void StudioActions::addDrive() {
    beginGroup(tr("&Drive"));
    driveStart =
        add(tr("&Start driving"), tr("Drive the open document by hand; Esc leaves the wheel"),
            "play", {QKeySequence("F5")});
    drivePause =
        add(tr("&Pause"), tr("Hold the car or let it go on"), "pause", {QKeySequence("Space")});
    driveRestart = add(tr("Start &over"), tr("Back to the start; the lap under way is dropped"),
                       "reset", {QKeySequence("Backspace")});
    driveSlower = add(tr("S&lower"), tr("Next lower speed of time"), "", {QKeySequence("-")});
    driveFaster = add(tr("&Faster"), tr("Next higher speed of time"), "", {QKeySequence("=")});
    calibrate =
        add(tr("&Calibrate…"), tr("Axes, ends and dead zone of the gamepad or wheel"), "calibrate");
    onlyIn({StudioMode::Drive}, m_groups.back().actions);
}

void StudioActions::addLaps() {
    beginGroup(tr("&Laps"));
    record = toggle(tr("&Record"), tr("After a countdown, keep what is driven; again: stop"),
                    "record", false, {QKeySequence("R")});
    keepLap = add(tr("&Keep"), tr("Take the lap that was just set aside after all"), "keep",
                  {QKeySequence("K")});
    discardLap = add(tr("&Discard last"), tr("Take the newest lap out of the file"), "discard-last",
                     {QKeySequence("Del")});
    replayLap = add(tr("Re&play"), tr("Show the selected lap in the scene, or stop showing it"),
                    "replay", {QKeySequence("P")});
    replayBack = add(tr("Step &back"), tr("One decision back in the lap that is shown"),
                     "step-back", {QKeySequence("Left")});
    replayForward = add(tr("Step &forward"), tr("One decision on in the lap that is shown"), "step",
                        {QKeySequence("Right")});
    trimLap = add(tr("&Trim"), tr("Keep only the part between the two handles"), "trim",
                  {QKeySequence("Ctrl+T")});
    deleteLap = add(tr("D&elete"), tr("Take the selected lap out of the file"), "discard",
                    {QKeySequence("Ctrl+Del")});
    undoLaps = add(tr("&Undo"), tr("Take back the last change of the laps"), "undo",
                   {QKeySequence("Ctrl+Z")});
    trainOnLaps =
        add(tr("Train &on them"), tr("Turn behavioural cloning of these laps on and go to Train"),
            "mode-train", {QKeySequence("Ctrl+Return")});
    backToScenario = add(tr("&Back to the scenario"), tr("Go on editing what is driven"),
                         "mode-scenario", {QKeySequence("Ctrl+E")});
    onlyIn({StudioMode::Drive}, m_groups.back().actions);
}

void StudioActions::addScenario() {
    beginGroup(tr("S&cene"));
    editLine = toggle(tr("Centre &line"), tr("Bend the track by the control points of its line"),
                      "edit-line", true, {QKeySequence("L")});
    editWalls = toggle(tr("&Walls"), tr("Move, add and remove points of the walls"), "edit-walls",
                       false, {QKeySequence("W")});
    editCheckpoints = toggle(tr("&Checkpoints"), tr("Move, turn, add and remove checkpoints"),
                             "checkpoint", false, {QKeySequence("C")});
    editStarts = toggle(tr("&Start slots"), tr("Move, turn, add and remove start slots"),
                        "edit-starts", false, {QKeySequence("S")});
    editObstacles =
        toggle(tr("O&bstacles"), tr("Put boxes on the road; move, turn and remove them"),
               "edit-obstacles", false, {QKeySequence("B")});
    measure = toggle(tr("&Measure"), tr("Drag from one place to another: distance and direction"),
                     "measure", false, {QKeySequence("M")});
    auto *one = new QActionGroup(this);
    for (QAction *tool : {editLine, editWalls, editCheckpoints, editStarts, editObstacles, measure})
        one->addAction(tool);
    snap = toggle(tr("S&nap to the grid"), tr("Dragged items go to the grid; Ctrl held: the other"),
                  "snap", true, {QKeySequence("X")});
    insertItem = add(tr("&Add here"), tr("Add an item where the pointer is"), "insert-item",
                     {QKeySequence("Ins"), QKeySequence("A")});
    removeItem =
        add(tr("&Remove"), tr("Take the selected item away"), "discard", {QKeySequence("Del")});
    smoothLine =
        add(tr("Sm&ooth"), tr("Smooth the line around the selected control point, or all of it"),
            "smooth-line", {QKeySequence("O")});
    reverseTrack = add(tr("Re&verse"), tr("Drive the other way round"), "reverse-track");
    testDrive = add(tr("&Test drive"), tr("Drive by hand from the selected slot or agent"),
                    "mode-drive", {QKeySequence("Ctrl+E")});
    newTrack = add(tr("New t&rack…"), tr("Start from a drawn track"), "file-new");
    importTrack =
        add(tr("&Import a track…"),
            tr("A ROS map (YAML), a centre line (CSV) or a track document, with a preview"),
            "file-open", {QKeySequence("Ctrl+I")});
    onlyIn({StudioMode::Scenario}, m_groups.back().actions);
}

void StudioActions::addEvaluate() {
    beginGroup(tr("Ev&aluate"));
    evaluateStart =
        add(tr("&Start"), tr("Judge the drivers of the plan"), "play", {QKeySequence("F5")});
    evaluateStop =
        add(tr("Ca&ncel"), tr("End early; whole cells are kept"), "stop", {QKeySequence("Ctrl+.")});
    planOpen = add(tr("&Open a plan…"), tr("Drivers, scenarios and degrees from a file"),
                   "file-open", {QKeySequence("Ctrl+Shift+O")});
    planSave = add(tr("Save the &plan…"), tr("Keep it as a file; paddock-cli can carry it out"),
                   "file-save", {QKeySequence("Ctrl+Alt+S")});
    planUndo = add(tr("&Undo"), tr("Take back the last change of the plan"), "undo",
                   {QKeySequence("Ctrl+Z")});
    planRedo = add(tr("&Redo"), tr("Do it again"), "redo", {QKeySequence("Ctrl+Shift+Z")});
    runPlay =
        add(tr("P&lay"), tr("Play or hold the run that is shown"), "play", {QKeySequence("Space")});
    runBack = add(tr("Step &back"), tr("One decision back in the run that is shown"), "step-back",
                  {QKeySequence("Left")});
    runForward = add(tr("Step &forward"), tr("One decision on in the run that is shown"), "step",
                     {QKeySequence("Right")});
    runClose = add(tr("To the resul&ts"), tr("Leave the run that is shown"), "back",
                   {QKeySequence("Backspace")});
    exportRuns = add(tr("Save the runs as &CSV…"), tr("A table with a row for each run"),
                     "export-table", {QKeySequence("Ctrl+E")});
    exportReport = add(tr("Save a repor&t…"), tr("All results as one HTML file"), "export-report",
                       {QKeySequence("Ctrl+Shift+E")});
    showReport = add(tr("Report in the bro&wser"), tr("All results as a page"), "browser");
    onlyIn({StudioMode::Evaluate}, m_groups.back().actions);
}

// In the order of the bar. The keys count from the top.
void StudioActions::addModes() {
    addMode(StudioMode::Welcome, tr("&Welcome"), tr("Welcome"),
            tr("Where to begin: documents, lessons, what to do in one click"),
            QKeySequence("Ctrl+0"));
    addMode(StudioMode::Train, tr("&Train mode"), tr("Train"),
            tr("Train policies and watch them learn"), QKeySequence("Ctrl+1"));
    addMode(StudioMode::Drive, tr("D&rive mode"), tr("Drive"),
            tr("Drive by hand, record laps, train on them"), QKeySequence("Ctrl+2"));
    addMode(StudioMode::Scenario, tr("&Scenario mode"), tr("Scenario"),
            tr("Draw the track, the starts and the crossing"), QKeySequence("Ctrl+3"));
    addMode(StudioMode::Evaluate, tr("&Evaluate mode"), tr("Evaluate"),
            tr("Judge drivers side by side, see every run again"), QKeySequence("Ctrl+4"));
    auto *one = new QActionGroup(this);
    for (QAction *mode : m_modes)
        one->addAction(mode);
    modeAction(StudioMode::Train)->setChecked(true);
}

void StudioActions::addMode(StudioMode mode, const QString &text, const QString &name,
                            const QString &help, const QKeySequence &key) {
    QAction *action = toggle(text, help, QString("mode-") + modeName(mode), false, {key});
    action->setIconText(name);
    action->setData(int(mode));
    m_modes << action;
}

void StudioActions::addView() {
    beginGroup(tr("&View"));
    addModes();
    cameraOverview =
        toggle(tr("&Overview"), tr("All worlds"), "camera-overview", true, {QKeySequence("1")});
    cameraOrbit = toggle(tr("O&rbit"), tr("Free camera: drag turns, right drag moves, wheel zooms"),
                         "camera-orbit", false, {QKeySequence("2")});
    cameraBirdsEye = toggle(tr("&Bird's eye"), tr("From straight above"), "camera-birdseye", false,
                            {QKeySequence("3"), QKeySequence("T")});
    cameraFollow = toggle(tr("&Follow"), tr("Behind the picked agent"), "camera-follow", false,
                          {QKeySequence("4"), QKeySequence("F")});
    cameraDriver = toggle(tr("&Driver"), tr("The picked agent's own view"), "camera-driver", false,
                          {QKeySequence("5")});
    auto *one = new QActionGroup(this);
    for (QAction *camera : cameras())
        one->addAction(camera);
    frameAll =
        add(tr("Frame &all"), tr("All worlds fit the view"), "frame-all", {QKeySequence("Home")});
    leaveWorld =
        add(tr("&Back to all worlds"), tr("Leave the enlarged world"), "", {QKeySequence("Esc")});
    nextAgent = add(tr("&Next agent"), tr("Pick the next agent"), "next", {QKeySequence("Tab")});
    previousAgent = add(tr("&Previous agent"), tr("Pick the agent before"), "previous",
                        {QKeySequence("Shift+Tab")});
    nextPanel =
        add(tr("Next pan&el"), tr("Move the keyboard to the next panel"), "", {QKeySequence("F6")});
    addOverlays();
    smoothMotion = toggle(tr("Smoot&h motion"),
                          tr("Up to 30 pictures a second even without a graphics card, where they "
                             "slow training down"),
                          "", false);
}

void StudioActions::addOverlays() {
    const auto overlay = [this](const QString &text, const QString &help, const char *icon, bool on,
                                const char *key) {
        return toggle(text, help, icon, on, {QKeySequence(key)});
    };
    showGoals = overlay(tr("&Goals"), tr("Goal of each agent"), "overlay-goals", true, "Alt+1");
    showTrails = overlay(tr("&Trails"), tr("Where agents drove"), "overlay-trails", true, "Alt+2");
    showLanes = overlay(tr("&Lane bounds"), tr("Edges that agents must keep to"), "overlay-lanes",
                        false, "Alt+3");
    showRays = overlay(tr("LIDAR &rays"),
                       tr("What the picked racer sees: walls orange, cars purple with a ring, "
                          "nothing pale; wider where its action depends on it"),
                       "overlay-rays", true, "Alt+4");
    showNames =
        overlay(tr("Na&mes"), tr("Names of agents and worlds"), "overlay-names", true, "Alt+5");
    showHud = overlay(tr("&HUD"), tr("Time, speed and commands over the scene"), "overlay-hud",
                      true, "Alt+6");
    showCheckpoints = overlay(tr("Chec&kpoints"), tr("Of the track; the next one stands out"),
                              "overlay-checkpoints", true, "Alt+7");
    showContacts = overlay(tr("C&ontacts"), tr("Where cars touched something just now"),
                           "overlay-contacts", true, "Alt+8");
    showVelocity = overlay(tr("&Velocity"), tr("Where the cars go within half a second"),
                           "overlay-velocity", false, "Alt+9");
    showSteering =
        overlay(tr("Steerin&g"), tr("Of the picked car: commanded (broken) and applied (solid)"),
                "overlay-steering", false, "Alt+0");
    const auto map = [this](const QString &text, const QString &name, const QString &help,
                            const char *icon, const char *key) {
        QAction *action = toggle(text, help, icon, false, {QKeySequence(key)});
        action->setIconText(name);
        return action;
    };
    mapValue = map(tr("Val&ue map"), tr("Value"),
                   tr("What the picked agent's critic expects at every place of the road"),
                   "map-value", "V");
    mapThrottle = map(tr("Throttle ma&p"), tr("Throttle"),
                      tr("The throttle that its policy would most likely choose there"),
                      "map-action", "Shift+V");
    mapSteer = map(tr("Steer&ing map"), tr("Steer"),
                   tr("The steering that its policy would most likely choose there"), "map-action",
                   "Ctrl+Shift+V");
    onlyIn({StudioMode::Train}, maps());
    auto *one = new QActionGroup(this);
    one->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (QAction *action : maps())
        one->addAction(action);
}

void StudioActions::addLooks() {
    themeSystem = toggle(tr("Theme of the &system"), tr("Light or dark as the desktop"), "", false);
    themeDark = toggle(tr("&Dark theme"), tr("Light text on dark panels"), "", false);
    themeLight = toggle(tr("L&ight theme"), tr("Dark text on light panels"), "", false);
    auto *one = new QActionGroup(this);
    for (QAction *theme : {themeSystem, themeDark, themeLight})
        one->addAction(theme);
    fullScreen = toggle(tr("F&ull screen"), tr("The window without its frame"), "", false,
                        {QKeySequence("F11")});
    present = toggle(tr("&Present"),
                     tr("Large type and nothing but the scene and the curves; Esc ends it"), "",
                     false, {QKeySequence("F9")});
    screenshot = add(tr("S&creenshot…"), tr("Save a picture of the window"), "screenshot",
                     {QKeySequence("Ctrl+P")});
    resetLayout = add(tr("Reset la&yout"), tr("Panels back to their first places"), "");
    referenceCurves = add(tr("Reference &curves…"),
                          tr("Lay the curves of a CSV file under those of the run"), "reference");
    clearReference = add(tr("Cl&ear reference curves"), tr("Without reference curves"), "");
}

void StudioActions::addHelp() {
    beginGroup(tr("&Help"));
    help = add(tr("&Help"), tr("About what the pointer is over; else the first page"), "help",
               {QKeySequence("F1")});
    lessons = add(tr("&Lessons"), tr("Guided lessons, on the welcome page"), "lesson");
    shortcuts = add(tr("&Keys"), tr("All shortcuts"), "");
    parameters = add(tr("&Parameter reference"), tr("All parameters of a document"), "");
    about = add(tr("&About Paddock"), tr("Versions"), "");
}

QList<QAction *> StudioActions::all() const {
    QList<QAction *> out;
    for (const Group &group : m_groups)
        out += group.actions;
    return out;
}

QAction *StudioActions::modeAction(StudioMode mode) const {
    for (QAction *action : m_modes)
        if (modeOf(action) == mode)
            return action;
    return nullptr;
}

StudioMode StudioActions::modeOf(const QAction *modeAction) {
    return StudioMode(modeAction->data().toInt());
}

void StudioActions::onlyIn(std::initializer_list<StudioMode> modes,
                           const QList<QAction *> &actions) {
    int bits = 0;
    for (const StudioMode mode : modes)
        bits |= bitOf(mode);
    for (QAction *action : actions)
        action->setProperty(kModeProperty, bits);
}

bool StudioActions::belongs(const QAction *action, StudioMode mode) const {
    const QVariant only = action->property(kModeProperty);
    return !only.isValid() || (only.toInt() & bitOf(mode)) != 0;
}

// A hidden action leaves its keys to whoever else has them.
void StudioActions::setMode(StudioMode mode) {
    m_mode = mode;
    for (QAction *action : all())
        if (action->property(kModeProperty).isValid())
            action->setVisible(belongs(action, mode));
}

QList<QAction *> StudioActions::cameras() const {
    return {cameraOverview, cameraOrbit, cameraBirdsEye, cameraFollow, cameraDriver};
}

QList<QAction *> StudioActions::overlays() const {
    return {showGoals, showTrails,      showLanes,    showRays,     showNames,
            showHud,   showCheckpoints, showContacts, showVelocity, showSteering};
}

QList<QAction *> StudioActions::maps() const {
    return {mapValue, mapThrottle, mapSteer};
}

} // namespace paddock

#include "widgets/drive/lap_panel.h"

#include "widgets/drive/lap_thumbnail.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr int kMaxLaps = 999;
constexpr int kUsualLaps = 5;
constexpr int kLeastWidth = 312; // px

QLabel *eliding(QLabel *label) {
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

Status trainOnLaps(DocumentModel &document, const QString &file) {
    if (document.runActive())
        return Error(Problem{"training.behavioral_cloning", "cannot change while a run is active",
                             "a stopped run"});
    document.undoStack().beginMacro(LapPanel::tr("train on laps"));
    Status status = document.setField("training.behavioral_cloning.demo_path", file);
    if (status)
        status = document.setField("training.behavioral_cloning.enabled", "true");
    document.undoStack().endMacro();
    return status;
}

LapPanel::LapPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_actions(parts.actions), m_shelf(parts.shelf), m_replay(parts.replay),
      m_drive(parts.drive), m_document(parts.document), m_settings(parts.settings),
      m_themes(parts.themes) {
    m_list = new LapList(m_shelf, m_themes);
    m_replayBox = new ReplayBox(m_actions, m_replay, m_themes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, space::kSmall);
    layout->setSpacing(space::kTiny);
    layout->addWidget(buildRecorder());
    layout->addWidget(buildLast());
    layout->addWidget(buildFileRow());
    layout->addWidget(m_list, 3);
    layout->addWidget(buildListButtons());
    layout->addWidget(m_replayBox, 2);
    layout->addWidget(buildTraining());
    setMinimumWidth(kLeastWidth);
    setFocusProxy(m_list);
    connectActions();
    connect(&m_shelf, &LapShelf::changed, this, &LapPanel::showShelf);
    connect(&m_drive, &DriveController::statusChanged, this, &LapPanel::showRecorder);
    connect(&m_drive, &DriveController::phaseChanged, this,
            [this] { showRecorder(m_drive.status()); });
    connect(m_list, &LapList::selectionMoved, this, &LapPanel::showSelected);
    connect(&m_replay, &LapReplay::shownChanged, this, &LapPanel::enableActions);
    connect(&m_document, &DocumentModel::historyChanged, this, &LapPanel::enableActions);
    connect(&m_replayBox->timeline(), &LapTimeline::partChanged, this, &LapPanel::enableActions);
    showShelf();
    showRecorder({});
}

QWidget *LapPanel::buildRecorder() {
    auto *box = new QWidget;
    auto *record = actionButton(m_actions.record, true);
    record->setMinimumHeight(32);
    m_wanted = new QSpinBox;
    m_wanted->setLocale(QLocale::c());
    m_wanted->setRange(1, kMaxLaps);
    m_wanted->setValue(kUsualLaps);
    m_wanted->setFont(numberFont());
    m_wanted->setSuffix(tr(" laps"));
    m_wanted->setFixedWidth(104);
    m_wanted->setAccessibleName(tr("Clean laps to record"));
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Clean laps recorded"));
    auto *row = new QHBoxLayout;
    row->addWidget(record);
    row->addStretch(1);
    row->addWidget(m_wanted);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    layout->setSpacing(space::kTiny);
    layout->addLayout(row);
    layout->addWidget(m_state);
    layout->addWidget(m_progress);
    return box;
}

QWidget *LapPanel::buildLast() {
    m_lastRow = new QFrame;
    m_lastRow->setObjectName("banner");
    m_lastIcon = new QLabel;
    m_last = eliding(new QLabel);
    auto *row = new QHBoxLayout(m_lastRow);
    row->setContentsMargins(space::kSmall, 2, 2, 2);
    row->setSpacing(space::kSmall);
    row->addWidget(m_lastIcon);
    row->addWidget(m_last, 1);
    row->addWidget(actionButton(m_actions.keepLap, true));
    m_lastRow->hide();
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    layout->addWidget(m_lastRow);
    return holder;
}

QWidget *LapPanel::buildFileRow() {
    m_file = eliding(new QLabel);
    m_file->setFont(uiFont(0, true));
    auto *choose = new QToolButton;
    choose->setText(tr("File…"));
    choose->setToolTip(tr("Choose the file that laps go to"));
    choose->setAccessibleName(tr("Choose the file of laps"));
    connect(choose, &QToolButton::clicked, this, &LapPanel::chooseFile);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, 0);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    return box;
}

QWidget *LapPanel::buildListButtons() {
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, 0);
    row->setSpacing(space::kTiny);
    row->addWidget(actionButton(m_actions.discardLap, true));
    row->addWidget(actionButton(m_actions.driveRestart, true));
    row->addStretch(1);
    row->addWidget(actionButton(m_actions.deleteLap));
    row->addWidget(actionButton(m_actions.undoLaps));
    return box;
}

QWidget *LapPanel::buildTraining() {
    auto *button = actionButton(m_actions.trainOnLaps, true);
    button->setObjectName("primary");
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_trainNote = panelNote();
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    layout->setSpacing(space::kTiny);
    m_trainNote->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_trainNote);
    layout->addWidget(button);
    return box;
}

void LapPanel::connectActions() {
    connect(m_actions.keepLap, &QAction::triggered, &m_shelf, &LapShelf::keepSetAside);
    connect(m_actions.discardLap, &QAction::triggered, &m_shelf, &LapShelf::discardLast);
    connect(m_actions.undoLaps, &QAction::triggered, &m_shelf, &LapShelf::undo);
    const auto discard = [this] {
        if (const auto chunk = m_list->selected())
            m_shelf.discard(*chunk);
    };
    connect(m_actions.deleteLap, &QAction::triggered, this, discard);
    connect(m_list, &LapList::deleteWanted, this, discard);
    connect(m_list, &QListView::activated, this, &LapPanel::togglePlay);
    connect(m_actions.replayLap, &QAction::triggered, this, &LapPanel::togglePlay);
    connect(m_actions.replayBack, &QAction::triggered, this, [this] { m_replay.step(-1); });
    connect(m_actions.replayForward, &QAction::triggered, this, [this] { m_replay.step(1); });
    connect(m_actions.trimLap, &QAction::triggered, this, &LapPanel::trim);
    connect(m_actions.trainOnLaps, &QAction::triggered, this, &LapPanel::train);
}

void LapPanel::chooseFile() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("File of laps"), m_shelf.file(), tr("Laps (*.pdemo)"), nullptr,
        QFileDialog::DontConfirmOverwrite); // laps are added, nothing is overwritten
    if (file.isEmpty())
        return;
    const Status status = m_shelf.choose(file.endsWith(".pdemo") ? file : file + ".pdemo");
    if (!status)
        Q_EMIT m_shelf.problem(tr("The file cannot take these laps"), status.error());
}

void LapPanel::showLast(const DrivenLap &lap) {
    if (!lap.recorded && m_shelf.hasSetAside())
        return; // Keep takes the lap that was set aside, so that one stays in view
    const std::string verdict = verdictName(lap.verdict);
    const double period = lap.meta.decisionPeriod;
    const double seconds =
        lap.episode.lapTime > 0 ? lap.episode.lapTime : double(lap.episode.rows()) * period;
    const QString fate = !lap.recorded                      ? tr("not recorded")
                         : lap.verdict == LapVerdict::Clean ? tr("kept")
                                                            : tr("set aside");
    m_last->setText(
        QString("%1 · %2 s · %3").arg(verdictText(verdict), decimalText(seconds, 2), fate));
    m_last->setToolTip(m_last->text());
    m_lastIcon->setPixmap(themedPixmap(
        verdictIcon(verdict), verdictColor(verdict, m_themes.theme()), 16, devicePixelRatioF()));
    m_lastRow->show();
}

void LapPanel::showShelf() {
    m_file->setText(QFileInfo(m_shelf.file()).fileName());
    m_file->setToolTip(m_shelf.holdsFile()
                           ? m_shelf.file()
                           : tr("%1\nis made with the first lap").arg(m_shelf.file()));
    enableActions();
}

void LapPanel::showRecorder(const DriveStatus &status) {
    const bool driving = m_drive.hasSession();
    const QSignalBlocker quiet(m_actions.record);
    m_actions.record->setChecked(driving && status.armed);
    m_actions.record->setText(driving && status.armed ? tr("Stop &recording") : tr("&Record"));
    m_actions.record->setEnabled(driving);
    m_wanted->setEnabled(!driving);
    m_wanted->setToolTip(driving ? tr("Set when the drive starts; F5 starts anew")
                                 : tr("A recording ends after so many clean laps"));
    m_progress->setRange(0, std::max(status.lapsWanted, 1));
    m_progress->setValue(status.cleanLaps);
    m_progress->setVisible(driving && (status.armed || status.cleanLaps > 0));
    if (!driving)
        m_state->setText(tr("Start driving (F5) to record"));
    else if (status.state == DriveState::Countdown)
        m_state->setText(tr("Recording begins in a moment"));
    else if (status.armed)
        m_state->setText(tr("Recording · %1 of %2 clean laps · %3 rows")
                             .arg(status.cleanLaps)
                             .arg(status.lapsWanted)
                             .arg(status.lapRows));
    else if (status.cleanLaps > 0)
        m_state->setText(
            tr("%1 of %2 clean laps recorded").arg(status.cleanLaps).arg(status.lapsWanted));
    else
        m_state->setText(tr("Nothing is recorded; R begins"));
    enableActions();
}

void LapPanel::showSelected() {
    const auto chunk = m_list->selected();
    const LapEntry *lap = chunk ? m_shelf.find(*chunk) : nullptr;
    m_replayBox->setLap(lap, m_shelf.meta().decisionPeriod);
    const int rows = lap && !lap->path.empty() ? int(lap->rows) : 0;
    m_replay.setLap(rows, m_shelf.meta().decisionPeriod,
                    [this, chunk] { return chunk ? m_shelf.lap(*chunk) : std::nullopt; });
    enableActions();
}

void LapPanel::enableActions() {
    const bool any = !m_shelf.laps().empty(), selected = m_list->selected().has_value();
    m_actions.keepLap->setEnabled(m_shelf.hasSetAside());
    m_actions.discardLap->setEnabled(any);
    m_actions.deleteLap->setEnabled(selected);
    m_actions.undoLaps->setEnabled(m_shelf.canUndo());
    m_actions.undoLaps->setToolTip(m_shelf.canUndo()
                                       ? tr("Undo: %1 (Ctrl+Z)").arg(m_shelf.undoText())
                                       : tr("Nothing to undo (Ctrl+Z)"));
    m_actions.replayLap->setEnabled(m_replay.canShow());
    m_actions.replayLap->setText(m_replay.playing() ? tr("Stop re&play") : tr("Re&play"));
    m_actions.replayBack->setEnabled(m_replay.shown() && m_replay.canShow());
    m_actions.replayForward->setEnabled(m_replay.shown() && m_replay.canShow());
    m_actions.trimLap->setEnabled(selected && !m_replayBox->timeline().whole());
    m_actions.trimLap->setToolTip(m_actions.trimLap->isEnabled()
                                      ? tr("Keep only the part between the two handles")
                                      : tr("Drag the handles of the time line inwards first"));
    const bool locked = m_document.runActive();
    m_actions.trainOnLaps->setEnabled(any && !locked);
    m_trainNote->setText(locked ? tr("A training run is active: stop it to train on these laps.")
                         : !any ? tr("There must be a lap to train on.")
                                : tr("Laps: %1, clean: %2. A policy can begin by imitating them.")
                                      .arg(m_shelf.laps().size())
                                      .arg(m_shelf.cleanLaps()));
}

void LapPanel::togglePlay() {
    if (m_replay.playing())
        m_replay.pause();
    else
        m_replay.play();
}

void LapPanel::trim() {
    const auto chunk = m_list->selected();
    const LapTimeline &line = m_replayBox->timeline();
    if (chunk && !line.whole())
        m_shelf.trim(*chunk, std::size_t(line.first()), std::size_t(line.last()));
}

void LapPanel::train() {
    const Status status = trainOnLaps(m_document, m_shelf.file());
    if (status)
        Q_EMIT trainingWanted();
    else
        Q_EMIT m_shelf.problem(tr("The document cannot be set up"), status.error());
}

} // namespace paddock

#include "widgets/drive/opponent_box.h"

#include "core/run/run_directory.h"
#include "widgets/drive/lap_thumbnail.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/theme/number_text.h"

#include <QDir>
#include <QFileDialog>
#include <QFontMetrics>
#include <QMenu>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr int kBestLap = -1; // of the laps' box
constexpr int kMaxRuns = 12; // in the menu

QComboBox *box() {
    auto *box = new QComboBox;
    box->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the scene
    box->setMinimumContentsLength(1);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

OpponentBox::OpponentBox(LapShelf &shelf, QString runsFolder, QWidget *parent)
    : QWidget(parent), m_shelf(shelf), m_runsFolder(std::move(runsFolder)) {
    m_kind = box();
    m_kind->addItem(tr("Nobody"), int(OpponentKind::None));
    m_kind->addItem(tr("Ghost of a lap"), int(OpponentKind::Ghost));
    m_kind->addItem(tr("Follow the gap"), int(OpponentKind::FollowTheGap));
    m_kind->addItem(tr("Disparity extender"), int(OpponentKind::DisparityExtender));
    m_kind->addItem(tr("Policy"), int(OpponentKind::Policy));
    m_lap = box();
    m_policyButton = new QToolButton;
    m_policyButton->setPopupMode(QToolButton::InstantPopup);
    m_policyButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_policyButton->setObjectName("segment");
    auto *menu = new QMenu(m_policyButton);
    m_policyButton->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &OpponentBox::fillPolicies);
    m_note = panelNote();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(panelRow(tr("Opponent"), m_kind, tr("Who else is on the track")));
    layout->addWidget(m_lapRow = panelRow(tr("Lap"), m_lap));
    layout->addWidget(m_policyRow = panelRow(tr("Policy"), m_policyButton));
    layout->addWidget(m_note);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &OpponentBox::showKind);
    connect(&shelf, &LapShelf::changed, this, &OpponentBox::fillLaps);
    fillLaps();
    choosePolicy({});
    showKind();
}

void OpponentBox::setScenario(const Scenario &scenario) {
    const bool race = scenario.kind == ScenarioKind::Racing;
    auto *model = qobject_cast<QStandardItemModel *>(m_kind->model());
    for (int i = 0; i < m_kind->count(); ++i) {
        const auto kind = OpponentKind(m_kind->itemData(i).toInt());
        const bool racer =
            kind == OpponentKind::FollowTheGap || kind == OpponentKind::DisparityExtender;
        const bool there = !racer || race;
        model->item(i)->setEnabled(there);
        m_kind->setItemData(i, there ? QString() : tr("Needs LIDAR: for races"), Qt::ToolTipRole);
        if (!there && m_kind->currentIndex() == i)
            m_kind->setCurrentIndex(0);
    }
}

OpponentKind OpponentBox::kind() const {
    return OpponentKind(m_kind->currentData().toInt());
}

void OpponentBox::choose(OpponentKind kind) {
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
}

void OpponentBox::fillLaps() {
    const QVariant chosen = m_lap->currentData();
    const QSignalBlocker quiet(m_lap);
    m_lap->clear();
    m_lap->addItem(tr("Best clean lap"), kBestLap);
    for (const LapEntry &lap : m_shelf.laps())
        if (!lap.path.empty())
            m_lap->addItem(tr("Lap %1 · %2 s · %3")
                               .arg(lap.chunk + 1)
                               .arg(decimalText(lap.seconds, 2), verdictText(lap.verdict)),
                           int(lap.chunk));
    m_lap->setCurrentIndex(std::max(0, m_lap->findData(chosen)));
    showKind();
}

void OpponentBox::fillPolicies() {
    QMenu *menu = m_policyButton->menu();
    menu->clear();
    const QFileInfoList runs =
        QDir(m_runsFolder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    int shown = 0;
    for (const QFileInfo &run : runs) {
        if (shown == kMaxRuns || listCheckpoints(run.filePath().toStdString()).empty())
            continue;
        const QString path = run.absoluteFilePath();
        connect(menu->addAction(run.fileName()), &QAction::triggered, this,
                [this, path] { choosePolicy(path); });
        ++shown;
    }
    if (shown == 0)
        menu->addAction(tr("No runs in %1 yet").arg(QDir(m_runsFolder).dirName()))
            ->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(tr("Policy file…")), &QAction::triggered, this,
            &OpponentBox::choosePolicyFile);
    connect(menu->addAction(tr("Run or checkpoint folder…")), &QAction::triggered, this,
            &OpponentBox::choosePolicyRun);
}

void OpponentBox::choosePolicyFile() {
    const QString file =
        QFileDialog::getOpenFileName(window(), tr("Policy"), {}, tr("Policies (*.onnx)"));
    if (!file.isEmpty())
        choosePolicy(file);
}

void OpponentBox::choosePolicyRun() {
    const QString folder =
        QFileDialog::getExistingDirectory(window(), tr("Run or checkpoint"), m_runsFolder);
    if (!folder.isEmpty())
        choosePolicy(folder);
}

void OpponentBox::choosePolicy(const QString &path) {
    m_policy = path;
    const QString name = path.isEmpty() ? tr("Choose…") : QFileInfo(path).fileName();
    m_policyButton->setText(QFontMetrics(m_policyButton->font())
                                .elidedText(name, Qt::ElideMiddle, kPanelEditorWidth - 40));
    m_policyButton->setToolTip(path);
    showKind();
}

void OpponentBox::showKind() {
    const OpponentKind now = kind();
    m_lapRow->setVisible(now == OpponentKind::Ghost);
    m_policyRow->setVisible(now == OpponentKind::Policy);
    m_problem.clear();
    if (now == OpponentKind::Ghost && m_lap->currentData().toInt() == kBestLap && !m_shelf.best())
        m_problem = tr("There is no clean lap yet to race against.");
    else if (now == OpponentKind::Policy && m_policy.isEmpty())
        m_problem = tr("Choose a run or a policy file.");
    QString note = m_problem;
    if (note.isEmpty() && now == OpponentKind::Ghost)
        note = tr("Drives through you, at the pace of that lap.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool OpponentBox::apply(DriveSetup &setup) {
    showKind();
    setup.opponent = kind();
    setup.policy = m_policy.toStdString();
    if (!m_problem.isEmpty())
        return false;
    if (setup.opponent != OpponentKind::Ghost)
        return true;
    const int chosen = m_lap->currentData().toInt();
    const LapEntry *lap = chosen == kBestLap ? m_shelf.best() : m_shelf.find(std::size_t(chosen));
    const auto episode = lap ? m_shelf.lap(lap->chunk) : std::nullopt;
    if (!episode) {
        m_problem = tr("That lap is not there any more.");
        return false;
    }
    setup.ghost = *episode;
    return true;
}

} // namespace paddock

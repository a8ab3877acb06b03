#include "widgets/runs/sweep_panel.h"

#include "core/run/sweep_text.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>
#include <thread>

namespace paddock {

namespace {

constexpr int kPlanWidth = 440, kLeastPlanWidth = 280; // px
constexpr int kPathWidth = 216;
constexpr int kLabelWidth = 88;

// "Name   [editor        ]"
QWidget *planRow(const QString &name, QWidget *editor, const QString &help) {
    auto *row = new QWidget;
    auto *label = new QLabel(name);
    label->setFixedWidth(kLabelWidth);
    label->setBuddy(editor);
    editor->setAccessibleName(name);
    row->setToolTip(help);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(label);
    layout->addWidget(editor, 1);
    return row;
}

QToolButton *textButton(const QString &text, const QString &help) {
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(help);
    return button;
}

} // namespace

SweepPanel::SweepPanel(SweepController &sweep, DocumentModel &document, ThemeManager &themes,
                       QWidget *parent)
    : QWidget(parent), m_sweep(sweep), m_document(document) {
    m_queue = new SweepQueue(sweep, themes);
    auto *plan = new QScrollArea;
    plan->setWidget(buildPlan());
    plan->setWidgetResizable(true);
    plan->setMinimumWidth(kLeastPlanWidth);
    plan->setMaximumWidth(kPlanWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(plan);
    layout->addWidget(buildRuns(), 1);
    setFocusProxy(m_name);
    connect(&sweep, &SweepController::changed, this, &SweepPanel::showProgress);
    connect(&document, &DocumentModel::changed, this, &SweepPanel::followDocument);
    connect(m_queue->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SweepPanel::enableButtons);
    addAxis();
    followDocument();
    showProgress();
}

QWidget *SweepPanel::buildPlan() {
    m_name = new QLineEdit;
    m_kind = new QComboBox;
    m_kind->addItems({tr("every value with every other"), tr("the values together, as a list")});
    m_seeds = new QLineEdit("1-3");
    m_jobs = new QSpinBox;
    m_jobs->setLocale(QLocale::c());
    m_jobs->setRange(1, std::max(1, int(std::thread::hardware_concurrency())));
    m_jobs->setSuffix(tr(" side by side"));
    auto *add = textButton(tr("Add a parameter"), tr("One more field that is varied"));
    m_summary = panelNote();
    m_summary->setContentsMargins(0, 0, 0, 0);
    m_start = textButton(tr("Start the sweep"), tr("Train all runs in the background"));
    m_start->setObjectName("primary");
    m_goOn = textButton(tr("Go on with…"), tr("Choose the folder of a sweep that was begun; what "
                                              "is finished is not trained again"));
    auto *axes = new QWidget;
    m_axisLayout = new QVBoxLayout(axes);
    m_axisLayout->setContentsMargins(0, 0, 0, 0);
    m_axisLayout->setSpacing(space::kTiny);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    layout->setSpacing(space::kTiny);
    layout->addWidget(planRow(tr("Sweep"), m_name, tr("Name of its folder among the runs")));
    layout->addWidget(axes);
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addWidget(planRow(tr("Combine"), m_kind, tr("How the values of several fields meet")));
    layout->addWidget(planRow(tr("Seeds"), m_seeds, tr("1, 2, 5 or 1-5; each setting with each")));
    layout->addWidget(planRow(tr("Runs"), m_jobs, tr("They share the cores")));
    layout->addWidget(m_summary);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_goOn);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(add, &QToolButton::clicked, this, [this] { addAxis(); });
    connect(m_goOn, &QToolButton::clicked, this, &SweepPanel::goOn);
    for (QLineEdit *edit : {m_name, m_seeds})
        connect(edit, &QLineEdit::textChanged, this, &SweepPanel::showPlan);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SweepPanel::showPlan);
    connect(m_jobs, &QSpinBox::valueChanged, this, &SweepPanel::showPlan);
    connect(m_start, &QToolButton::clicked, this, [this] {
        if (const Result<SweepSpec> spec = this->plan())
            m_sweep.start(*spec);
    });
    return box;
}

QWidget *SweepPanel::buildRuns() {
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the sweep"));
    m_progressText = new QLabel;
    m_pause = textButton(tr("Pause"), tr("The runs hold, nothing new begins"));
    m_leaveOut = textButton(tr("Leave out"), tr("The selected runs are not trained, or stop"));
    m_cancel = textButton(tr("Cancel"), tr("The runs stop with checkpoints; starting the sweep "
                                           "again goes on from there"));
    connect(m_pause, &QToolButton::clicked, &m_sweep, &SweepController::togglePause);
    connect(m_cancel, &QToolButton::clicked, &m_sweep, &SweepController::cancel);
    connect(m_leaveOut, &QToolButton::clicked, this, [this] {
        for (const std::string &name : m_queue->selectedRuns())
            m_sweep.leaveOut(name);
    });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kTiny);
    head->setSpacing(space::kSmall);
    head->addWidget(m_progressText);
    head->addWidget(m_progress, 1);
    for (QToolButton *button : {m_pause, m_leaveOut, m_cancel})
        head->addWidget(button);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_queue, 1);
    return box;
}

// All fields but the seed, found by any part of their path.
void SweepPanel::fillPaths(QComboBox &box) const {
    const QString kept = box.currentText();
    const QSignalBlocker quiet(&box);
    box.clear();
    for (const FieldRow &field : m_document.fields()) {
        const QString path = QString::fromStdString(field.path);
        if (path == "training.seed" || path == "kind" || path == "track" || path == "name")
            continue;
        box.addItem(path);
        box.setItemData(box.count() - 1, QString::fromStdString(field.help), Qt::ToolTipRole);
    }
    box.setCurrentText(kept);
}

void SweepPanel::addAxis(const QString &path, const QString &values) {
    AxisRow axis;
    axis.row = new QWidget;
    axis.path = new QComboBox;
    axis.path->setEditable(true);
    axis.path->setInsertPolicy(QComboBox::NoInsert);
    axis.path->setFixedWidth(kPathWidth);
    axis.path->setAccessibleName(tr("Field that is varied"));
    axis.path->completer()->setFilterMode(Qt::MatchContains);
    axis.path->completer()->setCompletionMode(QCompleter::PopupCompletion);
    axis.path->lineEdit()->setPlaceholderText(tr("search a field"));
    fillPaths(*axis.path);
    axis.path->setCurrentText(path);
    axis.values = new QLineEdit(values);
    axis.values->setPlaceholderText(tr("0.1, 0.2 or 1e-4 .. 1e-2 log / 3"));
    axis.values->setAccessibleName(tr("Its values"));
    axis.values->setToolTip(tr("A list as 0.1, 0.2 or a range as 0.1 .. 0.9 / 5; with log each "
                               "value is the same multiple of the one before"));
    auto *remove = textButton("×", tr("Vary this field no more"));
    auto *layout = new QHBoxLayout(axis.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(axis.path);
    layout->addWidget(axis.values, 1);
    layout->addWidget(remove);
    m_axisLayout->addWidget(axis.row);
    QWidget *row = axis.row;
    m_axes.push_back(axis);
    connect(axis.path, &QComboBox::currentTextChanged, this, &SweepPanel::showPlan);
    connect(axis.values, &QLineEdit::textChanged, this, &SweepPanel::showPlan);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        std::erase_if(m_axes, [row](const AxisRow &each) { return each.row == row; });
        row->deleteLater();
        showPlan();
    });
    showPlan();
}

void SweepPanel::followDocument() {
    for (const AxisRow &axis : m_axes)
        fillPaths(*axis.path);
    if (m_name->text().isEmpty()) {
        QString name = "sweep-";
        for (const QChar c : m_document.title().section('.', 0, 0).toLower())
            name += (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ? c : QChar('-');
        m_name->setText(name.left(60));
    }
    showPlan();
}

void SweepPanel::goOn() {
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder of a sweep"), QString::fromStdString(m_sweep.runsFolder().string()));
    if (!folder.isEmpty())
        m_sweep.goOn(folder.toStdString());
}

Result<SweepSpec> SweepPanel::plan() const {
    SweepSpec spec;
    spec.name = m_name->text().trimmed().toStdString();
    spec.base = m_document.scenario();
    spec.kind = m_kind->currentIndex() == 1 ? SweepKind::List : SweepKind::Grid;
    spec.jobs = m_jobs->value();
    const auto seeds = parseSweepSeeds(m_seeds->text().toStdString());
    if (!seeds)
        return seeds.error();
    spec.seeds = *seeds;
    for (const AxisRow &axis : m_axes) {
        const std::string path = axis.path->currentText().trimmed().toStdString();
        if (path.empty() && axis.values->text().isEmpty())
            continue; // a row that nobody has begun
        const auto values = parseSweepValues(axis.values->text().toStdString());
        if (!values)
            return values.error();
        spec.axes.push_back({path, *values});
    }
    return spec;
}

void SweepPanel::showPlan() {
    if (!m_start)
        return; // still being built
    const Result<SweepSpec> spec = plan();
    const auto runs = spec ? countSweep(*spec) : Result<std::size_t>(spec.error());
    if (runs) {
        const double steps = double(*runs) * double(spec->base.training.maxSteps);
        m_summary->setText(tr("%1 runs, %2 steps in all").arg(*runs).arg(shortCount(steps)));
    } else
        m_summary->setText(QString::fromStdString(runs.error().problems.front().text()));
    m_summary->setProperty("role", runs ? "muted" : "bad");
    m_summary->style()->unpolish(m_summary); // the role decides the colour
    m_summary->style()->polish(m_summary);
    m_start->setEnabled(runs.ok() && !m_sweep.active());
    m_goOn->setEnabled(!m_sweep.active());
}

void SweepPanel::showProgress() {
    const SweepProgress &progress = m_sweep.progress();
    m_progress->setValue(int(1000 * progress.fraction));
    const int left = int(progress.items.size()) - progress.finished;
    QString text = tr("No sweep");
    if (m_sweep.starting())
        text = tr("Preparing");
    else if (!progress.items.empty()) {
        text = tr("%1 of %2 runs · %3")
                   .arg(progress.finished)
                   .arg(progress.items.size())
                   .arg(percentText(progress.fraction));
        if (progress.ended)
            text += left > 0 ? tr(" · ended") : tr(" · finished");
        else if (progress.paused)
            text += tr(" · paused");
        else
            text += tr(" · %1 left").arg(durationText(progress.etaSeconds));
    }
    m_progressText->setText(text);
    m_pause->setText(progress.paused ? tr("Resume") : tr("Pause"));
    enableButtons();
}

void SweepPanel::enableButtons() {
    const bool active = m_sweep.active() && !m_sweep.starting();
    m_pause->setEnabled(active);
    m_cancel->setEnabled(active);
    m_leaveOut->setEnabled(active && !m_queue->selectedRuns().empty());
    if (m_sweep.active() || !m_start->isEnabled())
        showPlan();
}

} // namespace paddock

#include "widgets/runs/go_on_dialog.h"

#include "core/base/text.h"
#include "core/run/checkpoint_folder.h"
#include "core/scenario/scenario_io.h"
#include "widgets/theme/number_text.h"
#include "widgets/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kWidth = 520; // px
constexpr int kTableHeight = 160;
constexpr std::int64_t kMaxSteps = 1'000'000'000'000;

// What a fork of `own` with the parameters of `open` changes; name and place of the track are not
// of the kind that training feels.
std::vector<FieldDifference> changesOf(const Scenario &own, const Scenario &open) {
    std::vector<FieldDifference> all = differences(own, open);
    std::erase_if(all, [](const FieldDifference &d) {
        return d.path == "name" || d.path == "description" || d.path == "track" ||
               d.path == "training.max_steps";
    });
    return all;
}

} // namespace

GoOnDialog::GoOnDialog(Kind kind, const RunSummary &run, const Scenario &own, const Scenario &open,
                       QWidget *parent)
    : QDialog(parent), m_kind(kind), m_run(run), m_own(own), m_open(open) {
    const bool fork = kind == Kind::Fork;
    setWindowTitle(fork ? tr("Fork a run") : tr("Resume a run"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::kLarge);
    form->setVerticalSpacing(space::kSmall);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *from = new QLabel(QString::fromStdString(run.name));
    from->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(tr("Run"), from);
    if (fork)
        buildFork(*form);
    m_steps = new QLineEdit;
    m_steps->setFont(numberFont());
    const std::int64_t more = std::max<std::int64_t>(own.training.maxSteps, 1);
    const std::int64_t last = run.checkpoints.empty() ? 0 : run.checkpoints.back();
    m_steps->setText(QString::number(last < more ? more : last + more));
    form->addRow(tr("Train up to step"), m_steps);
    m_problem = new QLabel;
    m_problem->setProperty("role", "bad");
    m_problem->setWordWrap(true);
    auto *note = new QLabel(
        fork ? tr("A new run begins with the weights, step count and schedules of the checkpoint. "
                  "The old one stays as it is.")
             : tr("The run goes on in its own folder from its latest checkpoint, with its curves "
                  "and schedules."));
    note->setProperty("role", "muted");
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = buttons->addButton(fork ? tr("Fork") : tr("Resume"), QDialogButtonBox::AcceptRole);
    m_go->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::kMedium);
    layout->addWidget(note);
    layout->addLayout(form);
    if (m_differences)
        layout->addWidget(m_differences, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_steps, &QLineEdit::textChanged, this, &GoOnDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(choice()); });
    if (fork)
        showDifferences();
    check();
}

void GoOnDialog::buildFork(QFormLayout &form) {
    m_checkpoints = new QComboBox;
    for (auto step = m_run.checkpoints.rbegin(); step != m_run.checkpoints.rend(); ++step)
        m_checkpoints->addItem(tr("step %1").arg(groupedCount(*step)), qlonglong(*step));
    form.addRow(tr("From checkpoint"), m_checkpoints);
    m_name = new QLineEdit(QString::fromStdString(m_own.name));
    m_name->setToolTip(tr("Becomes part of the new folder's name"));
    form.addRow(tr("Name"), m_name);
    m_parameters = new QComboBox;
    m_parameters->addItem(tr("As in that run"));
    const std::size_t changes = changesOf(m_own, m_open).size();
    m_parameters->addItem(tr("Of the open document (%1 differ)").arg(changes));
    form.addRow(tr("Parameters"), m_parameters);
    m_differences = new QTableWidget(0, 3);
    m_differences->setHorizontalHeaderLabels({tr("Parameter"), tr("That run"), tr("Fork")});
    m_differences->setAccessibleName(tr("What the fork changes"));
    m_differences->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_differences->setSelectionMode(QAbstractItemView::NoSelection);
    m_differences->setShowGrid(false);
    m_differences->setMinimumHeight(kTableHeight);
    m_differences->verticalHeader()->hide();
    m_differences->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_differences->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    connect(m_parameters, &QComboBox::currentIndexChanged, this, &GoOnDialog::showDifferences);
    connect(m_checkpoints, &QComboBox::currentIndexChanged, this, &GoOnDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &GoOnDialog::check);
}

void GoOnDialog::showDifferences() {
    const bool ofDocument = m_parameters->currentIndex() == 1;
    const std::vector<FieldDifference> all =
        ofDocument ? changesOf(m_own, m_open) : std::vector<FieldDifference>();
    m_differences->setRowCount(int(all.size()));
    for (int row = 0; row < int(all.size()); ++row) {
        const FieldDifference &each = all[std::size_t(row)];
        int column = 0;
        for (const std::string &text : {each.path, each.before, each.after}) {
            auto *item = new QTableWidgetItem(QString::fromStdString(text));
            item->setToolTip(item->text());
            if (column > 0)
                item->setFont(numberFont(-1));
            m_differences->setItem(row, column++, item);
        }
    }
    m_differences->setVisible(ofDocument);
    check();
    adjustSize();
}

std::int64_t GoOnDialog::fromStep() const {
    if (m_checkpoints)
        return m_checkpoints->currentData().toLongLong();
    return m_run.checkpoints.empty() ? 0 : m_run.checkpoints.back();
}

void GoOnDialog::check() {
    QString words;
    const auto steps = parseInteger(m_steps->text().toStdString());
    if (!steps || *steps <= fromStep() || *steps > kMaxSteps)
        words = tr("The last step is a whole number after step %1").arg(groupedCount(fromStep()));
    else if (m_name && m_name->text().trimmed().isEmpty())
        words = tr("The fork needs a name");
    else if (m_parameters && m_parameters->currentIndex() == 1 && m_open.kind != m_own.kind)
        words = tr("The open document is of another kind: its agents cannot use these weights");
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    m_go->setEnabled(words.isEmpty());
}

GoOnChoice GoOnDialog::choice() const {
    GoOnChoice choice{m_run.path, m_own, m_parameters && m_parameters->currentIndex() == 1};
    if (choice.ofDocument)
        choice.scenario = m_open;
    if (m_checkpoints)
        choice.from = m_run.path / "checkpoints" / checkpointName(fromStep());
    if (m_name)
        choice.scenario.name = m_name->text().trimmed().toStdString();
    choice.scenario.training.maxSteps =
        parseInteger(m_steps->text().toStdString()).value_or(choice.scenario.training.maxSteps);
    return choice;
}

} // namespace paddock

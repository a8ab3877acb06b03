#include "widgets/timeline/compare_dialog.h"

#include "core/run/run_directory.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/theme/number_text.h"
#include "widgets/timeline/file_paths.h"

#include <QDir>
#include <QPushButton>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr int kWidth = 440; // px

} // namespace

CompareDialog::CompareDialog(const QString &runsFolder, const QString &run, QWidget *parent)
    : QDialog(parent), m_folder(runsFolder) {
    setWindowTitle(tr("Compare checkpoints"));
    m_run = new QComboBox;
    m_first = new QComboBox;
    m_second = new QComboBox;
    m_driver = new QComboBox;
    m_driver->addItem(tr("most probable action"), "policy_greedy");
    m_driver->addItem(tr("sampled, same random numbers"), "policy");
    m_seed = new QSpinBox;
    m_seed->setRange(0, 1'000'000'000);
    m_seed->setValue(1000);
    m_seconds = new QDoubleSpinBox;
    m_seconds->setLocale(QLocale::c());
    m_seconds->setRange(1, 600);
    m_seconds->setDecimals(0);
    m_seconds->setValue(20);
    m_seconds->setSuffix(tr(" s"));
    m_words = panelNote(tr("Both drive in the scenario of the left one, from the same seed; they "
                           "are shown side by side with the moment at which they part."));
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(panelRow(tr("Run"), m_run));
    layout->addWidget(panelRow(tr("Left"), m_first));
    layout->addWidget(panelRow(tr("Right"), m_second));
    layout->addWidget(panelRow(tr("Policies choose"), m_driver));
    layout->addWidget(panelRow(tr("Seed"), m_seed));
    layout->addWidget(panelRow(tr("Simulated time"), m_seconds));
    layout->addWidget(m_words);
    layout->addWidget(m_busy);
    layout->addWidget(buttons);
    setMinimumWidth(kWidth);
    for (QComboBox *box : {m_run, m_first, m_second, m_driver})
        box->setFixedWidth(kWidth / 2);
    connect(m_run, &QComboBox::currentIndexChanged, this, &CompareDialog::fillCheckpoints);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] {
        m_task.stop();
        reject();
    });
    connect(m_go, &QPushButton::clicked, this, &CompareDialog::start);
    fillRuns(run);
}

void CompareDialog::fillRuns(const QString &run) {
    const QDir folder(m_folder);
    if (!run.isEmpty())
        m_run->addItem(QDir(run).dirName(), run);
    for (const QFileInfo &info :
         folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time))
        if (info.absoluteFilePath() != QFileInfo(run).absoluteFilePath() &&
            QDir(info.filePath()).exists("checkpoints"))
            m_run->addItem(info.fileName(), info.absoluteFilePath());
    fillCheckpoints();
}

void CompareDialog::fillCheckpoints() {
    const std::vector<std::int64_t> steps =
        listCheckpoints(toPath(m_run->currentData().toString()));
    for (QComboBox *box : {m_first, m_second}) {
        box->clear();
        for (const std::int64_t step : steps)
            box->addItem(tr("step %1").arg(groupedCount(step)), qlonglong(step));
    }
    m_second->setCurrentIndex(m_second->count() - 1);
    m_go->setEnabled(steps.size() >= 2);
    if (steps.size() < 2)
        say(tr("This run has %n checkpoint(s); two are needed. Ctrl+K writes one.", nullptr,
               int(steps.size())));
}

void CompareDialog::say(const QString &words) {
    m_words->setText(words);
}

void CompareDialog::start() {
    const std::filesystem::path checkpoints =
        toPath(m_run->currentData().toString()) / "checkpoints";
    const auto folderOf = [&checkpoints](const QComboBox &box) {
        const QString name =
            QString("step_%1").arg(box.currentData().toLongLong(), 12, 10, QChar('0'));
        return checkpoints / name.toStdString();
    };
    CompareOptions options;
    options.seed = std::uint64_t(m_seed->value());
    options.seconds = m_seconds->value();
    options.driver = m_driver->currentData().toString().toStdString();
    m_go->setEnabled(false);
    m_busy->show();
    m_task.start(
        [first = folderOf(*m_first), second = folderOf(*m_second), options](std::stop_token stop) {
            return compareCheckpoints(first, second, options, stop);
        },
        [this](Result<PolicyComparison> result) { finish(std::move(result)); });
}

void CompareDialog::finish(Result<PolicyComparison> result) {
    m_busy->hide();
    m_go->setEnabled(true);
    if (!result) {
        say(QString::fromStdString(result.error().text()));
        return;
    }
    Q_EMIT compared(std::make_shared<const PolicyComparison>(std::move(*result)));
    accept();
}

} // namespace paddock

#include "widgets/form/difference_dialog.h"

#include "core/scenario/scenario_io.h"
#include "widgets/form/field_words.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr int kMaxRuns = 30; // offered, the newest
constexpr const char *kOtherDocument = "\x01document";
constexpr const char *kOtherRun = "\x01run";
enum Column { kPath, kLeft, kRight, kUnit, kHelp, kColumns };

QTableWidgetItem *cell(const QString &text, bool number = false) {
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    if (number) {
        item->setFont(numberFont());
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    return item;
}

} // namespace

DifferenceDialog::DifferenceDialog(DocumentModel &document, Settings &settings,
                                   const QString &runsFolder, QWidget *parent)
    : QDialog(parent), m_document(document), m_settings(settings), m_runsFolder(runsFolder) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Differences"));
    resize(1080, 640);
    m_summary = new QLabel;
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the differences"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(200);
    m_table = new QTableWidget(0, kColumns);
    m_table->setHorizontalHeaderLabels(
        {tr("Parameter"), tr("Left"), tr("Right"), tr("Unit"), tr("What it is")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Fields that differ"));
    m_table->horizontalHeader()->setSectionResizeMode(kPath, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copyButton = buttons->addButton(tr("Copy as text"), QDialogButtonBox::ActionRole);
    connect(copyButton, &QPushButton::clicked, this, &DifferenceDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *line = new QHBoxLayout;
    line->addWidget(m_summary, 1);
    line->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::kMedium);
    layout->addWidget(buildSides());
    layout->addLayout(line);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &DifferenceDialog::filter);
    connect(&document, &DocumentModel::changed, this, &DifferenceDialog::compare);
    choose({}, "preset:" + QString::fromStdString(document.scenario().preset));
}

QWidget *DifferenceDialog::buildSides() {
    auto *holder = new QWidget;
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    const QString names[] = {tr("Left"), tr("Right")};
    for (int side = 0; side < 2; ++side) {
        auto *label = new QLabel(names[side]);
        label->setProperty("role", "muted");
        m_sides[side] = new QComboBox;
        m_sides[side]->setAccessibleName(names[side]);
        m_sides[side]->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        fill(*m_sides[side]);
        grid->addWidget(label, 0, side);
        grid->addWidget(m_sides[side], 1, side);
        grid->setColumnStretch(side, 1);
        connect(m_sides[side], &QComboBox::activated, this,
                [this, side](int index) { pick(side, index); });
    }
    return holder;
}

void DifferenceDialog::fill(QComboBox &box) {
    box.addItem(tr("This document: %1").arg(m_document.title()), QString());
    for (const std::string &name : presetNames(m_document.scenario().kind))
        box.addItem(tr("Preset: %1").arg(QString::fromStdString(name)),
                    "preset:" + QString::fromStdString(name));
    for (const QString &file : m_settings.recentFiles())
        box.addItem(tr("Document: %1").arg(QFileInfo(file).fileName()), file);
    int runs = 0;
    const QDir folder(m_runsFolder);
    for (const QString &run : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time)) {
        if (!QFileInfo::exists(folder.filePath(run) + "/scenario.json"))
            continue;
        box.addItem(tr("Run: %1").arg(run), folder.filePath(run));
        if (++runs == kMaxRuns)
            break;
    }
    box.insertSeparator(box.count());
    box.addItem(tr("Another document…"), QString(kOtherDocument));
    box.addItem(tr("Another run…"), QString(kOtherRun));
}

void DifferenceDialog::pick(int side, int index) {
    const QString source = m_sides[side]->itemData(index).toString();
    if (source == kOtherDocument || source == kOtherRun) {
        m_sides[side]->setCurrentIndex(m_index[side]);
        const QString found =
            source == kOtherRun
                ? QFileDialog::getExistingDirectory(this, tr("Folder of a run"), m_runsFolder)
                : QFileDialog::getOpenFileName(this, tr("Scenario"), m_settings.lastFolder(),
                                               tr("Scenarios (*.json)"));
        if (found.isEmpty())
            return;
        setSource(side, found);
    }
    m_index[side] = m_sides[side]->currentIndex();
    compare();
}

void DifferenceDialog::setSource(int side, const QString &source) {
    QComboBox &box = *m_sides[side];
    int index = box.findData(source);
    if (index < 0) {
        const bool preset = source.startsWith("preset:");
        index = 1;
        box.insertItem(index, preset ? tr("Preset: %1").arg(source.section(':', 1)) : source,
                       source);
    }
    box.setCurrentIndex(index);
    m_index[side] = index;
}

void DifferenceDialog::choose(const QString &left, const QString &right) {
    setSource(0, left);
    setSource(1, right);
    compare();
}

Result<Scenario> DifferenceDialog::scenarioOf(int side) const {
    const QString source = m_sides[side]->currentData().toString();
    if (source.isEmpty())
        return m_document.scenario();
    return namedScenario(source.toStdString(), m_document.scenario().kind);
}

void DifferenceDialog::compare() {
    const Result<Scenario> left = scenarioOf(0), right = scenarioOf(1);
    m_table->setRowCount(0);
    m_summary->setProperty("role", left && right ? "" : "bad");
    m_summary->setStyleSheet(QString()); // asks for the looks of the role anew
    if (!left || !right) {
        QStringList problems;
        for (const Result<Scenario> *side : {&left, &right})
            if (!*side)
                problems << QString::fromStdString(side->error().text());
        m_summary->setText(problems.join('\n'));
        return;
    }
    const std::vector<ComparedField> fields = compareScenarios(*left, *right);
    m_table->setRowCount(int(fields.size()));
    for (int i = 0; i < int(fields.size()); ++i) {
        const ComparedField &field = fields[std::size_t(i)];
        const auto shown = [](const std::string &value) {
            return value.empty() ? QStringLiteral("–") : QString::fromStdString(value);
        };
        m_table->setItem(i, kPath, cell(QString::fromStdString(field.path)));
        m_table->setItem(i, kLeft, cell(shown(field.left), true));
        m_table->setItem(i, kRight, cell(shown(field.right), true));
        m_table->setItem(i, kUnit, cell(unitText(QString::fromStdString(field.unit))));
        m_table->setItem(i, kHelp, cell(QString::fromStdString(field.help)));
    }
    m_table->setColumnWidth(kLeft, 180);
    m_table->setColumnWidth(kRight, 180);
    m_table->setColumnWidth(kUnit, 72);
    m_summary->setText(fields.empty()       ? tr("They hold the same values.")
                       : fields.size() == 1 ? tr("One field differs.")
                                            : tr("%1 fields differ.").arg(fields.size()));
    filter(m_search->text());
}

void DifferenceDialog::filter(const QString &words) {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString all =
            m_table->item(row, kPath)->text() + ' ' + m_table->item(row, kHelp)->text();
        bool hit = true;
        for (const QString &word : words.split(' ', Qt::SkipEmptyParts))
            hit = hit && all.contains(word, Qt::CaseInsensitive);
        m_table->setRowHidden(row, !hit);
    }
}

// Tabs between the columns, so that it can go into a sheet.
void DifferenceDialog::copy() const {
    QStringList lines;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = kPath; column <= kUnit; ++column)
            cells << m_table->item(row, column)->text();
        lines << cells.join('\t');
    }
    QApplication::clipboard()->setText(lines.join('\n'));
}

} // namespace paddock

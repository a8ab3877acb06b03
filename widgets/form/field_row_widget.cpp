#include "widgets/form/field_row_widget.h"

#include "widgets/form/field_words.h"
#include "widgets/help/help_entry.h"
#include "widgets/theme/icons.h"

#include <QGridLayout>

namespace paddock {

namespace {

constexpr int kEditorWidth = 96; // px
constexpr int kUnitWidth = 48;   // px, "1/rad^2" fits
constexpr int kResetWidth = 20;  // px

} // namespace

FieldRowWidget::FieldRowWidget(DocumentModel &document, ThemeManager &themes, const FieldRow &row,
                               QWidget *parent)
    : QWidget(parent), m_document(document), m_themes(themes),
      m_path(QString::fromStdString(row.path)), m_live(row.live) {
    m_haystack = QString("%1 %2 %3 %4")
                     .arg(m_path, fieldName(m_path), QString::fromStdString(row.symbol),
                          QString::fromStdString(row.help))
                     .toLower();
    setHelpTopic(this, "parameter/" + m_path);
    m_editor = new FieldEditor(row, this);
    layOut(row);
    connect(m_editor, &FieldEditor::edited, this, &FieldRowWidget::check);
    connect(m_editor, &FieldEditor::committed, this, &FieldRowWidget::commit);
    connect(m_editor, &FieldEditor::reverted, this, [this] { setMessage({}); });
    connect(m_reset, &QToolButton::clicked, this, [this] { m_document.resetField(m_path); });
    connect(&m_themes, &ThemeManager::changed, this, &FieldRowWidget::refresh);
    refresh();
}

void FieldRowWidget::layOut(const FieldRow &row) {
    m_name = new QLabel(this);
    m_name->setTextFormat(Qt::RichText);
    m_name->setWordWrap(true);
    m_name->setMinimumWidth(80);
    m_name->setBuddy(m_editor->widget());
    m_message = new QLabel(this);
    m_message->setProperty("role", "bad");
    m_message->setWordWrap(true);
    m_message->setVisible(false);
    m_reset = new QToolButton(this);
    m_reset->setFixedSize(kResetWidth, kResetWidth);
    m_reset->setIconSize({16, 16});
    m_reset->setStyleSheet("padding: 0;");
    m_reset->setAccessibleName(tr("Reset %1 to the preset").arg(fieldName(m_path)));
    auto *unit = new QLabel(unitText(QString::fromStdString(row.unit)), this);
    unit->setProperty("role", "muted");
    unit->setFont(uiFont(-1));
    QSizePolicy keep = m_reset->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keep);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::kMedium, 2, space::kSmall, 2);
    grid->setHorizontalSpacing(space::kTiny);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_name, 0, 0);
    const bool wide = row.type != "number" && row.type != "integer" && row.unit.empty();
    grid->addWidget(m_editor->widget(), 0, 1, 1, wide ? 2 : 1);
    if (wide)
        unit->hide();
    else
        grid->addWidget(unit, 0, 2);
    grid->addWidget(m_reset, 0, 3);
    grid->addWidget(m_message, 1, 0, 1, 4);
    grid->setColumnStretch(0, 1);
    grid->setColumnMinimumWidth(1, kEditorWidth);
    grid->setColumnMinimumWidth(2, kUnitWidth);
    m_editor->widget()->setFixedWidth(wide ? kEditorWidth + kUnitWidth + space::kTiny
                                           : kEditorWidth);
    unit->setFixedWidth(kUnitWidth);
    m_editor->widget()->setAccessibleName(fieldName(m_path));
}

bool FieldRowWidget::matches(const QString &words) const {
    for (const QString &word : words.toLower().split(' ', Qt::SkipEmptyParts))
        if (!m_haystack.contains(word))
            return false;
    return true;
}

void FieldRowWidget::refresh() {
    const FieldRow *row = m_document.field(m_path);
    if (!row)
        return;
    const QString value = QString::fromStdString(row->value);
    if (m_editor->text() != value)
        m_editor->setText(value);
    else if (m_editor->dirty())
        m_editor->setText(value);
    setMessage({});

    const auto preset = m_document.presetValue(m_path);
    m_differs = preset && *preset != value;
    const Theme &theme = m_themes.theme();
    const QString symbol = symbolText(QString::fromStdString(row->symbol)).toHtmlEscaped();
    QString name = fieldName(m_path).toHtmlEscaped();
    if (m_differs)
        name = "<b>" + name + "</b>";
    if (!symbol.isEmpty())
        name += QString(" <span style='color:%1'>%2</span>").arg(theme.muted.name(), symbol);
    if (m_live)
        name += QString(" <span style='color:%1; font-size:small'>%2</span>")
                    .arg(theme.good.name(), tr("live"));
    m_name->setText(name);

    const bool editable = m_document.editable(m_path);
    QString help = fieldHelp(*row, preset.value_or(QString()));
    if (!editable)
        help += "\n" + tr("Locked while a run is active: a run keeps the values that it started "
                          "with. Stop it to change this.");
    setToolTip(help);
    m_editor->widget()->setEnabled(editable);
    m_reset->setVisible(m_differs && editable);
    m_reset->setIcon(themedIcon("reset", theme));
    m_reset->setToolTip(tr("Differs from the preset. Reset to %1").arg(preset.value_or("")));
}

void FieldRowWidget::check(const QString &text) {
    setMessage(m_document.checkField(m_path, text));
}

void FieldRowWidget::commit(const QString &text) {
    const QString problem = m_document.checkField(m_path, text);
    setMessage(problem);
    if (!problem.isEmpty())
        return;
    const Status status = m_document.setField(m_path, text);
    if (!status)
        setMessage(QString::fromStdString(status.error().text()));
    else
        refresh(); // as the document writes it, also when nothing changed
}

void FieldRowWidget::showProblem(const QString &problem) {
    setMessage(problem);
}

void FieldRowWidget::setMessage(const QString &text) {
    if (text == m_message->text() && text.isEmpty() == !m_message->isVisibleTo(this))
        return;
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_editor->setBad(!text.isEmpty());
}

} // namespace paddock

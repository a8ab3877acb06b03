#include "widgets/form/field_editor.h"

#include "core/base/text.h"
#include "core/scenario/scenario.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

// One unit of the second significant digit: 3e-4 steps by 1e-5, 25 by 1.
double naturalStep(double value) {
    const double size = std::abs(value);
    return size > 0 ? std::pow(10.0, std::floor(std::log10(size)) - 1) : 0.1;
}

// Combo boxes in a scrolled form must not turn the wheel into an edit.
class CalmCombo : public QComboBox {
  public:
    using QComboBox::QComboBox;

  protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

FieldLineEdit::FieldLineEdit(Kind kind, QWidget *parent) : QLineEdit(parent), m_kind(kind) {
    if (kind == Kind::Text)
        return;
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFont(numberFont());
}

void FieldLineEdit::setCommitted(const QString &text) {
    m_committed = text;
    if (text != this->text())
        setText(text);
    setModified(false);
    setCursorPosition(0);
}

// Without typed text, undo and redo are the document's.
bool FieldLineEdit::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && !isModified()) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FieldLineEdit::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && text() != m_committed) {
        setCommitted(m_committed);
        Q_EMIT reverted();
        return;
    }
    const bool arrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (arrow && m_kind != Kind::Text)
        return stepBy(event->key() == Qt::Key_Up ? 1 : -1);
    QLineEdit::keyPressEvent(event);
}

void FieldLineEdit::stepBy(int direction) {
    const auto value = parseNumber(text().toStdString());
    if (!value)
        return;
    const double step = m_kind == Kind::Integer ? 1 : naturalStep(*value);
    // Rounded to the step's grid, so that 0.1 + 0.01 does not become 0.11000000000000001.
    const double next = std::round((*value + direction * step) / step) * step;
    setText(QString::fromStdString(
        numberText(std::stod(QString::number(next, 'g', 10).toStdString()))));
    setModified(true);
    Q_EMIT textEdited(text());
}

FieldEditor::FieldEditor(const FieldRow &row, QWidget *parent) : QObject(parent) {
    if (row.type == "boolean")
        buildCheck(parent);
    else if (row.type == "choice" || row.path == "preset")
        buildCombo(row, parent);
    else
        buildLine(row, parent);
    m_widget->setObjectName(QString::fromStdString(row.path));
}

void FieldEditor::buildLine(const FieldRow &row, QWidget *parent) {
    const auto kind = row.type == "number"    ? FieldLineEdit::Kind::Number
                      : row.type == "integer" ? FieldLineEdit::Kind::Integer
                                              : FieldLineEdit::Kind::Text;
    m_widget = m_line = new FieldLineEdit(kind, parent);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &FieldLineEdit::reverted, this, &FieldEditor::reverted);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (dirty())
            Q_EMIT committed(m_line->text());
    });
}

void FieldEditor::buildCombo(const FieldRow &row, QWidget *parent) {
    m_widget = m_combo = new CalmCombo(parent);
    for (const std::string &option : row.path == "preset" ? presetNames() : row.options)
        m_combo->addItem(QString::fromStdString(option));
    connect(m_combo, &QComboBox::textActivated, this, &FieldEditor::committed);
}

void FieldEditor::buildCheck(QWidget *parent) {
    m_widget = m_check = new QCheckBox(parent);
    connect(m_check, &QCheckBox::clicked, this,
            [this](bool on) { Q_EMIT committed(on ? "true" : "false"); });
}

QString FieldEditor::text() const {
    if (m_line)
        return m_line->text();
    return m_combo ? m_combo->currentText() : m_check->isChecked() ? "true" : "false";
}

void FieldEditor::setText(const QString &text) {
    m_documentText = text;
    if (m_line)
        m_line->setCommitted(text);
    else if (m_combo)
        m_combo->setCurrentText(text);
    else
        m_check->setChecked(text == "true");
}

bool FieldEditor::dirty() const {
    return m_line && m_line->text() != m_documentText;
}

void FieldEditor::setBad(bool bad) {
    m_widget->setProperty("bad", bad);
    m_widget->style()->unpolish(m_widget);
    m_widget->style()->polish(m_widget);
}

} // namespace paddock

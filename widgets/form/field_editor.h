// The part of a form row that takes the value: one class per kind of field, all speaking text.
#pragma once

#include "core/scenario/scenario_io.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QString>
#include <QWidget>

namespace paddock {

// Text entry that commits on Enter or when it loses the focus; Esc takes back what was typed.
// Numbers are right aligned and step with the arrow keys.
class FieldLineEdit : public QLineEdit {
    Q_OBJECT
  public:
    enum class Kind { Text, Number, Integer };
    explicit FieldLineEdit(Kind kind, QWidget *parent = nullptr);
    void setCommitted(const QString &text);

  Q_SIGNALS:
    void reverted();

  protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

  private:
    void stepBy(int direction);

    Kind m_kind;
    QString m_committed;
};

// One editor with one text in and out, whatever widget it is.
class FieldEditor : public QObject {
    Q_OBJECT
  public:
    FieldEditor(const FieldRow &row, QWidget *parent);

    QWidget *widget() const { return m_widget; }
    QString text() const;
    void setText(const QString &text); // the document's value; does not commit
    bool dirty() const;                // typed but not committed
    void setBad(bool bad);

  Q_SIGNALS:
    void edited(const QString &text);    // while typing
    void committed(const QString &text); // finished
    void reverted();

  private:
    void buildLine(const FieldRow &row, QWidget *parent);
    void buildCombo(const FieldRow &row, QWidget *parent);
    void buildCheck(QWidget *parent);

    QWidget *m_widget = nullptr;
    FieldLineEdit *m_line = nullptr;
    QComboBox *m_combo = nullptr;
    QCheckBox *m_check = nullptr;
    QString m_documentText;
};

} // namespace paddock

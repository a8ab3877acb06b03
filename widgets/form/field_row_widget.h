// One row of the form: name, symbol, editor, unit, the mark of a value that is not the preset's,
// and what is wrong.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/form/field_editor.h"
#include "widgets/theme/theme_manager.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace paddock {

class FieldRowWidget : public QWidget {
    Q_OBJECT
  public:
    FieldRowWidget(DocumentModel &document, ThemeManager &themes, const FieldRow &row,
                   QWidget *parent = nullptr);

    const QString &path() const { return m_path; }
    FieldEditor &editor() { return *m_editor; }
    QString message() const { return m_message->text(); }
    bool differsFromPreset() const { return m_differs; }
    bool matches(const QString &words) const; // search in name, path, symbol and help

    void refresh();                           // from the document
    void showProblem(const QString &problem); // from a check of the whole document

  private:
    void layOut(const FieldRow &row);
    void check(const QString &text);
    void commit(const QString &text);
    void setMessage(const QString &text);

    DocumentModel &m_document;
    ThemeManager &m_themes;
    QString m_path;
    QString m_haystack; // lower case
    FieldEditor *m_editor = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_message = nullptr;
    QToolButton *m_reset = nullptr;
    bool m_differs = false;
    bool m_live = false;
};

} // namespace paddock

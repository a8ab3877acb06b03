// The document as a form: every field of the field lists, grouped, searchable, checked while
// typing.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/form/collapsible_section.h"
#include "widgets/form/field_row_widget.h"
#include "widgets/theme/theme_manager.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QWidget>

#include <map>
#include <vector>

namespace paddock {

class ParameterForm : public QWidget {
    Q_OBJECT
  public:
    ParameterForm(DocumentModel &document, ThemeManager &themes, QWidget *parent = nullptr);

    const std::vector<FieldRowWidget *> &rows() const { return m_rows; }
    FieldRowWidget *row(const QString &path) const; // null when there is none
    QLineEdit *searchBox() const { return m_search; }
    QToolButton *changedOnly() const { return m_changed; }
    // Problems that only the whole document shows, beside the fields they name, the others on top.
    void showProblems(const std::vector<Problem> &problems);

  private:
    struct Section {
        CollapsibleSection *widget = nullptr;
        std::vector<FieldRowWidget *> rows;
        std::vector<std::pair<QLabel *, QString>> groups; // heading, path of the group
        bool expanded = false;                            // when nothing is searched for
    };

    void rebuild();
    void addSection(const QString &name, const std::vector<const FieldRow *> &fields);
    void refresh();
    void filter();
    void showCount();
    QStringList paths() const;

    DocumentModel &m_document;
    ThemeManager &m_themes;
    QLineEdit *m_search = nullptr;
    QToolButton *m_changed = nullptr; // shows only what is not the preset's
    QFrame *m_banner = nullptr;
    QLabel *m_bannerText = nullptr;
    QLabel *m_nothing = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_body = nullptr;
    std::map<QString, Section> m_sections;
    std::vector<FieldRowWidget *> m_rows; // in the order of listFields
    bool m_searching = false;
};

} // namespace paddock

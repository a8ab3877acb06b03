// Two scenarios side by side: documents, runs or presets, and the fields in which they differ.
#pragma once

#include "core/scenario/scenario_compare.h"
#include "widgets/document/document_model.h"
#include "widgets/document/settings.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

namespace paddock {

class DifferenceDialog : public QDialog {
    Q_OBJECT
  public:
    // `runsFolder`: whose runs are offered.
    DifferenceDialog(DocumentModel &document, Settings &settings, const QString &runsFolder,
                     QWidget *parent);

    // A document, a run or "preset:NAME"; empty: the open document as it stands.
    void choose(const QString &left, const QString &right);
    QTableWidget *table() const { return m_table; }
    QString summary() const { return m_summary->text(); }
    QComboBox *side(int side) const { return m_sides[side]; }
    QLineEdit *searchBox() const { return m_search; }

  private:
    QWidget *buildSides();
    void fill(QComboBox &box);
    void pick(int side, int index);
    void setSource(int side, const QString &source);
    Result<Scenario> scenarioOf(int side) const;
    void compare();
    void filter(const QString &words);
    void copy() const;

    DocumentModel &m_document;
    Settings &m_settings;
    QString m_runsFolder;
    QComboBox *m_sides[2] = {};
    int m_index[2] = {}; // chosen last, to fall back to
    QLabel *m_summary = nullptr;
    QLineEdit *m_search = nullptr;
    QTableWidget *m_table = nullptr;
};

} // namespace paddock

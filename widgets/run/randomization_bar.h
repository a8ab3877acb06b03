// Domain randomization in one click: none, low, high, or any degree xi. Edits the document, so it
// is live and undoable.
#pragma once

#include "widgets/document/document_model.h"

#include <QDoubleSpinBox>
#include <QToolButton>
#include <QWidget>

#include <array>

namespace paddock {

class RandomizationBar : public QWidget {
    Q_OBJECT
  public:
    explicit RandomizationBar(DocumentModel &document, QWidget *parent = nullptr);
    const std::array<QToolButton *, 3> &levels() const { return m_levels; }
    QDoubleSpinBox *degree() const { return m_degree; }

  private:
    void refresh();

    DocumentModel &m_document;
    std::array<QToolButton *, 3> m_levels{}; // NDR, LDR, HDR
    QDoubleSpinBox *m_degree = nullptr;
};

} // namespace paddock

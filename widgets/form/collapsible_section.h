// A titled part of a panel that folds.
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

namespace paddock {

class CollapsibleSection : public QWidget {
    Q_OBJECT
  public:
    explicit CollapsibleSection(const QString &title, QWidget *parent = nullptr);

    void addWidget(QWidget *widget);
    void setExpanded(bool expanded);
    bool expanded() const { return m_header->isChecked(); }
    void setNote(const QString &note); // muted, at the right of the header

  private:
    QToolButton *m_header = nullptr;
    QLabel *m_note = nullptr;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_layout = nullptr;
};

} // namespace paddock

// Rows of the settings: a name, its control and a quiet sentence of explanation.
#pragma once

#include "widgets/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace paddock {

inline QLabel *settingsHeading(const QString &text) {
    auto *label = new QLabel(text);
    label->setFont(uiFont(2, true));
    return label;
}

inline QLabel *settingsNote(const QString &text) {
    auto *note = new QLabel(text);
    note->setProperty("role", "muted");
    note->setWordWrap(true);
    note->setMinimumWidth(280);
    note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    return note;
}

class SettingsForm : public QWidget {
  public:
    explicit SettingsForm(const QString &title) {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kLarge);
        layout->setSpacing(space::kLarge);
        layout->addWidget(settingsHeading(title));
        m_form = new QFormLayout;
        m_form->setHorizontalSpacing(space::kLarge);
        m_form->setVerticalSpacing(space::kSmall);
        m_form->setLabelAlignment(Qt::AlignLeft);
        m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
        layout->addLayout(m_form);
        layout->addStretch(1);
    }
    void add(const QString &name, QWidget *control, const QString &note = {}) {
        control->setAccessibleName(name);
        auto *label = new QLabel(name);
        label->setBuddy(control);
        m_form->addRow(label, control);
        if (!note.isEmpty())
            m_form->addRow(new QWidget, settingsNote(note));
    }

  private:
    QFormLayout *m_form;
};

} // namespace paddock

// Small pieces that the panels of Drive are made of, in the looks of the parameter form.
#pragma once

#include "widgets/theme/action_button.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace paddock {

inline constexpr int kPanelEditorWidth = 176; // px

// A button for an action: its icon, and its text where that is asked for.
inline QToolButton *actionButton(QAction *action, bool text = false) {
    auto *button = new ActionButton(action, text);
    button->setAccessibleName(QString(action->text()).remove('&').remove(u'…'));
    return button;
}

// "Name        [editor]"
inline QWidget *panelRow(const QString &name, QWidget *editor, const QString &help = {}) {
    auto *row = new QWidget;
    auto *label = new QLabel(name);
    label->setBuddy(editor);
    label->setWordWrap(true); // long words of another language
    editor->setAccessibleName(name);
    row->setToolTip(help);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(space::kMedium, 2, space::kMedium, 2);
    grid->setHorizontalSpacing(space::kSmall);
    grid->addWidget(label, 0, 0);
    grid->addWidget(editor, 0, 1);
    grid->setColumnStretch(0, 1);
    editor->setFixedWidth(kPanelEditorWidth);
    return row;
}

// A quiet sentence across the panel.
inline QLabel *panelNote(const QString &text = {}) {
    auto *note = new QLabel(text);
    note->setProperty("role", "muted");
    note->setFont(uiFont(-1));
    note->setWordWrap(true);
    note->setContentsMargins(space::kMedium, 0, space::kMedium, space::kTiny);
    return note;
}

} // namespace paddock

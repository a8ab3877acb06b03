#include "widgets/form/collapsible_section.h"

#include "widgets/theme/theme.h"

#include <QHBoxLayout>

namespace paddock {

CollapsibleSection::CollapsibleSection(const QString &title, QWidget *parent) : QWidget(parent) {
    m_header = new QToolButton;
    m_header->setObjectName("section");
    m_header->setText(title);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setCheckable(true);
    m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_header->setMinimumHeight(28);
    m_note = new QLabel;
    m_note->setProperty("role", "muted");
    m_note->setFont(uiFont(-1));
    auto *noteLayout = new QHBoxLayout(m_header);
    noteLayout->setContentsMargins(0, 0, space::kMedium, 0);
    noteLayout->addStretch(1);
    noteLayout->addWidget(m_note);

    m_body = new QWidget;
    m_layout = new QVBoxLayout(m_body);
    m_layout->setContentsMargins(0, space::kTiny, 0, space::kSmall);
    m_layout->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_body);
    connect(m_header, &QToolButton::toggled, this, &CollapsibleSection::setExpanded);
    setExpanded(true);
}

void CollapsibleSection::addWidget(QWidget *widget) {
    m_layout->addWidget(widget);
}

void CollapsibleSection::setExpanded(bool expanded) {
    m_header->setChecked(expanded);
    m_header->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(expanded);
}

void CollapsibleSection::setNote(const QString &note) {
    m_note->setText(note);
}

} // namespace paddock

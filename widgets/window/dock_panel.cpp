#include "widgets/window/dock_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace paddock {

DockPanel::DockPanel(const QString &name, const QString &title, QWidget *content,
                     ThemeManager &themes, QWidget *parent)
    : QDockWidget(title, parent) {
    setObjectName(name);
    content->setAttribute(Qt::WA_StyledBackground);
    setWidget(content);
    setFeatures(DockWidgetMovable | DockWidgetClosable | DockWidgetFloatable);
    auto *bar = new QWidget;
    bar->setObjectName("dockTitle");
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *label = new QLabel(title);
    label->setFont(uiFont(0, true));
    auto *close = new QToolButton;
    close->setText("×");
    close->setFixedSize(20, 20);
    close->setStyleSheet("padding: 0;");
    close->setFocusPolicy(Qt::NoFocus);
    close->setAccessibleName(tr("Close %1").arg(title));
    close->setToolTip(tr("Close; the View menu brings it back"));
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(space::kMedium, space::kTiny, space::kTiny, space::kTiny);
    layout->addWidget(label);
    layout->addStretch(1);
    layout->addWidget(close);
    setTitleBarWidget(bar);
    connect(&themes, &ThemeManager::changed, bar, qOverload<>(&QWidget::update));
}

} // namespace paddock

#include "widgets/theme/action_button.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace paddock {

ActionButton::ActionButton(QAction *action, bool text, QWidget *parent) : QToolButton(parent) {
    setDefaultAction(action);
    setIconSize({20, 20});
    if (text)
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

// The action's icon is drawn for panels; over the accent it takes the colour that is read there.
void ActionButton::initStyleOption(QStyleOptionToolButton *option) const {
    QToolButton::initStyleOption(option);
    if (objectName() != "primary" || !isEnabled() || option->icon.isNull())
        return;
    QPixmap picture = option->icon.pixmap(iconSize(), devicePixelRatio());
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(0, 0), iconSize()), palette().color(QPalette::HighlightedText));
    painter.end();
    option->icon = QIcon(picture);
}

} // namespace paddock

#include "widgets/window/mode_bar.h"

#include "widgets/help/help_entry.h"

namespace paddock {

ModeBar::ModeBar(StudioActions &actions, QWidget *parent)
    : QToolBar(tr("Modes"), parent), m_actions(actions) {
    setObjectName("modeBar");
    setHelpTopic(this, "concept/modes");
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu); // it is the only way between the modes by mouse
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize({20, 20});
    addActions(actions.modes());
    for (QAction *action : actions.modes())
        connect(action, &QAction::triggered, this,
                [this, action] { setMode(StudioActions::modeOf(action)); });
}

void ModeBar::setMode(StudioMode mode) {
    m_actions.modeAction(mode)->setChecked(true);
    if (m_actions.mode() == mode)
        return;
    m_actions.setMode(mode);
    Q_EMIT entered(mode);
}

} // namespace paddock

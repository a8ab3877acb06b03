// The modes at the window's left edge, one large button each.
#pragma once

#include "widgets/window/studio_actions.h"

#include <QToolBar>

namespace paddock {

class ModeBar : public QToolBar {
    Q_OBJECT
  public:
    explicit ModeBar(StudioActions &actions, QWidget *parent = nullptr);

    void setMode(StudioMode mode); // checks its button and emits entered() when it is another

  Q_SIGNALS:
    void entered(StudioMode mode);

  private:
    StudioActions &m_actions;
};

} // namespace paddock

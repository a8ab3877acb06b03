// A tool button that wears an action. The one button of a panel that goes on is named "primary": it
// is filled with the accent, and its icon takes the colour of its words.
#pragma once

#include <QToolButton>

namespace paddock {

class ActionButton : public QToolButton {
    Q_OBJECT
  public:
    explicit ActionButton(QAction *action, bool text = false, QWidget *parent = nullptr);

  protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;
};

} // namespace paddock

// A dock with a quiet title: a name and a cross.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QDockWidget>

namespace paddock {

class DockPanel : public QDockWidget {
    Q_OBJECT
  public:
    // `name` identifies the dock in saved layouts.
    DockPanel(const QString &name, const QString &title, QWidget *content, ThemeManager &themes,
              QWidget *parent);
};

} // namespace paddock

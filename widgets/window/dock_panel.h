// A dock with a quiet title: a name and a cross. Among tabs, the tab is its title.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QDockWidget>
#include <QTabBar>
#include <QTimer>

namespace paddock {

class DockTitle;

class DockPanel : public QDockWidget {
    Q_OBJECT
  public:
    // `name` identifies the dock in saved layouts.
    DockPanel(const QString &name, const QString &title, QWidget *content, ThemeManager &themes,
              QWidget *parent);

    bool titled() const; // false: its tab names it

  protected:
    bool event(QEvent *event) override;

  private:
    QTabBar *tabs(int &index) const; // that it is among; null: none
    void showTitle();
    void closeTab(int index);

    DockTitle *m_title = nullptr;
    QTimer m_later; // tabs come and go after the docks have
};

} // namespace paddock

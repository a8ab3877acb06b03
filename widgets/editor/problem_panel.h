// What is wrong with the scene, worst first; a click goes to the item.
#pragma once

#include "widgets/editor/scene_editor.h"
#include "widgets/theme/theme_manager.h"

#include <QLabel>
#include <QListWidget>
#include <QWidget>

namespace paddock {

class ProblemPanel : public QWidget {
    Q_OBJECT
  public:
    ProblemPanel(SceneEditor &editor, ThemeManager &themes, QWidget *parent = nullptr);
    QListWidget *list() const { return m_list; }

  Q_SIGNALS:
    void itemWanted(SceneItem item, std::optional<Vec2> at);

  private:
    void refresh();
    void choose(int row);

    SceneEditor &m_editor;
    ThemeManager &m_themes;
    QLabel *m_summary = nullptr;
    QListWidget *m_list = nullptr;
    std::vector<SceneCheck> m_shown;
};

} // namespace paddock

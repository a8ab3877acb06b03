// The Scenario mode: the scene as a plan to draw on, its items, what is wrong with it, and what
// will be randomized.
#pragma once

#include "widgets/editor/item_panel.h"
#include "widgets/editor/plan_canvas.h"
#include "widgets/editor/problem_panel.h"
#include "widgets/editor/randomization_panel.h"
#include "widgets/editor/scene_editor.h"
#include "widgets/editor/track_importer.h"
#include "widgets/window/mode_page.h"
#include "widgets/window/studio_parts.h"

#include <QMenu>

namespace paddock {

class ScenarioMode : public ModePage {
    Q_OBJECT
  public:
    ScenarioMode(const StudioParts &parts, QObject *parent);

    SceneEditor &editor() { return m_editor; }
    PlanCanvas &canvas() { return *m_canvas; }
    ItemPanel &items() { return *m_items; }
    ProblemPanel &problems() { return *m_problems; }
    RandomizationPanel &randomization() { return *m_randomization; }
    TrackImporter &importer() { return m_importer; }
    QMenu *templates() const { return m_templates; }

    QList<QDockWidget *> docks() const override;
    void arrange() override;
    QWidget *centre() const override { return m_canvas; }
    QList<QWidget *> panels() const override;
    void setShown(bool shown) override;
    // A track file, shown before it is taken.
    void importFile(const QString &file);

  Q_SIGNALS:
    void testDriveWanted(int place); // slot of a race, agent at the intersection
    // A race begun at the intersection's document is a document of its own.
    void newDocumentWanted(const Scenario &scenario);

  private:
    void connectActions();
    void fitDocks();
    void showLayer();
    void showKind();
    void chooseImport();
    void takeTrack(Track track, const QString &words);
    void showMenu(const QPoint &global);
    void fillTemplates();
    int drivenPlace() const;

    StudioParts m_;
    SceneEditor m_editor;
    TrackImporter m_importer;
    PlanCanvas *m_canvas = nullptr;
    ItemPanel *m_items = nullptr;
    ProblemPanel *m_problems = nullptr;
    RandomizationPanel *m_randomization = nullptr;
    QDockWidget *m_itemDock = nullptr;
    QDockWidget *m_problemDock = nullptr;
    QDockWidget *m_randomizationDock = nullptr;
    QMenu *m_templates = nullptr;
    bool m_shown = false;
};

} // namespace paddock

// Left of the plan: tools, the selected item in numbers, the track as a whole, all items as a tree,
// and the fields of the document that shape the scene.
#pragma once

#include "widgets/editor/scene_editor.h"
#include "widgets/form/collapsible_section.h"
#include "widgets/form/field_editor.h"
#include "widgets/form/field_row_widget.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWidget>

#include <vector>

namespace paddock {

class ItemPanel : public QWidget {
    Q_OBJECT
  public:
    ItemPanel(SceneEditor &editor, StudioActions &actions, ThemeManager &themes,
              QWidget *parent = nullptr);

    const std::vector<FieldLineEdit *> &fields() const { return m_fields; } // of the selected item
    QTreeWidget *tree() const { return m_tree; }
    FieldRowWidget *row(const QString &path) const; // null when there is none
    QString message() const { return m_message->text(); }
    QSize sizeHint() const override { return {344, 600}; }

  Q_SIGNALS:
    void itemWanted(SceneItem item);

  private:
    QWidget *tools();
    QWidget *selection();
    QWidget *trackBox();
    QWidget *buttons(const QList<QAction *> &actions);
    void refresh();
    void refreshSelection();
    void refreshTrack();
    void fillTree();
    void fitTree();
    void fillDocument();
    void commitField(std::size_t field);

    SceneEditor &m_editor;
    StudioActions &m_actions;
    ThemeManager &m_themes;
    QLabel *m_name = nullptr;
    QLabel *m_message = nullptr;
    QGridLayout *m_fieldGrid = nullptr;
    std::vector<FieldLineEdit *> m_fields;
    SceneItem m_shownItem;
    std::size_t m_shownFields = 0;
    QSpinBox *m_reach = nullptr;
    QWidget *m_reachRow = nullptr;
    CollapsibleSection *m_track = nullptr;
    QLabel *m_trackFacts = nullptr;
    QWidget *m_trackTools = nullptr;
    QSpinBox *m_checkpoints = nullptr;
    QDoubleSpinBox *m_widthFactor = nullptr;
    QDoubleSpinBox *m_spacing = nullptr;
    CollapsibleSection *m_items = nullptr;
    QTreeWidget *m_tree = nullptr;
    QString m_treeKey; // of what the tree shows
    CollapsibleSection *m_document = nullptr;
    QWidget *m_documentBody = nullptr;
    QString m_documentKey;
    std::vector<FieldRowWidget *> m_rows;
};

} // namespace paddock

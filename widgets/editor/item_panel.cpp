#include "widgets/editor/item_panel.h"

#include "core/base/text.h"
#include "core/scenario/track_edit.h"
#include "core/scenario/track_obstacles.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/form/field_words.h"
#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>

namespace paddock {

namespace {

constexpr int kFieldWidth = 96; // px
constexpr int kMostTreeHeight = 280;

// The fields of the document that shape what is drawn.
bool shapesScene(const QString &path, ScenarioKind kind) {
    static const QStringList kCrossing{
        "map.",         "task.start_", "task.goal_d",      "task.goal_t",
        "agents.count", "agents.legs", "agents.intentions"};
    static const QStringList kRace{"agents.count", "racing.start_anywhere", "racing.laps"};
    static const QStringList kCar{"wheelbase",  "body_front",  "body_rear",
                                  "body_width", "track_width", "steering_limit"};
    for (const QString &start : kind == ScenarioKind::Racing ? kRace : kCrossing)
        if (path.startsWith(start))
            return true;
    return path.startsWith("vehicles[0].") && kCar.contains(path.section('.', 1));
}

QLabel *quiet(const QString &text) {
    auto *label = new QLabel(text);
    label->setProperty("role", "muted");
    label->setFont(uiFont(-1));
    return label;
}

} // namespace

ItemPanel::ItemPanel(SceneEditor &editor, StudioActions &actions, ThemeManager &themes,
                     QWidget *parent)
    : QWidget(parent), m_editor(editor), m_actions(actions), m_themes(themes) {
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, space::kMedium);
    column->setSpacing(0);
    column->addWidget(selection());
    column->addWidget(trackBox());
    m_items = new CollapsibleSection(tr("Items"));
    m_tree = new QTreeWidget;
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setStyleSheet("QTreeView::item { padding: 2px 0; }");
    m_tree->setUniformRowHeights(true);
    connect(m_tree, &QTreeWidget::expanded, this, &ItemPanel::fitTree);
    connect(m_tree, &QTreeWidget::collapsed, this, &ItemPanel::fitTree);
    m_tree->setAccessibleName(tr("Items of the scene"));
    m_items->addWidget(m_tree);
    column->addWidget(m_items);
    m_document = new CollapsibleSection(tr("Scene and car"));
    column->addWidget(m_document);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tools());
    layout->addWidget(scroll, 1);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        const QVariantList key = item->data(0, Qt::UserRole).toList();
        if (key.size() == 3)
            Q_EMIT itemWanted({SceneItemKind(key[0].toInt()), key[1].toInt(), key[2].toInt()});
    });
    connect(&editor, &SceneEditor::changed, this, &ItemPanel::refresh);
    connect(&editor, &SceneEditor::selectionChanged, this, &ItemPanel::refreshSelection);
    connect(&editor, &SceneEditor::layerChanged, this, &ItemPanel::refreshSelection);
    refresh();
}

QWidget *ItemPanel::buttons(const QList<QAction *> &actions) {
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kTiny);
    layout->setSpacing(space::kTiny);
    for (QAction *action : actions)
        layout->addWidget(actionButton(action, actions.size() < 3));
    layout->addStretch(1);
    return row;
}

QWidget *ItemPanel::tools() {
    return buttons({m_actions.editLine, m_actions.editWalls, m_actions.editCheckpoints,
                    m_actions.editStarts, m_actions.editObstacles, m_actions.measure,
                    m_actions.snap});
}

QWidget *ItemPanel::selection() {
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, space::kTiny, 0, space::kTiny);
    layout->setSpacing(2);
    m_name = new QLabel;
    m_name->setFont(uiFont(1, true));
    m_name->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    layout->addWidget(m_name);
    auto *grid = new QWidget;
    m_fieldGrid = new QGridLayout(grid);
    m_fieldGrid->setContentsMargins(space::kMedium, 2, space::kMedium, 2);
    m_fieldGrid->setHorizontalSpacing(space::kSmall);
    m_fieldGrid->setVerticalSpacing(space::kTiny);
    m_fieldGrid->setColumnStretch(0, 1);
    layout->addWidget(grid);
    m_message = panelNote();
    layout->addWidget(m_message);
    m_reach = new QSpinBox;
    m_reach->setRange(1, 8);
    m_reach->setValue(m_editor.reach());
    connect(m_reach, &QSpinBox::valueChanged, this,
            [this](int reach) { m_editor.setReach(reach); });
    m_reachRow = panelRow(tr("Bends along"), m_reach,
                          tr("Control points to both sides up to which the line follows a drag"));
    m_reach->setSuffix(" " + tr("points"));
    layout->addWidget(m_reachRow);
    layout->addWidget(buttons({m_actions.insertItem, m_actions.removeItem, m_actions.smoothLine,
                               m_actions.testDrive, m_actions.undo, m_actions.redo}));
    return box;
}

QWidget *ItemPanel::trackBox() {
    m_track = new CollapsibleSection(tr("Track"));
    m_trackFacts = new QLabel;
    m_trackFacts->setContentsMargins(space::kMedium, 0, space::kMedium, space::kTiny);
    m_trackFacts->setWordWrap(true);
    m_track->addWidget(m_trackFacts);
    m_track->addWidget(buttons({m_actions.newTrack, m_actions.importTrack}));
    m_checkpoints = new QSpinBox;
    m_checkpoints->setRange(int(kMinCheckpoints), int(kMaxCheckpoints));
    auto *spread = new QPushButton(tr("Spread checkpoints"));
    spread->setToolTip(tr("So many checkpoints at equal distances from the finish line"));
    connect(spread, &QPushButton::clicked, this,
            [this] { m_editor.spreadCheckpoints(m_checkpoints->value()); });
    m_widthFactor = new QDoubleSpinBox;
    m_widthFactor->setLocale(QLocale::c());
    m_widthFactor->setRange(0.1, 10);
    m_widthFactor->setDecimals(2);
    m_widthFactor->setSingleStep(0.05);
    m_widthFactor->setValue(1.1);
    m_widthFactor->setPrefix("× ");
    auto *scale = new QPushButton(tr("Scale widths"));
    scale->setToolTip(tr("All widths times this factor; walls follow"));
    connect(scale, &QPushButton::clicked, this,
            [this] { m_editor.scaleWidths(m_widthFactor->value()); });
    m_spacing = new QDoubleSpinBox;
    m_spacing->setLocale(QLocale::c());
    m_spacing->setRange(0.02, 5);
    m_spacing->setDecimals(2);
    m_spacing->setSingleStep(0.05);
    m_spacing->setValue(0.1);
    m_spacing->setSuffix(" m");
    auto *even = new QPushButton(tr("Space line evenly"));
    even->setToolTip(tr("Points of the centre line at this distance; fewer are quicker to bend"));
    connect(even, &QPushButton::clicked, this, [this] { m_editor.resample(m_spacing->value()); });
    auto *grid = new QWidget;
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins(space::kMedium, 2, space::kMedium, 2);
    layout->addWidget(m_checkpoints, 0, 0);
    layout->addWidget(spread, 0, 1);
    layout->addWidget(m_widthFactor, 1, 0);
    layout->addWidget(scale, 1, 1);
    layout->addWidget(m_spacing, 2, 0);
    layout->addWidget(even, 2, 1);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    m_checkpoints->setAccessibleName(tr("Number of checkpoints"));
    m_widthFactor->setAccessibleName(tr("Factor of all widths"));
    m_spacing->setAccessibleName(tr("Distance between points of the line"));
    m_trackTools = new QWidget;
    auto *column = new QVBoxLayout(m_trackTools);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(grid);
    column->addWidget(buttons({m_actions.reverseTrack}));
    m_track->addWidget(m_trackTools);
    m_track->setExpanded(true);
    return m_track;
}

void ItemPanel::refresh() {
    refreshSelection();
    if (m_editor.dragging())
        return; // what follows waits for the drop
    refreshTrack();
    fillTree();
    fillDocument();
}

void ItemPanel::refreshSelection() {
    const SceneItem item = m_editor.selected();
    const bool race = m_editor.racing();
    m_name->setText(item ? QString::fromStdString(itemName(m_editor.scenario(), item))
                         : tr("Nothing selected"));
    const std::vector<ItemField> fields = itemFields(m_editor.scenario(), item);
    if (item != m_shownItem || fields.size() != m_shownFields) {
        m_shownItem = item;
        m_shownFields = fields.size();
        m_fields.clear();
        while (QLayoutItem *old = m_fieldGrid->takeAt(0)) {
            old->widget()->deleteLater();
            delete old;
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const QString name = tr(fields[i].key.c_str());
            auto *edit = new FieldLineEdit(FieldLineEdit::Kind::Number);
            edit->setFixedWidth(kFieldWidth);
            edit->setFont(numberFont());
            edit->setAccessibleName(name);
            edit->setToolTip(tr("%1 to %2 %3")
                                 .arg(valueText(fields[i].min), valueText(fields[i].max),
                                      QString::fromStdString(fields[i].unit)));
            connect(edit, &QLineEdit::editingFinished, this, [this, i] { commitField(i); });
            auto *unit = quiet(QString::fromStdString(fields[i].unit));
            unit->setFixedWidth(24);
            m_fieldGrid->addWidget(new QLabel(name), int(i), 0);
            m_fieldGrid->addWidget(edit, int(i), 1);
            m_fieldGrid->addWidget(unit, int(i), 2);
            m_fields.push_back(edit);
        }
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        m_fields[i]->setCommitted(
            QString::fromStdString(numberText(std::round(fields[i].value * 1e4) / 1e4)));
        m_fields[i]->setEnabled(!m_editor.locked());
    }
    m_message->setText(item   ? QString()
                       : race ? tr("Click a handle to select, drag to move. Double click or Ins "
                                   "adds, Del removes. Ctrl while dragging changes snapping.")
                              : tr("Drag the handles of the legs, kerbs, starts and goals, or an "
                                   "agent to another leg."));
    m_message->setVisible(!m_message->text().isEmpty());
    m_message->setProperty("role", "muted");
    m_reachRow->setVisible(race && m_editor.layer() == SceneLayer::Line);
}

void ItemPanel::commitField(std::size_t field) {
    const std::vector<ItemField> fields = itemFields(m_editor.scenario(), m_editor.selected());
    if (field >= fields.size() || field >= m_fields.size() || m_editor.dragging())
        return;
    const auto value = parseNumber(m_fields[field]->text().toStdString());
    const double shown = std::round(fields[field].value * 1e4) / 1e4;
    if (value && *value == shown)
        return;
    const Status set = value
                           ? m_editor.setItemField(field, *value)
                           : Status(Error(Problem{fields[field].key, "is no number", "a number"}));
    if (set)
        return;
    refreshSelection();
    m_message->setText(QString::fromStdString(set.error().text()));
    m_message->show();
}

void ItemPanel::refreshTrack() {
    const auto &track = m_editor.scenario().track;
    m_trackTools->setVisible(m_editor.racing() && track);
    if (!m_editor.racing() || !track) {
        m_trackFacts->setText(m_editor.racing()
                                  ? tr("This race has no track yet.")
                                  : tr("A new or imported track begins a race of its own."));
        return;
    }
    m_trackFacts->setText(
        tr("%1: %2 m round, %3 to %4 m wide, %5\n%6 points on the line, %7 to bend it by. %8")
            .arg(QString::fromStdString(track->name), decimalText(double(track->length()), 1),
                 decimalText(double(track->minWidth()), 2),
                 decimalText(double(track->maxWidth()), 2),
                 track->counterClockwise() ? tr("counter-clockwise") : tr("clockwise"))
            .arg(track->centre.size())
            .arg(controlsOf(*track).size())
            .arg(wallsFollowLine(*track) ? tr("Walls follow the line.")
                                         : tr("Walls are drawn freely and move along.")));
    const QSignalBlocker quietly(m_checkpoints);
    m_checkpoints->setValue(int(track->checkpoints.size()));
}

void ItemPanel::fillTree() {
    const Scenario &scenario = m_editor.scenario();
    std::vector<std::pair<QString, std::vector<SceneItem>>> groups;
    const auto group = [&](const QString &name, SceneItemKind kind, std::size_t count) {
        std::vector<SceneItem> items;
        for (std::size_t i = 0; i < count; ++i)
            items.push_back({kind, int(i)});
        groups.emplace_back(name, std::move(items));
    };
    if (m_editor.racing() && scenario.track) {
        group(tr("Centre line"), SceneItemKind::Control, controlsOf(*scenario.track).size());
        group(tr("Checkpoints"), SceneItemKind::Checkpoint, scenario.track->checkpoints.size());
        group(tr("Start slots"), SceneItemKind::Start, scenario.track->starts.size());
        const std::vector<std::size_t> obstacles = obstaclesOf(*scenario.track);
        group(tr("Obstacles"), SceneItemKind::Obstacle, obstacles.size());
        group(tr("Walls"), SceneItemKind::WallPoint, scenario.track->walls.size());
        std::erase_if(groups.back().second, [&obstacles](SceneItem wall) {
            return std::binary_search(obstacles.begin(), obstacles.end(), std::size_t(wall.index));
        });
    } else if (!m_editor.racing()) {
        group(tr("Agents"), SceneItemKind::Agent, std::size_t(scenario.agents.count));
        group(tr("Ends of legs"), SceneItemKind::LegEnd, 4);
        group(tr("Kerbs"), SceneItemKind::LaneEdge, 4);
        group(tr("Corners"), SceneItemKind::Corner, 4);
        group(tr("Starts"), SceneItemKind::StartLine, 4);
        group(tr("Goals"), SceneItemKind::GoalLine, 4);
    }
    QString key;
    for (const auto &[name, items] : groups)
        key += QString("%1 %2 ").arg(name).arg(items.size());
    if (key == m_treeKey)
        return;
    m_treeKey = key;
    m_tree->clear();
    for (const auto &[name, items] : groups) {
        auto *top = new QTreeWidgetItem(m_tree, {QString("%1 (%2)").arg(name).arg(items.size())});
        for (const SceneItem &item : items) {
            const bool wall = item.kind == SceneItemKind::WallPoint;
            auto *leaf =
                new QTreeWidgetItem(top, {wall ? tr("Wall %1").arg(item.index + 1)
                                               : QString::fromStdString(itemName(scenario, item))});
            leaf->setData(0, Qt::UserRole, QVariantList{int(item.kind), item.index, item.part});
        }
    }
    fitTree();
}

// As high as its rows, up to a scroll bar.
void ItemPanel::fitTree() {
    int rows = 0;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *top = m_tree->topLevelItem(i);
        rows += 1 + (top->isExpanded() ? top->childCount() : 0);
    }
    const int row = m_tree->fontMetrics().height() + 6;
    m_tree->setFixedHeight(std::min(kMostTreeHeight, rows * row + space::kSmall));
}

// The rows are made anew when the document has others.
void ItemPanel::fillDocument() {
    DocumentModel &document = m_editor.document();
    std::vector<const FieldRow *> fields;
    QString key;
    for (const FieldRow &field : document.fields())
        if (const QString path = QString::fromStdString(field.path);
            shapesScene(path, m_editor.scenario().kind)) {
            fields.push_back(&field);
            key += path + " ";
        }
    if (key != m_documentKey) {
        m_documentKey = key;
        m_rows.clear();
        delete m_documentBody;
        m_documentBody = new QWidget;
        auto *column = new QVBoxLayout(m_documentBody);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        for (const FieldRow *field : fields) {
            auto *row = new FieldRowWidget(document, m_themes, *field);
            m_rows.push_back(row);
            column->addWidget(row);
        }
        m_document->addWidget(m_documentBody);
        m_document->setExpanded(true);
    }
    for (FieldRowWidget *row : m_rows)
        row->refresh();
}

FieldRowWidget *ItemPanel::row(const QString &path) const {
    for (FieldRowWidget *row : m_rows)
        if (row->path() == path)
            return row;
    return nullptr;
}

} // namespace paddock

#include "widgets/settings/keys_page.h"

#include "widgets/theme/theme.h"

#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr int kActionRole = Qt::UserRole;
constexpr int kNameColumn = 0, kKeysColumn = 1, kModesColumn = 2;

QAction *actionOf(const QTreeWidgetItem *item) {
    return item ? item->data(0, kActionRole).value<QAction *>() : nullptr;
}

} // namespace

KeysPage::KeysPage(KeyBindings &keys) : m_keys(keys) {
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search actions and keys"));
    m_search->setAccessibleName(tr("Search actions and keys"));
    m_search->setClearButtonEnabled(true);
    m_tree = new QTreeWidget;
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("Action"), tr("Keys"), tr("Modes")});
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(space::kMedium);
    m_tree->setUniformRowHeights(true);
    m_resetAll = new QPushButton(tr("Reset &all"));
    m_resetAll->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_resetAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buildEditor());
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysPage::showSelected);
    connect(m_resetAll, &QPushButton::clicked, &m_keys, &KeyBindings::resetAll);
    connect(&m_keys, &KeyBindings::edited, this, &KeysPage::refresh);
    refresh();
    select(m_keys.actions().start);
}

QWidget *KeysPage::buildEditor() {
    auto *box = new QFrame;
    box->setObjectName("banner");
    m_name = new QLabel;
    m_name->setFont(uiFont(0, true));
    m_help = new QLabel;
    m_help->setProperty("role", "muted");
    m_help->setWordWrap(true);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(space::kTiny);
    m_recorder = new KeyRecorder;
    m_recorder->setMinimumWidth(200);
    m_reset = new QPushButton(tr("&Reset"));
    m_reset->setAutoDefault(false);
    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_message->setProperty("role", "warn");
    m_take = new QPushButton(tr("&Take it over"));
    m_take->setAutoDefault(false);
    auto *keys = new QHBoxLayout;
    keys->addLayout(m_chips);
    keys->addWidget(m_recorder);
    keys->addStretch(1);
    keys->addWidget(m_reset);
    auto *conflict = new QHBoxLayout;
    conflict->addWidget(m_message, 1);
    conflict->addWidget(m_take);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    layout->addWidget(m_name);
    layout->addWidget(m_help);
    layout->addLayout(keys);
    layout->addLayout(conflict);
    connect(m_recorder, &KeyRecorder::recorded, this, &KeysPage::record);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (QAction *action = selected(); action && !m_wanted.isEmpty())
            m_keys.take(action, m_wanted);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction *action = selected())
            m_keys.reset(action);
    });
    return box;
}

void KeysPage::fill() {
    for (const StudioActions::Group &group : m_keys.actions().groups())
        addGroup(group);
    m_tree->expandAll();
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(kNameColumn, 260);
    m_tree->setColumnWidth(kKeysColumn, 160);
}

void KeysPage::addGroup(const StudioActions::Group &group) {
    auto *head = new QTreeWidgetItem(m_tree, {QString(group.title).remove('&')});
    head->setFlags(Qt::ItemIsEnabled);
    head->setSizeHint(0, {0, fontMetrics().height() + space::kSmall});
    head->setFont(0, uiFont(0, true));
    for (QAction *action : group.actions) {
        if (m_keys.name(action).isEmpty())
            continue;
        auto *item = new QTreeWidgetItem(head, {plainText(action), {}, where(action)});
        item->setSizeHint(0, {0, fontMetrics().height() + space::kSmall});
        item->setData(0, kActionRole, QVariant::fromValue(action));
        item->setToolTip(kNameColumn, action->statusTip());
    }
    if (head->childCount() == 0)
        delete head;
}

QString KeysPage::where(const QAction *action) const {
    QStringList names;
    const QList<StudioMode> modes = m_keys.sharedModes(action, action);
    if (modes.size() == m_keys.actions().modes().size())
        return tr("all");
    for (StudioMode mode : modes)
        names << modeTitle(m_keys.actions(), mode);
    return names.join(", ");
}

void KeysPage::filter(const QString &words) {
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            const QString all = item->text(kNameColumn) + ' ' + item->text(kKeysColumn) + ' ' +
                                actionOf(item)->statusTip();
            const bool shown = all.contains(words.trimmed(), Qt::CaseInsensitive);
            item->setHidden(!shown);
            any |= shown;
        }
        group->setHidden(!any);
    }
}

void KeysPage::refresh() {
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g)
        for (int i = 0; i < m_tree->topLevelItem(g)->childCount(); ++i) {
            QTreeWidgetItem *item = m_tree->topLevelItem(g)->child(i);
            const QAction *action = actionOf(item);
            item->setText(kKeysColumn, keysText(action->shortcuts()));
            QFont font = item->font(kKeysColumn);
            font.setBold(m_keys.changed(action));
            item->setFont(kKeysColumn, font);
        }
    m_resetAll->setEnabled(!m_keys.changes().isEmpty());
    showSelected();
}

QAction *KeysPage::selected() const {
    return actionOf(m_tree->currentItem());
}

void KeysPage::select(QAction *action) {
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g)
        for (int i = 0; i < m_tree->topLevelItem(g)->childCount(); ++i)
            if (actionOf(m_tree->topLevelItem(g)->child(i)) == action)
                m_tree->setCurrentItem(m_tree->topLevelItem(g)->child(i));
}

void KeysPage::showSelected() {
    clearMessage();
    QAction *action = selected();
    m_recorder->setEnabled(action);
    m_reset->setEnabled(action && m_keys.changed(action));
    m_name->setText(action ? plainText(action) : tr("No action is selected"));
    m_help->setText(action ? action->statusTip() : QString());
    showKeys(action);
}

void KeysPage::showKeys(QAction *action) {
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    if (!action)
        return;
    for (const QKeySequence &key : action->shortcuts()) {
        auto *chip = new QToolButton;
        const QString text = key.toString(QKeySequence::NativeText);
        chip->setObjectName("segment");
        chip->setText(text + "  ×");
        chip->setAccessibleName(tr("Take %1 away").arg(text));
        chip->setToolTip(tr("Take %1 away").arg(text));
        connect(chip, &QToolButton::clicked, this,
                [this, action, key] { m_keys.remove(action, key); });
        m_chips->addWidget(chip);
    }
}

void KeysPage::record(const QKeySequence &key) {
    QAction *action = selected();
    if (!action)
        return;
    clearMessage();
    const QList<QAction *> owners = m_keys.owners(key, action);
    if (owners.isEmpty()) {
        m_keys.add(action, key);
        return;
    }
    QStringList lines;
    for (const QAction *owner : owners) {
        QStringList modes;
        for (StudioMode mode : m_keys.sharedModes(owner, action))
            modes << modeTitle(m_keys.actions(), mode);
        lines << tr("“%1” in %2").arg(plainText(owner), modes.join(", "));
    }
    m_wanted = key;
    m_message->setText(tr("%1 is already %2.")
                           .arg(key.toString(QKeySequence::NativeText), lines.join(tr(" and "))));
    m_take->setVisible(true);
}

void KeysPage::clearMessage() {
    m_wanted = {};
    m_message->clear();
    m_take->setVisible(false);
}

} // namespace paddock

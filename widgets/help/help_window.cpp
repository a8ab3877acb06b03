#include "widgets/help/help_window.h"

#include "widgets/help/help_library.h"
#include "widgets/theme/icons.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSplitter>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kTopicRole = Qt::UserRole;
constexpr const char *kFirstPage = "concept/start";
constexpr QSize kSize{960, 680};

void styleTables(QTextDocument &document, const QColor &line) {
    for (QTextFrame *frame : document.rootFrame()->childFrames())
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(line);
            format.setCellPadding(space::kTiny);
            format.setCellSpacing(0);
            format.setBottomMargin(space::kMedium);
            table->setFormat(format);
        }
}

} // namespace

HelpWindow::HelpWindow(const StudioActions &actions, ThemeManager &themes,
                       const QString &commandLine, QWidget *parent)
    : QDialog(parent), m_actions(actions), m_themes(themes) {
    setWindowTitle(tr("Help"));
    setObjectName("help");
    m_list = new QTreeWidget;
    m_list->setHeaderHidden(true);
    m_list->setIndentation(space::kMedium);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Pages of the help"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page = new QTextBrowser;
    m_page->setOpenLinks(false);
    m_page->setAccessibleName(tr("Page"));
    m_page->document()->setDocumentMargin(space::kLarge);
    auto *split = new QSplitter;
    split->addWidget(m_list);
    split->addWidget(m_page);
    split->setSizes({320, 640});
    split->setChildrenCollapsible(false);
    split->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buildTop());
    layout->addWidget(split, 1);
    resize(kSize);
    collect();
    fillList();
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fillList);
    connect(m_page, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item && !item->data(0, kTopicRole).isNull())
            openTopic(item->data(0, kTopicRole).toString());
    });
    connect(&themes, &ThemeManager::changed, this, [this] {
        if (const HelpEntry *entry = find(m_topic))
            showEntry(*entry);
    });
    askCommandLine(commandLine);
    m_search->setFocus();
}

HelpWindow::~HelpWindow() {
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(1000);
    }
}

QLayout *HelpWindow::buildTop() {
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search actions, parameters, curves, commands"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_back = new QToolButton;
    m_forward = new QToolButton;
    for (auto &[button, icon, name, by] : {std::tuple(m_back, "previous", tr("Back"), -1),
                                           std::tuple(m_forward, "next", tr("Forward"), 1)}) {
        button->setIcon(themedIcon(icon, m_themes.theme()));
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this, [this, by = by] { go(by); });
    }
    connect(&m_themes, &ThemeManager::changed, this, [this] {
        m_back->setIcon(themedIcon("previous", m_themes.theme()));
        m_forward->setIcon(themedIcon("next", m_themes.theme()));
    });
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    top->addWidget(m_search, 1);
    top->addWidget(m_back);
    top->addWidget(m_forward);
    return top;
}

void HelpWindow::collect() {
    m_entries = conceptPages() + keyPages(m_actions) + curvePages() + parameterPages() + m_commands;
}

// Its commands explain themselves; asking takes as long as a program takes to start.
void HelpWindow::askCommandLine(const QString &program) {
    if (!QFileInfo(program).isExecutable()) {
        m_commands = {{"command/none",
                       HelpSection::Commands,
                       tr("No command line"),
                       tr("The program **paddock-cli** is not there. It does all that the window "
                          "starts, without a window."),
                       {}}};
        collect();
        fillList();
        return;
    }
    m_process = new QProcess(this);
    connect(m_process, &QProcess::finished, this, [this] {
        m_commands = commandPages(m_process->readAllStandardOutput());
        collect();
        fillList();
    });
    m_process->start(program, {"--help-all"});
}

void HelpWindow::refreshKeys() {
    collect();
    fillList();
    if (const HelpEntry *entry = find(m_topic))
        showEntry(*entry);
}

void HelpWindow::fillList() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QString words = m_search->text();
    const QList<const HelpEntry *> found = searchHelp(m_entries, words);
    if (words.trimmed().isEmpty()) {
        QHash<int, QTreeWidgetItem *> groups;
        for (const HelpEntry *entry : found) {
            QTreeWidgetItem *&group = groups[int(entry->section)];
            if (!group) {
                group = new QTreeWidgetItem(m_list, {sectionName(entry->section)});
                group->setFlags(Qt::ItemIsEnabled);
                group->setSizeHint(0, {0, fontMetrics().height() + space::kSmall});
                group->setFont(0, uiFont(0, true));
                group->setExpanded(entry->section == HelpSection::Concepts);
            }
            addItem(group, *entry);
        }
    } else {
        for (const HelpEntry *entry : found)
            addItem(nullptr, *entry);
    }
    if (found.isEmpty()) {
        auto *none = new QTreeWidgetItem(m_list, {tr("Nothing has these words.")});
        none->setFlags(Qt::NoItemFlags);
    }
    markListed();
}

void HelpWindow::addItem(QTreeWidgetItem *group, const HelpEntry &entry) {
    auto *item = group ? new QTreeWidgetItem(group) : new QTreeWidgetItem(m_list);
    item->setSizeHint(0, {0, fontMetrics().height() + space::kSmall});
    item->setText(0, entry.title);
    item->setData(0, kTopicRole, entry.topic);
    item->setToolTip(0, entry.title + "\n" + sectionName(entry.section));
}

const HelpEntry *HelpWindow::find(const QString &topic) const {
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&topic](const HelpEntry &entry) { return entry.topic == topic; });
    return at == m_entries.end() ? nullptr : &*at;
}

void HelpWindow::openTopic(const QString &topic) {
    const HelpEntry *entry = find(topic);
    if (!entry)
        entry = find(kFirstPage);
    if (!entry || entry->topic == m_topic)
        return;
    m_seen = m_seen.mid(0, m_at + 1);
    m_seen << entry->topic;
    m_at = int(m_seen.size()) - 1;
    showEntry(*entry);
}

void HelpWindow::showEntry(const HelpEntry &entry) {
    m_topic = entry.topic;
    const QColor line = m_themes.theme().line;
    m_page->setMarkdown("## " + escapedMarkdown(entry.title) + "\n\n" + entry.text);
    styleTables(*m_page->document(), line);
    m_page->moveCursor(QTextCursor::Start);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_seen.size());
    markListed();
}

void HelpWindow::markListed() {
    const QSignalBlocker quiet(m_list);
    for (QTreeWidgetItemIterator it(m_list); *it; ++it)
        if ((*it)->data(0, kTopicRole).toString() == m_topic && !m_topic.isEmpty()) {
            m_list->setCurrentItem(*it);
            m_list->scrollToItem(*it, QAbstractItemView::PositionAtCenter);
            return;
        }
}

void HelpWindow::follow(const QUrl &link) {
    const QString topic = link.toString().mid(QString("help:").size());
    if (topic.startsWith("settings/"))
        Q_EMIT settingsWanted();
    else
        openTopic(topic);
}

void HelpWindow::go(int by) {
    const int to = m_at + by;
    if (to < 0 || to >= m_seen.size())
        return;
    m_at = to;
    if (const HelpEntry *entry = find(m_seen[to]))
        showEntry(*entry);
}

// Alt+arrows as in a browser.
void HelpWindow::keyPressEvent(QKeyEvent *event) {
    if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Left)
        go(-1);
    else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Right)
        go(1);
    else
        QDialog::keyPressEvent(event);
}

// From the search into what it found; Return opens the best.
bool HelpWindow::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (QTreeWidgetItem *first = m_list->topLevelItem(0)) {
                m_list->setCurrentItem(first);
                if (key == Qt::Key_Down)
                    m_list->setFocus();
            }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace paddock

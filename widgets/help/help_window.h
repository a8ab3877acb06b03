// The help: one window beside the others, searched as one types, with links between its pages.
#pragma once

#include "widgets/help/help_entry.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QDialog>
#include <QLineEdit>
#include <QProcess>
#include <QStringList>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

namespace paddock {

class HelpWindow : public QDialog {
    Q_OBJECT
  public:
    // `commandLine` is the program whose commands are explained; without it that section says so.
    HelpWindow(const StudioActions &actions, ThemeManager &themes, const QString &commandLine,
               QWidget *parent);
    ~HelpWindow() override;

    void openTopic(const QString &topic); // the first page where there is no such topic
    QString topic() const { return m_topic; }
    void refreshKeys(); // they have been changed
    QLineEdit *searchBox() const { return m_search; }
    QTreeWidget *list() const { return m_list; }
    QTextBrowser *page() const { return m_page; }
    const QList<HelpEntry> &entries() const { return m_entries; }

  Q_SIGNALS:
    void settingsWanted(); // to change keys

  protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    void collect();
    void askCommandLine(const QString &program);
    void fillList();
    void addItem(QTreeWidgetItem *group, const HelpEntry &entry);
    void showEntry(const HelpEntry &entry);
    void follow(const QUrl &link);
    void go(int by); // through the pages that were open
    const HelpEntry *find(const QString &topic) const;
    void markListed();
    QLayout *buildTop();

    const StudioActions &m_actions;
    ThemeManager &m_themes;
    QList<HelpEntry> m_entries;
    QList<HelpEntry> m_commands;
    QLineEdit *m_search = nullptr;
    QTreeWidget *m_list = nullptr;
    QTextBrowser *m_page = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    QProcess *m_process = nullptr;
    QString m_topic;
    QStringList m_seen; // topics, in the order of reading
    int m_at = -1;
};

} // namespace paddock

// The settings of the window. Everything applies at once; Cancel takes all of it back.
#pragma once

#include "widgets/settings/keys_page.h"
#include "widgets/settings/preferences.h"
#include "widgets/settings/settings_pages.h"

#include <QDialog>
#include <QListWidget>
#include <QStackedWidget>

namespace paddock {

class SettingsDialog : public QDialog {
    Q_OBJECT
  public:
    SettingsDialog(Preferences &preferences, QWidget *parent);

    LookPage &look() { return *m_look; }
    KeysPage &keys() { return *m_keys; }
    FilesPage &files() { return *m_files; }
    PerformancePage &performance() { return *m_performance; }
    void showKeys() { showPage(1); }
    void showPage(int index) { m_list->setCurrentRow(index); }

    void reject() override;

  private:
    void addPage(const QString &title, QWidget *page);

    Preferences &m_preferences;
    PreferenceValues m_before;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_pages = nullptr;
    LookPage *m_look = nullptr;
    KeysPage *m_keys = nullptr;
    FilesPage *m_files = nullptr;
    PerformancePage *m_performance = nullptr;
};

} // namespace paddock

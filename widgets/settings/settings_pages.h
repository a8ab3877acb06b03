// The small pages of the settings: looks, folders, performance. Each shows what is set and sets at
// once what a person changes.
#pragma once

#include "widgets/settings/preferences.h"
#include "widgets/settings/settings_rows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>
#include <QSpinBox>

namespace paddock {

class LookPage : public SettingsForm {
    Q_OBJECT
  public:
    explicit LookPage(Preferences &preferences);
    QComboBox *theme() const { return m_theme; }
    QComboBox *language() const { return m_language; }
    QSlider *typeScale() const { return m_scale; }

  private:
    void show(const PreferenceValues &values);

    QComboBox *m_theme = nullptr;
    QComboBox *m_language = nullptr;
    QSlider *m_scale = nullptr;
    QLabel *m_percent = nullptr;
};

class FilesPage : public SettingsForm {
    Q_OBJECT
  public:
    explicit FilesPage(Preferences &preferences);
    QLineEdit *runsFolder() const { return m_runs; }

  private:
    QWidget *folderRow(Preferences &preferences);

    QLineEdit *m_runs = nullptr;
};

class PerformancePage : public SettingsForm {
    Q_OBJECT
  public:
    explicit PerformancePage(Preferences &preferences);
    QSpinBox *threads() const { return m_threads; }
    QCheckBox *smooth() const { return m_smooth; }

  private:
    QSpinBox *m_threads = nullptr;
    QCheckBox *m_smooth = nullptr;
};

} // namespace paddock

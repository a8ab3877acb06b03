// A window for each claim: its settings and runs lie in a folder of its own, it uses one thread and
// asks nothing. For tests that drive the whole window.
#pragma once

#include "widgets/window/main_window.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class StudioTest : public QObject {
  protected:
    void openWindow() {
        using namespace paddock;
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void closeWindow() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<paddock::ThemeManager> m_themes;
    std::unique_ptr<paddock::Settings> m_settings;
    std::unique_ptr<paddock::MainWindow> m_window;
};

// A person at the settings: what is set applies at once, is kept, and Cancel takes it back.
#include "widgets/window/main_window.h"

#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestSettingsDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    SettingsDialog *m_dialog = nullptr;

    static void pick(QComboBox *box, const QString &value) {
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_dialog = &m_window->openSettings();
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void theThemeAppliesAtOnce() {
        pick(m_dialog->look().theme(), "light");
        QVERIFY(!m_themes->theme().dark);
        QVERIFY(m_window->actions().themeLight->isChecked());
        QCOMPARE(m_settings->themeName(), QString("light"));
    }
    void theSizeOfTypeAppliesAtOnce() {
        const double before = QApplication::font().pointSizeF();
        const QLabel *heading = m_dialog->look().findChild<QLabel *>();
        const double headingBefore = heading->font().pointSizeF();
        m_dialog->look().typeScale()->setValue(24); // 120 %
        QVERIFY(qAbs(QApplication::font().pointSizeF() - 1.2 * before) < 0.01);

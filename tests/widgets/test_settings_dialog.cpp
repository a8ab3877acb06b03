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
    PreferenceValues m_before;
    SettingsDialog *m_dialog = nullptr;

    static void pick(QComboBox *box, const QString &value) {
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    }

  private Q_SLOTS:
    void initTestCase() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
    }
    void init() {
        m_before = m_window->preferences().values();
        m_dialog = &m_window->openSettings();
    }
    void cleanup() {
        delete m_dialog;
        m_window->preferences().restore(m_before);
    }
    void cleanupTestCase() {
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
        QCOMPARE(heading->font().pointSizeF(), 1.2 * headingBefore);
        pick(m_dialog->look().theme(), "light"); // a new style sheet
        QCOMPARE(heading->font().pointSizeF(), 1.2 * headingBefore);
        m_dialog->look().typeScale()->setValue(20);
        QVERIFY(qAbs(QApplication::font().pointSizeF() - before) < 0.01);
    }
    void cancelTakesAllOfItBack() {
        const PreferenceValues before = m_window->preferences().values();
        pick(m_dialog->look().theme(), "light");
        pick(m_dialog->look().language(), "en");
        m_dialog->look().typeScale()->setValue(26);
        m_dialog->performance().threads()->setValue(3);
        m_dialog->performance().smooth()->setChecked(true);
        m_window->keys().take(m_window->actions().checkpoint, QKeySequence("Ctrl+S"));
        QVERIFY(m_window->preferences().values() != before);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->reject();
        QVERIFY(m_window->preferences().values() == before);
        QVERIFY(m_themes->theme().dark);
    }
    void okKeepsIt() {
        m_dialog->performance().threads()->setValue(3);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->accept();
        QCOMPARE(m_settings->threads(), 3);
    }
    void smoothMotionIsThatOfTheMenu() {
        m_dialog->performance().smooth()->setChecked(true);
        QVERIFY(m_window->actions().smoothMotion->isChecked());
    }
    void theRunsFolderIsKept() {
        QLineEdit *edit = m_dialog->files().runsFolder();
        edit->setText(m_folder->filePath("elsewhere"));
        Q_EMIT edit->editingFinished();
        QCOMPARE(m_settings->runsFolder(), m_folder->filePath("elsewhere"));
    }
    void aRecordedKeyCallsTheAction() {
        KeysPage &page = m_dialog->keys();
        page.select(m_window->actions().resetLayout);
        QTest::keyClick(page.recorder(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_window->actions().resetLayout->shortcuts(), {QKeySequence("Ctrl+Alt+L")});
    }
    void aKeyInUseIsSaidAndTakenOnlyOnDemand() {
        KeysPage &page = m_dialog->keys();
        page.select(m_window->actions().resetLayout);
        QTest::keyClick(page.recorder(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(page.message()->text().contains("“Save”"));
        QVERIFY(page.message()->text().contains("Train"));
        QVERIFY(m_window->actions().resetLayout->shortcuts().isEmpty());
        page.takeButton()->click();
        QCOMPARE(m_window->actions().resetLayout->shortcuts(), {QKeySequence("Ctrl+S")});
        QVERIFY(m_window->actions().save->shortcuts().isEmpty());
    }
    void searchFindsActionsByKey() {
        KeysPage &page = m_dialog->keys();
        page.searchBox()->setText("Shift+F5");
        int shown = 0;
        for (int g = 0; g < page.tree()->topLevelItemCount(); ++g)
            for (int i = 0; i < page.tree()->topLevelItem(g)->childCount(); ++i)
                shown += !page.tree()->topLevelItem(g)->child(i)->isHidden();
        QCOMPARE(shown, 1);
    }
    void resetAllGivesTheFirstKeysBack() {
        m_window->keys().take(m_window->actions().checkpoint, QKeySequence("Ctrl+S"));
        m_dialog->keys().resetAllButton()->click();
        QVERIFY(m_window->keys().changes().isEmpty());
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "test_settings_dialog.moc"

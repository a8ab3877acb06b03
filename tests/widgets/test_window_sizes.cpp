// A small screen holds the window in every mode, and panels say their names once.
#include "widgets/language/language.h"
#include "widgets/window/dock_panel.h"
#include "widgets/window/main_window.h"
#include "widgets/window/overlay_buttons.h"

#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestWindowSizes : public QObject {
    Q_OBJECT

    static constexpr QSize kSmall{1280, 800};

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    void open(ScenarioKind kind, QSize size) {
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_window->document().setScenario(presetScenario("paper", kind), {});
        m_window->resize(size);
        m_window->resetLayout();
        m_window->show();
    }
    DockPanel &dock(const char *name) { return *m_window->findChild<DockPanel *>(name); }

  private Q_SLOTS:
    void init() {
        installLanguage(*qApp, languageOf("en"));
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void everyModeFitsASmallScreen_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<int>("kind");
        for (const char *language : {"en", "de"})
            for (const char *theme : {"dark", "light"})
                for (const ScenarioKind kind : {ScenarioKind::Intersection, ScenarioKind::Racing})
                    QTest::addRow("%s %s %d", language, theme, int(kind))
                        << language << theme << int(kind);
    }
    void everyModeFitsASmallScreen() {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, kind);
        installLanguage(*qApp, languageOf(language));
        m_themes->setChoice(ThemeManager::choiceFromName(theme));
        open(ScenarioKind(kind), kSmall);
        for (const StudioMode mode : {StudioMode::Train, StudioMode::Drive, StudioMode::Scenario,
                                      StudioMode::Evaluate, StudioMode::Welcome}) {
            m_window->setMode(mode);
            QApplication::processEvents(); // docks find their places when all have come
            const QSize least = m_window->minimumSizeHint();
            QVERIFY2(least.width() <= kSmall.width() && least.height() <= kSmall.height(),
                     qPrintable(QString("%1 needs %2 px").arg(modeName(mode)).arg(least.width())));
            QVERIFY2(m_window->size() == kSmall, qPrintable(QString("%1 made the window %2 px wide")
                                                                .arg(modeName(mode))
                                                                .arg(m_window->width())));
        }
    }
    void everyOverlayIsAButtonOrInTheMenuBehindThem() {
        open(ScenarioKind::Intersection, kSmall);
        auto *buttons = m_window->findChild<OverlayButtons *>();
        for (const int width : {28, 100, 1000}) {
            buttons->resize(width, 28);
            const QList<QAction *> overlays = m_window->actions().overlays();
            for (int i = 0; i < overlays.size(); ++i)
                QCOMPARE(buttons->menu().actions().contains(overlays[i]), i >= buttons->shown());
        }
        QCOMPARE(buttons->shown(), 6);
    }
    void aPanelAmongTabsLeavesItsNameToTheTab() {
        open(ScenarioKind::Intersection, {1600, 1000});
        QTRY_VERIFY(!dock("curves").titled());
        QVERIFY(dock("parameters").titled());
        for (const char *other : {"runs", "sweep"})
            dock(other).close();
        QTRY_VERIFY(dock("curves").titled());
    }
    void aTabCanBeClosed() {
        open(ScenarioKind::Intersection, {1600, 1000});
        QTRY_VERIFY(!dock("curves").titled());
        QTabBar *tabs = nullptr;
        for (QTabBar *bar :
             m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
            if (bar->isVisible())
                tabs = bar;
        QVERIFY(tabs && tabs->count() == 3);
        QTest::mouseClick(tabs->tabButton(1, QTabBar::RightSide), Qt::LeftButton);
        QVERIFY(dock("runs").isHidden());
        QVERIFY(!dock("curves").isHidden());
    }
};

QTEST_MAIN(TestWindowSizes)
#include "test_window_sizes.moc"

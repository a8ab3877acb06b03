// A robot at the window: what is arranged comes back, whatever has happened to the files meanwhile,
// and closing, recolouring and rewording the window never harm a run.
#include "widgets/window/main_window.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using Phase = RunController::Phase;

namespace {
constexpr int kPatience = 60'000; // ms, for a machine that is busy
} // namespace

class TestWindowRobot : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    QString settingsFile() const { return m_folder->filePath("studio.ini"); }
    QString runsFolder() const { return m_folder->filePath("not/there/yet"); }
    void open() {
        m_settings = std::make_unique<Settings>(settingsFile());
        SessionOptions options;
        options.runsFolder = runsFolder().toStdString();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void close() { // as a person does
        QVERIFY(m_window->close());
        m_window.reset();
        m_settings.reset();
    }
    void writeSettings(const QByteArray &bytes) {
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QDockWidget *dock(const char *name) const { return m_window->findChild<QDockWidget *>(name); }
    void train() {
        Scenario s = presetScenario(presetNames().front());
        s.parallel.worlds = 2;
        s.training.horizon = 16;
        s.training.bufferSize = 128;
        s.training.batchSize = 32;
        s.training.hiddenUnits = 8;
        s.training.numLayers = 1;
        s.training.maxSteps = 100'000'000;
        m_window->document().setScenario(s, {});
        m_window->actions().start->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Running, kPatience);
    }
    int checkpoints() const {
        int count = 0;
        QDirIterator it(runsFolder(), {"step_*"}, QDir::Dirs, QDirIterator::Subdirectories);
        for (; it.hasNext(); it.next())
            ++count;
        return count;
    }

  private Q_SLOTS:
    void init() {
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

    void movedFloatedAndClosedDocksComeBackAfterARestart() {
        open();
        m_window->addDockWidget(Qt::RightDockWidgetArea, dock("parameters"));
        dock("inspector")->setFloating(true);
        dock("curves")->close();
        close();
        open();
        QCOMPARE(m_window->dockWidgetArea(dock("parameters")), Qt::RightDockWidgetArea);
        QVERIFY(dock("inspector")->isFloating());
        QVERIFY(dock("curves")->isHidden());
    }
    void eachModeKeepsItsOwnPlaces() {
        open();
        m_window->setMode(StudioMode::Drive);
        m_window->addDockWidget(Qt::RightDockWidgetArea, dock("drive"));
        m_window->setMode(StudioMode::Train);
        close();
        open();
        QVERIFY(dock("drive")->isHidden());
        m_window->setMode(StudioMode::Drive);
        QCOMPARE(m_window->dockWidgetArea(dock("drive")), Qt::RightDockWidgetArea);
    }
    void resetPutsMovedDocksBack() {
        open();
        m_window->addDockWidget(Qt::RightDockWidgetArea, dock("parameters"));
        dock("inspector")->setFloating(true);
        m_window->actions().resetLayout->trigger();
        QCOMPARE(m_window->dockWidgetArea(dock("parameters")), Qt::LeftDockWidgetArea);
        QVERIFY(!dock("inspector")->isFloating());
        QVERIFY(dock("inspector")->isVisible());
    }

    void damagedSettingsOpenTheFirstWindow_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("said");
        QTest::newRow("no byte") << QByteArray() << false;
        QTest::newRow("garbage") << QByteArray("\x00\xff\x13garbage]]\n=\x7f[", 17) << true;
        QTest::newRow("another version")
            << QByteArray("[General]\nversion=99\ntheme=light\n") << true;
        QTest::newRow("cut off") << QByteArray("[General]\nversion=1\n[window]\ntrain_layout="
                                               "\"@ByteArray(\\0\\0\\0\\xff\\0")
                                 << false;
        QTest::newRow("absurd values")
            << QByteArray("[General]\nversion=1\ntype_scale=-4\nthreads=1e99\nlanguage=17\n"
                          "[keys]\nstart=Ctrl+S\nstop=%%%\n[window]\ngeometry=7\n")
            << false;
    }
    void damagedSettingsOpenTheFirstWindow() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, said);
        writeSettings(bytes);
        open();
        QCOMPARE(m_settings->recovered(), said);
        QCOMPARE(m_window->dockWidgetArea(dock("parameters")), Qt::LeftDockWidgetArea);
        QVERIFY(dock("curves")->isVisible());
        QCOMPARE(m_window->actions().start->shortcuts(), {QKeySequence("F5")});
        close();
    }

    void closingWhileTrainingLeavesACheckpoint() {
        open();
        train();
        m_window->close();
        QVERIFY(m_window->isVisible()); // it waits for the checkpoint
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kPatience);
        QCOMPARE(checkpoints(), 1);
    }
    void aMissingFolderOfRunsIsMade() {
        open();
        QVERIFY(!QDir(runsFolder()).exists());
        train();
        QVERIFY(QDir(runsFolder()).exists());
        m_window->actions().stop->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
    }
    void aFolderOfRunsThatCannotBeMadeIsExplained() {
        QFile file(m_folder->filePath("not")); // where a folder should be
        QVERIFY(file.open(QIODevice::WriteOnly));
        open();
        m_window->actions().start->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->run().active(), kPatience);
        QVERIFY(m_window->findChild<QDialog *>());
        QVERIFY(m_window->log().model().rowCount() > 0);
    }
    void newLooksWhileTrainingLeaveTheRunAlone() {
        open();
        train();
        const std::int64_t before = m_window->run().progress().steps;
        for (const char *theme : {"light", "dark", "system"})
            m_window->preferences().setTheme(theme);
        m_window->preferences().setTypeScale(130);
        m_window->preferences().setLanguage("de");
        QTRY_VERIFY_WITH_TIMEOUT(m_window->run().progress().steps > before, kPatience);
        QCOMPARE(m_window->run().phase(), Phase::Running);
        m_window->preferences().setTypeScale(100);
        m_window->actions().stop->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
    }
};

QTEST_MAIN(TestWindowRobot)
#include "test_window_robot.moc"

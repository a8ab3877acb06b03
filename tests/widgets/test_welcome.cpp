// The page on which a session begins.
#include "core/scenario/scenario_io.h"
#include "widgets/welcome/plan_view.h"
#include "widgets/welcome/tile_flow.h"
#include "widgets/window/main_window.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

namespace {
constexpr int kPatience = 60'000; // ms

int pixelsOf(const QImage &image, const QColor &color) {
    int n = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor p = image.pixelColor(x, y);
            n += std::abs(p.red() - color.red()) + std::abs(p.green() - color.green()) +
                             std::abs(p.blue() - color.blue()) <
                         24
                     ? 1
                     : 0;
        }
    return n;
}
} // namespace

class TestWelcome : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    WelcomePage &page() { return m_window->welcome(); }
    void openWindow() {
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_window->setMode(StudioMode::Welcome);
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        openWindow();
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void noPanelStandsBesideThePage() {
        for (QDockWidget *dock : m_window->findChildren<QDockWidget *>())
            QVERIFY2(dock->isHidden(), qPrintable(dock->objectName()));
    }
    void theGalleryShowsEveryDocumentThatShips() {
        const QDir folder(PADDOCK_SOURCE_DIR "/scenarios");
        QSet<QString> wanted, shown;
        for (const QString &name : folder.entryList({"*.json"}, QDir::Files))
            wanted << name;
        for (const DocumentTile *tile : page().tiles())
            shown << QFileInfo(tile->card().file).fileName();
        QCOMPARE(shown, wanted);
    }
    void tilesAreDrawnWithTheirDescription() {
        for (const DocumentTile *tile : page().tiles()) {
            QTRY_VERIFY_WITH_TIMEOUT(!tile->card().picture.isNull(), kPatience);
            QVERIFY2(tile->card().problem.isEmpty(), qPrintable(tile->card().problem));
            QVERIFY(!tile->card().description.isEmpty());
        }
    }
    void searchLooksAtNamesAndDescriptions() {
        for (const DocumentTile *tile : page().tiles())
            QTRY_VERIFY_WITH_TIMEOUT(!tile->card().picture.isNull(), kPatience);
        page().searchBox()->setText("f1tenth head-to-head");
        QStringList left;
        for (const DocumentTile *tile : page().tiles())
            if (!tile->isHidden())
                left << QFileInfo(tile->card().file).fileName();
        QCOMPARE(left, QStringList{"racing.json"});
    }
    void oneClickTrainsTheIntersection() {
        page().trainCard()->click();
        QCOMPARE(m_window->actions().mode(), StudioMode::Train);
        QVERIFY(m_window->document().file().endsWith("intersection_tuned.json"));
        QVERIFY(m_window->run().active());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->run().progress().steps > 0, kPatience);
    }
    void oneClickLeadsToTheWheel() {
        page().driveCard()->click();
        QCOMPARE(m_window->actions().mode(), StudioMode::Drive);
        QCOMPARE(m_window->document().scenario().kind, ScenarioKind::Racing);
    }
    void aDocumentIsNotReplacedUnderARun() {
        page().trainCard()->click();
        m_window->setMode(StudioMode::Welcome);
        page().tiles().back()->click();
        QCOMPARE(m_window->actions().mode(), StudioMode::Welcome);
        QVERIFY(page().notice().contains("run"));
        QVERIFY(m_window->document().file().endsWith("intersection_tuned.json"));
    }
    void aRecentDocumentThatIsGoneIsMarkedAndCanBeTakenOff() {
        const QString file = m_folder->filePath("gone.json");
        DocumentModel document;
        QVERIFY(document.save(file).ok());
        m_settings->addRecentFile(file);
        QVERIFY(QFile::remove(file));
        page().refresh();
        QVERIFY(page().recent().row(file));
        QTRY_VERIFY_WITH_TIMEOUT(!page().recent().row(file)->accessibleDescription().isEmpty(),
                                 kPatience);
        page().recent().removeButton(file)->click();
        QVERIFY(m_settings->recentEntries().isEmpty());
        QVERIFY(!page().recent().row(file));
    }
    void whetherItIsShownAtStartIsRemembered() {
        QVERIFY(WelcomePage::wantedAtStart(*m_settings));
        page().atStart()->setChecked(false);
        QVERIFY(!WelcomePage::wantedAtStart(*m_settings));
    }
    void aPlanShowsEveryCarInItsColour() {
        const auto look = sceneTheme(darkTheme());
        const QImage plan = planPicture(presetScenario("tuned"), {400, 225}, look);
        for (int agent = 0; agent < 4; ++agent)
            QVERIFY2(pixelsOf(plan, agentColor(agent)) > 20, qPrintable(QString::number(agent)));
        QVERIFY(pixelsOf(plan, look.road) > 2000);
    }
    void aRaceWithoutATrackIsBareGround() {
        const auto look = sceneTheme(darkTheme());
        const Scenario race = presetScenario("tuned", ScenarioKind::Racing);
        const QImage plan = planPicture(race, {40, 20}, look);
        QCOMPARE(pixelsOf(plan, look.ground), 40 * 20);
    }
    void tilesUseTheRoomThatThereIs() {
        const TileFlow flow(250, 16, 3);
        QCOMPARE(flow.columns(200), 1);
        QCOMPARE(flow.columns(516), 2);
        QCOMPARE(flow.columns(515), 1);
        QCOMPARE(flow.columns(5000), 3);
    }
};

QTEST_MAIN(TestWelcome)
#include "test_welcome.moc"

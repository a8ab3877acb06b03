// A robot at the window as a person who draws: it bends a track, takes all back, breaks and mends
// it, imports, saves, reopens and drives it.
#include "core/scenario/track_edit.h"
#include "widgets/document/document_files.h"
#include "widgets/document/document_recovery.h"
#include "widgets/editor/import_dialog.h"
#include "widgets/window/main_window.h"

#include <QDir>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace paddock;

namespace {

constexpr int kPatience = 60'000; // ms, for a machine that is busy

QByteArray bytesOf(const QString &file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void send(QWidget &widget, QEvent::Type type, QPointF at, Qt::MouseButton button,
          Qt::KeyboardModifiers keys = {}) {
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : button;
    QMouseEvent event(type, at, widget.mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : button, held, keys);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class TestScenarioRobot : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;                    // of the window
    std::unique_ptr<QTemporaryDir> m_folder; // of the document
    ThemeManager m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    ScenarioMode &mode() { return m_window->scenarioMode(); }
    SceneEditor &editor() { return mode().editor(); }
    PlanCanvas &canvas() { return mode().canvas(); }
    DocumentModel &document() { return m_window->document(); }
    StudioActions &actions() { return m_window->actions(); }
    const Track &track() { return *document().scenario().track; }
    QString file(const QString &name) { return m_folder->filePath(name); }

    void press(int key, Qt::KeyboardModifiers with = {}) {
        QApplication::setActiveWindow(m_window.get());
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key(key), with);
    }
    QPointF screen(SceneItem item) {
        return canvas().transform().toScreen(*itemPlace(editor().scenario(), item));
    }
    // By the mouse; Ctrl leaves the grid alone.
    void drag(SceneItem item, QPointF by) {
        const QPointF from = screen(item);
        QCOMPARE(canvas().itemAt(from), item);
        send(canvas(), QEvent::MouseButtonPress, from, Qt::LeftButton);
        for (const double part : {0.3, 0.6, 1.0})
            send(canvas(), QEvent::MouseMove, from + by * part, Qt::LeftButton,
                 Qt::ControlModifier);
        send(canvas(), QEvent::MouseButtonRelease, from + by, Qt::LeftButton);
    }
    QStringList problems() {
        QStringList words;
        for (int i = 0; i < mode().problems().list()->count(); ++i)
            words << mode().problems().list()->item(i)->text();
        return words;
    }
    bool told(const QString &words) { return problems().join("\n").contains(words); }
    void waitForChecks() { QTRY_VERIFY_WITH_TIMEOUT(editor().checked(), kPatience); }

  private Q_SLOTS:
    void initTestCase() {
        m_themes.setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_home.filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_home.filePath("runs").toStdString();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_window->resize(1500, 950);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanupTestCase() {
        m_window.reset();
        m_settings.reset();
    }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir().mkpath(file("tracks"));
        for (const QString name : {"racing.json", "tracks/porto_like.json"})
            QVERIFY(QFile::copy(QString(PADDOCK_SOURCE_DIR "/scenarios/") + name, file(name)));
        QVERIFY(document().open(file("racing.json")).ok());
        QApplication::setActiveWindow(m_window.get());
        m_window->setMode(StudioMode::Scenario);
        mode().randomization().ghosts()->setChecked(false);
        actions().editLine->trigger();
        editor().select({});
        canvas().frameAll();
    }

    void theKeyEntersTheMode() {
        m_window->setMode(StudioMode::Train);
        m_window->scene().view().setFocus();
        QTest::keyClick(&m_window->scene().view(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(actions().mode(), StudioMode::Scenario);
        QVERIFY(canvas().isVisible());
    }
    void aDragIsOneStepAndUndoGivesTheOriginalBackBitForBit() {
        const Scenario before = document().scenario();
        const QByteArray text = QByteArray::fromStdString(writeTrack(track()));
        drag({SceneItemKind::Control, 5}, {30, 22});
        QCOMPARE(document().undoStack().count(), 1);
        QVERIFY(!sameDocument(before, document().scenario()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(sameDocument(before, document().scenario()));
        QCOMPARE(QByteArray::fromStdString(writeTrack(track())), text);
        QVERIFY(!document().modified());
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!sameDocument(before, document().scenario()));
    }
    void whatIsDroppedWhereItWasIsNoStep() {
        const QPointF at = screen({SceneItemKind::Control, 5});
        send(canvas(), QEvent::MouseButtonPress, at, Qt::LeftButton);
        send(canvas(), QEvent::MouseMove, at + QPointF(40, 0), Qt::LeftButton, Qt::ControlModifier);
        send(canvas(), QEvent::MouseMove, at, Qt::LeftButton, Qt::ControlModifier);
        send(canvas(), QEvent::MouseButtonRelease, at, Qt::LeftButton);
        QCOMPARE(document().undoStack().count(), 0);
    }
    void escapeTakesADragBack() {
        const QPointF at = screen({SceneItemKind::Control, 5});
        send(canvas(), QEvent::MouseButtonPress, at, Qt::LeftButton);
        send(canvas(), QEvent::MouseMove, at + QPointF(40, 0), Qt::LeftButton);
        QVERIFY(editor().dragging());
        press(Qt::Key_Escape);
        send(canvas(), QEvent::MouseButtonRelease, at + QPointF(40, 0), Qt::LeftButton);
        QCOMPARE(document().undoStack().count(), 0);
    }
    void snappedItemsLandOnTheGrid() {
        const QPointF at = screen({SceneItemKind::Control, 5});
        send(canvas(), QEvent::MouseButtonPress, at, Qt::LeftButton);
        send(canvas(), QEvent::MouseMove, at + QPointF(33, 17), Qt::LeftButton);
        send(canvas(), QEvent::MouseButtonRelease, at + QPointF(33, 17), Qt::LeftButton);
        const double step = canvas().gridStep();
        const Vec2 place = *itemPlace(document().scenario(), {SceneItemKind::Control, 5});
        for (const float v : {place.x, place.y})
            QVERIFY(std::abs(double(v) / step - std::round(double(v) / step)) < 1e-3);
    }
    void strokesOfAnArrowKeyAreOneStep() {
        editor().select({SceneItemKind::Start, 2});
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Up);
        QCOMPARE(document().undoStack().count(), 1);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!document().modified());
    }
    void controlPointsAreAddedAndRemoved() {
        const std::size_t before = controlsOf(track()).size();
        const Vec2 a = *itemPlace(document().scenario(), {SceneItemKind::Control, 2});
        const Vec2 b = *itemPlace(document().scenario(), {SceneItemKind::Control, 3});
        const QPointF between = canvas().transform().toScreen((a + b) * 0.5f);
        send(canvas(), QEvent::MouseButtonDblClick, between, Qt::LeftButton);
        QCOMPARE(controlsOf(track()).size(), before + 1);
        QCOMPARE(editor().selected(), (SceneItem{SceneItemKind::Control, 3}));
        press(Qt::Key_Delete);
        QCOMPARE(controlsOf(track()).size(), before);
        while (document().canUndo())
            document().undo();
        QVERIFY(!document().modified());
    }
    void startSlotsComeAndGo() {
        actions().editStarts->trigger();
        const std::size_t before = track().starts.size();
        const Vec2 place = track().centre[track().centre.size() / 2];
        send(canvas(), QEvent::MouseMove, canvas().transform().toScreen(place), Qt::NoButton);
        press(Qt::Key_Insert);
        QCOMPARE(track().starts.size(), before + 1);
        QVERIFY(length(track().starts.back().pose.position - place) < 0.02f);
        press(Qt::Key_Delete);
        QCOMPARE(track().starts.size(), before);
    }
    // A box on the road by double click, pushed aside, turned, typed, taken away, and all undone.
    void obstaclesAreDrawnOnTheRoad() {
        const Scenario before = document().scenario();
        const QByteArray text = QByteArray::fromStdString(writeTrack(track()));
        const SceneItem box{SceneItemKind::Obstacle, 0}, yaw{SceneItemKind::ObstacleYaw, 0};
        press(Qt::Key_B);
        QVERIFY(actions().editObstacles->isChecked());
        const Vec2 place = track().centre[track().centre.size() / 3];
        const QPointF at = canvas().transform().toScreen(place);
        send(canvas(), QEvent::MouseButtonDblClick, at, Qt::LeftButton);
        QCOMPARE(editor().selected(), box);
        QCOMPARE(track().walls.size(), before.track->walls.size() + 1);
        QVERIFY(length(*itemPlace(document().scenario(), box) - place) < 0.02f);
        drag(box, {9, -6});
        drag(yaw, {-25, 14});
        QCOMPARE(document().undoStack().count(), 3);
        const auto &fields = mode().items().fields();
        QCOMPARE(fields.size(), std::size_t(6));
        fields[3]->setText("0.55");
        Q_EMIT fields[3]->editingFinished();
        QVERIFY(std::abs(itemFields(document().scenario(), box)[3].value - 0.55) < 1e-6);
        waitForChecks();
        QVERIFY2(problems().isEmpty(), qPrintable(problems().join("\n")));
        press(Qt::Key_Delete);
        QCOMPARE(track().walls.size(), before.track->walls.size());
        QCOMPARE(document().undoStack().count(), 5);
        for (int i = 0; i < 5; ++i)
            press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(sameDocument(before, document().scenario()));
        QCOMPARE(QByteArray::fromStdString(writeTrack(track())), text);
        QVERIFY(!document().modified());
    }
    void anObstacleOnASlotIsTold() {
        press(Qt::Key_B);
        const QPointF slot = screen({SceneItemKind::Start, 1});
        send(canvas(), QEvent::MouseButtonDblClick, slot, Qt::LeftButton);
        waitForChecks();
        QVERIFY2(told("stands on start slot 2"), qPrintable(problems().join("\n")));
        press(Qt::Key_Z, Qt::ControlModifier);
        waitForChecks();
        QVERIFY(problems().isEmpty());
        // Off the road nothing is put down.
        send(canvas(), QEvent::MouseButtonDblClick, QPointF(60, 60), Qt::LeftButton);
        QVERIFY(!document().modified());
    }
    void checksAppearWhileDraggingAndVanish() {
        waitForChecks();
        QVERIFY2(problems().isEmpty(), qPrintable(problems().join("\n")));
        actions().editStarts->trigger();
        const QPointF by = screen({SceneItemKind::Start, 0}) - screen({SceneItemKind::Start, 1});
        drag({SceneItemKind::Start, 1}, by + QPointF(2, 0));
        waitForChecks();
        QVERIFY2(told("overlaps with start slot 1"), qPrintable(problems().join("\n")));
        // A click on the problem selects the slot.
        editor().select({});
        mode().problems().list()->itemClicked(mode().problems().list()->item(0));
        QCOMPARE(editor().selected().kind, SceneItemKind::Start);
        press(Qt::Key_Z, Qt::ControlModifier);
        waitForChecks();
        QVERIFY(problems().isEmpty());
    }
    void numbersAreTypedWithUnits() {
        editor().select({SceneItemKind::Control, 4});
        const auto &fields = mode().items().fields();
        QCOMPARE(fields.size(), std::size_t(4)); // x, y, both widths
        fields[2]->setText("0.9");
        Q_EMIT fields[2]->editingFinished();
        QCOMPARE(track().leftWidth[controlsOf(track())[4]], 0.9f);
        mode().items().fields()[2]->setText("-3");
        Q_EMIT mode().items().fields()[2]->editingFinished();
        QVERIFY(mode().items().message().contains("0.01"));
        QCOMPARE(track().leftWidth[controlsOf(track())[4]], 0.9f);
    }
    void aSavedTrackIsTheDocumentsOwnAndReopensEqual() {
        const QByteArray shared = bytesOf(file("tracks/porto_like.json"));
        const QByteArray old = bytesOf(file("racing.json"));
        drag({SceneItemKind::Control, 7}, {25, -12});
        QVERIFY(m_window->files().save());
        QVERIFY(!document().modified());
        QCOMPARE(bytesOf(file("tracks/porto_like.json")), shared);
        QCOMPARE(bytesOf(file("racing.json.bak")), old);
        QVERIFY(QFile::exists(file("racing.track.json")));
        const Scenario drawn = document().scenario();
        DocumentModel again;
        QVERIFY(again.open(file("racing.json")).ok());
        QVERIFY(sameDocument(again.scenario(), drawn));
        // The next save keeps the one before.
        const QByteArray first = bytesOf(file("racing.track.json"));
        drag({SceneItemKind::Control, 7}, {-15, 4});
        QVERIFY(m_window->files().save());
        QCOMPARE(bytesOf(file("racing.track.json.bak")), first);
    }
    void anUnchangedTrackStaysWhereItIs() {
        QVERIFY(document().setField("agents.count", "3").ok());
        QVERIFY(m_window->files().save());
        QVERIFY(!QFile::exists(file("racing.track.json")));
        QCOMPARE(document().scenario().trackFile, std::string("tracks/porto_like.json"));
    }
    void anUnsoundTrackIsSavedAndOpensAgain() {
        actions().editWalls->trigger();
        const SceneItem point{SceneItemKind::WallPoint, 0, 0};
        const Vec2 middle = track().centre[0];
        drag(point, (canvas().transform().toScreen(middle) - screen(point)) * 1.5);
        waitForChecks();
        QVERIFY(told("crosses"));
        QVERIFY(m_window->files().save());
        const Scenario drawn = document().scenario();
        DocumentModel again;
        QVERIFY(again.open(file("racing.json")).ok());
        QVERIFY(sameDocument(again.scenario(), drawn));
        // It is shown from above and refused by whoever would drive on it.
        QVERIFY(!validate(again.scenario(), "t").empty());
        m_window->setMode(StudioMode::Train);
        QVERIFY(!m_window->run().active());
    }
    void aCrashLosesNoLine() {
        drag({SceneItemKind::Control, 3}, {20, 20});
        const Scenario drawn = document().scenario();
        {
            DocumentModel crashed;
            crashed.setScenario(drawn, file("racing.json"));
            Scenario edited = drawn;
            edited.agents.count = 3;
            crashed.edit(edited, "three cars");
            DocumentRecovery recovery(crashed, file("recovery"));
            recovery.writeNow();
        }
        DocumentModel next;
        DocumentRecovery recovery(next, file("recovery"));
        QCOMPARE(recovery.leftOver().size(), std::size_t(1));
        QVERIFY(recovery.recover(recovery.leftOver().front()).ok());
        QVERIFY(next.scenario().track && *next.scenario().track == *drawn.track);
        QVERIFY(next.modified());
    }
    void importsAreShownBeforeTheyAreTaken() {
        // A circle of 5 m, 1 m to each side.
        QFile csv(file("ring.csv"));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("# x_m,y_m,w_tr_right_m,w_tr_left_m\n");
        for (int i = 0; i < 90; ++i)
            csv.write(QString("%1,%2,1,1\n")
                          .arg(5 * std::cos(i * M_PI / 45), 0, 'f', 6)
                          .arg(5 * std::sin(i * M_PI / 45), 0, 'f', 6)
                          .toLatin1());
        csv.close();
        const Scenario before = document().scenario();
        mode().importFile(csv.fileName());
        auto *dialog = m_window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->take()->isEnabled(), kPatience);
        QVERIFY2(dialog->facts().contains("31.4 m"), qPrintable(dialog->facts())); // 2 pi 5
        dialog->scale()->setValue(2);
        QVERIFY(!dialog->take()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(dialog->take()->isEnabled(), kPatience);
        QVERIFY2(dialog->facts().contains("62.8 m"), qPrintable(dialog->facts()));
        QVERIFY(sameDocument(before, document().scenario()));
        dialog->take()->click();
        QCOMPARE(track().name, std::string("ring"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(sameDocument(before, document().scenario()));
    }
    void aBadImportIsExplainedAndChangesNothing() {
        QFile csv(file("bad.csv"));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("hello\n");
        csv.close();
        mode().importFile(csv.fileName());
        auto *dialog = m_window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->facts().startsWith("Reading"), kPatience);
        QVERIFY(!dialog->take()->isEnabled());
        QVERIFY(!document().modified());
        dialog->reject();
    }
    void aSlotIsTestDrivenAndTheWayLeadsBack() {
        editor().select({SceneItemKind::Start, 2});
        const Vec2 slot = track().starts[2].pose.position;
        QSignalSpy shown(&m_window->drive().drive(), &DriveController::snapshotReady);
        press(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(actions().mode(), StudioMode::Drive);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), kPatience);
        const auto snapshot = shown.front().front().value<std::shared_ptr<const SessionSnapshot>>();
        QVERIFY(snapshot);
        QVERIFY(length(snapshot->scene.agents.front().pose.position - slot) < 0.3f);
        QTest::keyClick(&m_window->scene().view(), Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(actions().mode(), StudioMode::Scenario);
        QVERIFY(!document().modified());
    }
    void theIntersectionIsDrawnByItsHandles() {
        document().setScenario(presetScenario("paper"), {});
        canvas().frameAll();
        const double before = document().scenario().map.halfSize;
        drag({SceneItemKind::LegEnd, 0}, {40, 0});
        const double wanted = before + 40 / canvas().transform().scale();
        QVERIFY(std::abs(document().scenario().map.halfSize - wanted) < 2e-3);
        QCOMPARE(mode().items().row("map.half_size")->editor().text(),
                 document().field("map.half_size")
                     ? QString::fromStdString(document().field("map.half_size")->value)
                     : QString());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().scenario().map.halfSize, before);
        // An agent goes to another leg, where another one stands already: two lanes, no problem.
        drag({SceneItemKind::Agent, 0},
             canvas().transform().toScreen({0, 1.2f}) - screen({SceneItemKind::Agent, 0}));
        QCOMPARE(document().scenario().agents.legs.front(), 1.0);
    }
    void randomizationIsShownAsItWillBeDrawn() {
        document().setScenario(presetScenario("paper"), {});
        RandomizationPanel &panel = mode().randomization();
        const SampleHistogram *friction = panel.histogram("randomization.friction_range");
        QVERIFY(friction);
        QCOMPARE(friction->least(), 1.0);
        QCOMPARE(friction->most(), 1.0);
        panel.slider()->setValue(200); // HDR: friction 1 +- 2 * 0.1
        QCOMPARE(document().scenario().randomization.degree, 2.0);
        QVERIFY(std::abs(friction->least() - 0.8) < 1e-6);
        QVERIFY(std::abs(friction->most() - 1.2) < 1e-6);
        panel.ghosts()->setChecked(true);
        waitForChecks();
        QCOMPARE(editor().ghosts().paths.size(), std::size_t(24));
        QVERIFY(editor().ghosts().paths.front().back() != editor().ghosts().paths.back().back());
        document().undo();
        QCOMPARE(document().scenario().randomization.degree, 0.0);
    }
    void aRunKeepsTheSceneAsItIs() {
        document().setRunActive(true);
        drag({SceneItemKind::Control, 5}, {30, 22});
        QVERIFY(!document().modified());
        document().setRunActive(false);
    }
    void lengthsAreMeasured() {
        actions().measure->trigger();
        const QPointF from(400, 400), to(520, 310);
        send(canvas(), QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::ControlModifier);
        send(canvas(), QEvent::MouseMove, to, Qt::LeftButton, Qt::ControlModifier);
        const double pixels = std::hypot(120.0, 90.0);
        QVERIFY(std::abs(*canvas().measured() - pixels / canvas().transform().scale()) < 1e-4);
    }
};

QTEST_MAIN(TestScenarioRobot)
#include "test_scenario_robot.moc"

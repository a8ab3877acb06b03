#include "widgets/window/change_marks.h"
#include "widgets/window/help_dialogs.h"
#include "widgets/window/main_window.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestMainWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    void openWindow() {
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        openWindow();
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void shortcutsAreFreeOfConflicts() {
        for (const QAction *modeAction : m_window->actions().modes()) {
            const StudioMode mode = StudioActions::modeOf(modeAction);
            QHash<QString, QString> owners;
            for (const QAction *action : m_window->actions().all())
                for (const QKeySequence &key : action->shortcuts()) {
                    if (!m_window->actions().belongs(action, mode))
                        continue;
                    const QString text = key.toString(QKeySequence::PortableText);
                    QVERIFY2(!owners.contains(text),
                             qPrintable(text + " " + owners[text] + " and " + action->text()));
                    owners[text] = action->text();
                }
            QVERIFY(owners.size() > 20);
        }
    }
    void everyActionSaysWhatItDoes() {
        for (const QAction *action : m_window->actions().all())
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
    }
    void aMalformedDocumentIsExplainedWithAllItsProblems() {
        QFile file(m_folder->filePath("bad.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"training": {"gamma": "much", "lambda": 7}})");
        file.close();
        QVERIFY(!m_window->files().openFile(file.fileName()));
        QVERIFY(m_window->findChild<QDialog *>());
        QVERIFY(m_window->log().model().rowCount() >= 2);
    }
    void problemsAreListedOneAnItem() {
        const QString text = problemList(Error({{"/a", "is 1", "2"}, {"/b", "is 3", "4"}}));
        QCOMPARE(text.count("\n- "), 2);
    }
    void anOpenedDocumentIsARecentFile() {
        DocumentModel document;
        const QString file = m_folder->filePath("good.json");
        QVERIFY(document.save(file).ok());
        QVERIFY(m_window->files().openFile(file));
        QCOMPARE(m_settings->recentFiles(), QStringList{file});
        QVERIFY(m_window->windowTitle().startsWith("good.json"));
    }
    void layoutThatCannotBeRestoredGivesTheFirstOne() {
        m_window.reset();
        m_settings->setGeometry("nonsense");
        m_settings->setLayout("train", "nonsense");
        m_settings.reset();
        openWindow();
        QVERIFY(!m_window->findChild<QDockWidget *>("parameters")->isHidden());
        QVERIFY(!m_window->findChild<QDockWidget *>("curves")->isHidden());
    }
    void resetLayoutBringsClosedPanelsBack() {
        auto *dock = m_window->findChild<QDockWidget *>("inspector");
        dock->close();
        m_window->actions().resetLayout->trigger();
        QVERIFY(!dock->isHidden());
    }
    void oneClickSetsTheDegreeOfRandomization() {
        const auto &levels = m_window->toolBar().randomization()->levels();
        levels[2]->click();
        QCOMPARE(m_window->document().scenario().randomization.degree, 2.0);
        levels[0]->click();
        QCOMPARE(m_window->document().scenario().randomization.degree, 0.0);
    }
    void undoTakesBackARandomizationClick() {
        m_window->toolBar().randomization()->levels()[1]->click();
        m_window->actions().undo->trigger();
        QCOMPARE(m_window->document().scenario().randomization.degree, 0.0);
    }
    void renderOffShowsCalmWords() {
        m_window->actions().render->setChecked(false);
        QVERIFY(!m_window->scene().rendering());
        m_window->actions().render->setChecked(true);
        QVERIFY(m_window->scene().rendering());
    }
    void nextAgentWrapsAround() {
        const int rows = int(m_window->document().scenario().parallel.worlds *
                             m_window->document().scenario().agents.count);
        m_window->scene().pick(rows - 1);
        m_window->actions().nextAgent->trigger();
        QCOMPARE(m_window->run().watchedRow(), 0);
    }
    void slowerAndFasterStepThroughTheSpeeds() {
        m_window->actions().slower->trigger();
        QCOMPARE(m_window->run().speed(), 10.0);
        m_window->actions().faster->trigger();
        QCOMPARE(m_window->run().speed(), 0.0);
    }
    void tabInTheScenePicksTheNextAgent() {
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QApplication::setActiveWindow(m_window.get());
        m_window->scene().view().setFocus();
        QTest::keyClick(&m_window->scene().view(), Qt::Key_Tab);
        QCOMPARE(m_window->run().watchedRow(), 1);
    }
    void tabInATextFieldMovesTheFocus() {
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QApplication::setActiveWindow(m_window.get());
        QLineEdit *search = m_window->form().searchBox();
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Tab);
        QCOMPARE(m_window->run().watchedRow(), 0);
    }
    void spaceInATextFieldIsTyped() {
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QLineEdit *search = m_window->form().searchBox();
        QApplication::setActiveWindow(m_window.get());
        search->setFocus();
        QTest::keyClicks(search, "learning rate");
        QCOMPARE(search->text(), QString("learning rate"));
    }
    void changeEventsAreMarkedWithTheSymbol() {
        const SessionEvent event{100, 0, EventLevel::Change,
                                 "training.learning_rate 0.0003 -> 0.0001"};
        const auto mark = markOf(event, m_window->document().fields());
        QVERIFY(mark.has_value());
        QCOMPARE(mark->text, QString("α = 0.0001"));
    }
    void otherEventsLeaveNoMark() {
        QVERIFY(!markOf({1, 0, EventLevel::Info, "checkpoint"}, {}).has_value());
    }
    void eventLogIsBounded() {
        for (int i = 0; i < EventModel::kMaxEvents + 10; ++i)
            m_window->log().model().append({i, 0, EventLevel::Info, "event"});
        QCOMPARE(m_window->log().model().rowCount(), EventModel::kMaxEvents);
        QCOMPARE(m_window->log().model().event(0).step, 10);
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"

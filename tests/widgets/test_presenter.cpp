// Presenter mode, and the window as it was after it.
#include "widgets/form/difference_dialog.h"
#include "widgets/window/main_window.h"

#include <QMenuBar>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace paddock;

class TestPresenter : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ThemeManager m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    QDockWidget *dock(const char *name) { return m_window->findChild<QDockWidget *>(name); }
    // Where everything of the window is, as words.
    QStringList places() {
        QStringList out;
        const auto add = [&out](const QWidget *w) {
            const QRect g = w->geometry();
            out << QString("%1 %2 %3,%4 %5x%6")
                       .arg(w->objectName())
                       .arg(w->isHidden() ? "hidden" : "shown")
                       .arg(g.x())
                       .arg(g.y())
                       .arg(g.width())
                       .arg(g.height());
            if (w->isHidden())
                out.back() = w->objectName() + " hidden";
        };
        for (const QDockWidget *w : m_window->findChildren<QDockWidget *>())
            add(w);
        for (const QToolBar *w : m_window->findChildren<QToolBar *>())
            add(w);
        add(m_window->menuBar());
        add(m_window->centralWidget());
        return out;
    }
    QAction &present() { return *m_window->actions().present; }

  private Q_SLOTS:
    void initTestCase() {
        m_themes.setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder.filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder.filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void init() { m_window->setMode(StudioMode::Train); }
    void cleanup() { present().setChecked(false); }
    void cleanupTestCase() { m_window.reset(); }

    void onlySceneAndCurvesRemain() {
        present().setChecked(true);
        QVERIFY(m_window->menuBar()->isHidden());
        for (QToolBar *bar : m_window->findChildren<QToolBar *>())
            QVERIFY2(!bar->isVisible(), qPrintable(bar->objectName()));
        QVERIFY(dock("parameters")->isHidden());
        QVERIFY(dock("inspector")->isHidden());
        QVERIFY(!dock("curves")->isHidden());
        QVERIFY(m_window->scene().view().isVisible());
        QVERIFY(m_window->scene().bar()->isHidden());
    }
    void typeIsHalfAsLargeAgain() {
        const double before = QApplication::font().pointSizeF();
        present().setChecked(true);
        QCOMPARE(QApplication::font().pointSizeF(), before * 1.5);
        present().setChecked(false);
        QCOMPARE(QApplication::font().pointSizeF(), before);
    }
    void leavingRestoresLayoutAndType() {
        dock("inspector")->hide(); // as somebody has set it up
        QCoreApplication::processEvents();
        const QStringList before = places();
        std::vector<std::pair<QPointer<QWidget>, QFont>> fonts;
        for (QWidget *widget : m_window->findChildren<QWidget *>())
            fonts.emplace_back(widget, widget->font());
        present().setChecked(true);
        m_window->actions().leaveWorld->trigger(); // Esc
        QVERIFY(!present().isChecked());
        QTRY_COMPARE(places(), before);
        QVERIFY(dock("inspector")->isHidden());
        QVERIFY(!m_window->menuBar()->isHidden());
        QVERIFY(!m_window->scene().bar()->isHidden());
        for (const auto &[widget, font] : fonts)
            QVERIFY2(!widget || widget->font() == font, // the crosses of tabs are made anew
                     widget ? widget->metaObject()->className() : "");
        dock("inspector")->show();
    }
    void anotherModeEndsIt() {
        present().setChecked(true);
        m_window->setMode(StudioMode::Drive);
        QVERIFY(!m_window->presenter().on());
        m_window->setMode(StudioMode::Train);
        QVERIFY(!dock("parameters")->isHidden());
        QVERIFY(!m_window->menuBar()->isHidden());
    }
    void onlyWhatDiffersFromThePresetIsListed() {
        DocumentModel &document = m_window->document();
        document.newFromPreset("paper");
        QVERIFY(document.setField("training.gamma", "0.5").ok());
        m_window->form().changedOnly()->setChecked(true);
        QStringList shown;
        for (const FieldRowWidget *row : m_window->form().rows())
            if (!row->isHidden())
                shown << row->path();
        QCOMPARE(shown, QStringList{"training.gamma"});
        document.undo();
        for (const FieldRowWidget *row : m_window->form().rows())
            QVERIFY(row->isHidden());
        m_window->form().changedOnly()->setChecked(false);
        QVERIFY(!m_window->form().row("training.gamma")->isHidden());
    }
    void differencesOfTwoSidesAreListed() {
        DocumentModel &document = m_window->document();
        document.newFromPreset("paper");
        QVERIFY(document.setField("training.gamma", "0.5").ok());
        auto *dialog = new DifferenceDialog(document, *m_settings, m_folder.path(), m_window.get());
        QCOMPARE(dialog->table()->rowCount(), 1);
        QCOMPARE(dialog->table()->item(0, 0)->text(), QString("training.gamma"));
        QCOMPARE(dialog->table()->item(0, 1)->text(), QString("0.5"));
        QVERIFY(document.setField("training.lambda", "0.5").ok());
        QCOMPARE(dialog->table()->rowCount(), 2);
        dialog->choose({}, {});
        QCOMPARE(dialog->table()->rowCount(), 0);
        dialog->choose({}, m_folder.filePath("nothing.json"));
        QVERIFY(dialog->summary().contains("is not there"));
        dialog->close();
    }
};

QTEST_MAIN(TestPresenter)
#include "test_presenter.moc"

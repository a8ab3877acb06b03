// A crash is a recovery object that goes without forget(), as the file then stays.
#include "widgets/document/document_recovery.h"
#include "widgets/window/main_window.h"

#include <QAbstractButton>
#include <QDir>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestRecovery : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->filePath("recovery"); }
    void crashWith(const QString &gamma, const QString &file = {}) {
        DocumentModel document;
        document.setScenario(document.scenario(), file);
        DocumentRecovery recovery(document, folder());
        QVERIFY(document.setField("training.gamma", gamma).ok());
        recovery.writeNow();
    }
    // Presses the button of this name in the question that is about to appear.
    static void answer(const QString &name) {
        QTimer::singleShot(0, [name] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            for (QAbstractButton *button : box->buttons())
                if (button->text().remove('&') == name)
                    button->click();
        });
    }

  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anUneditedDocumentLeavesNothing() {
        DocumentModel document;
        const DocumentRecovery recovery(document, folder());
        QVERIFY(!QFileInfo::exists(recovery.file()));
    }
    void anEditIsWrittenSoon() {
        DocumentModel document;
        const DocumentRecovery recovery(document, folder());
        (void)document.setField("training.gamma", "0.9");
        QTRY_VERIFY(QFileInfo::exists(recovery.file()));
    }
    void savingRemovesTheFile() {
        DocumentModel document;
        DocumentRecovery recovery(document, folder());
        (void)document.setField("training.gamma", "0.9");
        recovery.writeNow();
        QVERIFY(document.save(m_folder->filePath("a.json")).ok());
        QVERIFY(!QFileInfo::exists(recovery.file()));
    }
    void undoingAllEditsRemovesTheFile() {
        DocumentModel document;
        DocumentRecovery recovery(document, folder());
        (void)document.setField("training.gamma", "0.9");
        recovery.writeNow();
        document.undo();
        QVERIFY(!QFileInfo::exists(recovery.file()));
    }
    void aCrashedWindowsDocumentComesBackUnsaved() {
        const QString file = m_folder->filePath("mine.json");
        crashWith("0.87", file);
        DocumentModel document;
        DocumentRecovery recovery(document, folder());
        const auto found = recovery.leftOver();
        QCOMPARE(found.size(), std::size_t(1));
        const Status status = recovery.recover(found[0]);
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().text().c_str());
        QCOMPARE(document.scenario().training.gamma, 0.87);
        QCOMPARE(document.file(), file);
        QVERIFY(document.modified());
    }
    void anEditThatWasNotWrittenYetIsLeftBehindToo() {
        {
            DocumentModel document;
            const DocumentRecovery recovery(document, folder());
            (void)document.setField("training.gamma", "0.86");
        }
        DocumentModel document;
        QCOMPARE(DocumentRecovery(document, folder()).leftOver().size(), std::size_t(1));
    }
    void aSecondCrashLosesNothing() {
        crashWith("0.87");
        {
            DocumentModel document;
            DocumentRecovery recovery(document, folder());
            QVERIFY(recovery.recover(recovery.leftOver().at(0)).ok());
        }
        DocumentModel document;
        DocumentRecovery recovery(document, folder());
        QCOMPARE(recovery.leftOver().size(), std::size_t(1));
        QVERIFY(recovery.recover(recovery.leftOver().at(0)).ok());
        QCOMPARE(document.scenario().training.gamma, 0.87);
    }
    void theDocumentOfAWindowThatLivesIsNotOffered() {
        DocumentModel living, other;
        DocumentRecovery first(living, folder());
        (void)living.setField("training.gamma", "0.9");
        first.writeNow();
        const DocumentRecovery second(other, folder());
        QVERIFY(second.leftOver().empty());
        QVERIFY(QFileInfo::exists(first.file()));
    }
    void theLockOfACrashedWindowGoes() {
        QDir().mkpath(folder());
        QFile lock(folder() + "/x.json.lock");
        QVERIFY(lock.open(QIODevice::WriteOnly));
        // As QLockFile writes it: a process that cannot be, its program, this machine.
        lock.write("2000000000\npaddock\n" + QSysInfo::machineHostName().toUtf8() + "\n" +
                   QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
        lock.close();
        DocumentModel document;
        const DocumentRecovery recovery(document, folder());
        QVERIFY(recovery.leftOver().empty());
        QVERIFY(!QFileInfo::exists(lock.fileName()));
    }
    void aDamagedFileIsSetAside() {
        QDir().mkpath(folder());
        QFile file(folder() + "/x.json");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\": 1, \"scen");
        file.close();
        DocumentModel document;
        const DocumentRecovery recovery(document, folder());
        QVERIFY(recovery.leftOver().empty());
        QVERIFY(QFileInfo::exists(folder() + "/x.json.bad"));
    }
    void theWindowOffersWhatWasLeftAndObeys_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<std::size_t>("left"); // for the start after this one
        QTest::addRow("recover") << "Recover" << true << std::size_t(0);
        QTest::addRow("discard") << "Discard" << false << std::size_t(0);
        QTest::addRow("later") << "Later" << false << std::size_t(1);
    }
    void theWindowOffersWhatWasLeftAndObeys() {
        QFETCH(QString, button);
        QFETCH(bool, isOpen);
        QFETCH(std::size_t, left);
        crashWith("0.87");
        ThemeManager themes;
        Settings settings(m_folder->filePath("studio.ini"));
        {
            MainWindow window(themes, settings, {});
            window.setUnattended(true);
            window.keepRecovery(folder());
            answer(button);
            QCOMPARE(window.offerRecovery(), isOpen);
            QCOMPARE(window.document().scenario().training.gamma == 0.87, isOpen);
            window.close();
        }
        DocumentModel document;
        QCOMPARE(DocumentRecovery(document, folder()).leftOver().size(), left);
    }
};

QTEST_MAIN(TestRecovery)
#include "test_recovery.moc"

// The window program as a person calls it.
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestStudioProgram : public QObject {
    Q_OBJECT

    struct Outcome {
        int code = -1;
        QString words;
    };
    QTemporaryDir m_folder;

    Outcome call(const QStringList &arguments, bool display = true) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CONFIG_HOME", m_folder.path());
        if (!display)
            for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
                environment.remove(name);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(PADDOCK_BIN_DIR "/paddock", arguments);
        program.waitForFinished(110'000);
        return {program.exitCode(), QString::fromUtf8(program.readAll())};
    }
    QString written(const QByteArray &text) {
        QFile file(m_folder.filePath("document.json"));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

  private Q_SLOTS:
    void helpListsTheOptions() {
        const Outcome outcome = call({"--help"}, false);
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.words.contains("--screenshot"));
    }
    void anUnknownOptionIsABadArgument() {
        const Outcome outcome = call({"--no-such-option"}, false);
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.words.contains("no-such-option"));
    }
    void anAbsurdSizeIsABadArgument() { QCOMPARE(call({"--size", "7x7"}, false).code, 2); }
    void allProblemsOfABadDocumentArePrinted() {
        const QString file = written(R"({"training": {"gamma": "much", "lerning_rate": 1}})");
        const Outcome outcome = call({file, "--screenshot", m_folder.filePath("x.png")});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.words.contains("/training/gamma"), qPrintable(outcome.words));
        QVERIFY2(outcome.words.contains("lerning_rate"), qPrintable(outcome.words));
    }
    void aBadAssignmentIsPrinted() {
        const Outcome outcome = call({"--set", "gamma=much", "--quit-after", "0"});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.words.contains("gamma"));
    }
    void withoutADisplayItSaysHowToGoOn() {
        const Outcome outcome = call({}, false);
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.words.contains("--headless"));
        QVERIFY(outcome.words.contains("paddock-cli"));
    }
    void theScreenshotHasTheSizeThatWasAsked() {
        const QString file = m_folder.filePath("shot.png");
        const Outcome outcome =
            call({"--screenshot", file, "--after", "0.5", "--size", "1280x800"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(QImage(file).size(), QSize(1280, 800));
    }
    void anUnattendedCallTellsHowSmoothTheWindowWas() {
        const Outcome outcome = call({"--quit-after", "0.5"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.words.contains("studio: frames/s"), qPrintable(outcome.words));
    }
};

QTEST_GUILESS_MAIN(TestStudioProgram)
#include "test_studio_program.moc"

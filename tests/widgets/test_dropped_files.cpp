// What is dropped on the window is known by its contents, and what cannot be opened is explained.
#include "core/scenario/scenario_io.h"
#include "widgets/window/dropped_files.h"
#include "widgets/window/track_intake.h"

#include "core/scenario/track.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace paddock;

class TestDroppedFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString written(const QString &name, const QByteArray &bytes) {
        const QString file = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile out(file);
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes);
        return file;
    }

  private Q_SLOTS:
    void filesAreKnownByTheirContents_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *bytes, DropKind kind) {
            QTest::newRow(name) << QString(name) << QByteArray(bytes) << int(kind);
        };
        row("a.json", R"({"format": "paddock-scenario"})", DropKind::Scenario);
        row("bare.json", R"({"training": {}})", DropKind::Scenario);
        row("b.json", R"({ "format" : "paddock-track"})", DropKind::Track);
        row("c.json", R"({"format": "paddock-lesson"})", DropKind::Lesson);
        row("d.json", R"({"format": "else"})", DropKind::Unknown);
        row("map.yaml", "image: map.png\nresolution: 0.05\n", DropKind::Map);
        row("ppo.yaml", "behaviors:\n  Car:\n", DropKind::Settings);
        row("line.csv", "0,0,1,1\n", DropKind::Map);
        row("p.ONNX", "", DropKind::Policy);
        row("l.pdemo", "", DropKind::Laps);
        row("l.demo", "", DropKind::MlagentsDemo);
        row("picture.png", "", DropKind::Unknown);
        row("nothing", "", DropKind::Unknown);
    }
    void filesAreKnownByTheirContents() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const DroppedFile file = inspectDropped(written(name, bytes));
        QCOMPARE(int(file.kind), kind);
        const bool opens = file.kind == DropKind::Scenario || file.kind == DropKind::Track ||
                           file.kind == DropKind::Lesson || file.kind == DropKind::Map ||
                           file.kind == DropKind::Laps;
        QCOMPARE(file.words.isEmpty(), opens); // nothing is ignored in silence
    }
    void aRunIsKnownByItsFolderAndThoseOfItsCheckpoints() {
        const QString document = written("run/scenario.json", "{}");
        QDir().mkpath(m_folder.filePath("run/checkpoints/step_1"));
        for (const char *folder : {"run", "run/checkpoints", "run/checkpoints/step_1"}) {
            const DroppedFile file = inspectDropped(m_folder.filePath(folder));
            QCOMPARE(int(file.kind), int(DropKind::Run));
            QCOMPARE(QFileInfo(file.document).canonicalFilePath(),
                     QFileInfo(document).canonicalFilePath());
        }
        QDir().mkpath(m_folder.filePath("far/away/from/it"));
        QCOMPARE(int(inspectDropped(m_folder.filePath("far/away/from/it")).kind),
                 int(DropKind::Unknown));
    }
    void whatIsGoneIsExplained() {
        QVERIFY(!inspectDropped(m_folder.filePath("gone.json")).words.isEmpty());
    }
    void onlyLocalFilesAreTaken() {
        QMimeData data;
        data.setUrls({QUrl("https://example.org/x.json"), QUrl::fromLocalFile("/x.json")});
        QCOMPARE(droppedPaths(&data), QStringList{"/x.json"});
    }
    void aCentreLineBecomesARaceWhoseTrackIsKept() {
        QByteArray circle = "# x_m, y_m, w_tr_right_m, w_tr_left_m\n";
        for (int i = 0; i < 72; ++i)
            circle += QByteArray::number(5 * std::cos(i * 0.0872664626)) + ", " +
                      QByteArray::number(5 * std::sin(i * 0.0872664626)) + ", 1.0, 1.0\n";
        TrackIntake intake(m_folder.filePath("tracks"));
        QSignalSpy ready(&intake, &TrackIntake::ready);
        QSignalSpy failed(&intake, &TrackIntake::failed);
        intake.read(written("circle.csv", circle));
        QVERIFY(intake.busy());
        QTRY_VERIFY_WITH_TIMEOUT(ready.count() + failed.count() == 1, 60'000);
        QCOMPARE(failed.count(), 0);
        QVERIFY(QFileInfo::exists(m_folder.filePath("tracks/circle.json")));
        // A second one does not overwrite the first.
        const auto again = raceOnTrack(m_folder.filePath("circle.csv").toStdString(),
                                       m_folder.filePath("tracks").toStdString());
        QVERIFY(again.ok());
        QVERIFY(again->trackFile.ends_with("circle-2.json"));
        QVERIFY(std::abs(again->track->length() - 31.4f) < 0.5f); // 2 pi 5
        const std::string document = m_folder.filePath("race.json").toStdString();
        QVERIFY(saveScenario(*again, document).ok());
        QVERIFY(loadScenario(document).ok());
    }
    void aMapThatCannotBeReadIsExplained() {
        TrackIntake intake(m_folder.filePath("tracks"));
        QSignalSpy failed(&intake, &TrackIntake::failed);
        intake.read(written("bad.csv", "not, a, track\n"));
        QTRY_VERIFY_WITH_TIMEOUT(failed.count() == 1, 60'000);
        QVERIFY(!intake.busy());
    }
};

QTEST_GUILESS_MAIN(TestDroppedFiles)
#include "test_dropped_files.moc"

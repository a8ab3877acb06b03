// Claims about notes at steps of a run: what is saved comes back, and a file that is none of ours
// is an error that names it.
#include "core/base/file_io.h"
#include "core/run/run_annotations.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;

class TestRunAnnotations : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path run() const { return m_folder.path().toStdString(); }
    Result<std::vector<RunAnnotation>> loaded(const char *json) const {
        if (!writeFileAtomic(run() / "annotations.json", json))
            qFatal("cannot write");
        return loadAnnotations(run());
    }

  private Q_SLOTS:
    void aRunWithoutNotesHasNone() {
        QVERIFY(loadAnnotations(run()).ok());
        QVERIFY(loadAnnotations(run())->empty());
    }
    void notesComeBackInTheOrderOfSteps() {
        QVERIFY(saveAnnotations(run(), {{2000, "later \"quoted\"\n"}, {1000, "é"}}).ok());
        const std::vector<RunAnnotation> expected{{1000, "é"}, {2000, "later \"quoted\"\n"}};
        QCOMPARE(*loadAnnotations(run()), expected);
    }
    void aForeignFileIsAnErrorThatNamesIt() {
        for (const char *json : {"", "[]", "{", "{\"annotations\": 3}", "{\"annotations\": [1]}",
                                 "{\"annotations\": [{\"step\": \"x\", \"text\": \"\"}]}"}) {
            const auto notes = loaded(json);
            QVERIFY2(!notes.ok(), json);
            QVERIFY(notes.error().text().find("annotations.json") != std::string::npos);
        }
    }
    void tooManyNotesAreRefused() {
        QVERIFY(!saveAnnotations(run(), std::vector<RunAnnotation>(1001)).ok());
    }
};

QTEST_GUILESS_MAIN(TestRunAnnotations)
#include "test_run_annotations.moc"

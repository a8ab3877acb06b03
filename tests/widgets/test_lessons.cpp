// Lessons as documents, and how they follow what a person does.
#include "core/scenario/scenario_io.h"
#include "widgets/lessons/lesson.h"
#include "widgets/window/main_window.h"

#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

namespace {

constexpr const char *kFolder = PADDOCK_SOURCE_DIR "/scenarios/lessons";

QByteArray lessonOf(const QByteArray &steps) {
    return R"({"format": "paddock-lesson", "version": 1, "title": "T", "summary": "S",
               "document": "d.json", "steps": )" +
           steps + "}";
}

} // namespace

class TestLessons : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    LessonPlayer &player() { return m_window->lessons().player(); }
    DocumentModel &document() { return m_window->document(); }

  private Q_SLOTS:
    void initTestCase() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
    }
    void cleanup() {
        player().leave();
        document().newFromPreset("paper"); // nothing unsaved that somebody would be asked about
    }
    void cleanupTestCase() { m_window.reset(); }

    void allThatShipAreSoundWithTheirDocuments() {
        std::vector<Problem> problems;
        const QList<Lesson> lessons = loadLessons(kFolder, &problems);
        QVERIFY2(problems.empty(), Error(problems).text().c_str());
        QCOMPARE(lessons.size(), 3);
        for (const Lesson &lesson : lessons) {
            const auto scenario = lessonScenario(lesson);
            QVERIFY2(scenario.ok(), scenario.ok() ? "" : scenario.error().text().c_str());
        }
    }
    void whatTheyPointAtExists() {
        for (const Lesson &lesson : loadLessons(kFolder))
            for (const LessonStep &step : lesson.steps)
                QVERIFY2(step.show.isEmpty() || m_window->lessons().knows(step.show),
                         qPrintable(lesson.title + ": " + step.show));
    }
    void fieldsAndMetricsOfTheirConditionsExist() {
        for (const Lesson &lesson : loadLessons(kFolder)) {
            const auto scenario = lessonScenario(lesson);
            QVERIFY(scenario.ok());
            const std::vector<FieldRow> fields = listFields(*scenario);
            for (const LessonStep &step : lesson.steps)
                for (const LessonCondition &condition : step.until) {
                    const bool known =
                        condition.subject != LessonSubject::Field ||
                        std::any_of(fields.begin(), fields.end(), [&](const FieldRow &row) {
                            return row.path == condition.name.toStdString();
                        });
                    QVERIFY2(known, qPrintable(condition.name));
                    if (condition.subject == LessonSubject::Metric)
                        QVERIFY2(lessonMetricNames().contains(condition.name) ||
                                     condition.name.contains('/'),
                                 qPrintable(condition.name));
                }
        }
    }
    void everyProblemOfALessonIsToldWithItsPlace() {
        const auto lesson =
            readLesson(lessonOf(R"([{"title": "a", "words": "b", "until": [{"mode": "drove"}]},
                         {"title": "a", "wrods": "b"},
                         {"title": "a", "words": "b", "until": [{"metric": "steps"}, {}]}])"),
                       "x.json");
        QVERIFY(!lesson.ok());
        const std::string text = lesson.error().text();
        for (const char *part :
             {"steps/0/until/0/mode is \"drove\"", "steps/1/words is missing",
              "steps/1/wrods is not known", "steps/2/until/0", "steps/2/until/1 names 0 subjects"})
            QVERIFY2(text.find(part) != std::string::npos, (part + (" in\n" + text)).c_str());
    }
    void bytesThatAreNoLessonAreRefused() {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("{"), QByteArray("[1]"), QByteArray("{\"steps\": 3}"),
              QByteArray(R"({"format": "paddock-scenario"})"), QByteArray(2 << 20, ' ')})
            QVERIFY(!readLesson(bytes, "x.json").ok());
    }
    void aStepIsDoneWhenTheFieldIsSet() {
        const auto lesson = readLesson(lessonOf(R"([{"title": "a", "words": "b",
                          "until": [{"field": "task.shaping_scale", "above": 0.04}]}])"),
                                       "x.json");
        QVERIFY(lesson.ok());
        player().begin(*lesson);
        QVERIFY(document().setField("task.shaping_scale", "0.04").ok());
        QTest::qWait(0);
        QVERIFY(!player().done(0));
        QVERIFY(document().setField("task.shaping_scale", "0.05").ok());
        QTRY_VERIFY(player().done(0));
        QVERIFY(document().setField("task.shaping_scale", "0").ok());
        QTest::qWait(0);
        QVERIFY(player().done(0)); // once done it stays so
    }
    void whatHappenedBeforeAStepDoesNotCountForIt() {
        const auto lesson =
            readLesson(lessonOf(R"([{"title": "a", "words": "b", "until": [{"picked": true}]},
                         {"title": "a", "words": "b", "until": [{"picked": true}]}])"),
                       "x.json");
        QVERIFY(lesson.ok());
        m_window->scene().pick(1);
        player().begin(*lesson);
        QTest::qWait(0);
        QVERIFY(!player().done(0));
        m_window->scene().pick(2);
        QTRY_VERIFY(player().done(0));
        player().next();
        QTest::qWait(0);
        QVERIFY(!player().done(1));
        m_window->scene().pick(3);
        QTRY_VERIFY(player().done(1));
        QVERIFY(player().finished());
    }
    void nobodyIsHeldAtAStep() {
        const auto lesson =
            readLesson(lessonOf(R"([{"title": "a", "words": "b", "until": [{"run": "started"}]},
                         {"title": "c", "words": "d"}])"),
                       "x.json");
        QVERIFY(lesson.ok());
        player().begin(*lesson);
        m_window->lessons().panel().nextButton()->click();
        QCOMPARE(player().current(), 1);
        QCOMPARE(m_window->lessons().panel().stepTitle(), QString("c"));
        m_window->lessons().panel().backButton()->click();
        QCOMPARE(player().current(), 0);
        QVERIFY(!player().done(0));
        m_window->lessons().panel().leaveButton()->click();
        QVERIFY(!player().active());
        QVERIFY(m_window->lessons().panel().isHidden());
    }
    void aLessonOpensItsDocumentWithoutItsFile() {
        QVERIFY(m_window->lessons().begin(QString(kFolder) + "/1-reward.json"));
        QVERIFY(document().file().isEmpty()); // what is tried out is not saved over it
        QCOMPARE(document().scenario().task.throttles, (std::vector<double>{0, 0.5, 1}));
        QVERIFY(!m_window->lessons().panel().isHidden());
    }
    void aLessonThatCannotBeReadIsExplained() {
        QVERIFY(!m_window->lessons().begin(m_folder->filePath("nothing.json")));
        QVERIFY(!player().active());
        QVERIFY(m_window->findChild<QDialog *>());
    }
};

QTEST_MAIN(TestLessons)
#include "test_lessons.moc"

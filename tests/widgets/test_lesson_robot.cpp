// A robot at the window that does all that the lessons ask for, step by step, with small networks
// and short runs. How far training has to come is lowered to what such runs reach.
#include "tests/support/race_scenario.h"
#include "widgets/window/main_window.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using Phase = RunController::Phase;

namespace {
constexpr int kPatience = 60'000; // ms, for a machine that is busy
constexpr double kSpeed = 4;      // of time at the wheel
} // namespace

class TestLessonRobot : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ThemeManager m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    LessonPlayer &player() { return m_window->lessons().player(); }
    StudioActions &actions() { return m_window->actions(); }

    static QJsonObject small(QJsonObject out) {
        if (!out.contains("metric"))
            return out;
        out.remove("after_steps");
        const bool steps = out["metric"] == "steps";
        if (out.contains("above"))
            out["above"] = steps ? 500 : -1;
        if (out.contains("below"))
            out["below"] = 2;
        return out;
    }
    // The lesson with a document of the robot's own size.
    QString smallLesson(const QString &name, const QString &document) {
        QFile in(QString(PADDOCK_SOURCE_DIR "/scenarios/lessons/") + name);
        if (!in.open(QIODevice::ReadOnly))
            return {};
        QJsonObject lesson = QJsonDocument::fromJson(in.readAll()).object();
        lesson["document"] = document;
        QJsonObject set = lesson["set"].toObject();
        set.remove("training.max_steps");
        lesson["set"] = set;
        QJsonArray steps = lesson["steps"].toArray();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            QJsonObject step = steps[i].toObject();
            QJsonArray until = step["until"].toArray();
            for (qsizetype k = 0; k < until.size(); ++k)
                until[k] = small(until[k].toObject());
            step["until"] = until;
            steps[i] = step;
        }
        lesson["steps"] = steps;
        QFile out(m_folder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(QJsonDocument(lesson).toJson());
        return out.fileName();
    }
    QString written(Scenario s, const QString &name) {
        s.parallel.worlds = 2;
        s.training.horizon = 16;
        s.training.bufferSize = 128;
        s.training.batchSize = 32;
        s.training.hiddenUnits = 8;
        s.training.numLayers = 1;
        s.training.summaryFreq = 256;
        s.training.maxSteps = 100'000'000;
        const QString file = m_folder.filePath(name);
        (void)saveScenario(s, file.toStdString());
        return file;
    }
    // What a person would do for it. Waiting needs nothing.
    void obey(const LessonCondition &condition) {
        switch (condition.subject) {
        case LessonSubject::Mode:
            for (QAction *mode : actions().modes())
                if (condition.text == modeName(StudioActions::modeOf(mode)))
                    mode->trigger();
            return;
        case LessonSubject::Run:
            (condition.text == "started" ? actions().start : actions().stop)->trigger();
            return;
        case LessonSubject::Field:
            return type(condition);
        case LessonSubject::Driving:
            QVERIFY(m_window->drive().useHands("disparity_extender"));
            actions().driveStart->trigger();
            return;
        case LessonSubject::Laps:
            m_window->drive().drive().setSpeed(kSpeed);
            actions().record->trigger();
            return;
        default:
            return;
        }
    }
    void type(const LessonCondition &condition) {
        QString value = condition.text;
        if (value.isEmpty() && condition.above && condition.below)
            value = QString::number((*condition.above + *condition.below) / 2);
        else if (value.isEmpty())
            value = QString::number(condition.above ? *condition.above * 1.25 + 1
                                                    : *condition.below / 5);
        if (condition.name == "training.behavioral_cloning.enabled") {
            actions().trainOnLaps->trigger(); // it is what the lesson asks for
            return;
        }
        if (condition.name.endsWith("steps"))
            value = "20000";
        const Status status = m_window->document().setField(condition.name, value);
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().text().c_str());
    }
    void walk(const QString &file) {
        QVERIFY(m_window->lessons().begin(file));
        const int steps = int(player().lesson().steps.size());
        for (int i = 0; i < steps; ++i) {
            const LessonStep step = player().step();
            QCOMPARE(player().current(), i);
            // How far training is has been lowered to what is reached at once.
            if (step.until.isEmpty() || step.until.front().subject != LessonSubject::Metric)
                QVERIFY2(!player().done(i), qPrintable(step.title));
            for (const LessonCondition &condition : step.until) {
                if (player().met(condition))
                    continue;
                obey(condition);
                if (QTest::currentTestFailed())
                    return;
                const auto there = [&] { return player().done(i) || player().met(condition); };
                QTRY_VERIFY2_WITH_TIMEOUT(there(), qPrintable(step.title), kPatience);
            }
            if (!step.until.isEmpty())
                QTRY_VERIFY2_WITH_TIMEOUT(player().done(i), qPrintable(step.title), kPatience);
            if (i + 1 < steps)
                m_window->lessons().panel().nextButton()->click();
        }
        player().next(); // the last one was to be read
        QVERIFY(player().finished());
        m_window->lessons().panel().nextButton()->click();
        QVERIFY(!player().active());
    }
    void stop() {
        if (!m_window->run().active())
            return;
        actions().stop->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
    }

  private Q_SLOTS:
    void initTestCase() {
        m_themes.setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder.filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder.filePath("runs").toStdString();
        options.threads = 1;
        m_window = std::make_unique<MainWindow>(m_themes, *m_settings, options);
        m_window->setUnattended(true);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() {
        stop();
        m_window->document().newFromPreset("paper"); // nothing unsaved to be asked about
    }
    void cleanupTestCase() { m_window.reset(); }

    void whatARewardDoes() {
        walk(smallLesson("1-reward.json", written(presetScenario("tuned"), "crossing.json")));
    }
    void whyRandomize() {
        walk(smallLesson("2-randomization.json", written(presetScenario("tuned"), "noise.json")));
    }
    void imitationThenReinforcement() {
        Scenario race = paddock::test::raceOn("oval");
        QVERIFY(race.track);
        race.trackFile = PADDOCK_SOURCE_DIR "/scenarios/tracks/oval.json";
        walk(smallLesson("3-imitation.json", written(race, "race.json")));
    }
};

QTEST_MAIN(TestLessonRobot)
#include "test_lesson_robot.moc"

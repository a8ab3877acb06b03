// Claims about a training run: the same bits whatever watches it, commands that work, nothing lost.
#include "core/base/file_io.h"
#include "core/drivers/driver.h"
#include "core/run/checkpoint.h"
#include "core/run/demonstration_recorder.h"
#include "core/run/evaluation.h"
#include "core/run/training_session.h"
#include "core/scenario/scenario_io.h"

#include <QTemporaryDir>
#include <QtTest>

#include <clocale>
#include <fstream>

using namespace paddock;

namespace {

// Two worlds, a small net: an update every 320 steps.
Scenario tiny(std::int64_t steps = 1600) {
    Scenario s;
    s.parallel.worlds = 2;
    s.task.decisionPeriod = 0.1;
    s.task.timeLimit = 2;
    s.task.restartPeriod = 6;
    s.randomization.degree = 1;
    s.training.maxSteps = steps;
    s.training.horizon = 40;
    s.training.bufferSize = 320;
    s.training.hiddenUnits = 16;
    s.training.summaryFreq = 400;
    s.training.checkpointInterval = 800;
    return s;
}

class Runs {
  public:
    std::unique_ptr<TrainingSession> make(const Scenario &scenario, SessionOptions options = {}) {
        if (options.resume.empty() && options.runDir.empty())
            options.runDir = folder(QString("run%1").arg(++m_count));
        auto session = TrainingSession::create(scenario, options);
        if (!session)
            qFatal("%s", session.error().text().c_str());
        return std::move(*session);
    }
    std::filesystem::path folder(const QString &name) const {
        return m_folder.filePath(name).toStdString();
    }

  private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

std::string metricsOf(const TrainingSession &session) {
    const auto bytes = readFile(session.info().runDir / "metrics.jsonl", 1 << 24);
    return bytes ? *bytes : "";
}

struct Fingerprint {
    std::uint64_t params = 0;
    std::string metrics;
    bool operator==(const Fingerprint &) const = default;
};

Fingerprint finish(TrainingSession &session) {
    session.start();
    session.wait();
    if (session.progress().state != SessionState::Finished)
        qFatal("%s", session.progress().message.c_str());
    return {session.paramsHash(), metricsOf(session)};
}

bool waitFor(const std::function<bool()> &condition) {
    return QTest::qWaitFor(condition, 20'000);
}

} // namespace

class TestTrainingSession : public QObject {
    Q_OBJECT
  private:
    Runs m_runs;

  private Q_SLOTS:
    void threadsDoNotChangeWeightsOrMetrics() {
        std::optional<Fingerprint> first;
        for (const int threads : {1, 2, 3, 8}) {
            SessionOptions options;
            options.threads = threads;
            const auto session = m_runs.make(tiny(), options);
            const Fingerprint print = finish(*session);
            QVERIFY(!print.metrics.empty());
            first = first.value_or(print);
            QVERIFY2(print == *first, std::to_string(threads).c_str());
        }
    }

    void watchingDoesNotChangeOneBit() {
        const auto blind = m_runs.make(tiny());
        blind->post(CommandWatch{0, false});
        const Fingerprint reference = finish(*blind);
        SessionOptions options;
        options.snapshotPeriod = 0; // every step
        const auto watched = m_runs.make(tiny(), options);
        for (int row = 0; row < 8; ++row)
            watched->post(CommandWatch{row, true});
        QVERIFY(finish(*watched) == reference);
        QVERIFY(watched->takeSnapshot() != nullptr);
    }

    void pausingAndSteppingDoNotChangeOneBit() {
        const auto plain = m_runs.make(tiny());
        const Fingerprint reference = finish(*plain);
        SessionOptions options;
        options.startPaused = true;
        const auto stepped = m_runs.make(tiny(), options);
        stepped->start();
        for (std::int64_t step = 8; step <= 48; step += 8) {
            stepped->post(CommandStep{});
            QVERIFY(waitFor([&] { return stepped->progress().steps == step; }));
        }
        stepped->post(CommandResume{});
        stepped->wait();
        QCOMPARE(stepped->paramsHash(), reference.params);
        QCOMPARE(metricsOf(*stepped), reference.metrics);
    }

    void germanLocaleChangesNothing() {
        const auto plain = m_runs.make(tiny());
        const Fingerprint reference = finish(*plain);
        if (!std::setlocale(LC_ALL, "de_DE.UTF-8"))
            QSKIP("the locale de_DE.UTF-8 is not there; test.sh makes it");
        const auto german = m_runs.make(tiny());
        const Fingerprint print = finish(*german);
        std::setlocale(LC_ALL, "C");
        QVERIFY(print == reference);
    }

    void seedsDiffer() {
        Scenario other = tiny();
        other.training.seed = 2;
        const auto a = m_runs.make(tiny()), b = m_runs.make(other);
        QVERIFY(finish(*a).params != finish(*b).params);
    }

    void runDirectoryHoldsEverything() {
        const auto session = m_runs.make(tiny());
        finish(*session);
        for (const char *file : {"scenario.json", "build.json", "metrics.jsonl", "events.log",
                                 "checkpoints/step_000000000800/weights.safetensors",
                                 "checkpoints/step_000000001600/state.json"})
            QVERIFY2(std::filesystem::exists(session->info().runDir / file), file);
    }

    void outcomesAddUpInEvaluation() {
        const auto session = m_runs.make(tiny());
        finish(*session);
        EvaluationOptions options;
        options.episodes = 50;
        for (const char *driver : {"policy", "policy_greedy", "random", "full_speed", "cautious"}) {
            options.driver = driver;
            const auto result = evaluate(session->info().runDir, options);
            QVERIFY2(result.ok(), driver);
            std::int64_t sum = 0;
            for (const auto &[cause, count] : result->outcomes)
                sum += count;
            QCOMPARE(sum, std::int64_t(50));
            QCOMPARE(result->episodes, std::int64_t(50));
        }
        options.driver = "nobody";
        QVERIFY(!evaluate(session->info().runDir, options).ok());
    }

    void evaluationRepeatsItself() {
        const auto session = m_runs.make(tiny());
        finish(*session);
        EvaluationOptions options;
        options.episodes = 30;
        options.threads = 1;
        const auto a = evaluate(session->info().runDir, options);
        options.threads = 3;
        const auto b = evaluate(session->info().runDir, options);
        QCOMPARE(a->meanReturn, b->meanReturn);
        QVERIFY(a->outcomes == b->outcomes);
    }

    void stopKeepsACheckpointThatResumes() {
        const auto session = m_runs.make(tiny(1'000'000));
        session->start();
        QVERIFY(waitFor([&] { return session->progress().updates >= 2; }));
        session->post(CommandStop{});
        session->wait();
        QCOMPARE(session->progress().state, SessionState::Stopped);
        const std::int64_t stoppedAt = session->progress().steps;
        const std::uint64_t hash = session->paramsHash();

        Scenario further = tiny(stoppedAt + 800);
        SessionOptions options;
        options.resume = session->info().runDir;
        const auto resumed = m_runs.make(further, options);
        QCOMPARE(resumed->progress().steps, stoppedAt);
        QCOMPARE(resumed->info().runDir, session->info().runDir);
        resumed->start();
        resumed->wait();
        QCOMPARE(resumed->progress().state, SessionState::Finished);
        QCOMPARE(resumed->progress().steps, stoppedAt + 800);
        QVERIFY(resumed->paramsHash() != hash);
        const auto checkpoint = loadCheckpoint(resumed->info().runDir);
        QVERIFY(checkpoint.ok());
        QCOMPARE(checkpoint->state.step, stoppedAt + 800);
    }

    void resumedWeightsAreTheSavedOnes() {
        const auto session = m_runs.make(tiny(320));
        const Fingerprint print = finish(*session);
        SessionOptions options;
        options.resume = session->info().runDir;
        options.startPaused = true;
        const auto resumed = m_runs.make(tiny(640), options);
        resumed->start();
        resumed->post(CommandStop{});
        resumed->wait();
        QCOMPARE(resumed->paramsHash(), print.params);
    }

    void liveParameterChangesAndIsNoted() {
        SessionOptions options;
        options.startPaused = true;
        const auto session = m_runs.make(tiny(), options);
        session->start();
        session->post(CommandSet{"training.learning_rate", "0.001"});
        session->post(CommandSet{"training.batch_size", "32"});  // not live
        session->post(CommandSet{"randomization.degree", "-1"}); // not valid
        session->post(CommandSet{"randomization.degree", "2"});
        session->post(CommandResume{});
        session->wait();
        std::vector<std::string> changes, errors;
        for (const SessionEvent &event : session->takeEvents()) {
            if (event.level == EventLevel::Change)
                changes.push_back(event.text);
            if (event.level == EventLevel::Error)
                errors.push_back(event.text);
        }
        QCOMPARE(changes, (std::vector<std::string>{"training.learning_rate 0.0003 -> 0.001",
                                                    "randomization.degree 1 -> 2"}));
        QCOMPARE(errors.size(), std::size_t(2));
        QVERIFY(errors[0].find("training.batch_size") != std::string::npos);
        const auto checkpoint = loadCheckpoint(session->info().runDir);
        QCOMPARE(checkpoint->state.scenario.training.learningRate, 0.001);
    }

    void inspectorNumbersBelongToThePickedAgent() {
        SessionOptions options;
        options.startPaused = true;
        const auto session = m_runs.make(tiny(), options);
        session->start();
        session->post(CommandWatch{5, true});
        session->post(CommandStep{});
        std::shared_ptr<const SessionSnapshot> snapshot;
        QVERIFY(waitFor([&] {
            if (auto next = session->takeSnapshot())
                snapshot = next;
            return snapshot && snapshot->scene.step == 1 && snapshot->picked.row == 5;
        }));
        const AgentDetail &d = snapshot->picked;
        const SessionInfo info = session->info();
        QCOMPARE(d.observation.size(), info.observations.size());
        QCOMPARE(d.rewardTerms.size(), info.rewardTerms.size());
        QCOMPARE(d.dynamics.size(), info.dynamics.size());
        QVERIFY(std::abs(d.probabilities[0] + d.probabilities[1] - 1) < 1e-5f);
        QVERIFY(std::abs(d.probabilities[2] + d.probabilities[3] + d.probabilities[4] - 1) < 1e-5f);
        // Goal relative to the car, from the scene's own copy (noise is 1 cm).
        const AgentVisual &car = snapshot->scene.agents[5];
        const Vec2 goal = car.pose.toLocal(car.goal);
        QVERIFY(std::abs(goal.x - d.observation[0]) < 0.06f);
        QVERIFY(std::abs(goal.y - d.observation[1]) < 0.06f);
    }

    void speedLimitHoldsTheClock() {
        const auto session = m_runs.make(tiny(1'000'000));
        session->post(CommandSpeed{1.0});
        session->start();
        QVERIFY(waitFor([&] { return session->progress().steps >= 8 * 15; }));
        const SessionProgress p = session->progress();
        // 1.5 s of simulated time cannot have taken less on the wall.
        QVERIFY(p.wallSeconds > 0.95 * (double(p.steps) / 8 - 2) * 0.1);
        session->post(CommandStop{});
        session->wait();
    }

    void damagedCheckpointIsRefusedWithWords() {
        const auto session = m_runs.make(tiny(320));
        finish(*session);
        const auto folder = session->info().runDir / "checkpoints/step_000000000320";
        const std::string weights = *readFile(folder / kWeightsFile, 1 << 24);
        const auto error = [&](const char *file, const std::string &bytes) {
            std::ofstream(folder / file, std::ios::binary) << bytes;
            const auto loaded = loadCheckpoint(folder);
            return loaded ? std::string() : loaded.error().text();
        };
        std::string flipped = weights;
        flipped[flipped.size() / 2] ^= 1;
        QVERIFY(error(kWeightsFile, flipped).find("does not match its hash") != std::string::npos);
        QVERIFY(error(kWeightsFile, weights).empty());
        const std::string state = *readFile(folder / kStateFile, 1 << 24);
        for (std::size_t n = 0; n + 2 < state.size(); n += 7)
            QVERIFY(!error(kStateFile, state.substr(0, n)).empty());
        QVERIFY(error(kStateFile, state).empty());
    }

    void runThatCannotKeepItsWeightsFails() {
        const auto session = m_runs.make(tiny(320));
        const auto folder = session->info().runDir / "checkpoints";
        std::filesystem::remove_all(folder);
        std::ofstream(folder) << "no folder"; // as good as a full disk
        session->start();
        session->wait();
        QCOMPARE(session->progress().state, SessionState::Failed);
        QVERIFY(session->progress().message.find("checkpoint") != std::string::npos);
    }

    void imitationWithoutADemonstrationIsRefused() {
        Scenario scenario = tiny(320);
        scenario.training.gail.enabled = true;
        const auto session = TrainingSession::create(scenario, {});
        QVERIFY(!session.ok());
        QVERIFY(session.error().text().find("/training/gail/demo_path is empty") !=
                std::string::npos);
    }

    // A driver's recorded laps teach the policy: the cloning loss is in the metrics and the run
    // ends well.
    void recordedLapsCanBeCloned() {
        auto race = loadScenario(PADDOCK_SOURCE_DIR "/scenarios/racing_tuned.json");
        QVERIFY2(race.ok(), race ? "" : race.error().text().c_str());
        const auto driver = makeBuiltinDriver("disparity_extender", *race, 1);
        RecordingOptions recording;
        recording.laps = 1;
        const auto file = m_runs.folder("lap.pdemo");
        const auto recorded = recordDemonstration(*race, *driver, recording, file);
        QVERIFY2(recorded.ok(), recorded ? "" : recorded.error().text().c_str());
        QCOMPARE(recorded->kept, 1);
        race->parallel.worlds = 2;
        race->training.maxSteps = 1024;
        race->training.summaryFreq = 512;
        race->training.hiddenUnits = 16;
        race->training.cloning.enabled = race->training.gail.enabled = true;
        race->training.cloning.demoPath = race->training.gail.demoPath = file.string();
        const auto session = m_runs.make(*race);
        const Fingerprint print = finish(*session);
        QVERIFY(print.metrics.find("Losses/Pretraining Loss") != std::string::npos);
        QVERIFY(print.metrics.find("Policy/Gail Reward") != std::string::npos);
    }

    void otherShapeCannotResume() {
        const auto session = m_runs.make(tiny(320));
        finish(*session);
        Scenario wider = tiny(640);
        wider.training.hiddenUnits = 32;
        SessionOptions options;
        options.resume = session->info().runDir;
        QVERIFY(!TrainingSession::create(wider, options).ok());
    }

    void usedDirectoryIsNeverOverwritten() {
        const auto session = m_runs.make(tiny(320));
        finish(*session);
        SessionOptions options;
        options.runDir = session->info().runDir;
        QVERIFY(!TrainingSession::create(tiny(), options).ok());
    }
};

QTEST_GUILESS_MAIN(TestTrainingSession)
#include "test_training_session.moc"

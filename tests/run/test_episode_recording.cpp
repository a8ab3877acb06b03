// Claims about recordings: what they hold is what the world did, files give it back to the last
// bit, damage is told, and a run that is watched is not changed.
#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/checkpoint_compare.h"
#include "core/run/recording_events.h"
#include "core/run/recording_export.h"
#include "core/run/training_session.h"
#include "core/scenario/scenario_io.h"
#include "tests/support/hostile_bytes.h"
#include "tests/support/race_scenario.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;
using namespace paddock::test;

namespace {

constexpr const char *kName = "sample.prec";

Scenario crossing() {
    Scenario s = presetScenario(presetNames().front());
    s.parallel.worlds = 3;
    s.task.timeLimit = 4;
    s.training.horizon = 16;
    s.training.bufferSize = 192;
    s.training.batchSize = 64;
    s.training.hiddenUnits = 8;
    s.training.numLayers = 1;
    s.training.maxSteps = 1200;
    s.training.summaryFreq = 240;
    return s;
}

EpisodeRecording recorded(const Scenario &scenario, const std::string &driver, double seconds,
                          int world = -1) {
    const auto hands = makeBuiltinDriver(driver, scenario, 1);
    RolloutOptions options;
    options.seconds = seconds;
    options.world = world;
    Result<EpisodeRecording> made = recordRollout(scenario, *hands, options, driver);
    if (!made)
        qFatal("%s", made.error().text().c_str());
    return std::move(*made);
}

// Frames as they were counted by hand: one agent more or less, one step more or less.
EpisodeRecording madeUp(int frames) {
    EpisodeRecording recording;
    recording.scenario = aloneScenario(crossing());
    WorldFrames &f = recording.frames;
    f.shape = frameShape(recording.scenario);
    const std::size_t rows = std::size_t(frames * f.shape.agents);
    f.visuals.resize(rows);
    f.progress.resize(rows);
    f.actions.resize(rows * std::size_t(f.shape.branches));
    f.rewardTerms.resize(rows * std::size_t(f.shape.terms));
    f.returnTerms.resize(rows * std::size_t(f.shape.terms));
    f.observations.resize(rows * std::size_t(f.shape.observations));
    return recording;
}

} // namespace

class TestEpisodeRecording : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aWorldOfABatchIsRecordedAsItWas() {
        const Scenario scenario = crossing();
        const EpisodeRecording recording = recorded(scenario, "full_speed", 6, 2);
        WorkerPool pool(1);
        WorldBatch batch(std::make_shared<const Scenario>(scenario), 1000, pool);
        const auto driver = makeBuiltinDriver("full_speed", scenario, 1);
        const std::size_t branches = std::size_t(batch.layout().branchCount());
        std::vector<std::int32_t> chosen(std::size_t(batch.rows()) * branches);
        const int agents = batch.agentsPerWorld();
        for (int frame = 0; frame < recording.frames.count(); ++frame) {
            const MatrixView<std::int32_t> actions{chosen.data(), std::size_t(batch.rows()),
                                                   branches};
            driver->act(batch.observations(), std::uint32_t(frame), actions);
            batch.step(actions);
            SceneSnapshot scene;
            batch.snapshot(scene);
            for (int agent = 0; agent < agents; ++agent) {
                const AgentVisual &seen = scene.agents[std::size_t(2 * agents + agent)];
                const std::size_t row = recording.frames.at(frame, agent);
                QVERIFY(recording.frames.visuals[row].pose == seen.pose);
                QCOMPARE(recording.frames.visuals[row].outcome, seen.outcome);
                QCOMPARE(recording.frames.reward(frame, agent),
                         batch.rewards()[std::size_t(2 * agents + agent)]);
            }
        }
    }

    void aRingKeepsTheNewestFramesInOrder() {
        const auto scenario = std::make_shared<const Scenario>(crossing());
        WorkerPool pool(1);
        WorldBatch batch(scenario, 1, pool);
        FrameRing ring(frameShape(*scenario), 5);
        std::vector<std::int32_t> chosen(std::size_t(batch.rows() * 2));
        const MatrixView<std::int32_t> actions{chosen.data(), std::size_t(batch.rows()), 2};
        std::vector<Pose> poses;
        for (int step = 0; step < 12; ++step) {
            batch.step(actions);
            ring.add(batch, 1, actions);
            poses.push_back(batch.task(1).visual(0).pose);
        }
        const WorldFrames frames = ring.unrolled();
        QCOMPARE(frames.count(), 5);
        QCOMPARE(ring.firstStep(), std::uint64_t(7));
        for (int frame = 0; frame < 5; ++frame)
            QVERIFY(frames.visuals[frames.at(frame, 0)].pose == poses[std::size_t(7 + frame)]);
        batch.step(actions); // not kept: what follows is another stretch
        batch.step(actions);
        ring.add(batch, 1, actions);
        QCOMPARE(ring.count(), 1);
        ring.add(batch, 2, actions);
        QCOMPARE(ring.count(), 1);
    }

    void aFileGivesBackEveryBit() {
        for (const EpisodeRecording &recording :
             {recorded(crossing(), "random", 6),
              recorded(raceOn("oval", 2), "follow_the_gap", 4)}) {
            const std::string bytes = encodeRecording(recording);
            const auto read = decodeRecording(bytes, kName);
            QVERIFY2(read.ok(), read ? "" : read.error().text().c_str());
            QVERIFY(encodeRecording(*read) == bytes);
            QCOMPARE(read->frames.count(), recording.frames.count());
            QVERIFY(read->frames.visuals.back().pose == recording.frames.visuals.back().pose);
            QVERIFY(read->frames.observations == recording.frames.observations);
        }
    }

    void aFileIsWrittenInAFolderThatWasNotThere() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("recordings/a.prec").toStdString();
        QVERIFY(saveRecording(recorded(crossing(), "random", 2), file).ok());
        QVERIFY(loadRecording(file).ok());
        QCOMPARE(listRecordings(file.parent_path()).size(), std::size_t(1));
        QVERIFY(!loadRecording(folder.filePath("none.prec").toStdString()).ok());
    }

    void damagedFilesAreErrorsThatNameTheFile() {
        const std::string sample = encodeRecording(recorded(crossing(), "random", 1));
        const auto read = [](const std::string &bytes) -> std::string {
            const auto recording = decodeRecording(bytes, kName);
            if (recording)
                return recording->check(kName).empty() ? "" : "a value that its check refuses";
            return recording.error().text().find(kName) != std::string::npos ? "" : "no name";
        };
        const std::string wrong = attack(sample, read, 60, 200);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void choicesThatNobodyHasAreRefused() {
        EpisodeRecording recording = recorded(crossing(), "random", 1);
        recording.frames.actions.back() = 99;
        QVERIFY(!decodeRecording(encodeRecording(recording), kName).ok());
    }

    void eventsTellWhoMetWhom() {
        EpisodeRecording recording = madeUp(10);
        const auto mark = [&](int frame, int agent, int outcome) {
            recording.frames.visuals[recording.frames.at(frame, agent)].outcome =
                std::uint8_t(outcome);
        };
        mark(3, 0, int(Outcome::CollisionWith) + 2);
        mark(3, 2, int(Outcome::CollisionWith));
        mark(7, 1, int(Outcome::LaneBound));
        mark(9, 3, int(Outcome::Goal));
        const std::vector<RecordedEvent> events = eventsOf(recording);
        QStringList words;
        for (const RecordedEvent &event : events)
            words << QString::number(event.frame) + " " +
                         QString::fromStdString(eventText(event, recording));
        QCOMPARE(words, QStringList({"3 A1 hit A3", "3 A3 hit A1", "7 A2 left its lane",
                                     "9 A4 reached its goal"}));
        QCOMPARE(events.front().lookAt(), 2);
        QCOMPARE(episodesOf(recording, 1).size(), std::size_t(2));
        QCOMPARE(episodesOf(recording, 1).front().last, 8);
    }

    void aRaceTellsOfItsCheckpointsAndLaps() {
        const EpisodeRecording recording = recorded(raceOn("oval"), "follow_the_gap", 30);
        int laps = 0, checkpoints = 0;
        for (const RecordedEvent &event : eventsOf(recording)) {
            laps += event.kind == EventKind::Lap || event.kind == EventKind::Goal;
            checkpoints += event.kind == EventKind::Checkpoint;
        }
        QVERIFY(laps >= 1);
        const int perLap = recording.frames.progress.front().race.checkpoints;
        QVERIFY2(checkpoints >= perLap - 1, qPrintable(QString::number(checkpoints)));
    }

    void aTableHasARowForEachAgentAndFrame() {
        const EpisodeRecording recording = recorded(crossing(), "random", 2);
        const QStringList lines =
            QString::fromStdString(recordingCsv(recording)).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + recording.frames.count() * recording.frames.shape.agents);
        const QStringList head = lines.front().split(','), last = lines.back().split(',');
        QCOMPARE(head.size(), last.size());
        QCOMPARE(float(parseNumber(last[head.indexOf("x")].toStdString()).value()),
                 recording.frames.visuals.back().pose.position.x);
        const auto json =
            QJsonDocument::fromJson(QByteArray::fromStdString(recordingJson(recording)));
        QCOMPARE(json.object()["agents"].toArray().size(), recording.frames.shape.agents);
    }

    void halfWayIsBetweenTwoFramesUnlessACarWasPutElsewhere() {
        EpisodeRecording recording = madeUp(3);
        auto &visuals = recording.frames.visuals;
        visuals[recording.frames.at(1, 0)].pose = {{0.2f, 0}, 0.4f};
        visuals[recording.frames.at(1, 1)].pose = {{0.2f, 0}, 0};
        visuals[recording.frames.at(1, 1)].outcome = std::uint8_t(Outcome::Goal);
        const SceneSnapshot half = sceneBetween(recording, 0, 0.5f);
        QCOMPARE(half.agents[0].pose.position.x, 0.1f);
        QCOMPARE(half.agents[0].pose.yaw, 0.2f);
        QCOMPARE(half.agents[1].pose.position.x, 0.0f);
    }

    void equalDriversNeverPart() {
        const EpisodeRecording a = recorded(crossing(), "random", 4);
        for (const Parting &parting : findPartings(a, a, {}))
            QCOMPARE(parting.frame(), -1);
    }

    void thePartingPointIsTheFirstDifference() {
        const EpisodeRecording a = madeUp(20);
        EpisodeRecording b = a;
        b.frames.actions[b.frames.at(12, 1) * 2] = 1;
        b.frames.visuals[b.frames.at(14, 1)].pose.position.x = 0.002f;
        b.frames.visuals[b.frames.at(5, 2)].pose.position.x = 0.0005f; // within the tolerance
        const PolicyComparison comparison{a, b, findPartings(a, b, {})};
        QCOMPARE(comparison.partings[1].action, 12);
        QCOMPARE(comparison.partings[1].pose, 14);
        QCOMPARE(comparison.partings[2].frame(), -1);
        QVERIFY(comparison.earliest() && comparison.earliest()->agent == 1);
        QCOMPARE(comparison.earliest()->frame(), 12);
    }

    // The frames that a run hands over are those of its own world at its own steps; asking for them
    // again and again changes no bit of it.
    void thePastOfARunIsHandedOverAndChangesNothing() {
        QTemporaryDir folder;
        const auto make = [&](const char *name) {
            SessionOptions options;
            options.runDir = folder.filePath(name).toStdString();
            options.startPaused = true;
            return std::move(*TrainingSession::create(crossing(), options));
        };
        const auto hashAtEnd = [](TrainingSession &session) {
            session.post(CommandResume{});
            session.wait();
            return session.paramsHash();
        };
        const auto plain = make("plain");
        plain->start();
        plain->post(CommandWatch{0, false});
        const std::uint64_t blind = hashAtEnd(*plain);
        const auto session = make("watched");
        session->start();
        session->post(CommandWatch{5, true});
        std::shared_ptr<const EpisodeRecording> past;
        for (int step = 1; step <= 20; ++step) {
            session->post(CommandStep{});
            QTRY_COMPARE_WITH_TIMEOUT(session->progress().steps, std::int64_t(12 * step), 20'000);
            session->post(CommandRecall{});
            past.reset();
            QTRY_VERIFY_WITH_TIMEOUT(past || (past = session->takePast()), 20'000);
            QCOMPARE(past->frames.count(), step);
        }
        const std::uint64_t watched = hashAtEnd(*session);
        QCOMPARE(watched, blind);
        QCOMPARE(past->world, 1);
        QCOMPARE(past->picked, 1);
        QVERIFY(past->check("past").empty());
        QCOMPARE(past->frames.values.size(), past->frames.visuals.size());
    }
};

QTEST_GUILESS_MAIN(TestEpisodeRecording)
#include "test_episode_recording.moc"

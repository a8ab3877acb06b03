// Claims about runs in which each agent of a family has a policy of its own, and about a person who
// takes an agent of a run over.
#include "core/base/file_io.h"
#include "core/run/checkpoint.h"
#include "core/run/policy_driver.h"
#include "core/run/policy_group.h"
#include "core/run/training_session.h"
#include "core/scenario/scenario_io.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace paddock;

namespace {

// Two families of two racers and small nets.
Scenario smallRace(std::int64_t steps = 480) {
    Result<Scenario> loaded =
        loadScenario(std::filesystem::path(PADDOCK_SOURCE_DIR) / "scenarios" / "racing.json");
    if (!loaded)
        qFatal("%s", loaded.error().text().c_str());
    Scenario s = *loaded;
    s.parallel.worlds = 1;
    s.parallel.families = 2;
    s.agents.count = 2;
    s.training.policies = PolicySharing::PerAgent;
    s.training.maxSteps = steps;
    s.training.horizon = 40;
    s.training.bufferSize = 80;
    s.training.hiddenUnits = 16;
    s.training.summaryFreq = 160;
    s.training.checkpointInterval = 240;
    return s;
}

class Runs {
  public:
    std::unique_ptr<TrainingSession> make(const Scenario &scenario, SessionOptions options = {}) {
        if (options.resume.empty())
            options.runDir = m_folder.filePath(QString("run%1").arg(++m_count)).toStdString();
        auto session = TrainingSession::create(scenario, options);
        if (!session)
            qFatal("%s", session.error().text().c_str());
        return std::move(*session);
    }

  private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

void finish(TrainingSession &session) {
    session.start();
    session.wait();
    if (session.progress().state != SessionState::Finished)
        qFatal("%s", session.progress().message.c_str());
}

std::string textOf(const std::filesystem::path &file) {
    const auto bytes = readFile(file, 1 << 24);
    return bytes ? *bytes : "";
}

} // namespace

class TestPolicyGroups : public QObject {
    Q_OBJECT
  private:
    Runs m_runs;

  private Q_SLOTS:
    void agentsInTheSamePlaceOfTheirFamiliesShareAPolicy() {
        Scenario s = smallRace();
        s.parallel.families = 3;
        QCOMPARE(s.policyGroups(), 2);
        // World 0 has rows 0..5, world 1 rows 6..11; families are pairs.
        for (const auto &[row, group] : {std::pair{0, 0}, {1, 1}, {2, 0}, {5, 1}, {6, 0}, {11, 1}})
            QCOMPARE(s.groupOf(row), group);
        QCOMPARE(s.groupName(1), std::string("racer_2"));
        s.training.policies = PolicySharing::Shared;
        QCOMPARE(s.policyGroups(), 1);
        QCOMPARE(s.groupOf(11), 0);
        QCOMPARE(s.groupName(0), std::string());
    }

    void threadsDoNotChangeOneBit() {
        std::set<std::pair<std::uint64_t, std::string>> prints;
        for (const int threads : {1, 2, 3}) {
            SessionOptions options;
            options.threads = threads;
            const auto session = m_runs.make(smallRace(), options);
            finish(*session);
            prints.insert(
                {session->paramsHash(), textOf(session->info().runDir / "metrics.jsonl")});
        }
        QCOMPARE(prints.size(), std::size_t(1));
    }

    // Oracle: a learner of its own that sees only its rows.
    void aGroupActsAsItsLearnerAloneWould() {
        const Scenario s = smallRace();
        const PolicyShape shape = policyShape(s, taskLayout(s));
        const std::size_t rows = 4, d = std::size_t(shape.observationSize);
        std::vector<float> seen(rows * d);
        for (std::size_t i = 0; i < seen.size(); ++i)
            seen[i] = float(i % 17) * 0.1f;
        std::vector<std::int32_t> actions(rows * 2, -1);
        PolicyGroup second(s, shape, 1, int(rows), 1);
        second.act({seen.data(), rows, d}, 7, {actions.data(), rows, 2});
        QCOMPARE(actions[0], -1); // rows of the other racer are left alone
        QCOMPARE(actions[4], -1);

        PpoLearner alone(groupTraining(s.training, 1), shape, 1);
        std::vector<float> own(seen.begin() + std::ptrdiff_t(d),
                               seen.begin() + std::ptrdiff_t(2 * d));
        own.insert(own.end(), seen.begin() + std::ptrdiff_t(3 * d), seen.end());
        std::vector<std::int32_t> expected(4);
        alone.act({own.data(), 2, d}, 7, {expected.data(), 2, 2}, {});
        QCOMPARE((std::vector<std::int32_t>{actions[2], actions[3], actions[6], actions[7]}),
                 expected);
        PpoLearner first(groupTraining(s.training, 0), shape, 1);
        QVERIFY(first.paramsHash() != alone.paramsHash()); // seeds of their own
    }

    void everyPolicyHasItsCurvesItsFilesAndItsWeights() {
        const auto session = m_runs.make(smallRace());
        finish(*session);
        const std::filesystem::path folder = session->info().runDir;
        QCOMPARE(session->info().groups, (std::vector<std::string>{"racer_1", "racer_2"}));
        std::vector<int> groups;
        for (const MetricRow &row : session->takeMetrics()) {
            groups.push_back(row.group);
            QCOMPARE(row.groupName, row.group == 0 ? "racer_1" : "racer_2");
        }
        QCOMPARE(groups, (std::vector<int>{0, 1, 0, 1, 0, 1}));
        const auto read = RunDirectory::open(folder)->readMetrics();
        QVERIFY(read.ok());
        QCOMPARE((*read)[1].group, 1);
        QCOMPARE((*read)[1].groupName, std::string("racer_2"));
        QVERIFY((*read)[0].values != (*read)[1].values);
        for (const char *racer : {"racer_1", "racer_2"})
            QVERIFY(!std::filesystem::is_empty(folder / racer)); // for TensorBoard
        const auto checkpoint = loadCheckpoint(folder);
        QVERIFY(checkpoint.ok());
        QCOMPARE(checkpoint->weights.size(), std::size_t(2));
        QVERIFY(checkpoint->weights[0].encode() != checkpoint->weights[1].encode());
        QCOMPARE(weightsFile(checkpoint->state.scenario, 1), "weights_racer_2.safetensors");
    }

    // Steps are those of each policy: two policies learn from as many decisions each as one would.
    void stepsCountWhatEachPolicyLearnsFrom() {
        const auto session = m_runs.make(smallRace(480));
        finish(*session);
        QCOMPARE(session->progress().steps, std::int64_t(480));
        QCOMPARE(session->progress().updates, std::int64_t(6)); // of 2 rows x 40 steps
    }

    void aResumedRunGoesOnWithBothAndAnotherNumberIsRefused() {
        const auto session = m_runs.make(smallRace());
        finish(*session);
        SessionOptions options;
        options.resume = session->info().runDir;
        const auto before = loadCheckpoint(options.resume);
        const auto resumed = m_runs.make(smallRace(640), options);
        finish(*resumed);
        const auto after = loadCheckpoint(options.resume);
        for (std::size_t g = 0; g < 2; ++g)
            QVERIFY(before->weights[g].encode() != after->weights[g].encode());
        Scenario shared = smallRace(800);
        shared.training.policies = PolicySharing::Shared;
        const auto refused = TrainingSession::create(shared, options);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().text().find("2 policies") != std::string::npos);
    }

    void aPlaceIsDrivenByItsOwnPolicy() {
        const auto session = m_runs.make(smallRace());
        finish(*session);
        const auto checkpoint = loadCheckpoint(session->info().runDir);
        const std::size_t d = 28;
        std::vector<float> seen(2 * d, 0.5f); // the same for both
        std::vector<std::int32_t> both(4), second(2);
        const auto all = makePolicyDriver(*checkpoint, true, 5, {2, -1});
        (*all)->act({seen.data(), 2, d}, 0, {both.data(), 2, 2});
        const auto one = makePolicyDriver(*checkpoint, true, 5, {2, 1});
        (*one)->act({seen.data(), 1, d}, 0, {second.data(), 1, 2});
        QCOMPARE((std::vector<std::int32_t>{both[2], both[3]}), second);
    }

    // Oracle: a buffer that never had the row.
    void leavingARowOutLeavesTheRestAsItWas() {
        PolicyShape shape;
        shape.observationSize = 2;
        shape.branches = {3, 3};
        RolloutBuffer all(shape, 3, 4), without(shape, 2, 4);
        for (int t = 0; t < 3; ++t) {
            std::vector<float> seen, finals, logProbs, rewards;
            std::vector<std::int32_t> actions;
            std::vector<std::uint8_t> terminated, truncated;
            for (int row = 0; row < 3; ++row) {
                const float x = float(10 * t + row);
                seen.insert(seen.end(), {x, x + 0.5f});
                finals.insert(finals.end(), {-x, -x - 1});
                actions.insert(actions.end(), {row, t % 3});
                logProbs.insert(logProbs.end(), {-x, -2 * x});
                rewards.push_back(x);
                terminated.push_back(t == 1);
                truncated.push_back(t == 2);
            }
            all.append({seen.data(), 3, 2}, {actions.data(), 3, 2}, {logProbs.data(), 3, 2},
                       rewards.data(), terminated.data(), truncated.data(), {finals.data(), 3, 2});
            const auto drop = [](auto &values, std::ptrdiff_t width) {
                values.erase(values.begin() + width, values.begin() + 2 * width); // row 1
            };
            drop(seen, 2), drop(finals, 2), drop(actions, 2), drop(logProbs, 2);
            drop(rewards, 1), drop(terminated, 1), drop(truncated, 1);
            without.append({seen.data(), 2, 2}, {actions.data(), 2, 2}, {logProbs.data(), 2, 2},
                           rewards.data(), terminated.data(), truncated.data(),
                           {finals.data(), 2, 2});
        }
        all.lastObservations = {1, 2, 3, 4, 5, 6};
        without.lastObservations = {1, 2, 5, 6};
        const RolloutBuffer left = withoutRows(all, {0, 1, 0});
        QCOMPARE(left.steps, 3);
        QCOMPARE(left.rows, 2);
        QVERIFY(left.observations == without.observations && left.actions == without.actions);
        QVERIFY(left.logProbs == without.logProbs && left.rewards == without.rewards);
        QVERIFY(left.terminated == without.terminated && left.truncated == without.truncated);
        QVERIFY(left.truncatedSamples == without.truncatedSamples);
        QVERIFY(left.truncatedObservations == without.truncatedObservations);
        QVERIFY(left.terminatedSamples == without.terminatedSamples);
        QVERIFY(left.terminatedObservations == without.terminatedObservations);
        QVERIFY(left.lastObservations == without.lastObservations);
    }

    void whoTakesAnAgentOverDrivesItAndKeepsWhatWasDriven() {
        Scenario s = smallRace(100'000);
        s.racing.startAnywhere = false;
        const auto session = m_runs.make(s);
        session->post(CommandSpeed{500});
        session->post(CommandWatch{3, true});
        session->setInput({1.0, 1.0}); // full throttle, full left: into the wall
        session->post(CommandTakeOver{3, ManualMode::Discrete, {}});
        session->start();
        std::vector<DrivenLap> laps;
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (DrivenLap &lap : session->takeLaps())
                    laps.push_back(std::move(lap));
                return laps.size() >= 2;
            },
            20'000));
        // The second one began at a start and is all of one hand.
        const DrivenLap &lap = laps[1];
        QVERIFY(lap.verdict == LapVerdict::OffTrack || lap.verdict == LapVerdict::Collision);
        QVERIFY(checkEpisode(lap.meta, lap.episode, "lap").empty());
        QCOMPARE(lap.meta.agent, std::string("a4"));
        QCOMPARE(lap.episode.poses.size(), 3 * lap.episode.rows());
        const auto fastest = std::max_element(s.racing.throttles.begin(), s.racing.throttles.end());
        for (std::size_t i = 0; i < lap.episode.rows(); ++i) {
            QCOMPARE(lap.episode.actions[2 * i], int(fastest - s.racing.throttles.begin()));
            QCOMPARE(s.racing.steers[std::size_t(lap.episode.actions[2 * i + 1])], 1.0);
        }
        const auto byHand = [&](bool wanted) {
            const auto snapshot = session->takeSnapshot();
            return snapshot && snapshot->picked.row == 3 && snapshot->picked.byHand == wanted;
        };
        QVERIFY(QTest::qWaitFor([&] { return byHand(true); }, 5'000));
        session->post(CommandTakeOver{-1, {}, {}});
        QVERIFY(QTest::qWaitFor([&] { return byHand(false); }, 5'000));
        session->post(CommandStop{});
        session->wait();
        QCOMPARE(session->progress().state, SessionState::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestPolicyGroups)
#include "test_policy_groups.moc"

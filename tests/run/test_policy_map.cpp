// Claims about the map of a policy over the road: closed forms of policies made by hand, and that a
// run that hands a situation over stays the same run.
#include "core/learn/ppo.h"
#include "core/run/policy_map.h"
#include "core/run/training_session.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

// A straight road, 4 m long and 1 m wide. The agent sees where it stands.
class Road : public Viewpoint {
  public:
    void observe(Pose pose, std::span<float> row) const override {
        row[0] = pose.position.x;
        row[1] = pose.position.y;
        row[2] = pose.yaw;
    }
    std::optional<Pose> placeAt(Vec2 p) const override {
        if (p.x < 0 || p.x > 4 || std::abs(p.y) > 0.5f)
            return std::nullopt;
        return Pose{p, 0.25f};
    }
    Bounds bounds() const override { return {{-1, -1}, {5, 1}}; }
    Pose pose() const override { return {{1, 0}, 0.1f}; }
};

// V = 2 x - 3 y + 4 yaw + 0.5. The logits of branch 0 are (x, 2), those of branch 1 (y, -y, 0).
PolicySituation linear() {
    PolicySituation out;
    out.row = 5;
    out.step = 1234;
    out.shape.observationSize = 3;
    out.shape.branches = {2, 3};
    out.shape.numLayers = 0;
    out.weights = PpoLearner(out.training, out.shape, 1).save();
    out.weights.tensors.at("critic/head/weight").values = {2, -3, 4};
    out.weights.tensors.at("critic/head/bias").values = {0.5f};
    out.weights.tensors.at("actor/head/weight").values = {1, 0, 0,  0, 0, 0, 0, 1,
                                                          0, 0, -1, 0, 0, 0, 0};
    out.weights.tensors.at("actor/head/bias").values = {0, 2, 0, 0, 0};
    out.view = std::make_shared<const Road>();
    return out;
}

Result<PolicyMap> sample(const PolicySituation &situation, int samples) {
    std::atomic<float> done = 0;
    return samplePolicyMap(situation, {samples}, {}, done);
}

Scenario tiny() {
    Scenario s;
    s.parallel.worlds = 2;
    s.task.decisionPeriod = 0.1;
    s.task.timeLimit = 2;
    s.randomization.degree = 1;
    s.training.maxSteps = 1600;
    s.training.horizon = 40;
    s.training.bufferSize = 320;
    s.training.hiddenUnits = 16;
    s.training.summaryFreq = 400;
    return s;
}

} // namespace

class TestPolicyMap : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    int m_runs = 0;

    std::unique_ptr<TrainingSession> make(double snapshotPeriod = 1.0 / 60) {
        SessionOptions options;
        options.runDir = m_folder.filePath(QString::number(++m_runs)).toStdString();
        options.snapshotPeriod = snapshotPeriod;
        options.threads = 1;
        options.startPaused = true;
        auto session = TrainingSession::create(tiny(), options);
        if (!session)
            qFatal("%s", session.error().text().c_str());
        (*session)->start();
        return std::move(*session);
    }
    static std::uint64_t finish(TrainingSession &session) {
        session.post(CommandResume{});
        session.wait();
        return session.paramsHash();
    }
    static std::shared_ptr<const SessionSnapshot> next(TrainingSession &session,
                                                       std::uint64_t step) {
        session.post(CommandStep{});
        std::shared_ptr<const SessionSnapshot> snapshot;
        const bool came = QTest::qWaitFor(
            [&] {
                if (auto newer = session.takeSnapshot())
                    snapshot = newer;
                return snapshot && snapshot->scene.step == step;
            },
            20'000);
        return came ? snapshot : nullptr;
    }

  private Q_SLOTS:
    void aLinearCriticMakesALinearMap() {
        const auto map = sample(linear(), 500);
        QVERIFY(map.ok());
        QVERIFY(map->size() > 300);
        QCOMPARE(map->row, 5);
        QCOMPARE(map->step, std::int64_t(1234));
        for (std::size_t i = 0; i < map->size(); ++i) {
            const Vec2 p = map->places[i].position;
            QVERIFY(std::abs(map->values[i] - (2 * p.x - 3 * p.y + 4 * 0.25f + 0.5f)) < 1e-5f);
        }
    }

    void theMostProbableChoiceChangesWhereTheLogitsCross() {
        const auto map = sample(linear(), 500);
        QVERIFY(map.ok());
        for (std::size_t i = 0; i < map->size(); ++i) {
            const Vec2 p = map->places[i].position;
            QCOMPARE(map->choice(i, 0), p.x >= 2 ? 0 : 1);
            QCOMPARE(map->choice(i, 1), p.y >= 0 ? 0 : 1);
            const double right = 1 / (1 + std::exp(double(2 - p.x)));
            QVERIFY(std::abs(double(map->probabilities[i * 5]) - right) < 1e-5);
        }
    }

    void theGridCoversTheRoadOnceAndKeepsToItsBudget() {
        for (const int budget : {50, 400, 3000}) {
            const auto map = sample(linear(), budget);
            QVERIFY(map.ok());
            QVERIFY(map->size() <= std::size_t(budget));
            // 4 square metres of road, less what the edges cut off or add.
            const double covered = double(map->size()) * double(map->cell) * double(map->cell);
            QVERIFY2(std::abs(covered - 4) < 5 * 2 * double(map->cell),
                     std::to_string(covered).c_str());
        }
    }

    void aCancelledMapIsNone() {
        std::stop_source stop;
        stop.request_stop();
        std::atomic<float> done = 0;
        const auto map = samplePolicyMap(linear(), {4000}, stop.get_token(), done);
        QVERIFY(!map.ok());
        QCOMPARE(map.error().text(), std::string("cancelled"));
    }

    void weightsOfAnotherShapeAreRefused() {
        PolicySituation other = linear();
        other.shape.observationSize = 4;
        QVERIFY(!sample(other, 50).ok());
    }

    void aJobEndsWithItsMap() {
        const PolicyMapJob job(std::make_shared<const PolicySituation>(linear()), {200});
        QVERIFY(QTest::qWaitFor([&] { return job.ended(); }, 20'000));
        QVERIFY(job.map() != nullptr);
        QCOMPARE(job.progress(), 1.0f);
    }

    void aLeftJobIsJoined() {
        for (int i = 0; i < 20; ++i)
            const PolicyMapJob job(std::make_shared<const PolicySituation>(linear()), {100'000});
    }

    // The map's place nearest to the agent is judged as the agent itself is.
    void aRunHandsItsSituationOver() {
        const auto session = make();
        session->post(CommandWatch{5, true, false});
        const auto snapshot = next(*session, 1);
        QVERIFY(snapshot);
        session->post(CommandSituation{5});
        std::shared_ptr<const PolicySituation> situation;
        QVERIFY(QTest::qWaitFor([&] { return (situation = session->takeSituation()) != nullptr; },
                                20'000));
        QCOMPARE(situation->row, 5);
        QVERIFY(situation->view->pose() == snapshot->scene.agents[5].pose);
        const auto map = sample(*situation, 2000);
        QVERIFY(map.ok());
        QVERIFY(map->size() > 500);
        QVERIFY(map->agent == snapshot->scene.agents[5].pose);
        finish(*session);
    }

    void askingWhyAndForMapsDoesNotChangeOneBit() {
        const auto plain = make();
        const std::uint64_t reference = finish(*plain);
        const auto asked = make(0);
        for (int row = 0; row < 8; ++row) {
            asked->post(CommandWatch{row, true, true});
            asked->post(CommandSituation{row});
            asked->post(CommandStep{});
        }
        QCOMPARE(finish(*asked), reference);
        QVERIFY(asked->takeSituation() != nullptr);
    }

    // What is explained at one moment is what happens next.
    void theNextActionIsTheOneThatIsTaken() {
        const auto session = make();
        session->post(CommandWatch{3, true, true});
        std::vector<std::int32_t> expected;
        for (std::uint64_t step = 1; step <= 12; ++step) {
            const auto snapshot = next(*session, step);
            QVERIFY(snapshot);
            if (!expected.empty())
                QCOMPARE(snapshot->picked.action, expected);
            expected = snapshot->picked.nextAction;
            QCOMPARE(expected.size(), std::size_t(2));
        }
        finish(*session);
    }

    void theEpisodeIsTracedStepByStep() {
        const auto session = make();
        session->post(CommandWatch{3, true, true});
        std::vector<float> rewards;
        bool ended = false;
        for (std::uint64_t step = 1; step <= 45; ++step) {
            const auto snapshot = next(*session, step);
            QVERIFY(snapshot);
            const AgentDetail &d = snapshot->picked;
            float reward = 0;
            for (const float term : d.rewardTerms)
                reward += term;
            if (d.episodeStep == 0) {
                rewards.clear();
                ended = true;
                QVERIFY(!d.notes.empty());
                QCOMPARE(d.notes.back().kind, AgentNote::Kind::Ended);
                QCOMPARE(d.notes.back().episode, d.episode - 1);
            } else {
                rewards.push_back(reward);
            }
            QCOMPARE(d.rewards.size(), rewards.size());
            for (std::size_t i = 0; i < rewards.size(); ++i)
                QVERIFY(std::abs(d.rewards[i] - rewards[i]) < 1e-6f);
            QCOMPARE(d.values.size(), rewards.size() + 1);
            QVERIFY(std::abs(d.values.back() - d.value) < 1e-5f);
            QCOMPARE(d.sensitivity.size(), d.observation.size());
            QCOMPARE(d.logits.size(), d.probabilities.size());
        }
        QVERIFY(ended); // the limit is 20 decisions
        finish(*session);
    }

    void whoDoesNotAskIsToldNoMore() {
        const auto session = make();
        const auto snapshot = next(*session, 1);
        QVERIFY(snapshot);
        QVERIFY(snapshot->picked.sensitivity.empty() && snapshot->picked.values.empty());
        QVERIFY(!snapshot->picked.logits.empty());
        finish(*session);
    }
};

QTEST_GUILESS_MAIN(TestPolicyMap)
#include "test_policy_map.moc"

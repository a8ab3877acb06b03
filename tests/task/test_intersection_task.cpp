// Claims about the MDP at the intersection: what agents see, what they are paid, when it ends.
#include "core/task/intersection_task.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <numeric>
#include <set>

using namespace paddock;

namespace {

constexpr int kStraight = 1, kFull = 1; // indices of the steering and throttle branches

// One world with room for the results of a step.
struct Rig {
    explicit Rig(const std::function<void(Scenario &)> &change = {}) {
        auto s = std::make_shared<Scenario>();
        s->task.startAlong = s->task.startAcross = s->task.startYaw = 0;
        s->task.restartPeriod = 0;
        s->task.scatteredStarts = 0;
        if (change)
            change(*s);
        scenario = s;
        task = std::make_unique<IntersectionTask>(scenario, 1, 0);
        agents = int(s->agents.count);
        d = std::size_t(2 + 4 * (agents - 1));
        const std::size_t a = std::size_t(agents);
        observations.resize(a * d);
        finals.resize(a * d);
        rewards.resize(a);
        terms.resize(a * 5);
        terminated.resize(a);
        truncated.resize(a);
        outcomes.resize(a);
        counted.resize(a);
        task->reset(observations);
    }
    // The same action for all agents unless told otherwise.
    void step(int throttle, int steer, int others = -1) {
        std::vector<std::int32_t> actions;
        for (int i = 0; i < agents; ++i) {
            actions.push_back(i == 0 || others < 0 ? throttle : others);
            actions.push_back(i == 0 ? steer : kStraight);
        }
        task->step(actions, {observations, finals, rewards, terms, terminated, truncated, outcomes,
                             counted});
    }
    float see(int agent, int column) const {
        return observations[std::size_t(agent) * d + std::size_t(column)];
    }

    std::shared_ptr<const Scenario> scenario;
    std::unique_ptr<IntersectionTask> task;
    int agents = 0;
    std::size_t d = 0;
    std::vector<float> observations, finals, rewards, terms;
    std::vector<std::uint8_t> terminated, truncated, outcomes, counted;
};

void alone(Scenario &s) {
    s.agents.count = 1;
}

} // namespace

class TestIntersectionTask : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void paperObservationHasFourteenNamedValues() {
        const TaskLayout layout = intersectionLayout(Scenario{});
        QCOMPARE(layout.observationSize(), 14);
        QCOMPARE(layout.branches[0].options, (std::vector<std::string>{"0.5", "1"}));
        QCOMPARE(layout.branches[1].options,
                 (std::vector<std::string>{"left", "straight", "right"}));
        std::set<std::string> names;
        for (const NamedQuantity &q : layout.observations)
            names.insert(q.name);
        QCOMPARE(names.size(), std::size_t(14));
    }

    // Everything is a quarter turn of everything else, so all four see the same in their own
    // frames.
    void symmetricStartLooksTheSameToAll() {
        const Rig rig;
        for (int column = 0; column < 14; ++column)
            for (int agent = 1; agent < 4; ++agent)
                QVERIFY(std::abs(rig.see(agent, column) - rig.see(0, column)) < 1e-4f);
        // Goal: 2.38 m ahead, 0.15 m further left (middle of the two lanes).
        QVERIFY(std::abs(rig.see(0, 0) - 2.38f) < 1e-4f);
        QVERIFY(std::abs(rig.see(0, 1) - 0.15f) < 1e-4f);
        // Agent 2 starts north: from the east car heading west it is 1.04 m ahead and 1.04 m right.
        QVERIFY(std::abs(rig.see(0, 2) - 1.04f) < 1e-4f);
        QVERIFY(std::abs(rig.see(0, 3) + 1.34f) < 1e-4f || std::abs(rig.see(0, 3) + 1.04f) < 1e-4f);
    }

    void worldFrameShowsTheSameDistances() {
        const Rig body, world([](Scenario &s) { s.task.frame = ObservationFrame::World; });
        for (int column = 0; column < 4; column += 2)
            for (int agent = 0; agent < 4; ++agent)
                QVERIFY(std::abs(std::hypot(body.see(agent, column), body.see(agent, column + 1)) -
                                 std::hypot(world.see(agent, column),
                                            world.see(agent, column + 1))) < 1e-4f);
        QVERIFY(std::abs(world.see(0, 0) + 2.38f) < 1e-4f); // east car: goal to the west
    }

    void peerSpeedIsObserved() {
        Rig rig(std::bind_front([](Scenario &) {}));
        for (int i = 0; i < 100; ++i)
            rig.step(0, kStraight, kFull);
        QVERIFY(std::abs(rig.see(0, 5) - 0.26f) < 0.01f);  // others at full throttle
        QVERIFY(std::abs(rig.see(1, 13) - 0.13f) < 0.01f); // agent 1's last peer is agent 0
    }

    void runningStepPaysEquationOnesLastCase() {
        Rig rig(alone);
        rig.step(kFull, kStraight);
        const float distance = std::hypot(rig.see(0, 0), rig.see(0, 1));
        QVERIFY(std::abs(rig.rewards[0] - 0.01f / (0.001f + distance)) < 1e-6f);
    }

    void goalPaysOneAndEndsTheEpisode() {
        Rig rig([](Scenario &s) {
            alone(s);
            s.task.startDistance = 0.9;
        });
        int steps = 0;
        do {
            rig.step(kFull, kStraight);
            ++steps;
        } while (!rig.outcomes[0] && steps < 1000);
        QCOMPARE(rig.outcomes[0], std::uint8_t(Outcome::Goal));
        QCOMPARE(rig.rewards[0], 1.0f);
        QCOMPARE(rig.terminated[0], std::uint8_t(1));
        // Driving straight ends when 0.2 m short of the inner lane's goal point: 0.9 + 1.19 - 0.2
        // = 1.89 m.
        QVERIFY(std::abs(steps * 0.02 - (1.89 / 0.26 + 0.15)) < 0.3);
        QCOMPARE(rig.task->episode(0), std::int64_t(1));
        QCOMPARE(rig.task->episodeStep(0), 0);
    }

    void leavingTheCarriagewayCostsByGoalDistance() {
        Rig rig(alone);
        int steps = 0;
        do
            rig.step(kFull, 0); // hard left
        while (!rig.outcomes[0] && ++steps < 1000);
        QCOMPARE(rig.outcomes[0], std::uint8_t(Outcome::LaneBound));
        const float distance = std::hypot(rig.finals[0], rig.finals[1]);
        QVERIFY(std::abs(rig.rewards[0] + 0.425f * distance) < 1e-5f);
        QCOMPARE(rig.terminated[0], std::uint8_t(1));
    }

    void collisionEndsBothAndNamesTheOther() {
        Rig rig([](Scenario &s) {
            s.agents.count = 2;
            s.agents.legs = {0, 1};
            s.task.startDistance = 0.9;
            s.task.startAlong = 0;
        });
        // Conflict at equal speed: north's way to the meeting point is 0.3 m shorter, so it goes
        // slower.
        int steps = 0;
        do
            rig.step(kFull, kStraight, kFull);
        while (!rig.outcomes[0] && ++steps < 600);
        if (rig.outcomes[0] == std::uint8_t(Outcome::Goal))
            QFAIL("the cars did not meet");
        QCOMPARE(int(rig.outcomes[0]), int(Outcome::CollisionWith) + 1);
        QCOMPARE(int(rig.outcomes[1]), int(Outcome::CollisionWith) + 0);
        QCOMPARE(outcomeName(rig.outcomes[0]), std::string("collision_a2"));
        QVERIFY(rig.rewards[0] < 0 && rig.rewards[1] < 0);
    }

    void timeLimitTruncates() {
        Rig rig([](Scenario &s) {
            alone(s);
            s.task.timeLimit = 0.1;
        });
        for (int i = 0; i < 4; ++i) {
            rig.step(0, kStraight);
            QCOMPARE(rig.outcomes[0], std::uint8_t(0));
        }
        rig.step(0, kStraight);
        QCOMPARE(rig.outcomes[0], std::uint8_t(Outcome::Time));
        QCOMPARE(rig.truncated[0], std::uint8_t(1));
        QCOMPARE(rig.terminated[0], std::uint8_t(0));
        // What comes next is the new episode; what it bootstraps from is the old one's end.
        QVERIFY(std::abs(rig.see(0, 0) - 2.38f) < 1e-4f);
        QVERIFY(rig.finals[0] < 2.38f);
    }

    void restartCutsAllEpisodesOfTheWorld() {
        Rig rig([](Scenario &s) { s.task.restartPeriod = 0.2; });
        int steps = 0;
        do
            rig.step(0, kStraight);
        while (!rig.outcomes[0] && ++steps < 20);
        for (std::size_t agent = 0; agent < 4; ++agent) {
            QCOMPARE(rig.outcomes[agent], std::uint8_t(Outcome::Restart));
            QCOMPARE(rig.truncated[agent], std::uint8_t(1));
            QCOMPARE(rig.terminated[agent], std::uint8_t(0));
            QCOMPARE(rig.task->episode(int(agent)), std::int64_t(1));
        }
    }

    // Anywhere on the way, apart from each other, within the carriageway; the episode is not
    // counted.
    void scatteredStartPutsAgentsAnywhereOnTheirWay() {
        float least = 9, most = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            auto scenario = std::make_shared<Scenario>();
            scenario->task.scatteredStarts = 1;
            IntersectionTask task(scenario, seed, 0);
            std::vector<float> observations(4 * 14);
            task.reset(observations);
            for (int agent = 0; agent < 4; ++agent) {
                const float way =
                    length(task.world().pose(agent).position - task.route(agent).start.position);
                least = std::min(least, way);
                most = std::max(most, way);
                Vec2 corners[4];
                task.world().footprint(agent, corners);
                for (const Vec2 corner : corners)
                    QVERIFY(std::abs(lateralOffset(task.route(agent), corner)) <= 0.3f);
                for (int other = 0; other < agent; ++other)
                    QVERIFY(length(task.world().pose(agent).position -
                                   task.world().pose(other).position) > 0.44f);
            }
        }
        QVERIFY(least < 0.05f && most > 1.9f);
    }

    void scatteredEpisodesAreNotCounted() {
        Rig rig([](Scenario &s) {
            alone(s);
            s.task.scatteredStarts = 1;
        });
        for (const std::uint8_t expected : {0, 1, 1}) {
            do
                rig.step(kFull, kStraight);
            while (!rig.outcomes[0]);
            QCOMPARE(rig.counted[0], expected);
        }
    }

    void onlyTheAgentThatEndedRespawns() {
        Rig rig([](Scenario &s) {
            s.agents.count = 2;
            s.agents.legs = {0, 2};
        });
        while (!rig.outcomes[0])
            rig.step(kFull, 0, 0);
        QCOMPARE(rig.task->episode(0), std::int64_t(1));
        QCOMPARE(rig.task->episode(1), std::int64_t(0));
        QVERIFY(rig.task->episodeStep(1) > 0);
    }

    void startsAreDrawnWithinTheLane() {
        float least = 9, most = -9;
        Rig rig([](Scenario &s) {
            alone(s);
            s.task.startAlong = 0.15;
            s.task.startAcross = 0.03;
            s.task.timeLimit = 0.02;
        });
        for (int i = 0; i < 200; ++i) {
            rig.step(0, kStraight);
            const Pose pose = rig.task->world().pose(0);
            least = std::min(least, pose.position.x);
            most = std::max(most, pose.position.x);
            QVERIFY(std::abs(pose.position.y + 0.15f) <=
                    0.03f + 1e-5f); // east leg, left-hand traffic
        }
        QVERIFY(least < 1.19f - 0.12f && least >= 1.19f - 0.15f - 1e-5f);
        QVERIFY(most > 1.19f + 0.12f && most <= 1.19f + 0.15f + 1e-5f);
    }

    void intentionsChooseTheExit() {
        const Rig rig([](Scenario &s) { s.agents.intentions = {"left", "right", "straight"}; });
        QCOMPARE(rig.task->route(0).turn, Turn::Left);
        QCOMPARE(rig.task->route(1).turn, Turn::Right);
        QCOMPARE(rig.task->route(2).turn, Turn::Straight);
        QCOMPARE(rig.task->route(3).turn, Turn::Left);
    }

    // Differences between clean and noisy observations have the published deviation.
    void observationNoiseHasItsVariance() {
        const auto still = [](double degree) {
            return [degree](Scenario &s) {
                alone(s);
                s.task.timeLimit = 0.02; // every step a new episode from the same start
                s.randomization.degree = degree;
                s.randomization.actionNoiseVariance = 0;
            };
        };
        Rig clean(still(0)), noisy(still(1));
        double sum = 0, squares = 0;
        constexpr int kCount = 4000;
        for (int i = 0; i < kCount; ++i) {
            clean.step(0, kStraight);
            noisy.step(0, kStraight);
            const double e = double(noisy.see(0, 0)) - clean.see(0, 0);
            sum += e;
            squares += e * e;
        }
        const double mean = sum / kCount;
        QVERIFY(std::abs(mean) < 4 * 0.01 / std::sqrt(double(kCount)));
        QVERIFY(std::abs(squares / kCount - 1e-4) < 0.1e-4);
    }

    // A peer at constant speed is seen where it was `delay` ago.
    void delayShowsPeersWhereTheyWere() {
        const auto pair = [](double degree) {
            return [degree](Scenario &s) {
                s.agents.count = 2;
                s.agents.legs = {0, 2};
                s.randomization.degree = degree;
                s.randomization.gridReplicas = 1; // middle of the grid: half the range
                s.randomization.delayRange = 0.026;
                s.randomization.positionNoiseVariance = s.randomization.yawNoiseVariance =
                    s.randomization.speedNoiseVariance = s.randomization.actionNoiseVariance = 0;
            };
        };
        Rig prompt(pair(0)), late(pair(1));
        for (int i = 0; i < 100; ++i) {
            prompt.step(kFull, kStraight, kFull);
            late.step(kFull, kStraight, kFull);
        }
        // Approaching head on at 0.26 m/s each: 13 ms ago the peer was 0.26 * 0.013 m further away.
        QVERIFY(std::abs(late.see(0, 2) - prompt.see(0, 2) - 0.26f * 0.013f) < 2e-4f);
        QCOMPARE(late.see(0, 0), prompt.see(0, 0)); // the own pose is not delayed
    }

    void rewardIsTheSumOfItsTerms() {
        Rig rig([](Scenario &s) {
            s.task.progressReward = 0.7;
            s.task.stepPenalty = 0.01;
        });
        for (int i = 0; i < 400; ++i) {
            rig.step(kFull, i % 3, i % 2);
            for (std::size_t a = 0; a < 4; ++a) {
                const float sum =
                    std::accumulate(rig.terms.begin() + std::ptrdiff_t(a * 5),
                                    rig.terms.begin() + std::ptrdiff_t(a * 5 + 5), 0.0f);
                QVERIFY(std::abs(sum - rig.rewards[a]) < 1e-6f);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestIntersectionTask)
#include "test_intersection_task.moc"

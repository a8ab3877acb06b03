// Claims about many worlds at once: same bits whatever the threads, sums that add up.
#include "core/drivers/driver.h"
#include "core/task/world_batch.h"

#include <QtTest>

using namespace paddock;

namespace {

std::shared_ptr<const Scenario> small(double degree = 0, double restartPeriod = 0) {
    auto s = std::make_shared<Scenario>();
    s->parallel.worlds = 5;
    s->task.restartPeriod = restartPeriod;
    s->task.scatteredStarts = 0;
    s->randomization.degree = degree;
    return s;
}

struct Drive {
    Drive(std::shared_ptr<const Scenario> scenario, int threads, const char *driver = "random")
        : pool(threads), batch(scenario, 7, pool), hand(makeBuiltinDriver(driver, *scenario, 3)),
          actions(std::size_t(batch.rows()) * 2) {}
    void step() {
        const std::size_t rows = std::size_t(batch.rows());
        hand->act(batch.observations(), std::uint32_t(batch.steps()), {actions.data(), rows, 2});
        batch.step({actions.data(), rows, 2});
    }
    WorkerPool pool;
    WorldBatch batch;
    std::unique_ptr<Driver> hand;
    std::vector<std::int32_t> actions;
};

} // namespace

class TestWorldBatch : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void threadsDoNotChangeOneBit() {
        Drive reference(small(1), 1);
        for (int i = 0; i < 400; ++i)
            reference.step();
        for (const int threads : {2, 3, 8}) {
            Drive other(small(1), threads);
            for (int i = 0; i < 400; ++i)
                other.step();
            QCOMPARE(other.batch.stateHash(), reference.batch.stateHash());
            const auto a = reference.batch.observations(), b = other.batch.observations();
            QVERIFY(std::equal(a.data, a.data + a.size(), b.data));
        }
    }

    void resetStartsTheSameRunAgainOnlyInANewBatch() {
        Drive a(small(), 1), b(small(), 1);
        QCOMPARE(a.batch.stateHash(), b.batch.stateHash());
        a.step();
        QVERIFY(a.batch.stateHash() != b.batch.stateHash());
    }

    void worldsDifferFromEachOther() {
        Drive drive(small(), 1);
        const auto seen = drive.batch.observations();
        for (int world = 1; world < 5; ++world)
            QVERIFY(seen(0, 0) != seen(std::size_t(world) * 4, 0));
    }

    void episodesAddUp() {
        Drive drive(small(), 2);
        std::vector<float> returns(20, 0.0f);
        std::vector<int> lengths(20, 0);
        std::int64_t finished = 0, begun = 0;
        for (int i = 0; i < 1500; ++i) {
            drive.step();
            for (std::size_t row = 0; row < 20; ++row) {
                returns[row] += drive.batch.rewards()[row];
                ++lengths[row];
            }
            for (const FinishedEpisode &episode : drive.batch.finished()) {
                const std::size_t row = std::size_t(episode.row);
                QVERIFY(episode.outcome != 0);
                QCOMPARE(episode.length, lengths[row]);
                QVERIFY(std::abs(episode.episodeReturn - returns[row]) < 1e-4f);
                returns[row] = 0;
                lengths[row] = 0;
                ++finished;
            }
        }
        for (int world = 0; world < 5; ++world)
            for (int agent = 0; agent < 4; ++agent)
                begun += drive.batch.task(world).episode(agent); // counts from 0
        QCOMPARE(finished, begun);
        QVERIFY(finished > 20);
    }

    void restartsAreNoEpisodes() {
        Drive drive(small(0, 1.0), 1, "full_speed"); // far shorter than any way to the goal
        for (int i = 0; i < 300; ++i) {
            drive.step();
            QVERIFY(drive.batch.finished().empty());
        }
        QVERIFY(drive.batch.task(0).episode(0) >= 5);
    }

    void snapshotCopiesEveryAgent() {
        Drive drive(small(), 1, "full_speed");
        for (int i = 0; i < 50; ++i)
            drive.step();
        SceneSnapshot scene;
        drive.batch.snapshot(scene);
        QCOMPARE(scene.agents.size(), std::size_t(20));
        QCOMPARE(scene.agentsPerWorld, 4);
        QVERIFY(std::abs(scene.simTime - 1.0) < 1e-9);
        QVERIFY(scene.agents[6].pose == drive.batch.task(1).world().pose(2));
        QVERIFY(scene.agents[6].speed > 0.2f);
    }

    void randomizationCanChangeWhileWorldsRun() {
        Drive drive(small(), 1);
        drive.step();
        RandomizationSpec spec;
        spec.degree = 2;
        drive.batch.setRandomization(spec);
        QVERIFY(drive.batch.task(0).world().dynamics(0).friction < 1.0f);
        for (int i = 0; i < 100; ++i)
            drive.step();
    }
};

QTEST_GUILESS_MAIN(TestWorldBatch)
#include "test_world_batch.moc"

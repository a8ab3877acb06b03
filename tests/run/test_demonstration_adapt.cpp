// Claims about demonstrations that are fitted to other observations and other decisions.
#include "core/run/demonstration_adapt.h"
#include "core/sim/lidar.h"
#include "core/task/task.h"

#include <QtTest>

using namespace paddock;

namespace {

// Five rays over 180 degrees: 45 degrees apart.
Scenario race() {
    Scenario s = presetScenario("paper", ScenarioKind::Racing);
    s.racing.lidar.rays = 5;
    s.racing.lidar.fieldOfView = 3.14159265;
    s.racing.decisionPeriod = 0.02;
    return s;
}

// `rows` rows 0.004 s apart: throttle t % 3, steer 2 but in the first row; reward t.
Demonstration released(int rows, bool closed = false) {
    Demonstration demo;
    demo.meta.name = "given";
    demo.meta.branches = {3, 3};
    for (int i = 0; i < 11; ++i)
        demo.meta.observationNames.push_back("o" + std::to_string(i));
    DemonstrationEpisode episode;
    for (int t = 0; t < rows; ++t) {
        // Per ray: miss, fraction; rays centre, right, left, far right, far left.
        for (const auto &[miss, fraction] :
             {std::pair{0.f, 0.1f}, {0.f, 0.2f}, {0.f, 0.3f}, {1.f, 1.f}, {0.f, 0.5f}})
            episode.observations.insert(episode.observations.end(), {miss, fraction});
        episode.observations.push_back(float(t)); // speed
        episode.actions.insert(episode.actions.end(), {t % 3, t == 0 ? 0 : 2});
        episode.rewards.push_back(float(t));
        episode.poses.insert(episode.poses.end(), {float(t), 0, 0});
    }
    episode.closed = closed;
    demo.episodes.push_back(episode);
    return demo;
}

} // namespace

class TestDemonstrationAdapt : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void releasedRaysBecomeASweepInMetres() {
        const auto out = adaptDemonstration(released(5), race(), 0.004);
        QVERIFY2(out.ok(), out.ok() ? "" : out.error().text().c_str());
        const auto &seen = out->episodes[0].observations;
        // Speed; far right (missed: the range), right, centre, left, far left.
        const std::vector<float> expected{0, 10, 2, 1, 3, 5};
        QCOMPARE(seen.size(), expected.size());
        for (std::size_t i = 0; i < seen.size(); ++i)
            QVERIFY(std::abs(seen[i] - expected[i]) < 1e-5f);
        QCOMPARE(out->meta.observationNames.front(), std::string("speed"));
    }

    // Oracle: our own LIDAR, asked for both orders in the same place.
    void theOrderIsThatOfOurOwnSensor() {
        const std::vector<std::vector<Vec2>> walls{{{-2, -3}, {5, -3}, {5, 4}, {-2, 4}}};
        LidarSpec spec;
        spec.rays = 5;
        spec.fieldOfView = 3.14159265f;
        spec.range = 10;
        std::vector<float> sweep(5), published(5);
        LidarMap(spec, walls).scan({{0.3f, 0.2f}, 0.4f}, {}, sweep);
        spec.order = RayOrder::MlAgents;
        LidarMap(spec, walls).scan({{0.3f, 0.2f}, 0.4f}, {}, published);
        Demonstration demo = released(1);
        for (std::size_t ray = 0; ray < 5; ++ray) {
            demo.episodes[0].observations[2 * ray] = 0;
            demo.episodes[0].observations[2 * ray + 1] = published[ray] / 10;
        }
        const auto out = adaptDemonstration(demo, race(), 0.004);
        QVERIFY(out.ok());
        for (std::size_t ray = 0; ray < 5; ++ray)
            QVERIFY(std::abs(out->episodes[0].observations[1 + ray] - sweep[ray]) < 1e-4f);
    }

    void rowsOfOneDecisionBecomeOne() {
        const auto out = adaptDemonstration(released(12), race(), 0.004);
        QVERIFY(out.ok());
        const DemonstrationEpisode &episode = out->episodes[0];
        QCOMPARE(episode.rows(), std::size_t(3)); // 5 + 5 + 2
        // Throttles 0 1 2 0 1 | 2 0 1 2 0 | 1 2: most often 0, 2, 1 (the first of equals).
        QCOMPARE(episode.actions, (std::vector<std::int32_t>{0, 2, 2, 2, 1, 2}));
        QCOMPARE(episode.rewards, (std::vector<float>{10, 35, 21}));
        QCOMPARE(episode.poses[3], 5.0f);
        QCOMPARE(out->meta.decisionPeriod, 0.02);
    }

    void whatWasSeenAtTheEndStaysARowOfItsOwn() {
        const auto out = adaptDemonstration(released(11, true), race(), 0.004);
        QVERIFY(out.ok());
        QCOMPARE(out->episodes[0].rows(), std::size_t(3));
        QCOMPARE(out->episodes[0].decisions(), std::size_t(2));
    }

    void whatDoesNotFitIsRefusedWithWords() {
        const auto text = [](const Demonstration &demo, double period) {
            const auto out = adaptDemonstration(demo, race(), period);
            return out.ok() ? std::string("no error") : out.error().text();
        };
        QVERIFY(text(released(5), 0).find("does not say how often") != std::string::npos);
        QVERIFY(text(released(5), 0.003).find("every 0.003 s") != std::string::npos);
        Demonstration other = released(5);
        other.meta.branches = {2, 3};
        QVERIFY(text(other, 0.004).find("[2, 3]") != std::string::npos);
        other = released(5);
        other.meta.observationNames.pop_back();
        QVERIFY(text(other, 0.004).find("10 numbers") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDemonstrationAdapt)
#include "test_demonstration_adapt.moc"

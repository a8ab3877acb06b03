// Claims about a frozen situation: at the agent's own place it shows what the agent observes, and
// elsewhere what geometry says.
#include "core/drivers/driver.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"
#include "core/scenario/track_builder.h"
#include "core/scenario/track_course.h"
#include "core/task/world_batch.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

std::shared_ptr<Scenario> crossing(ObservationFrame frame = ObservationFrame::Body) {
    auto s = std::make_shared<Scenario>();
    s->parallel.worlds = 2;
    s->task.frame = frame;
    return s;
}

// Two cars on a ring of radius 3 m, 1.6 m wide.
std::shared_ptr<Scenario> ring(RangeLayout layout = RangeLayout::Paper) {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 180; ++i) {
        const float a = 2 * kPi * float(i) / 180;
        points.push_back({3 * std::cos(a), 3 * std::sin(a)});
        widths.push_back({0.8f, 0.8f});
    }
    const auto track = trackFromCenterline(points, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    auto s = std::make_shared<Scenario>(presetScenario("paper", ScenarioKind::Racing));
    s->track = std::make_shared<const Track>(*track);
    s->agents.count = 2;
    s->parallel.worlds = 1;
    s->parallel.families = 1;
    s->racing.layout = layout;
    return s;
}

struct Drive {
    explicit Drive(const std::shared_ptr<Scenario> &scenario)
        : pool(1), batch(scenario, 7, pool), hand(makeBuiltinDriver("random", *scenario, 3)),
          actions(std::size_t(batch.rows()) * 2) {
        for (int i = 0; i < 40; ++i) {
            const std::size_t rows = std::size_t(batch.rows());
            hand->act(batch.observations(), std::uint32_t(i), {actions.data(), rows, 2});
            batch.step({actions.data(), rows, 2});
        }
    }
    std::unique_ptr<const Viewpoint> view(int row) const {
        return batch.task(row / batch.agentsPerWorld()).viewpoint(row % batch.agentsPerWorld());
    }
    WorkerPool pool;
    WorldBatch batch;
    std::unique_ptr<Driver> hand;
    std::vector<std::int32_t> actions;
};

} // namespace

class TestViewpoint : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void atTheAgentsOwnPlaceItIsWhatTheAgentObserves() {
        for (const auto &scenario :
             {crossing(), crossing(ObservationFrame::World), ring(), ring(RangeLayout::Released)}) {
            const Drive drive(scenario);
            for (int row = 0; row < drive.batch.rows(); ++row) {
                const auto view = drive.view(row);
                const auto seen = drive.batch.observations().row(std::size_t(row));
                std::vector<float> again(seen.size());
                view->observe(view->pose(), again);
                QVERIFY(std::equal(seen.begin(), seen.end(), again.begin()));
            }
        }
    }

    void theWorldMayGoOnWithoutIt() {
        Drive drive(crossing());
        const auto view = drive.view(1);
        const Pose before = view->pose();
        std::vector<float> first(std::size_t(drive.batch.layout().observationSize())),
            later = first;
        view->observe(before, first);
        for (int i = 0; i < 20; ++i)
            drive.batch.step({drive.actions.data(), std::size_t(drive.batch.rows()), 2});
        view->observe(before, later);
        QVERIFY(first == later);
        QVERIFY(view->pose() == before);
        QVERIFY(!(drive.view(1)->pose() == before));
    }

    // Two metres further back the goal is two metres further ahead, in the body's frame.
    void theGoalMovesAgainstTheCar() {
        const Drive drive(crossing());
        const auto view = drive.view(0);
        std::vector<float> here(std::size_t(drive.batch.layout().observationSize())), there = here;
        const Pose pose = view->pose();
        view->observe(pose, here);
        view->observe({pose.toParent({-2, 0}), pose.yaw}, there);
        QVERIFY(std::abs(there[0] - here[0] - 2) < 1e-5f);
        QVERIFY(std::abs(there[1] - here[1]) < 1e-5f);
    }

    // On the ring the road goes round: its direction is the tangent, counter-clockwise.
    void placesOnARingAreTurnedAlongItsTangent() {
        const Drive drive(ring());
        const auto view = drive.view(0);
        for (int i = 0; i < 50; ++i) {
            const float a = 0.37f * float(i), r = 2.3f + 0.03f * float(i % 46);
            const auto place = view->placeAt({r * std::cos(a), r * std::sin(a)});
            QVERIFY(place.has_value());
            QVERIFY(std::abs(wrapAngle(place->yaw - a - kPi / 2)) < 0.03f);
        }
        QVERIFY(!view->placeAt({0, 0}));
        QVERIFY(!view->placeAt({2.1f, 0}));
        QVERIFY(!view->placeAt({3.9f, 0}));
    }

    // From the middle of the road the ray to the right meets the outer wall after half the width.
    void rangesAreThoseOfThePlace() {
        auto scenario = ring();
        scenario->racing.lidar.mountX = 0;
        scenario->racing.lidar.rays = 3;
        scenario->racing.lidar.fieldOfView = double(kPi); // right, ahead, left
        scenario->agents.count = 1;
        const Drive drive(scenario);
        const auto view = drive.view(0);
        std::vector<float> row(4);
        view->observe({{3, 0}, kPi / 2}, row);
        QVERIFY(std::abs(row[1] - 0.8f) < 0.01f);
        QVERIFY(std::abs(row[2] - std::sqrt(3.8f * 3.8f - 9.0f)) < 0.03f);
        QVERIFY(std::abs(row[3] - 0.8f) < 0.01f);
    }

    void crossingPlacesLieInTheAgentsOwnLane() {
        const Drive drive(crossing());
        const auto view = drive.view(0);
        const auto here = view->placeAt(view->pose().position);
        QVERIFY(here.has_value());
        QVERIFY(std::abs(wrapAngle(here->yaw - view->pose().yaw)) < kPi / 2);
        const float width = float(crossing()->map.laneWidth);
        const Pose beside{view->pose().toParent({0, -6 * width}), 0};
        QVERIFY(!view->placeAt(beside.position));
        const Viewpoint::Bounds bounds = view->bounds();
        QVERIFY(here->position.x > bounds.min.x && here->position.x < bounds.max.x);
    }
};

QTEST_GUILESS_MAIN(TestViewpoint)
#include "test_viewpoint.moc"

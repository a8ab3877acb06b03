#include "core/scenario/map_geometry.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/scene_edit.h"
#include "core/scenario/track.h"
#include "core/scenario/track_drawings.h"

#include <QTest>

#include <cmath>

using namespace paddock;

namespace {

Scenario oval() {
    Scenario s = presetScenario("paper", ScenarioKind::Racing);
    s.track = std::make_shared<const Track>(*drawnTrack("oval"));
    return s;
}

} // namespace

class TestSceneEdit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyHandleLandsWhereItIsDropped() {
        const Scenario s =
            inserted(oval(), SceneLayer::Obstacles, oval().track->centre.front()).scenario;
        for (const SceneLayer layer : {SceneLayer::Line, SceneLayer::Walls, SceneLayer::Checkpoints,
                                       SceneLayer::Starts, SceneLayer::Obstacles})
            for (const SceneHandle &handle : sceneHandles(s, layer, {})) {
                if (handle.item.kind == SceneItemKind::Checkpoint ||
                    handle.item.kind == SceneItemKind::StartYaw ||
                    handle.item.kind == SceneItemKind::ObstacleYaw)
                    continue; // these move along the track and turn
                const Vec2 to = handle.at + Vec2{0.31f, -0.22f};
                const auto at = itemPlace(dragged(s, handle.item, to), handle.item);
                QVERIFY(at && length(*at - to) < 0.16f); // ends of checkpoints go to the wall
            }
    }
    void draggingAHandleToItsPlaceChangesNothing() {
        const Scenario s = presetScenario("paper");
        for (const SceneHandle &handle : sceneHandles(s, SceneLayer::Line, {})) {
            const Scenario same = dragged(s, handle.item, handle.at);
            for (const FieldDifference &d : differences(s, same))
                QFAIL(qPrintable(QString::fromStdString(itemName(s, handle.item) + ": " + d.path +
                                                        " " + d.before + " " + d.after)));
        }
    }
    void kerbsSetTheWidthOfALane() {
        const Scenario s = presetScenario("paper"); // two lanes each way
        const Scenario wide = dragged(s, {SceneItemKind::LaneEdge, 0}, {1.2f, 0.8f});
        QCOMPARE(wide.map.laneWidth, 0.4);
        const Scenario north = dragged(s, {SceneItemKind::LaneEdge, 1}, {-0.8f, 1.2f});
        QCOMPARE(north.map.laneWidth, 0.4);
    }
    void cornersSetTheirRadius() {
        // A quarter circle about (b + r, b + r): its middle lies at b + r (1 - sqrt(1/2)).
        const Scenario s = presetScenario("paper");
        const double b = 0.6, r = 0.35, at = b + r * (1 - std::sqrt(0.5));
        const Scenario round = dragged(s, {SceneItemKind::Corner, 2}, {-float(at), -float(at)});
        QVERIFY(std::abs(round.map.cornerRadius - r) < 1e-3);
    }
    void valuesStayWithinTheDocumentsRanges() {
        const Scenario s = presetScenario("paper");
        QCOMPARE(dragged(s, {SceneItemKind::LaneEdge, 0}, {1, -5}).map.laneWidth, 0.1);
        QVERIFY(dragged(s, {SceneItemKind::LegEnd, 0}, {-5, 0}).map.halfSize >= 0.8); // box, corner
        QCOMPARE(dragged(s, {SceneItemKind::LegEnd, 0}, {NAN, 0}).map.halfSize, s.map.halfSize);
    }
    void anAgentGoesToTheLegWhereItIsDropped() {
        const Scenario s = presetScenario("paper");
        const Scenario moved = dragged(s, {SceneItemKind::Agent, 2}, {0.1f, 1.4f});
        QCOMPARE(moved.agents.legs, (std::vector<double>{0, 1, 1, 3}));
        // It takes the lane that is free.
        const auto poses = startPoses(moved);
        QVERIFY(length(poses[1].position - poses[2].position) > 0.29f);
    }
    void typedNumbersAreChecked() {
        const Scenario s = oval();
        const SceneItem slot{SceneItemKind::Start, 0};
        const Result<Scenario> turned = withItemField(s, slot, 2, 90); // degrees
        QVERIFY(turned && std::abs(turned->track->starts[0].pose.yaw - kPi / 2) < 1e-4f);
        const Result<Scenario> bad = withItemField(s, slot, 0, 1e9);
        QVERIFY(!bad);
        QVERIFY(bad.error().text().find("Start slot 1, x is 1") == 0);
    }
    void checkpointsAreAddedInTheirTurn() {
        const Scenario s = oval();
        const auto &lines = s.track->checkpoints;
        const Vec2 a = (lines[4].left + lines[4].right) * 0.5f,
                   b = (lines[5].left + lines[5].right) * 0.5f;
        const Inserted more = inserted(s, SceneLayer::Checkpoints, (a + b) * 0.5f);
        QCOMPARE(more.item, (SceneItem{SceneItemKind::Checkpoint, 5}));
        QVERIFY(validate(*more.scenario.track, "t").empty());
        QCOMPARE(removed(more.scenario, more.item).track->checkpoints, lines);
    }
    void theLastSlotStays() {
        Scenario s = oval();
        while (s.track->starts.size() > 1)
            s = removed(s, {SceneItemKind::Start, 0});
        QCOMPARE(removed(s, {SceneItemKind::Start, 0}).track->starts.size(), std::size_t(1));
    }
    void aTestDriveBeginsAtItsSlot() {
        const Scenario s = oval();
        const Scenario third = startedFrom(s, 2);
        QCOMPARE(third.track->starts[0], s.track->starts[2]);
        QCOMPARE(third.track->starts[1], s.track->starts[3]);
        QCOMPARE(third.track->starts[3], s.track->starts[1]);
        QVERIFY(!third.racing.startAnywhere);
    }
    void agentsHaveTheRoutesOfTheirIntentions() {
        Scenario s = presetScenario("paper");
        s.agents.intentions = {"any", "left"};
        QCOMPARE(agentRoutes(s, 0).size(), std::size_t(3));
        QCOMPARE(agentRoutes(s, 1).size(), std::size_t(1));
        QCOMPARE(agentRoutes(s, 1).front().turn, Turn::Left);
    }
    void itemsThatAreNotThereAreLeftAlone() {
        const Scenario s = oval();
        for (const SceneItemKind kind :
             {SceneItemKind::Control, SceneItemKind::LeftWidth, SceneItemKind::WallPoint,
              SceneItemKind::Checkpoint, SceneItemKind::Start, SceneItemKind::Obstacle,
              SceneItemKind::ObstacleYaw, SceneItemKind::Agent})
            for (const int index : {-1, 100'000}) {
                const SceneItem item{kind, index, index};
                QVERIFY(!itemPlace(s, item));
                QCOMPARE(*dragged(s, item, {1, 1}).track, *s.track);
                QCOMPARE(*removed(s, item).track, *s.track);
                QVERIFY(itemFields(s, item).empty());
            }
    }
};

QTEST_APPLESS_MAIN(TestSceneEdit)
#include "test_scene_edit.moc"

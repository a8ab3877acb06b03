#include "core/scenario/racing_line.h"
#include "core/scenario/scenario_checks.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/scene_edit.h"
#include "core/scenario/track.h"
#include "core/scenario/track_builder.h"
#include "core/scenario/track_obstacles.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace paddock;

namespace {

Scenario raceOnCircle(float radius, float width) {
    Scenario s = presetScenario("paper", ScenarioKind::Racing);
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    const int count = std::max(40, int(radius * 60));
    for (int i = 0; i < count; ++i) {
        points.push_back(rotated({radius, 0}, float(i) * 2 * kPi / float(count)));
        widths.push_back({width, width});
    }
    TrackOptions options;
    options.checkpoints = 8;
    options.starts = 2;
    options.startGap = 0.6f;
    if (const Result<Track> track = trackFromCenterline(points, widths, options))
        s.track = std::make_shared<const Track>(*track);
    return s;
}

Scenario withTrack(Scenario s, Track track) {
    s.track = std::make_shared<const Track>(std::move(track));
    return s;
}

// Boxes on a road from 2 m to 4 m about the origin.
struct Box {
    Vec2 at, size; // m
    float yaw = 0;
};
Scenario withBoxes(const std::vector<Box> &boxes) {
    const Scenario s = raceOnCircle(3, 1);
    Track track = *s.track;
    for (const Box &box : boxes)
        track.walls.push_back(boxObstacle({box.at, box.yaw}, box.size, 0.33f));
    return withTrack(s, std::move(track));
}

int count(const std::vector<SceneCheck> &checks, SceneItemKind kind, const char *words,
          CheckSeverity severity = CheckSeverity::Error) {
    return int(std::count_if(checks.begin(), checks.end(), [&](const SceneCheck &check) {
        return check.item.kind == kind && check.severity == severity &&
               check.problem.text().find(words) != std::string::npos;
    }));
}

} // namespace

class TestScenarioChecks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ourScenariosHaveNothingToMend() {
        for (const char *name : {"racing", "racing_tuned", "intersection", "intersection_tuned"}) {
            const Result<Scenario> s =
                loadScenario(std::string(PADDOCK_SOURCE_DIR "/scenarios/") + name + ".json");
            QVERIFY2(s.ok(), name);
            for (const SceneCheck &check : checkScene(*s))
                QVERIFY2(check.severity == CheckSeverity::Warning,
                         qPrintable(QString::fromStdString(name + (": " + check.problem.text()))));
        }
    }
    void aCircleWiderThanTheTurningRadiusIsFine() {
        const Scenario s = raceOnCircle(3, 1);
        QVERIFY(s.track != nullptr);
        QVERIFY(checkScene(s).empty());
    }
    void aBendTighterThanTheCarTurnsIsTold() {
        // F1TENTH: wheelbase over the tangent of the limit is 0.324 / tan(0.5236) = 0.561 m.
        const double turning = 0.324 / std::tan(0.5236);
        QVERIFY(std::abs(carLimits(vehicleDefaults(VehicleModel::F1tenth)).turningRadius -
                         turning) < 0.01);
        const Scenario tight = raceOnCircle(0.5f, 0.25f);
        QVERIFY(tight.track != nullptr);
        // 0.25 m to the wall, 0.135 m of car: at most 0.615 m of radius, so the outside helps.
        auto checks = checkScene(tight);
        QVERIFY(count(checks, SceneItemKind::Control, "bend", CheckSeverity::Warning) >= 1);
        QCOMPARE(count(checks, SceneItemKind::Control, "bend"), 0);
        // A car that turns in 0.8 m cannot get round at all.
        Scenario stiff = tight;
        stiff.vehicles.front().steeringLimit = std::atan(0.324 / 0.8);
        checks = checkScene(stiff);
        QVERIFY(count(checks, SceneItemKind::Control, "0.80 m") >= 1);
    }
    void aLineLikeAnEightCrossesItself() {
        Scenario s = raceOnCircle(3, 0.3f);
        Track track = *s.track;
        const std::size_t n = track.centre.size();
        for (std::size_t i = 0; i < n; ++i) {
            const float a = float(i) * 2 * kPi / float(n);
            track.centre[i] = {3 * std::sin(a), 1.5f * std::sin(2 * a)};
        }
        const auto checks = checkScene(withTrack(s, track));
        QCOMPARE(count(checks, SceneItemKind::Control, "crosses itself"), 1);
        for (const SceneCheck &check : checks)
            if (check.problem.text().find("centre line crosses itself") != std::string::npos)
                QVERIFY(check.at && length(*check.at) < 0.05f); // an eight crosses in its middle
    }
    void aWallThroughTheRoadIsTold() {
        Scenario s = raceOnCircle(3, 1);
        Track track = *s.track;
        track.walls[0].points[0] = track.walls[0].points[0] * 1.7f; // 2 m inside to 3.4 m
        QVERIFY(count(checkScene(withTrack(s, track)), SceneItemKind::WallPoint, "centre line") >=
                1);
    }
    void slotsThatOverlapOrLeaveTheRoadAreTold() {
        Scenario s = raceOnCircle(3, 1);
        Track track = *s.track;
        track.starts[1].pose = track.starts[0].pose;
        track.starts[1].pose.position = track.starts[1].pose.position + Vec2{0.05f, 0};
        QCOMPARE(count(checkScene(withTrack(s, track)), SceneItemKind::Start, "overlaps"), 1);
        track.starts[1].pose.position = {0, 0};
        QCOMPARE(count(checkScene(withTrack(s, track)), SceneItemKind::Start, "on the road"), 1);
    }
    void aSlotTheWrongWayRoundIsTold() {
        Scenario s = raceOnCircle(3, 1);
        Track track = *s.track;
        track.starts[0].pose.yaw = wrapAngle(track.starts[0].pose.yaw + kPi);
        QCOMPARE(count(checkScene(withTrack(s, track)), SceneItemKind::Start, "against",
                       CheckSeverity::Warning),
                 1);
    }
    void aCheckpointBesideTheTrackCannotBeReached() {
        Scenario s = raceOnCircle(3, 1);
        Track track = *s.track;
        track.checkpoints[3] = {{0.2f, 0}, {-0.2f, 0}};
        QCOMPARE(count(checkScene(withTrack(s, track)), SceneItemKind::Checkpoint, "reached"), 1);
        std::swap(track.checkpoints[3], track.checkpoints[4]);
    }
    void checkpointsOutOfOrderAreTold() {
        Scenario s = raceOnCircle(3, 1);
        Track track = *s.track;
        std::swap(track.checkpoints[3], track.checkpoints[5]);
        QVERIFY(count(checkScene(withTrack(s, track)), SceneItemKind::Checkpoint, "order") >= 1);
    }
    void aTrackNarrowerThanTheCarIsTold() {
        Scenario s = raceOnCircle(3, 1);
        Track track = *s.track;
        track.leftWidth[10] = track.rightWidth[10] = 0.1f; // car: 0.27 m
        const auto checks = checkScene(withTrack(s, track));
        QCOMPARE(count(checks, SceneItemKind::Control, "0.20 m wide"), 1);
    }
    void anObstacleWithRoomBesideItIsFine() {
        QVERIFY(checkScene(withBoxes({{{-3, 0}, {0.3f, 0.3f}}})).empty());
    }
    void anObstacleOnAStartSlotIsTold() {
        const Scenario bare = raceOnCircle(3, 1);
        const Pose slot = bare.track->starts[1].pose;
        const auto checks = checkScene(withBoxes({{slot.position, {0.2f, 0.2f}}}));
        QCOMPARE(count(checks, SceneItemKind::Obstacle, "Obstacle 1 stands on start slot 2"), 1);
        QCOMPARE(count(checks, SceneItemKind::Obstacle, "start slot 1"), 0);
        QCOMPARE(count(checks, SceneItemKind::Start, ""), 0);
        // Half a car and half a box aside (0.135 m and 0.1 m), and 1 cm more or less.
        for (const float more : {-0.01f, 0.01f}) {
            const Vec2 aside = rotated({0, 0.235f + more}, slot.yaw);
            const auto there =
                checkScene(withBoxes({{slot.position + aside, {0.2f, 0.2f}, slot.yaw}}));
            QCOMPARE(count(there, SceneItemKind::Obstacle, "start slot 2"), more < 0 ? 1 : 0);
        }
    }
    // The road is 2 m wide, from 2 m to 4 m: 1.7 m of box across leave 0.3 m together.
    void aRoadThatABoxClosesIsTold() {
        const auto across = [](float middle) {
            return checkScene(withBoxes({{{-middle, 0}, {1.7f, 0.3f}}}));
        };
        // 3.03 m: 0.18 m on the left, towards the middle, and 0.12 m on the right.
        const auto checks = across(3.03f);
        QCOMPARE(count(checks, SceneItemKind::Obstacle, "0.18 m to pass on its left and 0.12 m",
                       CheckSeverity::Warning),
                 1);
        for (const SceneCheck &check : checks)
            if (check.item.kind == SceneItemKind::Obstacle)
                QVERIFY(check.at && std::abs(length(*check.at) - 2.09f) < 0.02f);
        // 3.14 m: 0.29 m on the left are more than the car's 0.27 m.
        QVERIFY(across(3.14f).empty());
    }
    void boxesInARowCloseTheRoadTogether() {
        // Gaps of 0.2 m between 2 m and 4 m: 0.2 + 0.7 + 0.2 + 0.7 + 0.2.
        const std::vector<Box> row{{{-2.55f, 0}, {0.7f, 0.3f}}, {{-3.45f, 0}, {0.7f, 0.3f}}};
        const auto closed = checkScene(withBoxes(row));
        QCOMPARE(count(closed, SceneItemKind::Obstacle, "leaves only 0.20 m to pass",
                       CheckSeverity::Warning),
                 2);
        // One of them alone leaves more than a metre.
        QVERIFY(checkScene(withBoxes({row[0]})).empty());
        QVERIFY(checkScene(withBoxes({row[1]})).empty());
        // 0.3 m between them: a way through, though each has a narrow side.
        QVERIFY(checkScene(withBoxes({{{-2.45f, 0}, {0.7f, 0.3f}}, row[1]})).empty());
    }
    void obstaclesInWallsAndInEachOtherAreTold() {
        const auto edge = checkScene(withBoxes({{{-4, 0}, {0.4f, 0.3f}}}));
        QVERIFY(count(edge, SceneItemKind::Obstacle, "crosses the edge of the road at (-4.0") >= 1);
        const auto both =
            checkScene(withBoxes({{{-3, 0}, {0.4f, 0.3f}}, {{-3.1f, 0.1f}, {0.4f, 0.3f}}}));
        QCOMPARE(count(both, SceneItemKind::Obstacle, "Obstacle 2 overlaps with obstacle 1"), 1);
        const auto off = checkScene(withBoxes({{{-5, 0}, {0.4f, 0.3f}}}));
        QCOMPARE(
            count(off, SceneItemKind::Obstacle, "stands beside the road", CheckSeverity::Warning),
            1);
    }
    void tooFewSlotsForTheCarsAreTold() {
        Scenario s = raceOnCircle(3, 1);
        s.agents.count = 3;
        s.racing.startAnywhere = false;
        QCOMPARE(count(checkScene(s), SceneItemKind::Start, "2 slots for 3 cars"), 1);
    }
    void agentsOnOneLaneAreTold() {
        Scenario s = presetScenario("paper");
        QVERIFY(checkScene(s).empty());
        s.agents.legs = {0, 0, 0, 1};
        const auto checks = checkScene(s);
        QCOMPARE(count(checks, SceneItemKind::Agent, "starts where"), 1);
    }
    void aGoalThatACarJumpsOverIsTold() {
        Scenario s = presetScenario("paper");
        s.task.goalTolerance = 0.001;
        QCOMPARE(count(checkScene(s), SceneItemKind::GoalLine, "jumped over"), 1);
    }
    void aBendNarrowerThanTheCarTurnsMakesTheGoalUnreachable() {
        Scenario s = presetScenario("paper");
        s.agents.intentions = {"left", "right"};
        QCOMPARE(count(checkScene(s), SceneItemKind::Agent, "cannot reach"), 0);
        // Two lanes of 0.3 m, a car of 0.175 m: 0.3 + 0.2125 (1 + sqrt 2)^2 = 1.539 m at most.
        const double widest = 0.3 + (0.6 - 0.175) / 2 * std::pow(1 + std::sqrt(2.0), 2);
        VehicleSpec &car = s.vehicles.front();
        car.steeringLimit = std::atan(car.wheelbase / (widest - 0.02));
        QCOMPARE(count(checkScene(s), SceneItemKind::Agent, "cannot reach"), 0);
        car.steeringLimit = std::atan(car.wheelbase / (widest + 0.02));
        QCOMPARE(count(checkScene(s), SceneItemKind::Agent, "cannot reach"), 2); // turning left
    }
    void documentProblemsNameTheItem() {
        Scenario s = presetScenario("paper");
        s.map.laneWidth = 0.15; // car: 0.175 m
        QVERIFY(count(checkScene(s), SceneItemKind::LaneEdge, "0.175") >= 1);
    }
    void footprintsOverlapLikeRectangles() {
        const VehicleSpec car = vehicleDefaults(VehicleModel::F1tenth); // 0.494 m by 0.27 m
        const auto at = [&](float x, float y, float yaw) {
            return footprintAt(car, {{x, y}, yaw});
        };
        QVERIFY(footprintsOverlap(at(0, 0, 0), at(0.49f, 0, 0)));
        QVERIFY(!footprintsOverlap(at(0, 0, 0), at(0.50f, 0, 0)));
        QVERIFY(footprintsOverlap(at(0, 0, 0), at(0, 0.26f, 0)));
        QVERIFY(!footprintsOverlap(at(0, 0, 0), at(0, 0.28f, 0)));
        // A side turned by 45 degrees, beyond the front left corner at (0.414, 0.135): half a width
        // (0.135 m) and 2 cm away from it, or 2 cm too near.
        const float half = std::sqrt(0.5f);
        QVERIFY(!footprintsOverlap(at(0, 0, 0),
                                   at(0.414f + 0.155f * half, 0.135f + 0.155f * half, -kPi / 4)));
        QVERIFY(footprintsOverlap(at(0, 0, 0),
                                  at(0.414f + 0.115f * half, 0.135f + 0.115f * half, -kPi / 4)));
    }
};

QTEST_APPLESS_MAIN(TestScenarioChecks)
#include "test_scenario_checks.moc"

#include "core/scenario/scenario_checks.h"

#include "core/base/text.h"
#include "core/scenario/map_geometry.h"
#include "core/scenario/racing_line.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/scene_edit.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

// The item that a problem of the document is about, by its pointer.
SceneItem itemOf(const Scenario &s, const std::string &where) {
    const auto names = [&where](const char *pointer) {
        return where.find(pointer) != std::string::npos;
    };
    if (s.kind == ScenarioKind::Intersection) {
        if (names("/map/lane_width"))
            return {SceneItemKind::LaneEdge, 0};
        if (names("/map/half_size"))
            return {SceneItemKind::LegEnd, 0};
        if (names("/task/start_"))
            return {SceneItemKind::StartLine, 0};
        if (names("/task/goal_"))
            return {SceneItemKind::GoalLine, 0};
        if (names("/agents/"))
            return {SceneItemKind::Agent, 0};
    }
    return {SceneItemKind::Document};
}

void documentProblems(const Scenario &scenario, std::vector<SceneCheck> &found) {
    Scenario bare = scenario; // the track has checks of its own
    bare.track.reset();
    for (Problem &problem : validate(bare, scenario.name)) {
        const SceneItem item = itemOf(scenario, problem.where);
        found.push_back({CheckSeverity::Error, item, itemPlace(scenario, item), problem});
    }
    if (scenario.kind == ScenarioKind::Racing && !scenario.track)
        found.push_back({CheckSeverity::Error,
                         {SceneItemKind::Document},
                         std::nullopt,
                         {"The race", "has no track", "a new or an imported one"}});
}

std::string metres(double value) {
    return fixedText(value, 2) + " m";
}

// The widest bend that the carriageway of a turn leaves to the rear axle of a car.
void turns(const Scenario &s, std::vector<SceneCheck> &found) {
    const VehicleSpec &car = s.agentVehicle();
    const double needed = carLimits(car).turningRadius;
    const double box = s.map.laneWidth * double(s.map.lanesPerDirection);
    for (int agent = 0; agent < int(s.agents.count); ++agent)
        for (const Route &route : agentRoutes(s, agent)) {
            if (route.turn == Turn::Straight)
                continue;
            const bool near =
                (route.turn == Turn::Left) == (s.map.trafficSide == TrafficSide::Left);
            const double middle = near ? box / 2 : box * 1.5;
            // An arc from the outer edge over the inner edge at its middle to the outer edge again.
            const double room = box - car.bodyWidth;
            const double widest = middle + room / 2 * std::pow(1 + std::sqrt(2.0), 2);
            if (widest >= needed)
                continue;
            found.push_back({CheckSeverity::Error,
                             {SceneItemKind::Agent, agent},
                             route.start.position,
                             {itemName(s, {SceneItemKind::Agent, agent}),
                              std::string("cannot reach its goal on the ") +
                                  (route.turn == Turn::Left ? "left" : "right") +
                                  ": the bend is at most " + metres(widest) + " wide",
                              "at least the car's turning radius, " + metres(needed)}});
        }
}

void starts(const Scenario &s, std::vector<SceneCheck> &found) {
    const VehicleSpec &car = s.agentVehicle();
    const std::vector<Pose> poses = startPoses(s);
    for (std::size_t i = 0; i < poses.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (footprintsOverlap(footprintAt(car, poses[i]), footprintAt(car, poses[j])))
                found.push_back({CheckSeverity::Error,
                                 {SceneItemKind::Agent, int(i)},
                                 poses[i].position,
                                 {itemName(s, {SceneItemKind::Agent, int(i)}),
                                  "starts where agent A" + std::to_string(j + 1) + " does",
                                  "a leg with a free lane"}});
    const double rear = s.task.startDistance + s.task.startAlong + car.bodyRear;
    const SceneItem line{SceneItemKind::StartLine, 0};
    if (rear > s.map.halfSize)
        found.push_back({CheckSeverity::Warning,
                         line,
                         itemPlace(s, line),
                         {itemName(s, line),
                          "may lie " + metres(rear - s.map.halfSize) + " beyond the end of the leg",
                          "start_distance up to " +
                              metres(s.map.halfSize - s.task.startAlong - car.bodyRear)}});
    const double box = s.map.laneWidth * double(s.map.lanesPerDirection) + s.map.cornerRadius;
    const double nose = s.task.startDistance - s.task.startAlong - car.bodyFront;
    if (nose < box)
        found.push_back(
            {CheckSeverity::Warning,
             line,
             itemPlace(s, line),
             {itemName(s, line), "may reach into the crossing",
              "start_distance of at least " + metres(box + s.task.startAlong + car.bodyFront)}});
}

void goals(const Scenario &s, std::vector<SceneCheck> &found) {
    const SceneItem goal{SceneItemKind::GoalLine, 0};
    const double step = carLimits(s.agentVehicle()).topSpeed * s.task.decisionPeriod;
    if (2 * s.task.goalTolerance < step)
        found.push_back({CheckSeverity::Error,
                         goal,
                         itemPlace(s, goal),
                         {itemName(s, goal),
                          "can be jumped over: a decision at top speed takes a car " +
                              metres(step) + " further",
                          "goal_tolerance of at least " + metres(step / 2)}});
    // Between the goals of two lanes a car may pass both.
    const double between = s.map.laneWidth / 2;
    if (s.task.goalTolerance < between)
        found.push_back(
            {CheckSeverity::Warning,
             goal,
             itemPlace(s, goal),
             {itemName(s, goal),
              "leaves gaps between the lanes: it reaches " + metres(s.task.goalTolerance),
              "at least half a lane, " + metres(between)}});
    if (s.task.goalDistance + s.task.goalTolerance < s.map.laneWidth)
        found.push_back({CheckSeverity::Error,
                         goal,
                         itemPlace(s, goal),
                         {itemName(s, goal), "lies in the middle of the crossing", "on its leg"}});
}

} // namespace

std::array<Vec2, 4> footprintAt(const VehicleSpec &car, Pose pose) {
    const float front = float(car.bodyFront), rear = -float(car.bodyRear);
    const float half = float(car.bodyWidth) / 2;
    return {pose.toParent({front, half}), pose.toParent({front, -half}),
            pose.toParent({rear, -half}), pose.toParent({rear, half})};
}

// Two rectangles are apart when one of their four sides separates them.
bool footprintsOverlap(const std::array<Vec2, 4> &a, const std::array<Vec2, 4> &b) {
    for (const auto &box : {a, b})
        for (int side = 0; side < 2; ++side) {
            const Vec2 axis = box[std::size_t(side + 1)] - box[std::size_t(side)];
            const auto range = [axis](const std::array<Vec2, 4> &corners) {
                float low = dot(corners[0], axis), high = low;
                for (const Vec2 c : corners) {
                    low = std::min(low, dot(c, axis));
                    high = std::max(high, dot(c, axis));
                }
                return std::pair{low, high};
            };
            const auto [lowA, highA] = range(a);
            const auto [lowB, highB] = range(b);
            if (highA < lowB || highB < lowA)
                return false;
        }
    return true;
}

namespace scene_checks {

void crossing(const Scenario &s, std::vector<SceneCheck> &found) {
    turns(s, found);
    starts(s, found);
    goals(s, found);
}

} // namespace scene_checks

std::vector<SceneCheck> checkScene(const Scenario &scenario) {
    std::vector<SceneCheck> found;
    documentProblems(scenario, found);
    if (scenario.vehicles.empty())
        return found;
    if (scenario.kind == ScenarioKind::Intersection)
        scene_checks::crossing(scenario, found);
    else if (scenario.track)
        scene_checks::race(scenario, found);
    std::stable_sort(found.begin(), found.end(), [](const SceneCheck &a, const SceneCheck &b) {
        return a.severity < b.severity;
    });
    return found;
}

} // namespace paddock

#include "core/base/text.h"
#include "core/scenario/map_geometry.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

class Checker {
  public:
    Checker(const Scenario &scenario, const std::string &source) : s(scenario), m_source(source) {}

    void run() {
        vehicles();
        decisions();
        if (s.kind == ScenarioKind::Intersection) {
            agents();
            task();
        } else if (s.track) {
            for (Problem &problem : validate(*s.track, s.trackFile))
                problems.push_back(std::move(problem));
        }
        training();
    }
    std::vector<Problem> problems;

  private:
    void fail(const std::string &pointer, std::string what, std::string expected) {
        problems.push_back({m_source + ": " + pointer, std::move(what), std::move(expected)});
    }

    void vehicles() {
        std::string names;
        bool found = false;
        for (std::size_t i = 0; i < s.vehicles.size(); ++i) {
            const VehicleSpec &v = s.vehicles[i];
            const std::string at = "/vehicles/" + std::to_string(i);
            found = found || v.name == s.agents.vehicle;
            names += (i ? ", " : "") + v.name;
            for (const TireCurve *curve : {&v.longitudinalTire, &v.lateralTire})
                if (curve->asymptoteSlip <= curve->extremumSlip)
                    fail(at + (curve == &v.lateralTire ? "/lateral_tire" : "/longitudinal_tire") +
                             "/asymptote_slip",
                         "is " + numberText(curve->asymptoteSlip),
                         "more than extremum_slip " + numberText(curve->extremumSlip));
            if (v.comX <= 0 || v.comX >= v.wheelbase)
                fail(at + "/com_x", "is " + numberText(v.comX),
                     "between the axles, 0 to " + numberText(v.wheelbase) + " m");
            if (v.bodyFront < v.wheelbase)
                fail(at + "/body_front", "is " + numberText(v.bodyFront),
                     "at least the wheelbase " + numberText(v.wheelbase) + " m");
            // Box2D's polygon skin is 1 cm: much smaller bodies would not collide as drawn.
            if (std::min(v.bodyWidth, v.bodyFront + v.bodyRear) < 0.05)
                fail(at + "/body_width", "gives a footprint below 0.05 m", "at least 0.05 m");
        }
        if (!found)
            fail("/agents/vehicle", "is \"" + s.agents.vehicle + "\"", "one of " + names);
    }

    void agents() {
        for (const double leg : s.agents.legs)
            if (leg != std::floor(leg))
                fail("/agents/legs", "holds " + numberText(leg), "whole numbers 0 to 3");
        if (s.agents.intentions.empty())
            fail("/agents/intentions", "is []", "at least one of straight, left, right, any");
        for (const std::string &word : s.agents.intentions)
            if (word != "straight" && word != "left" && word != "right" && word != "any")
                fail("/agents/intentions", "holds \"" + word.substr(0, 60) + "\"",
                     "straight, left, right or any");
        const std::int64_t perLeg = (s.agents.count + std::int64_t(s.agents.legs.size()) - 1) /
                                    std::int64_t(s.agents.legs.size());
        if (perLeg > s.map.lanesPerDirection)
            fail("/agents/count", "puts " + std::to_string(perLeg) + " agents on one leg",
                 "at most one for each of its " + std::to_string(s.map.lanesPerDirection) +
                     " lanes");
    }

    void decisions() {
        const double tick = s.agentVehicle().tick, ticks = s.decisionPeriod() / tick;
        if (std::abs(ticks - std::round(ticks)) > 1e-6 || ticks < 0.5)
            fail(s.kind == ScenarioKind::Racing ? "/racing/decision_period"
                                                : "/task/decision_period",
                 "is " + numberText(s.decisionPeriod()),
                 "a whole number of the vehicle's ticks of " + numberText(tick) + " s");
        const std::int64_t rows = s.agentsPerWorld() * s.parallel.worlds;
        if (rows > 16384)
            fail("/parallel/worlds", "gives " + std::to_string(rows) + " rows",
                 "at most 16384 agents in all worlds");
        if (s.kind == ScenarioKind::Intersection && s.parallel.families != 1)
            fail("/parallel/families", "is " + std::to_string(s.parallel.families),
                 "1 at the intersection");
        if (s.agentsPerWorld() > 200)
            fail("/parallel/families",
                 "gives " + std::to_string(s.agentsPerWorld()) + " agents in a world",
                 "at most 200");
    }

    void task() {
        const VehicleSpec &v = s.agentVehicle();
        if (s.map.laneWidth <= v.bodyWidth)
            fail("/map/lane_width", "is " + numberText(s.map.laneWidth),
                 "more than the vehicle's width " + numberText(v.bodyWidth) + " m");
        const double box = s.map.laneWidth * double(s.map.lanesPerDirection);
        if (s.map.halfSize < box + s.map.cornerRadius)
            fail("/map/half_size", "is " + numberText(s.map.halfSize),
                 "more than lanes and corner, " + numberText(box + s.map.cornerRadius) + " m");
        for (const auto &[key, distance] : {std::pair{"start_distance", s.task.startDistance},
                                            std::pair{"goal_distance", s.task.goalDistance}})
            if (distance < box || distance > s.map.halfSize)
                fail(std::string("/task/") + key, "is " + numberText(distance),
                     "on the leg, " + numberText(box) + " to " + numberText(s.map.halfSize) + " m");
        if (s.task.restartPeriod > 0 &&
            (s.task.timeLimit <= 0 || s.task.restartPeriod < 1.5 * s.task.timeLimit))
            fail("/task/restart_period", "is " + numberText(s.task.restartPeriod),
                 "0, or at least 1.5 times a time_limit above 0, so that whole episodes fit "
                 "between");
        const double slack = (s.map.laneWidth - v.bodyWidth) / 2;
        if (s.task.startAcross > slack)
            fail("/task/start_across", "is " + numberText(s.task.startAcross),
                 "at most the room in the lane, " + numberText(slack) + " m");
    }

    void training() {
        const double rollout = double(std::max(
            s.training.horizon * s.parallel.worlds * s.agentsPerWorld(), s.training.bufferSize));
        if (rollout > 2e7)
            fail("/training/horizon", "gives an update of " + numberText(rollout) + " samples",
                 "at most 2e7");
        const double weights = double(s.training.hiddenUnits) * double(s.training.hiddenUnits) *
                               double(s.training.numLayers);
        if (weights > 1e8)
            fail("/training/hidden_units", "gives " + numberText(weights) + " weights",
                 "at most 1e8");
    }

    const Scenario &s;
    std::string m_source;
};

} // namespace

std::vector<Problem> validate(const Scenario &scenario, const std::string &source) {
    Checker checker(scenario, source);
    checker.run();
    return std::move(checker.problems);
}

} // namespace paddock

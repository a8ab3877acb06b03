#include "core/scenario/map_geometry.h"
#include "core/scenario/scene_edit_parts.h"

#include <algorithm>
#include <cmath>

namespace paddock::scene_edit {

namespace {

constexpr Vec2 kOut[4] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
constexpr double kRound = 1e3; // dragged lengths are whole millimetres

Vec2 leftOf(Vec2 v) {
    return {-v.y, v.x};
}
double rounded(double value) {
    return std::round(value * kRound) / kRound;
}
double halfRoad(const IntersectionMap &map) {
    return map.laneWidth * double(map.lanesPerDirection);
}
// Cars that come in on a leg keep to this side of it, seen outwards.
float inboundSide(const IntersectionMap &map) {
    return map.trafficSide == TrafficSide::Left ? -1.0f : 1.0f;
}
int agentLeg(const AgentsSpec &agents, int agent) {
    return agents.legs.empty() ? 0 : int(agents.legs[std::size_t(agent) % agents.legs.size()]) & 3;
}

// One value of the document that an item stands for.
struct Knob {
    const char *key;
    const char *unit;
    double *value;
    double min, max;
};
std::vector<Knob> knobsOf(Scenario &s, SceneItem item) {
    IntersectionMap &map = s.map;
    const double box = halfRoad(map);
    switch (item.kind) {
    case SceneItemKind::LegEnd:
        return {{"half size", "m", &map.halfSize, std::max(0.5, box + map.cornerRadius), 100}};
    case SceneItemKind::LaneEdge:
        return {{"lane width", "m", &map.laneWidth, 0.1, 10}};
    case SceneItemKind::Corner:
        return {{"corner radius", "m", &map.cornerRadius, 0, 10}};
    case SceneItemKind::StartLine:
        return {{"start distance", "m", &s.task.startDistance, 0, 100},
                {"start along", "m", &s.task.startAlong, 0, 10},
                {"start across", "m", &s.task.startAcross, 0, 1}};
    case SceneItemKind::GoalLine:
    case SceneItemKind::GoalSize:
        return {{"goal distance", "m", &s.task.goalDistance, 0, 100},
                {"goal tolerance", "m", &s.task.goalTolerance, 0.001, 10}};
    default:
        return {};
    }
}

void set(Scenario &s, SceneItem item, std::size_t knob, double value) {
    const std::vector<Knob> knobs = knobsOf(s, item);
    if (knob < knobs.size() && std::isfinite(value))
        *knobs[knob].value = std::clamp(rounded(value), knobs[knob].min, knobs[knob].max);
}

Vec2 goalPoint(const Scenario &s, int leg) {
    const Route route = makeRoute(s.map, s.task, (leg + 2) % 4, Turn::Straight);
    return route.goalMiddle;
}

} // namespace

std::optional<Vec2> crossingPlace(const Scenario &s, SceneItem item) {
    const int leg = item.index & 3;
    const Vec2 out = kOut[leg], left = leftOf(out);
    const float b = float(halfRoad(s.map)), r = float(s.map.cornerRadius);
    const float end = float(s.map.halfSize), half = std::sqrt(0.5f);
    switch (item.kind) {
    case SceneItemKind::LegEnd:
        return out * end;
    case SceneItemKind::LaneEdge:
        return out * ((b + r + end) / 2) + left * b;
    case SceneItemKind::Corner:
        return (out + left) * (b + r - r * half);
    case SceneItemKind::StartLine:
        return out * float(s.task.startDistance) + left * (inboundSide(s.map) * b);
    case SceneItemKind::GoalLine:
        return goalPoint(s, leg);
    case SceneItemKind::GoalSize: {
        const Route route = makeRoute(s.map, s.task, (leg + 2) % 4, Turn::Straight);
        return route.goals.back() + out * float(s.task.goalTolerance);
    }
    case SceneItemKind::Agent: {
        const std::vector<Pose> starts = startPoses(s);
        if (item.index < 0 || item.index >= int(starts.size()))
            return std::nullopt;
        return starts[std::size_t(item.index)].position;
    }
    default:
        return std::nullopt;
    }
}

std::vector<SceneHandle> crossingHandles(const Scenario &s, SceneItem selected) {
    std::vector<SceneHandle> handles;
    const auto add = [&](SceneItemKind kind, int index) {
        const SceneItem item{kind, index};
        if (const auto at = crossingPlace(s, item))
            handles.push_back({item, *at});
    };
    for (int i = 0; i < int(s.agents.count); ++i)
        add(SceneItemKind::Agent, i);
    for (int leg = 0; leg < 4; ++leg) {
        for (const SceneItemKind kind :
             {SceneItemKind::LegEnd, SceneItemKind::LaneEdge, SceneItemKind::Corner,
              SceneItemKind::StartLine, SceneItemKind::GoalLine})
            add(kind, leg);
        if (selected.kind == SceneItemKind::GoalLine || selected.kind == SceneItemKind::GoalSize)
            add(SceneItemKind::GoalSize, leg);
    }
    return handles;
}

Scenario crossingDragged(const Scenario &scenario, SceneItem item, Vec2 to) {
    Scenario s = scenario;
    const int leg = item.index & 3;
    const Vec2 out = kOut[leg], left = leftOf(out);
    const double along = dot(to, out), aside = dot(to, left);
    switch (item.kind) {
    case SceneItemKind::LegEnd:
    case SceneItemKind::StartLine:
    case SceneItemKind::GoalLine:
        set(s, item, 0, along);
        break;
    case SceneItemKind::LaneEdge:
        set(s, item, 0, aside / double(s.map.lanesPerDirection));
        break;
    case SceneItemKind::Corner: {
        const double diagonal = (along + aside) / std::sqrt(2.0);
        set(s, item, 0,
            std::max(0.0, (diagonal - std::sqrt(2.0) * halfRoad(s.map)) / (std::sqrt(2.0) - 1)));
        break;
    }
    case SceneItemKind::GoalSize: {
        const Route route = makeRoute(s.map, s.task, (leg + 2) % 4, Turn::Straight);
        set(s, item, 1, double(length(to - route.goals.back())));
        break;
    }
    case SceneItemKind::Agent: {
        if (item.index < 0 || item.index >= int(s.agents.count))
            break;
        int nearest = 0;
        for (int other = 1; other < 4; ++other)
            if (dot(to, kOut[other]) > dot(to, kOut[nearest]))
                nearest = other;
        if (nearest == agentLeg(s.agents, item.index))
            break;
        // Each agent names its own leg from now on; the others stay where they are.
        std::vector<double> legs;
        for (int i = 0; i < int(s.agents.count); ++i)
            legs.push_back(i == item.index ? nearest : agentLeg(scenario.agents, i));
        s.agents.legs = std::move(legs);
        break;
    }
    default:
        break;
    }
    return s;
}

std::vector<ItemField> crossingFields(const Scenario &scenario, SceneItem item) {
    Scenario s = scenario;
    std::vector<ItemField> fields;
    for (const Knob &knob : knobsOf(s, item))
        fields.push_back({knob.key, knob.unit, *knob.value, knob.min, knob.max});
    if (item.kind == SceneItemKind::Agent)
        fields.push_back({"leg", "", double(agentLeg(s.agents, item.index)), 0, 3});
    return fields;
}

Scenario withCrossingField(const Scenario &scenario, SceneItem item, std::size_t field,
                           double value) {
    Scenario s = scenario;
    if (item.kind == SceneItemKind::Agent)
        return crossingDragged(s, item, kOut[int(std::lround(value)) & 3]);
    const std::vector<Knob> knobs = knobsOf(s, item);
    if (field < knobs.size())
        *knobs[field].value = value;
    return s;
}

} // namespace paddock::scene_edit

namespace paddock {

std::vector<Route> agentRoutes(const Scenario &s, int agent) {
    if (s.kind != ScenarioKind::Intersection || s.agents.intentions.empty() || agent < 0)
        return {};
    using scene_edit::agentLeg;
    const int leg = agentLeg(s.agents, agent);
    int lane = 0; // agents that share a leg take its lanes from the inner one outward
    for (int i = 0; i < agent; ++i)
        lane += agentLeg(s.agents, i) == leg ? 1 : 0;
    lane %= int(std::max<std::int64_t>(s.map.lanesPerDirection, 1));
    const std::string &word = s.agents.intentions[std::size_t(agent) % s.agents.intentions.size()];
    std::vector<Route> routes;
    for (const auto &[name, turn] :
         {std::pair{"straight", Turn::Straight}, std::pair{"left", Turn::Left},
          std::pair{"right", Turn::Right}})
        if (word == name || word == "any")
            routes.push_back(makeRoute(s.map, s.task, leg, turn, lane));
    return routes;
}

} // namespace paddock

#include "widgets/scene/scene_model.h"

#include <algorithm>
#include <limits>

namespace paddock {

namespace {

// Distance from `goal` to where the route leads.
float missBy(const Route &route, Vec2 goal) {
    float best = length(route.goalMiddle - goal);
    for (const Vec2 g : route.goals)
        best = std::min(best, length(g - goal));
    return best;
}

bool mayTurn(const std::string &intention, Turn turn) {
    switch (turn) {
    case Turn::Straight:
        return intention == "any" || intention == "straight";
    case Turn::Left:
        return intention == "any" || intention == "left";
    case Turn::Right:
        return intention == "any" || intention == "right";
    }
    return false;
}

} // namespace

SceneModel buildSceneModel(const Scenario &scenario) {
    SceneModel model;
    model.scenario = scenario;
    model.geometry = sceneGeometry(scenario);
    model.layout =
        TileLayout(int(scenario.parallel.worlds), model.geometry.min, model.geometry.max, kTileGap);
    const bool isKnown = !scenario.vehicles.empty();
    model.car = carShape(isKnown ? scenario.agentVehicle() : VehicleSpec{});
    model.carNear = buildCarMesh(model.car, CarDetail::Near);
    model.carFar = buildCarMesh(model.car, CarDetail::Far);
    return model;
}

std::optional<Route> routeOf(const Scenario &scenario, int agent, Vec2 goal) {
    const AgentsSpec &agents = scenario.agents;
    if (scenario.kind != ScenarioKind::Intersection || agents.legs.empty() ||
        agents.intentions.empty() || agent < 0)
        return std::nullopt;
    const auto i = std::size_t(agent);
    const int leg = int(agents.legs[i % agents.legs.size()]) & 3;
    const std::string &intention = agents.intentions[i % agents.intentions.size()];
    std::optional<Route> best;
    float bestMiss = std::numeric_limits<float>::max();
    for (const Turn turn : {Turn::Straight, Turn::Left, Turn::Right}) {
        if (!mayTurn(intention, turn))
            continue;
        Route route = makeRoute(scenario.map, scenario.task, leg, turn);
        if (missBy(route, goal) < bestMiss) {
            bestMiss = missBy(route, goal);
            best = std::move(route);
        }
    }
    return best;
}

} // namespace paddock

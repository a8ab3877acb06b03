// What a scenario looks like before anything moves: layout, meshes, measures. No GL.
#pragma once

#include "core/scenario/map_geometry.h"
#include "core/scenario/scenario.h"
#include "widgets/scene/car_mesh.h"
#include "widgets/scene/tile_layout.h"
#include "widgets/scene/tile_mesh.h"

#include <algorithm>
#include <optional>

namespace paddock {

inline constexpr float kTileGap = 0.22f; // m between tiles

struct SceneModel {
    Scenario scenario;
    MapGeometry geometry;
    TileLayout layout;
    CarShape car;
    Mesh carNear;
    Mesh carFar;

    // Identity of a row's car: the same for the same place in every family.
    int colorOf(int row) const { return row % std::max(1, int(scenario.agents.count)); }
};

SceneModel buildSceneModel(const Scenario &scenario);

// The way through the crossing that an agent is on: its leg and intention, told apart by its goal
// where the scenario leaves them open. nullopt without legs.
std::optional<Route> routeOf(const Scenario &scenario, int agent, Vec2 goal);

} // namespace paddock

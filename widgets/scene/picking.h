// Which car a click means.
#pragma once

#include "core/scenario/vehicle_spec.h"
#include "core/sim/scene_snapshot.h"
#include "widgets/scene/camera.h"
#include "widgets/scene/tile_layout.h"

namespace paddock {

// Row of the car whose body the ray through `pixel` hits first; else the car nearest to the ground
// point in the tile that was clicked, if it is within a car's length or `reachPixels`; -1 for none.
int pickAgent(const Camera &camera, QPointF pixel, const SceneSnapshot &scene,
              const TileLayout &layout, const VehicleSpec &vehicle, float reachPixels = 24);

} // namespace paddock

// One world's tile as triangles: slab, verge, pavement, road, paint, kerbs. The same for all
// worlds.
#pragma once

#include "core/scenario/map_geometry.h"
#include "widgets/scene/mesh.h"
#include "widgets/scene/scene_theme.h"

#include <span>

namespace paddock {

// A point of a flat area on the ground.
struct SurfaceVertex {
    float x, y; // m, world frame
    std::uint8_t rgba[4];
};

// One edge point of a ribbon on the ground. The shader widens the ribbon by a pixel and fades its
// edges, so that thin paint stays calm at any distance.
struct LineVertex {
    float x, y;   // m, middle of the ribbon
    float nx, ny; // across the ribbon, towards this edge
    float side;   // -1 or 1
    float half;   // m, half width
    std::uint8_t rgba[4];
};

struct TileMesh {
    Vec2 min, max;                      // m
    std::vector<SurfaceVertex> surface; // drawn in order, later over earlier
    std::vector<std::uint32_t> surfaceIndices;
    std::vector<LineVertex> lines;
    std::vector<std::uint32_t> lineIndices;
    Mesh slab;   // sides below the ground
    Mesh solids; // above it: kerbs, trees
};

TileMesh buildTileMesh(const MapGeometry &geometry, const SceneTheme &theme);

// Appends a ribbon along `points`. `fade` is the alpha of the first point relative to the last
// one's.
void appendRibbon(std::span<const Vec2> points, float width, const QColor &color, bool closed,
                  float fade, std::vector<LineVertex> &vertices,
                  std::vector<std::uint32_t> &indices);

// The pieces of a broken line: `on` metres painted, `off` metres left out, whole pieces only.
std::vector<std::vector<Vec2>> dashes(Vec2 from, Vec2 to, float on, float off);

} // namespace paddock

// Colours laid over the road of one world, a square each, with the scale that explains them.
#pragma once

#include "core/base/vec2.h"
#include "widgets/scene/tile_mesh.h"

#include <QColor>
#include <QString>

#include <cstdint>
#include <vector>

namespace paddock {

struct HeatLegend {
    struct Stop {
        QColor color;
        QString label; // may be empty
    };
    QString title, note;
    std::vector<Stop> stops; // from low to high
    bool continuous = true;  // a bar that runs through the stops; else a swatch for each
};

struct HeatMap {
    int world = 0;
    float cell = 0;             // m, edge of a square
    std::vector<Vec2> middles;  // [N] m, world's frame, on a grid of `cell`
    std::vector<QColor> colors; // [N]
    HeatLegend legend;
};

// Triangles of a map: where the legend is continuous, colours run from square to square.
struct HeatMesh {
    std::vector<SurfaceVertex> vertices;
    std::vector<std::uint32_t> indices;
};
HeatMesh buildHeatMesh(const HeatMap &map);

} // namespace paddock

// Walls as rays see them. Constant once built; any number of threads may cast.
#pragma once

#include "core/base/vec2.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paddock {

// How a ray finds the first wall. All give the same range; `paddock-cli bench --filter lidar`
// measures them. Grid is the fastest on tracks and the default.
enum class RayMethod {
    BruteForce,   // every segment, vectorised
    Grid,         // the cells along the ray
    DistanceField // leaps as far as no wall can be, then the segments of the cell
};

inline constexpr RayMethod kFastestRays = RayMethod::Grid;

class WallRays {
  public:
    // `walls` are closed polylines, m.
    explicit WallRays(const std::vector<std::vector<Vec2>> &walls, RayMethod method = kFastestRays);

    // Distance (m) from `origin` along the unit vector (dx, dy) to the first wall; `limit` when
    // there is none that near. Worked out in double precision.
    double cast(Vec2 origin, double dx, double dy, double limit) const;

    std::size_t segments() const { return m_segments.size(); }
    RayMethod method() const { return m_method; }

  private:
    struct Piece { // a segment as rays use it
        double x, y, ex, ey;
    };
    // Cells of a uniform grid, each with the segments that run through it or touch it.
    struct Grid {
        double minX = 0, minY = 0, cell = 1, perMetre = 1; // m, m, m, 1/m
        int width = 0, height = 0;
        std::vector<std::uint32_t> first; // [width * height + 1]
        std::vector<std::uint32_t> items; // indices of segments
        std::vector<float> leap;          // m, below the distance to any wall; [width * height]
    };
    struct Inverse { // of a direction's parts
        double x, y;
    };
    struct Span { // the part of a ray within the grid
        double from, to;
    };

    void add(Vec2 a, Vec2 b);
    void build();
    void placeGrid(double cellsPerSide, double finest);
    void fillGrid();
    void fillLeaps();
    Span clip(Vec2 origin, const Inverse &inverse, double limit) const;
    double hitIn(std::size_t cell, Vec2 origin, double dx, double dy, double best) const;
    double castBrute(Vec2 origin, double dx, double dy, double limit) const;
    double castGrid(Vec2 origin, double dx, double dy, double limit) const;
    double castField(Vec2 origin, double dx, double dy, double limit) const;

    RayMethod m_method;
    std::vector<Piece> m_segments;
    std::vector<float> m_x, m_y, m_ex, m_ey; // the same for vector instructions; [segments]
    Grid m_grid;
};

} // namespace paddock

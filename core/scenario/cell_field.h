// Fields over a grid of cells: connected parts, exact distances, and level lines. What an occupancy
// map has to go through to become a track.
#pragma once

#include "core/base/vec2.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paddock {

// A grid of cells, row-major, row 0 at the bottom.
template <class T>
struct CellGrid {
    int width = 0;
    int height = 0;
    std::vector<T> cells; // [height * width]

    CellGrid() = default;
    CellGrid(int w, int h, T value)
        : width(w), height(h), cells(std::size_t(w) * std::size_t(h), value) {}
    std::size_t index(int x, int y) const {
        return std::size_t(y) * std::size_t(width) + std::size_t(x);
    }
    T &at(int x, int y) { return cells[index(x, y)]; }
    const T &at(int x, int y) const { return cells[index(x, y)]; }
};

// One connected part of the cells that are set.
struct CellPart {
    std::size_t cells = 0;
    bool touchesEdge = false;
};

// Numbers the connected parts of mask != 0 from 1 in `labels` (0 elsewhere). Diagonal neighbours
// belong together when `diagonal`. parts[label - 1] describes them.
struct CellParts {
    CellGrid<std::int32_t> labels;
    std::vector<CellPart> parts;
};
CellParts connectedParts(const CellGrid<std::uint8_t> &mask, bool diagonal);

// Distance in cells from each cell's middle to the middle of the nearest set cell, exact
// (Felzenszwalb and Huttenlocher 2012). Needs at least one set cell.
CellGrid<float> distanceField(const CellGrid<std::uint8_t> &mask);

// The closed lines on which the field, linear between cells' middles, is zero, by marching squares;
// positive cells lie on the left. Coordinates in cells: the middle of cell (x, y) is (x, y). Cells
// at the edge must be negative. Where both pairs of opposite cells could be joined, the negative
// ones are.
std::vector<std::vector<Vec2>> zeroLines(const CellGrid<float> &field);

} // namespace paddock

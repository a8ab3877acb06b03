// Where each world lies in the scene: a near-square grid of tiles, world 0 top left, rows running
// right and down.
#pragma once

#include "core/base/vec2.h"

namespace paddock {

class TileLayout {
  public:
    TileLayout() = default;
    // `tileMin`, `tileMax`: bounding box (m) of one tile in its world's frame; `gap`: m between
    // tiles.
    TileLayout(int worlds, Vec2 tileMin, Vec2 tileMax, float gap);

    int worlds() const { return m_worlds; }
    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    Vec2 tileMin() const { return m_tileMin; }
    Vec2 tileMax() const { return m_tileMax; }

    // Scene position of the origin of a world's frame; the middle of the whole grid is the scene's
    // origin.
    Vec2 origin(int world) const;
    // World whose tile holds the scene point, -1 where there is none.
    int worldAt(Vec2 scenePoint) const;
    // Corners of what worlds cover: one tile, or all tiles for world -1. Without worlds: one tile
    // at the origin.
    Vec2 boundsMin(int world) const;
    Vec2 boundsMax(int world) const;

  private:
    int m_worlds = 0;
    int m_columns = 0;
    int m_rows = 0;
    Vec2 m_tileMin{-1.5f, -1.5f};
    Vec2 m_tileMax{1.5f, 1.5f};
    Vec2 m_pitch{3, 3};
};

} // namespace paddock

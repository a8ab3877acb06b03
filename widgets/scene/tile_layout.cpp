#include "widgets/scene/tile_layout.h"

#include <algorithm>
#include <cmath>

namespace paddock {

TileLayout::TileLayout(int worlds, Vec2 tileMin, Vec2 tileMax, float gap)
    : m_worlds(std::max(worlds, 0)), m_tileMin(tileMin),
      m_tileMax(tileMax), m_pitch{tileMax.x - tileMin.x + gap, tileMax.y - tileMin.y + gap} {
    if (m_worlds == 0)
        return;
    m_columns = int(std::ceil(std::sqrt(double(m_worlds))));
    m_rows = (m_worlds + m_columns - 1) / m_columns;
}

Vec2 TileLayout::origin(int world) const {
    if (world < 0 || world >= m_worlds)
        return {};
    const int column = world % m_columns, row = world / m_columns;
    const Vec2 middle = (m_tileMin + m_tileMax) * 0.5f;
    const Vec2 cell{(float(column) - 0.5f * float(m_columns - 1)) * m_pitch.x,
                    (0.5f * float(m_rows - 1) - float(row)) * m_pitch.y};
    return cell - middle;
}

int TileLayout::worldAt(Vec2 p) const {
    if (m_worlds == 0)
        return -1;
    const float column = std::round(p.x / m_pitch.x + 0.5f * float(m_columns - 1));
    const float row = std::round(0.5f * float(m_rows - 1) - p.y / m_pitch.y);
    if (!(column >= 0 && column < float(m_columns) && row >= 0 && row < float(m_rows)))
        return -1;
    const int world = int(row) * m_columns + int(column);
    if (world >= m_worlds)
        return -1;
    const Vec2 local = p - origin(world);
    const bool inside = local.x >= m_tileMin.x && local.x <= m_tileMax.x &&
                        local.y >= m_tileMin.y && local.y <= m_tileMax.y;
    return inside ? world : -1;
}

Vec2 TileLayout::boundsMin(int world) const {
    if (world >= 0 || m_worlds == 0)
        return origin(world) + m_tileMin;
    return {origin(0).x + m_tileMin.x, origin(m_worlds - 1).y + m_tileMin.y};
}

Vec2 TileLayout::boundsMax(int world) const {
    if (world >= 0 || m_worlds == 0)
        return origin(world) + m_tileMax;
    return {origin(m_columns - 1).x + m_tileMax.x, origin(0).y + m_tileMax.y};
}

} // namespace paddock

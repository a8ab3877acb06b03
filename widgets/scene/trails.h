// Where the agents went lately: one ring of positions per row, cut where an agent was put
// elsewhere.
#pragma once

#include "core/base/vec2.h"

#include <span>
#include <vector>

namespace paddock {

class Trails {
  public:
    static constexpr int kLength = 96;        // points a row keeps
    static constexpr float kSpacing = 0.015f; // m between points at least
    static constexpr float kJump = 0.30f;     // m between two snapshots that is taken for a respawn

    // Forgets everything and makes room for `rows` agents.
    void reset(int rows);
    int rows() const { return int(m_rows.size()); }

    // Appends a position. `restarts`: the agent's episode ended, so the line ends too. Returns
    // whether it was cut.
    bool add(int row, Vec2 position, bool restarts);

    // Points of a row, oldest first, the agent's own position last.
    int size(int row) const { return m_rows[std::size_t(row)].count; }
    Vec2 point(int row, int index) const;

  private:
    struct Ring {
        int head = 0; // where the next point goes
        int count = 0;
    };
    Vec2 &slot(int row, int index) { return m_points[std::size_t(row * kLength + index)]; }
    std::vector<Ring> m_rows;
    std::vector<Vec2> m_points; // [rows, kLength]
};

} // namespace paddock

#include "widgets/scene/trails.h"

namespace paddock {

void Trails::reset(int rows) {
    m_rows.assign(std::size_t(rows), Ring{});
    m_points.assign(std::size_t(rows) * kLength, Vec2{});
}

Vec2 Trails::point(int row, int index) const {
    const Ring &ring = m_rows[std::size_t(row)];
    const int at = (ring.head - ring.count + index + 2 * kLength) % kLength;
    return m_points[std::size_t(row * kLength + at)];
}

bool Trails::add(int row, Vec2 position, bool restarts) {
    Ring &ring = m_rows[std::size_t(row)];
    const bool cut =
        ring.count > 0 && (restarts || length(position - point(row, ring.count - 1)) > kJump);
    if (cut)
        ring.count = 0;
    // The newest point rides along with the agent until it is far enough from the one before.
    const bool replaces = ring.count >= 2 && length(point(row, ring.count - 1) -
                                                    point(row, ring.count - 2)) < kSpacing;
    if (replaces) {
        slot(row, (ring.head + kLength - 1) % kLength) = position;
        return cut;
    }
    slot(row, ring.head) = position;
    ring.head = (ring.head + 1) % kLength;
    ring.count = ring.count < kLength ? ring.count + 1 : kLength;
    return cut;
}

} // namespace paddock

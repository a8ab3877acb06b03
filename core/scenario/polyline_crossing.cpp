#include "core/scenario/polyline.h"

#include <algorithm>
#include <cstdint>

namespace paddock {

namespace {

constexpr int kMaxCells = 128;                 // along each side of the grid
constexpr std::int64_t kMaxTests = 40'000'000; // pairs of segments; less than a second

double orientation(Vec2 a, Vec2 b, Vec2 c) {
    return (double(b.x) - a.x) * (double(c.y) - a.y) - (double(b.y) - a.y) * (double(c.x) - a.x);
}

bool onSegment(Vec2 a, Vec2 b, Vec2 p) {
    return std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= p.y &&
           p.y <= std::max(a.y, b.y);
}

// Do two closed segments share a point? If so, one of them.
bool segmentsMeet(Vec2 a, Vec2 b, Vec2 c, Vec2 d, Vec2 &at) {
    const double o1 = orientation(a, b, c), o2 = orientation(a, b, d);
    const double o3 = orientation(c, d, a), o4 = orientation(c, d, b);
    if (((o1 > 0) != (o2 > 0)) && o1 != 0 && o2 != 0 && ((o3 > 0) != (o4 > 0)) && o3 != 0 &&
        o4 != 0) {
        at = a + (b - a) * float(o3 / (o3 - o4));
        return true;
    }
    const auto touches = [&at](double o, Vec2 p, Vec2 q, Vec2 r) {
        if (o != 0 || !onSegment(p, q, r))
            return false;
        at = r;
        return true;
    };
    return touches(o1, a, b, c) || touches(o2, a, b, d) || touches(o3, c, d, a) ||
           touches(o4, c, d, b);
}

// Segments by the cells of a uniform grid that they run through.
class CellLists {
  public:
    explicit CellLists(std::span<const Vec2> line) : m_line(line) {
        m_min = m_max = line.front();
        for (const Vec2 p : line) {
            m_min = {std::min(m_min.x, p.x), std::min(m_min.y, p.y)};
            m_max = {std::max(m_max.x, p.x), std::max(m_max.y, p.y)};
        }
        const double side = std::max({double(m_max.x) - m_min.x, double(m_max.y) - m_min.y, 1e-6});
        m_perMetre = std::min(double(kMaxCells), 1 + double(line.size()) / 4) / side;
        m_cells.resize(std::size_t(kMaxCells + 2) * (kMaxCells + 2));
        for (std::size_t i = 0; i < line.size(); ++i)
            visit(line[i], line[(i + 1) % line.size()], [&](std::size_t cell) {
                m_cells[cell].push_back(std::uint32_t(i));
                return true;
            });
    }

    const std::vector<std::uint32_t> &operator[](std::size_t cell) const { return m_cells[cell]; }

    // Calls use(cell) for every cell near the segment; stops when it says false.
    template <class Use>
    void visit(Vec2 a, Vec2 b, Use use) const {
        if (a.y > b.y)
            std::swap(a, b);
        const int from = index(a.y, m_min.y), to = index(b.y, m_min.y);
        const double perY = b.y > a.y ? (double(b.x) - a.x) / (double(b.y) - a.y) : 0;
        for (int row = from; row <= to; ++row) {
            // The part of the segment within this row and a little beyond.
            const double low = m_min.y + (row - 0.01) / m_perMetre;
            const double high = m_min.y + (row + 1.01) / m_perMetre;
            double x0 = a.x, x1 = b.x;
            if (b.y > a.y) {
                // The first and last row also take what lies outside of the grid.
                if (low > a.y && row > 0)
                    x0 = a.x + perY * (low - a.y);
                if (high < b.y && row < kMaxCells + 1)
                    x1 = a.x + perY * (high - a.y);
            }
            const int left = index(std::min(x0, x1), m_min.x);
            const int right = index(std::max(x0, x1), m_min.x);
            for (int column = left; column <= right; ++column)
                if (!use(std::size_t(row) * (kMaxCells + 2) + std::size_t(column)))
                    return;
        }
    }

  private:
    int index(double value, double origin) const {
        return int(std::clamp((value - origin) * m_perMetre, 0.0, double(kMaxCells + 1)));
    }

    std::span<const Vec2> m_line;
    Vec2 m_min, m_max;
    double m_perMetre = 1;
    std::vector<std::vector<std::uint32_t>> m_cells;
};

// The crossing with the smallest indices among pairs that `counts` lets through.
template <class Counts>
CrossingState search(std::span<const Vec2> a, std::span<const Vec2> b, Counts counts,
                     Crossing &found) {
    if (a.size() < 3 || b.size() < 3)
        return CrossingState::None;
    const CellLists cells(b);
    std::int64_t tests = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Vec2 a0 = a[i], a1 = a[(i + 1) % a.size()];
        std::size_t best = b.size();
        cells.visit(a0, a1, [&](std::size_t cell) {
            for (const std::uint32_t j : cells[cell]) {
                Vec2 at;
                ++tests;
                if (j < best && counts(i, j) &&
                    segmentsMeet(a0, a1, b[j], b[(j + 1) % b.size()], at)) {
                    best = j;
                    found = {i, j, at};
                }
            }
            return tests <= kMaxTests;
        });
        if (tests > kMaxTests)
            return CrossingState::TooTangled;
        if (best < b.size())
            return CrossingState::Found;
    }
    return CrossingState::None;
}

} // namespace

CrossingState findSelfCrossing(std::span<const Vec2> line, Crossing &found) {
    const std::size_t n = line.size();
    return search(
        line, line, [n](std::size_t i, std::size_t j) { return j > i + 1 && j + 1 - i < n; },
        found);
}

CrossingState findCrossing(std::span<const Vec2> a, std::span<const Vec2> b, Crossing &found) {
    return search(
        a, b, [](std::size_t, std::size_t) { return true; }, found);
}

} // namespace paddock

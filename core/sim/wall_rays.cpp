#include "core/sim/wall_rays.h"

#include "core/scenario/cell_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

// A segment reaches this much (of its length) beyond its ends, so that no ray slips through where
// two of them meet.
constexpr double kReach = 1e-9;
constexpr float kReachSingle = 1e-4f; // the same for a first look in single precision
constexpr double kFar = 1e30;

// The ray's parameter at which it meets the segment when that is before `best`, else `best`.
// Divides only for a hit: most segments that are looked at lie elsewhere.
double meet(double ax, double ay, double ex, double ey, double dx, double dy, double best) {
    const double det = dx * ey - dy * ex;
    const double sign = std::copysign(1.0, det), across = std::abs(det);
    const double u = (ax * dy - ay * dx) * sign;
    const double t = (ax * ey - ay * ex) * sign;
    const double reach = kReach * across;
    if (u < -reach || u > across + reach || t < 0 || t >= best * across)
        return best;
    return t / across;
}

// One over a part of a direction; large instead of infinite, so that no product is undefined.
double invert(double part) {
    return std::abs(part) > 1e-12 ? 1 / part : std::copysign(1e12, part);
}

} // namespace

WallRays::WallRays(const std::vector<std::vector<Vec2>> &walls, RayMethod method)
    : m_method(method) {
    for (const std::vector<Vec2> &wall : walls)
        for (std::size_t i = 0; i < wall.size(); ++i)
            add(wall[i], wall[i + 1 < wall.size() ? i + 1 : 0]);
    build();
}

void WallRays::add(Vec2 a, Vec2 b) {
    if (a == b)
        return;
    m_segments.push_back({a.x, a.y, double(b.x) - a.x, double(b.y) - a.y});
    m_x.push_back(a.x);
    m_y.push_back(a.y);
    m_ex.push_back(b.x - a.x);
    m_ey.push_back(b.y - a.y);
}

void WallRays::build() {
    if (m_method == RayMethod::BruteForce || m_segments.empty())
        return;
    // Cells of the sizes that measured best on tracks of 1:10 (bench rows lidar/*).
    const bool field = m_method == RayMethod::DistanceField;
    placeGrid(field ? 1024 : 512, field ? 0.08 : 0.3);
    fillGrid();
    if (field)
        fillLeaps();
}

void WallRays::placeGrid(double cellsPerSide, double finest) {
    double maxX = -kFar, maxY = -kFar;
    m_grid.minX = m_grid.minY = kFar;
    for (const Piece &s : m_segments) {
        m_grid.minX = std::min({m_grid.minX, s.x, s.x + s.ex});
        m_grid.minY = std::min({m_grid.minY, s.y, s.y + s.ey});
        maxX = std::max({maxX, s.x, s.x + s.ex});
        maxY = std::max({maxY, s.y, s.y + s.ey});
    }
    const double side = std::max(maxX - m_grid.minX, maxY - m_grid.minY);
    m_grid.cell = std::max(finest, side / cellsPerSide);
    m_grid.perMetre = 1 / m_grid.cell;
    // A rim, so that walls on the outline lie within.
    m_grid.minX -= m_grid.cell / 2;
    m_grid.minY -= m_grid.cell / 2;
    m_grid.width = int((maxX - m_grid.minX) * m_grid.perMetre) + 2;
    m_grid.height = int((maxY - m_grid.minY) * m_grid.perMetre) + 2;
}

void WallRays::fillGrid() {
    const double slack = m_grid.cell * 1e-3; // rays that run along the edge of a cell
    const auto column = [&](double x, int count, double origin) {
        return std::clamp(int(std::floor((x - origin) * m_grid.perMetre)), 0, count - 1);
    };
    const auto visit = [&](const Piece &s, auto use) {
        const double y0 = std::min(s.y, s.y + s.ey) - slack, y1 = std::max(s.y, s.y + s.ey) + slack;
        for (int row = column(y0, m_grid.height, m_grid.minY);
             row <= column(y1, m_grid.height, m_grid.minY); ++row) {
            // The segment's part within the row.
            double t0 = 0, t1 = 1;
            if (s.ey != 0) {
                const double low = m_grid.minY + row * m_grid.cell - slack;
                const double high = low + m_grid.cell + 2 * slack;
                const double a = (low - s.y) / s.ey, b = (high - s.y) / s.ey;
                t0 = std::clamp(std::min(a, b), 0.0, 1.0);
                t1 = std::clamp(std::max(a, b), 0.0, 1.0);
            }
            const double xa = s.x + t0 * s.ex, xb = s.x + t1 * s.ex;
            for (int x = column(std::min(xa, xb) - slack, m_grid.width, m_grid.minX);
                 x <= column(std::max(xa, xb) + slack, m_grid.width, m_grid.minX); ++x)
                use(std::size_t(row) * std::size_t(m_grid.width) + std::size_t(x));
        }
    };
    // Count, then fill: one flat list for all cells.
    m_grid.first.assign(std::size_t(m_grid.width) * std::size_t(m_grid.height) + 1, 0);
    for (const Piece &s : m_segments)
        visit(s, [&](std::size_t cell) { ++m_grid.first[cell + 1]; });
    for (std::size_t i = 1; i < m_grid.first.size(); ++i)
        m_grid.first[i] += m_grid.first[i - 1];
    m_grid.items.resize(m_grid.first.back());
    std::vector<std::uint32_t> next(m_grid.first.begin(), m_grid.first.end() - 1);
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        visit(m_segments[i],
              [&](std::size_t cell) { m_grid.items[next[cell]++] = std::uint32_t(i); });
}

void WallRays::fillLeaps() {
    CellGrid<std::uint8_t> walls(m_grid.width, m_grid.height, 0);
    for (std::size_t i = 0; i < walls.cells.size(); ++i)
        walls.cells[i] = m_grid.first[i + 1] > m_grid.first[i];
    const CellGrid<float> distance = distanceField(walls);
    m_grid.leap.resize(walls.cells.size());
    // From middle to middle; the ray and the wall may each be half a diagonal nearer.
    for (std::size_t i = 0; i < m_grid.leap.size(); ++i)
        m_grid.leap[i] = float((distance.cells[i] - 1.4143) * m_grid.cell * 0.999);
}

double WallRays::cast(Vec2 origin, double dx, double dy, double limit) const {
    if (m_segments.empty())
        return limit;
    switch (m_method) {
    case RayMethod::BruteForce:
        return castBrute(origin, dx, dy, limit);
    case RayMethod::Grid:
        return castGrid(origin, dx, dy, limit);
    case RayMethod::DistanceField:
        break;
    }
    return castField(origin, dx, dy, limit);
}

// A look at all segments in single precision, then the best again in double.
double WallRays::castBrute(Vec2 origin, double dx, double dy, double limit) const {
    const std::size_t n = m_segments.size();
    const float fx = float(dx), fy = float(dy), far = float(limit) * 1.001f + 0.01f;
    float nearest = far;
    for (std::size_t i = 0; i < n; ++i) {
        const float ax = m_x[i] - origin.x, ay = m_y[i] - origin.y;
        const float across = fx * m_ey[i] - fy * m_ex[i];
        const float t = (ax * m_ey[i] - ay * m_ex[i]) / across;
        const float u = (ax * fy - ay * fx) / across;
        const bool hit = (t >= 0.001f) & (u >= -kReachSingle) & (u <= 1 + kReachSingle);
        nearest = hit & (t < nearest) ? t : nearest;
    }
    // Single precision may err by a little, and at the ends of segments by much: all that come
    // close are looked at again, and all at all when none of those is hit.
    double best = limit;
    const auto look = [&](std::size_t i) {
        const Piece &s = m_segments[i];
        best = meet(s.x - origin.x, s.y - origin.y, s.ex, s.ey, dx, dy, best);
    };
    for (std::size_t i = 0; i < n; ++i) {
        const float ax = m_x[i] - origin.x, ay = m_y[i] - origin.y;
        const float t = (ax * m_ey[i] - ay * m_ex[i]) / (fx * m_ey[i] - fy * m_ex[i]);
        if (t >= -0.01f && t <= nearest + 0.25f)
            look(i);
    }
    if (best == limit && nearest < far)
        for (std::size_t i = 0; i < n; ++i)
            look(i);
    return best;
}

WallRays::Span WallRays::clip(Vec2 origin, const Inverse &inverse, double limit) const {
    const double x = origin.x - m_grid.minX, y = origin.y - m_grid.minY;
    const double width = m_grid.width * m_grid.cell, height = m_grid.height * m_grid.cell;
    if (x >= 0 && x < width && y >= 0 && y < height)
        return {0, limit}; // as nearly always; the walk itself ends at the edge
    Span span{0, limit};
    const auto slab = [&span](double o, double perUnit, double high) {
        const double p = -o * perUnit, q = (high - o) * perUnit;
        span.from = std::max(span.from, std::min(p, q));
        span.to = std::min(span.to, std::max(p, q));
    };
    slab(x, inverse.x, width);
    slab(y, inverse.y, height);
    return span;
}

double WallRays::hitIn(std::size_t cell, Vec2 origin, double dx, double dy, double best) const {
    for (std::uint32_t i = m_grid.first[cell]; i < m_grid.first[cell + 1]; ++i) {
        const Piece &s = m_segments[m_grid.items[i]];
        best = meet(s.x - origin.x, s.y - origin.y, s.ex, s.ey, dx, dy, best);
    }
    return best;
}

// From cell to cell in the order in which the ray enters them (Amanatides and Woo 1987).
double WallRays::castGrid(Vec2 origin, double dx, double dy, double limit) const {
    const Inverse inverse{invert(dx), invert(dy)};
    const Span span = clip(origin, inverse, limit);
    if (span.from > span.to)
        return limit;
    const auto cellOf = [&](double value, double min, int count) {
        return std::clamp(int((value - min) * m_grid.perMetre), 0, count - 1);
    };
    int x = cellOf(origin.x + span.from * dx, m_grid.minX, m_grid.width);
    int y = cellOf(origin.y + span.from * dy, m_grid.minY, m_grid.height);
    const bool right = inverse.x > 0, up = inverse.y > 0;
    const double perX = m_grid.cell * std::abs(inverse.x);
    const double perY = m_grid.cell * std::abs(inverse.y);
    double nextX = (m_grid.minX + (x + right) * m_grid.cell - origin.x) * inverse.x;
    double nextY = (m_grid.minY + (y + up) * m_grid.cell - origin.y) * inverse.y;
    double best = limit;
    while (x >= 0 && y >= 0 && x < m_grid.width && y < m_grid.height) {
        const std::size_t cell = std::size_t(y) * std::size_t(m_grid.width) + std::size_t(x);
        best = hitIn(cell, origin, dx, dy, best);
        const double leave = std::min(nextX, nextY);
        if (best <= leave)
            break;
        if (nextX < nextY) {
            x += right ? 1 : -1;
            nextX += perX;
        } else {
            y += up ? 1 : -1;
            nextY += perY;
        }
    }
    return best;
}

double WallRays::castField(Vec2 origin, double dx, double dy, double limit) const {
    const Inverse inverse{invert(dx), invert(dy)};
    const Span span = clip(origin, inverse, limit);
    // In cells from here on.
    const double scale = m_grid.perMetre;
    const double ox = (origin.x - m_grid.minX) * scale, oy = (origin.y - m_grid.minY) * scale;
    const double sx = dx * scale, sy = dy * scale;
    const double perX = m_grid.cell * inverse.x, perY = m_grid.cell * inverse.y;
    // What the ray advances at least, so that rounding never holds it on an edge.
    const double nudge = m_grid.cell * 1e-4;
    double best = limit;
    for (double t = span.from; t <= span.to;) {
        const int x = int(ox + t * sx), y = int(oy + t * sy);
        const int column = std::clamp(x, 0, m_grid.width - 1);
        const int row = std::clamp(y, 0, m_grid.height - 1);
        // Rounding may put a ray that enters one cell outside, no farther.
        if (std::abs(x - column) > 1 || std::abs(y - row) > 1)
            break;
        const std::size_t cell = std::size_t(row) * std::size_t(m_grid.width) + std::size_t(column);
        if (const double leap = m_grid.leap[cell]; leap > nudge) {
            t += leap;
            continue;
        }
        best = hitIn(cell, origin, dx, dy, best);
        // To the edge at which the ray leaves the cell.
        const double toX = ((inverse.x > 0 ? column + 1 : column) - ox) * perX;
        const double toY = ((inverse.y > 0 ? row + 1 : row) - oy) * perY;
        t = std::max(std::min(toX, toY), t) + nudge;
        if (best <= t)
            break;
    }
    return best;
}

} // namespace paddock

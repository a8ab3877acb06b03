#include "widgets/scene/tile_mesh.h"

#include "core/scenario/polyline.h"
#include "widgets/scene/color_mix.h"
#include "widgets/scene/polygon.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kSlabDepth = 0.10f;
constexpr float kSlabCorner = 0.08f;
constexpr float kKerbHeight = 0.016f;
constexpr float kPavement = 0.15f; // m, behind the kerb

void setRgba(std::uint8_t (&rgba)[4], const QColor &color) {
    rgba[0] = std::uint8_t(color.red());
    rgba[1] = std::uint8_t(color.green());
    rgba[2] = std::uint8_t(color.blue());
    rgba[3] = std::uint8_t(color.alpha());
}

void appendArea(std::span<const Vec2> polygon, const QColor &color, TileMesh &tile) {
    const auto first = std::uint32_t(tile.surface.size());
    for (const Vec2 p : polygon) {
        tile.surface.push_back({p.x, p.y, {}});
        setRgba(tile.surface.back().rgba, color);
    }
    for (const std::uint32_t i : triangulate(polygon))
        tile.surfaceIndices.push_back(first + i);
}

// Roads leave over the border of the tile: what ends at the road's bounding box is drawn out to the
// tile's.
class Bleed {
  public:
    explicit Bleed(const MapGeometry &geometry) : m_outer(geometry) {
        // A walled track ends within its tile.
        for (const PaintLine &line : geometry.paint)
            if (line.kind == LineKind::Wall)
                return;
        for (const Vec2 p : geometry.road) {
            m_lo = {std::min(m_lo.x, p.x), std::min(m_lo.y, p.y)};
            m_hi = {std::max(m_hi.x, p.x), std::max(m_hi.y, p.y)};
        }
    }
    std::vector<Vec2> operator()(std::vector<Vec2> points) const {
        if (m_lo.x > m_hi.x)
            return points;
        for (Vec2 &p : points) {
            p.x = along(p.x, m_lo.x, m_hi.x, m_outer.min.x, m_outer.max.x);
            p.y = along(p.y, m_lo.y, m_hi.y, m_outer.min.y, m_outer.max.y);
        }
        return points;
    }

  private:
    static float along(float v, float lo, float hi, float outerLo, float outerHi) {
        constexpr float kTouch = 1e-3f;
        return v <= lo + kTouch ? outerLo : v >= hi - kTouch ? outerHi : v;
    }
    const MapGeometry &m_outer;
    Vec2 m_lo{1e9f, 1e9f}, m_hi{-1e9f, -1e9f}; // of the road; as they are: nothing bleeds
};

// 1 when the ground lies left of the kerb, -1 when the road does.
float groundSide(const std::vector<Vec2> &kerb, const std::vector<Vec2> &road) {
    const Vec2 a = kerb[kerb.size() / 2 - 1], b = kerb[kerb.size() / 2];
    const Vec2 left{-(b.y - a.y), b.x - a.x};
    const Vec2 probe = (a + b) * 0.5f + left * (0.01f / std::max(length(left), 1e-6f));
    return contains(road, probe) ? -1.f : 1.f;
}

// A flat area and its colour, before it is cut into triangles.
struct Area {
    std::vector<Vec2> outline;
    QColor color;
};

// The strip of pavement behind a kerb.
std::vector<Vec2> pavementBehind(const std::vector<Vec2> &kerb, const std::vector<Vec2> &back) {
    std::vector<Vec2> outline = kerb;
    outline.insert(outline.end(), back.rbegin(), back.rend());
    return outline;
}

// What lies between the back of a pavement and the tile's nearest corner (a quarter of `rounded`).
std::vector<Vec2> lotBehind(const std::vector<Vec2> &back, const std::vector<Vec2> &rounded) {
    const Vec2 middle = back[back.size() / 2];
    const std::size_t quarter = rounded.size() / 4;
    std::vector<Vec2> corner;
    float nearest = 1e9f;
    for (std::size_t i = 0; i < 4; ++i) {
        const Vec2 at = rounded[i * quarter + quarter / 2];
        if (length(at - middle) >= nearest)
            continue;
        nearest = length(at - middle);
        const auto first = rounded.begin() + std::ptrdiff_t(i * quarter);
        corner.assign(first, first + std::ptrdiff_t(quarter));
    }
    if (length(corner.front() - back.back()) > length(corner.back() - back.back()))
        std::reverse(corner.begin(), corner.end());
    std::vector<Vec2> outline = back;
    outline.insert(outline.end(), corner.begin(), corner.end());
    return outline;
}

double areaOf(const std::vector<Vec2> &outline) {
    return std::abs(signedArea(outline));
}

// A point of a cross-section: metres to the side of the line and above the ground.
struct ProfilePoint {
    float offset, z;
};

// Sweeps a cross-section along a line; `side` tells which way round its faces look.
void appendProfile(const std::vector<Vec2> &line, std::span<const ProfilePoint> profile, float side,
                   const QColor &color, MeshBuilder &builder) {
    builder.setColor(color);
    for (std::size_t k = 0; k + 1 < profile.size(); ++k) {
        const std::vector<Vec2> low = offsetPolyline(line, profile[k].offset, false);
        const std::vector<Vec2> high = offsetPolyline(line, profile[k + 1].offset, false);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const QVector3D a(low[i].x, low[i].y, profile[k].z);
            const QVector3D b(low[i + 1].x, low[i + 1].y, profile[k].z);
            const QVector3D c(high[i + 1].x, high[i + 1].y, profile[k + 1].z);
            const QVector3D d(high[i].x, high[i].y, profile[k + 1].z);
            side > 0 ? builder.quad(a, b, c, d) : builder.quad(b, a, d, c);
        }
    }
}

// A kerbstone along the line: upright faces, a bevel towards the road, a flat top.
void appendKerb(const std::vector<Vec2> &line, float width, float side, const QColor &color,
                MeshBuilder &builder) {
    const float face = -0.5f * width * side, back = 0.5f * width * side;
    const ProfilePoint profile[] = {{face, 0},
                                    {face, 0.65f * kKerbHeight},
                                    {face + 0.35f * width * side, kKerbHeight},
                                    {back, kKerbHeight},
                                    {back, 0}};
    appendProfile(line, profile, side, color, builder);
}

// A wall that stands on the line, as seen from both sides.
void appendWall(const PaintLine &wall, const QColor &color, MeshBuilder &builder) {
    const float half = 0.5f * wall.width;
    const ProfilePoint profile[] = {
        {-half, 0}, {-half, wall.height}, {half, wall.height}, {half, 0}};
    appendProfile(wall.points, profile, 1, color, builder);
}

// A block with upright faces and a flat top; `line` runs counter-clockwise and ends where it began.
void appendBlock(const PaintLine &line, const QColor &color, MeshBuilder &builder) {
    const std::span<const Vec2> outline(line.points.data(), line.points.size() - 1);
    builder.setColor(color);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Vec2 a = outline[i], b = line.points[i + 1];
        builder.quad({a.x, a.y, 0}, {b.x, b.y, 0}, {b.x, b.y, line.height},
                     {a.x, a.y, line.height});
    }
    const auto top = [&](std::uint32_t i) {
        return QVector3D(outline[i].x, outline[i].y, line.height);
    };
    const std::vector<std::uint32_t> corners = triangulate(outline);
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3)
        builder.triangle(top(corners[i]), top(corners[i + 1]), top(corners[i + 2]));
}

Mesh buildSlab(std::span<const Vec2> outline, const QColor &color) {
    MeshBuilder builder;
    builder.setColor(color);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
        builder.quad({a.x, a.y, -kSlabDepth}, {b.x, b.y, -kSlabDepth}, {b.x, b.y, 0},
                     {a.x, a.y, 0});
    }
    return builder.build(0.6f);
}

// A stylised fir: three cones on a short trunk.
void addTree(Vec2 at, float height, const SceneTheme &theme, MeshBuilder &builder) {
    constexpr int kSides = 7;
    const auto ring = [&](int i, float radius, float z) {
        const float angle = 2 * kPi * float(i) / kSides + 20 * at.x;
        return QVector3D(at.x + radius * std::cos(angle), at.y + radius * std::sin(angle), z);
    };
    const auto cone = [&](float z0, float z1, float r0, float r1) {
        for (int i = 0; i < kSides; ++i)
            builder.quad(ring(i, r0, z0), ring(i + 1, r0, z0), ring(i + 1, r1, z1),
                         ring(i, r1, z1));
    };
    builder.setColor(mixed(QColor(0x6B, 0x4F, 0x3A), theme.ground, 0.3f));
    cone(0, 0.25f * height, 0.035f * height, 0.03f * height);
    const QColor leaves = mixed(QColor(0x3F, 0x7A, 0x56), theme.ground, 0.35f);
    for (int tier = 0; tier < 3; ++tier) {
        const float base = (0.18f + 0.24f * float(tier)) * height;
        builder.setColor(mixed(leaves, QColor(255, 255, 255), 0.04f * float(tier)));
        cone(base, base + 0.36f * height, (0.26f - 0.06f * float(tier)) * height,
             tier == 2 ? 0 : 0.04f * height);
    }
}

// A drop with its tip away from the light.
std::vector<Vec2> treeShadow(Vec2 at, float height) {
    const float radius = 0.20f * height;
    std::vector<Vec2> outline{at + Vec2{0.52f, -0.46f} * height};
    const float away = std::atan2(-0.46f, 0.52f);
    for (int i = 0; i <= 8; ++i)
        outline.push_back(at + rotated({radius, 0}, away + kPi * (0.45f + 1.1f * float(i) / 8)));
    return outline;
}

// A few trees far from the road, for scale; each with its shadow on the ground.
void plantLot(const std::vector<Vec2> &lot, const SceneTheme &theme, MeshBuilder &builder,
              std::vector<Area> &shadows) {
    Vec2 lo = lot[0], hi = lot[0];
    for (const Vec2 p : lot) {
        lo = {std::min(lo.x, p.x), std::min(lo.y, p.y)};
        hi = {std::max(hi.x, p.x), std::max(hi.y, p.y)};
    }
    const Vec2 middle = (lo + hi) * 0.5f, half = (hi - lo) * 0.5f;
    // Away from the crossing, which is the world's origin.
    const Vec2 out{middle.x < 0 ? -1.f : 1.f, middle.y < 0 ? -1.f : 1.f};
    const struct {
        float x, y, height;
    } trees[] = {{0.52f, 0.55f, 0.34f}, {-0.12f, 0.60f, 0.26f}, {0.58f, -0.10f, 0.29f}};
    for (const auto &tree : trees) {
        const float height = tree.height * std::min({1.f, 1.4f * half.x, 1.4f * half.y});
        const Vec2 at = middle + Vec2{out.x * tree.x * half.x, out.y * tree.y * half.y};
        const bool isUnderNumber = out.x < 0 && out.y > 0 && tree.x > 0.5f && tree.y > 0.5f;
        if (height < 0.05f || isUnderNumber || !contains(lot, at))
            continue;
        addTree(at, height, theme, builder);
        shadows.push_back({treeShadow(at, height), mixed(theme.ground, QColor(0, 0, 0), 0.28f)});
    }
}

void appendPaint(const PaintLine &line, const QColor &color, const Bleed &bleed, TileMesh &tile) {
    const std::vector<Vec2> points = bleed(line.points);
    const auto ribbon = [&](std::span<const Vec2> p, float width) {
        appendRibbon(p, width, color, false, 1, tile.lines, tile.lineIndices);
    };
    if (line.kind == LineKind::LaneDivider) {
        for (const auto &dash : dashes(points.front(), points.back(), 0.10f, 0.08f))
            ribbon(dash, line.width);
    } else if (line.kind == LineKind::CentreLine) {
        for (const float side : {-0.6f, 0.6f})
            ribbon(offsetPolyline(points, side * line.width, false), 0.55f * line.width);
    } else {
        ribbon(points, line.width);
    }
}

} // namespace

std::vector<std::vector<Vec2>> dashes(Vec2 from, Vec2 to, float on, float off) {
    std::vector<std::vector<Vec2>> pieces;
    const float total = length(to - from);
    if (total <= 0)
        return pieces;
    const Vec2 along = (to - from) * (1 / total);
    for (float at = 0; at + on <= total + 1e-5f; at += on + off)
        pieces.push_back({from + along * at, from + along * (at + on)});
    return pieces;
}

void appendRibbon(std::span<const Vec2> points, float width, const QColor &color, bool closed,
                  float fade, std::vector<LineVertex> &vertices,
                  std::vector<std::uint32_t> &indices) {
    const std::size_t n = points.size();
    if (n < 2)
        return;
    const auto first = std::uint32_t(vertices.size());
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 before = points[i] - points[closed ? (i + n - 1) % n : i > 0 ? i - 1 : 0];
        const Vec2 after = points[closed ? (i + 1) % n : i + 1 < n ? i + 1 : n - 1] - points[i];
        const float lb = std::max(length(before), 1e-9f), la = std::max(length(after), 1e-9f);
        Vec2 along = before * (1 / lb) + after * (1 / la);
        along = along * (1 / std::max(length(along), 1e-9f));
        // A mitre reaches further out than half the width, twice as far at most.
        const Vec2 ahead = i + 1 < n || closed ? after * (1 / la) : before * (1 / lb);
        const float mitre = 1 / std::max(dot(along, ahead), 0.5f);
        const float alpha = fade + (1 - fade) * float(i) / float(n - 1);
        for (const float side : {-1.f, 1.f}) {
            LineVertex v{
                points[i].x,  points[i].y, -along.y * side * mitre, along.x * side * mitre, side,
                0.5f * width, {}};
            setRgba(v.rgba, color);
            v.rgba[3] = std::uint8_t(std::lround(float(color.alpha()) * alpha));
            vertices.push_back(v);
        }
    }
    const std::size_t pieces = closed ? n : n - 1;
    for (std::size_t i = 0; i < pieces; ++i) {
        const auto a = first + std::uint32_t(2 * i), b = first + std::uint32_t(2 * ((i + 1) % n));
        indices.insert(indices.end(), {a, b, b + 1, a, b + 1, a + 1});
    }
}

TileMesh buildTileMesh(const MapGeometry &geometry, const SceneTheme &theme) {
    TileMesh tile;
    tile.min = geometry.min;
    tile.max = geometry.max;
    const Bleed bleed(geometry);
    const std::vector<Vec2> outline = roundedRectangle(tile.min, tile.max, kSlabCorner, 6);
    const std::vector<Vec2> road = bleed(geometry.road);
    std::vector<Area> areas{{road, theme.road}};
    std::vector<Area> shadows;
    MeshBuilder solids;
    for (const PaintLine &line : geometry.paint) {
        if (line.kind == LineKind::Wall && line.points.size() >= 2)
            appendWall(line, mixed(theme.kerb, theme.paint, 0.3f), solids);
        if (line.kind == LineKind::Obstacle && line.points.size() >= 4)
            appendBlock(line, mixed(theme.obstacle, theme.road, 0.25f), solids);
        if (line.kind != LineKind::Kerb || line.points.size() < 2)
            continue;
        const std::vector<Vec2> kerb = bleed(line.points);
        const float side = groundSide(kerb, road);
        const std::vector<Vec2> back = offsetPolyline(kerb, side * kPavement, false);
        areas.push_back({pavementBehind(kerb, back), mixed(theme.ground, theme.kerb, 0.35f)});
        areas.push_back({lotBehind(back, outline), theme.ground});
        appendKerb(kerb, line.width, side, theme.kerb, solids);
        plantLot(areas.back().outline, theme, solids, shadows);
    }
    // Where the areas do not fill the tile (a map of another kind), ground goes under all of them.
    double covered = 0;
    for (const Area &area : areas)
        covered += areaOf(area.outline);
    if (std::abs(covered - areaOf(outline)) > 0.01 * areaOf(outline))
        areas.insert(areas.begin(), Area{outline, theme.ground});
    for (const Area &area : areas)
        appendArea(area.outline, area.color, tile);
    for (const Area &shadow : shadows)
        appendArea(shadow.outline, shadow.color, tile);
    const QColor paint = mixed(theme.road, theme.paint, 0.80f);
    const auto lies = [](LineKind kind) {
        return kind != LineKind::Kerb && kind != LineKind::Wall && kind != LineKind::Obstacle;
    };
    for (const PaintLine &line : geometry.paint)
        if (lies(line.kind) && line.points.size() >= 2)
            appendPaint(line, paint, bleed, tile);
    tile.slab = buildSlab(outline, mixed(theme.ground, QColor(0, 0, 0), 0.25f));
    tile.solids = solids.build(0.5f);
    return tile;
}

} // namespace paddock

// Simple polygons in the plane: inclusion, triangulation, outlines.
#pragma once

#include "core/base/vec2.h"

#include <cstdint>
#include <span>
#include <vector>

namespace paddock {

bool contains(std::span<const Vec2> polygon, Vec2 point);

// Ear clipping. Three indices per triangle, counter-clockwise whatever the polygon's direction;
// empty for fewer than three points. O(n^2), meant for outlines of some hundred points.
std::vector<std::uint32_t> triangulate(std::span<const Vec2> polygon);

// A rectangle with quarter circles at its corners, counter-clockwise.
std::vector<Vec2> roundedRectangle(Vec2 min, Vec2 max, float radius, int segmentsPerCorner);

// The polyline moved sideways by `distance` (m, left of its direction positive), mitred at its
// corners.
std::vector<Vec2> offsetPolyline(std::span<const Vec2> line, float distance, bool closed);

} // namespace paddock

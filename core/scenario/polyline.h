// Closed polylines in the plane: the last point joins the first, which is not repeated. What tracks
// are made of: lengths, areas, thinning, even spacing, and who crosses whom. Coordinates are m;
// sums and signs are worked out in double precision.
#pragma once

#include "core/base/vec2.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace paddock {

double closedLength(std::span<const Vec2> line); // m
double signedArea(std::span<const Vec2> line);   // m^2, positive when counter-clockwise
bool encloses(std::span<const Vec2> line, Vec2 point);

// Unit vector along the line at a point: from its predecessor towards its successor.
Vec2 tangentAt(std::span<const Vec2> line, std::size_t index);

// Distance (m) from a point to the nearest place of the line.
double distanceTo(std::span<const Vec2> line, Vec2 point);

// Distance (m) along unit vector `direction` to the first of the line's segments, if there is one.
std::optional<double> castRay(std::span<const Vec2> line, Vec2 origin, Vec2 direction);

// `count` points at equal arc lengths, the first one kept.
std::vector<Vec2> resampleClosed(std::span<const Vec2> line, std::size_t count);

// Every point becomes the mean of itself and its neighbours, weighted 2:1:1, `rounds` times.
std::vector<Vec2> smoothClosed(std::vector<Vec2> line, int rounds);

// Douglas-Peucker: the fewest points such that none of those left out is farther than `tolerance`
// (m) away.
std::vector<Vec2> simplifyClosed(std::span<const Vec2> line, double tolerance);

// Two segments (by the index of their first point) of one line, or of two, and where they meet.
struct Crossing {
    std::size_t first = 0;
    std::size_t second = 0; // > first in one line
    Vec2 at;
};

enum class CrossingState { None, Found, TooTangled };

// Looks for a crossing of a line with itself (neighbouring segments share a point and do not
// count) or of two lines. TooTangled: the lines are so dense that the answer would take minutes;
// nothing that resembles a track is.
CrossingState findSelfCrossing(std::span<const Vec2> line, Crossing &found);
CrossingState findCrossing(std::span<const Vec2> a, std::span<const Vec2> b, Crossing &found);

// Cuts off the loops of a line that crosses itself, as the inner edge of a bend does whose radius
// is smaller than the offset. False when a loop is longer than `maxShare` of the line or when loops
// do not end: then the line is no offset of a simple curve.
bool removeLoops(std::vector<Vec2> &line, double maxShare);

} // namespace paddock

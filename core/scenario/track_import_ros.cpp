#include "core/scenario/track_import_ros.h"

#include "core/base/text.h"
#include "core/scenario/cell_field.h"
#include "core/scenario/polyline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

constexpr std::uint8_t kUnknownGrey = 205;
constexpr std::size_t kSpeck = 4;      // cells; smaller things on the track are noise
constexpr double kHoleShare = 0.01;    // of the track's area that the hole has at least
constexpr std::size_t kMinHole = 16;   // cells
constexpr double kWallTolerance = 0.4; // cells, of Douglas-Peucker
constexpr std::size_t kMaxTracedPoints = 300'000;
constexpr float kKeepSide = 0.02f; // least value by which a cell stays on its side
constexpr int kSmoothRounds = 32;  // standard deviation of 4 cells
constexpr std::size_t kMaxImportCells = kMaxImagePixels + 4 * kMaxImageSide + 4;

using Mask = CellGrid<std::uint8_t>;

// The free cells with a rim of one blocked cell around, row 0 at the bottom.
Mask freeCells(const RosMapInfo &info, const GreyImage &image) {
    Mask mask(image.width + 2, image.height + 2, 0);
    for (int row = 0; row < image.height; ++row)
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t grey =
                image.pixels[std::size_t(row) * std::size_t(image.width) + std::size_t(x)];
            const double occupied = (info.negate ? grey : 255 - grey) / 255.0;
            mask.at(x + 1, image.height - row) =
                occupied < info.freeThreshold && grey != kUnknownGrey;
        }
    return mask;
}

Mask invert(Mask mask) {
    for (std::uint8_t &cell : mask.cells)
        cell = !cell;
    return mask;
}

// A part of the free cells that runs round a hole.
struct Ring {
    Mask track; // with specks filled
    Mask outer; // what lies outside
    Mask hole;  // what it runs round
};

std::optional<Ring> ringOf(const CellParts &free, std::int32_t label) {
    Ring ring;
    ring.track = Mask(free.labels.width, free.labels.height, 0);
    for (std::size_t i = 0; i < ring.track.cells.size(); ++i)
        ring.track.cells[i] = free.labels.cells[i] == label;
    const CellParts rest = connectedParts(invert(ring.track), true);
    std::size_t hole = 0, holeCells = 0; // part number + 1
    for (std::size_t p = 0; p < rest.parts.size(); ++p)
        if (!rest.parts[p].touchesEdge && rest.parts[p].cells > holeCells) {
            hole = p + 1;
            holeCells = rest.parts[p].cells;
        }
    const double area = double(free.parts[std::size_t(label) - 1].cells);
    if (holeCells < kMinHole || double(holeCells) < kHoleShare * area)
        return std::nullopt;
    ring.outer = ring.hole = Mask(ring.track.width, ring.track.height, 0);
    for (std::size_t i = 0; i < ring.track.cells.size(); ++i) {
        const std::size_t part = std::size_t(rest.labels.cells[i]);
        if (part == 0)
            continue;
        ring.hole.cells[i] = part == hole;
        ring.outer.cells[i] = rest.parts[part - 1].touchesEdge;
        if (rest.parts[part - 1].cells < kSpeck)
            ring.track.cells[i] = 1;
    }
    return ring;
}

// The largest free part with a hole; one that reaches the picture's edge is the surroundings of a
// track rather than the track.
std::optional<Ring> findRing(const Mask &free) {
    const CellParts parts = connectedParts(free, false);
    std::vector<bool> atEdge(parts.parts.size(), false);
    for (int y = 1; y + 1 < free.height; ++y)
        for (int x = 1; x + 1 < free.width; ++x)
            if (x == 1 || y == 1 || x + 2 == free.width || y + 2 == free.height)
                if (const std::int32_t label = parts.labels.at(x, y))
                    atEdge[std::size_t(label) - 1] = true;
    std::vector<std::size_t> order(parts.parts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (atEdge[a] != atEdge[b])
            return bool(atEdge[b]);
        return parts.parts[a].cells > parts.parts[b].cells;
    });
    constexpr std::size_t kTries = 6;
    for (std::size_t i = 0; i < std::min(order.size(), kTries); ++i)
        if (parts.parts[order[i]].cells >= kMinHole)
            if (auto ring = ringOf(parts, std::int32_t(order[i]) + 1))
                return ring;
    return std::nullopt;
}

// Free cells positive, others negative, blurred a little so that steps along slanted walls melt
// away; no cell changes its side.
CellGrid<float> wallField(const Mask &track) {
    CellGrid<float> field(track.width, track.height, -0.5f);
    for (int y = 1; y + 1 < track.height; ++y)
        for (int x = 1; x + 1 < track.width; ++x) {
            int sum = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    sum += track.at(x + dx, y + dy) * (2 - std::abs(dx)) * (2 - std::abs(dy));
            const float value = float(sum) / 16 - 0.5f;
            field.at(x, y) =
                track.at(x, y) ? std::max(value, kKeepSide) : std::min(value, -kKeepSide);
        }
    return field;
}

// As few points as the tolerance allows, but never a line that crosses itself.
std::vector<Vec2> simplified(const std::vector<Vec2> &line) {
    Crossing ignored;
    for (double tolerance = kWallTolerance; tolerance > 0.05; tolerance /= 2) {
        std::vector<Vec2> simple = simplifyClosed(line, tolerance);
        if (simple.size() >= 3 && findSelfCrossing(simple, ignored) == CrossingState::None)
            return simple;
    }
    return line;
}

// Nothing when the map is noise rather than walls.
std::vector<std::vector<Vec2>> traceWalls(const Mask &track) {
    std::vector<std::vector<Vec2>> lines = zeroLines(wallField(track));
    std::size_t points = 0;
    for (const std::vector<Vec2> &line : lines)
        points += line.size();
    if (lines.size() > kMaxWalls || points > kMaxTracedPoints)
        return {};
    for (std::vector<Vec2> &line : lines)
        line = simplified(line);
    return lines;
}

// The line as far from the outside as from the hole, in cells; runs with the hole on its left.
std::vector<Vec2> centreLine(const Ring &ring) {
    const CellGrid<float> toHole = distanceField(ring.hole);
    CellGrid<float> field = distanceField(ring.outer);
    for (std::size_t i = 0; i < field.cells.size(); ++i)
        field.cells[i] -= toHole.cells[i];
    std::vector<Vec2> longest;
    double length = 0;
    for (std::vector<Vec2> &line : zeroLines(field))
        if (const double l = closedLength(line); l > length) {
            length = l;
            longest = std::move(line);
        }
    if (longest.size() < 3 || length < 8)
        return {};
    const std::size_t count = std::size_t(std::min(length, double(kMaxCentrePoints)));
    return smoothClosed(resampleClosed(longest, count),
                        int(std::min(kSmoothRounds, int(count) / 4)));
}

// Makes the point at which the line turns least, over the stretch that a start needs, the first.
void startOnStraight(std::vector<Vec2> &line, const TrackOptions &options) {
    const std::size_t n = line.size();
    const double spacing = closedLength(line) / double(n);
    const double need = double(options.startGap) * (options.starts + 2);
    const std::size_t behind = std::min(n / 2, std::size_t(std::max(1.0, need / spacing)));
    const std::size_t ahead = behind / 2 + 1;
    std::vector<double> turn(n);
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 a = line[i] - line[(i + n - 1) % n], b = line[(i + 1) % n] - line[i];
        turn[i] = std::abs(std::atan2(double(cross(a, b)), double(dot(a, b))));
    }
    std::size_t best = 0;
    double least = 1e30;
    for (std::size_t i = 0; i < n; ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < behind + ahead; ++k)
            sum += turn[(i + n - behind + k) % n];
        if (sum < least - 1e-9) {
            least = sum;
            best = i;
        }
    }
    std::rotate(line.begin(), line.begin() + std::ptrdiff_t(best), line.end());
}

// From cells (with the rim) to the map's frame.
void toMap(std::vector<Vec2> &line, const RosMapInfo &info) {
    const double c = std::cos(double(info.origin.yaw)), s = std::sin(double(info.origin.yaw));
    for (Vec2 &p : line) {
        const double x = (double(p.x) - 0.5) * info.resolution;
        const double y = (double(p.y) - 0.5) * info.resolution;
        p = {float(info.origin.position.x + c * x - s * y),
             float(info.origin.position.y + s * x + c * y)};
    }
}

// Distances to the walls that lie inside (the one around the hole) and outside of the centre line.
void measureWidths(Track &track) {
    const bool holeLeft = track.counterClockwise();
    for (const Vec2 p : track.centre) {
        double inner = kMaxTrackWidth, outer = kMaxTrackWidth;
        for (std::size_t w = 0; w < 2; ++w) {
            double &side = w == 0 ? outer : inner;
            side = std::min(side, distanceTo(track.walls[w].points, p));
        }
        track.leftWidth.push_back(float(holeLeft ? inner : outer));
        track.rightWidth.push_back(float(holeLeft ? outer : inner));
    }
}

void scale(std::vector<Vec2> &line, double factor) {
    for (Vec2 &p : line)
        p = p * float(factor);
}

// Outer wall first, then the one around the hole, then what else stands on the track.
void sortWalls(std::vector<TrackWall> &walls) {
    std::stable_sort(walls.begin(), walls.end(), [](const TrackWall &a, const TrackWall &b) {
        return std::abs(signedArea(a.points)) > std::abs(signedArea(b.points));
    });
}

Result<Track> assemble(const Ring &ring, const RosMapInfo &info, const TrackOptions &options) {
    Track track;
    std::vector<Vec2> centre = centreLine(ring);
    for (std::vector<Vec2> &wall : traceWalls(ring.track)) {
        toMap(wall, info);
        track.walls.push_back({options.wallHeight, std::move(wall)});
    }
    if (centre.empty() || track.walls.size() < 2)
        return Error(Problem{"", "has no clear track: too small or too ragged",
                             "a map with at most " + std::to_string(kMaxWalls) + " walls"});
    sortWalls(track.walls);
    toMap(centre, info);
    const bool clockwise = options.direction == TrackDirection::Clockwise;
    if ((signedArea(centre) < 0) != clockwise)
        std::reverse(centre.begin(), centre.end());
    const double length = closedLength(centre);
    const double spacing =
        options.spacing > 0 ? options.spacing : std::max(2 * info.resolution, length / 2000);
    const std::size_t count =
        std::size_t(std::clamp(length / spacing, 8.0, double(kMaxCentrePoints)));
    track.centre = resampleClosed(centre, count);
    startOnStraight(track.centre, options);
    measureWidths(track);
    std::vector<TrackWidths> widths;
    for (std::size_t i = 0; i < count; ++i)
        widths.push_back({track.leftWidth[i], track.rightWidth[i]});
    const Result<double> factor = scaleFactor(widths, options);
    if (!factor)
        return factor.error();
    scale(track.centre, *factor);
    for (TrackWall &wall : track.walls)
        scale(wall.points, *factor);
    for (std::size_t i = 0; i < count; ++i) {
        track.leftWidth[i] *= float(*factor);
        track.rightWidth[i] *= float(*factor);
    }
    return finishTrack(std::move(track), options);
}

} // namespace

Result<Track> trackFromRosMap(const RosMapInfo &info, const GreyImage &image,
                              const TrackOptions &options) {
    if (image.width < 3 || image.height < 3 ||
        std::size_t(image.width + 2) * std::size_t(image.height + 2) > kMaxImportCells ||
        image.pixels.size() != std::size_t(image.width) * std::size_t(image.height))
        return Error(Problem{"", "is too small a picture for a track", ""});
    const std::optional<Ring> ring = findRing(freeCells(info, image));
    if (!ring)
        return Error(
            Problem{"", "has no free part that runs round something", "a map of a closed track"});
    return assemble(*ring, info, options);
}

} // namespace paddock

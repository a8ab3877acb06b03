// From lines to a whole track: walls beside a centre line, checkpoints across it, slots to start
// from.
#pragma once

#include "core/base/result.h"
#include "core/scenario/track.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paddock {

// AsGiven keeps the order of the points.
enum class TrackDirection { AsGiven, CounterClockwise, Clockwise };

struct TrackOptions {
    std::string name = "track";
    std::string description;
    TrackDirection direction = TrackDirection::AsGiven;
    int checkpoints = 19;              // as in the paper
    int starts = 4;                    // slots, left and right in turn
    float startGap = 0.8f;             // m from the line to the first slot and from slot to slot
    float wallHeight = 0.33f;          // m, of the air ducts that mark such tracks
    float spacing = 0;                 // m between points of the centre line; 0 = as given
    double scale = 1;                  // of everything
    std::optional<double> targetWidth; // m; scales so that the median width becomes this
};

struct TrackWidths {
    float left = 0;  // m
    float right = 0; // m
};

// A track from its centre line and widths: walls are the line's offsets, without the loops that an
// offset makes inside of bends tighter than itself; where loops went, the width is what is left of
// it. Errors: lines that cross, widths that are no widths, a track too short for its slots.
Result<Track> trackFromCenterline(std::span<const Vec2> points, std::span<const TrackWidths> widths,
                                  const TrackOptions &options);

// Fills in checkpoints and start slots from centre line and walls, rounds all coordinates to
// 0.1 mm (so that documents stay short) and checks the whole. Used by the importers.
Result<Track> finishTrack(Track track, const TrackOptions &options);

// What scales `widths` as the options want; an Error when that is no sensible factor.
Result<double> scaleFactor(std::span<const TrackWidths> widths, const TrackOptions &options);

} // namespace paddock

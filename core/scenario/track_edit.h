// Bending a track by hand: control points on its centre line, widths beside them. All is a function
// from one track to the next; what an edit does not reach keeps its bits. A track may become
// unsound on the way, which validate() says; numbers stay sound.
#pragma once

#include "core/scenario/track.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paddock {

inline constexpr float kControlSpacing = 1.5f; // m between control points that nobody has chosen
inline constexpr std::size_t kMinControls = 4;
inline constexpr std::size_t kMaxChosenControls = 400;

// The track's control points, or evenly spaced ones where nobody has chosen any; indices of
// `centre`, ascending.
std::vector<std::uint32_t> controlsOf(const Track &track);

// Whether the walls are what centre line and widths give, as those of drawn tracks are and traced
// ones are not.
bool wallsFollowLine(const Track &track);

// Everything that lies along the line - walls, checkpoints, start slots - taken along when the line
// (as many points as before) and its widths become others. Walls that follow the line are made anew
// from it; others are moved by as much as the line beside them. Obstacles stay where they stand.
Track reshaped(const Track &track, std::vector<Vec2> centre, std::vector<float> leftWidth,
               std::vector<float> rightWidth);

// `control` counts in controlsOf(). The line follows smoothly up to the `reach`-th control point to
// both sides, which stays; the control point itself lands at `to`.
Track withControlMoved(const Track &track, std::size_t control, Vec2 to, int reach = 1);
// Widths (m) at a control point; those between it and its neighbours follow smoothly.
Track withControlWidths(const Track &track, std::size_t control, float left, float right);
// A new control point where the line is nearest to `near`; the line stays as it is.
Track withControlInserted(const Track &track, Vec2 near, std::size_t &control);
// The line goes the smooth way between the neighbours. Nothing changes where kMinControls are left.
Track withControlRemoved(const Track &track, std::size_t control);

// Wiggles shorter than `length` (m) are smoothed away, everywhere or around a control point.
Track smoothed(const Track &track, float length);
Track smoothedAround(const Track &track, std::size_t control, float length, int reach = 1);
// The other way round from the same line; slots stand as far behind it as before.
Track reversed(const Track &track);
Track widthsScaled(const Track &track, double factor);
// Centre points every `spacing` m; control points that were chosen are forgotten.
Track resampled(const Track &track, float spacing);

// `count` checkpoints at equal distances from the first one on.
Track withEvenCheckpoints(const Track &track, int count);
// A checkpoint across the track at an arc length (m), ends at the walls.
TrackCheckpoint checkpointAt(const Track &track, float s);

} // namespace paddock

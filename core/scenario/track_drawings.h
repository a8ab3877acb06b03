// The project's own tracks: a few control points with widths, joined by a smooth curve. The
// documents in scenarios/tracks are written from these.
#pragma once

#include "core/base/result.h"
#include "core/scenario/track.h"

#include <string>
#include <vector>

namespace paddock {

std::vector<std::string> drawnTrackNames();

// The same bits every time. Error: the name is not one of drawnTrackNames().
Result<Track> drawnTrack(const std::string &name);

} // namespace paddock

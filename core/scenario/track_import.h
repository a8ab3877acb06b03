// Tracks from files of others: ROS occupancy maps (YAML with a picture) and centre lines with
// widths (CSV). Files may hold any bytes; what is wrong comes back as words.
#pragma once

#include "core/scenario/track_builder.h"

#include <filesystem>

namespace paddock {

// By the file's ending: .yaml and .yml are maps, .csv and .txt centre lines, .json track documents
// (which options do not change). The name, where none is given, comes from the file's.
Result<Track> importTrack(const std::filesystem::path &file, TrackOptions options);

} // namespace paddock

// Tracks from the occupancy maps of ROS: a YAML file (image, resolution, origin, negate,
// thresholds; map_server's meaning) and a picture. The track is the free part that runs round
// something.
#pragma once

#include "core/scenario/grey_image.h"
#include "core/scenario/track_builder.h"

#include <filesystem>
#include <string_view>

namespace paddock {

inline constexpr std::size_t kMaxMapYamlBytes = 64u << 10;

struct RosMapInfo {
    std::string image;        // as written, relative to the YAML file
    double resolution = 0.05; // m per pixel
    Pose origin;              // of the picture's lower left corner
    bool negate = false;      // white is occupied
    double occupiedThreshold = 0.65;
    double freeThreshold = 0.196;
};

// Every line that is wrong at once.
Result<RosMapInfo> readRosMapInfo(std::string_view yaml, const std::string &source);

// Walls are traced between free cells and all others. A pixel of exactly 205, which map savers
// write for "unknown", is never free, whatever the threshold says. The centre line is where the
// distances to the outer wall and to the hole are the same; start and finish come where the track
// is straight longest. Without a direction given it runs counter-clockwise.
Result<Track> trackFromRosMap(const RosMapInfo &info, const GreyImage &image,
                              const TrackOptions &options);

// The YAML file and the picture it names.
Result<Track> importRosMap(const std::filesystem::path &yaml, const TrackOptions &options);

} // namespace paddock

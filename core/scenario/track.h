// A closed race track: centre line with widths, walls, checkpoints, start slots. Plain data in SI
// units; x right, y up. Points of the centre line are in driving direction, whichever way round
// that is; a closed line does not repeat its first point.
#pragma once

#include "core/base/result.h"
#include "core/base/vec2.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace paddock {

inline constexpr std::int64_t kTrackVersion = 1;
inline constexpr std::size_t kMaxTrackBytes = 16u << 20;
inline constexpr std::size_t kMaxCentrePoints = 20'000;
inline constexpr std::size_t kMaxWalls = 256;
inline constexpr std::size_t kMaxWallPoints = 50'000; // of all walls together
inline constexpr std::size_t kMaxCheckpoints = 1'000;
inline constexpr std::size_t kMinCheckpoints = 3; // fewer do not tell the two ways round apart
inline constexpr std::size_t kMaxStarts = 256;
inline constexpr float kMaxTrackCoordinate = 1e5f; // m
inline constexpr float kMaxTrackWidth = 1e3f;      // m

struct TrackWall {
    float height = 0.33f;     // m
    std::vector<Vec2> points; // m, closed

    bool operator==(const TrackWall &) const = default;
};

// A line across the track, seen in driving direction. The first one is start and finish.
struct TrackCheckpoint {
    Vec2 left, right; // m

    bool operator==(const TrackCheckpoint &) const = default;
};

enum class TrackSide { Left, Right };

// Where a car waits for the start: its rear axle, heading along the track.
struct StartSlot {
    Pose pose;
    TrackSide side = TrackSide::Left; // of the centre line

    bool operator==(const StartSlot &) const = default;
};

struct Track {
    std::string name = "track";
    std::string description;
    std::vector<Vec2> centre;      // m
    std::vector<float> leftWidth;  // m, from the centre to the wall on the left; [centre.size()]
    std::vector<float> rightWidth; // m; [centre.size()]
    std::vector<TrackWall> walls;
    std::vector<TrackCheckpoint> checkpoints; // in driving order
    std::vector<StartSlot> starts;            // the one nearest to the line first
    // Points of `centre` by which a person bends it, ascending; empty: nobody has chosen any.
    std::vector<std::uint32_t> controls;

    float length() const;   // m, once round along the centre line
    float minWidth() const; // m, left and right together
    float maxWidth() const; // m
    bool counterClockwise() const;

    bool operator==(const Track &) const = default;
};

// What is wrong with a track as a whole: numbers out of range, lines that cross, checkpoints out of
// order. Empty when sound.
std::vector<Problem> validate(const Track &track, const std::string &source);

// The first half of that: counts and numbers, without which nothing can be drawn or measured.
std::vector<Problem> validateNumbers(const Track &track, const std::string &source);

// The document "paddock-track". Errors: every problem at once, each with its JSON pointer.
Result<Track> readTrack(const std::string &json, const std::string &source);
Result<Track> loadTrack(const std::filesystem::path &file);
// The same of a track that is still being drawn: its lines may cross, its numbers are sound.
Result<Track> readTrackDraft(const std::string &json, const std::string &source);
// Reading it gives the same track, to the last bit.
std::string writeTrack(const Track &track);
Status saveTrack(const Track &track, const std::filesystem::path &file);

} // namespace paddock

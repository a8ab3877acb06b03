// Where on a track something is: arc length along the centre line and offset from it. Constant once
// built; any number of threads may ask.
#pragma once

#include "core/scenario/track.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace paddock {

struct TrackPlace {
    float s = 0;             // m along the centre line from its first point, 0 <= s < length
    float offset = 0;        // m from the centre line, left positive
    std::size_t segment = 0; // of the centre line; a hint for the next question
};

class TrackCourse {
  public:
    explicit TrackCourse(const Track &track);

    float length() const { return m_length; } // m
    std::span<const TrackCheckpoint> checkpoints() const { return m_checkpoints; }

    // Arc length at which the centre line crosses a checkpoint from behind to ahead, left end on
    // its left; nullopt when it does not.
    std::optional<float> checkpointPlace(std::size_t index) const;

    // The nearest place of the centre line anywhere.
    TrackPlace locate(Vec2 point) const;
    // The nearest place near where something was before: what moves cannot jump to another part of
    // the track that happens to lie beside it. Costs a few segments.
    TrackPlace locate(Vec2 point, std::size_t hint) const;

    // The point of the centre line at `s` (any value, modulo the length) and its direction.
    Pose poseAt(float s) const;

    // From one arc length to another: ahead only, 0 .. length; or the shorter way, signed.
    float distanceAhead(float from, float to) const;
    float signedDistance(float from, float to) const;

  private:
    struct Nearest {
        float distanceSquared;
        float t; // along the segment, 0..1
    };
    Nearest nearestOn(std::size_t segment, Vec2 point) const;
    TrackPlace placeOn(std::size_t segment, Vec2 point) const;

    std::vector<Vec2> m_centre;
    std::vector<float> m_s; // m, arc length at each point; [centre.size() + 1]
    std::vector<TrackCheckpoint> m_checkpoints;
    float m_length = 0;
};

} // namespace paddock

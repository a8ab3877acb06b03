// What must hold for every track, however it was made. Each returns an empty text or what is wrong.
#pragma once

#include "core/scenario/polyline.h"
#include "core/scenario/track_course.h"

#include <QString>

namespace paddock::test {

// Trying all pairs of segments, independent of the grid in polyline_crossing.cpp.
inline bool crossesByAllPairs(const std::vector<Vec2> &a, const std::vector<Vec2> &b, bool same) {
    const auto side = [](Vec2 p, Vec2 q, Vec2 r) {
        return (double(q.x) - p.x) * (double(r.y) - p.y) -
                   (double(q.y) - p.y) * (double(r.x) - p.x) >
               0;
    };
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = same ? i + 2 : 0; j < b.size(); ++j) {
            if (same && i == 0 && j + 1 == b.size())
                continue;
            const Vec2 p = a[i], q = a[(i + 1) % a.size()], r = b[j], s = b[(j + 1) % b.size()];
            if (side(p, q, r) != side(p, q, s) && side(r, s, p) != side(r, s, q))
                return true;
        }
    return false;
}

inline QString wallsAreSimpleAndApart(const Track &track) {
    for (std::size_t w = 0; w < track.walls.size(); ++w) {
        const std::vector<Vec2> &wall = track.walls[w].points;
        if (wall.size() < 3 || wall.front() == wall.back())
            return QString("wall %1 is not closed as it should be").arg(w);
        if (crossesByAllPairs(wall, wall, true))
            return QString("wall %1 crosses itself").arg(w);
        if (crossesByAllPairs(wall, track.centre, false))
            return QString("wall %1 crosses the centre line").arg(w);
        for (std::size_t v = 0; v < w; ++v)
            if (crossesByAllPairs(wall, track.walls[v].points, false))
                return QString("walls %1 and %2 cross").arg(v).arg(w);
    }
    return {};
}

// Walking the centre line gives arc lengths that only grow, and no offset.
inline QString progressGrowsAlongTheCentre(const Track &track) {
    const TrackCourse course(track);
    float before = -1;
    std::size_t hint = 0;
    for (std::size_t i = 0; i < track.centre.size(); ++i)
        for (const float t : {0.1f, 0.6f}) {
            const Vec2 a = track.centre[i], b = track.centre[(i + 1) % track.centre.size()];
            const TrackPlace place = course.locate(a + (b - a) * t, hint);
            if (!(place.s > before) || std::abs(place.offset) > 1e-3f)
                return QString("at point %1: s %2 after %3, offset %4")
                    .arg(i)
                    .arg(place.s)
                    .arg(before)
                    .arg(place.offset);
            before = place.s;
            hint = place.segment;
        }
    return {};
}

// Checkpoints and start slots lie on the track, the slots behind the line and looking along it.
inline QString startsStandOnTheTrack(const Track &track) {
    const TrackCourse course(track);
    for (std::size_t i = 0; i < track.starts.size(); ++i) {
        const StartSlot &slot = track.starts[i];
        const TrackPlace place = course.locate(slot.pose.position);
        const float width =
            place.offset > 0 ? track.leftWidth[place.segment] : track.rightWidth[place.segment];
        if (std::abs(place.offset) > width * 0.8f)
            return QString("slot %1 stands beside the track").arg(i);
        if (place.s < course.length() / 2)
            return QString("slot %1 stands before the line").arg(i);
        if (std::cos(slot.pose.yaw - course.poseAt(place.s).yaw) < 0.9f)
            return QString("slot %1 looks elsewhere").arg(i);
        if ((place.offset > 0) != (slot.side == TrackSide::Left))
            return QString("slot %1 is on the other side").arg(i);
    }
    return {};
}

inline QString everyClaim(const Track &track) {
    for (const QString &wrong : {wallsAreSimpleAndApart(track), progressGrowsAlongTheCentre(track),
                                 startsStandOnTheTrack(track)})
        if (!wrong.isEmpty())
            return wrong;
    return {};
}

} // namespace paddock::test

#include "core/scenario/track_edit.h"

#include "core/scenario/polyline.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace paddock {

namespace {

constexpr double kMaxLoopShare = 0.2;     // of a wall; a longer loop is no inside of a bend
constexpr double kWallTolerance = 0.002;  // m; points that change a wall less are left out
constexpr double kFollowTolerance = 0.03; // m between a wall and the line's offset
constexpr float kMinWidth = 0.01f;        // m
constexpr std::size_t kSamples = 200;     // vertices of a wall that are compared

Vec2 leftOf(Vec2 v) {
    return {-v.y, v.x};
}
float rounded(float value) {
    return float(std::round(double(value) * 1e4) / 1e4);
}
Vec2 rounded(Vec2 v) {
    return {rounded(v.x), rounded(v.y)};
}

// The line's offset to one side (+1 left), without the loops inside of tight bends; where the edge
// tangles all the same it stays as it is, for everybody to see.
std::vector<Vec2> offsetOf(const Track &track, std::vector<float> &width, float side) {
    std::vector<Vec2> wall, normals;
    for (std::size_t i = 0; i < track.centre.size(); ++i) {
        normals.push_back(leftOf(tangentAt(track.centre, i)) * side);
        wall.push_back(track.centre[i] + normals[i] * width[i]);
    }
    const std::vector<Vec2> raw = wall;
    if (!removeLoops(wall, kMaxLoopShare) || wall.size() < 3)
        wall = raw;
    if (wall.size() != raw.size())
        for (std::size_t i = 0; i < width.size(); ++i)
            if (const auto reach = castRay(wall, track.centre[i], normals[i]))
                width[i] = std::max(kMinWidth, std::min(width[i], rounded(float(*reach))));
    wall = simplifyClosed(wall, kWallTolerance);
    for (Vec2 &p : wall)
        p = rounded(p);
    wall.erase(std::unique(wall.begin(), wall.end()), wall.end());
    return wall;
}

bool liesOn(std::span<const Vec2> points, std::span<const Vec2> line) {
    const std::size_t step = std::max<std::size_t>(1, points.size() / kSamples);
    for (std::size_t i = 0; i < points.size(); i += step)
        if (distanceTo(line, points[i]) > kFollowTolerance)
            return false;
    return true;
}

// Which walls are the line's offsets to the left and to the right.
std::optional<std::array<std::size_t, 2>> followingWalls(const Track &track) {
    Track copy = track;
    std::array<std::size_t, 2> found{};
    for (const std::size_t s : {0u, 1u}) {
        const std::vector<Vec2> edge =
            offsetOf(copy, s == 0 ? copy.leftWidth : copy.rightWidth, s == 0 ? 1.0f : -1.0f);
        found[s] = track.walls.size();
        for (std::size_t w = 0; w < track.walls.size() && found[s] == track.walls.size(); ++w)
            if (track.walls[w].points.size() >= 3 && liesOn(track.walls[w].points, edge) &&
                liesOn(edge, track.walls[w].points))
                found[s] = w;
        if (found[s] == track.walls.size())
            return std::nullopt;
    }
    if (found[0] == found[1])
        return std::nullopt;
    return found;
}

// Something beside the line, in the terms of a segment of it.
struct Beside {
    std::size_t segment = 0;
    Pose pose; // in the frame of the segment's place
    float along = 0;
};
Pose frameAt(const std::vector<Vec2> &line, std::size_t segment, float along) {
    const Vec2 a = line[segment], b = line[(segment + 1) % line.size()];
    return {a + (b - a) * along, std::atan2(b.y - a.y, b.x - a.x)};
}
Beside besideOf(const Track &track, const TrackCourse &course, Pose pose) {
    Beside place;
    place.segment = course.locate(pose.position).segment;
    const Vec2 a = track.centre[place.segment],
               ab = track.centre[(place.segment + 1) % track.centre.size()] - a;
    place.along = std::clamp(dot(pose.position - a, ab) / dot(ab, ab), 0.0f, 1.0f);
    const Pose frame = frameAt(track.centre, place.segment, place.along);
    place.pose = {frame.toLocal(pose.position), wrapAngle(pose.yaw - frame.yaw)};
    return place;
}

float reachOf(const std::vector<TrackWall> &walls, Vec2 from, Vec2 direction) {
    float reach = kMaxTrackWidth;
    for (const TrackWall &wall : walls)
        if (const auto hit = castRay(wall.points, from, direction))
            reach = std::min(reach, float(*hit));
    return reach;
}

// What lies along the line follows it from `before` to `after`, which has its lines and walls.
class Follower {
  public:
    Follower(const Track &before, Track &after)
        : m_before(before), m_after(after), m_course(before) {
        const std::size_t n = before.centre.size();
        m_changed.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            m_changed[i] = before.centre[i] != after.centre[i] ||
                           before.leftWidth[i] != after.leftWidth[i] ||
                           before.rightWidth[i] != after.rightWidth[i];
    }
    // The edges of the road; obstacles stay where they stand.
    void warpEdges() {
        const auto edges = edgesOf(m_before);
        for (std::size_t w = 0; w < m_after.walls.size(); ++w)
            if (!edges || edges->has(w))
                for (Vec2 &p : m_after.walls[w].points)
                    p = warped(p);
    }
    void moveCheckpoints() {
        const std::vector<TrackWall> edges = edgeWalls(m_after);
        for (TrackCheckpoint &checkpoint : m_after.checkpoints) {
            const Vec2 across = checkpoint.left - checkpoint.right;
            const Vec2 middle = (checkpoint.left + checkpoint.right) * 0.5f;
            const Beside place =
                besideOf(m_before, m_course, {middle, std::atan2(across.y, across.x)});
            if (!moves(place.segment) || length(across) <= 0)
                continue;
            const Pose frame = frameAt(m_after.centre, place.segment, place.along);
            const Vec2 left = rotated({1, 0}, frame.yaw + place.pose.yaw);
            checkpoint = {
                rounded(frame.position + left * reachOf(edges, frame.position, left)),
                rounded(frame.position - left * reachOf(edges, frame.position, left * -1.0f))};
        }
    }
    void moveStarts() {
        for (StartSlot &slot : m_after.starts) {
            const Beside place = besideOf(m_before, m_course, slot.pose);
            if (!moves(place.segment))
                continue;
            const Pose frame = frameAt(m_after.centre, place.segment, place.along);
            slot.pose = {rounded(frame.toParent(place.pose.position)),
                         rounded(wrapAngle(frame.yaw + place.pose.yaw))};
        }
    }

  private:
    bool moves(std::size_t segment) const {
        return m_changed[segment] || m_changed[(segment + 1) % m_changed.size()];
    }
    Vec2 warped(Vec2 p) const {
        const Beside place = besideOf(m_before, m_course, {p, 0});
        if (!moves(place.segment))
            return p;
        const std::size_t i = place.segment, j = (i + 1) % m_before.centre.size();
        const bool onLeft = place.pose.position.y > 0;
        const auto delta = [&](std::size_t k) {
            const auto &now = onLeft ? m_after.leftWidth : m_after.rightWidth;
            const auto &old = onLeft ? m_before.leftWidth : m_before.rightWidth;
            const Vec2 normal = leftOf(tangentAt(m_after.centre, k)) * (onLeft ? 1.0f : -1.0f);
            return m_after.centre[k] - m_before.centre[k] + normal * (now[k] - old[k]);
        };
        return rounded(p + delta(i) * (1 - place.along) + delta(j) * place.along);
    }

    const Track &m_before;
    Track &m_after;
    TrackCourse m_course;
    std::vector<bool> m_changed;
};

// 1 at the control point, 0 at the `reach`-th one to both sides and beyond; smooth in between.
std::vector<float> bumpAt(const Track &track, const std::vector<std::uint32_t> &controls,
                          std::size_t control, int reach) {
    const std::size_t n = track.centre.size(), c = controls.size();
    const std::size_t most = std::max<std::size_t>(1, (c - 1) / 2);
    const std::size_t step = std::clamp<std::size_t>(std::size_t(std::max(reach, 1)), 1, most);
    std::vector<float> weight(n, 0.0f);
    weight[controls[control]] = 1;
    for (const bool ahead : {true, false}) {
        const std::size_t end = controls[(control + (ahead ? step : c - step)) % c];
        const auto next = [&](std::size_t i) { return (i + (ahead ? 1 : n - 1)) % n; };
        double whole = 0;
        for (std::size_t i = controls[control]; i != end; i = next(i))
            whole += length(track.centre[next(i)] - track.centre[i]);
        double s = 0;
        for (std::size_t i = controls[control]; i != end; i = next(i)) {
            weight[i] = float(0.5 * (1 + std::cos(double(kPi) * s / whole)));
            s += length(track.centre[next(i)] - track.centre[i]);
        }
    }
    return weight;
}

std::vector<Vec2> smoothLine(const Track &track, float length) {
    // Each round adds half a squared spacing to the variance of the filter.
    const double spacing = double(track.length()) / double(track.centre.size());
    const double rounds = 2 * std::pow(double(length) / 4 / spacing, 2);
    return smoothClosed(track.centre, std::clamp(int(std::lround(rounds)), 1, 2000));
}

} // namespace

std::vector<std::uint32_t> controlsOf(const Track &track) {
    if (track.controls.size() >= kMinControls)
        return track.controls;
    const std::size_t n = track.centre.size();
    const std::size_t wanted = std::size_t(std::lround(double(track.length()) / kControlSpacing));
    const std::size_t count = std::min(n, std::clamp<std::size_t>(wanted, 8, 120));
    std::vector<std::uint32_t> controls;
    for (std::size_t k = 0; k < count; ++k)
        controls.push_back(std::uint32_t(k * n / count));
    return controls;
}

bool wallsFollowLine(const Track &track) {
    return track.centre.size() >= 3 && followingWalls(track).has_value();
}

Track reshaped(const Track &track, std::vector<Vec2> centre, std::vector<float> leftWidth,
               std::vector<float> rightWidth) {
    const auto following = followingWalls(track);
    Track after = track;
    after.centre = std::move(centre);
    after.leftWidth = std::move(leftWidth);
    after.rightWidth = std::move(rightWidth);
    for (std::size_t i = 0; i < after.centre.size(); ++i) {
        if (after.centre[i] != track.centre[i])
            after.centre[i] = rounded(after.centre[i]);
        for (std::vector<float> *widths : {&after.leftWidth, &after.rightWidth})
            (*widths)[i] = std::clamp(rounded((*widths)[i]), kMinWidth, kMaxTrackWidth);
    }
    // Two points at one place would have no direction between them.
    for (std::size_t i = 0; i < after.centre.size(); ++i)
        if (after.centre[i] == after.centre[(i + 1) % after.centre.size()])
            return track;
    if (after.centre == track.centre && after.leftWidth == track.leftWidth &&
        after.rightWidth == track.rightWidth)
        return track;
    Follower follower(track, after);
    if (following) {
        after.walls[(*following)[0]].points = offsetOf(after, after.leftWidth, 1);
        after.walls[(*following)[1]].points = offsetOf(after, after.rightWidth, -1);
    } else {
        follower.warpEdges();
    }
    follower.moveCheckpoints();
    follower.moveStarts();
    return after;
}

Track withControlMoved(const Track &track, std::size_t control, Vec2 to, int reach) {
    const std::vector<std::uint32_t> controls = controlsOf(track);
    if (control >= controls.size() || !std::isfinite(to.x) || !std::isfinite(to.y))
        return track;
    const Vec2 by = to - track.centre[controls[control]];
    const std::vector<float> weight = bumpAt(track, controls, control, reach);
    std::vector<Vec2> centre = track.centre;
    for (std::size_t i = 0; i < centre.size(); ++i)
        centre[i] = centre[i] + by * weight[i];
    Track after = reshaped(track, std::move(centre), track.leftWidth, track.rightWidth);
    if (after != track)
        after.controls = controls;
    return after;
}

Track withControlWidths(const Track &track, std::size_t control, float left, float right) {
    const std::vector<std::uint32_t> controls = controlsOf(track);
    if (control >= controls.size() || !std::isfinite(left) || !std::isfinite(right))
        return track;
    const std::size_t at = controls[control];
    const float leftBy = left - track.leftWidth[at], rightBy = right - track.rightWidth[at];
    const std::vector<float> weight = bumpAt(track, controls, control, 1);
    std::vector<float> leftWidth = track.leftWidth, rightWidth = track.rightWidth;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        leftWidth[i] += leftBy * weight[i];
        rightWidth[i] += rightBy * weight[i];
    }
    Track after = reshaped(track, track.centre, std::move(leftWidth), std::move(rightWidth));
    if (after != track)
        after.controls = controls;
    return after;
}

Track withControlInserted(const Track &track, Vec2 near, std::size_t &control) {
    Track after = track;
    after.controls = controlsOf(track);
    const std::size_t n = track.centre.size(), i = TrackCourse(track).locate(near).segment;
    const Vec2 a = track.centre[i], ab = track.centre[(i + 1) % n] - a;
    const float t = std::clamp(dot(near - a, ab) / dot(ab, ab), 0.0f, 1.0f);
    auto vertex = std::uint32_t(t < 0.5f ? i : (i + 1) % n);
    const auto isControl = [&] {
        return std::binary_search(after.controls.begin(), after.controls.end(), vertex);
    };
    const bool coarse = length(ab) > kControlSpacing / 3;
    if ((isControl() || coarse) && t > 0.05f && t < 0.95f && n < kMaxCentrePoints) {
        // Between the points of the line: a point of its own.
        vertex = std::uint32_t(i + 1);
        const auto at = std::ptrdiff_t(i + 1);
        after.centre.insert(after.centre.begin() + at, rounded(a + ab * t));
        for (std::vector<float> *widths : {&after.leftWidth, &after.rightWidth})
            widths->insert(widths->begin() + at,
                           (*widths)[i] * (1 - t) + (*widths)[(i + 1) % n] * t);
        for (std::uint32_t &c : after.controls)
            c += c >= vertex ? 1 : 0;
    }
    if (!isControl() && after.controls.size() < kMaxChosenControls)
        after.controls.insert(
            std::lower_bound(after.controls.begin(), after.controls.end(), vertex), vertex);
    const auto found = std::lower_bound(after.controls.begin(), after.controls.end(), vertex);
    control = std::min(std::size_t(found - after.controls.begin()), after.controls.size() - 1);
    return after;
}

Track withControlRemoved(const Track &track, std::size_t control) {
    std::vector<std::uint32_t> controls = controlsOf(track);
    const std::size_t c = controls.size(), n = track.centre.size();
    if (control >= c || c <= kMinControls)
        return track;
    const std::size_t from = controls[(control + c - 1) % c], to = controls[(control + 1) % c];
    const std::size_t count = (to + n - from) % n;
    const Vec2 a = track.centre[from], b = track.centre[to];
    const float reach = length(b - a);
    const Vec2 da = tangentAt(track.centre, from) * reach, db = tangentAt(track.centre, to) * reach;
    std::vector<Vec2> centre = track.centre;
    std::vector<float> left = track.leftWidth, right = track.rightWidth;
    for (std::size_t k = 1; k < count; ++k) {
        const float t = float(k) / float(count), u = 1 - t;
        const std::size_t i = (from + k) % n;
        centre[i] = a * (u * u * (1 + 2 * t)) + da * (u * u * t) + b * (t * t * (3 - 2 * t)) -
                    db * (t * t * u);
        left[i] = track.leftWidth[from] * u + track.leftWidth[to] * t;
        right[i] = track.rightWidth[from] * u + track.rightWidth[to] * t;
    }
    Track after = reshaped(track, std::move(centre), std::move(left), std::move(right));
    controls.erase(controls.begin() + std::ptrdiff_t(control));
    after.controls = std::move(controls);
    return after;
}

Track smoothed(const Track &track, float length) {
    Track after = reshaped(track, smoothLine(track, length), track.leftWidth, track.rightWidth);
    if (after != track)
        after.controls = controlsOf(track);
    return after;
}

Track smoothedAround(const Track &track, std::size_t control, float length, int reach) {
    const std::vector<std::uint32_t> controls = controlsOf(track);
    if (control >= controls.size())
        return track;
    const std::vector<float> weight = bumpAt(track, controls, control, reach);
    const std::vector<Vec2> smooth = smoothLine(track, length);
    std::vector<Vec2> centre = track.centre;
    for (std::size_t i = 0; i < centre.size(); ++i)
        centre[i] = centre[i] + (smooth[i] - centre[i]) * weight[i];
    Track after = reshaped(track, std::move(centre), track.leftWidth, track.rightWidth);
    if (after != track)
        after.controls = controls;
    return after;
}

Track reversed(const Track &track) {
    Track after = track;
    const std::size_t n = track.centre.size();
    std::reverse(after.centre.begin() + 1, after.centre.end());
    after.leftWidth = track.rightWidth;
    after.rightWidth = track.leftWidth;
    std::reverse(after.leftWidth.begin() + 1, after.leftWidth.end());
    std::reverse(after.rightWidth.begin() + 1, after.rightWidth.end());
    if (!after.checkpoints.empty())
        std::reverse(after.checkpoints.begin() + 1, after.checkpoints.end());
    for (TrackCheckpoint &checkpoint : after.checkpoints)
        std::swap(checkpoint.left, checkpoint.right);
    const TrackCourse before(track), course(after);
    for (StartSlot &slot : after.starts) {
        const TrackPlace place = before.locate(slot.pose.position);
        const float turned = wrapAngle(slot.pose.yaw - before.poseAt(place.s).yaw);
        const Pose line = course.poseAt(place.s);
        slot.pose = {rounded(line.toParent({0, place.offset})),
                     rounded(wrapAngle(line.yaw + turned))};
    }
    for (std::uint32_t &c : after.controls)
        c = std::uint32_t((n - c) % n);
    std::sort(after.controls.begin(), after.controls.end());
    return after;
}

Track widthsScaled(const Track &track, double factor) {
    if (!(factor >= 0.01 && factor <= 100))
        return track;
    std::vector<float> left = track.leftWidth, right = track.rightWidth;
    for (std::vector<float> *widths : {&left, &right})
        for (float &w : *widths)
            w = float(double(w) * factor);
    return reshaped(track, track.centre, std::move(left), std::move(right));
}

Track resampled(const Track &track, float spacing) {
    const double wanted = double(track.length()) / double(spacing);
    if (!(wanted >= 1 && wanted <= double(kMaxCentrePoints)))
        return track;
    Track after = track;
    after.controls.clear();
    after.centre = resampleClosed(track.centre, std::max<std::size_t>(12, std::size_t(wanted)));
    after.leftWidth.clear();
    after.rightWidth.clear();
    const TrackCourse course(track);
    const std::size_t n = track.centre.size();
    for (Vec2 &p : after.centre) {
        const std::size_t i = course.locate(p).segment, j = (i + 1) % n;
        const float t = std::clamp(
            length(p - track.centre[i]) / length(track.centre[j] - track.centre[i]), 0.0f, 1.0f);
        after.leftWidth.push_back(rounded(track.leftWidth[i] * (1 - t) + track.leftWidth[j] * t));
        after.rightWidth.push_back(
            rounded(track.rightWidth[i] * (1 - t) + track.rightWidth[j] * t));
        p = rounded(p);
    }
    return after;
}

TrackCheckpoint checkpointAt(const Track &track, float s) {
    const TrackCourse course(track);
    const float aside = course.length() / 1000; // each way, for the direction where the line bends
    const Vec2 place = course.poseAt(s).position;
    const Vec2 chord = course.poseAt(s + aside).position - course.poseAt(s - aside).position;
    const Vec2 left = leftOf(chord * (1 / std::max(length(chord), 1e-6f)));
    const std::vector<TrackWall> edges = edgeWalls(track);
    return {rounded(place + left * reachOf(edges, place, left)),
            rounded(place - left * reachOf(edges, place, left * -1.0f))};
}

Track withEvenCheckpoints(const Track &track, int count) {
    Track after = track;
    const TrackCourse course(track);
    const float first = track.checkpoints.empty() ? 0 : course.checkpointPlace(0).value_or(0);
    const std::size_t wanted =
        std::clamp<std::size_t>(std::size_t(std::max(count, 0)), kMinCheckpoints, kMaxCheckpoints);
    after.checkpoints.resize(std::min<std::size_t>(after.checkpoints.size(), 1));
    for (std::size_t i = after.checkpoints.size(); i < wanted; ++i)
        after.checkpoints.push_back(
            checkpointAt(track, first + course.length() * float(i) / float(wanted)));
    return after;
}

} // namespace paddock

#include "core/scenario/track_builder.h"

#include "core/base/text.h"
#include "core/scenario/polyline.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

// The longest loop, as a part of the wall, that an offset may make; a longer one means that two
// parts of the track overlap.
constexpr double kMaxLoopShare = 0.2;
constexpr double kWallTolerance = 0.002; // m; points that change a wall less are left out

Vec2 leftOf(Vec2 v) {
    return {-v.y, v.x};
}

float rounded(float value) {
    return float(std::round(double(value) * 1e4) / 1e4);
}
Vec2 rounded(Vec2 v) {
    return {rounded(v.x), rounded(v.y)};
}

// Without points that repeat their predecessor.
void dropRepeats(std::vector<Vec2> &line) {
    line.erase(std::unique(line.begin(), line.end()), line.end());
    while (line.size() > 1 && line.front() == line.back())
        line.pop_back();
}

// Points with widths, evenly spaced, interpolated between those given.
void resample(std::vector<Vec2> &points, std::vector<TrackWidths> &widths, float spacing) {
    const std::size_t count =
        std::clamp<std::size_t>(std::size_t(std::lround(std::min(closedLength(points) / spacing,
                                                                 double(kMaxCentrePoints)))),
                                8, kMaxCentrePoints);
    Track raw;
    raw.centre = points;
    const TrackCourse course(raw);
    std::vector<Vec2> even = resampleClosed(points, count);
    std::vector<TrackWidths> evenWidths;
    std::size_t hint = 0;
    for (const Vec2 p : even) {
        hint = course.locate(p, hint).segment;
        const std::size_t next = (hint + 1) % points.size();
        const float part = length(p - points[hint]) / length(points[next] - points[hint]);
        const TrackWidths a = widths[hint], b = widths[next];
        evenWidths.push_back(
            {a.left + (b.left - a.left) * part, a.right + (b.right - a.right) * part});
    }
    points = std::move(even);
    widths = std::move(evenWidths);
}

// What is left of an offset keeps its distance from the line; an offset that is all loop, as of a
// circle by more than its radius, comes near the line's other side.
bool isOffset(std::span<const Vec2> wall, const Track &track, const std::vector<float> &width) {
    const double least = 0.9 * double(*std::min_element(width.begin(), width.end()));
    return std::all_of(wall.begin(), wall.end(),
                       [&](Vec2 p) { return distanceTo(track.centre, p) >= least; });
}

// The wall on one side (+1 left, -1 right); narrows `width` where a loop was cut off.
Status addWall(Track &track, std::vector<float> &width, float side, float height) {
    std::vector<Vec2> wall;
    std::vector<Vec2> normals;
    for (std::size_t i = 0; i < track.centre.size(); ++i) {
        normals.push_back(leftOf(tangentAt(track.centre, i)) * side);
        wall.push_back(track.centre[i] + normals[i] * width[i]);
    }
    const std::size_t before = wall.size();
    if (!removeLoops(wall, kMaxLoopShare) || !isOffset(wall, track, width))
        return Error(Problem{"",
                             std::string("the ") + (side > 0 ? "left" : "right") +
                                 " edge of the track crosses other parts of it",
                             "a track whose parts do not overlap"});
    if (wall.size() != before)
        for (std::size_t i = 0; i < width.size(); ++i)
            if (const auto reach = castRay(wall, track.centre[i], normals[i]))
                width[i] = std::min(width[i], float(*reach));
    track.walls.push_back({height, simplifyClosed(wall, kWallTolerance)});
    return Done{};
}

// Distance to the nearest edge from the centre line along `direction`.
float reachOf(std::span<const TrackWall> edges, Vec2 from, Vec2 direction) {
    float reach = kMaxTrackWidth;
    for (const TrackWall &wall : edges)
        if (const auto hit = castRay(wall.points, from, direction))
            reach = std::min(reach, float(*hit));
    return reach;
}

void addCheckpoints(Track &track, const TrackCourse &course, int count) {
    const float aside = course.length() / 1000; // each way, for the direction where the line bends
    const std::vector<TrackWall> edges = edgeWalls(track);
    for (int i = 0; i < count; ++i) {
        const float s = course.length() * float(i) / float(count);
        const Vec2 place = course.poseAt(s).position;
        const Vec2 chord = course.poseAt(s + aside).position - course.poseAt(s - aside).position;
        const Vec2 left = leftOf(chord * (1 / length(chord)));
        track.checkpoints.push_back({rounded(place + left * reachOf(edges, place, left)),
                                     rounded(place - left * reachOf(edges, place, left * -1.0f))});
    }
}

// Behind the line, in turn left and right of the centre by a quarter of the width there.
void addStarts(Track &track, const TrackCourse &course, const TrackOptions &options) {
    for (int i = 0; i < options.starts; ++i) {
        Pose pose = course.poseAt(course.length() - options.startGap * float(i + 1));
        const Vec2 left = leftOf(rotated({1, 0}, pose.yaw));
        const bool onLeft = i % 2 == 0;
        const Vec2 aside = onLeft ? left : left * -1.0f;
        pose.position =
            rounded(pose.position + aside * (reachOf(track.walls, pose.position, aside) / 2));
        pose.yaw = rounded(pose.yaw);
        track.starts.push_back({pose, onLeft ? TrackSide::Left : TrackSide::Right});
    }
}

Status checkOptions(const Track &track, const TrackOptions &options) {
    std::vector<Problem> problems;
    const auto number = [&](const char *what, double value, double least, double most) {
        if (!(value >= least && value <= most))
            problems.push_back(
                {what, "is " + numberText(value), numberText(least) + " to " + numberText(most)});
    };
    number("checkpoints", options.checkpoints, double(kMinCheckpoints), double(kMaxCheckpoints));
    number("start slots", options.starts, 1, double(kMaxStarts));
    number("gap between start slots", options.startGap, 0.01, 1e3);
    if (problems.empty() && options.startGap * float(options.starts) > track.length() / 2)
        problems.push_back({"start slots",
                            "need " + fixedText(double(options.startGap) * options.starts, 1) +
                                " m, more than half of the track's " +
                                fixedText(double(track.length()), 1) + " m",
                            "a longer track or fewer slots"});
    if (!problems.empty())
        return Error(std::move(problems));
    return Done{};
}

Status checkLine(std::span<const Vec2> points, std::span<const TrackWidths> widths) {
    if (points.size() < 3 || points.size() > kMaxCentrePoints || widths.size() != points.size())
        return Error(
            Problem{"centre line",
                    "has " + std::to_string(points.size()) + " points and " +
                        std::to_string(widths.size()) + " pairs of widths",
                    "3 to " + std::to_string(kMaxCentrePoints) + " points, each with two"});
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < points.size() && problems.size() < 20; ++i) {
        const auto number = [&](const char *what, float value, float least, float most) {
            if (!(value >= least && value <= most))
                problems.push_back({"point " + std::to_string(i + 1) + " of the centre line",
                                    std::string(what) + " is " + numberText(value),
                                    numberText(least) + " to " + numberText(most) + " m"});
        };
        number("x", points[i].x, -kMaxTrackCoordinate, kMaxTrackCoordinate);
        number("y", points[i].y, -kMaxTrackCoordinate, kMaxTrackCoordinate);
        number("width on the left", widths[i].left, 0.01f, kMaxTrackWidth);
        number("width on the right", widths[i].right, 0.01f, kMaxTrackWidth);
    }
    if (!problems.empty())
        return Error(std::move(problems));
    return Done{};
}

void reverse(std::vector<Vec2> &points, std::vector<TrackWidths> &widths) {
    // The first point stays the first: start and finish stay where they are.
    std::reverse(points.begin() + 1, points.end());
    std::reverse(widths.begin() + 1, widths.end());
    for (TrackWidths &w : widths)
        std::swap(w.left, w.right);
}

} // namespace

Result<double> scaleFactor(std::span<const TrackWidths> widths, const TrackOptions &options) {
    double factor = options.scale;
    if (options.targetWidth && !widths.empty()) {
        std::vector<float> whole;
        for (const TrackWidths &w : widths)
            whole.push_back(w.left + w.right);
        std::nth_element(whole.begin(), whole.begin() + std::ptrdiff_t(whole.size() / 2),
                         whole.end());
        factor *= *options.targetWidth / double(whole[whole.size() / 2]);
    }
    if (!(factor >= 1e-4 && factor <= 1e4))
        return Error(Problem{"scale", "is " + numberText(factor), "0.0001 to 10000"});
    return factor;
}

Result<Track> trackFromCenterline(std::span<const Vec2> points, std::span<const TrackWidths> widths,
                                  const TrackOptions &options) {
    const Result<double> factor = scaleFactor(widths, options);
    if (!factor)
        return factor.error();
    std::vector<Vec2> line;
    std::vector<TrackWidths> lineWidths;
    for (std::size_t i = 0; i < std::min(points.size(), widths.size()); ++i) {
        const Vec2 p = rounded(points[i] * float(*factor));
        // A closed line may repeat points; each place counts once.
        if (!line.empty() && (p == line.back() || (i + 1 == points.size() && p == line.front())))
            continue;
        line.push_back(p);
        lineWidths.push_back({widths[i].left * float(*factor), widths[i].right * float(*factor)});
    }
    if (const Status sound = checkLine(line, lineWidths); !sound)
        return sound.error();
    if (options.direction != TrackDirection::AsGiven &&
        (signedArea(line) > 0) != (options.direction == TrackDirection::CounterClockwise))
        reverse(line, lineWidths);
    if (options.spacing > 0)
        resample(line, lineWidths, options.spacing);
    Crossing crossing;
    if (findSelfCrossing(line, crossing) != CrossingState::None)
        return Error(Problem{"centre line",
                             "crosses itself near (" + fixedText(crossing.at.x, 2) + ", " +
                                 fixedText(crossing.at.y, 2) + ")",
                             "a line that stays apart from itself"});
    Track track;
    track.centre = std::move(line);
    for (const TrackWidths &w : lineWidths) {
        track.leftWidth.push_back(w.left);
        track.rightWidth.push_back(w.right);
    }
    for (const float side : {1.0f, -1.0f}) {
        std::vector<float> &width = side > 0 ? track.leftWidth : track.rightWidth;
        if (const Status made = addWall(track, width, side, options.wallHeight); !made)
            return made.error();
    }
    return finishTrack(std::move(track), options);
}

Result<Track> finishTrack(Track track, const TrackOptions &options) {
    track.name = options.name;
    track.description = options.description;
    for (Vec2 &p : track.centre)
        p = rounded(p);
    for (std::vector<float> *widths : {&track.leftWidth, &track.rightWidth})
        for (float &w : *widths)
            w = rounded(w);
    for (TrackWall &wall : track.walls) {
        for (Vec2 &p : wall.points)
            p = rounded(p);
        dropRepeats(wall.points);
    }
    if (track.centre.size() < 3 || track.length() <= 0)
        return Error(Problem{"centre line", "has no length", "a closed line"});
    if (const Status sound = checkOptions(track, options); !sound)
        return sound.error();
    const TrackCourse course(track);
    track.checkpoints.clear();
    track.starts.clear();
    addCheckpoints(track, course, options.checkpoints);
    addStarts(track, course, options);
    if (std::vector<Problem> problems = validate(track, options.name); !problems.empty())
        return Error(std::move(problems));
    return track;
}

} // namespace paddock

#include "core/base/text.h"
#include "core/scenario/polyline.h"
#include "core/scenario/racing_line.h"
#include "core/scenario/scenario_checks.h"
#include "core/scenario/scene_edit.h"
#include "core/scenario/track.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_edit.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock::scene_checks {

namespace {

constexpr double kBendAside = 0.25; // m to both sides of a point, by which its bend is measured

std::string metres(double value) {
    return fixedText(value, 2) + " m";
}

class RaceChecker {
  public:
    RaceChecker(const Scenario &scenario, std::vector<SceneCheck> &found)
        : s(scenario), m_track(*scenario.track), m_car(scenario.agentVehicle()), m_found(found) {}

    void run() {
        for (Problem &problem : validateNumbers(m_track, m_track.name))
            add(CheckSeverity::Error, {SceneItemKind::Document}, std::nullopt, std::move(problem));
        if (!m_found.empty() && m_found.back().item.kind == SceneItemKind::Document &&
            (m_track.centre.size() < 3 || m_track.leftWidth.size() != m_track.centre.size() ||
             m_track.rightWidth.size() != m_track.centre.size()))
            return; // nothing can be measured
        m_controls = controlsOf(m_track);
        m_edges = edgeWalls(m_track);
        lines();
        const TrackCourse course(m_track);
        widths();
        bends();
        checkpoints(course);
        starts(course);
    }

  private:
    void add(CheckSeverity severity, SceneItem item, std::optional<Vec2> at, Problem problem) {
        if (problem.where.empty())
            problem.where = itemName(s, item);
        m_found.push_back({severity, item, at, std::move(problem)});
    }

    // The control point before a point of the line or at it.
    SceneItem controlNear(std::size_t vertex) const {
        const auto after =
            std::upper_bound(m_controls.begin(), m_controls.end(), std::uint32_t(vertex));
        const std::size_t n = m_controls.size();
        const std::size_t before = (std::size_t(after - m_controls.begin()) + n - 1) % n;
        const std::size_t next = (before + 1) % n;
        const float toBefore = length(m_track.centre[m_controls[before]] - m_track.centre[vertex]);
        const float toNext = length(m_track.centre[m_controls[next]] - m_track.centre[vertex]);
        return {SceneItemKind::Control, int(toBefore <= toNext ? before : next)};
    }

    void crossing(CrossingState state, const Crossing &found, SceneItem item, const char *what) {
        if (state == CrossingState::None)
            return;
        const bool known = state == CrossingState::Found;
        add(CheckSeverity::Error, item, known ? std::optional(found.at) : std::nullopt,
            {"",
             known ? what + std::string(" at (") + fixedText(found.at.x, 2) + ", " +
                         fixedText(found.at.y, 2) + ")"
                   : "is too tangled to be checked",
             "lines that stay apart"});
    }
    void lines() {
        Crossing found;
        CrossingState state = findSelfCrossing(m_track.centre, found);
        crossing(state, found, controlNear(found.first % m_track.centre.size()),
                 "lies where the centre line crosses itself");
        const std::vector<std::size_t> obstacles = obstaclesOf(m_track);
        for (std::size_t w = 0; w < m_track.walls.size(); ++w) {
            const std::vector<Vec2> &wall = m_track.walls[w].points;
            if (wall.size() < 3)
                continue;
            found = {};
            state = findSelfCrossing(wall, found);
            crossing(state, found, {SceneItemKind::WallPoint, int(w), int(found.first)},
                     "lies where the wall crosses itself");
            if (obstacles.end() != std::find(obstacles.begin(), obstacles.end(), w))
                continue; // it may stand on the line; what else it may not has checks of its own
            found = {};
            state = findCrossing(wall, m_track.centre, found);
            crossing(state, found, {SceneItemKind::WallPoint, int(w), int(found.first)},
                     "lies where the wall crosses the centre line");
            for (std::size_t v = 0; v < w; ++v) {
                if (obstacles.end() != std::find(obstacles.begin(), obstacles.end(), v))
                    continue;
                found = {};
                if (m_track.walls[v].points.size() >= 3)
                    state = findCrossing(wall, m_track.walls[v].points, found);
                crossing(state, found, {SceneItemKind::WallPoint, int(w), int(found.first)},
                         "lies where two walls cross");
            }
        }
        if (m_track.walls.size() < 2)
            add(CheckSeverity::Error, {SceneItemKind::Document}, std::nullopt,
                {m_track.name, "has " + std::to_string(m_track.walls.size()) + " walls",
                 "one to each side"});
    }

    // Of each stretch where a measure is below `least`, the worst place.
    template <class Measure, class Report>
    void worstOf(double least, Measure measure, Report report) {
        const std::size_t n = m_track.centre.size();
        std::size_t worst = n;
        double value = least;
        const auto flush = [&] {
            if (worst < n)
                report(worst, value);
            worst = n;
            value = least;
        };
        for (std::size_t i = 0; i < n; ++i) {
            const double got = measure(i);
            if (got >= least)
                flush();
            else if (worst == n || got < value) {
                worst = i;
                value = got;
            }
        }
        flush();
    }

    void widths() {
        const double least = m_car.bodyWidth;
        worstOf(
            least,
            [&](std::size_t i) { return double(m_track.leftWidth[i] + m_track.rightWidth[i]); },
            [&](std::size_t i, double width) {
                add(CheckSeverity::Error, controlNear(i), m_track.centre[i],
                    {"", "lies where the track is only " + metres(width) + " wide",
                     "more than the car's width, " + metres(least)});
            });
    }

    // m, of the circle through the line's places a little behind and ahead.
    double radiusAt(std::size_t i, std::size_t aside) const {
        const std::size_t n = m_track.centre.size();
        const Vec2 a = m_track.centre[(i + n - aside) % n], b = m_track.centre[i],
                   c = m_track.centre[(i + aside) % n];
        const double twiceArea = double(cross(b - a, c - a));
        const double product =
            double(length(b - a)) * double(length(c - b)) * double(length(a - c));
        return twiceArea == 0 ? std::numeric_limits<double>::infinity() : product / (2 * twiceArea);
    }
    void bends() {
        const CarLimits limits = carLimits(m_car);
        const std::size_t n = m_track.centre.size();
        const double spacing = double(m_track.length()) / double(n);
        const std::size_t aside = std::clamp<std::size_t>(
            std::size_t(std::lround(kBendAside / std::max(spacing, 1e-6))), 1, (n - 1) / 2);
        const auto room = [&](std::size_t i, bool left) {
            const float outside = left ? m_track.rightWidth[i] : m_track.leftWidth[i];
            return std::max(0.0, double(outside) - limits.halfWidth);
        };
        worstOf(
            limits.turningRadius, [&](std::size_t i) { return std::abs(radiusAt(i, aside)); },
            [&](std::size_t i, double radius) {
                const double widest = radius + room(i, radiusAt(i, aside) > 0);
                const bool hopeless = widest < limits.turningRadius;
                add(hopeless ? CheckSeverity::Error : CheckSeverity::Warning, controlNear(i),
                    m_track.centre[i],
                    {"",
                     "lies in a bend of " + metres(radius) + " radius" +
                         (hopeless ? ", " + metres(widest) + " along the outer wall"
                                   : ", which only cars far outside get round"),
                     "at least the car's turning radius, " + metres(limits.turningRadius)});
            });
    }

    // The goals of a race: each is met where its turn is, and wide enough for a car.
    void checkpoints(const TrackCourse &course) {
        float first = 0, before = -1;
        for (std::size_t i = 0; i < m_track.checkpoints.size(); ++i) {
            const SceneItem item{SceneItemKind::Checkpoint, int(i)};
            const TrackCheckpoint &line = m_track.checkpoints[i];
            const Vec2 middle = (line.left + line.right) * 0.5f;
            const std::optional<float> place = course.checkpointPlace(i);
            if (!place) {
                add(CheckSeverity::Error, item, middle,
                    {"",
                     "cannot be reached: it does not lie across the centre line, left end first",
                     "a line from the left to the right wall"});
                continue;
            }
            if (before < 0)
                first = *place;
            const float ahead = course.distanceAhead(first, *place);
            if (ahead <= before)
                add(CheckSeverity::Error, item, middle,
                    {"", "is out of order", "checkpoints in driving order"});
            before = ahead;
            if (double(length(line.left - line.right)) < m_car.bodyWidth)
                add(CheckSeverity::Warning, item, middle,
                    {"", "is only " + metres(double(length(line.left - line.right))) + " wide",
                     "more than the car's width, " + metres(m_car.bodyWidth)});
        }
    }

    void starts(const TrackCourse &course) {
        const std::vector<StartSlot> &slots = m_track.starts;
        for (std::size_t i = 0; i < slots.size(); ++i) {
            const SceneItem item{SceneItemKind::Start, int(i)};
            const Pose pose = slots[i].pose;
            const auto corners = footprintAt(m_car, pose);
            if (!std::all_of(corners.begin(), corners.end(),
                             [&](Vec2 c) { return betweenEdges(m_edges, c); }))
                add(CheckSeverity::Error, item, pose.position,
                    {"", "is not wholly on the road", "a place between the walls"});
            const float turned =
                wrapAngle(pose.yaw - course.poseAt(course.locate(pose.position).s).yaw);
            if (std::abs(turned) > kPi / 2)
                add(CheckSeverity::Warning, item, pose.position,
                    {"",
                     "heads against the driving direction, by " +
                         fixedText(std::abs(double(turned)) * 180 / double(kPi), 0) + "°",
                     "less than 90°"});
            for (std::size_t j = 0; j < i; ++j)
                if (footprintsOverlap(corners, footprintAt(m_car, slots[j].pose)))
                    add(CheckSeverity::Error, item, pose.position,
                        {"", "overlaps with start slot " + std::to_string(j + 1),
                         "cars that do not touch"});
        }
        if (!s.racing.startAnywhere && s.agents.count > std::int64_t(slots.size()))
            add(CheckSeverity::Error, {SceneItemKind::Start, 0},
                itemPlace(s, {SceneItemKind::Start}),
                {"The start",
                 "has " + std::to_string(slots.size()) + " slots for " +
                     std::to_string(s.agents.count) + " cars",
                 "a slot for each, or starts anywhere (racing.start_anywhere)"});
    }

    const Scenario &s;
    const Track &m_track;
    const VehicleSpec &m_car;
    std::vector<SceneCheck> &m_found;
    std::vector<std::uint32_t> m_controls;
    std::vector<TrackWall> m_edges;
};

} // namespace

void race(const Scenario &scenario, std::vector<SceneCheck> &found) {
    RaceChecker(scenario, found).run();
    obstacles(scenario, found);
}

} // namespace paddock::scene_checks

#include "core/base/text.h"
#include "core/scenario/polyline.h"
#include "core/scenario/scenario_checks.h"
#include "core/scenario/scene_edit.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <limits>

namespace paddock::scene_checks {

namespace {

std::string metres(double value) {
    return fixedText(value, 2) + " m";
}

// How much room there is beside obstacles. Between them and the edges are gaps; a car gets past on
// the left of an obstacle when no chain of gaps that are too narrow leads from it to the left edge,
// over as many other obstacles as stand there.
class Passages {
  public:
    Passages(const Track &track, const std::vector<std::size_t> &obstacles, const TrackEdges &edges,
             double width)
        : m_track(track), m_obstacles(obstacles), m_edges(edges), m_width(width) {
        const std::size_t n = obstacles.size();
        m_gaps.resize(n * n);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < i; ++j)
                m_gaps[i * n + j] = m_gaps[j * n + i] = gap(i, obstacles[j]);
    }

    // Of each obstacle, the widest gap of the narrowest chain to one edge; nullopt: the car passes.
    std::vector<std::optional<LineGap>> beside(bool left) const {
        const std::size_t n = m_obstacles.size();
        std::vector<std::optional<LineGap>> best;
        for (std::size_t i = 0; i < n; ++i)
            best.push_back(gap(i, left ? m_edges.left : m_edges.right));
        // From the obstacle that is nearest to the edge on, each takes its neighbours along.
        std::vector<bool> done(n);
        for (std::size_t round = 0; round < n; ++round) {
            std::size_t next = n;
            for (std::size_t i = 0; i < n; ++i)
                if (!done[i] && best[i] && (next == n || best[i]->width < best[next]->width))
                    next = i;
            if (next == n)
                break;
            done[next] = true;
            for (std::size_t i = 0; i < n; ++i) {
                const std::optional<LineGap> &link = m_gaps[next * n + i];
                if (done[i] || !link)
                    continue;
                const LineGap &widest = link->width > best[next]->width ? *link : *best[next];
                if (!best[i] || widest.width < best[i]->width)
                    best[i] = widest;
            }
        }
        return best;
    }

  private:
    std::optional<LineGap> gap(std::size_t obstacle, std::size_t wall) const {
        return gapBetween(m_track.walls[m_obstacles[obstacle]].points, m_track.walls[wall].points,
                          m_width);
    }

    const Track &m_track;
    const std::vector<std::size_t> &m_obstacles;
    TrackEdges m_edges;
    double m_width; // m, of the car
    std::vector<std::optional<LineGap>> m_gaps;
};

class ObstacleChecker {
  public:
    ObstacleChecker(const Scenario &scenario, std::vector<SceneCheck> &found)
        : s(scenario), m_track(*scenario.track), m_walls(obstaclesOf(m_track)), m_found(found) {}

    void run() {
        const auto edges = edgesOf(m_track);
        if (m_walls.empty() || !edges)
            return;
        const std::vector<TrackWall> sides = edgeWalls(m_track);
        for (std::size_t i = 0; i < m_walls.size(); ++i) {
            if (wall(i).size() < 3)
                continue;
            standing(i, sides);
            others(i);
            starts(i);
        }
        passages(*edges);
    }

  private:
    const std::vector<Vec2> &wall(std::size_t i) const { return m_track.walls[m_walls[i]].points; }
    void add(CheckSeverity severity, std::size_t i, Vec2 at, std::string what,
             std::string expected) {
        const SceneItem item{SceneItemKind::Obstacle, int(i)};
        m_found.push_back(
            {severity, item, at, {itemName(s, item), std::move(what), std::move(expected)}});
    }
    Vec2 middleOf(std::size_t i) const { return shapeOf(m_track.walls[m_walls[i]]).pose.position; }

    void standing(std::size_t i, const std::vector<TrackWall> &sides) {
        bool reaches = false;
        for (const TrackWall &side : sides) {
            Crossing found;
            const CrossingState state = findCrossing(wall(i), side.points, found);
            reaches = reaches || state != CrossingState::None;
            if (state == CrossingState::Found)
                add(CheckSeverity::Error, i, found.at,
                    "crosses the edge of the road at (" + fixedText(found.at.x, 2) + ", " +
                        fixedText(found.at.y, 2) + ")",
                    "a place between the edges");
        }
        if (!reaches && !betweenEdges(sides, wall(i).front()))
            add(CheckSeverity::Warning, i, middleOf(i),
                "stands beside the road, where no car meets it", "a place between the edges");
    }
    void others(std::size_t i) {
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(wall(i), wall(j)))
                add(CheckSeverity::Error, i, middleOf(i),
                    "overlaps with obstacle " + std::to_string(j + 1), "obstacles that stay apart");
    }
    void starts(std::size_t i) {
        for (std::size_t slot = 0; slot < m_track.starts.size(); ++slot)
            if (overlap(wall(i), footprintAt(s.agentVehicle(), m_track.starts[slot].pose)))
                add(CheckSeverity::Error, i, middleOf(i),
                    "stands on start slot " + std::to_string(slot + 1),
                    "a place where no car waits");
    }
    // One of the two sides is enough.
    void passages(const TrackEdges &edges) {
        const double width = s.agentVehicle().bodyWidth;
        const Passages all(m_track, m_walls, edges, width);
        const auto left = all.beside(true), right = all.beside(false);
        for (std::size_t i = 0; i < m_walls.size(); ++i) {
            if (!left[i] || !right[i])
                continue;
            const Vec2 at = left[i]->width > right[i]->width ? left[i]->at : right[i]->at;
            add(CheckSeverity::Warning, i, at,
                "leaves only " + metres(left[i]->width) + " to pass on its left and " +
                    metres(right[i]->width) + " on its right, at (" + fixedText(at.x, 2) + ", " +
                    fixedText(at.y, 2) + ")",
                "more than the car's width, " + metres(width) + ", on one side");
        }
    }

    const Scenario &s;
    const Track &m_track;
    std::vector<std::size_t> m_walls;
    std::vector<SceneCheck> &m_found;
};

} // namespace

void obstacles(const Scenario &scenario, std::vector<SceneCheck> &found) {
    ObstacleChecker(scenario, found).run();
}

} // namespace paddock::scene_checks

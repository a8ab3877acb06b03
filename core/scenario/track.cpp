#include "core/scenario/track.h"

#include "core/base/text.h"
#include "core/scenario/polyline.h"
#include "core/scenario/track_course.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>

namespace paddock {

namespace {

class Checker {
  public:
    Checker(const Track &track, std::string source) : m_track(track), m_source(std::move(source)) {}

    std::vector<Problem> runNumbers() {
        checkCounts();
        checkNumbers();
        checkControls();
        return std::move(m_problems);
    }
    std::vector<Problem> run() {
        m_problems = runNumbers();
        if (m_problems.empty())
            checkLines();
        if (m_problems.empty())
            checkCheckpoints();
        return std::move(m_problems);
    }

  private:
    void complain(const std::string &pointer, std::string what, std::string expected) {
        if (m_problems.size() < kMaxProblems)
            m_problems.push_back({m_source + ": " + pointer, std::move(what), std::move(expected)});
    }
    void count(const char *pointer, std::size_t got, std::size_t least, std::size_t most) {
        if (got < least || got > most)
            complain(pointer, "has " + std::to_string(got) + " items",
                     std::to_string(least) + " to " + std::to_string(most));
    }
    void place(const std::string &pointer, Vec2 point) {
        const bool sound =
            std::abs(point.x) <= kMaxTrackCoordinate && std::abs(point.y) <= kMaxTrackCoordinate;
        if (!sound)
            complain(pointer, "is (" + numberText(point.x) + ", " + numberText(point.y) + ")",
                     "coordinates up to " + numberText(kMaxTrackCoordinate) + " m");
    }
    void range(const std::string &pointer, float value, float least, float most) {
        if (!(value >= least && value <= most))
            complain(pointer, "is " + numberText(value),
                     numberText(least) + " to " + numberText(most));
    }

    void checkCounts() {
        count("/centre", m_track.centre.size(), 3, kMaxCentrePoints);
        if (m_track.leftWidth.size() != m_track.centre.size() ||
            m_track.rightWidth.size() != m_track.centre.size())
            complain("/centre", "has points without widths", "two for each point");
        count("/walls", m_track.walls.size(), 1, kMaxWalls);
        std::size_t points = 0;
        for (const TrackWall &wall : m_track.walls)
            points += wall.points.size();
        count("/walls/*/points", points, 3, kMaxWallPoints);
        count("/checkpoints", m_track.checkpoints.size(), kMinCheckpoints, kMaxCheckpoints);
        count("/starts", m_track.starts.size(), 1, kMaxStarts);
    }
    void checkNumbers() {
        for (std::size_t i = 0; i < m_track.centre.size(); ++i) {
            const std::string pointer = "/centre/" + std::to_string(i);
            place(pointer, m_track.centre[i]);
            if (m_track.centre[i] == m_track.centre[(i + 1) % m_track.centre.size()])
                complain(pointer, "is the same place as the next point", "places that differ");
            if (i < m_track.leftWidth.size() && i < m_track.rightWidth.size()) {
                range(pointer + "/2", m_track.leftWidth[i], 0.01f, kMaxTrackWidth);
                range(pointer + "/3", m_track.rightWidth[i], 0.01f, kMaxTrackWidth);
            }
        }
        for (std::size_t w = 0; w < m_track.walls.size(); ++w) {
            const std::string pointer = "/walls/" + std::to_string(w);
            range(pointer + "/height", m_track.walls[w].height, 0.001f, 100);
            count((pointer + "/points").c_str(), m_track.walls[w].points.size(), 3, kMaxWallPoints);
            for (std::size_t i = 0; i < m_track.walls[w].points.size(); ++i)
                place(pointer + "/points/" + std::to_string(i), m_track.walls[w].points[i]);
        }
        for (std::size_t i = 0; i < m_track.checkpoints.size(); ++i) {
            place("/checkpoints/" + std::to_string(i) + "/0", m_track.checkpoints[i].left);
            place("/checkpoints/" + std::to_string(i) + "/1", m_track.checkpoints[i].right);
        }
        for (std::size_t i = 0; i < m_track.starts.size(); ++i) {
            place("/starts/" + std::to_string(i), m_track.starts[i].pose.position);
            range("/starts/" + std::to_string(i) + "/yaw", m_track.starts[i].pose.yaw, -10, 10);
        }
    }
    void checkControls() {
        for (std::size_t i = 0; i < m_track.controls.size(); ++i)
            if (m_track.controls[i] >= m_track.centre.size() ||
                (i > 0 && m_track.controls[i] <= m_track.controls[i - 1]))
                complain("/controls/" + std::to_string(i),
                         "is " + std::to_string(m_track.controls[i]),
                         "ascending indices of centre points");
    }
    void report(const std::string &pointer, CrossingState state, const Crossing &found,
                const std::string &with) {
        if (state == CrossingState::Found)
            complain(pointer,
                     "crosses " + with + " at (" + fixedText(found.at.x, 2) + ", " +
                         fixedText(found.at.y, 2) + ")",
                     "lines that stay apart");
        if (state == CrossingState::TooTangled)
            complain(pointer, "is too tangled to be checked", "lines that stay apart");
    }
    void checkLines() {
        Crossing found;
        const auto edges = edgesOf(m_track);
        report("/centre", findSelfCrossing(m_track.centre, found), found, "itself");
        for (std::size_t w = 0; w < m_track.walls.size(); ++w) {
            const std::string pointer = "/walls/" + std::to_string(w);
            const std::vector<Vec2> &wall = m_track.walls[w].points;
            report(pointer, findSelfCrossing(wall, found), found, "itself");
            // An obstacle may stand on the line, which nobody has to drive.
            const bool edge = !edges || edges->has(w);
            if (edge)
                report(pointer, findCrossing(wall, m_track.centre, found), found,
                       "the centre line");
            // Every wall with the edges; of other pairs those of the first walls.
            for (std::size_t v = 0; v < w; ++v)
                if (v < kMostPaired || edge || edges->has(v))
                    report(pointer, findCrossing(wall, m_track.walls[v].points, found), found,
                           "wall " + std::to_string(v));
        }
    }
    // Each one is crossed by the centre line where its turn is, from behind to ahead.
    void checkCheckpoints() {
        const TrackCourse course(m_track);
        float first = 0, before = -1;
        for (std::size_t i = 0; i < m_track.checkpoints.size(); ++i) {
            const std::string pointer = "/checkpoints/" + std::to_string(i);
            const std::optional<float> s = course.checkpointPlace(i);
            if (!s) {
                complain(pointer, "does not lie across the track, left end first",
                         "a line from the left to the right wall");
                continue;
            }
            if (before < 0)
                first = *s;
            const float ahead = course.distanceAhead(first, *s);
            if (ahead <= before)
                complain(pointer, "is out of order", "checkpoints in driving order");
            before = ahead;
        }
    }

    static constexpr std::size_t kMaxProblems = 40;
    static constexpr std::size_t kMostPaired = 4;
    const Track &m_track;
    std::string m_source;
    std::vector<Problem> m_problems;
};

} // namespace

float Track::length() const {
    return float(closedLength(centre));
}

float Track::minWidth() const {
    float width = centre.empty() ? 0 : kMaxTrackWidth * 2;
    for (std::size_t i = 0; i < centre.size(); ++i)
        width = std::min(width, leftWidth[i] + rightWidth[i]);
    return width;
}

float Track::maxWidth() const {
    float width = 0;
    for (std::size_t i = 0; i < centre.size(); ++i)
        width = std::max(width, leftWidth[i] + rightWidth[i]);
    return width;
}

bool Track::counterClockwise() const {
    return signedArea(centre) > 0;
}

std::vector<Problem> validate(const Track &track, const std::string &source) {
    return Checker(track, source).run();
}

std::vector<Problem> validateNumbers(const Track &track, const std::string &source) {
    return Checker(track, source).runNumbers();
}

} // namespace paddock

#include "core/run/replay_check.h"

#include "core/run/scan_matcher.h"
#include "core/scenario/track.h"
#include "core/sim/world.h"
#include "core/task/racing_task.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kFirstFreedom = 0.5f; // m and rad, about the start
constexpr float kFreedom = 0.015f;    // m and rad, about where the last rows lead
constexpr float kSettle = 0.06f;      // s, of the rates by which the next row is foreseen
constexpr int kRangeEvery = 10;       // rows between scans along a replay
constexpr double kSmooth = 0.04;      // s to either side, over which matched poses are averaged

// What a row says, whatever the layout.
struct Seen {
    float speed = 0;           // m/s
    std::vector<float> ranges; // m [rays]
};

// A moment of the recorded drive.
struct Moment {
    Pose lidar;
    float speed = 0; // m/s, forward
    float slide = 0; // m/s, of the range finder, to the left
    float turn = 0;  // rad/s
    float steer = 0; // rad, that the wheels had reached
};

class Replayer {
  public:
    Replayer(const Scenario &scenario, const ReplayOptions &options)
        : m_scenario(scenario), m_spec(scenario.agentVehicle()), m_ground(scenario),
          m_matcher(m_ground.lidar), m_options(options),
          m_period(float(scenario.racing.decisionPeriod)),
          m_mount(float(scenario.racing.lidar.mountX)), m_world(m_spec, 1) {}

    void episode(const DemonstrationEpisode &episode);
    ReplayResult result();

  private:
    Seen seen(const DemonstrationEpisode &episode, std::size_t row) const;
    VehicleCommand command(const DemonstrationEpisode &episode, std::size_t row) const;
    std::vector<Moment> moments(const DemonstrationEpisode &episode);
    void localise(const DemonstrationEpisode &episode, std::vector<Moment> &way);
    Pose findStart(const Seen &first);
    void derive(std::vector<Moment> &way, std::size_t reach) const;
    void window(const DemonstrationEpisode &episode, const std::vector<Moment> &way,
                std::size_t from, std::size_t rows);
    Pose rearAxle(const Pose &lidar) const { return {lidar.toParent({-m_mount, 0}), lidar.yaw}; }
    Pose lidarOf(const Pose &rear) const { return {rear.toParent({m_mount, 0}), rear.yaw}; }

    const Scenario &m_scenario;
    const VehicleSpec &m_spec;
    RaceGround m_ground;
    ScanMatcher m_matcher;
    ReplayOptions m_options;
    float m_period, m_mount;
    World m_world; // without walls: a replay that drifts must not bounce
    ReplayResult m_result;
    double m_squares = 0;
    std::int64_t m_steps = 0;
    std::vector<float> m_matchErrors, m_rangeErrors, m_yawErrors;
    double m_positionSum = 0;
};

double medianOf(std::vector<float> &values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double(*middle);
}

Seen Replayer::seen(const DemonstrationEpisode &episode, std::size_t row) const {
    const bool paper = m_scenario.racing.layout == RangeLayout::Paper;
    const std::size_t rays = std::size_t(m_scenario.racing.lidar.rays);
    const std::size_t size = paper ? rays + 1 : 2 * rays + 1;
    const float *o = &episode.observations[row * size];
    Seen seen{paper ? o[0] : o[2 * rays], std::vector<float>(rays)};
    for (std::size_t i = 0; i < rays; ++i)
        seen.ranges[i] = paper ? o[1 + i] : float(m_scenario.racing.lidar.range) * o[2 * i + 1];
    return seen;
}

VehicleCommand Replayer::command(const DemonstrationEpisode &episode, std::size_t row) const {
    const RacingTaskSpec &race = m_scenario.racing;
    return {float(race.throttles[std::size_t(episode.actions[row * 2])]),
            float(race.steers[std::size_t(episode.actions[row * 2 + 1])])};
}

// The place along the track, either way round, whose scan is most like the first one.
Pose Replayer::findStart(const Seen &first) {
    constexpr float kSpacing = 0.2f, kAcross = 0.25f; // m
    constexpr float kTurn = 0.15f;                    // rad
    constexpr std::size_t kTried = 200;               // of the most alike, each then fitted
    std::vector<std::pair<double, Pose>> found;
    for (float s = 0; s < m_ground.course.length(); s += kSpacing)
        for (int across = -2; across <= 2; ++across)
            for (int turn = -4; turn <= 4; ++turn)
                for (const float way : {0.0f, kPi}) {
                    const Pose line = m_ground.course.poseAt(s);
                    const Pose rear = rearAxle({line.toParent({0, kAcross * float(across)}),
                                                line.yaw + kTurn * float(turn) + way});
                    found.emplace_back(m_matcher.misfit(rear, first.ranges), rear);
                }
    const auto nearer = [](const auto &a, const auto &b) { return a.first < b.first; };
    const std::size_t tried = std::min(kTried, found.size());
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(tried), found.end(), nearer);
    found.resize(tried);
    for (auto &[error, pose] : found) {
        for (int round = 0; round < 4; ++round)
            pose = m_matcher.refine(pose, first.ranges, kFirstFreedom);
        error = m_matcher.misfit(pose, first.ranges);
    }
    return std::min_element(found.begin(), found.end(), nearer)->second;
}

// Each row where its scan fits, looked for where the rows before it lead.
void Replayer::localise(const DemonstrationEpisode &episode, std::vector<Moment> &way) {
    const Seen first = seen(episode, 0);
    Pose rear = m_options.start ? *m_options.start : findStart(first);
    rear = m_matcher.refine(rear, first.ranges, kFirstFreedom);
    rear = m_matcher.refine(rear, first.ranges, kFirstFreedom);
    way[0].lidar = lidarOf(rear);
    // Low-passed: a scan alone is millimetres or, on a coarse map, centimetres off.
    const float gain = std::min(1.0f, m_period / kSettle);
    float turn = 0, slide = 0;
    for (std::size_t row = 1; row < way.size(); ++row) {
        const Seen here = seen(episode, row);
        const Pose &last = way[row - 1].lidar;
        const Pose guess{last.toParent(Vec2{here.speed, slide} * m_period),
                         last.yaw + turn * m_period};
        const Pose found = lidarOf(m_matcher.refine(rearAxle(guess), here.ranges, kFreedom));
        turn += gain * (wrapAngle(found.yaw - last.yaw) / m_period - turn);
        slide += gain * (last.toLocal(found.position).y / m_period - slide);
        way[row].lidar = found;
    }
}

// Turn rate and slide at each row: slopes over `reach` rows to either side.
void Replayer::derive(std::vector<Moment> &way, std::size_t reach) const {
    for (std::size_t row = 0; row < way.size(); ++row) {
        const std::size_t from = row - std::min(row, reach);
        const std::size_t to = std::min(way.size() - 1, row + reach);
        if (to == from)
            continue;
        const float seconds = float(to - from) * m_period;
        way[row].turn = wrapAngle(way[to].lidar.yaw - way[from].lidar.yaw) / seconds;
        const Vec2 moved = way[to].lidar.position - way[from].lidar.position;
        way[row].slide = rotated(moved, -way[row].lidar.yaw).y / seconds;
    }
}

std::vector<Moment> Replayer::moments(const DemonstrationEpisode &episode) {
    std::vector<Moment> way(episode.rows());
    const bool known = episode.poses.size() == 3 * episode.rows();
    if (known)
        for (std::size_t row = 0; row < way.size(); ++row) {
            const float *p = &episode.poses[row * 3];
            way[row].lidar = lidarOf({{p[0], p[1]}, p[2]});
        }
    else
        localise(episode, way);
    m_result.localised |= !known;
    derive(way, known ? 1 : std::size_t(std::max(1.0, kSmooth / double(m_period))));
    float steer = 0;
    for (std::size_t row = 0; row < way.size(); ++row) {
        const Seen here = seen(episode, row);
        way[row].speed = here.speed;
        way[row].steer = steer;
        m_matcher.errors(rearAxle(way[row].lidar), here.ranges, m_matchErrors);
        const float wanted = command(episode, row).steer * float(m_spec.steeringLimit);
        const float most = float(m_spec.steeringRate) * m_period;
        steer += std::clamp(wanted - steer, -most, most);
    }
    return way;
}

void Replayer::window(const DemonstrationEpisode &episode, const std::vector<Moment> &way,
                      std::size_t from, std::size_t rows) {
    const Moment &start = way[from];
    const float toCentre = float(m_spec.comX) - m_mount;
    m_world.rebuild();
    m_world.launch(0, rearAxle(start.lidar),
                   {start.speed, start.slide + start.turn * toCentre, start.turn}, start.steer);
    const int ticks = int(std::lround(double(m_period) / m_spec.tick));
    Vec2 recorded = start.lidar.position;
    for (std::size_t k = 0; k < rows; ++k) {
        m_world.setCommand(0, command(episode, from + k));
        for (int t = 0; t < ticks; ++t)
            m_world.tick();
        const Moment &before = way[from + k], &now = way[from + k + 1];
        const float heading = before.lidar.yaw + wrapAngle(now.lidar.yaw - before.lidar.yaw) / 2;
        recorded = recorded + rotated(Vec2{before.speed + now.speed, before.slide + now.slide} *
                                          (m_period / 2),
                                      heading);
        const double off = double(std::abs(m_world.speed(0))) - std::abs(double(now.speed));
        m_squares += off * off;
        ++m_steps;
        if ((k + 1) % kRangeEvery == 0)
            m_matcher.errors(m_world.pose(0), seen(episode, from + k + 1).ranges, m_rangeErrors);
    }
    const Pose end = lidarOf(m_world.pose(0));
    m_positionSum += double(length(end.position - recorded));
    m_yawErrors.push_back(std::abs(wrapAngle(end.yaw - way[from + rows].lidar.yaw)));
    ++m_result.windows;
}

void Replayer::episode(const DemonstrationEpisode &episode) {
    const std::size_t rows = std::size_t(std::lround(m_options.window / double(m_period)));
    const std::size_t apart =
        std::max<std::size_t>(1, std::size_t(std::lround(m_options.spacing / double(m_period))));
    if (episode.decisions() < rows + 1)
        return;
    const std::vector<Moment> way = moments(episode);
    for (std::size_t from = apart; from + rows < episode.rows(); from += apart)
        window(episode, way, from, rows);
}

ReplayResult Replayer::result() {
    const double n = double(std::max<std::int64_t>(m_result.windows, 1));
    m_result.speedRmse = std::sqrt(m_squares / double(std::max<std::int64_t>(m_steps, 1)));
    m_result.positionErrorEnd = m_positionSum / n;
    double yaw = 0;
    for (const float error : m_yawErrors)
        yaw += double(error);
    m_result.yawErrorEnd = yaw / n;
    m_result.yawMedianErrorEnd = medianOf(m_yawErrors);
    m_result.matchMedianError = medianOf(m_matchErrors);
    m_result.rangeMedianError = medianOf(m_rangeErrors);
    return m_result;
}

Status fits(const Demonstration &demonstration, const Scenario &scenario,
            const ReplayOptions &options) {
    if (scenario.kind != ScenarioKind::Racing || !scenario.track)
        return Error(Problem{"scenario", "is no race", "a race on a track"});
    const RacingTaskSpec &race = scenario.racing;
    const std::size_t size = racingLayout(scenario).observations.size();
    const DemonstrationMeta &meta = demonstration.meta;
    if (meta.observationSize() != size)
        return Error(Problem{"observations", "are " + std::to_string(meta.observationSize()),
                             std::to_string(size) + " as in the scenario"});
    if (meta.branches != std::vector<std::int32_t>{std::int32_t(race.throttles.size()),
                                                   std::int32_t(race.steers.size())})
        return Error(Problem{"decisions", "have other branches",
                             "throttle and steering as in the "
                             "scenario"});
    if (meta.decisionPeriod > 0 && std::abs(meta.decisionPeriod - race.decisionPeriod) > 1e-6)
        return Error(Problem{"decision period", "is " + std::to_string(meta.decisionPeriod) + " s",
                             std::to_string(race.decisionPeriod) + " s as in the scenario"});
    if (!(options.window >= race.decisionPeriod && options.window <= 60))
        return Error(Problem{"window", "is " + std::to_string(options.window) + " s",
                             "one decision to 60 s"});
    return Done{};
}

} // namespace

Result<ReplayResult> checkReplay(const Demonstration &demonstration, const Scenario &scenario,
                                 const ReplayOptions &options) {
    if (const Status status = fits(demonstration, scenario, options); !status)
        return status.error();
    Replayer replayer(scenario, options);
    for (const DemonstrationEpisode &episode : demonstration.episodes)
        replayer.episode(episode);
    const ReplayResult result = replayer.result();
    if (result.windows == 0)
        return Error(
            Problem{"demonstration", "has no episode as long as the window", "a shorter window"});
    return result;
}

} // namespace paddock

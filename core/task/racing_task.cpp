#include "core/task/racing_task.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/scenario/track.h"
#include "core/scenario/track_obstacles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paddock {

namespace {

enum Term { kCollision, kBestLap, kLap, kCheckpoint, kSpeed, kProgress, kTermCount };

constexpr int kSpawnTries = 64;
constexpr float kSpawnGap = 0.8f;     // m between rear axles at a start
constexpr float kSpawnAcross = 0.25f; // of the room beside the centre line, where starts are drawn
constexpr float kSpawnYaw = 0.1f;     // rad
constexpr float kSpawnAhead = 0.5f;   // m from the nose that are free of obstacles
constexpr float kGridSpread = 0.1f;   // m, of heats about their start slots, so that they differ
constexpr float kGridYaw = 0.05f;     // rad
constexpr float kPaddockAway = 100;   // m right of the track: where cars wait for their next heat
constexpr float kPaddockGap = 5;      // m between them

LidarSpec lidarOf(const RacingTaskSpec &spec) {
    LidarSpec lidar;
    lidar.rays = int(spec.lidar.rays);
    lidar.fieldOfView = float(spec.lidar.fieldOfView);
    lidar.range = float(spec.lidar.range);
    lidar.mount.position = {float(spec.lidar.mountX), 0};
    lidar.order = spec.layout == RangeLayout::Paper ? RayOrder::Sweep : RayOrder::MlAgents;
    return lidar;
}

std::vector<std::vector<Vec2>> wallsOf(const Track &track) {
    std::vector<std::vector<Vec2>> walls;
    for (const TrackWall &wall : track.walls)
        walls.push_back(wall.points);
    return walls;
}

// One observation in the layout of the document. `measure` adds the noise of a range that hits.
template <class Measure>
void writeRow(const RacingTaskSpec &race, float speed, std::span<const float> ranges,
              std::span<float> row, Measure measure) {
    const bool paper = race.layout == RangeLayout::Paper;
    const float reach = float(race.lidar.range);
    std::size_t column = 0;
    if (paper)
        row[column++] = speed;
    for (const float range : ranges) {
        const bool miss = range >= reach;
        const float measured = miss ? range : measure(range);
        if (!paper)
            row[column++] = miss ? 1.0f : 0.0f;
        row[column++] = paper ? measured : measured / reach;
    }
    if (!paper)
        row[column] = std::round(std::abs(speed) * 100) / 100;
}

// Even-odd over all walls: between the outer and the inner one, and not within an obstacle.
bool onRoad(const std::vector<std::vector<Vec2>> &walls, Vec2 p) {
    bool inside = false;
    for (const std::vector<Vec2> &wall : walls)
        for (std::size_t i = 0, j = wall.size() - 1; i < wall.size(); j = i++) {
            const Vec2 a = wall[i], b = wall[j];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
                inside = !inside;
        }
    return inside;
}

class RacingViewpoint : public Viewpoint {
  public:
    RacingViewpoint(std::shared_ptr<const Scenario> scenario,
                    std::shared_ptr<const RaceGround> ground, Pose pose, float speed,
                    std::vector<OrientedBox> cars)
        : m_scenario(std::move(scenario)), m_ground(std::move(ground)), m_pose(pose),
          m_speed(speed), m_cars(std::move(cars)) {}

    void observe(Pose pose, std::span<float> row) const override {
        std::vector<float> ranges(std::size_t(m_ground->lidar.rays()));
        m_ground->lidar.scan(pose, m_cars, ranges);
        writeRow(m_scenario->racing, m_speed, ranges, row, [](float range) { return range; });
    }
    std::optional<Pose> placeAt(Vec2 point) const override {
        if (!onRoad(m_ground->walls, point))
            return std::nullopt;
        const TrackCourse &course = m_ground->course;
        return Pose{point, course.poseAt(course.locate(point).s).yaw};
    }
    Bounds bounds() const override {
        Bounds all{m_pose.position, m_pose.position};
        for (const std::vector<Vec2> &wall : m_ground->walls)
            for (const Vec2 p : wall) {
                all.min = {std::min(all.min.x, p.x), std::min(all.min.y, p.y)};
                all.max = {std::max(all.max.x, p.x), std::max(all.max.y, p.y)};
            }
        return all;
    }
    Pose pose() const override { return m_pose; }

  private:
    std::shared_ptr<const Scenario> m_scenario;
    std::shared_ptr<const RaceGround> m_ground;
    Pose m_pose;
    float m_speed;                   // m/s
    std::vector<OrientedBox> m_cars; // that the agent sees
};

} // namespace

TaskLayout racingLayout(const Scenario &scenario) {
    const RacingTaskSpec &race = scenario.racing;
    TaskLayout layout;
    const int rays = int(race.lidar.rays);
    if (race.layout == RangeLayout::Paper)
        layout.observations.push_back({"speed", "m/s", "Own forward speed"});
    for (int ray = 0; ray < rays; ++ray) {
        const std::string number = std::to_string(ray + 1);
        if (race.layout == RangeLayout::Released)
            layout.observations.push_back({"miss" + number, "", "1: the ray hits nothing"});
        layout.observations.push_back(
            race.layout == RangeLayout::Paper
                ? NamedQuantity{"range" + number, "m",
                                "Distance, from the rightmost ray to the leftmost"}
                : NamedQuantity{"hit" + number, "", "Distance as a share of the range"});
    }
    if (race.layout == RangeLayout::Released)
        layout.observations.push_back({"speed", "m/s", "Own forward speed, rounded to 0.01"});
    layout.branches = {{"throttle", {}}, {"steer", {}}};
    for (const double throttle : race.throttles)
        layout.branches[0].options.push_back(numberText(throttle));
    for (const double steer : race.steers)
        layout.branches[1].options.push_back(steerName(steer));
    layout.rewardTerms = {{"collision", "", "A wall or a car was touched (eq. 3)"},
                          {"best_lap", "", "The fastest lap so far (eq. 3)"},
                          {"lap", "", "A lap was completed (eq. 3)"},
                          {"checkpoint", "", "The next checkpoint was passed (eq. 3)"},
                          {"speed", "", "Speed (eq. 3, last case)"},
                          {"progress", "", "Metres won along the track (not in the paper)"}};
    layout.dynamics = dynamicsQuantities();
    return layout;
}

RaceGround::RaceGround(const Scenario &scenario)
    : course(*scenario.track), lidar(lidarOf(scenario.racing), wallsOf(*scenario.track)),
      walls(wallsOf(*scenario.track)) {
    for (const std::size_t w : obstaclesOf(*scenario.track))
        obstacles.push_back(walls[w]);
}

RacingTask::RacingTask(std::shared_ptr<const Scenario> scenario, std::uint64_t seed, int world,
                       std::shared_ptr<const RaceGround> ground)
    : m_scenario(std::move(scenario)), m_ground(std::move(ground)), m_seed(seed), m_index(world),
      m_isolation(m_scenario->parallel.isolation, int(m_scenario->agents.count)),
      m_world(m_scenario->agentVehicle(), m_scenario->agentsPerWorld(),
              {m_ground->walls, m_isolation}),
      m_cars(std::size_t(m_scenario->agentsPerWorld()), Car(m_ground->course)) {
    const RacingTaskSpec &race = m_scenario->racing;
    m_ticks = int(std::lround(race.decisionPeriod / m_scenario->agentVehicle().tick));
    m_limit = int(std::lround(race.timeLimit / race.decisionPeriod));
    m_observationSize = racingLayout(*m_scenario).observations.size();
    m_ranges.resize(std::size_t(race.lidar.rays));
    m_seen.reserve(m_cars.size());
    RacingTask::setRandomization(m_scenario->randomization);
}

void RacingTask::setRandomization(const RandomizationSpec &spec) {
    m_noise = noiseScale(spec);
    for (int i = 0; i < int(m_cars.size()); ++i)
        m_world.setDynamics(i, drawDynamics(spec, m_seed, m_index, i));
}

void RacingTask::reset(std::span<float> observations) {
    m_world.rebuild();
    for (int i = 0; i < int(m_cars.size()); ++i)
        respawn(i);
    for (int i = 0; i < int(m_cars.size()); ++i)
        observe(i, observations.subspan(std::size_t(i) * m_observationSize, m_observationSize),
                false);
}

// Whether nobody that could touch `agent` stands near `position`.
bool RacingTask::isFree(int agent, Vec2 position) const {
    for (int other = 0; other < int(m_cars.size()); ++other)
        if (m_cars[std::size_t(other)].episode >= 0 && m_isolation.collides(agent, other) &&
            length(m_world.pose(other).position - position) < kSpawnGap)
            return false;
    return true;
}

// Whether no obstacle stands where a car at `pose` is or goes first.
bool RacingTask::isClear(Pose pose) const {
    const VehicleSpec &car = m_scenario->agentVehicle();
    const float front = float(car.bodyFront) + kSpawnAhead, rear = -float(car.bodyRear);
    const float half = float(car.bodyWidth) / 2;
    const std::array<Vec2, 4> room{pose.toParent({front, half}), pose.toParent({rear, half}),
                                   pose.toParent({rear, -half}), pose.toParent({front, -half})};
    return std::none_of(m_ground->obstacles.begin(), m_ground->obstacles.end(),
                        [&](const std::vector<Vec2> &obstacle) { return overlap(obstacle, room); });
}

Pose RacingTask::drawStart(int agent, Rng &rng) const {
    const Track &track = *m_scenario->track;
    const int family = int(m_scenario->agents.count);
    // In heats the agents take turns at the slots, and families begin with different ones.
    const std::int64_t turn = m_scenario->racing.heats
                                  ? m_cars[std::size_t(agent)].episode + agent / family +
                                        m_index * m_scenario->parallel.families
                                  : 0;
    Pose pose;
    const bool anywhere = m_scenario->racing.startAnywhere || track.starts.empty();
    for (int i = 0; i < kSpawnTries; ++i) {
        if (anywhere) {
            const TrackCourse &course = m_ground->course;
            const Pose line = course.poseAt(rng.uniform() * course.length());
            const float room = track.minWidth() / 2 * kSpawnAcross;
            pose.position = line.toParent({0, room * rng.uniform(-1, 1)});
            pose.yaw = line.yaw + kSpawnYaw * rng.uniform(-1, 1);
        } else {
            const std::size_t slot = std::size_t((agent + turn) % family + i);
            pose = track.starts[slot % track.starts.size()].pose;
            if (m_scenario->racing.heats)
                pose = {pose.toParent({kGridSpread * rng.uniform(-1, 1),
                                       kGridSpread / 2 * rng.uniform(-1, 1)}),
                        pose.yaw + kGridYaw * rng.uniform(-1, 1)};
        }
        if (isFree(agent, pose.position) && (!anywhere || isClear(pose)))
            break;
    }
    return pose;
}

void RacingTask::respawn(int agent) {
    Car &car = m_cars[std::size_t(agent)];
    ++car.episode;
    car.step = 0;
    car.waiting = false;
    car.bestLap = car.lapSeconds = 0;
    Rng rng({m_seed, Purpose::Spawn, std::uint32_t(m_index), std::uint32_t(agent),
             std::uint32_t(car.episode), 0});
    const Pose pose = drawStart(agent, rng);
    m_world.place(agent, pose);
    car.place = m_ground->course.locate(pose.position);
    car.laps.start(car.place.s);
}

void RacingTask::leaveTrack(int agent) {
    Car &car = m_cars[std::size_t(agent)];
    car.waiting = true;
    car.events = {};
    car.progress = 0;
    float right = 0;
    for (const Vec2 point : m_scenario->track->centre)
        right = std::max(right, point.x);
    m_world.place(agent, {{right + kPaddockAway, kPaddockGap * float(agent)}, 0});
    m_world.setCommand(agent, {});
}

// Where all of a family wait, their next heat begins.
void RacingTask::startHeats() {
    const auto family = std::ptrdiff_t(m_scenario->agents.count);
    for (auto first = m_cars.begin(); first != m_cars.end(); first += family)
        if (std::all_of(first, first + family, [](const Car &car) { return car.waiting; }))
            for (std::ptrdiff_t i = 0; i < family; ++i)
                respawn(int(first - m_cars.begin() + i));
}

EpisodeSummary RacingTask::summary(const Car &car) const {
    EpisodeSummary s{car.laps.progress(), car.laps.laps(), car.bestLap,
                     float(car.laps.lastLapTime()), car.lapSeconds};
    // The line was passed within the last step.
    if (car.outcome == std::uint8_t(Outcome::Goal))
        s.raceTime = (float(car.step) - car.laps.pastCheckpoint() / car.progress) *
                     float(m_scenario->racing.decisionPeriod);
    return s;
}

void RacingTask::command(int agent, std::span<const std::int32_t> action) {
    const RacingTaskSpec &race = m_scenario->racing;
    const Car &car = m_cars[std::size_t(agent)];
    VehicleCommand command{float(race.throttles[std::size_t(action[0])]),
                           float(race.steers[std::size_t(action[1])])};
    if (m_noise.action > 0) {
        Rng rng({m_seed, Purpose::ActionNoise, std::uint32_t(m_index), std::uint32_t(agent),
                 std::uint32_t(car.episode), std::uint32_t(car.step)});
        command.throttle = std::clamp(command.throttle + m_noise.action * rng.normal(), 0.0f, 1.0f);
        command.steer = std::clamp(command.steer + m_noise.action * rng.normal(), -1.0f, 1.0f);
    }
    m_world.setCommand(agent, command);
}

// Where the car has come to on its way round.
void RacingTask::follow(int agent) {
    Car &car = m_cars[std::size_t(agent)];
    const float before = car.laps.progress();
    car.place = m_ground->course.locate(m_world.pose(agent).position, car.place.segment);
    car.events = car.laps.advance(car.place.s, m_scenario->racing.decisionPeriod);
    car.progress = car.laps.progress() - before;
    if (car.events.lap && (car.bestLap == 0 || car.events.lapTime < car.bestLap))
        car.bestLap = float(car.events.lapTime);
    if (car.events.lap)
        car.lapSeconds += float(car.events.lapTime);
    ++car.step;
}

std::uint8_t RacingTask::judge(int agent) const {
    const Car &car = m_cars[std::size_t(agent)];
    const int touched = m_world.touched(agent);
    if (touched == kTouchedWall)
        return std::uint8_t(Outcome::Wall);
    if (touched != kTouchedNobody)
        return std::uint8_t(int(Outcome::CollisionWith) + touched);
    if (car.laps.laps() >= m_scenario->racing.laps)
        return std::uint8_t(Outcome::Goal);
    if (m_limit > 0 && car.step >= m_limit)
        return std::uint8_t(Outcome::Time);
    return std::uint8_t(Outcome::None);
}

void RacingTask::reward(int agent, const StepSlices &out) {
    const RacingTaskSpec &race = m_scenario->racing;
    const Car &car = m_cars[std::size_t(agent)];
    const auto terms = out.rewardTerms.subspan(std::size_t(agent) * kTermCount, kTermCount);
    std::fill(terms.begin(), terms.end(), 0.0f);
    if (isCollision(car.outcome))
        terms[kCollision] = -float(race.collisionPenalty);
    else if (car.events.bestLap)
        terms[kBestLap] = float(race.bestLapReward);
    else if (car.events.lap)
        terms[kLap] = float(race.lapReward);
    else if (car.events.checkpoints > 0 && race.checkpointReplacesSpeed)
        terms[kCheckpoint] = float(race.checkpointReward);
    else
        terms[kSpeed] = float(race.speedReward) * m_world.speed(agent);
    terms[kProgress] = float(race.progressReward) * car.progress;
    float sum = 0;
    for (const float term : terms)
        sum += term;
    out.rewards[std::size_t(agent)] = sum;
}

OrientedBox RacingTask::box(int agent) const {
    const VehicleSpec &v = m_scenario->agentVehicle();
    const Pose pose = m_world.pose(agent);
    return {pose.toParent({float(v.bodyFront - v.bodyRear) / 2, 0}), pose.yaw,
            float(v.bodyFront + v.bodyRear) / 2, float(v.bodyWidth) / 2};
}

void RacingTask::observe(int agent, std::span<float> row, bool finalRow) {
    const RacingTaskSpec &race = m_scenario->racing;
    const Car &car = m_cars[std::size_t(agent)];
    m_seen.clear();
    for (int other = 0; other < int(m_cars.size()); ++other)
        if (m_isolation.perceives(agent, other))
            m_seen.push_back(box(other));
    m_ground->lidar.scan(m_world.pose(agent), m_seen, m_ranges);
    const float range = float(race.lidar.range);
    Rng rng({m_seed, Purpose::ObservationNoise, std::uint32_t(m_index), std::uint32_t(agent),
             std::uint32_t(car.episode), std::uint32_t(car.step) * 2 + (finalRow ? 1 : 0)});
    float speed = m_world.speed(agent);
    if (m_noise.speed > 0)
        speed += m_noise.speed * rng.normal();
    writeRow(race, speed, m_ranges, row, [&](float measured) {
        return m_noise.range > 0 ? std::clamp(measured + m_noise.range * rng.normal(), 0.0f, range)
                                 : measured;
    });
}

std::unique_ptr<const Viewpoint> RacingTask::viewpoint(int agent) const {
    std::vector<OrientedBox> cars;
    for (int other = 0; other < int(m_cars.size()); ++other)
        if (m_isolation.perceives(agent, other))
            cars.push_back(box(other));
    return std::make_unique<const RacingViewpoint>(m_scenario, m_ground, m_world.pose(agent),
                                                   m_world.speed(agent), std::move(cars));
}

void RacingTask::step(std::span<const std::int32_t> actions, const StepSlices &out) {
    const int count = int(m_cars.size());
    const std::size_t d = m_observationSize;
    for (int i = 0; i < count; ++i)
        if (!m_cars[std::size_t(i)].waiting)
            command(i, actions.subspan(std::size_t(i) * 2, 2));
    for (int t = 0; t < m_ticks; ++t)
        m_world.tick();
    for (int i = 0; i < count; ++i)
        conclude(i, out);
    for (int i = 0; i < count; ++i)
        if (m_cars[std::size_t(i)].outcome != 0)
            observe(i, out.finalObservations.subspan(std::size_t(i) * d, d), true);
    for (int i = 0; i < count; ++i)
        if (m_cars[std::size_t(i)].outcome != 0)
            m_scenario->racing.heats ? leaveTrack(i) : respawn(i);
    startHeats();
    for (int i = 0; i < count; ++i)
        observe(i, out.observations.subspan(std::size_t(i) * d, d), false);
}

// What the step has come to for an agent.
void RacingTask::conclude(int agent, const StepSlices &out) {
    Car &car = m_cars[std::size_t(agent)];
    const std::size_t i = std::size_t(agent);
    // Waiting is an episode of its own that begins anew each step and does not count.
    const bool waiting = car.waiting;
    if (!waiting)
        follow(agent);
    car.outcome = waiting ? std::uint8_t(Outcome::Restart) : judge(agent);
    if (car.outcome != 0 && !waiting)
        car.ended = summary(car);
    car.end = m_world.pose(agent);
    reward(agent, out);
    out.outcomes[i] = car.outcome;
    out.counted[i] = !waiting;
    out.truncated[i] = waiting || car.outcome == std::uint8_t(Outcome::Time);
    out.terminated[i] = car.outcome != 0 && !out.truncated[i];
}

AgentVisual RacingTask::visual(int agent) const {
    const Car &car = m_cars[std::size_t(agent)];
    AgentVisual v = carVisual(m_world, agent, m_scenario->agentVehicle());
    // The next checkpoint is where the car wants to go.
    const auto checkpoints = m_ground->course.checkpoints();
    const TrackCheckpoint &next = checkpoints[std::size_t(car.laps.nextCheckpoint())];
    v.goal = (next.left + next.right) * 0.5f;
    v.braking = v.braking && car.step > 0;
    v.outcome = car.outcome;
    v.end = car.end;
    return v;
}

RaceStatus RacingTask::race(int agent) const {
    const LapCounter &laps = m_cars[std::size_t(agent)].laps;
    RaceStatus status;
    status.laps = laps.laps();
    status.nextCheckpoint = laps.nextCheckpoint();
    status.checkpoints = int(m_ground->course.checkpoints().size());
    status.lapTime = float(laps.lapTime());
    status.lastLapTime = float(laps.lastLapTime());
    status.bestLapTime = float(laps.bestLapTime());
    status.wrongWay = laps.wrongWay();
    status.delta = laps.delta();
    status.along = m_cars[std::size_t(agent)].place.s;
    return status;
}

std::uint64_t RacingTask::stateHash() const {
    Fnv1a64 hash;
    hash.add(m_world.stateHash());
    for (const Car &car : m_cars) {
        hash.add(std::uint64_t(car.episode));
        hash.add(std::uint64_t(car.step));
        hash.add(std::uint64_t(car.laps.laps()));
        const float values[] = {car.laps.progress(), car.place.s, float(car.laps.bestLapTime())};
        hash.add(std::span<const float>(values));
    }
    return hash.value();
}

} // namespace paddock

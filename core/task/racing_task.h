// The competitive task: cars race on one track, each seeing by LIDAR. Second case study of the
// paper.
//   observation (per agent): own speed and ranges (paper), or miss flags, fractions and speed
//   (released) action: branch of throttles, branch of steers reward (eq. 3), the first case that
//   holds: collision | best lap | lap | checkpoint | speed end: collision (terminated, both cars),
//   the laps driven (terminated), time limit (truncated)
// Families of agents.count agents share the track; isolation says who touches, sees and counts for
// whom.
#pragma once

#include "core/scenario/track_course.h"
#include "core/sim/lidar.h"
#include "core/sim/randomization.h"
#include "core/task/lap_counter.h"
#include "core/task/task.h"

#include <memory>
#include <vector>

namespace paddock {

TaskLayout racingLayout(const Scenario &scenario);

// What all worlds of a batch share of one track.
struct RaceGround {
    explicit RaceGround(const Scenario &scenario);
    TrackCourse course;
    LidarMap lidar;
    std::vector<std::vector<Vec2>> walls;
    std::vector<std::vector<Vec2>> obstacles; // those of the walls that are no edges
};

class RacingTask : public Task {
  public:
    RacingTask(std::shared_ptr<const Scenario> scenario, std::uint64_t seed, int world,
               std::shared_ptr<const RaceGround> ground);

    void reset(std::span<float> observations) override;
    void step(std::span<const std::int32_t> actions, const StepSlices &out) override;
    void setRandomization(const RandomizationSpec &spec) override;

    const World &world() const override { return m_world; }
    int episodeStep(int agent) const override { return m_cars[std::size_t(agent)].step; }
    std::int64_t episode(int agent) const override { return m_cars[std::size_t(agent)].episode; }
    AgentVisual visual(int agent) const override;
    EpisodeSummary lastEpisode(int agent) const override {
        return m_cars[std::size_t(agent)].ended;
    }
    RaceStatus race(int agent) const override;
    std::unique_ptr<const Viewpoint> viewpoint(int agent) const override;
    std::uint64_t stateHash() const override;

    const LapCounter &laps(int agent) const { return m_cars[std::size_t(agent)].laps; }

  private:
    struct Car {
        explicit Car(const TrackCourse &course) : laps(course) {}
        std::int64_t episode = -1;
        int step = 0;
        std::uint8_t outcome = 0;
        bool waiting = false; // off the track, for the next heat
        TrackPlace place;
        LapCounter laps;
        LapEvents events;     // of the last step
        float progress = 0;   // m, won with the last step
        float bestLap = 0;    // s, of this episode
        float lapSeconds = 0; // s, of this episode's completed laps
        EpisodeSummary ended;
        Pose end; // where that one ended
    };

    void respawn(int agent);
    void leaveTrack(int agent);
    void startHeats();
    EpisodeSummary summary(const Car &car) const;
    Pose drawStart(int agent, Rng &rng) const;
    bool isFree(int agent, Vec2 position) const;
    bool isClear(Pose pose) const;
    void command(int agent, std::span<const std::int32_t> action);
    void follow(int agent);
    std::uint8_t judge(int agent) const;
    void conclude(int agent, const StepSlices &out);
    void reward(int agent, const StepSlices &out);
    void observe(int agent, std::span<float> row, bool finalRow);
    OrientedBox box(int agent) const;

    std::shared_ptr<const Scenario> m_scenario;
    std::shared_ptr<const RaceGround> m_ground;
    std::uint64_t m_seed;
    int m_index;
    Isolation m_isolation;
    NoiseScale m_noise;
    World m_world;
    std::vector<Car> m_cars;
    int m_ticks, m_limit;
    std::size_t m_observationSize;
    std::vector<float> m_ranges;     // scratch of a scan
    std::vector<OrientedBox> m_seen; // scratch: the cars that one agent sees
};

} // namespace paddock

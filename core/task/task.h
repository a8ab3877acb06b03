// The decision problem of one world: what its agents see, may do and are paid, and when their
// episodes end. A batch steps many of them without knowing which problem it is.
#pragma once

#include "core/scenario/scenario.h"
#include "core/sim/scene_snapshot.h"
#include "core/sim/world.h"
#include "core/task/layout.h"
#include "core/task/viewpoint.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace paddock {

// Where one world writes the results of a step; slices of the batch's arrays, A agents.
struct StepSlices {
    std::span<float> observations;      // [A, D] of the state that the next action meets
    std::span<float> finalObservations; // [A, D] where an episode ended: before the respawn
    std::span<float> rewards;           // [A]
    std::span<float> rewardTerms;       // [A, R]
    std::span<std::uint8_t> terminated; // [A]
    std::span<std::uint8_t> truncated;  // [A]
    std::span<std::uint8_t> outcomes;   // [A] Outcome, 0 while the episode runs
    std::span<std::uint8_t> counted;    // [A] 1: the episode that ended was a whole one
};

// What an episode came to, for statistics.
struct EpisodeSummary {
    float distance = 0;    // m won along the way
    int laps = 0;          // completed; races only
    float bestLapTime = 0; // s, of this episode, 0 = none; races only
    float lastLapTime = 0; // s, of the lap completed last, 0 = none; races only
    float lapSeconds = 0;  // s, of the completed laps together; races only
    float raceTime = 0;    // s from the start to the end of the last lap, 0 = not finished
};

// How a racer stands in its episode; all zero where nobody races.
struct RaceStatus {
    int laps = 0;           // completed
    int nextCheckpoint = 0; // index of the one that counts next
    int checkpoints = 0;    // of a lap
    float lapTime = 0;      // s, of the lap under way
    float lastLapTime = 0;  // s, 0 = none yet
    float bestLapTime = 0;  // s, 0 = none yet; kept over episodes
    bool wrongWay = false;
    float along = 0; // m along the centre line, of the place where the car is
    // s behind the best lap (+) or ahead of it (-) at the checkpoint passed last in this lap.
    std::optional<float> delta;
};

class Task {
  public:
    virtual ~Task() = default;

    // All agents at new starts; writes their first observations [A, D].
    virtual void reset(std::span<float> observations) = 0;
    // One decision: actions [A, K] are indices into the branches.
    virtual void step(std::span<const std::int32_t> actions, const StepSlices &out) = 0;
    // The randomization in force from the next step on.
    virtual void setRandomization(const RandomizationSpec &spec) = 0;

    virtual const World &world() const = 0;
    virtual int episodeStep(int agent) const = 0;      // decisions since the episode began
    virtual std::int64_t episode(int agent) const = 0; // counts from 0
    virtual AgentVisual visual(int agent) const = 0;
    // Of the episode of `agent` that ended last.
    virtual EpisodeSummary lastEpisode(int agent) const = 0;
    virtual RaceStatus race(int) const { return {}; }
    // What `agent` would observe elsewhere while all else stays as it is now.
    virtual std::unique_ptr<const Viewpoint> viewpoint(int agent) const = 0;
    // FNV-1a 64 over all that changes.
    virtual std::uint64_t stateHash() const = 0;
};

// Names and sizes of the problem that a scenario poses.
TaskLayout taskLayout(const Scenario &scenario);
// That problem for each of the scenario's worlds in a run with `seed`.
std::vector<std::unique_ptr<Task>> makeTasks(const std::shared_ptr<const Scenario> &scenario,
                                             std::uint64_t seed);

// What can be seen of a car itself, without goal and outcome.
AgentVisual carVisual(const World &world, int agent, const VehicleSpec &spec);

} // namespace paddock

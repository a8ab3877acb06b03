// One training run on its own thread. The owner sends commands and takes copies; the session never
// waits for it.
#pragma once

#include "core/base/bounded_queue.h"
#include "core/base/latest_value.h"
#include "core/base/result.h"
#include "core/drivers/manual_control.h"
#include "core/run/driven_lap.h"
#include "core/run/metrics.h"
#include "core/scenario/scenario.h"
#include "core/sim/scene_snapshot.h"
#include "core/task/layout.h"
#include "core/task/task.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace paddock {

struct EpisodeRecording;
struct PolicySituation;

enum class SessionState { Created, Running, Paused, Finished, Stopped, Failed };

// Wall time of the run by stage, s.
struct StageSeconds {
    double act = 0;    // policy inference and sampling
    double worlds = 0; // physics, rewards, observations
    double store = 0;  // rollout buffer and statistics
    double update = 0; // GAE and gradient steps
};

struct SessionProgress {
    SessionState state = SessionState::Created;
    std::string message;    // why it failed or stopped
    std::int64_t steps = 0; // agent steps
    std::int64_t maxSteps = 0;
    std::int64_t episodes = 0;
    std::int64_t updates = 0;
    double wallSeconds = 0;    // while running
    double simSeconds = 0;     // of every world
    double stepsPerSecond = 0; // over the last second or so
    double realTimeFactor = 0; // simulated time of one world / wall time, recent
    double etaSeconds = -1;    // -1 = unknown
    // Over the last 200 episodes.
    double successRate = 0;
    double meanReturn = 0;
    double meanLength = 0;
    double entropy = 0; // of the last update
    StageSeconds stages;
};

// Something that happened to a watched agent.
struct AgentNote {
    enum class Kind { Checkpoint, Lap, Ended };
    Kind kind = Kind::Ended;
    std::int64_t episode = 0; // in which
    int step = 0;             // decision of that episode
    int number = 0;           // which checkpoint or lap, from 1; Outcome of the end
    float figure = 0;         // s into the lap, of the lap; return of the episode
};

// Everything the inspector shows of one agent, copied at one step.
struct AgentDetail {
    int row = -1;
    std::vector<float> observation;   // [D], names in SessionInfo
    std::vector<float> probabilities; // [sum of branches]
    std::vector<std::int32_t> action; // [K]
    float value = 0;
    std::vector<float> rewardTerms; // [R] of this step
    std::vector<float> returnTerms; // [R] summed over the episode so far
    int episodeStep = 0;
    std::int64_t episode = 0;
    // The sample of the domain randomization in force for this agent.
    std::vector<float> dynamics; // names in SessionInfo
    RaceStatus race;
    int group = 0;       // whose policy
    bool byHand = false; // a person drives it
    int collisions = 0;  // since the session began
    // What the policy makes of `observation`: the probabilities above come of these.
    std::vector<float> logits;            // [sum of branches] before the softmax of each branch
    std::vector<std::int32_t> nextAction; // [K] will be sampled; `action` led here
    // Only where the watch asks why; else empty.
    std::vector<float> sensitivity; // [D] gradient of log pi(nextAction) by the observation
    std::vector<float> values;      // [n] along the episode's last decisions, this one last
    std::vector<float> rewards;     // [n - 1] what the steps between them paid
    std::vector<AgentNote> notes;   // newest last, of earlier episodes too
};

struct SessionSnapshot {
    SceneSnapshot scene;
    AgentDetail picked;
};

// What does not change during a run.
struct SessionInfo {
    std::filesystem::path runDir;
    std::vector<NamedQuantity> observations; // [D]
    std::vector<NamedQuantity> rewardTerms;  // [R]
    std::vector<NamedQuantity> dynamics;
    std::vector<std::string> branchNames;                // [K]
    std::vector<std::vector<std::string>> branchOptions; // [K][choices]
    std::vector<std::string> groups;                     // one "" where all agents share a policy
    std::string blas;                                    // name of the BLAS in use
};

enum class EventLevel { Info, Change, Warning, Error };

// Something that happened, for the log and as a mark on the curves.
struct SessionEvent {
    std::int64_t step = 0;
    double wallSeconds = 0;
    EventLevel level = EventLevel::Info;
    std::string text;
};

struct CommandPause {};
struct CommandResume {};
struct CommandStep {}; // one decision of all worlds, then pause
struct CommandStop {}; // checkpoint, close the run, end
struct CommandCheckpoint {};
struct CommandWatch { // which agent the snapshots explain; false: no snapshots are made at all
    int row = 0;
    bool render = true;
    bool why = false; // explain with sensitivity, values along the episode and notes
};
struct CommandSpeed { // real-time factor to hold; 0 = as fast as possible
    double realTimeFactor = 0;
};
struct CommandSet { // a field whose FieldInfo says live, by dotted path
    std::string path;
    std::string value;
};
// A person drives `row` from now on, in real time; -1: the policies drive again. What is driven by
// hand is no experience of the policy's: that agent's steps are left out of the updates.
struct CommandTakeOver {
    int row = -1;
    ManualMode mode = ManualMode::Discrete;
    AssistSpec assist;
};
// Hands a frozen situation of `row` over, for a map of what its policy would do elsewhere.
struct CommandSituation {
    int row = 0;
};
struct CommandRecall {}; // hand the recent past of the watched agent's world over
using SessionCommand = std::variant<CommandPause, CommandResume, CommandStep, CommandStop,
                                    CommandCheckpoint, CommandWatch, CommandSpeed, CommandSet,
                                    CommandTakeOver, CommandSituation, CommandRecall>;

struct SessionOptions {
    std::filesystem::path runsFolder = "runs"; // parent of the run directory
    std::filesystem::path runDir;              // exact directory instead; must not hold a run yet
    std::filesystem::path resume;              // run directory or checkpoint to go on from
    int threads = 0;                           // worker threads, 0 = as many as cores
    bool startPaused = false;
    double snapshotPeriod = 1.0 / 60; // s of wall time between snapshots at least
};

class TrainingSession {
  public:
    // Checks the scenario, makes the run directory. Nothing runs yet.
    static Result<std::unique_ptr<TrainingSession>> create(const Scenario &scenario,
                                                           const SessionOptions &options);
    ~TrainingSession(); // stops and joins

    void start(); // spawns the thread
    void post(SessionCommand command);
    void wait(); // until Finished, Stopped or Failed
    bool ended() const;

    const Scenario &scenario() const; // as started, all defaults filled in
    SessionInfo info() const;
    SessionProgress progress() const;
    // Newest snapshot that was not taken yet, null when there is none.
    std::shared_ptr<const SessionSnapshot> takeSnapshot();
    // Newest situation that was asked for and not taken yet, or null.
    std::shared_ptr<const PolicySituation> takeSituation();
    // The past that CommandRecall asked for, once; null while there is none.
    std::shared_ptr<const EpisodeRecording> takePast();
    // Rows and events since the last call; on overflow the oldest are dropped (the files have all).
    std::vector<MetricRow> takeMetrics();
    std::vector<SessionEvent> takeEvents();
    // Hands of the person who has taken an agent over; the newest counts at each decision.
    void setInput(const DriveInput &input);
    // Laps or episodes that were driven by hand since the last call, in order.
    std::vector<DrivenLap> takeLaps();
    std::uint64_t paramsHash() const; // after the end

  private:
    struct Impl;
    explicit TrainingSession(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace paddock

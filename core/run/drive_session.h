// A person drives one agent of one world in real time, on a thread of its own. Like a training run
// it takes commands and gives copies; it never waits for the window.
#pragma once

#include "core/base/result.h"
#include "core/drivers/manual_control.h"
#include "core/run/driven_lap.h"
#include "core/run/training_session.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace paddock {

enum class OpponentKind { None, Ghost, FollowTheGap, DisparityExtender, Policy };

struct DriveSetup {
    Scenario scenario;
    int agent = 0; // place in the family that the person takes
    ManualMode mode = ManualMode::Discrete;
    AssistSpec assist;
    OpponentKind opponent = OpponentKind::None;
    std::filesystem::path policy; // of OpponentKind::Policy: .onnx, run or checkpoint
    DemonstrationEpisode ghost;   // of OpponentKind::Ghost: a lap with poses
    std::uint64_t seed = 1;
    double countdown = 3; // s before a recording begins
    int lapsWanted = 5;   // clean ones; a recording ends when they are driven
};

enum class DriveState { Created, Driving, Countdown, Paused, Ended, Failed };

// Everything the window shows of the drive besides the scene.
struct DriveStatus {
    DriveState state = DriveState::Created;
    std::string message;  // why it failed or was paused
    double countdown = 0; // s left, in Countdown
    bool armed = false;   // what is driven is recorded
    int cleanLaps = 0;    // recorded since it was armed
    int lapsWanted = 0;
    int lapRows = 0;           // decisions recorded of the lap under way
    DriveInput input;          // as last given
    float appliedThrottle = 0; // commanded after assists and choices, 0..1
    float appliedSteer = 0;    // rad, of the wheels
    double simSeconds = 0;
    double realTimeFactor = 0; // achieved, recent
    int collisions = 0;        // since the start
};

struct DrivePause {}; // also when the device was unplugged
struct DriveResume {};
struct DriveRestart {}; // back to the start; the lap under way is dropped (redo)
struct DriveArm {       // countdown, then record; false: stop recording, drop the lap under way
    bool on = true;
};
struct DriveSpeed { // real-time factor, 0.1 to 4
    double factor = 1;
};
struct DriveAssist {
    ManualMode mode = ManualMode::Discrete;
    AssistSpec assist;
};
using DriveCommand =
    std::variant<DrivePause, DriveResume, DriveRestart, DriveArm, DriveSpeed, DriveAssist>;

class DriveSession {
  public:
    // Checks the set-up and loads the opponent. Nothing moves yet.
    static Result<std::unique_ptr<DriveSession>> create(DriveSetup setup);
    ~DriveSession(); // stops and joins

    void start();
    void post(DriveCommand command);
    void setInput(const DriveInput &input); // the newest counts at each decision

    // What the scene shows: one world; a ghost is one agent more than drives.
    const Scenario &sceneScenario() const;
    int drivenRow() const;    // in the scene
    SessionInfo info() const; // names of observations, rewards, actions; no run directory
    DriveStatus status() const;
    std::shared_ptr<const SessionSnapshot> takeSnapshot(); // newest not taken yet, or null
    // Laps closed since the last call, in order.
    std::vector<DrivenLap> takeLaps();
    std::vector<SessionEvent> takeEvents();

  private:
    struct Impl;
    explicit DriveSession(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace paddock

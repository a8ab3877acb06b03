// The world of a drive without a clock: a decision a call. The same set-up and the same calls give
// the same bits.
#pragma once

#include "core/base/worker_pool.h"
#include "core/drivers/driver.h"
#include "core/run/drive_ghost.h"
#include "core/run/drive_session.h"
#include "core/task/world_batch.h"

#include <optional>

namespace paddock {

// What one decision came to.
struct DriveStep {
    std::optional<DrivenLap> lap; // closed with it
    bool ended = false;           // the person's episode; the car stands at a new start
    bool complete = false;        // the last of the laps wanted was recorded; recording is over
};

class DriveWorld {
  public:
    // Errors as of DriveSession::create.
    static Result<std::unique_ptr<DriveWorld>> create(DriveSetup setup);

    const DriveSetup &setup() const { return m_setup; }
    // Everybody to the start; the lap under way is dropped.
    void restart();
    // The same, and from there on laps are recorded until `lapsWanted` clean ones are there.
    void record();
    // The lap under way goes on, but for the clock alone.
    void stopRecording();
    void setControl(ManualMode mode, const AssistSpec &assist);
    DriveStep step(const DriveInput &input);

    const Scenario &scene() const { return *m_scene; } // as it is shown; with the ghost
    int drivenRow() const { return m_row; }
    bool recording() const { return m_recording; }
    int cleanLaps() const { return m_cleanLaps; } // since record()
    int lapRows() const { return int(m_laps.rows()); }
    int collisions() const { return m_collisions; }
    std::uint64_t decisions() const { return m_decisions; } // since the set-up, over restarts
    double simSeconds() const { return double(m_decisions) * m_scenario->decisionPeriod(); }
    float appliedThrottle() const; // 0..1
    float appliedSteer() const;    // rad, of the wheels
    RaceStatus race() const;
    SessionInfo info() const;
    void snapshot(SessionSnapshot &out) const;
    std::uint64_t stateHash() const { return m_batch->stateHash(); }

  private:
    explicit DriveWorld(DriveSetup setup);
    Status setUpOpponent();
    void choose(const DriveInput &input);
    DriveStep judge();
    DrivenLap closeLap(LapVerdict verdict, double lapTime);
    void explain(AgentDetail &detail) const;
    std::span<std::int32_t> action();

    DriveSetup m_setup;
    std::shared_ptr<const Scenario> m_scenario, m_scene; // as it drives; as it is shown
    int m_row;                                           // of the person's agent
    WorkerPool m_pool{1};
    std::unique_ptr<WorldBatch> m_batch;
    std::unique_ptr<Driver> m_opponent; // drives every row but the person's; may be null
    std::optional<GhostCar> m_ghost;
    ManualControl m_control;
    LapSplitter m_laps;
    std::vector<std::int32_t> m_actions; // [rows, K]
    bool m_recording = false;
    int m_cleanLaps = 0;
    int m_collisions = 0;
    int m_lapsBefore = 0;              // completed when the lap under way began
    std::size_t m_lapDecisions = 0;    // of the lap under way
    std::uint64_t m_decisions = 0;     //
    std::uint64_t m_restarts = 0;      //
    std::int64_t m_episodesBefore = 0; // before the last restart
    float m_bestLap = 0;               // s, over restarts; 0 = none
};

} // namespace paddock

// A lap (of a race) or an episode that somebody drove by hand.
#pragma once

#include "core/base/vec2.h"
#include "core/run/demonstration.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <span>
#include <string>

namespace paddock {

enum class LapVerdict { Clean, Collision, OffTrack, Time };

// "clean", "collision", "off track", "time"
std::string verdictName(LapVerdict verdict);
LapVerdict verdictOf(std::uint8_t outcome); // Outcome of the episode that ended

struct DrivenLap {
    DemonstrationMeta meta;       // of the file that it belongs in
    DemonstrationEpisode episode; // its outcome holds the verdict's name, its poses are there
    LapVerdict verdict = LapVerdict::Clean;
    bool recorded = true; // false: driven while nothing was to be recorded; for the clock alone
};

// Collects the rows of one agent and closes a lap at each lap line or end of an episode.
class LapSplitter {
  public:
    explicit LapSplitter(DemonstrationMeta meta) : m_meta(std::move(meta)) {}

    // One decision: what was seen before it, where the car was, what was chosen, what it was paid.
    void add(std::span<const float> observation, const Pose &pose,
             std::span<const std::int32_t> action, float reward);
    // Closes the lap under way and begins the next. `lapTime` 0 = none.
    DrivenLap close(LapVerdict verdict, double lapTime, bool truncated);
    void drop() { m_episode = {}; } // what was driven since the last close
    std::size_t rows() const { return m_episode.rows(); }
    const DemonstrationMeta &meta() const { return m_meta; }

  private:
    DemonstrationMeta m_meta;
    DemonstrationEpisode m_episode;
};

// Names and sizes of what `agent` (from 0) of a scenario sees and does.
DemonstrationMeta demonstrationMeta(const Scenario &scenario, int agent);

} // namespace paddock

// What happened in a recording, agent by agent: found in its frames, never stored twice.
#pragma once

#include "core/run/episode_recording.h"

#include <string>
#include <vector>

namespace paddock {

enum class EventKind { Goal, Collision, Wall, LaneBound, Time, Restart, Checkpoint, Lap };

struct RecordedEvent {
    int frame = 0;
    int agent = 0;  // from 0; -1: all of them
    int other = -1; // with whom, of a collision
    EventKind kind = EventKind::Goal;
    int index = 0;     // of the checkpoint that was passed, from 1; of the lap, from 1
    float lapTime = 0; // s, of a lap
    bool ends() const { return kind < EventKind::Checkpoint; } // the agent's episode
    // Where to look: the last frame in which the agent is still there.
    int lookAt() const { return ends() && frame > 0 ? frame - 1 : frame; }
};

// In the order of frames.
std::vector<RecordedEvent> eventsOf(const EpisodeRecording &recording);

const char *eventKindName(EventKind kind); // "goal", "lane_bound", ...
// "A1 hit A3", "A2 passed checkpoint 4 of 19", "A1 drove lap 2 in 10.32 s".
std::string eventText(const RecordedEvent &event, const EpisodeRecording &recording);

// The episodes of one agent: [first, last) frames, the frames of their ends included.
struct RecordedEpisode {
    int first = 0, last = 0;
    std::uint8_t outcome = 0; // 0: it goes on behind the last frame
};
std::vector<RecordedEpisode> episodesOf(const EpisodeRecording &recording, int agent);

} // namespace paddock

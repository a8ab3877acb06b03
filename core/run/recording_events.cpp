#include "core/run/recording_events.h"

#include "core/base/text.h"

namespace paddock {

namespace {

std::string nameOf(int agent) {
    return "A" + numberText(agent + 1);
}

EventKind kindOfEnd(std::uint8_t outcome) {
    if (outcome >= std::uint8_t(Outcome::CollisionWith))
        return EventKind::Collision;
    switch (Outcome(outcome)) {
    case Outcome::Goal:
        return EventKind::Goal;
    case Outcome::LaneBound:
        return EventKind::LaneBound;
    case Outcome::Wall:
        return EventKind::Wall;
    case Outcome::Restart:
        return EventKind::Restart;
    default:
        return EventKind::Time;
    }
}

class Finder {
  public:
    explicit Finder(const EpisodeRecording &recording)
        : m_frames(recording.frames), m_race(recording.scenario.kind == ScenarioKind::Racing) {}

    std::vector<RecordedEvent> find() {
        for (int frame = 0; frame < m_frames.count(); ++frame) {
            m_restarted = false;
            for (int agent = 0; agent < m_frames.shape.agents; ++agent)
                look(frame, agent);
        }
        return std::move(m_found);
    }

  private:
    void look(int frame, int agent) {
        if (const std::uint8_t outcome = m_frames.outcome(frame, agent); outcome != 0)
            addEnd(frame, agent, outcome);
        else if (frame > 0 && m_race)
            addWay(frame, agent);
    }

    // A car that waits for the next heat ends an episode with each step; that is no event.
    void addEnd(int frame, int agent, std::uint8_t outcome) {
        RecordedEvent event{frame, agent, -1, kindOfEnd(outcome), 0, 0};
        if (event.kind == EventKind::Collision)
            event.other = outcome - int(Outcome::CollisionWith);
        if (event.kind == EventKind::Restart) {
            if (m_race || m_restarted)
                return;
            m_restarted = true;
            event.agent = -1;
        }
        m_found.push_back(event);
    }

    void addWay(int frame, int agent) {
        const RaceStatus &before = m_frames.progress[m_frames.at(frame - 1, agent)].race;
        const RaceStatus &now = m_frames.progress[m_frames.at(frame, agent)].race;
        if (now.laps > before.laps)
            m_found.push_back({frame, agent, -1, EventKind::Lap, now.laps, now.lastLapTime});
        else if (now.nextCheckpoint != before.nextCheckpoint && now.laps == before.laps &&
                 m_frames.outcome(frame - 1, agent) == 0)
            m_found.push_back(
                {frame, agent, -1, EventKind::Checkpoint, before.nextCheckpoint + 1, 0});
    }

    const WorldFrames &m_frames;
    bool m_race;
    bool m_restarted = false; // the world, with this frame
    std::vector<RecordedEvent> m_found;
};

} // namespace

std::vector<RecordedEvent> eventsOf(const EpisodeRecording &recording) {
    return Finder(recording).find();
}

const char *eventKindName(EventKind kind) {
    static constexpr const char *kNames[] = {"goal", "collision", "wall",       "lane_bound",
                                             "time", "restart",   "checkpoint", "lap"};
    return kNames[int(kind)];
}

std::string eventText(const RecordedEvent &event, const EpisodeRecording &recording) {
    const std::string who = nameOf(event.agent);
    switch (event.kind) {
    case EventKind::Goal:
        return who + (recording.scenario.kind == ScenarioKind::Racing ? " finished its laps"
                                                                      : " reached its goal");
    case EventKind::Collision:
        return who + " hit " + nameOf(event.other);
    case EventKind::Wall:
        return who + " hit the wall";
    case EventKind::LaneBound:
        return who + " left its lane";
    case EventKind::Time:
        return who + " ran out of time";
    case EventKind::Restart:
        return "the world started anew";
    case EventKind::Checkpoint:
        return who + " passed checkpoint " + numberText(event.index) + " of " +
               numberText(recording.frames.progress.front().race.checkpoints);
    case EventKind::Lap:
        return who + " drove lap " + numberText(event.index) + " in " +
               fixedText(double(event.lapTime), 2) + " s";
    }
    return {};
}

std::vector<RecordedEpisode> episodesOf(const EpisodeRecording &recording, int agent) {
    std::vector<RecordedEpisode> episodes;
    int first = 0;
    for (int frame = 0; frame < recording.frames.count(); ++frame) {
        const std::uint8_t outcome = recording.frames.outcome(frame, agent);
        if (outcome == 0)
            continue;
        episodes.push_back({first, frame + 1, outcome});
        first = frame + 1;
    }
    if (first < recording.frames.count())
        episodes.push_back({first, recording.frames.count(), 0});
    return episodes;
}

} // namespace paddock

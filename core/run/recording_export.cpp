#include "core/run/recording_export.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/recording_events.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace paddock {

namespace {

using Json = nlohmann::ordered_json;

// One column of the table: a name and its number for a frame and an agent.
struct Column {
    std::string name;
    std::function<double(int frame, int agent)> value;
};

void addVisuals(std::vector<Column> &columns, const WorldFrames &frames) {
    const auto add = [&](const char *name, auto part) {
        columns.push_back({name, [&frames, part](int frame, int agent) {
                               return double(part(frames.visuals[frames.at(frame, agent)]));
                           }});
    };
    add("x", [](const AgentVisual &v) { return v.pose.position.x; });
    add("y", [](const AgentVisual &v) { return v.pose.position.y; });
    add("yaw", [](const AgentVisual &v) { return v.pose.yaw; });
    add("speed", [](const AgentVisual &v) { return v.speed; });
    add("throttle", [](const AgentVisual &v) { return v.throttle; });
    add("steer_command", [](const AgentVisual &v) { return v.steerCommand; });
    add("steer", [](const AgentVisual &v) { return v.steer; });
}

void addProgress(std::vector<Column> &columns, const WorldFrames &frames, bool race) {
    const auto add = [&](const char *name, auto part) {
        columns.push_back({name, [&frames, part](int frame, int agent) {
                               return double(part(frames.progress[frames.at(frame, agent)]));
                           }});
    };
    add("episode", [](const AgentProgress &p) { return p.episode; });
    add("episode_step", [](const AgentProgress &p) { return p.episodeStep; });
    if (!race)
        return;
    add("laps", [](const AgentProgress &p) { return p.race.laps; });
    add("next_checkpoint", [](const AgentProgress &p) { return p.race.nextCheckpoint; });
    add("lap_time", [](const AgentProgress &p) { return p.race.lapTime; });
}

void addLearning(std::vector<Column> &columns, const EpisodeRecording &recording) {
    const WorldFrames &frames = recording.frames;
    const TaskLayout layout = taskLayout(recording.scenario);
    for (int k = 0; k < frames.shape.branches; ++k)
        columns.push_back(
            {"action_" + layout.branches[std::size_t(k)].name, [&frames, k](int frame, int agent) {
                 return double(
                     frames.actions[frames.at(frame, agent) * std::size_t(frames.shape.branches) +
                                    std::size_t(k)]);
             }});
    for (int r = 0; r < frames.shape.terms; ++r)
        columns.push_back(
            {"reward_" + layout.rewardTerms[std::size_t(r)].name,
             [&frames, r](int frame, int agent) {
                 return double(
                     frames.rewardTerms[frames.at(frame, agent) * std::size_t(frames.shape.terms) +
                                        std::size_t(r)]);
             }});
    columns.push_back({"reward", [&frames](int frame, int agent) {
                           return double(frames.reward(frame, agent));
                       }});
    columns.push_back({"return", [&frames](int frame, int agent) {
                           return double(frames.episodeReturn(frame, agent));
                       }});
    if (!frames.values.empty())
        columns.push_back({"value", [&frames](int frame, int agent) {
                               return double(frames.values[frames.at(frame, agent)]);
                           }});
}

std::vector<Column> columnsOf(const EpisodeRecording &recording) {
    std::vector<Column> columns;
    addProgress(columns, recording.frames, recording.scenario.kind == ScenarioKind::Racing);
    addVisuals(columns, recording.frames);
    addLearning(columns, recording);
    return columns;
}

// The shortest text of a number that was a float.
std::string shortText(double value) {
    return numberText(float(value));
}

std::string outcomeText(const WorldFrames &frames, int frame, int agent) {
    const std::uint8_t outcome = frames.outcome(frame, agent);
    return outcome == 0 ? "" : outcomeName(outcome);
}

Json agentJson(const EpisodeRecording &recording, const std::vector<Column> &columns, int agent) {
    Json lists = Json::object();
    Json outcomes = Json::array();
    const int count = recording.frames.count();
    for (const Column &column : columns) {
        Json &list = lists[column.name] = Json::array();
        for (int frame = 0; frame < count; ++frame)
            list.push_back(column.value(frame, agent));
    }
    for (int frame = 0; frame < count; ++frame)
        outcomes.push_back(outcomeText(recording.frames, frame, agent));
    lists["outcome"] = std::move(outcomes);
    return lists;
}

} // namespace

std::string recordingCsv(const EpisodeRecording &recording) {
    const std::vector<Column> columns = columnsOf(recording);
    std::string text = "frame,time,agent";
    for (const Column &column : columns)
        text += "," + column.name;
    text += ",outcome\n";
    for (int frame = 0; frame < recording.frames.count(); ++frame)
        for (int agent = 0; agent < recording.frames.shape.agents; ++agent) {
            text += numberText(frame) + "," + numberText(recording.timeOf(frame)) + "," +
                    numberText(agent + 1);
            for (const Column &column : columns)
                text += "," + shortText(column.value(frame, agent));
            text += "," + outcomeText(recording.frames, frame, agent) + "\n";
        }
    return text;
}

std::string recordingJson(const EpisodeRecording &recording) {
    Json events = Json::array();
    for (const RecordedEvent &event : eventsOf(recording))
        events.push_back({{"frame", event.frame},
                          {"time", recording.timeOf(event.frame)},
                          {"agent", event.agent + 1},
                          {"kind", eventKindName(event.kind)},
                          {"text", eventText(event, recording)}});
    Json agents = Json::array();
    const std::vector<Column> columns = columnsOf(recording);
    for (int agent = 0; agent < recording.frames.shape.agents; ++agent)
        agents.push_back(agentJson(recording, columns, agent));
    const Json all{{"scenario", recording.scenario.name},
                   {"source", recording.source},
                   {"seed", recording.seed},
                   {"world", recording.world},
                   {"first_step", recording.firstStep},
                   {"period", recording.period()},
                   {"frames", recording.frames.count()},
                   {"events", std::move(events)},
                   {"agents", std::move(agents)}};
    return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Status exportRecording(const EpisodeRecording &recording, const std::filesystem::path &file) {
    if (file.extension() == ".csv")
        return writeFileAtomic(file, recordingCsv(recording));
    if (file.extension() == ".json")
        return writeFileAtomic(file, recordingJson(recording));
    return Error(Problem{file.string(), "has an ending that no format has", ".csv or .json"});
}

} // namespace paddock

#include "app/cli/commands.h"
#include "core/run/recording_events.h"
#include "core/run/recording_export.h"

#include <cstdio>

namespace paddock::cli {

namespace {

Json eventsJson(const EpisodeRecording &recording) {
    Json events = Json::array();
    for (const RecordedEvent &event : eventsOf(recording))
        events.push_back({{"frame", event.frame},
                          {"time", recording.timeOf(event.frame)},
                          {"agent", event.agent + 1},
                          {"kind", eventKindName(event.kind)},
                          {"text", eventText(event, recording)}});
    return events;
}

Json describe(const EpisodeRecording &recording) {
    return {{"scenario", recording.scenario.name},
            {"source", recording.source},
            {"seed", recording.seed},
            {"world", recording.world + 1},
            {"agents", recording.frames.shape.agents},
            {"frames", recording.frames.count()},
            {"period_s", recording.period()},
            {"seconds", recording.frames.count() * recording.period()},
            {"first_step", recording.firstStep},
            {"observations", recording.frames.shape.observations},
            {"values", !recording.frames.values.empty()}};
}

// What one agent's ways through the two recordings came to.
Json sideJson(const EpisodeRecording &recording) {
    Json outcomes = Json::object();
    double reward = 0;
    for (int agent = 0; agent < recording.frames.shape.agents; ++agent)
        for (int frame = 0; frame < recording.frames.count(); ++frame) {
            reward += double(recording.frames.reward(frame, agent));
            if (const std::uint8_t outcome = recording.frames.outcome(frame, agent); outcome != 0) {
                Json &count = outcomes[outcomeName(outcome)];
                count = count.is_null() ? 1 : count.get<int>() + 1;
            }
        }
    return {{"checkpoint", recording.source}, {"reward", reward}, {"outcomes", outcomes}};
}

} // namespace

int runRecordingInfo(const RecordingArguments &arguments, const Output &output) {
    const Result<EpisodeRecording> recording = loadRecording(arguments.file);
    if (!recording)
        return reportError(output, recording.error(), kBadInput);
    Json all = describe(*recording);
    if (output.json) {
        all["events"] = eventsJson(*recording);
        printResult(output, all);
        return kOk;
    }
    printResult(output, all);
    for (const RecordedEvent &event : eventsOf(*recording))
        std::printf("%8.2f s  %s\n", recording->timeOf(event.frame),
                    eventText(event, *recording).c_str());
    return kOk;
}

int runRecordingExport(const RecordingArguments &arguments, const Output &output) {
    const Result<EpisodeRecording> recording = loadRecording(arguments.file);
    if (!recording)
        return reportError(output, recording.error(), kBadInput);
    if (const Status written = exportRecording(*recording, arguments.out); !written)
        return reportError(output, written.error(), kFailed);
    printResult(output, {{"file", arguments.out}, {"frames", recording->frames.count()}});
    return kOk;
}

int runRecordingMake(const RecordingArguments &arguments, const Output &output) {
    const Result<EpisodeRecording> recording =
        recordRun(arguments.file, arguments.driver, arguments.rollout);
    if (!recording)
        return reportError(output, recording.error(), kBadInput);
    if (const Status saved = saveRecording(*recording, arguments.out); !saved)
        return reportError(output, saved.error(), kFailed);
    Json all = describe(*recording);
    all["file"] = arguments.out;
    printResult(output, all);
    return kOk;
}

int runCompare(const CompareArguments &arguments, const Output &output) {
    const Result<PolicyComparison> comparison =
        compareCheckpoints(arguments.first, arguments.second, arguments.options);
    if (!comparison)
        return reportError(output, comparison.error(), kBadInput);
    const EpisodeRecording &first = comparison->first;
    const auto timeOf = [&first](int frame) {
        return frame < 0 ? Json() : Json(first.timeOf(frame));
    };
    Json partings = Json::array();
    for (const Parting &parting : comparison->partings)
        partings.push_back({{"agent", parting.agent + 1},
                            {"action_frame", parting.action},
                            {"pose_frame", parting.pose},
                            {"time", timeOf(parting.frame())}});
    const Parting *earliest = comparison->earliest();
    printResult(output, {{"scenario", first.scenario.name},
                         {"seed", first.seed},
                         {"frames", first.frames.count()},
                         {"period_s", first.period()},
                         {"parted", earliest != nullptr},
                         {"parting_frame", earliest ? earliest->frame() : -1},
                         {"parting_time", timeOf(earliest ? earliest->frame() : -1)},
                         {"parting_agent", earliest ? Json(earliest->agent + 1) : Json()},
                         {"first", sideJson(first)},
                         {"second", sideJson(comparison->second)},
                         {"agents", partings}});
    return kOk;
}

} // namespace paddock::cli

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "core/base/hash.h"
#include "core/run/run_directory.h"
#include "core/run/run_fork.h"
#include "core/run/run_index.h"
#include "core/run/training_session.h"
#include "core/scenario/scenario_io.h"

#include <memory>

namespace paddock::cli {

namespace {

constexpr std::chrono::milliseconds kPollTime{50};

// A run that goes on from another takes its document, unless another one is named.
Result<Scenario> scenarioOf(const TrainArguments &arguments) {
    const DocumentArguments &document = arguments.document;
    const std::string &from = arguments.fork.empty() ? arguments.resume : arguments.fork;
    if (from.empty() || !document.document.empty() || !document.preset.empty())
        return openDocument(document);
    Result<Scenario> scenario = checkpointScenario(from);
    return scenario ? applyArguments(std::move(*scenario), document) : scenario;
}

SessionOptions sessionOptions(const TrainArguments &arguments) {
    SessionOptions options;
    options.threads = arguments.threads;
    options.runDir = arguments.out;
    options.resume = arguments.resume;
    return options;
}

Result<std::unique_ptr<TrainingSession>> createSession(const Scenario &scenario,
                                                       const TrainArguments &arguments) {
    const SessionOptions options = sessionOptions(arguments);
    return arguments.fork.empty() ? TrainingSession::create(scenario, options)
                                  : createFork(scenario, arguments.fork, options);
}

void sayEvents(TrainingSession &session, ProgressLine &line) {
    for (const SessionEvent &event : session.takeEvents())
        if (event.level == EventLevel::Warning || event.level == EventLevel::Error)
            line.say(event.text);
}

// Runs to the end; true when somebody asked for an earlier one.
bool follow(TrainingSession &session, ProgressLine &line) {
    const InterruptWatch interrupt;
    bool stopping = false;
    session.post(CommandWatch{0, false}); // nobody looks: no snapshots
    session.start();
    while (!session.ended()) {
        interrupt.sleepFor(kPollTime);
        sayEvents(session, line);
        if (interrupt.requested() && !stopping) {
            stopping = true;
            line.say("stopping after this step; once more to end without a checkpoint");
            session.post(CommandStop{});
        }
        if (!stopping)
            line.update(session.progress());
    }
    session.wait();
    sayEvents(session, line);
    return stopping;
}

const char *stateWord(SessionState state) {
    switch (state) {
    case SessionState::Finished:
        return "finished";
    case SessionState::Stopped:
        return "stopped";
    case SessionState::Failed:
        return "failed";
    default:
        return "running";
    }
}

Json summary(const TrainingSession &session, std::int64_t startSteps) {
    const SessionProgress p = session.progress();
    const double wall = p.wallSeconds;
    Json all{{"state", stateWord(p.state)},
             {"steps", p.steps},
             {"episodes", p.episodes},
             {"updates", p.updates},
             {"wall_s", wall},
             {"steps_per_s", wall > 0 ? double(p.steps - startSteps) / wall : 0.0},
             {"success_rate", p.successRate},
             {"mean_return", p.meanReturn},
             {"mean_length", p.meanLength},
             {"entropy", p.entropy},
             {"stage_s",
              {{"act", p.stages.act},
               {"worlds", p.stages.worlds},
               {"store", p.stages.store},
               {"update", p.stages.update}}},
             {"policies", session.info().groups.size()},
             {"params_hash", hexText(session.paramsHash())},
             {"run_dir", session.info().runDir.string()}};
    const RunNotes notes = readRunSummary(session.info().runDir).notes;
    if (!notes.parent.empty()) {
        all["parent"] = notes.parent;
        all["parent_step"] = notes.parentStep;
    }
    return all;
}

void sayCheckpoint(const std::filesystem::path &runDir, ProgressLine &line) {
    const Result<CheckpointPlace> place = locateCheckpoint(runDir);
    line.say(place ? "checkpoint saved: " + place->checkpoint.string() : place.error().text());
}

} // namespace

int runTrain(const TrainArguments &arguments, const Output &output) {
    const Result<Scenario> scenario = scenarioOf(arguments);
    if (!scenario)
        return reportError(output, scenario.error(), kBadInput);
    Result<std::unique_ptr<TrainingSession>> created = createSession(*scenario, arguments);
    if (!created)
        return reportError(output, created.error(), kBadInput);
    TrainingSession &session = **created;
    const std::int64_t startSteps = session.progress().steps;

    ProgressLine line(output.quiet);
    const bool interrupted = follow(session, line);
    const SessionProgress progress = session.progress();
    line.finish(progress);
    if (progress.state == SessionState::Failed) {
        line.say("the run failed: " + progress.message);
        printResult(output, summary(session, startSteps));
        return kFailed;
    }
    if (interrupted)
        sayCheckpoint(session.info().runDir, line);
    printResult(output, summary(session, startSteps));
    return interrupted && progress.state == SessionState::Stopped ? kInterrupted : kOk;
}

} // namespace paddock::cli

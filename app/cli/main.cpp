// paddock-cli: trains, judges and describes without a window.
#include "app/cli/commands.h"
#include "app/cli/evaluate_arguments.h"
#include "core/base/heap.h"
#include "core/drivers/driver.h"
#include "core/run/build_info.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track_drawings.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <functional>

namespace {

using namespace paddock;
using namespace paddock::cli;

constexpr int kMaxThreads = 1024;
constexpr const char *kFooter =
    "Exit codes: 0 success, 1 the run failed, 2 bad arguments or document, "
    "3 interrupted with a checkpoint saved.\n"
    "Ctrl-C saves a checkpoint and ends; a second one ends at once.";

// Everything that the command line can say, and the command it chose.
struct Invocation {
    Output output;
    TrainArguments train;
    SweepArguments sweep;
    EvalArguments eval;
    EvaluateArguments evaluate;
    ReportArguments report;
    BenchArguments bench;
    DocumentArguments describe;
    DemoArguments demo;
    ReplayArguments replay;
    LapArguments laps;
    PolicyArguments policy;
    TrackArguments track;
    RecordingArguments recording;
    CompareArguments compare;
    VideoArguments video;
    std::vector<std::string> documents;
    std::string left, right; // of a comparison
    std::string preset = presetNames().front();
    bool schema = false;
    std::function<int()> command;
};

CLI::App &addCommand(CLI::App &app, Invocation &in, const char *name, const char *help,
                     std::function<int()> command) {
    CLI::App &sub = *app.add_subcommand(name, help);
    sub.add_flag("--json", in.output.json, "The last line of standard output is one JSON object");
    sub.add_flag("--quiet", in.output.quiet, "No progress on standard error");
    sub.footer(kFooter);
    sub.callback([&in, command = std::move(command)] { in.command = command; });
    return sub;
}

void addThreads(CLI::App &command, int &threads) {
    command.add_option("--threads", threads, "Worker threads, 0 = one per core")
        ->check(CLI::Range(0, kMaxThreads));
}

void addTrain(CLI::App &app, Invocation &in) {
    CLI::App &train = addCommand(app, in, "train", "Train a scenario's agents", [&in] {
        greet(in.output);
        return runTrain(in.train, in.output);
    });
    addDocumentArguments(train, in.train.document);
    addThreads(train, in.train.threads);
    train.add_option("--out", in.train.out, "Run directory to make (default: a new one in runs/)");
    CLI::Option *resume =
        train.add_option("--resume", in.train.resume, "Run directory or checkpoint to go on from");
    train
        .add_option("--fork", in.train.fork,
                    "Run directory or checkpoint whose weights a new run begins with; --set "
                    "changes its parameters")
        ->excludes(resume);
}

void addSweep(CLI::App &app, Invocation &in) {
    CLI::App &sweep =
        addCommand(app, in, "sweep", "Train a document with many parameters and seeds", [&in] {
            greet(in.output);
            return runSweep(in.sweep, in.output);
        });
    sweep.add_option("plan", in.sweep.plan, "Plan (.json), or the folder of a sweep to go on with")
        ->required();
    sweep.add_option("--out", in.sweep.out, "Folder that the sweep's folder lies in")
        ->capture_default_str();
    sweep.add_option("--jobs", in.sweep.jobs, "Runs side by side (default: as the plan says)")
        ->check(CLI::Range(1, kMaxThreads));
    sweep.add_option("--threads", in.sweep.threads, "Worker threads of each run")
        ->check(CLI::Range(1, kMaxThreads));
}

void addEval(CLI::App &app, Invocation &in) {
    CLI::App &eval = addCommand(app, in, "eval", "Judge a trained policy over episodes", [&in] {
        greet(in.output);
        return runEval(in.eval, in.output);
    });
    eval.add_option("run", in.eval.run, "Run directory, checkpoint or scenario document (.json)")
        ->required();
    EvaluationOptions &options = in.eval.options;
    eval.add_option("--policy", options.policy,
                    "Policy that drives in a document: .onnx file, run or checkpoint");
    eval.add_option("--preset", options.preset, "Judge in this preset of the scenario");
    eval.add_option("--track", options.track, "Race on this track document");
    eval.add_option("--laps", options.laps, "Laps of an episode (default: the scenario's)")
        ->check(CLI::Range(1, 1000));
    eval.add_flag("--grid", options.grid,
                  "Start at the start slots in turn (default: as the scenario says)");
    eval.add_flag("--alone", options.alone, "Races: one car, nobody to meet");
    eval.add_option("--opponent", options.opponent,
                    "Who drives the other places: a driver's name, .onnx file, run or checkpoint");
    eval.add_option("--episodes", options.episodes, "Number of episodes")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    eval.add_option("--seed", options.seed, "Seed of the episodes")->capture_default_str();
    eval.add_option("--xi", options.xi, "Degree of domain randomization (default: the run's)")
        ->check(CLI::Range(0.0, 100.0));
    eval.add_option(
            "--settle", options.settle,
            "Simulated seconds of traffic before episodes count; 0 counts the first of each "
            "agent, all starting at once")
        ->check(CLI::Range(0.0, 1e5))
        ->capture_default_str();
    std::vector<std::string> drivers = builtinDriverNames();
    drivers.insert(drivers.begin(), {"policy", "policy_greedy"});
    eval.add_option("--driver", options.driver, "Who drives")
        ->check(CLI::IsMember(drivers))
        ->capture_default_str();
    addThreads(eval, options.threads);
}

void addEvaluate(CLI::App &app, Invocation &in) {
    CLI::App &evaluate =
        addCommand(app, in, "evaluate", "Judge drivers side by side, by a plan", [&in] {
            greet(in.output);
            return runEvaluate(in.evaluate, in.output);
        });
    evaluate.add_option("plan", in.evaluate.plan, "Evaluation plan (.json)")->required();
    evaluate.add_option("--csv", in.evaluate.csv, "Write a row for each run to this file");
    evaluate.add_option("--report", in.evaluate.report, "Write all results to one HTML file");
    addThreads(evaluate, in.evaluate.threads);
    CLI::App &report = addCommand(app, in, "report", "Write one HTML file about a run",
                                  [&in] { return runReportCommand(in.report, in.output); });
    report.add_option("run", in.report.run, "Run directory")->required();
    report.add_option("--out", in.report.out, "File to write (.html)")->required();
}

void addDocumentCommands(CLI::App &app, Invocation &in) {
    CLI::App &describe = addCommand(app, in, "describe", "Show all values of a document",
                                    [&in] { return runDescribe(in.describe, in.output); });
    addDocumentArguments(describe, in.describe);
    CLI::App &validate = addCommand(app, in, "validate", "Check documents, naming every problem",
                                    [&in] { return runValidate(in.documents, in.output); });
    validate.add_option("documents", in.documents, "Scenario documents")->required();
    CLI::App &diff = addCommand(app, in, "diff", "Show in which fields two scenarios differ",
                                [&in] { return runDiff(in.left, in.right, in.output); });
    diff.add_option("left", in.left, "Document, folder of a run, or preset:NAME")->required();
    diff.add_option("right", in.right, "The same")->required();
    CLI::App &params = addCommand(app, in, "params", "The reference of all parameters",
                                  [&in] { return runParams(in.preset, in.schema, in.output); });
    params.add_option("--preset", in.preset, "Whose values --json shows")->capture_default_str();
    params.add_flag("--schema", in.schema, "The JSON Schema of documents instead");
}

void addBench(CLI::App &app, Invocation &in) {
    CLI::App &bench = addCommand(app, in, "bench", "Measure this machine", [&in] {
        greet(in.output);
        return runBench(in.bench, in.output);
    });
    bench.add_flag("--quick", in.bench.quick, "Shorter measurements");
    bench.add_option("--filter", in.bench.filter, "Only rows whose name contains this");
}

// The laps of a file as a list that can be edited.
void addLaps(CLI::App &demo, Invocation &in) {
    CLI::App &list = addCommand(demo, in, "list", "List the laps of a file",
                                [&in] { return runDemoList(in.laps, in.output); });
    CLI::App &discard = addCommand(demo, in, "discard", "Discard a lap; undo brings it back",
                                   [&in] { return runDemoDiscard(in.laps, in.output); });
    CLI::App &trim = addCommand(demo, in, "trim", "Keep a part of a lap in place of it",
                                [&in] { return runDemoTrim(in.laps, in.output); });
    CLI::App &undo = addCommand(demo, in, "undo", "Take the newest discard or trim back",
                                [&in] { return runDemoUndo(in.laps, in.output); });
    for (CLI::App *command : {&list, &discard, &trim, &undo})
        command->add_option("file", in.laps.file, "Demonstration (.pdemo)")->required();
    for (CLI::App *command : {&discard, &trim})
        command->add_option("--lap", in.laps.lap, "Its number, as listed")
            ->required()
            ->check(CLI::PositiveNumber);
    trim.add_option("--first", in.laps.first, "First row to keep, from 0")->required();
    trim.add_option("--last", in.laps.last, "The row after the last one to keep")->required();
}

void addReplay(CLI::App &demo, Invocation &in) {
    CLI::App &replay =
        addCommand(demo, in, "replay", "Drive a recording again, open loop, and compare",
                   [&in] { return runDemoReplay(in.replay, in.output); });
    replay.add_option("file", in.replay.file, "Demonstration (.pdemo or .demo)")->required();
    replay.add_option("--doc", in.replay.document.document, "Race that it was recorded in")
        ->required();
    replay.add_option("--preset", in.replay.document.preset, "In this preset of it");
    replay.add_option("--set", in.replay.document.sets, "Change a field: key=value, repeatable");
    replay
        .add_option("--start", in.replay.start,
                    "Where its episodes begin: x,y [m],yaw [rad] of the rear axle (default: "
                    "looked for on the track)")
        ->delimiter(',')
        ->expected(3);
    replay.add_option("--window", in.replay.window, "Seconds of each replay")
        ->check(CLI::Range(0.001, 60.0))
        ->capture_default_str();
}

void addDemo(CLI::App &app, Invocation &in) {
    CLI::App &demo = *app.add_subcommand("demo", "Laps driven as examples: import, export, show");
    demo.require_subcommand(1);
    CLI::App &info = addCommand(demo, in, "info", "Show what a demonstration holds",
                                [&in] { return runDemoInfo(in.demo, in.output); });
    CLI::App &import = addCommand(demo, in, "import", "Read a .demo file of ML-Agents",
                                  [&in] { return runDemoImport(in.demo, in.output); });
    CLI::App &out = addCommand(demo, in, "export", "Write a demonstration for other programs",
                               [&in] { return runDemoExport(in.demo, in.output); });
    CLI::App &record = addCommand(demo, in, "record", "Let a driver drive laps and keep them",
                                  [&in] { return runDemoRecord(in.demo, in.output); });
    addLaps(demo, in);
    addReplay(demo, in);
    addDocumentArguments(record, in.demo.document);
    record.add_option("--driver", in.demo.driver, "Who drives")->capture_default_str();
    record.add_option("--policy", in.demo.policy,
                      "Policy that drives: .onnx file, run, checkpoint");
    record.add_option("--laps", in.demo.recording.laps, "Laps to keep")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    record.add_option("--out", in.demo.out, "File to write (.pdemo)")->required();
    for (CLI::App *command : {&info, &import, &out})
        command->add_option("file", in.demo.file, "Demonstration (.pdemo or .demo)")->required();
    import.add_option("--out", in.demo.out, "File to write (.pdemo)")->required();
    import.add_option("--for", in.demo.forDocument,
                      "Scenario whose agents are to learn from it: observations and decisions as "
                      "theirs");
    import
        .add_option("--period", in.demo.period,
                    "Seconds between rows, where the file does not say (published ones: 0.004)")
        ->check(CLI::PositiveNumber);
    out.add_option("--out", in.demo.out, "Folder (minari) or file (mlagents) to write")->required();
    out.add_option("--format", in.demo.format, "Format to write")
        ->required()
        ->check(CLI::IsMember({"minari", "mlagents"}));
}

void addTrack(CLI::App &app, Invocation &in) {
    CLI::App &track = *app.add_subcommand("track", "Tracks: import those of others, draw our own");
    track.require_subcommand(1);
    TrackArguments &arguments = in.track;
    CLI::App &import = addCommand(track, in, "import", "Make a track document from a map or CSV",
                                  [&in] { return runTrackImport(in.track, in.output); });
    import.add_option("file", arguments.file, "ROS map (.yaml) or centre line with widths (.csv)")
        ->required();
    import.add_option("--scale", arguments.scale, "Factor on all lengths")->capture_default_str();
    import.add_option("--width", arguments.width, "Median width to scale to [m]")
        ->check(CLI::Range(0.01, 1000.0));
    import
        .add_option("--direction", arguments.direction,
                    "Way round (default: as the points come; ccw for maps)")
        ->check(CLI::IsMember({"cw", "ccw"}));
    import.add_option("--checkpoints", arguments.checkpoints, "Number of checkpoints")
        ->capture_default_str();
    import.add_option("--name", arguments.name, "Name of the track (default: the file's)");
    CLI::App &draw = addCommand(track, in, "draw", "Write one of the tracks that ship",
                                [&in] { return runTrackDraw(in.track, in.output); });
    draw.add_option("name", arguments.file, "Which one")
        ->required()
        ->check(CLI::IsMember(drawnTrackNames()));
    CLI::App &floor = addCommand(track, in, "floor", "The least lap time that physics allows",
                                 [&in] { return runTrackFloor(in.track, in.output); });
    floor.add_option("file", arguments.file, "Track or racing scenario document")->required();
    for (CLI::App *command : {&import, &draw})
        command->add_option("--out", arguments.out, "Track document to write")->required();
}

void addPolicy(CLI::App &app, Invocation &in) {
    CLI::App &policy = *app.add_subcommand("policy", "Trained policies: export");
    policy.require_subcommand(1);
    CLI::App &out = addCommand(policy, in, "export", "Write a policy for other programs",
                               [&in] { return runPolicyExport(in.policy, in.output); });
    out.add_option("run", in.policy.run, "Run directory or checkpoint")->required();
    out.add_option("--out", in.policy.out, "File to write (.onnx)")->required();
    out.add_option("--format", in.policy.format, "Format to write")
        ->check(CLI::IsMember({"onnx"}))
        ->capture_default_str();
    out.add_option("--agent", in.policy.agent, "Whose policy, where each agent has its own");
    out.add_option("--inputs", in.policy.inputs,
                   "Sizes of obs_0, obs_1, ... when the observation is cut, e.g. 54,1")
        ->delimiter(',')
        ->check(CLI::Range(1, 65536));
}

void addRecording(CLI::App &app, Invocation &in) {
    CLI::App &recording = *app.add_subcommand("recording", "Recorded worlds: make, show, export");
    recording.require_subcommand(1);
    RecordingArguments &arguments = in.recording;
    CLI::App &make = addCommand(recording, in, "make", "Record a world from its seed on",
                                [&in] { return runRecordingMake(in.recording, in.output); });
    make.add_option("run", arguments.file, "Run directory, checkpoint or scenario document (.json)")
        ->required();
    make.add_option("--driver", arguments.driver, "Who drives")->capture_default_str();
    make.add_option("--seed", arguments.rollout.seed, "Seed of the episodes")
        ->capture_default_str();
    make.add_option("--seconds", arguments.rollout.seconds, "Simulated seconds at most")
        ->capture_default_str();
    make.add_option("--episodes", arguments.rollout.episodes,
                    "End when each agent has ended so many episodes; 0 = by time alone")
        ->check(CLI::Range(0, 100'000));
    make.add_option("--out", arguments.out, "File to write (.prec)")->required();
    CLI::App &info = addCommand(recording, in, "info", "Show what a recording holds",
                                [&in] { return runRecordingInfo(in.recording, in.output); });
    CLI::App &out = addCommand(recording, in, "export", "Write a recording as a table",
                               [&in] { return runRecordingExport(in.recording, in.output); });
    for (CLI::App *command : {&info, &out})
        command->add_option("file", arguments.file, "Recording (.prec)")->required();
    out.add_option("--out", arguments.out, "File to write (.csv or .json)")->required();
}

void addCompare(CLI::App &app, Invocation &in) {
    CLI::App &compare =
        addCommand(app, in, "compare", "Two checkpoints from the same seed: where they part",
                   [&in] { return runCompare(in.compare, in.output); });
    CompareOptions &options = in.compare.options;
    compare.add_option("first", in.compare.first, "Run or checkpoint, whose scenario counts")
        ->required();
    compare.add_option("second", in.compare.second, "Run, checkpoint or .onnx file")->required();
    compare.add_option("--seed", options.seed, "Seed of the episodes")->capture_default_str();
    compare.add_option("--seconds", options.seconds, "Simulated seconds")->capture_default_str();
    compare.add_option("--driver", options.driver, "How policies choose")
        ->check(CLI::IsMember({"policy", "policy_greedy"}))
        ->capture_default_str();
    compare.add_option("--position", options.position, "m apart that count as the same place")
        ->check(CLI::Range(0.0, 100.0))
        ->capture_default_str();
    compare.add_option("--yaw", options.yaw, "rad apart that count as the same heading")
        ->check(CLI::Range(0.0, 10.0))
        ->capture_default_str();
}

void addVideo(CLI::App &app, Invocation &in) {
    CLI::App &video =
        addCommand(app, in, "video", "Film a recording, run or checkpoint, in simulation time",
                   [&in] { return runVideo(in.video, in.output); });
    VideoArguments &a = in.video;
    video.add_option("source", a.source, "Recording (.prec), run, checkpoint or document (.json)")
        ->required();
    video.add_option("--out", a.out, "File to write: .mp4, .webm, .webp, .gif or .apng")
        ->required();
    video.add_option("--beside", a.beside, "Another source, shown beside the first");
    video.add_option("--size", a.size, "Pixels, WIDTHxHEIGHT")->capture_default_str();
    video.add_option("--fps", a.fps, "Pictures a second")
        ->check(CLI::Range(1, 240))
        ->capture_default_str();
    video.add_option("--seconds", a.seconds,
                     "Simulated seconds (default: a recording's length, 20 s of a run)");
    video.add_option("--start", a.start, "Where it begins, s")->capture_default_str();
    video.add_option("--speed", a.speed, "Simulated seconds in a second of the film")
        ->capture_default_str();
    video.add_option("--camera", a.camera, "Camera")
        ->check(CLI::IsMember({"overview", "orbit", "birdseye", "follow", "driver"}))
        ->capture_default_str();
    video.add_option("--agent", a.agent, "Agent to follow, from 1")->check(CLI::Range(1, 10'000));
    video.add_option("--driver", a.driver, "Who drives in a run or document")
        ->capture_default_str();
    video.add_option("--seed", a.seed, "Seed of a run's episodes")->capture_default_str();
    video.add_option("--theme", a.theme, "Colours")->check(CLI::IsMember({"dark", "light"}));
    video.add_flag("--no-words", a.noWords, "Without time and names");
}

int run(int argc, char **argv) {
    Invocation in;
    CLI::App app("Paddock: multi-agent autonomous driving, without the window.", "paddock-cli");
    app.set_version_flag("--version", programVersion() + " (" + programCommit() + ")");
    app.set_help_all_flag("--help-all", "Help of all commands");
    app.require_subcommand(1);
    app.footer(kFooter);
    addTrain(app, in);
    addSweep(app, in);
    addEval(app, in);
    addEvaluate(app, in);
    addDocumentCommands(app, in);
    addBench(app, in);
    addTrack(app, in);
    addDemo(app, in);
    addPolicy(app, in);
    addRecording(app, in);
    addCompare(app, in);
    addVideo(app, in);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // Help and version are no errors; all others share one code.
        return app.exit(error) == 0 ? kOk : kBadInput;
    }
    return in.command();
}

} // namespace

int main(int argc, char **argv) {
    paddock::keepHeapFlat();
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "paddock-cli: %s\n", error.what());
        return paddock::cli::kFailed;
    }
}

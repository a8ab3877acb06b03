#include "app/studio/studio_options.h"

#include "core/base/text.h"
#include "core/scenario/scenario_io.h"

#include <CLI/CLI.hpp>

namespace paddock {

namespace {

constexpr int kBadArguments = 2; // exit code

std::string checkSize(const std::string &text) {
    int width = 0, height = 0;
    char rest = 0;
    const int read = std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest);
    const bool good = read == 2 && width >= 640 && height >= 480 && width <= 7680 && height <= 4320;
    return good ? "" : "is " + text + "; expected WIDTHxHEIGHT from 640x480 to 7680x4320";
}

void addRunOptions(CLI::App &app, StudioOptions &o) {
    app.add_option("document", o.document, "Scenario document to open (.json)");
    app.add_flag("--train,!--no-train", o.train, "Start training at once");
    app.add_option("--set", o.set, "Change a field: key=value; may be given again")
        ->type_name("KEY=VALUE")
        ->expected(1)
        ->take_all();
    app.add_option("--edit", o.edit, "Edit a field as a person would: to undo, and not saved yet")
        ->type_name("KEY=VALUE")
        ->expected(1)
        ->take_all();
    app.add_flag("--recover", o.recover, "Open what a crash has left, without asking");
    app.add_option("--preset", o.preset, "Start from a preset instead of a document")
        ->check(CLI::IsMember(presetNames()));
    app.add_option("--seed", o.seed, "Seed of the run");
    app.add_option("--envs", o.worlds, "Parallel worlds");
    app.add_option("--steps", o.steps, "Agent steps to train");
    app.add_option("--threads", o.threads, "Worker threads, 0 = as many as cores")
        ->check(CLI::Range(0, 1024));
    app.add_option("--xi", o.xi, "Degree of domain randomization: 0 NDR, 1 LDR, 2 HDR");
    app.add_option("--out", o.out, "Folder for run directories (default: as set, or runs)");
}

void addDriveOptions(CLI::App &app, StudioOptions &o) {
    app.add_option("--mode", o.mode, "Mode of the window")
        ->check(CLI::IsMember({"train", "drive", "scenario", "evaluate", "welcome"}))
        ->capture_default_str();
    app.add_option("--lesson", o.lesson, "Begin this lesson (.json)");
    app.add_option("--lesson-step", o.lessonStep, "At this step")->check(CLI::Range(1, 100));
    app.add_flag("--present", o.present, "Large type, nothing but the scene and the curves");
    app.add_option("--panel", o.panel, "Panel of the mode to bring to the front")
        ->check(CLI::IsMember({"parameters", "inspector", "curves", "runs", "sweep", "log"}));
    app.add_option("--hands", o.hands,
                   "Drive at once, with a driver at the stick instead of a person: "
                   "follow_the_gap, disparity_extender, full_speed, ...");
    app.add_option("--opponent", o.opponent, "Who else drives in Drive")
        ->check(CLI::IsMember({"none", "ghost", "follow_the_gap", "disparity_extender"}));
    app.add_flag("--record", o.record, "Record what --hands drives");
    app.add_flag("--replay", o.replay,
                 "Show the newest recorded lap of the document; in Evaluate a run");
    app.add_option("--plan", o.plan, "Carry out an evaluation plan at once");
    app.add_flag("--judge", o.judge, "Judge the newest run on the document at once");
}

void addTimelineOptions(CLI::App &app, StudioOptions &o) {
    app.add_option("--recording", o.recording, "Recording to open (.prec)");
    app.add_option("--frame", o.frame, "Frame of it to show, from 0")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--side-by-side", o.sideBySide, "Two runs or checkpoints to show side by side")
        ->expected(2);
    app.add_option("--look-back", o.lookBack,
                   "Shortly before the screenshot, pause and look back by so many seconds")
        ->check(CLI::Range(0.0, 3600.0));
    app.footer("A film instead of the window: paddock --video FILE --from SOURCE; see paddock "
               "--video --help.");
}

void addViewOptions(CLI::App &app, StudioOptions &o, std::string &size, std::string &render) {
    app.add_option("--theme", o.theme, "Colours of the window")
        ->check(CLI::IsMember({"dark", "light", "system"}));
    app.add_option("--language", o.language, "Language of the window")
        ->check(CLI::IsMember({"system", "en", "de"}));
    app.add_option("--help-page", o.helpTopic, "Open the help at a page, e.g. concept/runs");
    app.add_option("--settings", o.settingsPage, "Open the settings at a page")
        ->check(CLI::IsMember({"look", "keys", "files", "performance"}));
    app.add_option("--camera", o.camera, "Camera of the scene")
        ->check(CLI::IsMember({"overview", "orbit", "birdseye", "follow", "driver"}));
    app.add_option("--pick", o.pick, "Agent row to explain, from 0")->check(CLI::NonNegativeNumber);
    app.add_option("--zoom-world", o.zoomWorld, "World to enlarge, from 0")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--map", o.map, "Map of the picked agent's policy over the road")
        ->check(CLI::IsMember({"value", "throttle", "steer"}));
    app.add_option("--overlay", o.overlays, "Overlay to turn on; may be given again")
        ->check(CLI::IsMember({"lanes", "velocity", "steering"}))
        ->expected(1)
        ->take_all();
    app.add_option("--render", render, "Draw the worlds")->check(CLI::IsMember({"on", "off"}));
    app.add_option("--compare", o.compare, "Run directories whose curves are shown")
        ->type_name("RUN ...")
        ->check(CLI::ExistingDirectory);
    app.add_flag("--bands", o.bands, "Compared runs that differ by their seed as mean and band");
    app.add_option("--plot-axis", o.plotAxis, "What the plots count along their x axis")
        ->check(CLI::IsMember({"steps", "relative", "wall_time", "episodes"}));
    app.add_option("--plot-points", o.plotPoints,
                   "Fill the plots with so many made rows and measure them")
        ->check(CLI::Range(1, 100'000'000));
    app.add_option("--screenshot", o.screenshot, "Save a PNG of the window, then quit");
    app.add_option("--after", o.after, "Seconds of running before the screenshot")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 86400.0));
    app.add_option("--size", size, "Size of the window")->type_name("WxH")->check(checkSize);
    app.add_option("--soak", o.soak,
                   "Use the window for so many seconds, then print how late its event loop was and "
                   "what became of its memory")
        ->type_name("SECONDS")
        ->check(CLI::Range(1.0, 1e6));
    app.add_option("--quit-after", o.quitAfter, "Seconds after which the window closes")
        ->check(CLI::Range(0.0, 1e6));
}

std::vector<std::string> assignments(const StudioOptions &o) {
    std::vector<std::string> all = o.set;
    if (o.seed)
        all.push_back("training.seed=" + std::to_string(*o.seed));
    if (o.worlds)
        all.push_back("parallel.worlds=" + std::to_string(*o.worlds));
    if (o.steps)
        all.push_back("training.max_steps=" + std::to_string(*o.steps));
    if (o.xi)
        all.push_back("randomization.degree=" + numberText(*o.xi));
    return all;
}

} // namespace

ParsedOptions parseStudioOptions(int argc, char **argv) {
    ParsedOptions parsed;
    StudioOptions &o = parsed.options;
    std::string size, render;
    CLI::App app{"Paddock: a studio for multi-agent autonomous driving", "paddock"};
    app.set_version_flag("--version", std::string("paddock ") + PADDOCK_VERSION);
    addRunOptions(app, o);
    addDriveOptions(app, o);
    addTimelineOptions(app, o);
    addViewOptions(app, o, size, render);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &e) {
        parsed.exitCode = app.exit(e) == 0 ? 0 : kBadArguments;
        return parsed;
    }
    o.modeGiven = app.count("--mode") > 0;
    if (!size.empty())
        std::sscanf(size.c_str(), "%dx%d", &o.width, &o.height);
    o.render = render != "off";
    return parsed;
}

Result<Scenario> scenarioOf(const StudioOptions &o) {
    Result<Scenario> base =
        o.document.empty()
            ? Result<Scenario>(presetScenario(o.preset.empty() ? presetNames().front() : o.preset))
            : loadScenario(o.document);
    if (!base)
        return base;
    Scenario scenario = *base;
    if (!o.document.empty() && !o.preset.empty()) {
        const std::string name = scenario.name;
        scenario = presetScenario(o.preset);
        scenario.name = name;
    }
    std::vector<Problem> problems;
    for (const std::string &assignment : assignments(o)) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos) {
            problems.push_back({"--set " + assignment, "has no value", "key=value"});
            continue;
        }
        const Status status =
            setField(scenario, assignment.substr(0, equals), assignment.substr(equals + 1));
        if (!status)
            for (const Problem &problem : status.error().problems)
                problems.push_back(problem);
    }
    if (problems.empty())
        problems = validate(scenario, o.document.empty() ? scenario.preset : o.document);
    if (!problems.empty())
        return Error(std::move(problems));
    return scenario;
}

} // namespace paddock

#include "app/cli/commands.h"
#include "core/run/demonstration_adapt.h"
#include "core/run/demonstration_load.h"
#include "core/run/minari_export.h"
#include "core/run/mlagents_demo.h"
#include "core/run/policy_driver.h"
#include "core/scenario/scenario_io.h"

#include <cstdio>

namespace paddock::cli {

namespace {

Json describe(const LoadedDemonstration &opened) {
    const Demonstration &demo = opened.demonstration;
    Json lengths = Json::array(), returns = Json::array();
    std::size_t decisions = 0;
    for (const DemonstrationEpisode &episode : demo.episodes) {
        lengths.push_back(episode.rows());
        returns.push_back(episode.totalReward());
        decisions += episode.decisions();
    }
    return {{"name", demo.meta.name},
            {"agent", demo.meta.agent},
            {"format", opened.format},
            {"steps", demo.rows()},
            {"decisions", decisions},
            {"episodes", demo.episodes.size()},
            {"mean_return", demo.meanReturn()},
            {"observation_size", demo.meta.observationSize()},
            {"action_branches", demo.meta.branches},
            {"episode_steps", lengths},
            {"episode_returns", returns},
            {"note", opened.note}};
}

void warn(const LoadedDemonstration &opened, const std::string &path) {
    if (!opened.note.empty())
        std::fprintf(stderr, "%s: %s\n", path.c_str(), opened.note.c_str());
}

} // namespace

int runDemoRecord(const DemoArguments &arguments, const Output &output) {
    const Result<Scenario> scenario = openDocument(arguments.document);
    if (!scenario)
        return reportError(output, scenario.error(), kBadInput);
    const Result<std::unique_ptr<Driver>> driver =
        makeNamedDriver(*scenario, arguments.driver, arguments.policy, arguments.recording.seed);
    if (!driver)
        return reportError(output, driver.error(), kBadInput);
    const Result<RecordingResult> recorded =
        recordDemonstration(*scenario, **driver, arguments.recording, arguments.out);
    if (!recorded)
        return reportError(output, recorded.error(), kFailed);
    const Result<LoadedDemonstration> opened = loadDemonstration(arguments.out);
    if (!opened)
        return reportError(output, opened.error(), kFailed);
    Json summary = describe(*opened);
    summary["discarded"] = recorded->discarded;
    summary["out"] = arguments.out;
    printResult(output, summary);
    return kOk;
}

int runDemoInfo(const DemoArguments &arguments, const Output &output) {
    const Result<LoadedDemonstration> opened = loadDemonstration(arguments.file);
    if (!opened)
        return reportError(output, opened.error(), kBadInput);
    warn(*opened, arguments.file);
    printResult(output, describe(*opened));
    return kOk;
}

int runDemoImport(const DemoArguments &arguments, const Output &output) {
    Result<LoadedDemonstration> opened = loadDemonstration(arguments.file);
    if (!opened)
        return reportError(output, opened.error(), kBadInput);
    warn(*opened, arguments.file);
    if (!arguments.forDocument.empty()) {
        const Result<Scenario> scenario = loadScenario(arguments.forDocument);
        if (!scenario)
            return reportError(output, scenario.error(), kBadInput);
        Result<Demonstration> adapted =
            adaptDemonstration(opened->demonstration, *scenario, arguments.period);
        if (!adapted)
            return reportError(output, adapted.error(), kBadInput);
        opened->demonstration = std::move(*adapted);
    }
    if (const Status status = writeDemonstration(opened->demonstration, arguments.out); !status)
        return reportError(output, status.error(), kFailed);
    Json result = describe(*opened);
    result["out"] = arguments.out;
    printResult(output, result);
    return kOk;
}

int runDemoExport(const DemoArguments &arguments, const Output &output) {
    const Result<LoadedDemonstration> opened = loadDemonstration(arguments.file);
    if (!opened)
        return reportError(output, opened.error(), kBadInput);
    warn(*opened, arguments.file);
    const Status status = arguments.format == "minari"
                              ? writeMinari(opened->demonstration, arguments.out)
                              : writeMlAgentsDemo(opened->demonstration, arguments.out);
    if (!status)
        return reportError(output, status.error(), kFailed);
    Json result = describe(*opened);
    result["format"] = arguments.format;
    result["out"] = arguments.out;
    printResult(output, result);
    return kOk;
}

} // namespace paddock::cli

#include "app/cli/commands.h"
#include "core/run/demonstration_load.h"
#include "core/run/replay_check.h"
#include "core/scenario/scenario_io.h"

#include <cstdio>

namespace paddock::cli {

int runDemoReplay(const ReplayArguments &arguments, const Output &output) {
    const Result<Scenario> scenario = openDocument(arguments.document);
    if (!scenario)
        return reportError(output, scenario.error(), kBadInput);
    const Result<LoadedDemonstration> opened = loadDemonstration(arguments.file);
    if (!opened)
        return reportError(output, opened.error(), kBadInput);
    if (!opened->note.empty())
        std::fprintf(stderr, "%s: %s\n", arguments.file.c_str(), opened->note.c_str());
    ReplayOptions options;
    options.window = arguments.window;
    if (arguments.start.size() == 3)
        options.start =
            Pose{{float(arguments.start[0]), float(arguments.start[1])}, float(arguments.start[2])};
    const Result<ReplayResult> result = checkReplay(opened->demonstration, *scenario, options);
    if (!result)
        return reportError(output, result.error(), kBadInput);
    printResult(output, {{"windows", result->windows},
                         {"localised", result->localised},
                         {"match_median_error_m", result->matchMedianError},
                         {"speed_rmse", result->speedRmse},
                         {"range_median_error", result->rangeMedianError},
                         {"position_error_end", result->positionErrorEnd},
                         {"yaw_error_end", result->yawErrorEnd},
                         {"yaw_median_error_end", result->yawMedianErrorEnd}});
    return kOk;
}

} // namespace paddock::cli

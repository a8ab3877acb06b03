#include "app/cli/commands.h"

namespace paddock::cli {

int runEval(const EvalArguments &arguments, const Output &output) {
    const Result<EvaluationResult> result = evaluate(arguments.run, arguments.options);
    if (!result)
        return reportError(output, result.error(), kBadInput);
    Json outcomes = Json::object();
    for (const auto &[cause, count] : result->outcomes)
        outcomes[cause] = count;
    Json summary = {{"episodes", result->episodes},
                    {"success_rate", result->successRate},
                    {"collision_rate", result->collisionRate},
                    {"mean_return", result->meanReturn},
                    {"mean_length", result->meanLength},
                    {"outcomes", outcomes},
                    {"driver", arguments.options.driver},
                    {"distance_m_mean", result->meanDistance}};
    if (result->race) {
        summary["laps"] = result->laps;
        summary["laps_mean"] = result->meanLaps;
        summary["lap_time_best_s"] = result->bestLapTime;
    }
    printResult(output, summary);
    return kOk;
}

} // namespace paddock::cli

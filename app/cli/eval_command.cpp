#include "app/cli/commands.h"

namespace paddock::cli {

namespace {

// What only races have.
void addRace(Json &summary, const EvaluationResult &result) {
    summary["laps"] = result.laps;
    summary["laps_mean"] = result.meanLaps;
    summary["lap_time_best_s"] = result.bestLapTime;
    summary["lap_time_mean_s"] = result.meanLapTime;
    summary["clean_rate"] = result.cleanRate;
    summary["wall_rate"] = result.wallRate;
    summary["win_rate"] = result.winRate;
    if (result.heats == 0)
        return;
    summary["heats"] = result.heats;
    summary["wins"] = result.wins;
    summary["overtakes"] = result.overtakes;
    summary["gap_s"] = result.meanGap;
}

} // namespace

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
    if (!arguments.options.opponent.empty())
        summary["opponent"] = arguments.options.opponent;
    if (result->race)
        addRace(summary, *result);
    printResult(output, summary);
    return kOk;
}

} // namespace paddock::cli

#include "app/cli/commands.h"

namespace paddock::cli {

int runEval(const EvalArguments &arguments, const Output &output) {
    const Result<EvaluationResult> result = evaluate(arguments.run, arguments.options);
    if (!result)
        return reportError(output, result.error(), kBadInput);
    Json outcomes = Json::object();
    for (const auto &[cause, count] : result->outcomes)
        outcomes[cause] = count;
    printResult(output, {{"episodes", result->episodes},
                         {"success_rate", result->successRate},
                         {"collision_rate", result->collisionRate},
                         {"mean_return", result->meanReturn},
                         {"mean_length", result->meanLength},
                         {"outcomes", outcomes},
                         {"driver", arguments.options.driver}});
    return kOk;
}

} // namespace paddock::cli

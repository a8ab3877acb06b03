#include "app/cli/commands.h"
#include "core/run/checkpoint.h"
#include "core/run/onnx_policy.h"
#include "core/run/policy_driver.h"
#include "core/task/task.h"

namespace paddock::cli {

int runPolicyExport(const PolicyArguments &arguments, const Output &output) {
    const Result<Checkpoint> checkpoint = loadCheckpoint(arguments.run);
    if (!checkpoint)
        return reportError(output, checkpoint.error(), kBadInput);
    const Scenario &scenario = checkpoint->state.scenario;
    const PolicyShape shape = policyShape(scenario, taskLayout(scenario));
    std::vector<int> inputs = arguments.inputs;
    if (inputs.empty())
        inputs = {shape.observationSize};
    if (arguments.agent < 1 || arguments.agent > scenario.policyGroups())
        return reportError(output,
                           Error(Problem{"--agent", "is " + std::to_string(arguments.agent),
                                         "1 to " + std::to_string(scenario.policyGroups()) +
                                             ", the policies of the run"}),
                           kBadInput);
    const TensorFile &weights = checkpoint->weights[std::size_t(arguments.agent - 1)];
    const Result<std::string> bytes = encodeOnnxPolicy(weights, shape, inputs);
    if (!bytes)
        return reportError(output, bytes.error(), kBadInput);
    if (const Status status = exportOnnx(weights, shape, inputs, arguments.out); !status)
        return reportError(output, status.error(), kFailed);
    printResult(output, {{"out", arguments.out},
                         {"format", arguments.format},
                         {"step", checkpoint->state.step},
                         {"inputs", inputs},
                         {"observation_size", shape.observationSize},
                         {"action_branches", shape.branches}});
    return kOk;
}

} // namespace paddock::cli

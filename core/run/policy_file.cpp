#include "core/run/policy_file.h"

#include "core/run/checkpoint.h"
#include "core/run/onnx_policy.h"
#include "core/run/policy_driver.h"
#include "core/task/task.h"

namespace paddock {

Result<std::unique_ptr<Driver>> loadPolicyDriver(const std::filesystem::path &path,
                                                 const Scenario &scenario, bool greedy,
                                                 std::uint64_t seed, int place) {
    const PolicyShape wanted = policyShape(scenario, taskLayout(scenario));
    if (path.extension() == ".onnx") {
        Result<OnnxPolicy> policy = OnnxPolicy::load(path);
        if (!policy)
            return policy.error();
        return makeOnnxDriver(std::move(*policy), wanted.observationSize, wanted.branches, greedy,
                              seed);
    }
    const Result<Checkpoint> checkpoint = loadCheckpoint(path);
    if (!checkpoint)
        return checkpoint.error();
    const Scenario &trained = checkpoint->state.scenario;
    const PolicyShape shape = policyShape(trained, taskLayout(trained));
    if (shape.observationSize != wanted.observationSize || shape.branches != wanted.branches)
        return Error(Problem{path.string(), "was trained on other observations or actions",
                             "those of the scenario \"" + scenario.name + "\""});
    return makePolicyDriver(*checkpoint, greedy, seed, {int(scenario.agents.count), place});
}

} // namespace paddock

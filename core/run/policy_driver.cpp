#include "core/run/policy_driver.h"

#include "core/drivers/split_driver.h"
#include "core/learn/ppo.h"
#include "core/run/policy_file.h"
#include "core/run/policy_group.h"
#include "core/task/task.h"

namespace paddock {

namespace {

class PolicyDriver : public Driver {
  public:
    PolicyDriver(std::unique_ptr<PpoLearner> learner, bool greedy)
        : m_learner(std::move(learner)), m_greedy(greedy) {}

    void act(MatrixView<const float> observations, std::uint32_t step,
             MatrixView<std::int32_t> actions) override {
        if (m_greedy)
            m_learner->actGreedy(observations, actions);
        else
            m_learner->act(observations, step, actions, {});
    }

  private:
    std::unique_ptr<PpoLearner> m_learner;
    bool m_greedy;
};

} // namespace

PolicyShape policyShape(const Scenario &scenario, const TaskLayout &layout) {
    PolicyShape shape;
    shape.observationSize = layout.observationSize();
    for (const ActionBranch &branch : layout.branches)
        shape.branches.push_back(int(branch.options.size()));
    shape.hiddenUnits = int(scenario.training.hiddenUnits);
    shape.numLayers = int(scenario.training.numLayers);
    return shape;
}

Result<std::unique_ptr<Driver>> makePolicyDriver(const Checkpoint &checkpoint, bool greedy,
                                                 std::uint64_t seed, const DriverPlaces &places) {
    const Scenario &scenario = checkpoint.state.scenario;
    const PolicyShape shape = policyShape(scenario, taskLayout(scenario));
    std::vector<std::unique_ptr<Driver>> drivers;
    for (std::size_t g = 0; g < checkpoint.weights.size(); ++g) {
        if (places.only >= 0 && std::size_t(places.only) % checkpoint.weights.size() != g)
            continue;
        TrainingSpec training = groupTraining(scenario.training, int(g));
        training.seed = std::int64_t(seed + g);
        auto learner = std::make_unique<PpoLearner>(training, shape, 1);
        if (const Status loaded = learner->load(checkpoint.weights[g]); !loaded)
            return loaded.error();
        drivers.push_back(std::make_unique<PolicyDriver>(std::move(learner), greedy));
    }
    if (drivers.size() == 1)
        return std::move(drivers.front());
    return std::unique_ptr<Driver>(
        std::make_unique<SplitDriver>(std::move(drivers), places.familySize));
}

Result<std::unique_ptr<Driver>> makeNamedDriver(const Scenario &scenario, const std::string &name,
                                                const std::filesystem::path &policy,
                                                std::uint64_t seed, int place) {
    const bool greedy = name == "policy_greedy";
    if (greedy || name == "policy") {
        if (policy.empty())
            return Error(Problem{"policy", "is missing", "an .onnx file, a run or a checkpoint"});
        return loadPolicyDriver(policy, scenario, greedy, seed, place);
    }
    if (auto driver = makeBuiltinDriver(name, scenario, seed))
        return driver;
    std::string known = "policy, policy_greedy";
    for (const std::string &builtin : builtinDriverNames())
        if (makeBuiltinDriver(builtin, scenario, seed))
            known += ", " + builtin;
    return Error(Problem{"driver", "is " + name.substr(0, 60) + ", which cannot drive here",
                         "one of " + known});
}

} // namespace paddock

#include "core/run/evaluation.h"

#include "core/run/checkpoint.h"
#include "core/run/episode_stats.h"
#include "core/run/policy_driver.h"
#include "core/task/world_batch.h"

#include <algorithm>

namespace paddock {

namespace {
constexpr double kLongestEpisode = 120; // s
}

EvaluationResult evaluateDriver(const Scenario &given, Driver &driver,
                                const EvaluationOptions &options) {
    auto scenario = std::make_shared<Scenario>(given);
    if (options.xi >= 0)
        scenario->randomization.degree = options.xi;
    scenario->task.restartPeriod = 0; // would cut long episodes and so count short ones more often
    if (scenario->task.timeLimit <= 0)
        scenario->task.timeLimit = kLongestEpisode; // a driver that loiters must not hold us up
    WorkerPool pool(options.threads);
    WorldBatch batch(scenario, options.seed, pool);
    const std::size_t rows = std::size_t(batch.rows());
    const std::size_t branches = std::size_t(batch.layout().branchCount());
    std::vector<std::int32_t> actions(rows * branches);
    const MatrixView<std::int32_t> actionView{actions.data(), rows, branches};

    // Row r counts its first quota[r] episodes.
    std::vector<std::int64_t> quota(rows, options.episodes / std::int64_t(rows));
    for (std::size_t r = 0; r < std::size_t(options.episodes) % rows; ++r)
        ++quota[r];
    EpisodeSums sums;
    std::int64_t missing = options.episodes;
    while (missing > 0) {
        driver.act(batch.observations(), std::uint32_t(batch.steps()), actionView);
        batch.step(actionView);
        for (const FinishedEpisode &episode : batch.finished()) {
            if (quota[std::size_t(episode.row)] == 0)
                continue;
            --quota[std::size_t(episode.row)];
            --missing;
            sums.add(episode);
        }
    }
    const EpisodeMeans means = sums.means();
    return {means.episodes,   means.successRate, means.collisionRate,
            means.meanReturn, means.meanLength,  sums.namedOutcomes()};
}

Result<EvaluationResult> evaluate(const std::filesystem::path &runOrCheckpoint,
                                  const EvaluationOptions &options) {
    if (options.episodes < 1 || options.episodes > 10'000'000)
        return Error(Problem{"episodes", "is " + std::to_string(options.episodes), "1 to 1e7"});
    const Result<Checkpoint> checkpoint = loadCheckpoint(runOrCheckpoint);
    if (!checkpoint)
        return checkpoint.error();
    const Scenario &scenario = checkpoint->state.scenario;
    if (options.driver == "policy" || options.driver == "policy_greedy") {
        Result<std::unique_ptr<Driver>> policy =
            makePolicyDriver(*checkpoint, options.driver == "policy_greedy", options.seed);
        if (!policy)
            return policy.error();
        return evaluateDriver(scenario, **policy, options);
    }
    const auto driver = makeBuiltinDriver(options.driver, scenario, options.seed);
    if (!driver) {
        std::string known = "policy, policy_greedy";
        for (const std::string &name : builtinDriverNames())
            known += ", " + name;
        return Error(Problem{"driver", "is " + options.driver.substr(0, 60), "one of " + known});
    }
    return evaluateDriver(scenario, *driver, options);
}

} // namespace paddock

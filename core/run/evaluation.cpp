#include "core/run/evaluation.h"

#include "core/run/checkpoint.h"
#include "core/run/episode_stats.h"
#include "core/run/policy_driver.h"
#include "core/task/world_batch.h"

#include <algorithm>

namespace paddock {

namespace {

constexpr double kLongestEpisode = 120; // s

// The scenario as it is judged in: nothing that cuts episodes or spreads starts for the sake of
// learning.
std::shared_ptr<const Scenario> judged(const Scenario &given, const EvaluationOptions &options) {
    auto scenario = std::make_shared<Scenario>(given);
    if (options.xi >= 0)
        scenario->randomization.degree = options.xi;
    scenario->task.restartPeriod = 0;
    scenario->task.scatteredStarts = 0;
    if (scenario->task.timeLimit <= 0)
        scenario->task.timeLimit = kLongestEpisode; // a driver that loiters must not hold us up
    return scenario;
}

// Counts episodes of one batch until every row has its quota.
class Round {
  public:
    Round(WorldBatch &batch, Driver &driver, std::uint64_t firstStep)
        : m_batch(batch), m_driver(driver), m_step(firstStep),
          m_actions(std::size_t(batch.rows() * batch.layout().branchCount())) {}

    void settle(double seconds) {
        while (m_batch.simTime() < seconds)
            step();
        // An episode that is under way began before and does not count.
        m_underWay.assign(std::size_t(m_batch.rows()), seconds > 0);
    }
    void count(std::vector<std::int64_t> quota, std::int64_t missing, EpisodeSums &sums) {
        while (missing > 0) {
            step();
            for (const FinishedEpisode &episode : m_batch.finished()) {
                const std::size_t row = std::size_t(episode.row);
                if (m_underWay[row]) {
                    m_underWay[row] = false;
                } else if (quota[row] > 0) {
                    --quota[row];
                    --missing;
                    sums.add(episode);
                }
            }
        }
    }
    std::uint64_t steps() const { return m_step; }

  private:
    void step() {
        const std::size_t rows = std::size_t(m_batch.rows());
        const MatrixView<std::int32_t> actions{m_actions.data(), rows, m_actions.size() / rows};
        m_driver.act(m_batch.observations(), std::uint32_t(m_step++), actions);
        m_batch.step(actions);
    }

    WorldBatch &m_batch;
    Driver &m_driver;
    std::uint64_t m_step;
    std::vector<std::int32_t> m_actions;
    std::vector<bool> m_underWay; // [M]
};

// `episodes` shared out over `rows`, the first rows taking what is left over.
std::vector<std::int64_t> shares(std::int64_t episodes, std::int64_t rows) {
    std::vector<std::int64_t> quota(std::size_t(rows), episodes / rows);
    for (std::int64_t r = 0; r < episodes % rows; ++r)
        ++quota[std::size_t(r)];
    return quota;
}

} // namespace

EvaluationResult evaluateDriver(const Scenario &given, Driver &driver,
                                const EvaluationOptions &options) {
    const auto scenario = judged(given, options);
    WorkerPool pool(options.threads);
    EpisodeSums sums;
    std::uint64_t step = 0;
    std::int64_t missing = options.episodes;
    for (std::uint64_t round = 0; missing > 0; ++round) {
        WorldBatch batch(scenario, options.seed + round, pool);
        const std::int64_t wanted =
            options.settle > 0 ? missing : std::min<std::int64_t>(missing, batch.rows());
        Round counted(batch, driver, step);
        counted.settle(options.settle);
        counted.count(shares(wanted, batch.rows()), wanted, sums);
        missing -= wanted;
        step = counted.steps();
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

#include "core/run/evaluation.h"

#include "core/run/episode_stats.h"
#include "core/run/judging.h"
#include "core/run/race_heats.h"
#include "core/task/world_batch.h"

#include <algorithm>
#include <numeric>

namespace paddock {

namespace {

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
    void count(std::vector<std::int64_t> quota, std::int64_t missing,
               std::vector<FinishedEpisode> &counted) {
        while (missing > 0) {
            step();
            for (const FinishedEpisode &episode : m_batch.finished()) {
                const std::size_t row = std::size_t(episode.row);
                if (m_underWay[row]) {
                    m_underWay[row] = false;
                } else if (quota[row] > 0) {
                    --quota[row];
                    --missing;
                    counted.push_back(episode);
                }
            }
        }
    }
    std::uint64_t steps() const { return m_step; }

    void step() {
        const std::size_t rows = std::size_t(m_batch.rows());
        const MatrixView<std::int32_t> actions{m_actions.data(), rows, m_actions.size() / rows};
        m_driver.act(m_batch.observations(), std::uint32_t(m_step++), actions);
        m_batch.step(actions);
    }

  private:
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

EvaluationResult summarised(const std::vector<FinishedEpisode> &episodes) {
    EpisodeSums sums;
    EvaluationResult result;
    for (const FinishedEpisode &episode : episodes) {
        sums.add(episode);
        result.laps.push_back(episode.summary.laps);
        const double best = episode.summary.bestLapTime;
        if (best > 0 && (result.bestLapTime == 0 || best < result.bestLapTime))
            result.bestLapTime = best;
    }
    const EpisodeMeans means = sums.means();
    result.episodes = means.episodes;
    result.successRate = means.successRate;
    result.collisionRate = means.collisionRate;
    result.meanReturn = means.meanReturn;
    result.meanLength = means.meanLength;
    result.meanDistance = means.meanDistance;
    result.meanLaps = means.meanLaps;
    result.meanLapTime = means.meanLapTime;
    const auto walls = sums.outcomes().find(std::uint8_t(Outcome::Wall));
    const std::int64_t wall = walls == sums.outcomes().end() ? 0 : walls->second;
    result.wallRate = double(wall) / double(std::max<std::int64_t>(means.episodes, 1));
    result.cleanRate = 1 - means.collisionRate;
    result.outcomes = sums.namedOutcomes();
    return result;
}

// Races heats until every family has had its share of them.
std::vector<FinishedHeat> raceHeats(const Scenario &scenario, WorldBatch &batch, Driver &driver,
                                    std::int64_t wanted) {
    HeatJudge judge(scenario);
    Round round(batch, driver, 0);
    std::vector<std::int64_t> quota = shares(wanted, batch.rows() / scenario.agents.count);
    std::vector<FinishedHeat> heats;
    while (std::ssize(heats) < wanted) {
        round.step();
        judge.follow(batch);
        for (const FinishedHeat &heat : judge.finished())
            if (quota[std::size_t(heat.family)]-- > 0)
                heats.push_back(heat);
    }
    return heats;
}

// What heats came to, over the first `judged` places of each family.
EvaluationResult summarisedHeats(const std::vector<FinishedHeat> &heats, std::size_t judged) {
    std::vector<FinishedEpisode> episodes;
    std::vector<double> gaps;
    for (const FinishedHeat &heat : heats) {
        episodes.insert(episodes.end(), heat.episodes.begin(),
                        heat.episodes.begin() + std::ptrdiff_t(judged));
        if (heat.gap >= 0)
            gaps.push_back(heat.gap);
    }
    EvaluationResult result = summarised(episodes);
    result.heats = std::ssize(heats);
    result.wins.resize(heats.front().episodes.size());
    result.overtakes.resize(result.wins.size());
    for (const FinishedHeat &heat : heats) {
        if (heat.winner >= 0)
            ++result.wins[std::size_t(heat.winner)];
        for (std::size_t place = 0; place < result.overtakes.size(); ++place)
            result.overtakes[place] += heat.overtakes[place];
    }
    result.winRate = double(result.wins.front()) / double(result.heats);
    if (!gaps.empty())
        result.meanGap = std::accumulate(gaps.begin(), gaps.end(), 0.0) / double(gaps.size());
    return result;
}

EvaluationResult evaluateHeats(const std::shared_ptr<const Scenario> &scenario, Driver &driver,
                               const EvaluationOptions &options) {
    const std::int64_t judged = options.opponent.empty() ? scenario->agents.count : 1;
    WorkerPool pool(options.threads);
    WorldBatch batch(scenario, options.seed, pool);
    const std::int64_t wanted = (options.episodes + judged - 1) / judged;
    EvaluationResult result =
        summarisedHeats(raceHeats(*scenario, batch, driver, wanted), std::size_t(judged));
    result.race = true;
    return result;
}

} // namespace

EvaluationResult evaluateDriver(const Scenario &given, Driver &driver,
                                const EvaluationOptions &options) {
    const auto scenario = judgedScenario(given, options);
    if (scenario->racing.heats)
        return evaluateHeats(scenario, driver, options);
    WorkerPool pool(options.threads);
    std::vector<FinishedEpisode> episodes;
    std::uint64_t step = 0;
    std::int64_t missing = options.episodes;
    for (std::uint64_t round = 0; missing > 0; ++round) {
        WorldBatch batch(scenario, options.seed + round, pool);
        const std::int64_t wanted =
            options.settle > 0 ? missing : std::min<std::int64_t>(missing, batch.rows());
        Round counted(batch, driver, step);
        counted.settle(options.settle);
        counted.count(shares(wanted, batch.rows()), wanted, episodes);
        missing -= wanted;
        step = counted.steps();
    }
    EvaluationResult result = summarised(episodes);
    result.race = scenario->kind == ScenarioKind::Racing;
    result.winRate = result.successRate;
    return result;
}

Result<EvaluationResult> evaluate(const std::filesystem::path &path,
                                  const EvaluationOptions &options) {
    const Result<Scenario> scenario = openJudged(path, options);
    if (!scenario)
        return scenario.error();
    if (const Status fit = checkOptions(*scenario, options); !fit)
        return fit.error();
    const bool ownPolicy = options.policy.empty() && path.extension() != ".json";
    const std::filesystem::path &policy = ownPolicy ? path : options.policy;
    const Result<std::unique_ptr<Driver>> driver = makeJudgedDriver(*scenario, options, policy);
    if (!driver)
        return driver.error();
    return evaluateDriver(*scenario, **driver, options);
}

} // namespace paddock

#include "core/run/evaluation.h"

#include "core/drivers/split_driver.h"
#include "core/run/checkpoint.h"
#include "core/run/episode_stats.h"
#include "core/run/policy_driver.h"
#include "core/run/race_heats.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"
#include "core/task/world_batch.h"

#include <algorithm>
#include <numeric>

namespace paddock {

namespace {

constexpr double kLongestEpisode = 120; // s

bool inHeats(const Scenario &scenario, const EvaluationOptions &options) {
    return scenario.kind == ScenarioKind::Racing && scenario.agents.count > 1 &&
           options.settle <= 0;
}

// The scenario as it is judged in: nothing that cuts episodes or spreads starts for the sake of
// learning.
std::shared_ptr<const Scenario> judged(const Scenario &given, const EvaluationOptions &options) {
    auto scenario = std::make_shared<Scenario>(given);
    if (options.xi >= 0)
        scenario->randomization.degree = options.xi;
    if (options.laps > 0) {
        // A longer race has more time.
        const double longer = double(options.laps) / double(scenario->racing.laps);
        scenario->racing.timeLimit *= std::max(longer, 1.0);
        scenario->racing.laps = options.laps;
    }
    if (options.grid)
        scenario->racing.startAnywhere = false;
    scenario->racing.heats = inHeats(given, options);
    scenario->task.restartPeriod = 0;
    scenario->task.scatteredStarts = 0;
    if (scenario->racing.timeLimit <= 0)
        scenario->racing.timeLimit = kLongestEpisode;
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
    const auto scenario = judged(given, options);
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

// The scenario that is judged: of a document, or of the checkpoint.
static Result<Scenario> openJudged(const std::filesystem::path &path,
                                   const EvaluationOptions &options) {
    Result<Scenario> scenario = Scenario{};
    if (path.extension() == ".json") {
        scenario = loadScenario(path);
    } else {
        Result<Checkpoint> checkpoint = loadCheckpoint(path);
        scenario = checkpoint ? Result<Scenario>(std::move(checkpoint->state.scenario))
                              : Result<Scenario>(checkpoint.error());
    }
    if (scenario && !options.preset.empty())
        scenario = rebased(*scenario, options.preset);
    if (scenario && options.alone && scenario->kind == ScenarioKind::Racing)
        scenario->agents.count = 1;
    if (!scenario || options.track.empty())
        return scenario;
    Result<Track> track = loadTrack(options.track);
    if (!track)
        return track.error();
    scenario->track = std::make_shared<const Track>(std::move(*track));
    return scenario;
}

// Which places a family's drivers are for, by options.opponent.
static Result<std::unique_ptr<Driver>> makeOpponent(const Scenario &scenario,
                                                    const EvaluationOptions &options,
                                                    const std::filesystem::path &ownPolicy,
                                                    int place) {
    const std::uint64_t seed = options.seed + std::uint64_t(place);
    const std::vector<std::string> builtin = builtinDriverNames();
    const bool named = options.opponent == "policy" || options.opponent == "policy_greedy" ||
                       std::find(builtin.begin(), builtin.end(), options.opponent) != builtin.end();
    if (named)
        return makeNamedDriver(scenario, options.opponent, ownPolicy, seed, place);
    // A policy's file; it drives as the one that is judged does.
    const bool greedy = options.driver == "policy_greedy";
    return makeNamedDriver(scenario, greedy ? "policy_greedy" : "policy", options.opponent, seed,
                           place);
}

// The judged driver at the first place of each family, opponents at all others.
static Result<std::unique_ptr<Driver>> makeRivals(const Scenario &scenario,
                                                  const EvaluationOptions &options,
                                                  const std::filesystem::path &ownPolicy) {
    std::vector<std::unique_ptr<Driver>> drivers;
    for (int place = 0; place < int(scenario.agents.count); ++place) {
        Result<std::unique_ptr<Driver>> driver =
            place == 0 ? makeNamedDriver(scenario, options.driver, ownPolicy, options.seed, place)
                       : makeOpponent(scenario, options, ownPolicy, place);
        if (!driver)
            return driver.error();
        drivers.push_back(std::move(*driver));
    }
    return std::unique_ptr<Driver>(
        std::make_unique<SplitDriver>(std::move(drivers), int(scenario.agents.count)));
}

// Whether the options go with what is judged.
static Status checkOptions(const Scenario &scenario, const EvaluationOptions &options) {
    if (options.episodes < 1 || options.episodes > 10'000'000)
        return Error(Problem{"episodes", "is " + std::to_string(options.episodes), "1 to 1e7"});
    const bool race = scenario.kind == ScenarioKind::Racing;
    if (!options.opponent.empty() && !inHeats(scenario, options))
        return Error(Problem{"opponent", "is given", "a race of two or more that starts at once"});
    if (options.alone && !race)
        return Error(Problem{"alone", "is for races", "a racing scenario"});
    if (options.grid && (!race || scenario.track->starts.empty()))
        return Error(Problem{"grid", "is asked for", "a race on a track that has start slots"});
    return Done{};
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
    const Result<std::unique_ptr<Driver>> driver =
        options.opponent.empty() ? makeNamedDriver(*scenario, options.driver, policy, options.seed)
                                 : makeRivals(*scenario, options, policy);
    if (!driver)
        return driver.error();
    return evaluateDriver(*scenario, **driver, options);
}

} // namespace paddock

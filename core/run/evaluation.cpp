#include "core/run/evaluation.h"

#include "core/run/checkpoint.h"
#include "core/run/episode_stats.h"
#include "core/run/policy_driver.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"
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
    if (options.laps > 0)
        scenario->racing.laps = options.laps;
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

EvaluationResult summarised(const std::vector<FinishedEpisode> &episodes) {
    EpisodeSums sums;
    EvaluationResult result;
    for (const FinishedEpisode &episode : episodes) {
        sums.add(episode);
        const double share = 1.0 / double(episodes.size());
        result.meanDistance += episode.summary.distance * share;
        result.laps.push_back(episode.summary.laps);
        result.meanLaps += episode.summary.laps * share;
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
    result.outcomes = sums.namedOutcomes();
    return result;
}

} // namespace

EvaluationResult evaluateDriver(const Scenario &given, Driver &driver,
                                const EvaluationOptions &options) {
    const auto scenario = judged(given, options);
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
    if (!scenario || options.track.empty())
        return scenario;
    Result<Track> track = loadTrack(options.track);
    if (!track)
        return track.error();
    scenario->track = std::make_shared<const Track>(std::move(*track));
    return scenario;
}

Result<EvaluationResult> evaluate(const std::filesystem::path &path,
                                  const EvaluationOptions &options) {
    if (options.episodes < 1 || options.episodes > 10'000'000)
        return Error(Problem{"episodes", "is " + std::to_string(options.episodes), "1 to 1e7"});
    const Result<Scenario> scenario = openJudged(path, options);
    if (!scenario)
        return scenario.error();
    const bool ownPolicy = options.policy.empty() && path.extension() != ".json";
    const Result<std::unique_ptr<Driver>> driver =
        makeNamedDriver(*scenario, options.driver, ownPolicy ? path : options.policy, options.seed);
    if (!driver)
        return driver.error();
    return evaluateDriver(*scenario, **driver, options);
}

} // namespace paddock

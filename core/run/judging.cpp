#include "core/run/judging.h"

#include "core/drivers/split_driver.h"
#include "core/run/checkpoint.h"
#include "core/run/policy_driver.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <algorithm>

namespace paddock {

namespace {

constexpr double kLongestEpisode = 120; // s

} // namespace

bool racesInHeats(const Scenario &scenario, const EvaluationOptions &options) {
    return scenario.kind == ScenarioKind::Racing && scenario.agents.count > 1 &&
           options.settle <= 0;
}

std::shared_ptr<const Scenario> judgedScenario(const Scenario &given,
                                               const EvaluationOptions &options) {
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
    scenario->racing.heats = racesInHeats(given, options);
    scenario->task.restartPeriod = 0;
    scenario->task.scatteredStarts = 0;
    if (scenario->racing.timeLimit <= 0)
        scenario->racing.timeLimit = kLongestEpisode;
    if (scenario->task.timeLimit <= 0)
        scenario->task.timeLimit = kLongestEpisode; // a driver that loiters must not hold us up
    return scenario;
}

Result<Scenario> openJudged(const std::filesystem::path &path, const EvaluationOptions &options) {
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

Status checkOptions(const Scenario &scenario, const EvaluationOptions &options) {
    if (options.episodes < 1 || options.episodes > 10'000'000)
        return Error(Problem{"episodes", "is " + std::to_string(options.episodes), "1 to 1e7"});
    const bool race = scenario.kind == ScenarioKind::Racing;
    if (!options.opponent.empty() && !racesInHeats(scenario, options))
        return Error(Problem{"opponent", "is given", "a race of two or more that starts at once"});
    if (options.alone && !race)
        return Error(Problem{"alone", "is for races", "a racing scenario"});
    if (options.grid && (!race || scenario.track->starts.empty()))
        return Error(Problem{"grid", "is asked for", "a race on a track that has start slots"});
    return Done{};
}

Result<std::unique_ptr<Driver>> makeJudgedDriver(const Scenario &scenario,
                                                 const EvaluationOptions &options,
                                                 const std::filesystem::path &policy) {
    return options.opponent.empty()
               ? makeNamedDriver(scenario, options.driver, policy, options.seed)
               : makeRivals(scenario, options, policy);
}

} // namespace paddock

#include "core/run/episode_rollout.h"

#include "core/base/text.h"
#include "core/run/checkpoint.h"
#include "core/run/policy_driver.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr double kLongest = 3600; // s of simulated time

// Whether every agent of the world has ended as many episodes as asked for.
class EpisodeCount {
  public:
    EpisodeCount(int agents, int wanted) : m_left(std::size_t(agents), wanted) {}

    bool reached(const WorldBatch &batch, int world) {
        const int agents = int(m_left.size());
        for (const FinishedEpisode &episode : batch.finished())
            if (episode.row / agents == world)
                --m_left[std::size_t(episode.row % agents)];
        return std::all_of(m_left.begin(), m_left.end(), [](int left) { return left <= 0; });
    }

  private:
    std::vector<int> m_left;
};

Status check(const Scenario &scenario, const RolloutOptions &options) {
    if (!(options.seconds > 0 && options.seconds <= kLongest))
        return Error(Problem{"seconds", "are " + numberText(options.seconds),
                             "more than 0, at most " + numberText(kLongest)});
    if (options.world >= scenario.parallel.worlds)
        return Error(Problem{"world", "is " + numberText(options.world + 1),
                             "1 to " + numberText(scenario.parallel.worlds)});
    return Done{};
}

} // namespace

Scenario aloneScenario(const Scenario &given) {
    Scenario scenario = given;
    scenario.parallel.worlds = 1;
    scenario.parallel.families = 1;
    scenario.task.restartPeriod = 0;
    scenario.task.scatteredStarts = 0;
    return scenario;
}

Result<EpisodeRecording> recordRollout(const Scenario &given, Driver &driver,
                                       const RolloutOptions &options, const std::string &source,
                                       std::stop_token stop) {
    if (const Status fits = check(given, options); !fits)
        return fits.error();
    const auto scenario =
        std::make_shared<const Scenario>(options.world < 0 ? aloneScenario(given) : given);
    const int world = std::max(options.world, 0);
    WorkerPool pool(1);
    WorldBatch batch(scenario, options.seed, pool);
    const int steps = std::max(1, int(std::lround(options.seconds / scenario->decisionPeriod())));
    FrameRing ring(frameShape(*scenario), steps);
    EpisodeCount episodes(batch.agentsPerWorld(), options.episodes);
    const std::size_t branches = std::size_t(batch.layout().branchCount());
    std::vector<std::int32_t> chosen(std::size_t(batch.rows()) * branches);
    const MatrixView<std::int32_t> actions{chosen.data(), std::size_t(batch.rows()), branches};
    for (int step = 0; step < steps; ++step) {
        if (stop.stop_requested())
            return Error(std::string("stopped"));
        driver.act(batch.observations(), std::uint32_t(step), actions);
        batch.step(actions);
        ring.add(batch, world, actions);
        if (options.episodes > 0 && episodes.reached(batch, world))
            break;
    }
    EpisodeRecording recording;
    recording.scenario = *scenario;
    recording.scenario.parallel.worlds = 1;
    recording.source = source;
    recording.seed = options.seed;
    recording.world = world;
    recording.frames = ring.unrolled();
    return recording;
}

Result<Scenario> scenarioOfRun(const std::filesystem::path &path) {
    if (path.extension() == ".json")
        return loadScenario(path);
    Result<Checkpoint> checkpoint = loadCheckpoint(path);
    if (!checkpoint)
        return checkpoint.error();
    return std::move(checkpoint->state.scenario);
}

Result<EpisodeRecording> recordRun(const std::filesystem::path &path, const std::string &driver,
                                   const RolloutOptions &options, std::stop_token stop) {
    const Result<Scenario> scenario = scenarioOfRun(path);
    if (!scenario)
        return scenario.error();
    const bool document = path.extension() == ".json";
    const Scenario driven = options.world < 0 ? aloneScenario(*scenario) : *scenario;
    const Result<std::unique_ptr<Driver>> made =
        makeNamedDriver(driven, driver, document ? std::filesystem::path() : path, options.seed);
    if (!made)
        return made.error();
    const std::string source = driver + " of " + path.string();
    return recordRollout(*scenario, **made, options, source, stop);
}

} // namespace paddock

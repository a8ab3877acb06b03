#include "core/run/demonstration_recorder.h"

#include "core/run/driven_lap.h"
#include "core/task/world_batch.h"

namespace paddock {

namespace {

// One world without randomization in which an episode of a race is one lap.
std::shared_ptr<const Scenario> stage(const Scenario &given) {
    auto scenario = std::make_shared<Scenario>(given);
    scenario->parallel.worlds = 1;
    scenario->parallel.families = 1;
    scenario->randomization.degree = 0;
    scenario->racing.laps = 1;
    scenario->task.restartPeriod = 0;
    scenario->task.scatteredStarts = 0;
    return scenario;
}

class Recorder {
  public:
    Recorder(const std::shared_ptr<const Scenario> &scenario, Driver &driver,
             const RecordingOptions &options)
        : m_pool(1), m_batch(scenario, options.seed, m_pool), m_driver(driver),
          m_agent(std::size_t(options.agent)),
          m_actions(std::size_t(m_batch.rows() * m_batch.layout().branchCount())) {}

    // Drives until the agent's episode ends; what it saw and did is in `episode`.
    std::uint8_t drive(DemonstrationEpisode &episode) {
        const std::size_t rows = std::size_t(m_batch.rows()), branches = m_actions.size() / rows;
        const MatrixView<std::int32_t> actions{m_actions.data(), rows, branches};
        while (true) {
            const auto seen = m_batch.observations().row(m_agent);
            episode.observations.insert(episode.observations.end(), seen.begin(), seen.end());
            const Pose pose = m_batch.task(0).world().pose(int(m_agent));
            episode.poses.insert(episode.poses.end(), {pose.position.x, pose.position.y, pose.yaw});
            m_driver.act(m_batch.observations(), std::uint32_t(m_batch.steps()), actions);
            const auto chosen = actions.row(m_agent);
            episode.actions.insert(episode.actions.end(), chosen.begin(), chosen.end());
            m_batch.step(actions);
            episode.rewards.push_back(m_batch.rewards()[m_agent]);
            for (const FinishedEpisode &done : m_batch.finished())
                if (std::size_t(done.row) == m_agent) {
                    episode.truncated = m_batch.truncated()[m_agent] != 0;
                    episode.outcome = outcomeName(done.outcome);
                    episode.lapTime = done.summary.bestLapTime;
                    return done.outcome;
                }
        }
    }

  private:
    WorkerPool m_pool;
    WorldBatch m_batch;
    Driver &m_driver;
    std::size_t m_agent;
    std::vector<std::int32_t> m_actions;
};

} // namespace

Result<RecordingResult> recordDemonstration(const Scenario &given, Driver &driver,
                                            const RecordingOptions &options,
                                            const std::filesystem::path &path) {
    const auto scenario = stage(given);
    if (options.agent < 0 || options.agent >= scenario->agentsPerWorld())
        return Error(Problem{"agent", "is " + std::to_string(options.agent + 1),
                             "1 to " + std::to_string(scenario->agentsPerWorld())});
    Result<DemonstrationWriter> writer =
        DemonstrationWriter::create(path, demonstrationMeta(*scenario, options.agent));
    if (!writer)
        return writer.error();
    Recorder recorder(scenario, driver, options);
    RecordingResult result;
    for (int i = 0; i < options.attempts && result.kept < options.laps; ++i) {
        DemonstrationEpisode episode;
        if (recorder.drive(episode) != std::uint8_t(Outcome::Goal)) {
            ++result.discarded;
            continue;
        }
        if (const Status kept = writer->append(episode); !kept)
            return kept.error();
        ++result.kept;
    }
    if (result.kept < options.laps)
        return Error(Problem{path.string(),
                             "holds " + std::to_string(result.kept) + " laps after " +
                                 std::to_string(options.attempts) + " attempts",
                             std::to_string(options.laps)});
    return result;
}

} // namespace paddock

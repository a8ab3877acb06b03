#include "core/run/evaluation_cell.h"

#include "core/run/judging.h"
#include "core/run/race_heats.h"
#include "core/task/world_batch.h"

#include <algorithm>
#include <limits>

namespace paddock {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

EvaluationOptions optionsOf(const EvaluationPlan &plan, const EvaluationCell &cell) {
    const PlanDriver &driver = plan.drivers[std::size_t(cell.driver)];
    EvaluationOptions options;
    options.episodes = plan.runs;
    options.seed = std::uint64_t(plan.seed);
    options.xi = cell.degree.value_or(-1);
    options.driver = driver.kind == PlanDriverKind::BuiltIn ? driver.driver
                     : driver.greedy                        ? "policy_greedy"
                                                            : "policy";
    options.laps = plan.laps;
    options.alone = plan.alone;
    options.grid = plan.grid;
    options.opponent = plan.opponent;
    options.settle = plan.settle;
    return options;
}

// What the judged agents of one world came to.
EvaluationRun summarised(const std::vector<FinishedEpisode> &episodes, double period) {
    EvaluationRun run;
    run.agents = int(episodes.size());
    run.success = true;
    run.outcome = outcomeName(std::uint8_t(Outcome::Goal));
    run.bestLap = kNone;
    double lapSeconds = 0;
    for (const FinishedEpisode &episode : episodes) {
        const EpisodeSummary &summary = episode.summary;
        const double share = 1.0 / double(episodes.size());
        if (episode.outcome != std::uint8_t(Outcome::Goal) && run.success) {
            run.success = false;
            run.outcome = outcomeName(episode.outcome);
        }
        run.episodeReturn += share * double(episode.episodeReturn);
        run.distance += share * double(summary.distance);
        run.duration = std::max(run.duration, period * episode.length);
        run.reached += episode.outcome == std::uint8_t(Outcome::Goal) ? 1 : 0;
        run.collisions += isCollision(episode.outcome) ? 1 : 0;
        run.laps += summary.laps;
        lapSeconds += double(summary.lapSeconds);
        if (summary.bestLapTime > 0)
            run.bestLap = std::fmin(run.bestLap, double(summary.bestLapTime));
    }
    run.lapTime = run.laps > 0 ? lapSeconds / run.laps : kNone;
    return run;
}

// A race against an opponent: who is home first has won.
void applyRace(EvaluationRun &run, const std::vector<FinishedEpisode> &family) {
    const float own = family.front().summary.raceTime;
    if (own <= 0)
        return;
    run.success = std::all_of(family.begin() + 1, family.end(), [own](const auto &other) {
        return other.summary.raceTime <= 0 || own <= other.summary.raceTime;
    });
    run.outcome = run.success ? "won" : "lost";
}

// Steps a batch until the first whole episode of every row is there.
class CellRunner {
  public:
    CellRunner(WorldBatch &batch, Driver &driver, CellCapture &capture)
        : m_batch(batch), m_driver(driver), m_capture(capture),
          m_actions(std::size_t(batch.rows() * batch.layout().branchCount())),
          m_episodes(std::size_t(batch.rows())), m_open(std::size_t(batch.rows()), true),
          m_missing(std::size_t(batch.worlds()), batch.agentsPerWorld()) {}

    // False when it was stopped.
    bool settle(double seconds, const std::stop_token &stop) {
        while (m_batch.simTime() < seconds) {
            if (stop.stop_requested())
                return false;
            step();
        }
        // An episode that is under way began before and does not count.
        m_underWay.assign(m_open.size(), seconds > 0);
        keepFrame();
        return true;
    }
    bool run(const std::stop_token &stop, const std::function<void()> &onRun) {
        int worlds = m_batch.worlds();
        while (worlds > 0) {
            if (stop.stop_requested())
                return false;
            step();
            keepFrame(); // the last one shows how it ended
            for (const FinishedEpisode &episode : m_batch.finished())
                if (take(episode)) {
                    --worlds;
                    onRun();
                }
            if (m_capture.run >= 0 && m_missing[std::size_t(m_capture.run)] == 0)
                return true;
        }
        return true;
    }
    std::vector<FinishedEpisode> family(int world) const {
        const auto first = m_episodes.begin() + world * m_batch.agentsPerWorld();
        return {first, first + m_batch.agentsPerWorld()};
    }

  private:
    void step() {
        const std::size_t rows = m_open.size();
        const MatrixView<std::int32_t> actions{m_actions.data(), rows, m_actions.size() / rows};
        m_driver.act(m_batch.observations(), std::uint32_t(m_batch.steps()), actions);
        m_batch.step(actions);
    }
    // True when it was the last one of its world.
    bool take(const FinishedEpisode &episode) {
        const std::size_t row = std::size_t(episode.row);
        if (m_underWay[row]) {
            m_underWay[row] = false;
            return false;
        }
        if (!m_open[row])
            return false;
        m_open[row] = false;
        m_episodes[row] = episode;
        return --m_missing[row / std::size_t(m_batch.agentsPerWorld())] == 0;
    }
    void keepFrame() {
        if (m_capture.run < 0 || m_missing[std::size_t(m_capture.run)] == 0)
            return;
        SceneSnapshot frame;
        frame.step = m_batch.steps();
        frame.simTime = m_batch.simTime();
        frame.worlds = 1;
        frame.agentsPerWorld = m_batch.agentsPerWorld();
        for (int agent = 0; agent < frame.agentsPerWorld; ++agent)
            frame.agents.push_back(m_batch.task(m_capture.run).visual(agent));
        m_capture.frames.push_back(std::move(frame));
    }

    WorldBatch &m_batch;
    Driver &m_driver;
    CellCapture &m_capture;
    std::vector<std::int32_t> m_actions;
    std::vector<FinishedEpisode> m_episodes; // [M]
    std::vector<bool> m_open;                // [M] its episode is still to come
    std::vector<bool> m_underWay;            // [M]
    std::vector<int> m_missing;              // [worlds] episodes
};

Result<std::unique_ptr<Driver>> driverOf(const EvaluationJob &job, const EvaluationCell &cell,
                                         const Scenario &scenario) {
    return makeJudgedDriver(scenario, optionsOf(job.plan, cell),
                            job.plan.drivers[std::size_t(cell.driver)].file);
}

} // namespace

Scenario cellScenario(const EvaluationJob &job, const EvaluationCell &cell) {
    Scenario scenario = job.scenarios[std::size_t(cell.scenario)];
    scenario.parallel.families = 1;
    scenario.parallel.worlds = job.plan.runs;
    return *judgedScenario(scenario, optionsOf(job.plan, cell));
}

Status checkCell(const EvaluationJob &job, const EvaluationCell &cell) {
    const Scenario scenario = cellScenario(job, cell);
    if (const Status fits = checkOptions(scenario, optionsOf(job.plan, cell)); !fits)
        return fits.error();
    const auto driver = driverOf(job, cell, scenario);
    return driver ? Status(Done{}) : Status(driver.error());
}

Result<std::vector<EvaluationRun>> simulateCell(const EvaluationJob &job,
                                                const EvaluationCell &cell, int threads,
                                                const std::stop_token &stop,
                                                const std::function<void()> &onRun,
                                                CellCapture &capture) {
    const auto scenario = std::make_shared<const Scenario>(cellScenario(job, cell));
    const auto driver = driverOf(job, cell, *scenario);
    if (!driver)
        return driver.error();
    WorkerPool pool(threads);
    WorldBatch batch(scenario, std::uint64_t(job.plan.seed), pool);
    CellRunner runner(batch, **driver, capture);
    if (!runner.settle(job.plan.settle, stop) || !runner.run(stop, onRun))
        return Error("stopped");
    std::vector<EvaluationRun> runs;
    for (int world = 0; world < batch.worlds(); ++world) {
        const std::vector<FinishedEpisode> family = runner.family(world);
        const bool rivals = !job.plan.opponent.empty();
        EvaluationRun run =
            summarised(rivals ? std::vector{family.front()} : family, batch.decisionPeriod());
        if (rivals)
            applyRace(run, family);
        run.run = world;
        run.seed = std::uint64_t(job.plan.seed);
        runs.push_back(std::move(run));
    }
    return runs;
}

std::vector<EvaluationRun> runsOfLaps(const Demonstration &laps, const Scenario &scenario) {
    const double period =
        laps.meta.decisionPeriod > 0 ? laps.meta.decisionPeriod : scenario.decisionPeriod();
    std::vector<EvaluationRun> runs;
    for (const DemonstrationEpisode &lap : laps.episodes) {
        EvaluationRun run;
        run.run = int(runs.size());
        run.outcome = lap.outcome.empty() ? "unknown" : lap.outcome;
        run.success = lap.outcome == "clean" || lap.outcome == "goal" || lap.outcome == "lap";
        run.reached = run.success ? 1 : 0;
        run.episodeReturn = lap.totalReward();
        run.duration = double(lap.decisions()) * period;
        run.distance = kNone; // nobody has measured it
        run.laps = lap.lapTime > 0 ? 1 : 0;
        run.lapTime = run.bestLap = lap.lapTime > 0 ? lap.lapTime : kNone;
        run.collisions = lap.outcome.starts_with("collision") || lap.outcome == "wall" ? 1 : 0;
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace paddock

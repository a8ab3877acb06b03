#include "core/run/evaluation_grid.h"

#include "core/base/hash.h"
#include "core/run/drive_ghost.h"
#include "core/run/driven_lap.h"
#include "core/run/evaluation_cell.h"
#include "core/run/judging.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace paddock {

namespace {

void addProblems(std::vector<Problem> &all, const std::string &where, const Error &error) {
    for (Problem problem : error.problems) {
        problem.where = problem.where.empty() ? where : where + ": " + problem.where;
        all.push_back(std::move(problem));
    }
}

// Names that occur before get a number.
std::string uniqueName(const std::string &name, const std::vector<std::string> &taken) {
    std::string unique = name;
    for (int i = 2; std::find(taken.begin(), taken.end(), unique) != taken.end(); ++i)
        unique = name + " (" + std::to_string(i) + ")";
    return unique;
}

// Whether laps were driven with what the agents of a scenario see and do.
bool fits(const Demonstration &laps, const Scenario &scenario) {
    const DemonstrationMeta own = demonstrationMeta(scenario, 0);
    return laps.meta.observationSize() == own.observationSize() &&
           laps.meta.branches == own.branches;
}

// Opens everything that a plan names and lists the cells.
class Preparation {
  public:
    Preparation(const EvaluationPlan &plan, std::string source) : m_source(std::move(source)) {
        m_job.plan = plan;
    }

    Result<EvaluationJob> prepare(const Scenario *open) {
        m_problems = planProblems(m_job.plan, m_source, open != nullptr);
        if (!m_problems.empty())
            return Error(m_problems);
        for (std::size_t i = 0; i < m_job.plan.scenarios.size(); ++i)
            openScenario(i, open);
        for (std::size_t i = 0; i < m_job.plan.drivers.size(); ++i)
            openDriver(i);
        if (!m_problems.empty())
            return Error(m_problems);
        for (std::size_t i = 0; i < m_job.scenarios.size(); ++i)
            addCells(int(i));
        for (std::size_t i = 0; i < m_job.plan.drivers.size(); ++i)
            if (m_job.plan.drivers[i].kind == PlanDriverKind::Laps)
                placeLaps(int(i));
        if (!m_problems.empty())
            return Error(m_problems);
        return std::move(m_job);
    }

  private:
    std::string at(const char *list, std::size_t index) const {
        return m_source + ": /" + list + "/" + std::to_string(index);
    }
    void openScenario(std::size_t index, const Scenario *open) {
        const PlanScenario &given = m_job.plan.scenarios[index];
        EvaluationOptions options;
        options.preset = given.preset;
        options.alone = m_job.plan.alone;
        Result<Scenario> scenario =
            given.file.empty() ? openInWindow(*open, options) : openJudged(given.file, options);
        if (!scenario)
            return addProblems(m_problems, at("scenarios", index), scenario.error());
        const std::string name = given.name.empty() ? scenario->name : given.name;
        m_job.scenarioNames.push_back(uniqueName(name, m_job.scenarioNames));
        m_job.scenarios.push_back(std::move(*scenario));
    }
    static Result<Scenario> openInWindow(const Scenario &open, const EvaluationOptions &options) {
        if (const auto problems = validate(open, open.name); !problems.empty())
            return Error(problems);
        Result<Scenario> scenario =
            options.preset.empty() ? Result<Scenario>(open) : rebased(open, options.preset);
        if (scenario && options.alone && scenario->kind == ScenarioKind::Racing)
            scenario->agents.count = 1;
        return scenario;
    }
    void openDriver(std::size_t index) {
        const PlanDriver &driver = m_job.plan.drivers[index];
        m_job.driverNames.push_back(uniqueName(driverLabel(driver), m_job.driverNames));
        m_job.laps.emplace_back();
        if (driver.kind != PlanDriverKind::Laps)
            return;
        Result<DemonstrationFile> file = readDemonstration(driver.file);
        if (!file)
            addProblems(m_problems, at("drivers", index), file.error());
        else if (file->demonstration.episodes.empty())
            m_problems.push_back({at("drivers", index) + "/file", "holds no lap", "laps"});
        else
            m_job.laps.back() = std::move(file->demonstration);
    }
    void addCells(int scenario) {
        std::vector<double> degrees = m_job.plan.degrees;
        if (degrees.empty())
            degrees = {m_job.scenarios[std::size_t(scenario)].randomization.degree};
        for (std::size_t d = 0; d < degrees.size(); ++d)
            for (std::size_t i = 0; i < m_job.plan.drivers.size(); ++i) {
                if (m_job.plan.drivers[i].kind == PlanDriverKind::Laps)
                    continue;
                const EvaluationCell cell{scenario, int(i), degrees[d], false, {}};
                if (d == 0) // the degree does not matter to who can drive
                    if (const Status can = checkCell(m_job, cell); !can)
                        addProblems(m_problems,
                                    at("drivers", i) + " on " +
                                        m_job.scenarioNames[std::size_t(scenario)],
                                    can.error());
                m_job.cells.push_back(cell);
            }
    }
    // Laps belong to the document that they were driven in; where it has changed since, to the only
    // one in which they could have been driven.
    void placeLaps(int driver) {
        const Demonstration &laps = m_job.laps[std::size_t(driver)];
        std::vector<int> same, fitting;
        for (int i = 0; i < int(m_job.scenarios.size()); ++i) {
            const Scenario &scenario = m_job.scenarios[std::size_t(i)];
            if (laps.meta.scenarioHash == fnv1a(writeScenario(scenario)))
                same.push_back(i);
            if (fits(laps, scenario))
                fitting.push_back(i);
        }
        if (same.empty() && fitting.size() == 1)
            same = fitting;
        if (same.empty())
            m_problems.push_back({at("drivers", std::size_t(driver)) + "/file",
                                  fitting.empty() ? "holds laps of another kind of car or sensors"
                                                  : "holds laps that fit several of the scenarios",
                                  "laps that were driven in one of the scenarios"});
        for (const int scenario : same)
            m_job.cells.push_back({scenario, driver, std::nullopt, false, {}});
    }

    EvaluationJob m_job;
    std::string m_source;
    std::vector<Problem> m_problems;
};

// Works the cells off on several threads, each taking the next one.
class GridWork {
  public:
    GridWork(const EvaluationJob &job, const std::stop_token &stop, const EvaluationWatch &watch)
        : m_job(job), m_stop(stop), m_watch(watch), m_problems(job.cells.size()) {
        m_grid.cells = job.cells;
    }

    EvaluationGrid run(int threads) {
        const int cores =
            threads > 0 ? threads : int(std::max(1u, std::thread::hardware_concurrency()));
        const int workers = std::clamp(int(m_job.cells.size()), 1, cores);
        {
            std::vector<std::jthread> pool;
            for (int i = 1; i < workers; ++i)
                pool.emplace_back([this, cores, workers] { work(cores / workers); });
            work(cores / workers);
        }
        for (auto &found : m_problems)
            m_grid.problems.insert(m_grid.problems.end(), found.begin(), found.end());
        return std::move(m_grid);
    }

  private:
    void work(int threads) {
        for (std::size_t i = m_next++; i < m_job.cells.size(); i = m_next++) {
            if (m_stop.stop_requested())
                return;
            try {
                runCell(i, threads);
            } catch (const std::exception &error) {
                m_problems[i].push_back({name(i), error.what(), ""});
            }
        }
    }
    void runCell(std::size_t index, int threads) {
        EvaluationCell &cell = m_grid.cells[index];
        if (!cell.degree) {
            cell.runs = runsOfLaps(m_job.laps[std::size_t(cell.driver)],
                                   m_job.scenarios[std::size_t(cell.scenario)]);
            for (std::size_t i = 0; i < cell.runs.size(); ++i)
                tellRun();
        } else {
            CellCapture nothing;
            auto runs = simulateCell(
                m_job, cell, threads, m_stop, [this] { tellRun(); }, nothing);
            if (!runs) {
                if (!m_stop.stop_requested())
                    addProblems(m_problems[index], name(index), runs.error());
                return;
            }
            cell.runs = std::move(*runs);
        }
        const std::lock_guard lock(m_mutex);
        cell.complete = true;
        m_watch.cell(index, cell);
    }
    void tellRun() {
        const std::lock_guard lock(m_mutex);
        m_watch.progress(++m_done);
    }
    std::string name(std::size_t index) const {
        const EvaluationCell &cell = m_job.cells[index];
        return m_job.driverNames[std::size_t(cell.driver)] + " on " +
               m_job.scenarioNames[std::size_t(cell.scenario)];
    }

    const EvaluationJob &m_job;
    const std::stop_token &m_stop;
    const EvaluationWatch &m_watch;
    EvaluationGrid m_grid;                        // each cell is touched by one thread
    std::vector<std::vector<Problem>> m_problems; // [cells], likewise
    std::atomic<std::size_t> m_next{0};
    std::mutex m_mutex; // of the watch
    std::int64_t m_done = 0;
};

Result<EpisodeReplay> replayLap(const EvaluationJob &job, const EvaluationCell &cell,
                                std::size_t lap) {
    const Demonstration &laps = job.laps[std::size_t(cell.driver)];
    EpisodeReplay replay;
    replay.scenario = job.scenarios[std::size_t(cell.scenario)];
    replay.scenario.agents.count = 1;
    replay.scenario.parallel.worlds = replay.scenario.parallel.families = 1;
    const auto ghost = GhostCar::create(laps.episodes[lap], replay.scenario);
    if (!ghost)
        return ghost.error();
    replay.period =
        laps.meta.decisionPeriod > 0 ? laps.meta.decisionPeriod : replay.scenario.decisionPeriod();
    for (std::size_t row = 0; row < ghost->rows(); ++row)
        replay.frames.push_back({row, double(row) * replay.period, 1, 1, {ghost->at(row)}});
    replay.run = runsOfLaps(laps, replay.scenario)[lap];
    return replay;
}

} // namespace

std::int64_t EvaluationJob::totalRuns() const {
    std::int64_t total = 0;
    for (const EvaluationCell &cell : cells)
        total += cell.degree ? plan.runs : std::ssize(laps[std::size_t(cell.driver)].episodes);
    return total;
}

bool EvaluationGrid::complete() const {
    return std::all_of(cells.begin(), cells.end(), [](const auto &cell) { return cell.complete; });
}

Result<EvaluationJob> prepareEvaluation(const EvaluationPlan &plan, const std::string &source,
                                        const Scenario *open) {
    return Preparation(plan, source).prepare(open);
}

EvaluationGrid runEvaluation(const EvaluationJob &job, int threads, const std::stop_token &stop,
                             const EvaluationWatch &watch) {
    return GridWork(job, stop, watch).run(threads);
}

Result<EpisodeReplay> replayRun(const EvaluationJob &job, std::size_t index, int run,
                                const std::stop_token &stop) {
    const auto missing = [&] {
        return Error(Problem{"run " + std::to_string(run), "is not one of the cell's", ""});
    };
    if (index >= job.cells.size() || run < 0)
        return missing();
    const EvaluationCell &cell = job.cells[index];
    const std::int64_t runs =
        cell.degree ? job.plan.runs : std::ssize(job.laps[std::size_t(cell.driver)].episodes);
    if (run >= runs)
        return missing();
    if (!cell.degree)
        return replayLap(job, cell, std::size_t(run));
    EpisodeReplay replay;
    replay.scenario = cellScenario(job, cell);
    replay.period = replay.scenario.decisionPeriod();
    CellCapture capture{run, {}};
    auto all = simulateCell(
        job, cell, 0, stop, [] {}, capture);
    if (!all)
        return all.error();
    replay.scenario.parallel.worlds = 1;
    replay.frames = std::move(capture.frames);
    replay.run = (*all)[std::size_t(run)];
    return replay;
}

} // namespace paddock

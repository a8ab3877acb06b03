#include "core/run/benchmark.h"

#include "core/learn/learn_benchmark.h"
#include "core/run/benchmark_curves.h"
#include "core/run/benchmark_lidar.h"
#include "core/run/benchmark_watching.h"
#include "core/run/policy_driver.h"
#include "core/run/training_session.h"
#include "core/scenario/track_drawings.h"
#include "core/task/world_batch.h"

#include <chrono>
#include <filesystem>
#include <unistd.h>

namespace paddock {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

class Bench {
  public:
    Bench(const BenchOptions &options, const std::function<void(const BenchRow &)> &print)
        : m_options(options), m_print(print) {}

    void simulation();
    void racing();
    void learning();
    void imitation();
    void training();

  private:
    double stepsPerSecond(const std::shared_ptr<const Scenario> &scenario, int threads) const;
    bool wanted(const std::string &name) const {
        return name.find(m_options.filter) != std::string::npos;
    }
    void row(const std::string &name, double value, const char *unit, std::string conditions) {
        if (wanted(name))
            m_print({name, value, unit, std::move(conditions)});
    }

    const BenchOptions &m_options;
    const std::function<void(const BenchRow &)> &m_print;
};

// Random actions every sixteenth step: physics, observations, rewards, respawns; no policy.
double Bench::stepsPerSecond(const std::shared_ptr<const Scenario> &scenario, int threads) const {
    WorkerPool pool(threads);
    WorldBatch batch(scenario, 1, pool);
    const auto driver = makeBuiltinDriver("random", *scenario, 1);
    const std::size_t rows = std::size_t(batch.rows());
    std::vector<std::int32_t> actions(rows * 2);
    const MatrixView<std::int32_t> view{actions.data(), rows, 2};
    const double seconds = m_options.quick ? 0.2 : 1.0;
    const auto begin = Clock::now();
    std::int64_t steps = 0;
    double spent = 0;
    for (; spent < seconds; spent = secondsSince(begin)) {
        driver->act(batch.observations(), std::uint32_t(batch.steps()), view);
        for (int i = 0; i < 16; ++i, steps += std::int64_t(rows))
            batch.step(view);
    }
    return double(steps) / spent;
}

void Bench::simulation() {
    for (const int worlds : {1, 4, 25, 100})
        for (const int threads : {1, 2}) {
            const std::string name =
                "sim/" + std::to_string(worlds) + "x4/threads" + std::to_string(threads);
            if (!wanted(name))
                continue;
            auto scenario = std::make_shared<Scenario>();
            scenario->parallel.worlds = worlds;
            row(name, stepsPerSecond(scenario, threads), "agent-steps/s",
                "intersection, 20 ms decisions of 4 ticks, random driver");
        }
}

// Families of two racers in one world, and as many worlds of one family, with LIDAR.
void Bench::racing() {
    for (const bool worlds : {false, true})
        for (const int count : {1, 2, 4, 8, 10, 100})
            for (const int threads : {1, 2}) {
                const std::string name = std::string("race/") + (worlds ? "worlds" : "families") +
                                         std::to_string(count) + "x2/threads" +
                                         std::to_string(threads);
                if (!wanted(name))
                    continue;
                auto scenario =
                    std::make_shared<Scenario>(presetScenario("paper", ScenarioKind::Racing));
                scenario->track = std::make_shared<const Track>(*drawnTrack("porto_like"));
                scenario->parallel.worlds = worlds ? count : 1;
                scenario->parallel.families = worlds ? 1 : count;
                row(name, stepsPerSecond(scenario, threads), "agent-steps/s",
                    "racing, 27 rays, 20 ms decisions of 20 ticks, random driver");
            }
}

void Bench::learning() {
    if (!wanted("learn/inference") && !wanted("learn/update/threads1") &&
        !wanted("learn/update/threads2") && !wanted("learn/minibatch"))
        return;
    const Scenario scenario;
    const LearnBenchmark measured =
        benchmarkLearning(scenario.training, policyShape(scenario, taskLayout(scenario)));
    const std::string shape = "14 inputs, 3 x 128 Swish, branches 2 + 3";
    row("learn/inference", measured.inferenceRowsPerSecond, "rows/s", shape + ", batches of 1024");
    row("learn/update/threads1", measured.updateSamplesPerSecond1, "samples/s",
        shape + ", minibatch 64, samples x epochs");
    row("learn/update/threads2", measured.updateSamplesPerSecond2, "samples/s",
        shape + ", minibatch 64, samples x epochs");
    row("learn/minibatch", measured.minibatchMs, "ms", shape + ", minibatch 64, 1 thread");
}

// Sizes of the published racing task: 54 ray values and the speed, branches 3 + 3.
void Bench::imitation() {
    if (!wanted("learn/cloning") && !wanted("learn/gail") && !wanted("learn/curiosity") &&
        !wanted("learn/signal_rewards"))
        return;
    const TrainingSpec spec;
    PolicyShape racing;
    racing.observationSize = 55;
    racing.branches = {3, 3};
    const ImitationBenchmark measured = benchmarkImitation(spec, racing);
    const std::string shape = "55 inputs, branches 3 + 3, minibatch 64, 1 thread";
    row("learn/cloning", measured.cloningSamplesPerSecond, "samples/s", shape + ", 3 x 128 Swish");
    row("learn/gail", measured.gailMs, "ms", shape + ", 2 x 128, with gradient penalty");
    row("learn/curiosity", measured.curiosityMs, "ms", shape + ", 256 wide");
    row("learn/signal_rewards", measured.rewardRowsPerSecond, "rows/s",
        "55 inputs, GAIL and curiosity, batches of 4096");
}

// Whole runs in a temporary folder, with metrics and checkpoint as always.
void Bench::training() {
    for (const char *preset : {"paper", "tuned"})
        for (const int threads : {1, 2}) {
            const std::string name =
                std::string("train/") + preset + "/threads" + std::to_string(threads);
            if (!wanted(name) && !wanted(name + "/share"))
                continue;
            const auto folder = std::filesystem::temp_directory_path() /
                                ("paddock-bench-" + std::to_string(::getpid()));
            Scenario scenario = presetScenario(preset);
            scenario.training.maxSteps = m_options.quick ? 30'000 : 120'000;
            SessionOptions options;
            options.runsFolder = folder;
            options.threads = threads;
            auto session = TrainingSession::create(scenario, options);
            if (session) {
                (*session)->post(CommandWatch{0, false});
                (*session)->start();
                (*session)->wait();
                const SessionProgress p = (*session)->progress();
                const std::string conditions = std::to_string(scenario.parallel.worlds) +
                                               " worlds x " +
                                               std::to_string(scenario.agents.count) + " agents, " +
                                               std::to_string(p.steps) + " steps";
                row(name, double(p.steps) / p.wallSeconds, "agent-steps/s", conditions);
                const StageSeconds &s = p.stages;
                const double rest = p.wallSeconds - s.act - s.worlds - s.store - s.update;
                for (const auto &[stage, seconds] : {std::pair{"act", s.act},
                                                     {"worlds", s.worlds},
                                                     {"store", s.store},
                                                     {"update", s.update},
                                                     {"rest", rest}})
                    row(name + "/share_" + stage, 100 * seconds / p.wallSeconds, "%", conditions);
            }
            session = Error("done"); // closes the files before they go
            std::error_code ignored;
            std::filesystem::remove_all(folder, ignored);
        }
}

} // namespace

void runBenchmarks(const BenchOptions &options,
                   const std::function<void(const BenchRow &)> &print) {
    Bench bench(options, print);
    bench.simulation();
    bench.racing();
    benchLidar(options, print);
    benchCurves(options, print);
    bench.learning();
    bench.imitation();
    bench.training();
    benchWatching(options, print);
}

} // namespace paddock

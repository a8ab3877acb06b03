#include "core/run/benchmark_watching.h"

#include "core/run/episode_rollout.h"
#include "core/run/evaluation_grid.h"
#include "core/run/policy_driver.h"
#include "core/run/training_session.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <thread>
#include <unistd.h>
#include <vector>

namespace paddock {

namespace {

using Clock = std::chrono::steady_clock;
using Print = std::function<void(const BenchRow &)>;

constexpr int kRepetitions = 3; // of each kind in turn, so that a slow moment hits both

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// Bytes of memory that are resident; 0 where the system does not say.
double residentBytes() {
    long pages = 0, resident = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return double(resident) * double(::sysconf(_SC_PAGESIZE));
}

struct RunCost {
    double stepsPerSecond = 0;
    double bytesPerStep = 0; // from the end of its first third on
};

// A whole run; watched, somebody takes its newest snapshot 30 times a second, as the window does.
std::optional<RunCost> costOf(const Scenario &scenario, bool watched) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("paddock-bench-" + std::to_string(::getpid()));
    SessionOptions options;
    options.runsFolder = folder;
    std::optional<RunCost> cost;
    {
        auto session = TrainingSession::create(scenario, options);
        if (!session)
            return std::nullopt;
        (*session)->post(CommandWatch{0, watched});
        (*session)->start();
        std::int64_t first = 0;
        double bytes = 0;
        while (!(*session)->ended()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(33));
            (void)(*session)->takeSnapshot();
            const std::int64_t steps = (*session)->progress().steps;
            if (first == 0 && steps >= scenario.training.maxSteps / 3) {
                first = steps;
                bytes = residentBytes();
            }
        }
        const double last = residentBytes();
        (*session)->wait();
        const SessionProgress p = (*session)->progress();
        cost = RunCost{double(p.steps) / p.wallSeconds,
                       first > 0 && p.steps > first ? (last - bytes) / double(p.steps - first) : 0};
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return cost;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

void benchWatched(const BenchOptions &options, const Print &print) {
    Scenario scenario = presetScenario("tuned");
    scenario.training.maxSteps = options.quick ? 40'000 : 200'000;
    std::vector<double> alone, watched, growth;
    for (int i = 0; i < kRepetitions; ++i) {
        const auto one = costOf(scenario, false), other = costOf(scenario, true);
        if (!one || !other)
            return;
        alone.push_back(one->stepsPerSecond);
        watched.push_back(other->stepsPerSecond);
        growth.push_back(one->bytesPerStep); // watched, the past takes its room first
    }
    const std::string conditions = "25 worlds x 4 agents, tuned, " +
                                   std::to_string(scenario.training.maxSteps) +
                                   " steps, median of " + std::to_string(kRepetitions);
    print({"watch/nobody", median(alone), "agent-steps/s", conditions});
    print({"watch/snapshots_and_past", median(watched), "agent-steps/s", conditions});
    print({"watch/ratio", 100 * median(watched) / median(alone), "%", conditions});
    print({"memory/growth", median(growth), "B/agent-step", conditions + ", nobody watching"});
}

void benchRecording(const BenchOptions &options, const Print &print) {
    const Scenario scenario = presetScenario("paper");
    const auto driver = makeBuiltinDriver("random", scenario, 1);
    RolloutOptions rollout;
    rollout.seconds = options.quick ? 20 : 120;
    const auto begin = Clock::now();
    const auto recording = recordRollout(scenario, *driver, rollout, "random");
    if (recording)
        print({"record/rollout", rollout.seconds / secondsSince(begin), "x real time",
               "one world x 4 agents, random driver"});
}

void benchEvaluation(const BenchOptions &options, const Print &print) {
    EvaluationPlan plan;
    plan.runs = options.quick ? 16 : 64;
    plan.drivers = {{.driver = "full_speed"}, {.driver = "random"}};
    plan.scenarios = {PlanScenario{}};
    const Scenario scenario = presetScenario("paper");
    const auto job = prepareEvaluation(plan, "bench", &scenario);
    if (!job)
        return;
    const auto begin = Clock::now();
    (void)runEvaluation(*job, 0, {});
    print({"evaluate/runs", double(job->totalRuns()) / secondsSince(begin), "runs/s",
           "crossing, full_speed and random, all cores"});
}

} // namespace

void benchWatching(const BenchOptions &options, const Print &print) {
    const auto wanted = [&options](const char *name) {
        return std::string(name).find(options.filter) != std::string::npos;
    };
    const Print shown = [&](const BenchRow &row) {
        if (wanted(row.name.c_str()))
            print(row);
    };
    if (wanted("watch/nobody") || wanted("watch/snapshots_and_past") || wanted("watch/ratio") ||
        wanted("memory/growth"))
        benchWatched(options, shown);
    if (wanted("record/rollout"))
        benchRecording(options, shown);
    if (wanted("evaluate/runs"))
        benchEvaluation(options, shown);
}

} // namespace paddock

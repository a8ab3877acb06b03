// paddock-cli: trains, judges and describes without a window.
#include "app/cli/commands.h"
#include "core/drivers/driver.h"
#include "core/run/build_info.h"
#include "core/scenario/scenario_io.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <functional>

namespace {

using namespace paddock;
using namespace paddock::cli;

constexpr int kMaxThreads = 1024;
constexpr const char *kFooter =
    "Exit codes: 0 success, 1 the run failed, 2 bad arguments or document, "
    "3 interrupted with a checkpoint saved.\n"
    "Ctrl-C saves a checkpoint and ends; a second one ends at once.";

// Everything that the command line can say, and the command it chose.
struct Invocation {
    Output output;
    TrainArguments train;
    EvalArguments eval;
    BenchArguments bench;
    DocumentArguments describe;
    std::vector<std::string> documents;
    std::string preset = presetNames().front();
    bool schema = false;
    std::function<int()> command;
};

CLI::App &addCommand(CLI::App &app, Invocation &in, const char *name, const char *help,
                     std::function<int()> command) {
    CLI::App &sub = *app.add_subcommand(name, help);
    sub.add_flag("--json", in.output.json, "The last line of standard output is one JSON object");
    sub.add_flag("--quiet", in.output.quiet, "No progress on standard error");
    sub.footer(kFooter);
    sub.callback([&in, command = std::move(command)] { in.command = command; });
    return sub;
}

void addThreads(CLI::App &command, int &threads) {
    command.add_option("--threads", threads, "Worker threads, 0 = one per core")
        ->check(CLI::Range(0, kMaxThreads));
}

void addTrain(CLI::App &app, Invocation &in) {
    CLI::App &train = addCommand(app, in, "train", "Train a scenario's agents", [&in] {
        greet(in.output);
        return runTrain(in.train, in.output);
    });
    addDocumentArguments(train, in.train.document);
    addThreads(train, in.train.threads);
    train.add_option("--out", in.train.out, "Run directory to make (default: a new one in runs/)");
    train.add_option("--resume", in.train.resume, "Run directory or checkpoint to go on from");
}

void addEval(CLI::App &app, Invocation &in) {
    CLI::App &eval = addCommand(app, in, "eval", "Judge a trained policy over episodes", [&in] {
        greet(in.output);
        return runEval(in.eval, in.output);
    });
    eval.add_option("run", in.eval.run, "Run directory or checkpoint")->required();
    EvaluationOptions &options = in.eval.options;
    eval.add_option("--episodes", options.episodes, "Number of episodes")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    eval.add_option("--seed", options.seed, "Seed of the episodes")->capture_default_str();
    eval.add_option("--xi", options.xi, "Degree of domain randomization (default: the run's)")
        ->check(CLI::Range(0.0, 100.0));
    eval.add_option(
            "--settle", options.settle,
            "Simulated seconds of traffic before episodes count; 0 counts the first of each "
            "agent, all starting at once")
        ->check(CLI::Range(0.0, 1e5))
        ->capture_default_str();
    std::vector<std::string> drivers = builtinDriverNames();
    drivers.insert(drivers.begin(), {"policy", "policy_greedy"});
    eval.add_option("--driver", options.driver, "Who drives")
        ->check(CLI::IsMember(drivers))
        ->capture_default_str();
    addThreads(eval, options.threads);
}

void addDocumentCommands(CLI::App &app, Invocation &in) {
    CLI::App &describe = addCommand(app, in, "describe", "Show all values of a document",
                                    [&in] { return runDescribe(in.describe, in.output); });
    addDocumentArguments(describe, in.describe);
    CLI::App &validate = addCommand(app, in, "validate", "Check documents, naming every problem",
                                    [&in] { return runValidate(in.documents, in.output); });
    validate.add_option("documents", in.documents, "Scenario documents")->required();
    CLI::App &params = addCommand(app, in, "params", "The reference of all parameters",
                                  [&in] { return runParams(in.preset, in.schema, in.output); });
    params.add_option("--preset", in.preset, "Whose values --json shows")->capture_default_str();
    params.add_flag("--schema", in.schema, "The JSON Schema of documents instead");
}

void addBench(CLI::App &app, Invocation &in) {
    CLI::App &bench = addCommand(app, in, "bench", "Measure this machine", [&in] {
        greet(in.output);
        return runBench(in.bench, in.output);
    });
    bench.add_flag("--quick", in.bench.quick, "Shorter measurements");
    bench.add_option("--filter", in.bench.filter, "Only rows whose name contains this");
}

int run(int argc, char **argv) {
    Invocation in;
    CLI::App app("Paddock: multi-agent autonomous driving, without the window.", "paddock-cli");
    app.set_version_flag("--version", programVersion() + " (" + programCommit() + ")");
    app.require_subcommand(1);
    app.footer(kFooter);
    addTrain(app, in);
    addEval(app, in);
    addDocumentCommands(app, in);
    addBench(app, in);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // Help and version are no errors; all others share one code.
        return app.exit(error) == 0 ? kOk : kBadInput;
    }
    return in.command();
}

} // namespace

int main(int argc, char **argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "paddock-cli: %s\n", error.what());
        return paddock::cli::kFailed;
    }
}

#include "app/cli/document_arguments.h"

#include "core/scenario/mlagents_yaml.h"
#include "core/scenario/scenario_io.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace paddock::cli {

namespace {

void append(std::vector<Problem> &problems, const Error &error, const std::string &where) {
    for (Problem problem : error.problems) {
        problem.where = problem.where.empty() ? where : where + ": " + problem.where;
        problems.push_back(std::move(problem));
    }
}

// The training settings of an ML-Agents file over those of the scenario; what was left out is said.
Result<Scenario> withMlAgents(Scenario scenario, const DocumentArguments &arguments) {
    if (arguments.mlagents.empty() && !arguments.behavior.empty())
        return Error(Problem{"--behavior", "needs the file that holds it", "--mlagents"});
    if (arguments.mlagents.empty())
        return scenario;
    Result<MlAgentsSettings> settings =
        loadMlAgentsYaml(scenario, arguments.mlagents, arguments.behavior);
    if (!settings)
        return settings.error();
    for (const std::string &note : settings->notes)
        std::fprintf(stderr, "%s\n", note.c_str());
    return std::move(settings->scenario);
}

Result<Scenario> withPreset(const Scenario &scenario, const std::string &preset) {
    Result<Scenario> moved = rebased(scenario, preset);
    if (moved)
        return moved;
    std::vector<Problem> problems;
    append(problems, moved.error(), "--preset");
    return Error(std::move(problems));
}

Result<Scenario> startingScenario(const DocumentArguments &arguments) {
    if (arguments.document.empty()) {
        if (arguments.preset.empty())
            return Error(Problem{"", "no scenario given", "a document or --preset"});
        return withPreset(Scenario{}, arguments.preset);
    }
    Result<Scenario> scenario = loadScenario(arguments.document);
    if (scenario && !arguments.preset.empty())
        return withPreset(*scenario, arguments.preset);
    return scenario;
}

} // namespace

void addDocumentArguments(CLI::App &command, DocumentArguments &arguments) {
    command.add_option("document", arguments.document, "Scenario document (JSON)");
    command.add_option("--preset", arguments.preset,
                       "Start from this preset; alone or under the document");
    command.add_option("--set", arguments.sets, "Change a field: key=value, repeatable")
        ->allow_extra_args(false);
    command.add_option("--mlagents", arguments.mlagents,
                       "Training settings from an ML-Agents file (YAML)");
    command.add_option("--behavior", arguments.behavior,
                       "Behaviour of that file (default: the first)");
    command.add_option("--seed", arguments.seed, "Seed of all randomness");
    command.add_option("--steps", arguments.steps, "Agent steps to train, e.g. 1e6");
    command.add_option("--envs", arguments.envs, "Number of parallel worlds");
    command.add_option("--xi", arguments.xi,
                       "Degree of domain randomization: 0 none, 1 low, 2 high");
}

Result<Scenario> openDocument(const DocumentArguments &arguments) {
    Result<Scenario> scenario = startingScenario(arguments);
    if (scenario)
        scenario = withMlAgents(std::move(*scenario), arguments);
    return scenario ? applyArguments(std::move(*scenario), arguments) : scenario;
}

Result<Scenario> applyArguments(Scenario scenario, const DocumentArguments &arguments) {
    std::vector<Problem> problems;
    const auto apply = [&](const std::string &path, const std::string &value,
                           const std::string &option) {
        if (const Status status = setField(scenario, path, value); !status.ok())
            append(problems, status.error(), option);
    };
    const std::pair<const char *, const std::string *> shortNames[] = {
        {"training.seed", &arguments.seed},
        {"training.max_steps", &arguments.steps},
        {"parallel.worlds", &arguments.envs},
        {"randomization.degree", &arguments.xi}};
    const char *const options[] = {"--seed", "--steps", "--envs", "--xi"};
    for (std::size_t i = 0; i < std::size(options); ++i)
        if (!shortNames[i].second->empty())
            apply(shortNames[i].first, *shortNames[i].second, options[i]);
    for (const std::string &set : arguments.sets) {
        const std::size_t equals = set.find('=');
        if (equals == std::string::npos || equals == 0)
            problems.push_back({"--set", "is \"" + set + "\"", "key=value"});
        else
            apply(set.substr(0, equals), set.substr(equals + 1), "--set");
    }
    if (problems.empty())
        problems = validate(scenario, arguments.document.empty() ? "options" : arguments.document);
    if (!problems.empty())
        return Error(std::move(problems));
    return scenario;
}

} // namespace paddock::cli

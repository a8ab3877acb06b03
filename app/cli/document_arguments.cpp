#include "app/cli/document_arguments.h"

#include "core/base/file_io.h"
#include "core/scenario/scenario_io.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace paddock::cli {

namespace {

void append(std::vector<Problem> &problems, const Error &error, const std::string &where) {
    for (Problem problem : error.problems) {
        problem.where = problem.where.empty() ? where : where + ": " + problem.where;
        problems.push_back(std::move(problem));
    }
}

Status checkPreset(const std::string &preset) {
    const std::vector<std::string> names = presetNames();
    if (std::find(names.begin(), names.end(), preset) != names.end())
        return Done{};
    std::string valid = "one of";
    for (const std::string &name : names)
        valid += " " + name;
    return Error(Problem{"--preset", "is \"" + preset + "\"", valid});
}

// The document as if it named `preset`: what it says stays, the rest comes from the preset.
Result<Scenario> loadWithPreset(const std::filesystem::path &file, const std::string &preset) {
    const Result<Scenario> asWritten = loadScenario(file); // all its problems, under its own name
    if (!asWritten)
        return asWritten.error();
    const Result<std::string> text = readFile(file, kMaxDocumentBytes);
    if (!text)
        return text.error();
    nlohmann::json document = nlohmann::json::parse(*text);
    document["preset"] = preset;
    return readScenario(document.dump(), file.filename().string());
}

} // namespace

void addDocumentArguments(CLI::App &command, DocumentArguments &arguments) {
    command.add_option("document", arguments.document, "Scenario document (JSON)");
    command.add_option("--preset", arguments.preset,
                       "Start from this preset; alone or under the document");
    command.add_option("--set", arguments.sets, "Change a field: key=value, repeatable")
        ->allow_extra_args(false);
    command.add_option("--seed", arguments.seed, "Seed of all randomness");
    command.add_option("--steps", arguments.steps, "Agent steps to train, e.g. 1e6");
    command.add_option("--envs", arguments.envs, "Number of parallel worlds");
    command.add_option("--xi", arguments.xi,
                       "Degree of domain randomization: 0 none, 1 low, 2 high");
}

Result<Scenario> openDocument(const DocumentArguments &arguments) {
    if (!arguments.preset.empty())
        if (const Status status = checkPreset(arguments.preset); !status.ok())
            return status.error();
    if (arguments.document.empty()) {
        if (arguments.preset.empty())
            return Error(Problem{"", "no scenario given", "a document or --preset"});
        return applyArguments(presetScenario(arguments.preset), arguments);
    }
    Result<Scenario> scenario = arguments.preset.empty()
                                    ? loadScenario(arguments.document)
                                    : loadWithPreset(arguments.document, arguments.preset);
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

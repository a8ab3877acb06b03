#include "app/cli/commands.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace paddock::cli {

namespace {

Json fieldJson(const FieldRow &row) {
    return {{"path", row.path}, {"type", row.type},      {"unit", row.unit}, {"min", row.min},
            {"max", row.max},   {"symbol", row.symbol},  {"help", row.help}, {"value", row.value},
            {"live", row.live}, {"options", row.options}};
}

Json changesJson(const std::vector<FieldDifference> &changes) {
    Json json = Json::array();
    for (const FieldDifference &change : changes)
        json.push_back({{"path", change.path}, {"preset", change.before}, {"here", change.after}});
    return json;
}

void printFields(const Scenario &scenario, const std::vector<FieldDifference> &changes) {
    std::set<std::string> changed;
    for (const FieldDifference &change : changes)
        changed.insert(change.path);
    std::printf("%s  (preset %s; * = changed from it)\n", scenario.name.c_str(),
                scenario.preset.c_str());
    if (!scenario.description.empty())
        std::printf("%s\n", scenario.description.c_str());
    for (const FieldRow &row : listFields(scenario))
        std::printf("%c %-42s %s %s\n", changed.count(row.path) ? '*' : ' ', row.path.c_str(),
                    row.value.c_str(), row.unit.c_str());
}

} // namespace

int runDescribe(const DocumentArguments &arguments, const Output &output) {
    const Result<Scenario> scenario = openDocument(arguments);
    if (!scenario)
        return reportError(output, scenario.error(), kBadInput);
    const auto changes = differences(presetScenario(scenario->preset, scenario->kind), *scenario);
    if (output.json)
        printJson({{"scenario", Json::parse(writeScenario(*scenario))},
                   {"changed", changesJson(changes)}});
    else
        printFields(*scenario, changes);
    return kOk;
}

int runValidate(const std::vector<std::string> &documents, const Output &output) {
    Error all;
    for (const std::string &document : documents) {
        const Result<Scenario> scenario = loadScenario(document);
        if (!scenario)
            all.problems.insert(all.problems.end(), scenario.error().problems.begin(),
                                scenario.error().problems.end());
        else if (!output.json)
            std::printf("%s: ok\n", document.c_str());
    }
    if (!all.problems.empty())
        return reportError(output, all, kBadInput);
    if (output.json)
        printJson({{"valid", true}, {"documents", documents}});
    return kOk;
}

int runParams(const std::string &preset, bool schema, const Output &output) {
    const std::vector<std::string> names = presetNames();
    if (std::find(names.begin(), names.end(), preset) == names.end())
        return reportError(output, Error(Problem{"--preset", "is \"" + preset + "\"", "a preset"}),
                           kBadInput);
    if (schema) {
        std::printf("%s\n", scenarioSchema().c_str());
    } else if (output.json) {
        Json fields = Json::array();
        for (const FieldRow &row : listFields(presetScenario(preset)))
            fields.push_back(fieldJson(row));
        printJson({{"preset", preset}, {"fields", fields}});
    } else {
        std::printf("%s\n", parameterReference().c_str());
    }
    return kOk;
}

} // namespace paddock::cli

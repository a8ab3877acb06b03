#include "core/scenario/scenario_compare.h"

#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace paddock {

namespace {

constexpr const char *kPreset = "preset:";
constexpr const char *kRunDocument = "scenario.json";

std::string presetWords(ScenarioKind kind) {
    std::string all;
    for (const std::string &name : presetNames(kind))
        all += (all.empty() ? "" : ", ") + (kPreset + name);
    return all;
}

Result<Scenario> presetNamed(const std::string &name, ScenarioKind kind) {
    const std::vector<std::string> known = presetNames(kind);
    if (std::find(known.begin(), known.end(), name) == known.end())
        return Error(Problem{kPreset + name.substr(0, 60), "is not known", presetWords(kind)});
    return presetScenario(name, kind);
}

bool isPreset(const std::string &name) {
    return name.rfind(kPreset, 0) == 0;
}

// The folder of a run, of its checkpoints or of one of them.
Result<std::filesystem::path> runDocument(const std::filesystem::path &folder) {
    std::filesystem::path at = std::filesystem::absolute(folder).lexically_normal();
    if (!at.has_filename())
        at = at.parent_path();
    for (int up = 0; up < 3; ++up, at = at.parent_path())
        if (std::filesystem::is_regular_file(at / kRunDocument))
            return at / kRunDocument;
    return Error(Problem{folder.string(), "is no run", "a folder that holds scenario.json"});
}

bool sameTrack(const Scenario &left, const Scenario &right) {
    return left.track && right.track && *left.track == *right.track;
}

} // namespace

Result<Scenario> namedScenario(const std::string &name, ScenarioKind kind) {
    if (isPreset(name))
        return presetNamed(name.substr(std::string(kPreset).size()), kind);
    std::error_code ignored;
    std::filesystem::path file = name;
    if (std::filesystem::is_directory(file, ignored)) {
        const auto document = runDocument(file);
        if (!document)
            return document.error();
        file = *document;
    }
    if (!std::filesystem::exists(file, ignored))
        return Error(Problem{name, "is not there",
                             "a document, the folder of a run, or " + presetWords(kind)});
    return loadScenario(file);
}

Result<std::pair<Scenario, Scenario>> namedScenarios(const std::string &left,
                                                     const std::string &right) {
    const bool presetFirst = isPreset(left);
    const Result<Scenario> one = namedScenario(presetFirst ? right : left);
    const ScenarioKind kind = one ? one->kind : ScenarioKind::Intersection;
    const Result<Scenario> two = namedScenario(presetFirst ? left : right, kind);
    std::vector<Problem> problems;
    for (const Result<Scenario> *side : {&one, &two})
        if (!*side)
            problems.insert(problems.end(), side->error().problems.begin(),
                            side->error().problems.end());
    if (!problems.empty())
        return Error(std::move(problems));
    return presetFirst ? std::pair(*two, *one) : std::pair(*one, *two);
}

std::vector<ComparedField> compareScenarios(const Scenario &left, const Scenario &right) {
    const std::vector<FieldRow> a = listFields(left), b = listFields(right);
    std::map<std::string, const FieldRow *> inRight;
    for (const FieldRow &row : b)
        inRight[row.path] = &row;
    std::vector<ComparedField> out;
    std::set<std::string> seen;
    for (const FieldRow &row : a) {
        const auto other = inRight.find(row.path);
        const std::string value = other == inRight.end() ? "" : other->second->value;
        seen.insert(row.path);
        const bool equal = other != inRight.end() && value == row.value;
        if (!equal && !(row.path == "track" && sameTrack(left, right)))
            out.push_back({row.path, row.value, value, row.unit, row.help});
    }
    for (const FieldRow &row : b)
        if (seen.count(row.path) == 0)
            out.push_back({row.path, "", row.value, row.unit, row.help});
    const bool named = std::any_of(out.begin(), out.end(),
                                   [](const ComparedField &f) { return f.path == "track"; });
    if (left.track && right.track && !sameTrack(left, right) && !named)
        out.push_back({"track", left.track->name + " (other contents)", right.track->name, "",
                       "The track documents have the same name and hold something else"});
    return out;
}

} // namespace paddock

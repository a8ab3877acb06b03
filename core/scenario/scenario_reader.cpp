#include "core/base/file_io.h"
#include "core/scenario/field_reader.h"
#include "core/scenario/json_document.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace paddock {

namespace {

using nlohmann::json;

void checkHeader(const json &root, const std::string &source, std::vector<Problem> &problems) {
    if (root.contains("format") && root["format"] != "paddock-scenario")
        problems.push_back(
            {source + ": /format", shownValue(root["format"]), "\"paddock-scenario\""});
    if (!root.contains("version"))
        problems.push_back({source + ": /version", "is missing", std::to_string(kScenarioVersion)});
    else if (root["version"] != kScenarioVersion)
        problems.push_back({source + ": /version", shownValue(root["version"]),
                            std::to_string(kScenarioVersion) + ", the version this program reads"});
    if (root.contains("preset") && root["preset"].is_string()) {
        const bool racing = root.value("kind", nlohmann::json()) == "racing";
        const auto names = presetNames(racing ? ScenarioKind::Racing : ScenarioKind::Intersection);
        if (std::find(names.begin(), names.end(), root["preset"]) == names.end()) {
            std::string known = "one of";
            for (const std::string &name : names)
                known += " " + name;
            problems.push_back({source + ": /preset", shownValue(root["preset"]), known});
        }
    }
}

} // namespace

Result<Scenario> readScenario(const std::string &text, const std::string &source) {
    std::vector<Problem> problems;
    json root;
    if (!parseDocument(text, source, {kMaxDocumentBytes, kMaxDocumentDepth}, root, problems))
        return Error(std::move(problems));
    checkHeader(root, source, problems);
    Scenario scenario;
    FieldReader reader(root, source, problems);
    scenario.visit(reader);
    reader.reportUnknownKeys({"$schema", "format", "version"});
    if (problems.empty())
        problems = validate(scenario, source);
    if (!problems.empty())
        return Error(std::move(problems));
    return scenario;
}

Result<Scenario> loadScenario(const std::filesystem::path &file) {
    const Result<std::string> text = readFile(file, kMaxDocumentBytes);
    if (!text)
        return text.error();
    Result<Scenario> scenario = readScenario(*text, file.filename().string());
    if (!scenario)
        return scenario;
    const Status track = loadTrackOf(*scenario, file.parent_path(), file.filename().string());
    if (!track)
        return track.error();
    return scenario;
}

Status loadTrackOf(Scenario &scenario, const std::filesystem::path &folder,
                   const std::string &source) {
    if (scenario.kind != ScenarioKind::Racing)
        return Done{};
    if (scenario.trackFile.empty())
        return Error(Problem{source + ": /track", "is missing", "the name of a track document"});
    Result<Track> track = loadTrack(folder / scenario.trackFile);
    if (!track)
        return track.error();
    scenario.track = std::make_shared<const Track>(std::move(*track));
    return Done{};
}

} // namespace paddock

#include "core/run/checkpoint.h"

#include "core/base/hash.h"
#include "core/scenario/json_document.h"
#include "core/scenario/scenario_io.h"

#include <nlohmann/json.hpp>

namespace paddock {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kStateVersion = 1;

Error stateError(const std::string &where, std::string what, std::string expected) {
    return Error(Problem{where, std::move(what), std::move(expected)});
}

Result<CheckpointState> decodeState(const std::string &text, const std::string &where) {
    nlohmann::json json;
    std::vector<Problem> problems;
    const DocumentLimits limits{2 * kMaxDocumentBytes, kMaxDocumentDepth};
    if (!parseDocument(text, where, limits, json, problems) || !problems.empty())
        return Error(std::move(problems));
    if (!json.contains("version") || json["version"] != kStateVersion)
        return stateError(where + ": /version", "is missing or another",
                          std::to_string(kStateVersion));
    CheckpointState state;
    for (auto [key, target] : {std::pair{"step", &state.step},
                               {"decisions", &state.decisions},
                               {"episodes", &state.episodes},
                               {"updates", &state.updates}}) {
        if (!json.contains(key) || !json[key].is_number_unsigned() ||
            json[key].get<std::uint64_t>() > 1'000'000'000'000'000)
            return stateError(where + ": /" + key, "is missing or no count",
                              "a whole number from 0 to 1e15");
        *target = json[key].get<std::int64_t>();
    }
    if (!json.contains("scenario") || !json["scenario"].is_object())
        return stateError(where + ": /scenario", "is missing", "a scenario document");
    Result<Scenario> scenario = readScenario(json["scenario"].dump(), where + ": /scenario");
    if (!scenario)
        return scenario.error();
    state.scenario = std::move(*scenario);
    return state;
}

} // namespace

std::string weightsFile(const Scenario &scenario, int group) {
    const std::string name = scenario.groupName(group);
    return name.empty() ? kWeightsFile : "weights_" + name + ".safetensors";
}

RunDirectory::Files encodeCheckpoint(const Checkpoint &checkpoint) {
    const Scenario &scenario = checkpoint.state.scenario;
    RunDirectory::Files files;
    Json hashes;
    for (std::size_t g = 0; g < checkpoint.weights.size(); ++g) {
        const std::string name = weightsFile(scenario, int(g));
        files[name] = checkpoint.weights[g].encode();
        hashes[name] = hexText(fnv1a(files[name]));
    }
    Json json;
    json["version"] = kStateVersion;
    json["step"] = checkpoint.state.step;
    json["decisions"] = checkpoint.state.decisions;
    json["episodes"] = checkpoint.state.episodes;
    json["updates"] = checkpoint.state.updates;
    json["weights_hash"] = hashes;
    json["worlds"] = nullptr; // the place of the worlds' episode seeds and actions
    json["scenario"] = Json::parse(writeScenario(scenario));
    files[kStateFile] = json.dump(2) + "\n";
    return files;
}

// One policy's weights out of the checkpoint's files.
static Result<TensorFile> decodeWeights(const RunDirectory::Files &files, const std::string &folder,
                                        const std::string &file) {
    const auto bytes = files.find(file);
    if (bytes == files.end())
        return stateError(folder + "/" + file, "is missing", "a file of the checkpoint");
    const Json json = Json::parse(files.at(kStateFile), nullptr, false);
    const auto hashes = json.find("weights_hash");
    // The first format had one policy and its hash alone.
    const std::string hash =
        hashes == json.end()  ? ""
        : hashes->is_string() ? hashes->get<std::string>()
        : hashes->is_object() && hashes->contains(file) && (*hashes)[file].is_string()
            ? (*hashes)[file].get<std::string>()
            : "";
    if (hash != hexText(fnv1a(bytes->second)))
        return stateError(folder + "/" + file, "does not match its hash in state.json",
                          "the bytes that were saved");
    return TensorFile::decode(bytes->second, folder + "/" + file);
}

Result<Checkpoint> loadCheckpoint(const std::filesystem::path &path) {
    const Result<CheckpointPlace> place = locateCheckpoint(path);
    if (!place)
        return place.error();
    Result<RunDirectory::Files> files = readCheckpoint(place->checkpoint);
    if (!files)
        return files.error();
    const std::string name = place->checkpoint.filename().string();
    if (!files->contains(kStateFile))
        return stateError(name + "/" + kStateFile, "is missing", "a file of the checkpoint");
    Checkpoint checkpoint;
    Result<CheckpointState> state = decodeState((*files)[kStateFile], name + "/" + kStateFile);
    if (!state)
        return state.error();
    const Status track = loadTrackOf(state->scenario, place->runDir, name + "/" + kStateFile);
    if (!track)
        return track.error();
    for (int g = 0; g < state->scenario.policyGroups(); ++g) {
        Result<TensorFile> weights = decodeWeights(*files, name, weightsFile(state->scenario, g));
        if (!weights)
            return weights.error();
        checkpoint.weights.push_back(std::move(*weights));
    }
    checkpoint.state = std::move(*state);
    return checkpoint;
}

} // namespace paddock

#include "core/run/checkpoint.h"

#include "core/base/hash.h"
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
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return stateError(where, "is not a JSON object", "the state of a checkpoint");
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

RunDirectory::Files encodeCheckpoint(const Checkpoint &checkpoint) {
    const std::string weights = checkpoint.weights.encode();
    Json json;
    json["version"] = kStateVersion;
    json["step"] = checkpoint.state.step;
    json["decisions"] = checkpoint.state.decisions;
    json["episodes"] = checkpoint.state.episodes;
    json["updates"] = checkpoint.state.updates;
    json["weights_hash"] = hexText(fnv1a(weights));
    json["worlds"] = nullptr; // the place of the worlds' episode seeds and actions
    json["scenario"] = Json::parse(writeScenario(checkpoint.state.scenario));
    return {{kWeightsFile, weights}, {kStateFile, json.dump(2) + "\n"}};
}

Result<Checkpoint> loadCheckpoint(const std::filesystem::path &path) {
    const Result<CheckpointPlace> place = locateCheckpoint(path);
    if (!place)
        return place.error();
    Result<RunDirectory::Files> files = readCheckpoint(place->checkpoint);
    if (!files)
        return files.error();
    const std::string name = place->checkpoint.filename().string();
    for (const char *file : {kStateFile, kWeightsFile})
        if (!files->contains(file))
            return stateError(name + "/" + file, "is missing", "a file of the checkpoint");
    Checkpoint checkpoint;
    Result<CheckpointState> state = decodeState((*files)[kStateFile], name + "/" + kStateFile);
    if (!state)
        return state.error();
    const Status track = loadTrackOf(state->scenario, place->runDir, name + "/" + kStateFile);
    if (!track)
        return track.error();
    const std::string &bytes = (*files)[kWeightsFile];
    const Json json = Json::parse((*files)[kStateFile], nullptr, false);
    if (json.value("weights_hash", "") != hexText(fnv1a(bytes)))
        return stateError(name + "/" + kWeightsFile, "does not match its hash in state.json",
                          "the bytes that were saved");
    Result<TensorFile> weights = TensorFile::decode(bytes, name + "/" + kWeightsFile);
    if (!weights)
        return weights.error();
    checkpoint.state = std::move(*state);
    checkpoint.weights = std::move(*weights);
    return checkpoint;
}

} // namespace paddock

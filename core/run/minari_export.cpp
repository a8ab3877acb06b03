#include "core/run/minari_export.h"

#include "core/base/text.h"
#include "core/run/checkpoint_folder.h"
#include "core/run/hdf5_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace paddock {

namespace {

using Json = nlohmann::ordered_json;

// The version of Minari whose layout this is.
constexpr const char *kMinariVersion = "0.5.0";
constexpr double kBytesPerMegabyte = 1e6;

// Decisions of which the following observation is known.
std::size_t exportedSteps(const DemonstrationEpisode &episode) {
    return episode.rows() - 1;
}

std::string boxSpace(std::size_t size) {
    // JSON has no infinities: the ends of single precision stand for them.
    constexpr double kMost = std::numeric_limits<float>::max();
    return Json{{"type", "Box"},
                {"dtype", "float32"},
                {"shape", {size}},
                {"low", std::vector<double>(size, -kMost)},
                {"high", std::vector<double>(size, kMost)}}
        .dump();
}

std::string choicesSpace(const std::vector<std::int32_t> &branches) {
    return Json{{"type", "MultiDiscrete"},
                {"dtype", "int64"},
                {"nvec", branches},
                {"start", std::vector<int>(branches.size(), 0)}}
        .dump();
}

class MinariEncoder {
  public:
    explicit MinariEncoder(const Demonstration &demonstration) : m_demo(demonstration) {}

    std::string data(const std::string &id) {
        for (const DemonstrationEpisode &episode : m_demo.episodes)
            if (exportedSteps(episode) > 0)
                add(episode);
        m_file.attribute("", "total_episodes", m_episodes);
        m_file.attribute("", "total_steps", m_steps);
        m_file.attribute("", "dataset_id", id);
        m_file.attribute("", "minari_version", kMinariVersion);
        return m_file.bytes();
    }

    std::string metadata(const std::string &id, std::size_t dataBytes) const {
        Json json;
        json["total_episodes"] = m_episodes;
        json["total_steps"] = m_steps;
        json["data_format"] = "hdf5";
        json["observation_space"] = boxSpace(m_demo.meta.observationSize());
        json["action_space"] = choicesSpace(m_demo.meta.branches);
        json["dataset_id"] = id;
        json["minari_version"] = kMinariVersion;
        json["algorithm_name"] = m_demo.meta.name;
        json["description"] = "Demonstrations of " + m_demo.meta.agent + ", written by Paddock";
        json["observation_names"] = m_demo.meta.observationNames;
        json["dataset_size"] = std::round(double(dataBytes) / kBytesPerMegabyte * 10) / 10;
        return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    }

    std::int64_t episodes() const { return m_episodes; }

  private:
    void add(const DemonstrationEpisode &episode) {
        const std::size_t steps = exportedSteps(episode);
        const std::size_t branches = m_demo.meta.branchCount();
        const std::string group = "episode_" + numberText(m_episodes);
        m_file.dataset(group + "/observations", std::span<const float>(episode.observations),
                       {steps + 1, m_demo.meta.observationSize()});
        const std::vector<std::int64_t> actions(
            episode.actions.begin(), episode.actions.begin() + std::ptrdiff_t(steps * branches));
        m_file.dataset(group + "/actions", std::span<const std::int64_t>(actions),
                       {steps, branches});
        const std::vector<double> rewards(episode.rewards.begin(),
                                          episode.rewards.begin() + std::ptrdiff_t(steps));
        m_file.dataset(group + "/rewards", std::span<const double>(rewards), {steps});
        addEnds(group, episode, steps);
        if (!episode.poses.empty())
            m_file.dataset(group + "/infos/pose", std::span<const float>(episode.poses),
                           {steps + 1, 3});
        m_file.attribute(group, "id", m_episodes);
        m_file.attribute(group, "total_steps", std::int64_t(steps));
        m_file.attribute(group, "outcome", episode.outcome);
        m_file.attribute(group, "lap_time", episode.lapTime);
        addStatistics(group + "/rewards", rewards);
        ++m_episodes;
        m_steps += std::int64_t(steps);
    }

    void addEnds(const std::string &group, const DemonstrationEpisode &episode, std::size_t steps) {
        std::vector<std::int8_t> terminations(steps, 0), truncations(steps, 0);
        const bool terminated = episode.closed && !episode.truncated;
        (terminated ? terminations : truncations).back() = 1;
        m_file.flags(group + "/terminations", terminations);
        m_file.flags(group + "/truncations", truncations);
    }

    void addStatistics(const std::string &path, const std::vector<double> &values) {
        const double count = double(values.size());
        const double sum = std::accumulate(values.begin(), values.end(), 0.0);
        double squares = 0;
        for (const double value : values)
            squares += (value - sum / count) * (value - sum / count);
        m_file.attribute(path, "max", *std::max_element(values.begin(), values.end()));
        m_file.attribute(path, "min", *std::min_element(values.begin(), values.end()));
        m_file.attribute(path, "mean", sum / count);
        m_file.attribute(path, "std", std::sqrt(squares / count));
        m_file.attribute(path, "sum", sum);
    }

    const Demonstration &m_demo;
    Hdf5File m_file;
    std::int64_t m_episodes = 0;
    std::int64_t m_steps = 0;
};

// Ids are made of letters, digits and a few signs, and end in a version.
std::string validId(std::string name) {
    for (char &c : name) {
        const bool good = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') || c == '-' || c == '_';
        c = good ? c : '_';
    }
    if (name.empty())
        name = "demonstration";
    const std::size_t version = name.rfind("-v");
    const bool versioned = version != std::string::npos && version > 0 &&
                           version + 2 < name.size() &&
                           name.find_first_not_of("0123456789", version + 2) == std::string::npos;
    return versioned ? name : name + "-v0";
}

} // namespace

Result<std::map<std::string, std::string>> encodeMinari(const Demonstration &demonstration,
                                                        const std::string &datasetId) {
    std::vector<Problem> problems = checkMeta(demonstration.meta, "demonstration");
    for (const DemonstrationEpisode &episode : demonstration.episodes)
        for (Problem &problem : checkEpisode(demonstration.meta, episode, "episode"))
            problems.push_back(std::move(problem));
    if (!problems.empty())
        return Error(std::move(problems));
    MinariEncoder encoder(demonstration);
    std::string data = encoder.data(datasetId);
    if (encoder.episodes() == 0)
        return Error(Problem{"demonstration", "has no decisions to export", "1 or more"});
    if (data.empty())
        return Error("the HDF5 library could not build the file");
    std::string metadata = encoder.metadata(datasetId, data.size());
    return std::map<std::string, std::string>{{"main_data.hdf5", std::move(data)},
                                              {"metadata.json", std::move(metadata)}};
}

Status writeMinari(const Demonstration &demonstration, const std::filesystem::path &folder) {
    const std::filesystem::path data = folder / "data";
    std::error_code code;
    if (std::filesystem::exists(data, code))
        return Error(Problem{data.string(), "is there already", "a new dataset"});
    const std::filesystem::path named =
        folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    const auto files = encodeMinari(demonstration, validId(named.string()));
    if (!files)
        return files.error();
    std::filesystem::create_directories(folder, code);
    if (code)
        return Error(Problem{folder.string(), "cannot be made: " + code.message(), ""});
    return writeFolderAtomic(data, *files);
}

} // namespace paddock

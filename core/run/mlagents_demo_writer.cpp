#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/mlagents_demo.h"
#include "core/run/proto_wire.h"

#include <algorithm>
#include <optional>

namespace paddock {

namespace {

constexpr std::size_t kBrainOffset = 33;
constexpr std::size_t kMetaBytes = 32;
// Name and numbers have to fit the reserved bytes; the recorder itself allows 16 characters.
constexpr std::size_t kMaxName = 12;

struct Sensor {
    std::string name;
    std::size_t size = 0;
};

// "<prefix>_<index>" as its two parts.
std::optional<std::pair<std::string, std::int64_t>> splitName(const std::string &name) {
    const std::size_t at = name.rfind('_');
    if (at == std::string::npos || at == 0 || at + 1 == name.size() ||
        name.find_first_not_of("0123456789", at + 1) != std::string::npos)
        return std::nullopt;
    const std::optional<std::int64_t> index = parseInteger(name.substr(at + 1));
    if (!index)
        return std::nullopt;
    return std::pair(name.substr(0, at), *index);
}

std::vector<Sensor> sensorsOf(const std::vector<std::string> &names) {
    std::vector<Sensor> sensors;
    bool plain = false; // the last sensor collects names without a number
    for (const std::string &name : names) {
        const auto parts = splitName(name);
        const bool goesOn = parts && !plain && !sensors.empty() &&
                            parts->first == sensors.back().name &&
                            parts->second == std::int64_t(sensors.back().size);
        const bool begins = parts && parts->second == 0;
        if (goesOn || (plain && !begins)) {
            ++sensors.back().size;
            continue;
        }
        plain = !begins;
        sensors.push_back({begins ? parts->first : "", 1});
    }
    for (Sensor &sensor : sensors)
        if (sensor.name.empty())
            sensor.name = "VectorSensor_size" + numberText(std::uint64_t(sensor.size));
    return sensors;
}

std::string recordOf(const std::vector<Sensor> &sensors, const float *observation,
                     const std::vector<std::int64_t> &actions, float reward, bool done,
                     bool timeLimit) {
    ProtoMessage info;
    if (reward != 0)
        info.fixed32(7, reward);
    if (done)
        info.varint(8, 1);
    if (timeLimit)
        info.varint(9, 1);
    for (const Sensor &sensor : sensors) {
        ProtoMessage data, seen;
        data.packedFloats(1, {observation, observation + sensor.size});
        observation += sensor.size;
        seen.packedVarints(1, {std::int64_t(sensor.size)}).message(4, data);
        seen.packedVarints(6, {1}).bytes(8, sensor.name); // 1: the dimension has no property
        info.message(13, seen);
    }
    const ProtoMessage action = ProtoMessage().packedVarints(7, actions);
    return ProtoMessage().message(1, info).message(2, action).delimited();
}

class DemoEncoder {
  public:
    explicit DemoEncoder(const Demonstration &demonstration)
        : m_demo(demonstration), m_sensors(sensorsOf(demonstration.meta.observationNames)) {}

    std::string run() {
        std::string records;
        for (std::size_t i = 0; i < m_demo.episodes.size(); ++i)
            addEpisode(m_demo.episodes[i], i + 1 == m_demo.episodes.size(), records);
        std::string bytes = header();
        bytes.resize(kBrainOffset, '\0');
        return bytes + brain() + records;
    }

  private:
    std::string header() const {
        std::string name = m_demo.meta.name;
        std::erase_if(name, [](unsigned char c) {
            return !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
        });
        name.resize(std::min(name.size(), kMaxName));
        ProtoMessage meta;
        meta.varint(1, 1).bytes(2, name).varint(3, m_steps);
        meta.varint(4, m_demo.episodes.size());
        meta.fixed32(5, static_cast<float>(m_demo.meanReturn()));
        std::string bytes = meta.delimited();
        return bytes.size() <= kMetaBytes ? bytes : std::string(kMetaBytes, '\0');
    }

    std::string brain() const {
        const std::vector<std::int64_t> branches(m_demo.meta.branches.begin(),
                                                 m_demo.meta.branches.end());
        ProtoMessage spec, brain;
        spec.varint(2, branches.size()).packedVarints(3, branches);
        brain.packedVarints(3, branches).bytes(7, m_demo.meta.agent).message(9, spec);
        return brain.delimited();
    }

    // An episode whose end nobody saw is closed by its last row once more; only the very last one
    // may stay open, when no reward is lost by that.
    void addEpisode(const DemonstrationEpisode &episode, bool last, std::string &out) {
        const std::size_t rows = episode.rows();
        const bool repeats = !episode.closed && !(last && episode.rewards.back() == 0);
        for (std::size_t t = 0; t < rows; ++t)
            addRow(episode, t, t == 0 ? episode.startReward : episode.rewards[t - 1],
                   episode.closed && t + 1 == rows, out);
        if (repeats)
            addRow(episode, rows - 1, episode.rewards.back(), true, out);
    }

    void addRow(const DemonstrationEpisode &episode, std::size_t row, float reward, bool done,
                std::string &out) {
        const std::size_t branches = m_demo.meta.branchCount();
        const auto first = episode.actions.begin() + std::ptrdiff_t(row * branches);
        const std::vector<std::int64_t> actions(first, first + std::ptrdiff_t(branches));
        out +=
            recordOf(m_sensors, episode.observations.data() + row * m_demo.meta.observationSize(),
                     actions, reward, done, done && episode.truncated);
        ++m_steps;
    }

    const Demonstration &m_demo;
    std::vector<Sensor> m_sensors;
    std::uint64_t m_steps = 0;
};

} // namespace

Result<std::string> encodeMlAgentsDemo(const Demonstration &demonstration) {
    std::vector<Problem> problems = checkMeta(demonstration.meta, "demonstration");
    for (const DemonstrationEpisode &episode : demonstration.episodes)
        for (Problem &problem : checkEpisode(demonstration.meta, episode, "episode"))
            problems.push_back(std::move(problem));
    if (demonstration.episodes.empty())
        problems.push_back({"demonstration", "has no episodes", "1 or more"});
    if (!problems.empty())
        return Error(std::move(problems));
    return DemoEncoder(demonstration).run();
}

Status writeMlAgentsDemo(const Demonstration &demonstration, const std::filesystem::path &path) {
    const Result<std::string> bytes = encodeMlAgentsDemo(demonstration);
    if (!bytes)
        return bytes.error();
    return writeFileAtomic(path, *bytes);
}

} // namespace paddock

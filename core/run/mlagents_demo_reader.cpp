#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/mlagents_demo.h"
#include "core/run/proto_wire.h"

namespace paddock {

namespace {

constexpr std::size_t kBrainOffset = 33;  // bytes; the metadata before it has 32 to itself
constexpr std::size_t kMaxValues = 65536; // of one observation
constexpr std::size_t kMaxBranches = 64;
constexpr int kApiVersion = 1;

struct Header {
    std::string name;
    std::int64_t steps = 0;
};

struct Sensor {
    std::string name;
    std::size_t size = 0;
    bool operator==(const Sensor &) const = default;
};

struct Record {
    std::vector<float> values; // [D], all sensors in the order of the file
    std::vector<Sensor> sensors;
    std::vector<std::int64_t> actions; // [K]
    float reward = 0;
    bool done = false;
    bool timeLimit = false;
    std::string problem; // what this file cannot be used for
};

bool readObservation(std::string_view bytes, Record &record) {
    Sensor sensor;
    const std::size_t before = record.values.size();
    ProtoReader in(bytes);
    while (in.next()) {
        if (in.field() == 2 && in.varint() != 0)
            record.problem = "holds compressed images";
        if (in.field() == 3)
            record.problem = "holds images";
        if (in.field() == 8)
            sensor.name = in.bytes();
        if (in.field() != 4)
            continue;
        ProtoReader data(in.bytes());
        while (data.next())
            if (data.field() == 1 && !data.appendFloats(record.values, kMaxValues))
                return false;
        if (data.failed())
            return false;
    }
    sensor.size = record.values.size() - before;
    record.sensors.push_back(std::move(sensor));
    return !in.failed();
}

bool readInfo(std::string_view bytes, Record &record) {
    ProtoReader in(bytes);
    while (in.next()) {
        switch (in.field()) {
        case 7:
            record.reward = in.fixed32();
            break;
        case 8:
            record.done = in.varint() != 0;
            break;
        case 9:
            record.timeLimit = in.varint() != 0;
            break;
        case 13:
            if (record.sensors.size() > kMaxValues || !readObservation(in.bytes(), record))
                return false;
            break;
        default:
            break;
        }
    }
    return !in.failed();
}

bool readAction(std::string_view bytes, Record &record) {
    std::vector<float> old; // files of the first versions have no list of their own for choices
    ProtoReader in(bytes);
    while (in.next()) {
        if (in.field() == 6 && !in.bytes().empty())
            record.problem = "holds continuous actions";
        if (in.field() == 7 && !in.appendVarints(record.actions, kMaxBranches))
            return false;
        if (in.field() == 1 && !in.appendFloats(old, kMaxBranches))
            return false;
    }
    for (std::size_t i = 0; record.actions.size() < old.size(); ++i)
        record.actions.push_back(old[i] >= 0 && old[i] < 65536 ? std::int64_t(old[i]) : -1);
    return !in.failed();
}

bool readRecord(std::string_view bytes, Record &record) {
    bool info = false;
    ProtoReader in(bytes);
    while (in.next()) {
        if (in.field() == 1) {
            info = true;
            if (!readInfo(in.bytes(), record))
                return false;
        }
        if (in.field() == 2 && !readAction(in.bytes(), record))
            return false;
    }
    return info && !in.failed();
}

// Branch sizes of an ActionSpecProto.
bool readActionSpec(std::string_view bytes, std::vector<std::int64_t> &branches,
                    std::uint64_t &continuous) {
    ProtoReader in(bytes);
    while (in.next()) {
        if (in.field() == 1)
            continuous = in.varint();
        if (in.field() == 3 && !in.appendVarints(branches, kMaxBranches))
            return false;
    }
    return !in.failed();
}

class DemoDecoder {
  public:
    DemoDecoder(std::string_view bytes, const std::string &source)
        : m_bytes(bytes), m_source(source) {}

    Result<MlAgentsDemo> run() {
        if (!readHeader() || !readBrain() || !readRecords())
            return Error(m_problem);
        std::vector<Problem> problems = checkMeta(m_out.demonstration.meta, m_source);
        for (const DemonstrationEpisode &episode : m_out.demonstration.episodes)
            if (problems.empty())
                problems = checkEpisode(m_out.demonstration.meta, episode, m_source);
        if (!problems.empty())
            return Error(std::move(problems));
        return std::move(m_out);
    }

  private:
    bool fail(std::string what, std::string expected = "") {
        m_problem = {m_source, std::move(what), std::move(expected)};
        return false;
    }
    bool readHeader();
    bool readBrain();
    bool readRecords();
    bool take(const Record &record);
    bool start(const Record &record);

    std::string_view m_bytes;
    std::string m_source;
    Problem m_problem;
    Header m_header;
    std::vector<Sensor> m_sensors;
    MlAgentsDemo m_out;
    bool m_open = false; // the last episode goes on
};

bool DemoDecoder::readHeader() {
    std::string_view rest = m_bytes;
    const std::optional<std::string_view> message = ProtoReader::takeDelimited(rest);
    std::uint64_t version = 0;
    if (!message || message->empty() || m_bytes.size() <= kBrainOffset)
        return fail("is no ML-Agents demonstration", "its metadata in the first 32 bytes");
    ProtoReader in(*message);
    while (in.next()) {
        switch (in.field()) {
        case 1:
            version = in.varint();
            break;
        case 2:
            m_header.name = in.bytes();
            break;
        case 3:
            m_header.steps = static_cast<std::int64_t>(in.varint());
            break;
        default:
            break;
        }
    }
    if (in.failed())
        return fail("is no ML-Agents demonstration", "its metadata in the first 32 bytes");
    if (version != kApiVersion)
        return fail("has version " + numberText(version), numberText(kApiVersion));
    return true;
}

bool DemoDecoder::readBrain() {
    m_bytes.remove_prefix(kBrainOffset);
    const std::optional<std::string_view> message = ProtoReader::takeDelimited(m_bytes);
    if (!message)
        return fail("ends within the description of its agent");
    std::vector<std::int64_t> branches, oldBranches;
    std::uint64_t continuous = 0;
    DemonstrationMeta &meta = m_out.demonstration.meta;
    ProtoReader in(*message);
    bool good = true;
    while (good && in.next()) {
        if (in.field() == 3)
            good = in.appendVarints(oldBranches, kMaxBranches);
        if (in.field() == 7)
            meta.agent = in.bytes();
        if (in.field() == 9)
            good = readActionSpec(in.bytes(), branches, continuous);
    }
    if (!good || in.failed())
        return fail("has a damaged description of its agent");
    if (continuous != 0)
        return fail("has " + numberText(continuous) + " continuous actions", "discrete ones only");
    meta.name = m_header.name;
    for (const std::int64_t size : branches.empty() ? oldBranches : branches)
        meta.branches.push_back(size > 0 && size <= 65536 ? static_cast<std::int32_t>(size) : 0);
    return true;
}

bool DemoDecoder::readRecords() {
    while (!m_bytes.empty() && (m_header.steps <= 0 || m_out.records < m_header.steps)) {
        const std::optional<std::string_view> message = ProtoReader::takeDelimited(m_bytes);
        Record record;
        if (!message || !readRecord(*message, record)) {
            m_out.note = "the file is damaged behind record " + numberText(m_out.records);
            break;
        }
        if (!take(record))
            return false;
    }
    if (m_out.note.empty() && m_out.records < m_header.steps)
        m_out.note = "the file ends after record " + numberText(m_out.records) + " of " +
                     numberText(m_header.steps);
    if (m_out.records == 0)
        return fail("holds no records");
    return true;
}

// The first record says what the sensors are.
bool DemoDecoder::start(const Record &record) {
    m_sensors = record.sensors;
    for (std::size_t s = 0; s < m_sensors.size(); ++s)
        for (std::size_t i = 0; i < m_sensors[s].size; ++i) {
            const std::string name =
                m_sensors[s].name.empty() ? "obs_" + numberText(int(s)) : m_sensors[s].name;
            m_out.demonstration.meta.observationNames.push_back(name + "_" + numberText(int(i)));
        }
    return true;
}

bool DemoDecoder::take(const Record &record) {
    const std::string where = "record " + numberText(m_out.records);
    if (m_out.records == 0)
        start(record);
    if (!record.problem.empty())
        return fail(where + " " + record.problem, "vector observations and discrete actions");
    if (record.sensors != m_sensors)
        return fail(where + " has other observations than the first");
    const DemonstrationMeta &meta = m_out.demonstration.meta;
    if (record.actions.size() != meta.branchCount())
        return fail(where + " has " + numberText(std::uint64_t(record.actions.size())) + " actions",
                    numberText(std::uint64_t(meta.branchCount())));
    std::vector<DemonstrationEpisode> &episodes = m_out.demonstration.episodes;
    if (m_open) {
        episodes.back().rewards.back() = record.reward;
    } else {
        episodes.emplace_back();
        episodes.back().startReward = record.reward;
    }
    DemonstrationEpisode &episode = episodes.back();
    episode.observations.insert(episode.observations.end(), record.values.begin(),
                                record.values.end());
    for (const std::int64_t action : record.actions)
        episode.actions.push_back(action >= 0 && action < 65536 ? std::int32_t(action) : -1);
    episode.rewards.push_back(0);
    episode.closed = record.done;
    episode.truncated = record.done && record.timeLimit;
    m_open = !record.done;
    ++m_out.records;
    return true;
}

} // namespace

Result<MlAgentsDemo> decodeMlAgentsDemo(std::string_view bytes, const std::string &source) {
    return DemoDecoder(bytes, source).run();
}

Result<MlAgentsDemo> readMlAgentsDemo(const std::filesystem::path &path) {
    const Result<std::string> bytes = readFile(path, kMaxDemonstrationBytes);
    if (!bytes)
        return bytes.error();
    return decodeMlAgentsDemo(*bytes, path.string());
}

} // namespace paddock

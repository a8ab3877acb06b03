#include "core/run/run_curves.h"

#include "core/base/file_io.h"
#include "core/run/timing_tag.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <sys/stat.h>

namespace paddock {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json; // sorted keys: the order of a document does not matter

constexpr std::size_t kMaxDocument = 4u << 20;
constexpr std::size_t kMaxLine = 1u << 20; // a longer one is none of ours
constexpr std::size_t kMaxTags = 256;
constexpr int kMaxGroups = 64;

std::int64_t startOf(const fs::path &runDir) {
    std::error_code code;
    const fs::file_time_type written = fs::last_write_time(runDir / "build.json", code);
    if (code)
        return 0;
    const auto system = std::chrono::file_clock::to_sys(written);
    return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

// Hands over each whole line and keeps the rest.
template <class Use>
void eachLine(const std::string &bytes, std::string &rest, const Use &use) {
    std::size_t from = 0;
    for (std::size_t end = bytes.find('\n'); end != std::string::npos;
         from = end + 1, end = bytes.find('\n', from)) {
        use(rest + bytes.substr(from, end - from));
        rest.clear();
    }
    rest += bytes.substr(from);
    if (rest.size() > kMaxLine)
        rest.clear();
}

} // namespace

RunCurves::Curve RunCurves::find(const std::string &tag, int group) const {
    const auto found = tags.find(tag);
    const bool there = found != tags.end() && group >= 0 && group < int(found->second.size());
    return there ? found->second[std::size_t(group)] : nullptr;
}

RunCurvesReader::RunCurvesReader(fs::path runDir, std::size_t capacity)
    : m_runDir(std::move(runDir)),
      m_capacity(capacity), m_seconds{MetricCurve(capacity), {}}, m_episodes{MetricCurve(capacity),
                                                                             {}} {
    m_head.groups = {""};
    readDocument();
}

void RunCurvesReader::readDocument() {
    m_head.started = startOf(m_runDir);
    const Result<std::string> text = readFile(m_runDir / "scenario.json", kMaxDocument);
    Json json = text ? Json::parse(*text, nullptr, false) : Json();
    if (!json.is_object()) {
        m_head.problem =
            text ? (m_runDir / "scenario.json").string() + " is no document" : text.error().text();
        return;
    }
    if (const auto training = json.find("training");
        training != json.end() && training->is_object()) {
        if (const auto seed = training->find("seed");
            seed != training->end() && seed->is_number_integer())
            m_head.seed = seed->get<std::int64_t>();
        training->erase("seed");
    }
    m_head.document = json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string RunCurvesReader::readNew(Source &source, bool &restarted) {
    const fs::path path = m_runDir / source.name;
    struct stat info {};
    source.atEnd = true;
    if (::stat(path.c_str(), &info) != 0)
        return {};
    const bool replaced = source.inode != 0 && source.inode != info.st_ino;
    if (replaced || std::uint64_t(info.st_size) < source.offset) {
        restarted = true;
        return {};
    }
    source.inode = info.st_ino;
    std::ifstream file(path, std::ios::binary);
    file.seekg(std::streamoff(source.offset));
    std::string bytes(std::min<std::uint64_t>(kReadAtOnce, info.st_size - source.offset), '\0');
    file.read(bytes.data(), std::streamsize(bytes.size()));
    bytes.resize(std::size_t(std::max<std::streamsize>(0, file.gcount())));
    source.offset += bytes.size();
    source.atEnd = source.offset >= std::uint64_t(info.st_size) || bytes.empty();
    return bytes;
}

void RunCurvesReader::restart() {
    m_tags.clear();
    for (Growing *growing : {&m_seconds, &m_episodes})
        *growing = {MetricCurve(m_capacity), {}};
    m_secondsBefore = m_lastSeconds = 0;
    m_head.groups = {""};
    for (Source *source : {&m_metrics, &m_timing})
        *source = Source{source->name};
}

bool RunCurvesReader::poll() {
    bool restarted = false;
    std::string metrics = readNew(m_metrics, restarted);
    std::string timing = readNew(m_timing, restarted);
    if (restarted) {
        restart();
        metrics = readNew(m_metrics, restarted);
        timing = readNew(m_timing, restarted);
    }
    eachLine(metrics, m_metrics.rest, [this](const std::string &line) {
        if (const Result<MetricRow> row = parseMetricLine(line))
            addMetrics(*row);
    });
    eachLine(timing, m_timing.rest, [this](const std::string &line) {
        if (const Result<MetricRow> row = parseMetricLine(line))
            addTiming(*row);
    });
    return restarted || !metrics.empty() || !timing.empty();
}

void RunCurvesReader::add(Growing &growing, double step, double value) {
    growing.curve.add(step, value);
    growing.dirty = true;
}

void RunCurvesReader::addMetrics(const MetricRow &row) {
    if (row.group >= kMaxGroups)
        return;
    if (row.group >= int(m_head.groups.size()))
        m_head.groups.resize(std::size_t(row.group) + 1);
    m_head.groups[std::size_t(row.group)] = row.groupName;
    for (const auto &[tag, value] : row.values) {
        if (m_tags.size() >= kMaxTags && !m_tags.contains(tag))
            continue;
        auto &curves = m_tags[tag];
        if (row.group >= int(curves.size()))
            curves.resize(std::size_t(row.group) + 1);
        auto &curve = curves[std::size_t(row.group)];
        if (!curve)
            curve = std::make_unique<Growing>(Growing{MetricCurve(m_capacity), {}});
        add(*curve, double(row.step), value);
    }
}

// The clock of each session of a resumed run begins at zero.
void RunCurvesReader::addTiming(const MetricRow &row) {
    MetricRow rest = row;
    std::erase_if(rest.values, [&](const auto &entry) {
        if (entry.first == tag::kEpisodes)
            add(m_episodes, double(row.step), entry.second);
        return entry.first == tag::kWallSeconds || entry.first == tag::kEpisodes;
    });
    const double seconds = row.get(tag::kWallSeconds, std::nan(""));
    if (std::isfinite(seconds)) {
        if (seconds < m_lastSeconds)
            m_secondsBefore += m_lastSeconds;
        m_lastSeconds = seconds;
        add(m_seconds, double(row.step), m_secondsBefore + seconds);
    }
    if (m_head.groups.size() > 0)
        rest.groupName = m_head.groups.front();
    addMetrics(rest);
}

RunCurves::Curve RunCurvesReader::shown(Growing &growing) {
    if (growing.curve.empty())
        return nullptr;
    if (growing.dirty)
        growing.shown = std::make_shared<const MetricCurve>(growing.curve);
    growing.dirty = false;
    return growing.shown;
}

std::shared_ptr<const RunCurves> RunCurvesReader::curves() {
    auto out = std::make_shared<RunCurves>(m_head);
    for (auto &[tag, groups] : m_tags) {
        std::vector<RunCurves::Curve> curves;
        for (auto &growing : groups)
            curves.push_back(growing ? shown(*growing) : nullptr);
        out->tags.emplace(tag, std::move(curves));
    }
    out->seconds = shown(m_seconds);
    out->episodes = shown(m_episodes);
    return out;
}

} // namespace paddock

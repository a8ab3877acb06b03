#include "core/run/lap_library.h"

#include "core/base/text.h"

#include <algorithm>

namespace paddock {

namespace {

constexpr std::size_t kPathPoints = 200;
constexpr const char *kTrimmed = "trimmed";

std::string verdictText(const std::string &outcome) {
    if (outcome == "goal" || outcome == "lap")
        return verdictName(LapVerdict::Clean);
    if (outcome == "wall" || outcome == "lane_bound")
        return verdictName(LapVerdict::OffTrack);
    return outcome.starts_with("collision") ? verdictName(LapVerdict::Collision) : outcome;
}

// Evenly spaced rows, the first and the last among them.
std::vector<Vec2> thinPath(const DemonstrationEpisode &episode) {
    const std::size_t rows = episode.poses.size() / 3, points = std::min(rows, kPathPoints);
    std::vector<Vec2> path;
    for (std::size_t i = 0; i < points; ++i) {
        const std::size_t row = points > 1 ? i * (rows - 1) / (points - 1) : 0;
        path.push_back({episode.poses[row * 3], episode.poses[row * 3 + 1]});
    }
    return path;
}

LapEntry entryOf(const DemonstrationEpisode &episode, std::size_t chunk, double period) {
    return {chunk,
            verdictText(episode.outcome),
            episode.lapTime,
            double(episode.rows()) * period,
            episode.totalReward(),
            episode.rows(),
            thinPath(episode)};
}

// Rows of the one kind can stand beside rows of the other.
bool fits(const DemonstrationMeta &a, const DemonstrationMeta &b) {
    return a.observationNames == b.observationNames && a.branches == b.branches &&
           a.decisionPeriod == b.decisionPeriod;
}

DemonstrationEpisode cut(const DemonstrationEpisode &whole, std::size_t first, std::size_t last) {
    const auto slice = [&](const auto &values) {
        const std::size_t width = values.size() / whole.rows();
        return std::decay_t<decltype(values)>(values.begin() + std::ptrdiff_t(first * width),
                                              values.begin() + std::ptrdiff_t(last * width));
    };
    const bool toTheEnd = last == whole.rows();
    DemonstrationEpisode part;
    part.observations = slice(whole.observations);
    part.actions = slice(whole.actions);
    part.rewards = slice(whole.rewards);
    part.poses = slice(whole.poses);
    part.startReward = first == 0 ? whole.startReward : 0;
    part.closed = toTheEnd && whole.closed;
    part.truncated = toTheEnd ? whole.truncated : true;
    part.outcome = kTrimmed;
    return part;
}

} // namespace

std::vector<LapEntry> lapEntries(const DemonstrationFile &file) {
    const double period = file.demonstration.meta.decisionPeriod;
    std::vector<LapEntry> entries(file.alive.size());
    auto next = file.demonstration.episodes.begin();
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (file.alive[i])
            entries[i] = entryOf(*next++, i, period);
    for (const DiscardedEpisode &gone : file.discarded)
        entries[gone.chunk] = entryOf(gone.episode, gone.chunk, period);
    return entries;
}

Result<LapLibrary> LapLibrary::open(const std::filesystem::path &path,
                                    const std::optional<DemonstrationMeta> &meta) {
    if (meta && !std::filesystem::exists(path))
        if (const auto made = DemonstrationWriter::create(path, *meta); !made)
            return made.error();
    Result<DemonstrationFile> file = readDemonstration(path);
    if (!file)
        return file.error();
    const DemonstrationMeta &found = file->demonstration.meta;
    if (meta && !fits(found, *meta))
        return Error(Problem{path.string(),
                             "holds laps of \"" + found.name + "\" with " +
                                 std::to_string(found.observationSize()) + " observations",
                             "laps of \"" + meta->name + "\" with " +
                                 std::to_string(meta->observationSize()) +
                                 ", the same choices and time between decisions"});
    Result<DemonstrationWriter> writer = DemonstrationWriter::open(path);
    if (!writer)
        return writer.error();
    return LapLibrary(path, std::move(*file), std::move(*writer));
}

LapLibrary::LapLibrary(std::filesystem::path path, DemonstrationFile file,
                       DemonstrationWriter writer)
    : m_path(std::move(path)), m_meta(file.demonstration.meta), m_lost(file.lost),
      m_all(lapEntries(file)), m_writer(std::move(writer)) {
    for (const DiscardedEpisode &gone : file.discarded) {
        if (gone.returned && m_all[gone.chunk].verdict == kTrimmed)
            continue; // a trim that was taken back
        const bool trimmed = gone.replaced && m_all[gone.by].verdict == kTrimmed;
        m_done.push_back({trimmed ? std::optional<std::size_t>(gone.by) : std::nullopt, gone.chunk,
                          (trimmed ? "trim " : "discard ") + nameOf(gone.chunk)});
    }
    refresh();
}

void LapLibrary::refresh() {
    m_laps.clear();
    for (const LapEntry &entry : m_all)
        if (m_writer.isAlive(entry.chunk))
            m_laps.push_back(entry);
}

std::string LapLibrary::nameOf(std::size_t chunk) const {
    return "lap " + std::to_string(chunk + 1);
}

int LapLibrary::cleanLaps() const {
    return int(std::count_if(m_laps.begin(), m_laps.end(), [](const LapEntry &lap) {
        return lap.verdict == verdictName(LapVerdict::Clean);
    }));
}

Result<DemonstrationEpisode> LapLibrary::lap(std::size_t chunk) const {
    Result<DemonstrationFile> file = readDemonstration(m_path);
    if (!file)
        return file.error();
    if (chunk >= file->alive.size() || !file->alive[chunk])
        return Error(Problem{m_path.string(), "has no " + nameOf(chunk), "one of the list"});
    const auto before =
        std::count(file->alive.begin(), file->alive.begin() + std::ptrdiff_t(chunk), true);
    return std::move(file->demonstration.episodes[std::size_t(before)]);
}

Status LapLibrary::append(const DemonstrationEpisode &episode, bool keep) {
    const std::size_t chunk = m_all.size();
    if (const Status status = m_writer.append(episode); !status)
        return status.error();
    m_all.push_back(entryOf(episode, chunk, m_meta.decisionPeriod));
    if (!keep)
        return discard(chunk);
    m_done.push_back({chunk, std::nullopt, "keep " + nameOf(chunk)});
    refresh();
    return Done{};
}

Status LapLibrary::discardLast() {
    if (m_laps.empty())
        return Error(Problem{m_path.string(), "has no lap to discard", ""});
    return discard(m_laps.back().chunk);
}

Status LapLibrary::discard(std::size_t chunk) {
    const Status status = m_writer.discard(chunk);
    if (status)
        m_done.push_back({std::nullopt, chunk, "discard " + nameOf(chunk)});
    refresh();
    return status;
}

Status LapLibrary::trim(std::size_t chunk, std::size_t first, std::size_t last) {
    const Result<DemonstrationEpisode> whole = lap(chunk);
    if (!whole)
        return whole.error();
    const std::size_t rows = whole->rows();
    if (first == 0 && last == rows)
        return Done{};
    if (first >= last || last > rows)
        return Error(Problem{m_path.string() + ": " + nameOf(chunk),
                             "cannot be cut to rows " + std::to_string(first) + " to " +
                                 std::to_string(last),
                             "a part of 0 to " + std::to_string(rows)});
    const DemonstrationEpisode part = cut(*whole, first, last);
    // The whole lap goes when its part is on the disk: a crash in between leaves both.
    const std::size_t added = m_all.size();
    if (const Status status = m_writer.append(part); !status)
        return status.error();
    m_all.push_back(entryOf(part, added, m_meta.decisionPeriod));
    const Status status = m_writer.discard(chunk);
    if (status)
        m_done.push_back({added, chunk, "trim " + nameOf(chunk)});
    refresh();
    return status;
}

std::string LapLibrary::undoText() const {
    return m_done.empty() ? std::string() : m_done.back().text;
}

Status LapLibrary::undo() {
    if (m_done.empty())
        return Error(Problem{m_path.string(), "has nothing to take back", ""});
    const Change change = m_done.back();
    // What comes back first: a crash in between leaves both.
    if (change.removed && !m_writer.isAlive(*change.removed))
        if (const Status status = m_writer.restore(*change.removed); !status)
            return status.error();
    if (change.added && m_writer.isAlive(*change.added))
        if (const Status status = m_writer.discard(*change.added); !status)
            return status.error();
    m_done.pop_back();
    refresh();
    return Done{};
}

} // namespace paddock

#include "core/run/demonstration.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/demonstration_chunks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

constexpr std::size_t kMaxObservations = 65536;
constexpr std::size_t kMaxBranches = 64;
constexpr std::int32_t kMaxChoices = 65536;
constexpr std::size_t kMaxText = 4096; // bytes

bool allFinite(const std::vector<float> &values) {
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

std::string countText(std::size_t count) {
    return numberText(static_cast<std::uint64_t>(count));
}

// Collects what is wrong with one thing.
class Checks {
  public:
    explicit Checks(std::string where) : m_where(std::move(where)) {}
    void size(const char *what, std::size_t got, std::size_t expected) {
        require(got == expected, std::string("holds ") + countText(got) + " " + what,
                countText(expected));
    }
    void require(bool good, std::string what, std::string expected) {
        if (!good)
            m_problems.push_back({m_where, std::move(what), std::move(expected)});
    }
    std::vector<Problem> take() { return std::move(m_problems); }

  private:
    std::string m_where;
    std::vector<Problem> m_problems;
};

// What lies behind the magic, applied chunk by chunk.
class Replay {
  public:
    explicit Replay(DemonstrationMeta meta) { m_file.demonstration.meta = std::move(meta); }

    // False: the chunk says what cannot be.
    bool apply(const demo::Chunk &chunk) {
        if (chunk.kind == demo::kEpisode) {
            auto episode = demo::decodeEpisode(chunk.payload, m_file.demonstration.meta);
            if (!episode)
                return false;
            m_episodes.push_back(std::move(*episode));
            m_file.alive.push_back(true);
            m_before = demo::kEpisode;
            return true;
        }
        if (chunk.kind != demo::kDrop && chunk.kind != demo::kBack)
            return false;
        const std::optional<std::uint32_t> index = demo::decodeIndex(chunk.payload);
        if (!index || *index >= m_file.alive.size())
            return false;
        setAlive(*index, chunk.kind == demo::kBack);
        m_before = chunk.kind;
        return true;
    }

    DemonstrationFile finish() {
        for (std::size_t i = 0; i < m_episodes.size(); ++i)
            if (m_file.alive[i])
                m_file.demonstration.episodes.push_back(std::move(m_episodes[i]));
        for (DiscardedEpisode &discarded : m_file.discarded)
            discarded.episode = std::move(m_episodes[discarded.chunk]);
        return std::move(m_file);
    }

  private:
    void setAlive(std::uint32_t chunk, bool alive) {
        std::erase_if(m_file.discarded,
                      [chunk](const DiscardedEpisode &d) { return d.chunk == chunk; });
        m_file.alive[chunk] = alive;
        const auto newest = static_cast<std::uint32_t>(m_file.alive.size() - 1);
        if (!alive)
            m_file.discarded.push_back({chunk,
                                        m_before == demo::kEpisode && newest != chunk,
                                        m_before == demo::kBack,
                                        newest,
                                        {}});
    }

    DemonstrationFile m_file;
    std::vector<DemonstrationEpisode> m_episodes;
    std::uint32_t m_before = 0; // kind of the chunk before
};

} // namespace

double DemonstrationEpisode::totalReward() const {
    return std::accumulate(rewards.begin(), rewards.end(), double{startReward});
}

std::size_t Demonstration::rows() const {
    std::size_t sum = 0;
    for (const DemonstrationEpisode &episode : episodes)
        sum += episode.rows();
    return sum;
}

double Demonstration::meanReturn() const {
    double sum = 0;
    for (const DemonstrationEpisode &episode : episodes)
        sum += episode.totalReward();
    return episodes.empty() ? 0 : sum / static_cast<double>(episodes.size());
}

std::vector<Problem> checkMeta(const DemonstrationMeta &meta, const std::string &where) {
    Checks checks(where);
    const std::size_t names = meta.observationNames.size();
    checks.require(names >= 1 && names <= kMaxObservations,
                   "has " + countText(names) + " observations",
                   "1 to " + countText(kMaxObservations));
    checks.require(!meta.branches.empty() && meta.branches.size() <= kMaxBranches,
                   "has " + countText(meta.branches.size()) + " action branches",
                   "1 to " + countText(kMaxBranches));
    for (const std::int32_t choices : meta.branches)
        checks.require(choices >= 1 && choices <= kMaxChoices,
                       "has a branch of " + numberText(choices) + " choices",
                       "1 to " + numberText(kMaxChoices));
    checks.require(std::isfinite(meta.decisionPeriod) && meta.decisionPeriod >= 0,
                   "has the decision period " + numberText(meta.decisionPeriod), "0 s or more");
    const auto isLong = [](const std::string &text) { return text.size() > kMaxText; };
    checks.require(
        !isLong(meta.name) && !isLong(meta.agent) &&
            std::none_of(meta.observationNames.begin(), meta.observationNames.end(), isLong),
        "has a longer name", "at most " + countText(kMaxText) + " bytes");
    return checks.take();
}

std::vector<Problem> checkEpisode(const DemonstrationMeta &meta,
                                  const DemonstrationEpisode &episode, const std::string &where) {
    Checks checks(where);
    const std::size_t rows = episode.rows(), branches = meta.branchCount();
    checks.require(rows > 0, "has no rows", "1 or more");
    checks.size("observations", episode.observations.size(), rows * meta.observationSize());
    checks.size("actions", episode.actions.size(), rows * branches);
    if (!episode.poses.empty())
        checks.size("pose values", episode.poses.size(), rows * 3);
    checks.require(allFinite(episode.observations), "holds an observation that is not finite", "");
    checks.require(allFinite(episode.rewards) && std::isfinite(episode.startReward),
                   "holds a reward that is not finite", "");
    checks.require(allFinite(episode.poses), "holds a pose that is not finite", "");
    checks.require(std::isfinite(episode.lapTime) && episode.lapTime >= 0,
                   "has the lap time " + numberText(episode.lapTime), "0 s or more");
    checks.require(episode.outcome.size() <= kMaxText, "has a longer outcome",
                   "at most " + countText(kMaxText) + " bytes");
    for (std::size_t i = 0; i < episode.actions.size() && branches > 0; ++i) {
        const std::int32_t action = episode.actions[i], choices = meta.branches[i % branches];
        if (action >= 0 && action < choices)
            continue;
        checks.require(false, "row " + countText(i / branches) + " chose " + numberText(action),
                       "0 to " + numberText(choices - 1));
        break; // one is enough to find the mistake
    }
    return checks.take();
}

Result<DemonstrationFile> decodeDemonstration(std::string_view bytes, const std::string &source) {
    if (!bytes.starts_with(demo::kMagic))
        return Error(Problem{source, "is no demonstration", "the bytes PADDEMO1 at its start"});
    std::size_t at = demo::kMagic.size();
    const std::optional<demo::Chunk> first = demo::firstChunk(bytes.substr(at));
    std::optional<DemonstrationMeta> meta;
    if (first && first->kind == demo::kMeta)
        meta = demo::decodeMeta(first->payload);
    if (!meta)
        return Error(Problem{source, "has a damaged first chunk", "who drove what"});
    Replay replay(std::move(*meta));
    at += first->size;
    std::string lost;
    while (at < bytes.size()) {
        const std::optional<demo::Chunk> next = demo::firstChunk(bytes.substr(at));
        if (!next || !replay.apply(*next)) {
            lost = countText(bytes.size() - at) + " bytes from byte " + countText(at) +
                   (next ? " make no sense" : " are cut or damaged");
            break;
        }
        at += next->size;
    }
    DemonstrationFile file = replay.finish();
    file.goodBytes = at;
    file.lost = std::move(lost);
    return file;
}

Result<DemonstrationFile> readDemonstration(const std::filesystem::path &path) {
    const Result<std::string> bytes = readFile(path, kMaxDemonstrationBytes);
    if (!bytes)
        return bytes.error();
    return decodeDemonstration(*bytes, path.string());
}

Result<std::string> encodeDemonstration(const Demonstration &demonstration) {
    std::vector<Problem> problems = checkMeta(demonstration.meta, "demonstration");
    std::string bytes(demo::kMagic);
    bytes += demo::chunk(demo::kMeta, demo::encodeMeta(demonstration.meta));
    for (std::size_t i = 0; i < demonstration.episodes.size(); ++i) {
        const DemonstrationEpisode &episode = demonstration.episodes[i];
        for (Problem &problem :
             checkEpisode(demonstration.meta, episode, "episode " + countText(i)))
            problems.push_back(std::move(problem));
        bytes += demo::chunk(demo::kEpisode, demo::encodeEpisode(episode));
    }
    if (!problems.empty())
        return Error(std::move(problems));
    return bytes;
}

Status writeDemonstration(const Demonstration &demonstration, const std::filesystem::path &path) {
    const Result<std::string> bytes = encodeDemonstration(demonstration);
    if (!bytes)
        return bytes.error();
    return writeFileAtomic(path, *bytes);
}

} // namespace paddock

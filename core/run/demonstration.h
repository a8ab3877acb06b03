// Laps that somebody drove, as examples to learn from; and the file that keeps them through a
// crash.
//
// A .pdemo file is the 8 bytes "PADDEMO1" and then chunks, only ever appended:
//   u32 kind, u64 length, u32 CRC-32C over kind, length and payload, payload (all little-endian)
//   META  one, first: who drove what, and the names and sizes of what follows
//   EPIS  one episode
//   DROP  u32: that episode (counted from 0 in the order of the file) is discarded
//   BACK  u32: it is wanted after all
// A power cut loses at most the chunk that was being written.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace paddock {

struct DemonstrationMeta {
    std::string name;
    std::string agent;                         // who was driven, e.g. "a1"
    std::uint64_t scenarioHash = 0;            // FNV-1a of the document, 0 = unknown
    std::vector<std::string> observationNames; // [D]
    std::vector<std::int32_t> branches;        // [K], choices of each action branch
    double decisionPeriod = 0;                 // s, 0 = unknown

    std::size_t observationSize() const { return observationNames.size(); }
    std::size_t branchCount() const { return branches.size(); }
    bool operator==(const DemonstrationMeta &) const = default;
};

// One lap or episode of T rows: what was seen, what was then chosen, what reward followed.
struct DemonstrationEpisode {
    std::vector<float> observations;   // [T, D]
    std::vector<std::int32_t> actions; // [T, K], from 0
    std::vector<float> rewards;        // [T], that followed the row; 0 where none did
    std::vector<float> poses;          // [T, 3] x m, y m, yaw rad; or empty
    float startReward = 0;             // came with the first row, before any action
    // True: the last row is what was seen when the episode ended; its action was never carried out.
    bool closed = false;
    bool truncated = false; // a time limit ended it
    std::string outcome;    // "goal", "lap", "collision", ...; empty = unknown
    double lapTime = 0;     // s, 0 = no lap

    std::size_t rows() const { return rewards.size(); }
    std::size_t decisions() const { return rows() - (closed && !rewards.empty() ? 1 : 0); }
    double totalReward() const;
    bool operator==(const DemonstrationEpisode &) const = default;
};

struct Demonstration {
    DemonstrationMeta meta;
    std::vector<DemonstrationEpisode> episodes;

    std::size_t rows() const;
    double meanReturn() const; // over episodes, 0 without any
    bool operator==(const Demonstration &) const = default;
};

inline constexpr std::size_t kMaxDemonstrationBytes = std::size_t{2} << 30;

// Every way in which an episode does not fit: sizes, actions out of range, numbers that are not
// finite. `where` names it.
std::vector<Problem> checkEpisode(const DemonstrationMeta &meta,
                                  const DemonstrationEpisode &episode, const std::string &where);
std::vector<Problem> checkMeta(const DemonstrationMeta &meta, const std::string &where);

// An episode that was discarded and has not come back.
struct DiscardedEpisode {
    std::uint32_t chunk = 0; // its place in the file
    bool replaced = false;   // discarded right after another one, `by`, was appended
    bool returned = false;   // discarded right after another one was brought back
    std::uint32_t by = 0;
    DemonstrationEpisode episode;
};

// What a file held.
struct DemonstrationFile {
    Demonstration demonstration; // the episodes that are not discarded
    // Of every episode chunk in the order of the file: is it alive; the ones that are make up
    // `demonstration.episodes`.
    std::vector<bool> alive;
    std::vector<DiscardedEpisode> discarded; // in the order of discarding
    std::size_t goodBytes = 0;               // up to the last whole chunk
    std::string lost; // what was left out behind it; empty when the file is whole
};

// Errors: not such a file, or its first chunk is damaged. Damage further on is reported in `lost`.
Result<DemonstrationFile> decodeDemonstration(std::string_view bytes, const std::string &source);
Result<DemonstrationFile> readDemonstration(const std::filesystem::path &path);

// The bytes of a file that holds `demonstration`. Error: it does not pass the checks above.
Result<std::string> encodeDemonstration(const Demonstration &demonstration);
// Temp file, fsync, rename.
Status writeDemonstration(const Demonstration &demonstration, const std::filesystem::path &path);

// Appends to a file, one chunk a call; when a call returns, its chunk is on the disk.
class DemonstrationWriter {
  public:
    // Makes the file; error when it is there.
    static Result<DemonstrationWriter> create(const std::filesystem::path &path,
                                              const DemonstrationMeta &meta);
    // Goes on with a file. What is damaged or torn at its end moves to "<path>.lost".
    static Result<DemonstrationWriter> open(const std::filesystem::path &path);

    DemonstrationWriter(DemonstrationWriter &&other) noexcept;
    DemonstrationWriter &operator=(DemonstrationWriter &&other) noexcept;
    ~DemonstrationWriter();

    const DemonstrationMeta &meta() const { return m_meta; }
    std::size_t chunkCount() const { return m_alive.size(); } // episodes, the discarded ones too
    std::size_t aliveCount() const;
    bool isAlive(std::size_t chunk) const { return chunk < m_alive.size() && m_alive[chunk]; }

    // An error leaves the file as it was. It is one, too, when another program has changed the
    // file.
    Status append(const DemonstrationEpisode &episode);
    Status discardLast();              // of those alive; error when there is none
    Status discard(std::size_t chunk); // by its place in the file
    Status restore(std::size_t chunk); // one that was discarded; error when it was not
    Status undo(); // brings back what was discarded last; error when nothing was

  private:
    DemonstrationWriter(int fd, std::filesystem::path path, DemonstrationFile state);
    Status write(std::uint32_t kind, const std::string &payload);

    int m_fd = -1;
    std::filesystem::path m_path;
    DemonstrationMeta m_meta;
    std::uint64_t m_size = 0; // bytes of whole chunks
    std::vector<bool> m_alive;
    std::vector<std::uint32_t> m_discarded; // in the order of discarding
};

} // namespace paddock

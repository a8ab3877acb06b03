// The laps of one .pdemo file as a list that can be edited. Every change is on the disk when the
// call returns, and can be undone.
#pragma once

#include "core/base/result.h"
#include "core/base/vec2.h"
#include "core/run/demonstration.h"
#include "core/run/driven_lap.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace paddock {

// A row of the list. Where drivers have recorded, "goal" and "lap" are told as "clean", walls and
// lane bounds as "off track".
struct LapEntry {
    std::size_t chunk = 0;  // its place in the file
    std::string verdict;    // "clean", "collision", ...; empty = unknown
    double lapTime = 0;     // s, 0 = no lap
    double seconds = 0;     // rows times the decision period
    double totalReward = 0; //
    std::size_t rows = 0;
    std::vector<Vec2> path; // m, at most 200 points; empty without poses
};

// Every episode of a file, the discarded ones too, in its order.
std::vector<LapEntry> lapEntries(const DemonstrationFile &file);

class LapLibrary {
  public:
    // Opens the file; makes it when it is not there and `meta` is given. Error: it is no such file,
    // or its rows hold other observations, choices or times between decisions than `meta` says.
    // What was damaged at its end is set aside in
    // "<path>.lost" and told by lost().
    static Result<LapLibrary> open(const std::filesystem::path &path,
                                   const std::optional<DemonstrationMeta> &meta);

    const std::filesystem::path &path() const { return m_path; }
    const DemonstrationMeta &meta() const { return m_meta; }
    const std::string &lost() const { return m_lost; }
    const std::vector<LapEntry> &laps() const { return m_laps; } // those not discarded, file order
    int cleanLaps() const;
    // The rows of a lap; error when the file cannot be read any more.
    Result<DemonstrationEpisode> lap(std::size_t chunk) const;

    // Appends; with keep == false it is discarded at once and undo() brings it back.
    Status append(const DemonstrationEpisode &episode, bool keep);
    Status discardLast();
    Status discard(std::size_t chunk);
    // Keeps rows [first, last) of a lap as a new one, at the end of the list, in place of it. What
    // was cut is no lap any more: its time is gone and its verdict is "trimmed". Nothing happens
    // where nothing would be cut.
    Status trim(std::size_t chunk, std::size_t first, std::size_t last);
    // The newest change first; discarding and trimming also from before the file was opened.
    bool canUndo() const { return !m_done.empty(); }
    std::string undoText() const; // what undo() would take back, in words
    Status undo();

  private:
    struct Change {
        std::optional<std::size_t> added;   // discarded by undo
        std::optional<std::size_t> removed; // brought back by undo
        std::string text;
    };
    LapLibrary(std::filesystem::path path, DemonstrationFile file, DemonstrationWriter writer);
    void refresh();
    std::string nameOf(std::size_t chunk) const;

    std::filesystem::path m_path;
    DemonstrationMeta m_meta;
    std::string m_lost;
    std::vector<LapEntry> m_all;  // by chunk, the discarded ones too
    std::vector<LapEntry> m_laps; // those of them that are alive
    std::vector<Change> m_done;
    DemonstrationWriter m_writer;
};

} // namespace paddock

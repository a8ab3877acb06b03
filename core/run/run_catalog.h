// The runs of a folder, looked at again and again: only those are read anew whose files have
// changed.
#pragma once

#include "core/run/run_index.h"

#include <array>
#include <map>

namespace paddock {

class RunCatalog {
  public:
    explicit RunCatalog(std::filesystem::path runsFolder) : m_folder(std::move(runsFolder)) {}

    // All runs, the newest first. A folder that is not there has none.
    std::vector<RunSummary> refresh();
    std::size_t lastRead() const { return m_lastRead; } // runs that refresh() had to read

  private:
    static constexpr std::size_t kWatched = 7; // files
    // What tells that a run has changed: size and time of each file, and whether it is at work.
    using Stamp = std::array<std::int64_t, 2 * kWatched + 1>;
    struct Entry {
        Stamp stamp{};
        RunSummary summary;
    };
    static Stamp stampOf(const std::filesystem::path &runDir);

    std::filesystem::path m_folder;
    std::map<std::filesystem::path, Entry> m_entries;
    std::size_t m_lastRead = 0;
};

} // namespace paddock

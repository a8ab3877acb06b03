#include "core/run/run_catalog.h"

#include "core/run/run_lock.h"

#include <utility>

namespace paddock {

namespace fs = std::filesystem;

RunCatalog::Stamp RunCatalog::stampOf(const fs::path &runDir) {
    static constexpr std::array<const char *, kWatched> kFiles{
        "scenario.json", "build.json", "metrics.jsonl", "timing.jsonl",
        "events.log",    "notes.json", "checkpoints"};
    Stamp stamp{};
    for (std::size_t i = 0; i < kWatched; ++i) {
        std::error_code none, noSize;
        const fs::file_time_type time = fs::last_write_time(runDir / kFiles[i], none);
        const std::uintmax_t size = fs::file_size(runDir / kFiles[i], noSize); // none of a folder
        stamp[2 * i] = none ? -1 : std::int64_t(time.time_since_epoch().count());
        stamp[2 * i + 1] = noSize ? -1 : std::int64_t(size);
    }
    stamp.back() = RunLock::isTaken(runDir);
    return stamp;
}

std::vector<RunSummary> RunCatalog::refresh() {
    const std::map<fs::path, Entry> before = std::exchange(m_entries, {});
    std::vector<RunSummary> runs;
    m_lastRead = 0;
    for (const fs::path &path : findRuns(m_folder)) {
        const Stamp stamp = stampOf(path); // before reading: what changes meanwhile is read again
        const auto known = before.find(path);
        const bool same = known != before.end() && known->second.stamp == stamp;
        if (!same)
            ++m_lastRead;
        Entry entry{stamp, same ? known->second.summary : readRunSummary(path)};
        runs.push_back(entry.summary);
        m_entries.emplace(path, std::move(entry));
    }
    sortRuns(runs);
    return runs;
}

} // namespace paddock

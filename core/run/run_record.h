// All that the files of a run say of its course, to show it again.
#pragma once

#include "core/run/training_session.h"

namespace paddock {

struct RunRecord {
    std::vector<MetricRow> rows; // in the order of the file, with the wall time of timing.jsonl
    std::vector<SessionEvent> events; // of events.log
    std::vector<Problem> problems;    // what could not be read
};

// Reads what can be read, of a run at work too. A last line without its end is still being
// written and no problem; other damaged lines are left out and counted.
RunRecord readRunRecord(const std::filesystem::path &runDir);

} // namespace paddock

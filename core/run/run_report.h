// One HTML file about a training run: its document, seed, versions, curves, last figures, events
// and checkpoints.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace paddock {

// Only looks; the run may be at work. Parts that cannot be read are left out and named. Error: no
// run directory.
Result<std::string> runReport(const std::filesystem::path &runDir);

} // namespace paddock

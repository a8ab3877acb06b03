// What a person noted at steps of a run; kept in annotations.json of its directory.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace paddock {

struct RunAnnotation {
    std::int64_t step = 0; // agent steps
    std::string text;

    bool operator==(const RunAnnotation &) const = default;
};

// In the order of steps. A run without notes has none; a file that cannot be read is an error, so
// that nobody writes over it.
Result<std::vector<RunAnnotation>> loadAnnotations(const std::filesystem::path &runDir);
Status saveAnnotations(const std::filesystem::path &runDir, std::vector<RunAnnotation> notes);

} // namespace paddock

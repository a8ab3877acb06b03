// Published or earlier curves to lay under those of a run, from a CSV file: column "step", then one
// column per tag.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace paddock {

struct ReferenceCurves {
    std::string name; // of the file, without folder and extension
    // Tag -> (step, value), in the order of the file. Empty cells are left out.
    std::map<std::string, std::vector<std::pair<double, double>>> curves;
};

// Errors name the line and what was found there.
Result<ReferenceCurves> parseReferenceCurves(const std::string &csv, const std::string &name);
Result<ReferenceCurves> loadReferenceCurves(const std::filesystem::path &file);

} // namespace paddock

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
    // Tag -> (step, value), in the order of the file. Empty cells, nan and inf are left
    // out.
    std::map<std::string, std::vector<std::pair<double, double>>> curves;
    int group = -1; // whose agents they tell of, from 0; -1: not known
};

// Errors name the line and what was found there. The group follows from the name.
Result<ReferenceCurves> parseReferenceCurves(const std::string &csv, const std::string &name);
Result<ReferenceCurves> loadReferenceCurves(const std::filesystem::path &file);
// 1 for "racing-10pair-agent2": what counts is a number from 1 after "agent" or "racer" at the end.
// -1 where the name does not say.
int groupOfReference(const std::string &name);

} // namespace paddock

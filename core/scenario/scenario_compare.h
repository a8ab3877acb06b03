// Two scenarios side by side: where they come from and in which fields they differ.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <string>
#include <utility>
#include <vector>

namespace paddock {

// A scenario by the words that people have for it: a document, the folder of a run or of one of its
// checkpoints, or "preset:tuned". `kind` is that of a preset.
Result<Scenario> namedScenario(const std::string &name,
                               ScenarioKind kind = ScenarioKind::Intersection);
// Two of them; a preset is of the kind that the other side has. Errors hold the problems of both.
Result<std::pair<Scenario, Scenario>> namedScenarios(const std::string &left,
                                                     const std::string &right);

struct ComparedField {
    std::string path;  // dotted
    std::string left;  // empty: the left one has no such field
    std::string right; // the same of the right one
    std::string unit;
    std::string help;
};

// The fields that differ, in the order of the document. Tracks are compared by what they hold: a
// run keeps its own copy under another name.
std::vector<ComparedField> compareScenarios(const Scenario &left, const Scenario &right);

} // namespace paddock

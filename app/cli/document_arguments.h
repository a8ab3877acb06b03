// The arguments that choose and change a scenario document.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace paddock::cli {

struct DocumentArguments {
    std::string document; // file; empty: the preset alone
    std::string preset;
    std::vector<std::string> sets; // key=value
    std::string mlagents; // training settings of ML-Agents (YAML) over those of the document
    std::string behavior; // of that file; empty: the first
    // Short names of fields, as typed; empty = as the document says.
    std::string seed, steps, envs, xi;
};

// Adds the document's position and all options above to `command`.
void addDocumentArguments(CLI::App &command, DocumentArguments &arguments);

// Reads the document (or starts from the preset), then applies the options in order: ML-Agents
// settings (what is left out of them goes to standard error), short names, then --set. Errors hold
// every problem.
Result<Scenario> openDocument(const DocumentArguments &arguments);

// The options applied to a scenario from elsewhere, e.g. from a run that is resumed.
Result<Scenario> applyArguments(Scenario scenario, const DocumentArguments &arguments);

} // namespace paddock::cli

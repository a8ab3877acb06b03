// Training settings of Unity ML-Agents (YAML) as the training section of a scenario.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace paddock {

struct MlAgentsSettings {
    Scenario scenario;                  // with its training section as the file says
    std::string behavior;               // the one that was taken
    std::vector<std::string> behaviors; // all of the file
    std::vector<std::string> notes;     // what was left out because it changes nothing here
};

// Reads the settings of `behavior` into a copy of `scenario`; an empty name takes the first one,
// which needs all of them to agree but for their demonstrations. Settings that the file leaves out
// take ML-Agents' defaults; what ML-Agents has no word for (seed, target_kl, ...) stays as it is.
// Demonstrations of all behaviours are listed in the file's order where the scenario has room for
// more than one; of a Windows path only the file's name is kept.
//
// Errors, all at once and each by its key: keys that ML-Agents does not have, settings that have no
// counterpart here and would change the training (e.g. normalize: true), values out of range.
Result<MlAgentsSettings> applyMlAgentsYaml(const Scenario &scenario, std::string_view yaml,
                                           const std::string &source,
                                           const std::string &behavior = {});
Result<MlAgentsSettings> loadMlAgentsYaml(const Scenario &scenario,
                                          const std::filesystem::path &file,
                                          const std::string &behavior = {});

} // namespace paddock

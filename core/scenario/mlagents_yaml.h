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
    std::string behavior;               // the one that was taken, the first where all were
    std::vector<std::string> behaviors; // all of the file
    std::vector<std::string> notes;     // what was left out because it changes nothing here, and
                                        // what distinguishes the behaviours
};

// Reads the settings of `behavior` into a copy of `scenario`; an empty name takes all of them,
// which need to agree but for their demonstrations: each becomes the policy of a group of agents,
// in the file's order (training.policies per_agent), with its own of the demonstrations. Settings
// that the file leaves out take ML-Agents' defaults; what ML-Agents has no word for (seed,
// target_kl, ...) stays as it is. Of a Windows path only the file's name is kept.
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

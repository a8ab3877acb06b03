// A demonstration as the agents of a scenario would have seen and driven it: from the released
// observation (miss flags and fractions in ML-Agents' order, then speed) to the paper's (speed,
// then ranges swept from right to left), and from short decisions to longer ones.
#pragma once

#include "core/base/result.h"
#include "core/run/demonstration.h"
#include "core/scenario/scenario.h"

namespace paddock {

// `period` (s) between the rows of the demonstration, where its file does not say. Rows of one
// decision of the scenario become one: what was seen at the first, the action
// chosen most often (the earliest of equals), the rewards together. Errors: other sizes than the
// scenario's that are no layout of it, other choices, a period that the scenario's is no multiple
// of.
Result<Demonstration> adaptDemonstration(const Demonstration &demonstration,
                                         const Scenario &scenario, double period);

} // namespace paddock

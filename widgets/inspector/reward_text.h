// The reward of the task as an equation with the document's numbers.
#pragma once

#include "core/scenario/scenario.h"

#include <QString>

namespace paddock {

// Rich text, one case a line: the first that applies counts (Eq. 1 of the paper, plus what was
// added to it).
QString rewardEquation(const IntersectionTaskSpec &task);
QString rewardEquation(const RacingTaskSpec &race);
QString rewardEquation(const Scenario &scenario); // of its kind

} // namespace paddock

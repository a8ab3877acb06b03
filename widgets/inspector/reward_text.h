// The reward of the task as an equation with the document's numbers.
#pragma once

#include "core/scenario/scenario.h"

#include <QString>
#include <QStringList>

namespace paddock {

// Rich text, one case a line: the first that applies counts (Eq. 1 of the paper, plus what was
// added to it). Lines whose term (by its name in the task's layout) is among `paid` wear a pointer.
QString rewardEquation(const IntersectionTaskSpec &task, const QStringList &paid = {});
QString rewardEquation(const RacingTaskSpec &race, const QStringList &paid = {});
QString rewardEquation(const Scenario &scenario, const QStringList &paid = {}); // of its kind

} // namespace paddock

// Hints at reward that is earned without the task, as the window words them.
#pragma once

#include "core/run/reward_hint.h"
#include "widgets/plots/plot_marks.h"
#include "widgets/plots/reference_curves.h"

#include <QStringList>

namespace paddock {

PlotMark markOf(const RewardHint &hint);
// Of published or earlier curves, with their name before the claim.
QStringList hintsOfReference(const ReferenceCurves &reference);

} // namespace paddock

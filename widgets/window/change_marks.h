// From an event of a run to the short text that stands on the curves.
#pragma once

#include "core/run/training_session.h"
#include "core/scenario/scenario_io.h"
#include "widgets/plots/plot_marks.h"

#include <optional>
#include <vector>

namespace paddock {

// Only changes of parameters leave a mark: "α = 0.0001" when the event names a field with a symbol.
std::optional<PlotMark> markOf(const SessionEvent &event, const std::vector<FieldRow> &fields);

} // namespace paddock

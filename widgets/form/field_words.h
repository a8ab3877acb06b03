// How fields of the document are called in the window.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario_io.h"

#include <QString>

namespace paddock {

// "training.learning_rate" -> "learning rate"
QString fieldName(const QString &path);
// Part of the path before the field: "vehicles[0].lateral_tire" of
// "vehicles[0].lateral_tire.extremum_slip".
QString fieldGroup(const QString &path);
// First part of the path: "training", "vehicles[0]"; empty for what is at the top of the document.
QString fieldSection(const QString &path);
QString sectionTitle(const QString &section); // "Training", "Vehicle 1"
// Greek letters for the paper's symbols: "alpha" -> "α", "delta_max" -> "δ_max".
QString symbolText(const QString &symbol);
QString unitText(const QString &unit); // m^2 -> m²
// Help, range, preset, path: what a tooltip says.
QString fieldHelp(const FieldRow &row, const QString &presetValue);
// The dotted path of a problem's JSON pointer: "oval.json: /vehicles/1/wheelbase" ->
// "vehicles[1].wheelbase".
QString problemPath(const Problem &problem);

} // namespace paddock

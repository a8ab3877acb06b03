// Words, icons and colours for what is known of a run.
#pragma once

#include "core/run/run_index.h"
#include "widgets/theme/theme.h"

#include <QString>

namespace paddock {

QString stateText(RunState state);
QString stateIcon(RunState state); // of assets/icons
QColor stateColor(RunState state, const Theme &theme);
QString tagText(const RunNotes &notes); // "best, wide"
// "best, wide" -> {"best", "wide"}; blanks and doubles are dropped.
std::vector<std::string> parseTags(const QString &text);
QString pathText(const std::filesystem::path &path);
// What the tool tip of a run says: all that does not fit into a row.
QString runDescription(const RunSummary &run);

} // namespace paddock

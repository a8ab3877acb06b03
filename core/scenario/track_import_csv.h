// Centre lines with widths as the TUMFTM race track database and f1tenth_racetracks publish them:
// `# x_m,y_m,w_tr_right_m,w_tr_left_m`, one point a line, separated by commas or semicolons.
#pragma once

#include "core/scenario/track_builder.h"

#include <string_view>

namespace paddock {

inline constexpr std::size_t kMaxCsvBytes = 16u << 20;

// A comment or first line that names x_m, y_m, w_tr_right_m and w_tr_left_m sets the order of the
// columns; without one they come in that order. Other lines starting with # and empty ones do not
// count. Errors: every line that is wrong (the first 20), with its number.
Result<Track> trackFromCsv(std::string_view text, const std::string &source,
                           const TrackOptions &options);

} // namespace paddock

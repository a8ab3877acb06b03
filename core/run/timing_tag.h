// What timing.jsonl tells besides the tags of metrics.h.
#pragma once

namespace paddock::tag {

inline constexpr const char *kWallSeconds = "wall_seconds"; // of this session, without its pauses
inline constexpr const char *kEpisodes = "Environment/Episodes"; // of all groups, since the start

} // namespace paddock::tag
